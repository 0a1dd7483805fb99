"""What the store holds, in numbers, for whoever runs the server. May import neither people.py nor log.py."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from server.store import audit
from server.store.tables import answers, events, groups, leaders, meetings, records, sessions, speech
from server.store.writer import Writer

OF_SESSIONS = (events, answers, speech)
"""Rows of these are destroyed when their session ends."""


class Holdings(NamedTuple):
    bytes: int
    """Of the database's file, without its journal."""
    groups: int
    leaders: int
    meetings_ahead: int
    sessions: int
    """That have not ended."""
    rows: int
    """That wait for the end of their session, to be destroyed."""
    waiting: int
    """Records to which somebody may still say no."""
    released: int
    oldest: str | None
    """The earliest month of a released record, such as 2026-11; None: there is none that says its month."""
    expired: str | None
    """The day on which the server last destroyed records by itself; None: never."""


async def held(writer: Writer, now: float) -> Holdings:
    """Raises NotSaved. `now` is UTC, in seconds since 1970."""
    return await writer.read(lambda connection: _held(connection, now))


def _held(connection: Connection, now: float) -> Holdings:
    ahead = (meetings.c.cancelled.is_(False)) & (meetings.c.starts_at > now)
    released = records.c.session.is_(None)
    return Holdings(
        bytes=_pragma(connection, "page_count") * _pragma(connection, "page_size"),
        groups=_count(connection, groups),
        leaders=_count(connection, leaders),
        meetings_ahead=_count(connection, meetings, ahead),
        sessions=_count(connection, sessions, sessions.c.ended.is_(False)),
        rows=sum(_count(connection, table) for table in OF_SESSIONS),
        waiting=_count(connection, records, ~released),
        released=_count(connection, records, released),
        oldest=connection.scalar(select(func.min(records.c.month)).where(released)),
        expired=_expired(connection),
    )


def _count(connection: Connection, table: Table, *which: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*which)) or 0


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar() or 0)


def _expired(connection: Connection) -> str | None:
    for line in reversed(audit.lines(connection)):
        try:
            said = json.loads(line.text)
            if (said["act"], said["who"]) == ("destroyed", "server"):
                return str(said["day"])
        except (ValueError, KeyError, TypeError):
            continue
    return None
