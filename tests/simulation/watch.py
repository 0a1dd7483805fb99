"""Sees that the promises are kept. Told of everything by the simulated server, it believes nothing of it: what may be
heard, and when the clock has something to say, it takes from the witness, which follows the events alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from facilitation import commands as c
from facilitation import events as e
from facilitation.consequences import QUIET, _next
from facilitation.deadlines import next_deadline
from facilitation.format import Format
from facilitation.reach import NOTHING, Reach, reach
from facilitation.state import SessionState
from facilitation.vocabulary import AtLimit, Floor, Gate, Keeping, SeatId, Stage
from tests.facilitation.promises import Promises as FormPromises
from tests.facilitation.witness import Received, Witness
from tests.simulation.promises import Broken, Promise, must
from tests.simulation.steps import CASE, LEAD, TURN
from tests.simulation.ways import can_be_walked, can_end, can_leave_phase

LATE_MOST_MS = 50
"""No timer rings later than this after its deadline."""
CHANGE_REACH = frozenset({e.PresenterPushedBack, e.PresenterRecalled, e.WhisperBegan, e.WhisperEnded})
SILENT_ABOUT_REACH = QUIET - CHANGE_REACH
OF_THE_FLOOR = frozenset({
    e.FloorSet, e.TurnGranted, e.TurnEnded, e.TurnPassed, e.TurnLimitReached, e.RoundBegan, e.RoundHeldSeat,
    e.RoundCameBack,
})  # fmt: skip
KEEP_THE_WAY = QUIET | OF_THE_FLOOR
CHANGE_THE_WAY = frozenset({
    e.PhaseEntered, e.StepUndone, e.PresenterChosen, e.CaseWithdrawn, e.CaseClosed, e.SeatLeft,
})  # fmt: skip
Plane = Mapping[SeatId, Reach]
Key = tuple[int, str]


class Unwatched:
    """Nobody looks: for measuring what a meeting costs, and the face of whoever does."""

    watches = False

    def started(self, state: SessionState, plane: Plane) -> None: ...
    def restarted(self, state: SessionState, plane: Plane) -> None: ...
    def decided(
        self, state: SessionState, command: c.Command, actor: SeatId | None, events: list[e.Event], now: int
    ) -> None: ...
    def rang(self, events: list[e.Event], due: int | None, now: int) -> None: ...
    def narrowed(self, between: Plane, before: Plane, after: Plane) -> None: ...
    def committed(self, key: Key | None) -> None: ...
    def happened(
        self, before: SessionState, event: e.Event, after: SessionState, command: c.Command | None
    ) -> None: ...
    def settled(self, after: SessionState, events: list[e.Event], was: Plane, plane: Plane) -> None: ...
    def spoke(self, speaker: SeatId, listeners: frozenset[SeatId]) -> None: ...
    def lives(self, state: SessionState, now: int) -> None: ...


class Watch(Unwatched):
    watches = True

    def __init__(self, form: Format) -> None:
        self.form = form
        self.granted: Counter[str] = Counter()
        """How often each kind of command had an effect."""
        self.events: Counter[str] = Counter()
        self.phases: Counter[str] = Counter()
        """How often each phase was entered."""
        self._witness = Witness(form)
        self._of_the_form = FormPromises()
        self._of_the_form.form, self._of_the_form.witness = form, self._witness
        self._live = SessionState(form, Keeping.AGGREGATE)
        """After all that was committed."""
        self._before_crash = self._live
        self._effects: Counter[Key] = Counter()
        self._entry = self._case = self._leads = self._turn = self._over = 0
        self._turn_of_entry = 0
        self._left = 0, 0, 0
        """The case, the turn and the last turn that was over, before the last step."""
        self._expected: dict[SeatId, Received] | None = None
        self._plane: tuple[SessionState, Plane] | None = None
        """The last that was settled, and of which state."""

    # --- asking ---

    def decided(
        self, state: SessionState, command: c.Command, actor: SeatId | None, events: list[e.Event], now: int
    ) -> None:
        if not events:
            return
        self.granted[type(command).__name__] += 1
        form = self._of_the_form
        form.state, form.now = state, now
        if actor is not None and hasattr(command, "about"):
            must(command.about == self._stands(command), Promise.STALE, command)
        self._see(Promise.THEIRS_TO_ASK, lambda: form.it_was_theirs_to_ask(command, actor), command)

    def _stands(self, command: c.Command) -> int:
        if isinstance(command, CASE):
            return self._case
        if isinstance(command, TURN):
            return self._turn if self._turn > self._over else 0
        return self._leads if isinstance(command, LEAD) else self._entry

    def _see(self, promise: Promise, look: Callable[[], object], detail: object = "") -> None:
        try:
            look()
        except Broken:
            raise
        except AssertionError as error:
            raise Broken(promise, f"{detail} {str(error).partition(chr(10))[0]}".strip()) from error

    def rang(self, events: list[e.Event], due: int | None, now: int) -> None:
        expected = self._witness.due()
        reason = expected is not None and expected <= now
        must(not events or reason, Promise.NOT_EARLY, "at", now, "due at", expected)
        must(bool(events) or not reason, Promise.NOT_FORGOTTEN, "at", now, "due at", expected)

    # --- what happened ---

    def narrowed(self, between: Plane, before: Plane, after: Plane) -> None:
        for listener, (audio, video) in between.items():
            was, wanted = before.get(listener, NOTHING), after.get(listener, NOTHING)
            if not (
                audio <= was.audio and audio <= wanted.audio and video <= was.video and video <= wanted.video
            ):
                raise Broken(Promise.NARROWED, f"seat {listener}")

    def committed(self, key: Key | None) -> None:
        if key is not None:
            self._effects[key] += 1
            must(self._effects[key] == 1, Promise.ONE_EFFECT, "seat and id", key)

    def happened(
        self, before: SessionState, event: e.Event, after: SessionState, command: c.Command | None
    ) -> None:
        self._live, self._expected = after, None
        self.events[type(event).__name__] += 1
        by_ms = command.by_ms if isinstance(command, c.Extend) else 0
        match event:
            case e.LinkLost() | e.LinkRestored() | e.PageOpened() | e.PageClosed():
                self._survives(before, after)
                if isinstance(event, e.LinkRestored | e.PageOpened):
                    _no_more(self._reach_of(before), reach(after))
            case e.PhaseEntered():
                self._left = self._case, self._turn, self._over
                self._entry, self._case, self._over = event.entry, event.case, self._turn
                self.phases[self.form.phases[event.phase].key] += 1
            case e.StepUndone():
                self._entry = self._turn_of_entry = event.entry
                self._case, self._turn, self._over = self._left
            case e.TurnGranted():
                must(self._turn <= self._over, Promise.ONE_HOLDER, "turn", self._turn, "has not ended")
                self._turn, self._turn_of_entry = event.turn, self._entry
            case e.TurnEnded() | e.TurnPassed():
                self._over = event.turn
            case e.LeadPassed():
                self._leads = event.number
        try:
            self._witness.follow(event, by_ms)
        except AssertionError as error:
            raise Broken(Promise.IN_ORDER, f"{event} {error}") from error
        if self._witness.holder is None:
            self._over = self._turn

    def _reach_of(self, state: SessionState) -> Plane:
        return self._plane[1] if self._plane and self._plane[0] is state else reach(state)

    def _survives(self, before: SessionState, after: SessionState) -> None:
        for name in ("hands", "turn", "stance", "presenter", "offers", "round", "outer", "cast", "private"):
            must(getattr(before, name) == getattr(after, name), Promise.SURVIVES, name)
        sits = {seat: (holder.role, holder.standing) for seat, holder in before.seats.items()}
        kept = {seat: (holder.role, holder.standing) for seat, holder in after.seats.items()}
        must(sits == kept, Promise.SURVIVES, "seats")

    def settled(self, after: SessionState, events: list[e.Event], was: Plane, plane: Plane) -> None:
        """When everything that follows from a command or a deadline has happened."""
        self._plane = after, plane
        types = {type(event) for event in events}
        self._timer(after)
        must(_next(after, after.at) == [], Promise.NOTHING_LEFT)
        if plane is not was or not types <= SILENT_ABOUT_REACH:
            self._heard(after, plane)
        self._floor(after)
        self._see(Promise.IN_ORDER, lambda: self._in_order(after, types))
        if not types <= KEEP_THE_WAY:
            self._ways(after, walks=not types.isdisjoint(CHANGE_THE_WAY))

    def _in_order(self, state: SessionState, types: set[type]) -> None:
        form = self._of_the_form
        form.state, form.now = state, state.at
        form.the_floor_is_in_order()
        if not types <= QUIET:
            form.parts_and_rooms_are_in_order()
            form.the_clocks_stand_for_a_reason()

    def _ways(self, state: SessionState, *, walks: bool) -> None:
        if state.stage is Stage.ENDED:
            return
        must(can_end(state), Promise.CLOSES)
        if walks and state.stage is Stage.RUNNING:
            # One step from every phase, and all that are left from some.
            must((can_be_walked if self._entry % 4 == 0 else can_leave_phase)(state), Promise.WAY_OUT)

    def _timer(self, state: SessionState) -> None:
        due, expected = next_deadline(state), self._witness.due()
        if due != expected:
            early = due is not None and (expected is None or due < expected)
            raise Broken(
                Promise.NOT_EARLY if early else Promise.NOT_FORGOTTEN, f"due at {expected}, armed for {due}"
            )

    def _floor(self, state: SessionState) -> None:
        turn = state.turn
        if turn is None:
            return
        must(turn.number == self._turn > self._over, Promise.LIVE_TURN, "ended: turn", turn.number)
        must(self._turn_of_entry == self._entry, Promise.LIVE_TURN, "forgotten: turn", turn.number)
        holder = state.seats[turn.seat]
        here = holder.sits and turn.seat not in state.stepped_out and turn.seat != state.back
        must(here, Promise.LIVE_TURN, "its holder is not there: seat", turn.seat)

    # --- who hears whom ---

    def _receives(self) -> dict[SeatId, Received]:
        if self._expected is None:
            self._expected = self._witness.receives()
        return self._expected

    def _heard(self, state: SessionState, plane: Plane) -> None:
        aside = state.stepped_out
        circle = [received.audio for listener, received in plane.items() if listener not in aside]
        heard: frozenset[SeatId] = frozenset().union(*circle)
        back = self._witness.back()
        must(back is None or back not in heard, Promise.PUSHED_BACK, "seat", back)
        if state.gate is Gate.HARD and state.floor in (Floor.QUEUE, Floor.ROUND) and not state.suspended:
            phase = state.phase
            answers = phase is not None and phase.round.presenter_answers and state.floor is Floor.ROUND
            members = {seat for seat in heard if not state.seats[seat].leads}
            holders = members - ({state.presenter} if answers else set())
            must(len(holders) <= 1, Promise.ONE_HOLDER, "seats", holders)
        expected = self._receives()
        if {s: (r.audio, r.video) for s, r in plane.items()} != expected:
            raise Broken(Promise.IN_REACH, _differ(plane, expected))

    def spoke(self, speaker: SeatId, listeners: frozenset[SeatId]) -> None:
        expected = self._receives()
        for listener in listeners:
            may = listener in expected and speaker in expected[listener][0]
            must(may, Promise.IN_REACH, "seat", listener, "hears seat", speaker)

    def lives(self, state: SessionState, now: int) -> None:
        turn, phase = state.turn, state.phase
        if turn is None or turn.ends_at is None or phase is None or phase.turn.at_limit is not AtLimit.END:
            return
        over = not state.holds and now > turn.ends_at + LATE_MOST_MS
        must(not over, Promise.LIVE_TURN, "expired: turn", turn.number)

    # --- crashes ---

    def started(self, state: SessionState, plane: Plane) -> None:
        """Another run of the server has read the log."""
        must(state == self._live, Promise.REPLAY)
        self._before_crash = self._live

    def restarted(self, state: SessionState, plane: Plane) -> None:
        self._survives(self._before_crash, state)
        _no_more(reach(self._before_crash), plane)


def _no_more(before: Plane, after: Plane) -> None:
    for listener, received in after.items():
        was = before.get(listener)
        more = was is None or not (received.audio <= was.audio and received.video <= was.video)
        must(not more, Promise.NO_MORE_REACH, "seat", listener)


def _differ(plane: Plane, expected: Mapping[SeatId, Received]) -> str:
    """The first listener who receives what they may not, or not what they should."""
    for listener in sorted({*plane, *expected}):
        got = plane[listener].audio if listener in plane else frozenset()
        audio = expected[listener][0] if listener in expected else frozenset()
        if got != audio:
            return f"seat {listener} hears {sorted(got)} and should hear {sorted(audio)}"
    return "pictures"
