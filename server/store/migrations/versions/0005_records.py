"""What is kept of a session, who spoke when in it, and the structure records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("keeping", sa.Text, nullable=False, server_default="nothing"))
    op.create_table(
        "speech",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("seat", sa.Integer, nullable=False),
        sa.Column("start_ms", sa.BigInteger, nullable=False),
        sa.Column("end_ms", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_speech_course", "speech", ["course"])
    op.create_table(
        "records",
        sa.Column("record", sa.Text, primary_key=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("session", sa.Text, unique=True),
        sa.Column("until", sa.Float),
        sqlite_with_rowid=False,
    )
