"""How long a record still waits is counted while a server runs: whoever was there may look at it for so long."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

VETO_S = 20 * 3600


def upgrade() -> None:
    # Not as a batch: the table would be made anew, with rows that are known by their order.
    op.execute('ALTER TABLE records RENAME COLUMN "until" TO left_s')
    waits = sa.table("records", sa.column("session", sa.Text), sa.column("left_s", sa.Float))
    # When it was made is not known: the whole time anew.
    op.execute(waits.update().where(waits.c.session.is_not(None)).values(left_s=VETO_S))
