"""Whatever anybody does, in whatever order and at whatever time, the form holds: a state machine of Hypothesis.

Random commands by random people (the server, the absent, those who wait or were removed), about things that still
stand or no longer do, between random steps of time, links lost and found, in every format that is shipped and in any
other that may be written.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, ClassVar, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import live_views
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.evolution import evolve, fold
from facilitation.format import Format
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import (
    Circle,
    Code,
    Floor,
    Keeping,
    Part,
    PhaseKind,
    Refused,
    Role,
    SeatId,
    Stage,
)
from tests.facilitation.any_form import some_format
from tests.facilitation.forms import FISHBOWL, FORMS, PEDAGOGICAL, PSYCHODRAMA
from tests.facilitation.makers import HOUSE, LED, MAKERS, RARE, the_presenter_is_lost
from tests.facilitation.promises import Promises
from tests.facilitation.witness import Witness

LEADS, CO, SITS, SEES = Role.LEADER, Role.CO_LEADER, Role.MEMBER, Role.OBSERVER
CIRCLES = [
    [LEADS, SITS, SITS, SITS],
    [LEADS, CO, SITS, SITS, SEES, SITS],
    [LEADS, SITS, SITS],
    [LEADS, SEES, CO, SITS, SITS, SITS, SITS],
    [LEADS, SITS],
    [SITS, SITS, SEES],
    [],
]
ANYONE = [SeatId(n) for n in range(1, 10)]
STEPS, STEPS_AT_ONCE = 50, 10
"""Of a whole sequence, and by how many Hypothesis draws them: it pays for each time."""
OFFS = [0, 0, 0, 0, 0, 0, 0, 0, -1, 1]
STEPS_MS = [0, 1, 300, 1000, 2500, 7000, 20_000, 400_000]


SHIPPED = [
    *sorted(FORMS.values(), key=lambda form: form.key),
    PSYCHODRAMA,
    PSYCHODRAMA,
    FISHBOWL,
    PEDAGOGICAL,
]
"""Those with ways that the others lack more often than once."""
STEP = 5
"""From wish to wish; no divisor of their number, so that every wish comes up."""
assert len(MAKERS) % STEP


class Group(RuleBasedStateMachine, Promises):
    """One session with everything that must be true of it at any time."""

    whole: ClassVar[set[int]] = set()
    """Of each sequence that took all its steps, what was drawn for it: Hypothesis plays some more than once."""

    def __init__(self) -> None:
        super().__init__()
        self.tally["sequences"] += 1

    @initialize(
        form=st.one_of(st.sampled_from(SHIPPED), st.integers(0, 1_000_000).map(some_format)),
        circle=st.sampled_from(CIRCLES),
        far=st.sampled_from([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 20]),
    )
    def arrive(self, form: Format, circle: list[Role], far: int) -> None:
        """Most often with a leader, who admits the others and leads them some way into the case."""
        self.form, self.now = form, 0
        self.drawn: list[object] = [form.key, *circle, far]
        keeping = Keeping.AGGREGATE if far % 2 else Keeping.NOTHING
        self.state = self.opened = SessionState(form, keeping)
        self.witness = Witness(form)
        self.log: list[e.Event] = []
        self.looked_at = self.tally["sequences"] % 6 == 0  # looking at every view costs most
        self.views = live_views(self.state)
        for role in circle:
            self.ask(c.TakeSeat(role), None)
            self.ask(c.Admit(SeatId(len(self.state.seats))), SeatId(1))
            seat = SeatId(len(self.state.seats))
            if far % 2:  # whoever never had a link is not missed
                self.ask(c.ReportLink(seat, True), None)
            if far % 3:
                self.ask(c.ReportPage(seat, True), None)
        for _ in range(far):
            self.the_case_goes_on(SeatId(len(circle)))

    # --- what people do ---

    def the_case_goes_on(self, member: SeatId) -> None:
        """What comes next when people simply keep to the form."""
        state, leader = self.state, SeatId(1)
        if state.stage is Stage.GATHERING:
            self.ask(c.Begin(), leader)
        phase, presenter = state.phase, state.presenter
        if phase is not None and phase.offers:
            self.ask(c.OfferCase(state.case), member)
            self.ask(c.ChoosePresenter(state.case, member), leader)
        if phase is not None and phase.accept:
            self.ask(c.Advance(state.entry), leader)  # too early
            self.ask(c.AcceptAudience(state.case), presenter)
        if self.form.circles:
            for seat in range(2, len(state.seats) + 1):  # until it is full
                self.ask(c.MoveSeat(SeatId(seat), Circle.INNER), leader)
        if phase is not None and phase.casting:
            self.ask(c.InviteToPart(state.entry, SeatId(3), Part.AUXILIARY), presenter)
            self.ask(c.AnswerInvitation(member % 3 > 0), SeatId(3))
        if phase is not None and phase.again:  # as often as it may, and once more
            self.ask(c.Advance(self.state.entry, phase.again.to), leader)
        if self.state.phase is phase:
            self.ask(c.Advance(self.state.entry), leader)

    @rule(drawn=st.binary(min_size=STEPS_AT_ONCE * 5, max_size=STEPS_AT_ONCE * 5))
    def steps(self, drawn: bytes) -> None:
        """One rule with one draw: Hypothesis pays for each, and cannot leave a kind of step out of a sequence."""
        for at in range(0, len(drawn), 5):
            self.step(drawn[at : at + 5])
        self.drawn.append(drawn)
        if sum(isinstance(one, bytes) for one in self.drawn) == STEPS // STEPS_AT_ONCE:
            self.whole.add(hash(tuple(self.drawn)))

    def step(self, drawn: bytes) -> None:
        what, person, flavour = drawn[0] % 10, drawn[2] % 10, drawn[4] % 10
        make, seat = drawn[1] % len(MAKERS), ANYONE[drawn[3] % len(ANYONE)]
        if drawn[4] % 100 == 7:
            self.everything_might_be_asked(person)
        if what < 3:
            self.time_passes(STEPS_MS[person % len(STEPS_MS)], late=flavour == 9)
        elif what < 5:
            self.anybody_asks_anything(make, person, seat, OFFS[flavour], (flavour + what) % 10)
        else:
            self.somebody_asks_what_is_granted(make, person, flavour)

    def anybody_asks_anything(self, number: int, person: int, seat: SeatId, off: int, flavour: int) -> None:
        """The absent, the waiting and the removed too, and about things that stand no more."""
        make = MAKERS[number]
        command = make(self.state, seat, off, flavour)
        asks: SeatId | None = SeatId(1 + person % max(1, len(self.state.seats)))
        if isinstance(command, c.HouseCommand) == (flavour != 8):
            asks = None
        elif make in LED and person % 2 == 0:
            asks = SeatId(1)
        elif flavour == 7:
            asks = seat
        self.ask(command, asks)

    def everything_might_be_asked(self, person: int) -> None:
        """Of all that could be asked in this moment, the refusals: none changes anything."""
        before, seats = self.state, dict(self.state.seats)
        self.tally["all asked"] += 1
        for number, make in enumerate([*MAKERS, *RARE]):
            for asks in (SeatId(1), SeatId(1 + person), None):
                try:
                    decide(
                        before,
                        make(before, SeatId(1 + (person + number) % 9), 0, number % 10),
                        asks,
                        self.now,
                    )
                except Refused as refusal:
                    self.tally[refusal.code] += 1
        assert self.state is before and before.seats == seats

    def somebody_asks_what_is_granted(self, make: int, person: int, flavour: int) -> None:
        """The first wish, from a drawn place of the list onwards, that is granted: so sequences come far."""
        state = self.state
        seat = SeatId(1 + person % max(1, len(state.seats)))
        leaders = sorted(self.witness.leading())
        leader = leaders[flavour % len(leaders)] if leaders else None
        # Each of them once: most are refused, and a refusal costs as much as a grant.
        anybody: list[SeatId | None] = [*dict.fromkeys((seat, *state.invited, state.presenter, leader))]
        wishes = [MAKERS[(make + STEP * n) % len(MAKERS)] for n in range(30)]
        if flavour % 2:
            wishes = [RARE[(make + n) % len(RARE)] for n in range(len(RARE))] + wishes
        for maker in wishes:
            command = maker(state, seat, 0, flavour)
            asked_by = anybody
            if maker in LED:
                asked_by = [leader]
            elif maker in HOUSE or maker is the_presenter_is_lost:
                asked_by = [None]
            for asks in asked_by:
                if self.would_be_granted(command, asks):
                    self.ask(command, asks)
                    return

    def would_be_granted(self, command: c.Command, asks: SeatId | None) -> bool:
        try:
            return bool(decide(self.state, command, asks, self.now))
        except Refused:
            return False

    def time_passes(self, ms: int, late: bool) -> None:
        """Exactly to the deadline, or just before it, now and then. A late timer lets a command come first."""
        due = next_deadline(self.state)
        if ms in (300, 2500) and due is not None:
            self.now = max(self.now, due - (ms == 300))
        else:
            self.now += ms
        if not late:
            self.timer()

    # --- what the server does ---

    def ask(self, command: c.Command, actor: SeatId | None) -> None:
        before, seats = self.state, dict(self.state.seats)
        try:
            events = decide(before, command, actor, self.now)
        except Refused as refusal:
            self.tally[refusal.code] += 1
            events = []
        self.tally["asked", type(command), bool(events)] += 1
        if events:
            self.it_was_theirs_to_ask(command, actor)
        assert before.seats == seats, "deciding changed the state"
        assert self.state is before
        self.happened(events, command.by_ms if isinstance(command, c.Extend) else 0)

    def timer(self) -> None:
        due = self.witness.due()
        before, events = self.state, on_deadline(self.state, self.now)
        assert bool(events) == (due is not None and due <= self.now), "rings early, or does not ring"
        self.only_the_format_moves_a_phase(events, before)
        self.happened(events)
        due = next_deadline(self.state)
        assert due is None or due > self.now, "something is still due"
        assert not self.witness.overdue_turn(self.now), "an expired turn lives"
        self.tally["rang"] += bool(events)

    def happened(self, events: list[e.Event], extended_by: int = 0) -> None:
        before = self.state
        for event in events:
            assert event.at == self.now
            if isinstance(event, e.PhaseEntered):
                self.the_phase_can_be_held(event, self.state)
            was = self.state
            self.state = evolve(self.state, event)
            self.witness.follow(event, extended_by)
            self.tally[type(event)] += 1
            if isinstance(event, e.LinkLost | e.LinkRestored | e.PageOpened | e.PageClosed):
                self.nothing_is_lost_with_a_link(was)
        self.log += events
        assert self.state.version == len(self.log), "a version is missing"
        if events:
            self.nobody_is_heard_who_may_not_be(before)
            self.the_floor_is_in_order()
            self.parts_and_rooms_are_in_order()
            self.everyone_knows_what_they_may(before)
            self.it_can_be_closed(events)
        self.the_clocks_stand_for_a_reason()
        assert next_deadline(self.state) == self.witness.due()

    def teardown(self) -> None:
        """Whoever leads ends it, and the log tells it all again. Nothing to do where not even `arrive` was run."""
        if hasattr(self, "log"):
            for leader in self.witness.leading():
                self.ask(c.End(), leader)
            assert fold(self.opened, self.log) == self.state
            half = len(self.log) // 2
            assert fold(fold(self.opened, self.log[:half]), self.log[half:]) == self.state


def run(sequences: int) -> Counter[Any]:
    Group.tally.clear()
    Group.whole.clear()
    arrives = 1  # is a step, too, to Hypothesis
    few = settings(
        max_examples=sequences,
        stateful_step_count=arrives + STEPS // STEPS_AT_ONCE,
        report_multiple_bugs=False,
    )
    run_state_machine_as_test(Group, settings=few)
    assert Group.tally["sequences"] >= sequences
    return Group.tally


@pytest.mark.brief
def test_the_form_holds_in_fifty_sequences() -> None:
    run(50)


@pytest.mark.slow
@pytest.mark.unhurried
def test_the_form_holds_in_two_thousand_sequences_that_went_everywhere() -> None:
    tally = run(2_150)  # some end before their fiftieth step, or are like another
    assert len(Group.whole) >= 2_000
    assert [kind for kind in get_args(c.Command) if not tally["asked", kind, True]] == [], "never granted"
    assert [kind for kind in get_args(e.Event) if not tally[kind]] == [], "never happened"
    assert [code for code in Code if not tally[code]] == [], "never refused so"
    assert [floor for floor in Floor if not tally["hard", floor]] == [], "never hard"
    assert tally["pushed back"] > 1_000
    assert tally["rang"] > 1_000
    assert [kind for kind in PhaseKind if not tally["walks", kind]] == [], "never walked from to the end"
    assert tally["all asked"] > 500
