"""Whether those who come early to a meeting may talk with one another before a leader is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("early", sa.Boolean, nullable=False, server_default=sa.false()))
