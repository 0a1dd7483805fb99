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
    with op.batch_alter_table("shares") as shares:  # SQLite changes no column: the table is made anew
        shares.alter_column("group", existing_type=sa.Text, nullable=True)
        shares.add_column(sa.Column("whose", sa.LargeBinary))
