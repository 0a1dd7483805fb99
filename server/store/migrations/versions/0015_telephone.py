"""The number that a group's leader gives for when the link fails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("telephone", sa.LargeBinary))
