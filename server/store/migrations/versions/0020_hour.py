"""At which hour a record is released or destroyed, and whether somebody has said no: of that nothing is seen before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What waits has no hour yet: the next sweep gives it one.
    op.add_column("records", sa.Column("until", sa.Float))
    op.add_column("records", sa.Column("refused", sa.Boolean, nullable=False, server_default=sa.false()))
