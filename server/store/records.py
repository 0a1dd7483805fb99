"""Who spoke when, and the structure records made of it. Functions of a connection, run by the writer's thread.

May not import people.py: what is here leads to nobody.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from server.store.rows import Waiting
from server.store.tables import records, speech

Segment = tuple[int, int, int]
"""Seat, start and end in ms of session time."""


def course_of(key: bytes) -> str:
    """Where the speech of a session is kept, of the key of its names."""
    return hmac.new(key, b"speech", hashlib.sha256).hexdigest()


def add_speech(connection: Connection, course: str, segments: Iterable[Segment]) -> None:
    rows = [{"course": course, "seat": s, "start_ms": a, "end_ms": b} for s, a, b in segments]
    if rows:
        connection.execute(insert(speech), rows)


def spoken(connection: Connection, course: str) -> list[Segment]:
    asked = select(speech.c.seat, speech.c.start_ms, speech.c.end_ms).where(speech.c.course == course)
    return [
        (row.seat, row.start_ms, row.end_ms) for row in connection.execute(asked.order_by(speech.c.number))
    ]


def forget_speech(connection: Connection, course: str) -> None:
    connection.execute(delete(speech).where(speech.c.course == course))


def propose(connection: Connection, session: str, text: bytes, waits_s: float) -> None:
    """A record that is released once a server has run for so long, unless somebody says no."""
    row = {"record": secrets.token_hex(8), "text": text, "session": session, "left_s": waits_s}
    connection.execute(insert(records).values(row))


def waiting(connection: Connection, session: str) -> Waiting | None:
    row = connection.execute(select(records).where(records.c.session == session)).one_or_none()
    return None if row is None else Waiting(row.text, row.left_s)


def veto(connection: Connection, session: str) -> bool:
    return connection.execute(delete(records).where(records.c.session == session)).rowcount == 1


def release(connection: Connection, served_s: float) -> int:
    """Those whose hour has come: nothing says any more of which session they were."""
    connection.execute(update(records).values(left_s=records.c.left_s - served_s))
    due = update(records).where(records.c.left_s <= 0).values(session=None, left_s=None)
    return connection.execute(due).rowcount


def released(connection: Connection) -> dict[str, bytes]:
    """By an id that leads nowhere, in its order, which is chance's."""
    asked = select(records.c.record, records.c.text).where(records.c.session.is_(None))
    return {row.record: row.text for row in connection.execute(asked.order_by(records.c.record))}
