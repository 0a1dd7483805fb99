"""An evening of two cases and ten members, with speech as it is in such a group: to look at, and to count in."""

from __future__ import annotations

import math
import random

from facilitation import commands as c
from facilitation.structure import structure
from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Intervention, Keeping, Role, SeatId
from tests.facilitation.circle import Meeting
from tests.facilitation.forms import TWO_CASES
from tests.facilitation.worked_session import until

LEADERS = (SeatId(1), SeatId(2))
MEMBERS = tuple(SeatId(n) for n in range(3, 13))
PRESENTERS = (SeatId(5), SeatId(9))
SEATS = (*LEADERS, *MEMBERS)
MARKS = {
    "questions": (Intervention.REDIRECT_QUESTION,),
    "discussion": (Intervention.REDIRECT_ADVICE, Intervention.INVITE_PATIENT_VIEW, Intervention.HOLD_SILENCE),
    "return": (Intervention.PROTECT_PRESENTER,),
    "closing": (Intervention.CLOSE,),
}
CASE = (
    ("case_call", 90),
    ("presentation", 480),
    ("questions", 330),
    ("discussion", 1620),
    ("return", 240),
    ("closing", 150),
)
"""What each case goes through, and for how many seconds."""


def two_cases(seed: int = 7) -> tuple[Meeting, list[Segment]]:
    """What happened, and who spoke when."""
    chance, meeting, said = random.Random(seed), Meeting(TWO_CASES, Keeping.SEAT_TIMELINE), list[Segment]()
    habits = {seat: math.exp(chance.gauss(0, 0.6)) for seat in MEMBERS}
    for role in (Role.LEADER, Role.CO_LEADER, *[Role.MEMBER] * len(MEMBERS)):
        meeting.ask(c.TakeSeat(role), None)
    for seat in MEMBERS:
        if not meeting.state.seats[seat].sits:
            meeting.ask(c.Admit(seat))
    meeting.ask(c.Begin())
    now = 0.0

    def goes(key: str, seconds: int, presenter: SeatId | None) -> None:
        nonlocal now
        if meeting.state.phase is not None and meeting.state.phase.key != key:
            meeting.advance(key)
        if key == "case_call" and presenter is not None:
            meeting.ask(c.OfferCase(meeting.state.case), presenter)
            meeting.ask(c.ChoosePresenter(meeting.state.case, presenter))
        for kind in MARKS.get(key, ()):
            meeting.ask(c.Mark(kind))
        said.extend(spoken(chance, habits, key, now, now + seconds, presenter))
        now += seconds
        until(meeting, now)

    goes("arrival", 360, None)
    for presenter in PRESENTERS:
        for key, seconds in CASE:
            goes(key, round(seconds * chance.uniform(0.85, 1.2)), presenter)
    meeting.ask(c.End())
    return meeting, said


def recorded(month: str) -> StructureRecord:
    """With a seat timeline; the seats' new numbers are always the same."""
    meeting, said = two_cases()
    shuffled = random.Random(3).sample(SEATS, len(SEATS))
    made = structure(
        meeting.state.format, meeting.log, said, Keeping.SEAT_TIMELINE, month=month, shuffled=shuffled
    )
    assert made is not None
    return made


def spoken(
    chance: random.Random,
    habits: dict[SeatId, float],
    key: str,
    start_s: float,
    end_s: float,
    presenter: SeatId | None,
) -> list[Segment]:
    """Members by their habits, and more often whoever has just been answered; a leader now and then."""
    found, at, last, before = list[Segment](), start_s + 4, None, None
    while at < end_s - 5:
        weights = {seat: weight for seat, weight in habits.items() if seat != last}
        weights |= {LEADERS[0]: 0.5, LEADERS[1]: 0.25}
        if key in ("presentation", "return"):
            weights = {presenter or LEADERS[0]: 9.0, LEADERS[0]: 0.4}
        elif key == "questions" and presenter is not None:
            weights = weights | {presenter: 6.0} if last != presenter else weights | {presenter: 0.0}
        elif key == "discussion" and presenter is not None:
            weights.pop(presenter, None)
        elif key == "closing":
            weights |= {LEADERS[0]: 6.0}
        if before in weights:
            weights[before] *= 2.5
        seat = chance.choices(list(weights), list(weights.values()))[0]
        length = min(chance.expovariate(1 / (40 if key == "presentation" else 14)) + 1.5, end_s - at)
        found.append(Segment(seat, round(at * 1000), round((at + length) * 1000)))
        before, last = last, seat
        at += (
            length
            + max(-0.6, chance.gauss(0.7, 0.5))
            + (chance.uniform(4, 40) if chance.random() < 0.06 else 0)
        )
    return found
