"""Passkeys by which leaders sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passkeys",
        sa.Column("passkey", sa.Text, primary_key=True),
        sa.Column("leader", sa.Text, sa.ForeignKey("leaders.leader"), nullable=False, index=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("credential_hmac", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("credential", sa.LargeBinary, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.BigInteger, nullable=False),
    )
