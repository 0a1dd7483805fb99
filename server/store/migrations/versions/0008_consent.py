"""Who agrees to a seat timeline, and what is kept where not everyone does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("agrees", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("records", sa.Column("less", sa.LargeBinary))
    op.add_column("records", sa.Column("asked", sa.Integer))
