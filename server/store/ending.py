"""What is done, in one transaction, when a session or a group ends, and when a record is refused or released.

Here meet the people of a session, its log and its record: each is a module that knows of no other.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from server.store import (
    attending,
    choosing,
    groups,
    held,
    log,
    people,
    plates,
    records,
    series,
    sessions,
    shelved,
    whose,
)
from server.store.keys import Keys
from server.store.rows import Attended, Proposed


def end(
    keys: Keys,
    session: str,
    presented: tuple[int, ...],
    left: Proposed | None,
    attended: Attended | None,
    let_go: bool,
    begun: bool,
    connection: Connection,
) -> None:
    """As `Store.end_session` says; all but the key, which cannot be brought back if the commit fails."""
    course = records.course_of_session(keys.read, session)
    if course is not None:  # else it has ended before, and its record was made then
        records.forget_speech(connection, course)
        if left is not None and records.waiting(connection, session) is None:
            joined = left._replace(series=series.of_session(connection, keys, session))
            records.propose(connection, session, joined)
            choosing.note(connection, keys, session, whose.leaders_in(connection, keys, session))
        if attended is not None:
            attending.note(connection, keys, session, attended)
    sessions.end(connection, session, let_go=let_go)
    held.end(connection, keys, session, begun)
    of = people.members(connection, keys, session)
    groups.note_readers(connection, keys, people.readers(connection, keys, session))
    groups.count(connection, Counter(of[seat] for seat in presented if seat in of))
    if left is not None:
        people.unseat(connection, session, left.there)
    people.forget_names(connection, session)  # a second time there is nobody to count for
    plates.forget(connection, session)
    log.forget(connection, session)


def destroy(session: str, connection: Connection) -> bool:
    """The record that waits, and who said what to it."""
    people.forget_agreement(connection, session)
    choosing.forget(connection, session)
    return records.destroy_waiting(connection, session)


def release(
    keys: Keys, served_s: float, now: float | None, counts_only: bool, connection: Connection
) -> tuple[list[str], int]:
    """The sessions whose hour has come: the record of each is released, or destroyed where somebody said no; and how
    many are released. Who keeps one among their own is known by their leader's key alone."""
    due = records.due(connection, served_s, now)
    if counts_only:
        return [], 0
    refused = [session for session in due if records.refused(connection, session)]
    for session in refused:
        destroy(session, connection)
    for session in (one for one in due if one not in refused):
        record = records.release(connection, session, people.agreed(connection, session))
        for leader in choosing.chosen(connection, keys, session):
            shelved.put(connection, keys, leader, record)
        choosing.forget(connection, session)
    return due, len(due) - len(refused)
