"""Meetings go to another time, one or several at once, or are sent anew. May import neither log.py nor
people.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, ScalarSelect, delete, func, select, update

from server.store.failures import GroupRefused
from server.store.tables import meeting_replies, meetings


class Move(NamedTuple):
    """Times are UTC, in seconds since 1970."""

    meeting: str
    seen: float | None
    """When it was as they looked at it; None: whenever it is."""
    to: float
    soon: bool
    """Nobody need be reminded of it."""


def move(connection: Connection, asked: Move, *, with_rhythm: bool = False) -> bool:
    """As `Meetings.move`. `with_rhythm`: where the date for which it stands is by now, so that of a later change of the
    hour it is found again; else that date stays the one from which it was moved."""
    there = (meetings.c.meeting == asked.meeting) & meetings.c.cancelled.is_(False)
    if connection.scalar(select(meetings.c.starts_at).where(there)) == asked.to:
        return False
    refuse_moved(connection, asked.meeting, asked.seen)
    refuse_there(connection, select(meetings.c.group).where(there).scalar_subquery(), asked.to)
    first = func.coalesce(meetings.c.stands_for, meetings.c.starts_at)
    stands_for = {} if with_rhythm else {"stands_for": first}
    change(connection, asked.meeting, {"starts_at": asked.to, "reminded": asked.soon, **stands_for})
    connection.execute(delete(meeting_replies).where(meeting_replies.c.meeting == asked.meeting))
    return True


def move_all(connection: Connection, moves: Sequence[Move]) -> list[str]:
    """Which of them have moved, with the rhythm: none that is at another time by now, nor where the group has another
    then."""
    return [one.meeting for one in moves if _moved(connection, one)]


def _moved(connection: Connection, one: Move) -> bool:
    try:
        return move(connection, one, with_rhythm=True)
    except GroupRefused:
        return False


def refuse_there(
    connection: Connection,
    group: str | ScalarSelect[str],
    starts_at: float,
    day: tuple[float, float] | None = None,
) -> None:
    """By whoever writes: of two who have both seen that the time, or the whole `day`, is free, one has it."""
    at = meetings.c.starts_at
    then = at == starts_at if day is None else (at >= day[0]) & (at < day[1])
    there = select(meetings.c.meeting).where(meetings.c.group == group, meetings.c.cancelled.is_(False), then)
    if connection.scalar(there.limit(1)) is not None:
        raise GroupRefused("meeting_there")


def refuse_moved(connection: Connection, meeting: str, seen: float | None) -> None:
    """By whoever writes: of two who press at once, the second has not seen what the first has made of it."""
    there = (meetings.c.meeting == meeting) & meetings.c.cancelled.is_(False)
    now = connection.scalar(select(meetings.c.starts_at).where(there))
    if seen is not None and now is not None and abs(now - seen) >= 1:
        raise GroupRefused("meeting_moved")


def change(connection: Connection, meeting: str, values: Mapping[str, object]) -> None:
    """Raises GroupRefused: it is cancelled, opened or forgotten."""
    changed = update(meetings).where(meetings.c.meeting == meeting, meetings.c.cancelled.is_(False))
    if connection.execute(changed.values(sequence=meetings.c.sequence + 1, **values)).rowcount != 1:
        raise GroupRefused("unknown_meeting")


def renew(connection: Connection, numbers: Mapping[str, int]) -> list[str]:
    """By whoever writes: of two who press at once, or one who presses twice, the second renews nothing."""
    had = meetings.c.sequence
    return [one for one, number in numbers.items() if renumber(connection, [one], had == number)]


def renumber(connection: Connection, these: Collection[str], *which: ColumnElement[bool]) -> bool:
    """Whether one of them has a later number now."""
    later = update(meetings).where(meetings.c.meeting.in_(these), *which)
    return connection.execute(later.values(sequence=meetings.c.sequence + 2)).rowcount > 0
