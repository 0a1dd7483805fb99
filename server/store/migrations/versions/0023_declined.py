"""Who had said before a meeting was open that they cannot come to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invitations", sa.Column("declined", sa.Boolean, nullable=False, server_default=sa.false()))
