"""What stood in a group's letters before its name or its number changed: so that the letters that go out anew can say
from what to what. Under the group's key, until its next meeting is open, or over. May import neither log.py nor
people.py.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, ScalarSelect, select, update

from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import Before
from server.store.tables import groups, meeting_mails, meetings


def keep(
    connection: Connection, key: bytes, group: str, had: Before, name: str, telephone: str
) -> bytes | None:
    """As it is stored from now on. `had`: what is so until now. Of several changes it is the first since letters went
    out anew; nothing, where all is again as it was, or nobody has been told of a meeting."""
    told = select(meeting_mails.c.member).join(meetings).where(meetings.c.group == group)
    if connection.execute(told.limit(1)).first() is None:
        return None
    stored = read(connection, key, group)
    first = had if stored is None or (stored.sent and had[:2] != (name, telephone)) else stored
    return None if first[:2] == (name, telephone) else _sealed(key, group, first)


def read(connection: Connection, key: bytes, group: str) -> Before | None:
    return opened(key, group, connection.scalar(select(groups.c.before).where(groups.c.group == group)))


def opened(key: bytes, group: str, stored: bytes | None) -> Before | None:
    said = decrypt(key, stored, _bound(group))
    return msgspec.json.decode(said, type=Before) if said else None


def sent(connection: Connection, keys: Keys, of: Collection[str]) -> None:
    """Letters of these groups have gone out anew: a later change is from what stands in those."""
    for group in of:
        key = keys.read(group)
        if key is not None and (stored := read(connection, key, group)) is not None:
            _write(connection, group, _sealed(key, group, stored._replace(sent=True)))


def forget(connection: Connection, group: ScalarSelect[str]) -> None:
    _write(connection, group, None)


def _write(connection: Connection, group: str | ScalarSelect[str], sealed: bytes | None) -> None:
    connection.execute(update(groups).where(groups.c.group == group).values(before=sealed))


def _sealed(key: bytes, group: str, before: Before) -> bytes:
    return encrypt(key, msgspec.json.encode(before).decode(), _bound(group))


def _bound(group: str) -> str:
    return f"{group} before"
