"""Which leaders run the server, when a leader was last here, and how many have left a group by themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leaders", sa.Column("operator", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("leaders", sa.Column("seen", sa.Text))
    op.add_column("groups", sa.Column("gone", sa.Integer, nullable=False, server_default="0"))
