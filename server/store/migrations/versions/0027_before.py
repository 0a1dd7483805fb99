"""What a group was called in the letters that went out, until they have gone out anew or its next meeting is over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("before", sa.LargeBinary))
