"""Of which time of a meeting somebody knows: what the last letter that was taken has told them, or a link handed on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meeting_mails", sa.Column("knows_at", sa.Float))
    op.execute(
        "UPDATE meeting_mails SET knows_at = (SELECT meetings.starts_at FROM meetings"
        " WHERE meetings.meeting = meeting_mails.meeting) WHERE state IN ('sent', 'handed')"
    )
