"""The records of a group's meetings, where it keeps them together, by an opaque id; and links by which others look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("series", sa.LargeBinary))
    op.add_column("records", sa.Column("series", sa.Text))
    op.add_column("groups", sa.Column("series", sa.LargeBinary))
    op.create_table(
        "shares",
        sa.Column("token_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("share", sa.Text, nullable=False),
        sa.Column("group", sa.Text, sa.ForeignKey("groups.group"), nullable=False),
        sa.Column("record", sa.LargeBinary),
        sa.Column("expires_at", sa.Float, nullable=False),
    )
