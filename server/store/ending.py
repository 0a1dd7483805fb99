"""What is done, in one transaction, when a session ends, and when its record is refused or released.

Here meet the people of a session, its log and its record: each is a module that knows of no other.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from server.store import attending, groups, log, people, plates, records, series, sessions
from server.store.keys import Keys
from server.store.rows import Attended, Proposed


def end(
    keys: Keys,
    session: str,
    presented: tuple[int, ...],
    left: Proposed | None,
    attended: Attended | None,
    connection: Connection,
) -> None:
    """As `Store.end_session` says; all but the key, which cannot be brought back if the commit fails."""
    course = records.course_of_session(keys.read, session)
    if course is not None:  # else it has ended before, and its record was made then
        records.forget_speech(connection, course)
        if left is not None and records.waiting(connection, session) is None:
            joined = left._replace(series=series.of_session(connection, keys, session))
            records.propose(connection, session, joined)
        if attended is not None:
            attending.note(connection, keys, session, attended)
    sessions.end(connection, session)
    of = people.members(connection, keys, session)
    groups.count(connection, Counter(of[seat] for seat in presented if seat in of))
    if left is not None:
        people.unseat(connection, session, left.there)
    people.forget_names(connection, session)  # a second time there is nobody to count for
    plates.forget(connection, session)
    log.forget(connection, session)


def veto(session: str, connection: Connection) -> bool:
    people.forget_agreement(connection, session)
    return records.veto(connection, session)


def release(served_s: float, connection: Connection) -> int:
    due = records.due(connection, served_s)
    for session in due:
        records.release(connection, session, people.agreed(connection, session))
    return len(due)
