"""Several meetings of a group go to another hour of their dates, all at once. May import neither log.py nor
people.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

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
