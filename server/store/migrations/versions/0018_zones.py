"""In which time zone a member's browser is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("group_members", sa.Column("zone", sa.LargeBinary))
    op.add_column("people", sa.Column("zone", sa.LargeBinary))
