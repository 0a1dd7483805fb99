"""Sessions, their log, and the people apart from it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("format_text", sa.Text, nullable=False),
        sa.Column("speed", sa.Float, nullable=False),
        sa.Column("opened_at", sa.Float, nullable=False),
        sa.Column("ended", sa.Boolean, nullable=False),
    )
    op.create_table(
        "log_heads",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.session"), primary_key=True),
        sa.Column("fencing", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("reached_ms", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.session"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("event", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "answers",
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.session"), primary_key=True),
        sa.Column("seat", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("command_id", sa.Text, primary_key=True),
        sa.Column("answer", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("token_sha256", sa.LargeBinary, primary_key=True),
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.session"), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("uses_left", sa.Integer, nullable=False),
        sa.Column("expires_at", sa.Float, nullable=False),
    )
    op.create_table(
        "people",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("session", sa.Text, sa.ForeignKey("sessions.session"), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("seat", sa.Integer),
        sa.Column("cookie_sha256", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("name", sa.LargeBinary),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.UniqueConstraint("session", "seat", name="one_person_a_seat"),
    )
