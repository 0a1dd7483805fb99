"""Whose a link was, so that an old one can offer a new one; and what somebody has said before they went in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "former_links",
        sa.Column("token_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("member", sa.Text, nullable=False, index=True),
        sa.Column("until", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("people", sa.Column("attested", sa.Integer, nullable=False, server_default="0"))
