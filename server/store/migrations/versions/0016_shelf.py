"""Records that leaders keep among their own, the choice to, links to them; and that a session ended by itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leader_records",
        sa.Column("entry", sa.Text, primary_key=True),
        sa.Column("whose", sa.LargeBinary, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("people", sa.Column("keeps", sa.LargeBinary))
    op.add_column("sessions", sa.Column("let_go", sa.Boolean, nullable=False, server_default=sa.false()))
    # Links that there are end: when each was to end stood in plain, and what takes its place takes a key.
    op.drop_table("shares")
    op.create_table(
        "shares",
        sa.Column("token_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("share", sa.Text, nullable=False),
        sa.Column("group", sa.Text, sa.ForeignKey("groups.group")),
        sa.Column("whose", sa.LargeBinary),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
