"""Records of a group that there is not, for whoever wants to see what a record is before there is one.

The form decides as it does in a room, and the record is the fold of what happened; who speaks when is drawn, always the
same: a talkative member stays talkative from one month to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp
from random import Random

from facilitation import commands as c
from facilitation import events as e
from facilitation.deadlines import on_deadline
from facilitation.evolution import evolve
from facilitation.format import Format
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.structure import structure
from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Intervention, Keeping, PhaseKind, Role, SeatId
from server.formats import find

MONTHS = ("2026-09", "2026-10", "2026-11")
LEADERS = (SeatId(1), SeatId(2))
MEMBERS = tuple(SeatId(n) for n in range(3, 12))
SEATS = (*LEADERS, *MEMBERS)
MARKS = {
    PhaseKind.QUESTIONS: (Intervention.REDIRECT_QUESTION,),
    PhaseKind.DISCUSSION: (
        Intervention.REDIRECT_ADVICE,
        Intervention.INVITE_PATIENT_VIEW,
        Intervention.HOLD_SILENCE,
    ),
    PhaseKind.CLOSING: (Intervention.CLOSE,),
}
LAST = PhaseKind.CLOSING
OWN = {PhaseKind.PRESENTATION: 40.0, PhaseKind.QUESTIONS: 4.0, PhaseKind.RETURN: 20.0}
"""How much more often than a member the presenter speaks."""


def examples() -> dict[str, StructureRecord]:
    """By what each file may be called: three months of one group in sums, and the first also seat by seat."""
    form, habits = find().form, {seat: exp(Random(seat).gauss(0, 0.7)) for seat in MEMBERS}
    found: dict[str, StructureRecord] = {}
    for number, month in enumerate(MONTHS, 1):
        log, segments = _held(form, habits, Random(number), MEMBERS[2 * number])
        for level in (Keeping.AGGREGATE, Keeping.SEAT_TIMELINE)[: 2 if number == 1 else 1]:
            shuffled = Random(number).sample(SEATS, len(SEATS))
            made = structure(form, log, segments, level, month=month, shuffled=shuffled)
            assert made is not None
            found[f"example-{number}-{level}"] = made
    return found


@cache
def _made() -> frozenset[StructureRecord]:
    return frozenset(examples().values())


def is_example(record: StructureRecord) -> bool:
    """Whether it is one of these: a record has no place to say so itself."""
    return record.month in MONTHS and record in _made()


class _Meeting:
    def __init__(self, form: Format) -> None:
        self.state, self.log, self.now_ms = SessionState(form, Keeping.SEAT_TIMELINE), list[e.Event](), 0

    def ask(self, command: c.Command, actor: SeatId | None = LEADERS[0]) -> None:
        self._happened(decide(self.state, command, actor, self.now_ms))

    def go_on_to(self, at_ms: int) -> None:
        self.now_ms = at_ms
        self._happened(on_deadline(self.state, at_ms))

    def _happened(self, events: list[e.Event]) -> None:
        for event in events:
            self.state = evolve(self.state, event)
        self.log += events


def _held(
    form: Format, habits: dict[SeatId, float], chance: Random, presenter: SeatId
) -> tuple[list[e.Event], list[Segment]]:
    """What happened in one meeting of one case, and who spoke when."""
    meeting, said = _Meeting(form), list[Segment]()
    for role in (Role.LEADER, Role.CO_LEADER, *[Role.MEMBER] * len(MEMBERS)):
        meeting.ask(c.TakeSeat(role), None)
    for seat in MEMBERS:
        if not meeting.state.seats[seat].sits:
            meeting.ask(c.Admit(seat))
    meeting.ask(c.Begin())
    for phase in (one for one in form.phases if not one.optional):
        if meeting.state.phase is not None and meeting.state.phase.key != phase.key:
            meeting.ask(c.Advance(meeting.state.entry, phase.key))
        if phase.kind is PhaseKind.CASE_CALL:
            meeting.ask(c.OfferCase(meeting.state.case), presenter)
            meeting.ask(c.ChoosePresenter(meeting.state.case, presenter))
        for mark in MARKS.get(phase.kind, ()):
            meeting.ask(c.Mark(mark))
        ends_ms = meeting.now_ms + round(phase.typical_ms * chance.uniform(0.8, 1.25))
        said += _spoken(phase.kind, habits, chance, presenter, meeting.now_ms, ends_ms)
        meeting.go_on_to(ends_ms)
        if phase.kind is LAST:
            break
    meeting.ask(c.End())
    return meeting.log, said


def _spoken(
    kind: PhaseKind, habits: dict[SeatId, float], chance: Random, presenter: SeatId, at_ms: int, ends_ms: int
) -> Iterator[Segment]:
    """Nobody twice in a row; whoever presented is silent in the discussion, and silences come by themselves."""
    weights = habits | {LEADERS[0]: 0.6, LEADERS[1]: 0.3}
    weights[presenter] = 0 if kind is PhaseKind.DISCUSSION else OWN.get(kind, weights[presenter])
    last: SeatId | None = None
    while True:
        at_ms += _gap_ms(chance)
        if at_ms > ends_ms - 3_000:
            return
        seats = [seat for seat in weights if seat != last]
        last = chance.choices(seats, [weights[seat] for seat in seats])[0]
        length_ms = 1_500 + round(chance.expovariate(1 / (45_000 if OWN.get(kind, 0) > 10 else 14_000)))
        end_ms = min(at_ms + length_ms, ends_ms)
        yield Segment(last, max(0, at_ms), end_ms)
        at_ms = end_ms


def _gap_ms(chance: Random) -> int:
    """Now and then an overlap, and seldom a silence."""
    silence_ms = chance.uniform(4_000, 35_000) if chance.random() < 0.05 else 0
    return round(chance.expovariate(1 / 900) - 400 + silence_ms)
