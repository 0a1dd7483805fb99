"""Links by which others look at records end: one to all of a group's said not which, and so grew with them."""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # All of them: the keys do not lie here, and what is encrypted says in another way which records a link shows.
    op.execute("DELETE FROM shares")
