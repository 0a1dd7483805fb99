"""A session with people in it, for tests that read like a meeting. The test says what time it is."""

from __future__ import annotations

from dataclasses import fields

from facilitation import commands as c
from facilitation import events as e
from facilitation.deadlines import on_deadline
from facilitation.evolution import evolve, fold
from facilitation.format import Format
from facilitation.reach import reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import Circle, Code, Keeping, Part, Refused, Role, SeatId
from tests.facilitation.forms import CLASSIC

LEA, CARL, ANN, BEN, CAT, DAN, OBI, WIM = (SeatId(n) for n in range(1, 9))
"""The leader, the co-leader, four members, an observer; Wim waits."""
STRANGER = SeatId(99)
NAMES = {LEA: "Lea", CARL: "Carl", ANN: "Ann", BEN: "Ben", CAT: "Cat", DAN: "Dan", OBI: "Obi", WIM: "Wim"}
ROLES = [Role.LEADER, Role.CO_LEADER, *[Role.MEMBER] * 4, Role.OBSERVER, Role.MEMBER]
MINUTE = 60_000


class Meeting:
    """`ask` grants or fails the test; `refused` gives the code and sees that nothing changed."""

    def __init__(self, form: Format = CLASSIC, keeping: Keeping = Keeping.NOTHING) -> None:
        self.state = SessionState(form, keeping)
        self.now = 0
        self.log: list[e.Event] = []

    def ask(self, command: c.Command, actor: SeatId | None = LEA) -> list[e.Event]:
        return self._happened(decide(self.state, command, actor, self.now))

    def refused(self, command: c.Command, actor: SeatId | None = LEA) -> Refused:
        before, again = self.state, fold(SessionState(self.state.format, self.state.keeping), self.log)
        try:
            events = decide(self.state, command, actor, self.now)
        except Refused as refusal:
            assert self.state is before and before == again
            return refusal
        raise AssertionError(f"granted: {events}")

    def answer(self, command: c.Command, actor: SeatId | None = LEA) -> Code | list[str]:
        """The code of the refusal, or what happened, by name."""
        try:
            return [type(event).__name__ for event in self.ask(command, actor)]
        except Refused as refusal:
            return refusal.code

    def wait(self, ms: int) -> list[e.Event]:
        """Time passes, and the timer rings if it must."""
        self.now += ms
        return self._happened(on_deadline(self.state, self.now))

    def _happened(self, events: list[e.Event]) -> list[e.Event]:
        for event in events:
            assert event.at == self.now
            assert None not in [getattr(event, one.name) for one in fields(event) if one.name != "ends_at"]
            if isinstance(event, e.TurnEnded | e.TurnPassed | e.TurnLimitReached):
                assert self.state.turn and event.turn == self.state.turn.number
            self.state = evolve(self.state, event)
        self.log += events
        return events

    # --- a case ---

    def advance(self, to: str | None = None) -> None:
        self.ask(c.Advance(self.state.entry, to))

    def go_to(self, key: str) -> Meeting:
        """The case goes its way, with Ann as presenter, until the phase of this key.

        Where a scene is played Ben plays in it; of two circles Ben and Cat sit with Ann in the inner one."""
        if self.state.phase is None:
            self.ask(c.Begin())
        while self.state.phase is not None and self.state.phase.key != key:
            self.settle()
            self.advance()
        return self

    def settle(self) -> None:
        """What this phase is for is done."""
        phase, state = self.state.phase, self.state
        if phase is None:
            return
        if phase.offers and state.presenter is None:
            self.ask(c.OfferCase(state.case), ANN)
            self.ask(c.ChoosePresenter(state.case, ANN))
        if phase.accept:
            self.ask(c.AcceptAudience(state.case), ANN)
            if state.format.circles:
                for seat in (BEN, CAT):
                    self.ask(c.MoveSeat(seat, Circle.INNER))
        if phase.casting:
            self.ask(c.InviteToPart(state.entry, BEN, Part.AUXILIARY), ANN)
            self.ask(c.AnswerInvitation(True), BEN)

    def link(self, seat: SeatId, up: bool) -> list[e.Event]:
        return self.ask(c.ReportLink(seat, up), None)

    def page(self, seat: SeatId, open: bool) -> list[e.Event]:
        return self.ask(c.ReportPage(seat, open), None)

    def lose(self, *seats: SeatId) -> Meeting:
        """Links that were up are down."""
        for seat in seats:
            self.link(seat, True)
        for seat in seats:
            self.link(seat, False)
        return self

    def heard_by(self, listener: SeatId) -> str:
        """Whom this seat hears, as names; "-" is nobody."""
        received = reach(self.state).get(listener)
        return (
            " ".join(NAMES[seat] for seat in sorted(received.audio)) if received and received.audio else "-"
        )

    def seen_by(self, listener: SeatId) -> str:
        received = reach(self.state).get(listener)
        return (
            " ".join(NAMES[seat] for seat in sorted(received.video)) if received and received.video else "-"
        )


def undo(meeting: Meeting) -> c.UndoStep:
    """What the page offers to undo, if anything."""
    return c.UndoStep(meeting.state.entry, meeting.state.undo_to)


def gathered(form: Format = CLASSIC, keeping: Keeping = Keeping.NOTHING) -> Meeting:
    """Everybody came; Wim is not admitted yet."""
    meeting = Meeting(form, keeping)
    for role in ROLES:
        meeting.ask(c.TakeSeat(role), None)
    for seat in (ANN, BEN, CAT, DAN, OBI):
        meeting.ask(c.Admit(seat))
    return meeting


def at(key: str, form: Format = CLASSIC, keeping: Keeping = Keeping.NOTHING) -> Meeting:
    return gathered(form, keeping).go_to(key)
