"""Where sessions, their event log and their people are kept: SQLite, one writer thread, group commit.

The log and the people share no key but the opaque session id. May import SQLAlchemy, alembic and cryptography;
nothing of the server and nothing of the form.
"""

from __future__ import annotations

from server.store.failures import (
    Fenced,
    GroupRefused,
    LeaderRefused,
    LinkRefused,
    NameTaken,
    NotSaved,
    PasskeyRefused,
)
from server.store.holdings import Holdings
from server.store.rows import (
    Attendance,
    Attended,
    AuditLine,
    Choice,
    Count,
    Entry,
    Expected,
    Group,
    Invitation,
    Kept,
    Leader,
    Listed,
    Member,
    Noting,
    Owner,
    Passkey,
    Person,
    Planned,
    Reader,
    Receipt,
    SessionRow,
    Share,
    Stay,
    Terms,
    Waiting,
)
from server.store.store import Store

__all__ = [
    "Attendance",
    "Attended",
    "AuditLine",
    "Choice",
    "Count",
    "Entry",
    "Expected",
    "Fenced",
    "Group",
    "GroupRefused",
    "Holdings",
    "Invitation",
    "Kept",
    "Leader",
    "LeaderRefused",
    "LinkRefused",
    "Listed",
    "Member",
    "NameTaken",
    "NotSaved",
    "Noting",
    "Owner",
    "Passkey",
    "PasskeyRefused",
    "Person",
    "Planned",
    "Reader",
    "Receipt",
    "SessionRow",
    "Share",
    "Stay",
    "Store",
    "Terms",
    "Waiting",
]
