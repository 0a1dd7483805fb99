"""Groups that meet again and again, their members, and how many cases each has presented."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("group", sa.Text, primary_key=True),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
    )
    op.create_table(
        "group_members",
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("group", sa.Text, sa.ForeignKey("groups.group"), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("presented", sa.Integer, nullable=False),
    )
    for table in ("invitations", "people"):
        op.add_column(table, sa.Column("member", sa.LargeBinary))
    op.add_column("people", sa.Column("next_cookie_sha256", sa.LargeBinary))
