"""Who spoke when, and the structure records made of it. Functions of a connection, run by the writer's thread.

May not import people.py: what is here leads to nobody.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, LargeBinary, cast, delete, insert, select, update

from server.retention import hour_of_no
from server.store.rows import Proposed, Waiting
from server.store.tables import records, speech

Segment = tuple[int, int, int]
"""Seat, start and end in ms of session time."""
AS_IT_IS = cast(records.c.text, LargeBinary).label("text")
"""The bytes of a record, also where somebody has made a text of them."""
KeyOf = Callable[[str], bytes | None]
"""The key of a session's names, until it has ended."""


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


def course_of_session(key_of: KeyOf, session: str) -> str | None:
    """None once the session has ended."""
    key = key_of(session)
    return None if key is None else course_of(key)


def note_speech(
    connection: Connection,
    key_of: KeyOf,
    session: str,
    segments: Iterable[Segment],
) -> None:
    if (course := course_of_session(key_of, session)) is not None:
        add_speech(connection, course, segments)


def speech_of(connection: Connection, key_of: KeyOf, session: str) -> list[Segment]:
    course = course_of_session(key_of, session)
    return [] if course is None else spoken(connection, course)


def forget_speech(connection: Connection, course: str) -> None:
    connection.execute(delete(speech).where(speech.c.course == course))


def propose(connection: Connection, session: str, left: Proposed) -> None:
    """A record that is released once a server has run for so long, unless somebody says no; less in its place, if there
    is any, unless all who were there agree."""
    row: dict[str, object] = {
        "record": secrets.token_hex(8),
        "text": left.text,
        "session": session,
        "left_s": left.waits_s,
    }
    row |= {"month": left.month, "series": left.series, "until": left.until}
    if left.less is not None:
        row |= {"less": left.less, "asked": len(left.there)}
    connection.execute(insert(records).values(row))


def waiting(connection: Connection, session: str) -> Waiting | None:
    row = connection.execute(select(records).where(records.c.session == session)).one_or_none()
    if row is None:
        return None
    return Waiting(row.text, row.left_s, row.less is not None, row.series is not None, row.until)


def refuse(connection: Connection, session: str) -> bool:
    """False where none waits. Whose no it was is written nowhere, so that it cannot be taken back."""
    of_it = records.c.session == session
    return connection.execute(update(records).where(of_it).values(refused=True)).rowcount == 1


def refused(connection: Connection, session: str) -> bool:
    return bool(connection.scalar(select(records.c.refused).where(records.c.session == session)))


def destroy_waiting(connection: Connection, session: str) -> bool:
    return connection.execute(delete(records).where(records.c.session == session)).rowcount == 1


def due(connection: Connection, served_s: float, now: float | None) -> list[str]:
    """The sessions whose record has waited long enough, once a server has run for so long. Of those that have an hour
    it is moved where the server stood still for long, and they wait for it; with no `now` they do not."""
    connection.execute(update(records).values(left_s=records.c.left_s - served_s))
    waits = select(records.c.session, records.c.left_s, records.c.until).where(records.c.session.is_not(None))
    found = []
    for row in connection.execute(waits).all():
        if now is None:
            found += [row.session] if row.left_s <= 0 else []
            continue
        until = hour_of_no(now, max(0.0, row.left_s), row.until)
        if until != row.until:
            connection.execute(update(records).where(records.c.session == row.session).values(until=until))
        if now >= until:
            found.append(row.session)
    return found


def release(connection: Connection, session: str, agreed: int) -> str:
    """Of it as much as so many who agreed allow; nothing says any more of which session it was. Its id."""
    of_it = records.c.session == session
    record: str = connection.execute(select(records.c.record).where(of_it)).scalar_one()
    connection.execute(update(records).where(of_it, records.c.asked > agreed).values(text=records.c.less))
    forgotten = {"session": None, "left_s": None, "less": None, "asked": None, "until": None}
    connection.execute(update(records).where(of_it).values(forgotten))
    return record


def released(connection: Connection) -> dict[str, bytes]:
    """By an id that leads nowhere, in its order, which is chance's."""
    asked = select(records.c.record, AS_IT_IS).where(records.c.session.is_(None))
    return {row.record: row.text for row in connection.execute(asked.order_by(records.c.record))}
