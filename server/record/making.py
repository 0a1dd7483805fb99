"""Makes a session's record in a process of its own: to fold two hours takes longer than a voice may wait.

`main` makes `Made` of `Sources`, for `make_elsewhere` and nobody else.
"""

from __future__ import annotations

from dataclasses import replace
from random import SystemRandom
from typing import NamedTuple, TypeGuard

from facilitation import events as e
from facilitation.course import UNMEASURED, course
from facilitation.format import Format
from facilitation.structure import structure
from facilitation.talk import Segment, joined
from facilitation.vocabulary import Keeping, Standing
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
    """Seat, start and end in ms of session time; UNMEASURED where nobody knows who spoke."""
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
    there = frozenset(event.seat for event in events if _sits(event))
    asks = sources.keeping is Keeping.SEAT_TIMELINE
    seats = sorted(course(sources.form, events, sources.reached_ms).roles) if asks else []
    segments = [Segment(*one) for one in sources.segments]
    record = structure(
        sources.form,
        events,
        [one for one in segments if one.seat != UNMEASURED],
        sources.keeping,
        own=sources.own,
        reached_ms=sources.reached_ms,
        unmeasured=joined((one.start_ms, one.end_ms) for one in segments if one.seat == UNMEASURED),
        month=sources.month,
        shuffled=SystemRandom().sample(seats, len(seats)),
    )
    if record is None:
        return Made(None, None, there)
    less = replace(record, level=Keeping.AGGREGATE, timeline=None) if asks else None
    return Made(to_json(record), None if less is None else to_json(less), there)


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
