"""Why the last letter to somebody came back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("group_members", sa.Column("returned", sa.Text))
    op.add_column("leaders", sa.Column("returned", sa.Text))
