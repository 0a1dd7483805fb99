"""Whatever anybody does, in whatever order and at whatever time, the form holds: a state machine of Hypothesis.

Random commands by random people (the server, the absent, those who wait or were removed), about things that still
stand or no longer do, between random steps of time, in the classic format and in any other that may be written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, View, news, view
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.format import Format
from facilitation.reach import narrowed, reach
from facilitation.session import decide
from facilitation.state import SessionState, evolve, fold
from facilitation.vocabulary import AtLimit, Code, Floor, Gate, Refused, Role, SeatId, Stage, Standing, Word
from tests.facilitation.forms import CLASSIC, formats
from tests.facilitation.witness import Witness

FLOORS = [(floor, gate) for floor in Floor for gate in Gate]
BY_MS = [1000, 2500, 60_000, 0, 3_600_001]
WORDS = list(Word)

Maker = Callable[[SessionState, SeatId, int, int], c.Command]
"""(state, seat, off, flavour): `off` is how far `about` is from what stands now, `flavour` picks among the rest."""


def turn_number(state: SessionState) -> int:
    return state.turn.number if state.turn else 0


def phase_key(state: SessionState, flavour: int) -> str | None:
    """Most often the next phase, sometimes a named one, sometimes one that nobody wrote."""
    keys = [None, None, "nowhere", *(phase.key for phase in state.format.phases)]
    return keys[flavour % len(keys)]


HOUSE: list[Maker] = [
    lambda s, seat, off, n: c.TakeSeat(list(Role)[n % 4]),
    lambda s, seat, off, n: c.ComeBack(seat),
    lambda s, seat, off, n: c.ReportLink(seat, n % 2 == 0),
]
LED: list[Maker] = [
    lambda s, seat, off, n: c.Begin(),
    lambda s, seat, off, n: c.Admit(seat),
    lambda s, seat, off, n: c.Advance(s.entry + off, None),
    lambda s, seat, off, n: c.ChoosePresenter(
        s.case + off, s.offers[n % len(s.offers)] if s.offers else seat
    ),
    lambda s, seat, off, n: c.GrantTurn(s.entry + off, seat),
    lambda s, seat, off, n: c.SetFloor(s.entry + off, *FLOORS[n % len(FLOORS)]),
    lambda s, seat, off, n: c.Advance(s.entry + off, phase_key(s, n)),
    lambda s, seat, off, n: c.StepBack(s.entry + off),
    lambda s, seat, off, n: c.Extend(s.entry + off, BY_MS[n % len(BY_MS)]),
    lambda s, seat, off, n: c.Pause(s.entry + off),
    lambda s, seat, off, n: c.Resume(s.entry + off),
    lambda s, seat, off, n: c.Recall(s.entry + off),
    lambda s, seat, off, n: c.PushBack(s.entry + off),
    lambda s, seat, off, n: c.EndTurn(turn_number(s) + off),
    lambda s, seat, off, n: c.LowerHand(seat),
    lambda s, seat, off, n: c.Remove(seat) if n < 2 else c.Admit(seat),
    lambda s, seat, off, n: c.End() if (n, off) == (2, 1) else c.Advance(s.entry + off),
]
OWN: list[Maker] = [
    lambda s, seat, off, n: c.OfferCase(s.case + off),
    lambda s, seat, off, n: c.RaiseHand(),
    lambda s, seat, off, n: c.WithdrawOffer(s.case + off),
    lambda s, seat, off, n: c.LowerHand(None),
    lambda s, seat, off, n: c.EndTurn(turn_number(s) + off),
    lambda s, seat, off, n: c.PushBack(s.entry + off),
    lambda s, seat, off, n: c.TellLeaders(WORDS[n % 2]),
    lambda s, seat, off, n: c.Leave() if n == 0 else c.RaiseHand(),
]

MAKERS = HOUSE + 2 * LED + 2 * OWN
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
LEADERS_ALONE_MAY = (
    c.Admit, c.Remove, c.Begin, c.ChoosePresenter, c.Advance, c.StepBack, c.Extend, c.Pause, c.Resume, c.Recall,
    c.SetFloor, c.GrantTurn, c.End,
)  # fmt: skip
ANYONE = [SeatId(n) for n in range(1, 10)]
OFFS = [0, 0, 0, 0, 0, 0, 0, 0, -1, 1]
STEPS_MS = [0, 1, 300, 1000, 2500, 7000, 400_000]


class Group(RuleBasedStateMachine):
    """One session with everything that must be true of it at any time."""

    tally: ClassVar[Counter[Any]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.tally["sequences"] += 1

    @initialize(
        form=st.one_of(st.just(CLASSIC), formats()), circle=st.sampled_from(CIRCLES), far=st.integers(0, 6)
    )
    def arrive(self, form: Format, circle: list[Role], far: int) -> None:
        """Most often with a leader, who admits the others and leads them some way into the case."""
        self.form, self.now = form, 0
        self.state = SessionState(form)
        self.witness = Witness(form)
        self.log: list[e.Event] = []
        self.views: dict[Audience, View] = {audience: view(self.state, audience) for audience in Audience}
        for role in circle:
            self.ask(c.TakeSeat(role), None)
            self.ask(c.Admit(SeatId(len(self.state.seats))), SeatId(1))
        for _ in range(far):
            self.the_case_goes_on(SeatId(len(circle)))

    # --- what people do ---

    def the_case_goes_on(self, member: SeatId) -> None:
        """What comes next when people simply keep to the form."""
        state, leader = self.state, SeatId(1)
        if state.stage is Stage.GATHERING:
            self.ask(c.Begin(), leader)
        if state.phase is not None and state.phase.offers:
            self.ask(c.OfferCase(state.case), member)
            self.ask(c.ChoosePresenter(state.case, member), leader)
        self.ask(c.Advance(self.state.entry), leader)

    @rule(
        what=st.integers(0, 9),
        make=st.integers(0, len(MAKERS) - 1),
        person=st.integers(0, 9),
        seat=st.sampled_from(ANYONE),
        flavour=st.integers(0, 9),
    )
    def step(self, what: int, make: int, person: int, seat: SeatId, flavour: int) -> None:
        """One rule draws faster than three, and Hypothesis cannot leave one of the three out of a sequence."""
        self.tally["steps"] += 1
        if what < 3:
            self.time_passes(STEPS_MS[person % len(STEPS_MS)], late=flavour == 9)
        elif what < 5:
            self.anybody_asks_anything(MAKERS[make], person, seat, OFFS[flavour], (flavour + what) % 10)
        else:
            self.somebody_asks_what_is_granted(make, person, flavour)

    def anybody_asks_anything(self, make: Maker, person: int, seat: SeatId, off: int, flavour: int) -> None:
        """The absent, the waiting and the removed too, and about things that stand no more."""
        command = make(self.state, seat, off, flavour)
        asks: SeatId | None = SeatId(1 + person % max(1, len(self.state.seats)))
        if isinstance(command, c.TakeSeat | c.ComeBack | c.ReportLink) == (flavour != 8):
            asks = None
        elif make in LED and person % 2 == 0:
            asks = SeatId(1)
        elif flavour == 7:
            asks = seat
        self.ask(command, asks)

    def somebody_asks_what_is_granted(self, make: int, person: int, flavour: int) -> None:
        """The first wish, from a drawn place of the list onwards, that is granted: so sequences come far."""
        state = self.state
        seat = SeatId(1 + person % max(1, len(state.seats)))
        leader = min(self.witness.leading(), default=None)
        for n in range(len(MAKERS)):
            maker = MAKERS[(make + 7 * n) % len(MAKERS)]
            command = maker(state, seat, 0, flavour)
            for asks in (None,) if maker in HOUSE else (leader,) if maker in LED else (seat, state.presenter):
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
        events = on_deadline(self.state, self.now)
        assert bool(events) == (due is not None and due <= self.now), "rings early, or does not ring"
        self.only_the_format_moves_a_phase(events)
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
            self.state = evolve(self.state, event)
            self.witness.follow(event, extended_by)
            self.tally[type(event)] += 1
        self.log += events
        assert self.state.version == len(self.log), "a version is missing"
        if events:
            self.nobody_is_heard_who_may_not_be(before)
            self.the_floor_is_in_order()
            self.everyone_knows_what_they_may(before)
            self.leaders_can_end_it()
        assert next_deadline(self.state) == self.witness.due()

    # --- what must be true ---

    def it_was_theirs_to_ask(self, command: c.Command, actor: SeatId | None) -> None:
        """Looks at what stood before the granted thing happens."""
        state, witness = self.state, self.witness
        if isinstance(command, c.TakeSeat | c.ComeBack | c.ReportLink):
            assert actor is None
            return
        assert actor in witness.room() or isinstance(command, c.Leave)
        assert actor in witness.leading() or not isinstance(command, LEADERS_ALONE_MAY)
        if isinstance(command, c.ChoosePresenter | c.OfferCase | c.WithdrawOffer):
            assert command.about == witness.case
        elif isinstance(command, c.EndTurn):
            assert witness.holder is not None and command.about == state.turns
            assert actor == witness.holder or actor in witness.leading()
        else:
            assert getattr(command, "about", state.entry) == state.entry
        if isinstance(command, c.PushBack | c.TellLeaders) and actor != witness.presenter:
            assert isinstance(command, c.PushBack) and actor in witness.leading()

    def only_the_format_moves_a_phase(self, events: list[e.Event]) -> None:
        """Time informs; where the format says end, the next phase begins, unless it lacks a presenter."""
        moves = any(isinstance(event, e.PhaseEntered) for event in events)
        if moves or any(isinstance(event, e.PhaseLimitReached) for event in events):
            phase, ahead = self.state.phase, self.form.phases[self.state.phase_index + 1 :]
            can = ahead and (self.witness.presenter is not None or not ahead[0].needs_presenter)
            assert phase is not None and moves == (phase.at_limit is AtLimit.END and bool(can))

    def the_phase_can_be_held(self, event: e.PhaseEntered, before: SessionState) -> None:
        phase = self.form.phases[event.phase]
        if event.phase < before.phase_index:
            assert event.case == before.case, "stepping back opens no case"
        else:
            assert event.case == before.case + phase.offers
            assert before.presenter is not None or not phase.needs_presenter

    def nobody_is_heard_who_may_not_be(self, before: SessionState) -> None:
        now, was = reach(self.state), reach(before)
        promised = self.witness.receives()
        assert {seat: (r.audio, r.video) for seat, r in now.items()} == promised
        for seat, between in narrowed(was, now).items():
            assert between.audio == was[seat].audio & now[seat].audio
            assert between.video == was[seat].video & now[seat].video
        self.tally["pushed back"] += self.state.pushed_back in now
        self.tally["hard", self.state.floor] += self.state.gate is Gate.HARD and len(now) > 1

    def the_floor_is_in_order(self) -> None:
        state = self.state
        seated = {seat for seat, holder in state.seats.items() if holder.standing is Standing.SEATED}
        assert len(state.seats) <= self.form.seats
        back = state.pushed_back
        for row in (state.hands, state.offers):
            assert len(set(row)) == len(row)
            assert seated.issuperset(row)
        assert state.presenter is None or state.presenter in seated
        assert {sent.seat for sent in state.words} <= {state.presenter}, (
            "a word of somebody who presents no more"
        )
        assert len({sent.word for sent in state.words}) == len(state.words)
        if state.turn is not None:
            holder = state.turn.seat
            assert holder in seated and holder != back and holder not in state.hands
            assert state.seats[holder].role is not Role.OBSERVER
            assert state.floor in (Floor.OPEN, Floor.QUEUE, Floor.ASKER_AND_PRESENTER)
        assert back is None or back not in state.hands
        assert back is None or state.floor not in (Floor.PRESENTER, Floor.ASKER_AND_PRESENTER)
        assert back is None or state.seats[back].role is Role.MEMBER

    def everyone_knows_what_they_may(self, before: SessionState) -> None:
        for audience in Audience:
            told = news(before, self.state, audience)
            shown = self.views[audience] | told
            assert shown == view(self.state, audience)
            assert bool(told) == (shown != self.views[audience])
            self.views[audience] = shown

    def leaders_can_end_it(self) -> None:
        if self.state.stage is not Stage.ENDED:
            for leader in self.witness.leading():
                assert decide(self.state, c.End(), leader, self.now) == [e.SessionEnded(self.now)]

    def teardown(self) -> None:
        """Whoever leads ends it, and the log tells it all again. Nothing to do where not even `arrive` was run."""
        if hasattr(self, "log"):
            for leader in self.witness.leading():
                self.ask(c.End(), leader)
            assert fold(SessionState(self.form), self.log) == self.state
            half = len(self.log) // 2
            assert fold(fold(SessionState(self.form), self.log[:half]), self.log[half:]) == self.state


def run(sequences: int) -> Counter[Any]:
    Group.tally.clear()
    run_state_machine_as_test(Group, settings=settings(max_examples=sequences, stateful_step_count=50))
    assert Group.tally["sequences"] >= sequences
    return Group.tally


def test_the_form_holds_in_a_hundred_sequences() -> None:
    run(100)


@pytest.mark.slow
def test_the_form_holds_in_two_thousand_sequences_that_went_everywhere() -> None:
    tally = run(2_200)  # a few end before their fiftieth step
    assert tally["steps"] >= 2_000 * 50
    assert [kind for kind in get_args(c.Command) if not tally["asked", kind, True]] == [], "never granted"
    assert [kind for kind in get_args(e.Event) if not tally[kind]] == [], "never happened"
    assert [code for code in Code if not tally[code]] == [], "never refused so"
    assert [floor for floor in Floor if not tally["hard", floor]] == [], "never hard"
    assert tally["pushed back"] > 1_000
    assert tally["rang"] > 1_000
