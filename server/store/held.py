"""Meetings of a group that have been opened from their plan: until when each went on, for whoever leads the group, for
a day or two. May not import log.py.

Which session it is while it goes on, for when it was planned and when it ended lies under the group's key, and in no
backup: from the day, or the end, of a session one could tell its record. Kept in no order.
"""

from __future__ import annotations

import json
import time
from typing import NamedTuple

from sqlalchemy import Connection, Row, delete, insert, select, update

from server.store.keys import Keys, decrypt, encrypt
from server.store.tables import held_meetings
from server.store.writer import Writer

DAY_S = 24 * 3600
KEPT_DAYS = 2
"""Until the second midnight (UTC) after it was planned for: its own day, wherever that is."""


class Held(NamedTuple):
    """A meeting that has ended. Times are UTC, in seconds since 1970."""

    meeting: str
    starts_at: float
    """For which it was planned."""
    ended_at: float
    begun: bool
    """Else nobody began its session."""


class Helds:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def of(self, group: str, now: float) -> list[Held]:
        """In the order in which they were planned; none whose days are over."""
        return await self._writer.read(lambda connection: _of(connection, self._keys, group, now))


def note(
    connection: Connection, keys: Keys, meeting: str, group: str, starts_at: float, session: str
) -> None:
    """It is opened now."""
    key = keys.read(group)
    if key is not None:
        told = encrypt(key, _said(session, starts_at, 0), _bound(meeting))
        row = {"meeting": meeting, "group": group, "told": told}
        connection.execute(insert(held_meetings).values(**row))


def end(connection: Connection, keys: Keys, session: str, begun: bool) -> None:
    """From now on nothing says which session it was. A second end changes nothing."""
    for row in connection.execute(select(held_meetings)).all():
        of, starts_at, *_ = _read(keys, row)
        if of == session and (key := keys.read(row.group)) is not None:
            told = encrypt(key, _said("", starts_at, time.time(), begun), _bound(row.meeting))
            this = update(held_meetings).where(held_meetings.c.meeting == row.meeting)
            connection.execute(this.values(told=told))


def forget_old(connection: Connection, keys: Keys, now: float) -> None:
    """Also what no key opens any more."""
    for row in connection.execute(select(held_meetings)).all():
        if _is_over(_read(keys, row)[1], now):
            connection.execute(delete(held_meetings).where(held_meetings.c.meeting == row.meeting))


def forget(connection: Connection, group: str) -> None:
    connection.execute(delete(held_meetings).where(held_meetings.c.group == group))


def _of(connection: Connection, keys: Keys, group: str, now: float) -> list[Held]:
    rows = connection.execute(select(held_meetings).where(held_meetings.c.group == group)).all()
    known = (Held(row.meeting, *_read(keys, row)[1:]) for row in rows)
    ended = (one for one in known if one.ended_at and not _is_over(one.starts_at, now))
    return sorted(ended, key=lambda one: one.starts_at)


def _is_over(starts_at: float, now: float) -> bool:
    """Its days, by when it was planned for."""
    return starts_at // DAY_S + KEPT_DAYS <= now // DAY_S


def _said(session: str, starts_at: float, ended_at: float, begun: bool = True) -> str:
    """`ended_at` is 0 while it goes on, and `session` is empty afterwards."""
    return json.dumps([session, starts_at, ended_at, begun])


def _read(keys: Keys, row: Row[tuple[str, str, bytes]]) -> tuple[str, float, float, bool]:
    told = decrypt(keys.read(row.group), row.told, _bound(row.meeting))
    session, starts_at, ended_at, *begun = json.loads(told) if told else ("", 0, 0)
    return session, starts_at, ended_at, all(begun)


def _bound(meeting: str) -> str:
    """What it is bound to, so that it opens nowhere else."""
    return f"{meeting} held"
