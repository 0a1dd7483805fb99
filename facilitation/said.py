"""What was said aloud in the course of a session: by which seat, as what, in which phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from facilitation import talk
from facilitation.course import Course, Speaker
from facilitation.talk import Segment, Span, Transfer, Turn
from facilitation.vocabulary import SeatId

Amounts = Counter[tuple[int, Speaker]]
"""By number of the phase entry, and by what somebody spoke as."""


@dataclass(frozen=True, slots=True)
class Said:
    """Only what the circle could hear while it was at work."""

    measured: bool
    """Else nothing else is so: not that anybody spoke, nor that nobody did."""
    by_seat: dict[int, list[Span]]
    ms: Amounts
    silences: list[Span]
    overlaps: list[Span]
    turns: list[Turn]
    taken: Amounts
    """How many turns were taken."""
    transfers: list[Transfer]
    back_ms: Counter[int]
    """By phase entry, for how long a presenter who was pushed back spoke, unheard."""


def said(course: Course, segments: Iterable[Segment] | None) -> Said:
    """None: nobody measured it. Raises ValueError if a segment ends before it begins."""
    spoken = {SeatId(seat): spans for seat, spans in talk.by_seat(segments or ()).items()}
    ms, taken, back_ms = Amounts(), Amounts(), Counter[int]()
    by_seat: dict[int, list[Span]] = {}
    for seat, spans in spoken.items():
        pieces = talk.inside(spans, course.heard(seat))
        for start, end in pieces:  # each lies in one stretch
            ms[course.at(start).entry, course.speaker(seat, start)] += end - start
        by_seat[seat] = talk.joined(pieces)
        for start, end in talk.inside(spans, course.back(seat)):
            back_ms[course.at(start).entry] += end - start
    turns: list[Turn] = []
    transfers: list[Transfer] = []
    for window in course.windows():  # a pause ends a turn
        of_window = talk.turns({seat: talk.inside(spans, [window]) for seat, spans in by_seat.items()})
        turns += of_window
        transfers += talk.transfers(of_window)
    for turn in turns:
        taken[course.at(turn.start_ms).entry, course.speaker(turn.seat, turn.start_ms)] += 1
    return Said(
        segments is not None,
        by_seat,
        ms,
        [] if segments is None else talk.outside(talk.speech(by_seat), course.windows()),
        talk.overlaps(by_seat),
        turns,
        taken,
        transfers,
        back_ms,
    )
