"""An independent statement of the form's promise: who may be heard and seen, and when the clock has something to say.

Written from what a Balint group is promised, not from the code: it follows the events alone, and may not import
facilitation.state, reach, floor, phases, deadlines or audience. Where it and the code disagree, one of them is wrong.
"""

from __future__ import annotations

from facilitation import events as e
from facilitation.format import Format, Phase
from facilitation.vocabulary import AtLimit, Floor, Gate, Role, SeatId, Stance, Standing

Received = tuple[frozenset[SeatId], frozenset[SeatId]]
"""What one listener receives: the seats whose audio, the seats whose video."""


class Witness:
    """Sees every event as it happens."""

    def __init__(self, form: Format) -> None:
        self.form = form
        self.roles: dict[SeatId, Role] = {}
        self.sitting: set[SeatId] = set()
        self.removed: set[SeatId] = set()
        self.ended = False
        self.phase: Phase | None = None
        self.case = 0
        self.presenter: SeatId | None = None
        self.stance = Stance.IN_CIRCLE
        self.floor = Floor.OPEN
        self.gate = Gate.SOFT
        self.holder: SeatId | None = None
        # Time in which the session really ran: pauses are not counted, so a pause moves nothing here.
        self.stood = 0
        self.stands_since: int | None = None
        self.phase_end: int | None = None
        self.turn_end: int | None = None

    # --- following ---

    def follow(self, event: e.Event, extended_by: int = 0) -> None:
        """`extended_by` is what a leader asked for, in ms, where the event is an extension."""
        match event:
            case e.SeatTaken(seat=seat, role=role, standing=standing):
                assert seat not in self.removed, "somebody who was removed is back"
                self.roles[seat] = role
                if standing is Standing.SEATED:
                    self.sitting.add(seat)
            case e.SeatAdmitted(seat=seat):
                self.sitting.add(seat)
            case e.SeatLeft(seat=seat) | e.SeatRemoved(seat=seat):
                self.sitting.discard(seat)
                if isinstance(event, e.SeatRemoved):
                    self.removed.add(seat)
                if seat == self.holder:
                    self._no_turn()
                if seat == self.presenter:
                    self.presenter = None
            case e.PresenterChosen(seat=seat):
                self.presenter = seat
            case e.OfferWithdrawn(seat=seat) if seat == self.presenter:
                self.presenter = None
            case e.PresenterRecalled():
                self.stance = Stance.IN_CIRCLE
            case e.PresenterPushedBack():
                assert self.phase is not None
                self.stance = self.phase.stance
                if self.holder == self.presenter:
                    self._no_turn()
            case e.FloorSet(floor=floor, gate=gate):
                self.floor, self.gate = floor, gate
            case e.SessionEnded():
                self.ended = True
            case _:
                self._follow_the_clock(event, extended_by)

    def _follow_the_clock(self, event: e.Event, extended_by: int) -> None:
        match event:
            case e.PhaseEntered():
                self._enter(event)
            case e.PhaseExtended(at=at):
                assert self.phase_end is not None
                self.phase_end = max(self.phase_end, self.ran(at)) + extended_by
                self.phase_told = False
            case e.PhaseLimitReached():
                self.phase_told = True
            case e.SessionPaused(at=at):
                self.stands_since = at
            case e.SessionResumed(at=at):
                self._go_on(at)
            case e.TurnGranted(at=at, seat=seat):
                assert self.phase is not None
                self.holder = seat
                limit = self.phase.turn.limit_ms
                self.turn_end = None if limit is None else self.ran(at) + limit
                self.turn_told = False
            case e.TurnLimitReached():
                self.turn_told = True
            case e.TurnEnded():
                self._no_turn()

    def _enter(self, event: e.PhaseEntered) -> None:
        self._go_on(event.at)
        self.phase = self.form.phases[event.phase]
        if event.case != self.case:
            self.case, self.presenter = event.case, None
        self.floor, self.gate, self.stance = self.phase.floor, self.phase.gate, self.phase.stance
        self._no_turn()
        length = self.phase.typical_ms
        self.phase_end = self.ran(event.at) + length if length else None
        self.phase_told = False

    def _no_turn(self) -> None:
        self.holder = self.turn_end = None

    def _go_on(self, at: int) -> None:
        if self.stands_since is not None:
            self.stood += at - self.stands_since
            self.stands_since = None

    # --- saying ---

    def ran(self, at: int) -> int:
        """For how long, in ms, the session had really run at `at`."""
        return (at if self.stands_since is None else self.stands_since) - self.stood

    def due(self) -> int | None:
        """When something happens by itself, if nobody does anything."""
        if self.ended or self.phase is None or self.stands_since is not None:
            return None
        ends = []
        if self.phase_end is not None and not self.phase_told:
            ends.append(self.phase_end)
        if self.turn_end is not None and not self.turn_told:
            ends.append(self.turn_end)
        return min(ends) + self.stood if ends else None

    def overdue_turn(self, now: int) -> bool:
        """Whether somebody holds a turn that the format has ended by now."""
        if self.turn_end is None or self.phase is None or self.stands_since is not None:
            return False
        return self.phase.turn.at_limit is AtLimit.END and self.ran(now) >= self.turn_end

    def leading(self) -> set[SeatId]:
        return {s for s in self.sitting if self.roles[s] in (Role.LEADER, Role.CO_LEADER)}

    def room(self) -> set[SeatId]:
        """Who shares the room now."""
        if self.ended:
            return set()
        return self.leading() if self.phase is not None and self.phase.within == "leaders" else self.sitting

    def receives(self) -> dict[SeatId, Received]:
        """What everybody who receives anything at all receives."""
        room = self.room()
        back = self.presenter if self.stance is not Stance.IN_CIRCLE else None
        heard = {s for s in room if self._may_be_heard(s)} - {back}
        seen = room - ({back} if self.stance is Stance.BACK_HIDDEN else set())
        return {s: (frozenset(heard - {s}), frozenset(seen - {s})) for s in room}

    def _may_be_heard(self, seat: SeatId) -> bool:
        """Push back apart."""
        role = self.roles[seat]
        if role is Role.OBSERVER:
            return False
        if role is not Role.MEMBER or self.gate is Gate.SOFT or self.floor is Floor.OPEN:
            return True
        entitled = {
            Floor.QUEUE: [self.holder],
            Floor.PRESENTER: [self.presenter],
            Floor.ASKER_AND_PRESENTER: [self.holder, self.presenter],
            Floor.LEADERS: [],
        }
        return seat in entitled[self.floor]
