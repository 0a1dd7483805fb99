"""When a record was, to the month, so that it can expire; and who took records away or destroyed them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("records", sa.Column("month", sa.Text))
    records = sa.table("records", sa.column("record"), sa.column("text"), sa.column("month"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(records.c.record, records.c.text)).all():
        its_own = records.c.record == row.record
        connection.execute(sa.update(records).where(its_own).values(month=_month(row.text)))
    op.create_table(
        "audit",
        sa.Column("line", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
    )


def _month(text: bytes) -> str | None:
    """As the record says it; none, if it is damaged."""
    try:
        month = json.loads(text)["month"]
    except (ValueError, KeyError, TypeError):
        return None
    return month if isinstance(month, str) else None
