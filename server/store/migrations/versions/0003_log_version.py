"""Which version of the events a line of the log is written in: lines of before are of the first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("log_version", sa.Integer, nullable=False, server_default="1"))
