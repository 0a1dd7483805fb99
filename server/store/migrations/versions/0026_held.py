"""Until when a planned meeting went on, for a day or two; and in which language a member reads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "held_meetings",
        sa.Column("meeting", sa.Text, primary_key=True),
        sa.Column("group", sa.Text, sa.ForeignKey("groups.group"), nullable=False),
        sa.Column("told", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("group_members", sa.Column("language", sa.LargeBinary))
    op.add_column("people", sa.Column("language", sa.LargeBinary))
