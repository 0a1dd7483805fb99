"""Whose each link was, for as long as its owner may still have it: so that an old one can offer a new one.

A row knows a token by a second hash, which nobody can make who has not the token: not from the first, by which a
meeting or a session knows its links. So no copy of the database says of which meeting a row is; nor does the half-year,
in which the links of several meetings go. Kept in no order. May import neither log.py nor people.py.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from server.store.keys import sha256
from server.store.tables import former_links, group_members

MONTHS = 6
KEPT = 2
"""So many more times six months: a year at least, and not eighteen months."""
NOBODY = ""
"""Whose link it was of whom nothing is known any more."""


def keep(connection: Connection, token: str, member: str, at: float) -> None:
    """`at` is when it leads in, UTC in seconds since 1970."""
    row = {"token_sha256": _hash(token), "member": member, "until": _period(at) + KEPT}
    connection.execute(insert(former_links).values(**row))


def whose(connection: Connection, token: str) -> str | None:
    """Whose it is or was; None if it was no member's, or its owner is off the roster."""
    asked = (
        select(former_links.c.member)
        .join(group_members, group_members.c.member == former_links.c.member)
        .where(former_links.c.token_sha256 == _hash(token))
    )
    return connection.execute(asked).scalar_one_or_none()


def forget(connection: Connection, members: Collection[str]) -> None:
    """Whose they were. Of a link it stays known, as long, that it was somebody's: whoever has left
    reads so, and not that a piece of it is missing."""
    theirs = update(former_links).where(former_links.c.member.in_(list(members)))
    connection.execute(theirs.values(member=NOBODY))


def is_nobodys(connection: Connection, token: str) -> bool:
    """Whether it was the link of somebody whom no group knows any more."""
    of_it = (former_links.c.token_sha256 == _hash(token)) & (former_links.c.member == NOBODY)
    return connection.scalar(select(former_links.c.until).where(of_it)) is not None


def forget_old(connection: Connection, now: float) -> None:
    connection.execute(delete(former_links).where(former_links.c.until < _period(now)))


def _hash(token: str) -> bytes:
    return sha256(f"former {token}")


def _period(at: float) -> int:
    """Half-years since the year 0."""
    day = datetime.fromtimestamp(at, UTC)
    return (day.year * 12 + day.month - 1) // MONTHS
