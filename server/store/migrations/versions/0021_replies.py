"""Whether somebody means to come to a planned meeting; for which date of the rhythm a meeting stands; and which shared
link somebody has opened who has not gone in yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meetings", sa.Column("stands_for", sa.Float))
    op.add_column("people", sa.Column("opened", sa.LargeBinary))
    op.create_table(
        "meeting_replies",
        sa.Column("meeting", sa.Text, sa.ForeignKey("meetings.meeting"), primary_key=True, nullable=False),
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("comes", sa.Boolean, nullable=False),
    )
