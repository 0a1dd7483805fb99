"""Leaders who sign in by mail, and what they say of their groups: language, time zone, rhythm, addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leaders",
        sa.Column("leader", sa.Text, primary_key=True),
        sa.Column("address_hmac", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("address", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
    )
    for table, secret in (("sign_ins", "token_sha256"), ("signed_in", "cookie_sha256")):
        op.create_table(
            table,
            sa.Column(secret, sa.LargeBinary, primary_key=True),
            sa.Column("leader", sa.Text, sa.ForeignKey("leaders.leader"), nullable=False),
            sa.Column("expires_at", sa.Float, nullable=False),
        )
    for name in ("language", "time_zone", "rhythm"):
        op.add_column("groups", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("groups", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.add_column("groups", sa.Column("owner", sa.Text))
    op.add_column("group_members", sa.Column("address", sa.LargeBinary))
