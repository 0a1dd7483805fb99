"""Who was there, for certificates and leaders' hours, and what they thought of it: each apart from everything else."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("ticket", sa.LargeBinary))
    op.create_table(
        "attendances",
        sa.Column("found_by", sa.LargeBinary, primary_key=True),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "leader_hours",
        sa.Column("entry", sa.Text, primary_key=True),
        sa.Column("whose", sa.LargeBinary, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "vouchers",
        sa.Column("found_by", sa.LargeBinary, primary_key=True),
        sa.Column("month", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "feedback",
        sa.Column("instrument", sa.Text, primary_key=True),
        sa.Column("month", sa.Text, primary_key=True),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("answer", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
