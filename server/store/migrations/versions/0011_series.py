"""The records of a group's meetings, where it keeps them together: an opaque id that they and the group's row share."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("series", sa.LargeBinary))
    op.add_column("records", sa.Column("series", sa.Text))
    op.add_column("groups", sa.Column("series", sa.LargeBinary))
