"""Leaders who sign in by mail, what they say of their groups, and the meetings that these plan."""

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
    op.create_table(
        "meetings",
        sa.Column("meeting", sa.Text, primary_key=True),
        sa.Column("group", sa.Text, sa.ForeignKey("groups.group"), nullable=False),
        sa.Column("starts_at", sa.Float, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sa.Column("reminded", sa.Boolean, nullable=False),
    )
    op.create_table(
        "meeting_links",
        sa.Column("token_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("meeting", sa.Text, sa.ForeignKey("meetings.meeting"), nullable=False),
        sa.Column("member", sa.Text, nullable=False),
    )
    op.create_table(
        "meeting_mails",
        sa.Column("meeting", sa.Text, sa.ForeignKey("meetings.meeting"), primary_key=True),
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
    )
