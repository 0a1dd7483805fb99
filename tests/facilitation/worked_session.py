"""A session with speech in it, small enough to be reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitation import commands as c
from facilitation.state import SessionState
from facilitation.structure import structure
from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping, Role, SeatId
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, WIM, Meeting, gathered

CIRCLE = (LEA, CARL, ANN, BEN, CAT, DAN, OBI, WIM)


def until(meeting: Meeting, s: float) -> None:
    """Session time goes on to that second."""
    meeting.wait(round(s * 1000) - meeting.now)


def a_session(*, end: bool = True) -> Meeting:
    """Ann presents. Nine phases, one pause, two push backs, and the debrief that is the leaders' own."""
    meeting = gathered()
    until(meeting, 10)
    meeting.ask(c.Admit(WIM))
    meeting.ask(c.Begin())  # arrival
    until(meeting, 100)
    meeting.advance()  # who has a case?
    meeting.settle()
    until(meeting, 130)
    meeting.advance()  # Ann tells
    until(meeting, 400)
    meeting.advance()  # questions
    until(meeting, 500)
    meeting.advance()  # she is back
    until(meeting, 600)
    meeting.ask(c.RaiseHand(), CAT)
    until(meeting, 700)
    meeting.ask(c.Pause(meeting.state.entry))
    until(meeting, 760)
    meeting.ask(c.Resume(meeting.state.entry))
    meeting.ask(c.Extend(meeting.state.entry, 60_000))
    until(meeting, 900)
    meeting.ask(c.Recall(meeting.state.entry))
    until(meeting, 930)
    meeting.ask(c.PushBack(meeting.state.entry))
    meeting.lose(DAN)
    until(meeting, 1000)
    meeting.advance()  # she returns
    until(meeting, 1100)
    meeting.advance("closing")
    until(meeting, 1160)
    meeting.advance("debrief")
    until(meeting, 1300)
    if end:
        meeting.ask(c.End())
    return meeting


def spoke(*said: tuple[SeatId, float, float]) -> list[Segment]:
    return [Segment(seat, round(a * 1000), round(b * 1000)) for seat, a, b in said]


SAID = spoke(
    (BEN, 2, 9),  # before the beginning
    (LEA, 20, 50), (BEN, 50.2, 60), (CAT, 62, 95),
    # Silence from 95 to 134, across the case call
    (ANN, 134, 390),
    (BEN, 402, 410), (ANN, 410.6, 450), (DAN, 449.5, 470),
    # Discussion: Ann is not heard, nor is anybody in the pause
    (BEN, 510, 560), (ANN, 520, 530), (CAT, 558, 600), (DAN, 580, 590), (WIM, 640, 710), (LEA, 720, 730),
    (CARL, 770, 780), (BEN, 780, 895), (ANN, 896, 940), (CAT, 950, 990),
    (ANN, 1010, 1090), (LEA, 1100, 1155),
    # Debrief
    (LEA, 1170, 1200), (CARL, 1200, 1290),
)  # fmt: skip


def record(
    meeting: Meeting, said: list[Segment] | None, level: Keeping = Keeping.AGGREGATE, **more: Any
) -> StructureRecord:
    made = structure(meeting.state.format, meeting.log, said, level, **more)
    assert made is not None
    return made


def a_group_of(members: int, seconds: int = 400, *, hands: bool = False) -> Meeting:
    meeting = Meeting()
    meeting.state = SessionState(replace(meeting.state.format, seats=40, members_max=30))
    for role in (Role.LEADER, Role.CO_LEADER, *[Role.MEMBER] * members):
        meeting.ask(c.TakeSeat(role), None)
    for seat in [seat for seat, holder in meeting.state.seats.items() if not holder.sits]:
        meeting.ask(c.Admit(seat))
    meeting.ask(c.Begin())
    for second in range(0, seconds if hands else 0, 10):
        until(meeting, second)
        meeting.ask(c.RaiseHand(), BEN)
        meeting.ask(c.LowerHand(), BEN)
    until(meeting, seconds)
    meeting.ask(c.End())
    return meeting
