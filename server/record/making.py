"""Makes a session's record in a process of its own: to fold two hours takes longer than a voice may wait.

`main` makes `Made` of `Sources`, for `make_elsewhere` and nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import SystemRandom
from typing import NamedTuple, TypeGuard

from facilitation import events as e
from facilitation.course import course
from facilitation.format import Format
from facilitation.structure import structure
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping, SeatId, Standing
from server import wire
from server.record.elsewhere import answer, elsewhere
from server.record.schema import to_json


class Sources(NamedTuple):
    form: Format
    own: bool
    """The format is none of ours."""
    lines: list[bytes]
    """The events, as the log has them."""
    reached_ms: int
    segments: list[tuple[int, int, int]]
    """Seat, start and end in ms of session time."""
    keeping: Keeping
    month: str
    """Such as 2026-11."""


class Made(NamedTuple):
    record: bytes | None
    """None where nothing is kept."""
    less: bytes | None
    """What is kept in its place where not everyone agrees; None where nobody is asked."""
    there: frozenset[int]
    """The seats that were in the circle."""


def make(sources: Sources) -> Made:
    """Raises wire.BadLog and ValueError."""
    events = [wire.event_from_json(line) for line in sources.lines]
    segments = [Segment(*one) for one in sources.segments]
    there = frozenset(event.seat for event in events if _sits(event))

    def kept(level: Keeping, shuffled: Sequence[SeatId] = ()) -> bytes | None:
        own, reached_ms, month = sources.own, sources.reached_ms, sources.month
        record = structure(
            sources.form,
            events,
            segments,
            level,
            own=own,
            reached_ms=reached_ms,
            month=month,
            shuffled=shuffled,
        )
        return None if record is None else to_json(record)

    if sources.keeping is not Keeping.SEAT_TIMELINE:
        return Made(kept(sources.keeping), None, there)
    seats = sorted(course(sources.form, events, sources.reached_ms).roles)
    drawn = SystemRandom().sample(seats, len(seats))
    return Made(kept(Keeping.SEAT_TIMELINE, drawn), kept(Keeping.AGGREGATE), there)


async def make_elsewhere(sources: Sources) -> Made:
    """The same, while this process forwards voices. Raises NotMade."""
    made: Made = await elsewhere(__name__, sources)
    return made


def _sits(event: e.Event) -> TypeGuard[e.SeatTaken | e.SeatAdmitted]:
    """Somebody comes into the circle: whoever was turned away at the door has never been there."""
    return isinstance(event, e.SeatAdmitted) or (
        isinstance(event, e.SeatTaken) and event.standing is Standing.SEATED
    )


def main() -> None:
    answer(make)
