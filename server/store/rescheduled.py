"""Several meetings of a group go to another hour of their dates, all at once, or are sent anew. May import neither
log.py nor people.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, select, update

from server.store.tables import meeting_replies, meetings


class Move(NamedTuple):
    """Times are UTC, in seconds since 1970."""

    meeting: str
    seen: float
    """When it was as they looked at it."""
    to: float
    soon: bool
    """Nobody need be reminded of it."""


def move_all(connection: Connection, moves: Sequence[Move]) -> list[str]:
    """Which of them have moved: none that is at another time by now, nor where the group has another then. They stand
    for their own dates still, so that of a later change of the hour they are found again."""
    return [one.meeting for one in moves if _move(connection, one)]


def _move(connection: Connection, move: Move) -> bool:
    there = meetings.c.cancelled.is_(False)
    this = (meetings.c.meeting == move.meeting) & (meetings.c.starts_at == move.seen) & there
    group = connection.scalar(select(meetings.c.group).where(this))
    then = (meetings.c.group == group) & (meetings.c.starts_at == move.to) & there
    if group is None or connection.scalar(select(meetings.c.meeting).where(then)) is not None:
        return False
    moved = update(meetings).where(this)
    later = meetings.c.sequence + 1
    connection.execute(moved.values(starts_at=move.to, sequence=later, reminded=move.soon))
    connection.execute(delete(meeting_replies).where(meeting_replies.c.meeting == move.meeting))
    return True


def renew(connection: Connection, numbers: Mapping[str, int]) -> list[str]:
    """By whoever writes: of two who press at once, or one who presses twice, the second renews nothing."""
    had = meetings.c.sequence
    return [one for one, number in numbers.items() if renumber(connection, [one], had == number)]


def renumber(connection: Connection, these: Collection[str], *which: ColumnElement[bool]) -> bool:
    """Whether one of them has a later number now."""
    later = update(meetings).where(meetings.c.meeting.in_(these), *which)
    return connection.execute(later.values(sequence=meetings.c.sequence + 2)).rowcount > 0
