"""An independent statement of the form's promise: who may be heard and seen, and when the clock has something to say.

Written from what a Balint group is promised, not from the code: it follows the events alone, and may not import
facilitation.state, reach, floor, phases, accidents, deadlines or audience. Where it and the code disagree, one of them
is wrong.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from facilitation import events as e
from facilitation.format import Format, Phase
from facilitation.vocabulary import (
    LEADING,
    AtLimit,
    Circle,
    Floor,
    Gate,
    Heard,
    Hold,
    Role,
    SeatId,
    Stance,
    Standing,
    Word,
)
from tests.facilitation.stopwatch import Stopwatch

Received = tuple[frozenset[SeatId], frozenset[SeatId]]
"""What one listener receives: the seats whose audio, the seats whose video."""


class Witness:
    """Sees every event as it happens."""

    def __init__(self, form: Format) -> None:
        self.form = form
        self.roles: dict[SeatId, Role] = {}
        self.sitting: set[SeatId] = set()
        self.waiting: set[SeatId] = set()
        self.removed: set[SeatId] = set()
        self.lost: dict[SeatId, int] = {}
        self.there: dict[SeatId, set[str]] = {}
        self.missed: dict[SeatId, int] = {}
        self.cut_off: dict[SeatId, int] = {}
        self.lead: SeatId | None = None
        self.ended = False
        self.outer: set[SeatId] = set()
        self.phase: Phase | None = None
        self.case = 0
        self.called_in: int | None = None
        self.presenter: SeatId | None = None
        self.accepted = self.awaited = False
        self.bring_back_at: int | None = None
        self.stance = Stance.IN_CIRCLE
        self.suspended = False
        self.floor = Floor.OPEN
        self.gate = Gate.SOFT
        self.holder: SeatId | None = None
        self.cast: set[SeatId] = set()
        self.put_away: set[SeatId] = set()
        self.whispering: set[SeatId] = set()
        self.private: tuple[SeatId, SeatId] | None = None
        self.joined: SeatId | None = None
        self.left_there: set[SeatId] = set()
        self.asking: SeatId | None = None
        self.agreed: set[SeatId] = set()
        self.clock = Stopwatch()
        self.left: dict[str, Any] = {}
        """What was so before the last step."""

    # --- following ---

    def follow(self, event: e.Event, extended_by: int = 0) -> None:
        """`extended_by` is what a leader asked for, in ms, where the event is an extension."""
        for follow in (self._coming, self._case, self._aside, self._floor):
            follow(event)
        self.clock.follow(event, self.phase, self.form, extended_by)

    def _coming(self, event: e.Event) -> None:
        match event:
            case e.SeatTaken(seat=seat, role=role, standing=standing):
                assert seat not in self.removed, "somebody who was removed is back"
                self.roles[seat] = role
                self._not_missed(seat)
                (self.sitting if standing is Standing.SEATED else self.waiting).add(seat)
                if role not in LEADING:
                    self.outer |= {seat} if self.form.circles else set()
                elif self.lead is None or self._stands_in(role):
                    self.lead = seat
            case e.SeatAdmitted(seat=seat):
                self.waiting.discard(seat)
                self.sitting.add(seat)
            case e.SeatLeft(at=at, seat=seat) | e.SeatRemoved(at=at, seat=seat):
                if self.phase and self.phase.within == "leaders" and seat in self.leading():
                    self.clock.holds |= {hold: at for hold in self.clock.holds if hold is Hold.NO_LEADER}
                if isinstance(event, e.SeatRemoved):
                    self.removed.add(seat)
                self.waiting.discard(seat)
                self._goes(seat)
            case e.LinkLost(at=at, seat=seat):
                self.lost[seat] = at
                self._goes_silent(seat, "link", at)
            case e.LinkRestored(seat=seat):
                self.lost.pop(seat, None)
                self._is_there(seat, "link")
                if seat == self.presenter:
                    self.awaited = True
            case e.PageOpened(seat=seat):
                self.cut_off.pop(seat, None)
                self._is_there(seat, "page")
            case e.PageClosed(at=at, seat=seat):
                self.cut_off[seat] = at
                self._goes_silent(seat, "page", at)
            case e.LeadPassed(seat=seat):
                assert seat in self.leading(), "nobody leads who is no leader here"
                self.lead = seat
            case e.SeatMoved(seat=seat, circle=circle):
                self.outer = self.outer - {seat} | ({seat} if circle is Circle.OUTER else set())
                self._without_turn(seat)
            case e.SessionEnded():
                self.ended, self.holder = True, None
                self.cast, self.whispering = set(), set()

    def _is_there(self, seat: SeatId, by: str) -> None:
        self.there.setdefault(seat, set()).add(by)
        self.missed.pop(seat, None)

    def _goes_silent(self, seat: SeatId, by: str, at: int) -> None:
        self.there.setdefault(seat, set()).discard(by)
        if not self.there[seat]:
            self.missed[seat] = at

    def _not_missed(self, seat: SeatId) -> None:
        for seats in (self.lost, self.missed, self.cut_off, self.there):
            seats.pop(seat, None)

    def _stands_in(self, role: Role) -> bool:
        """Before it begins a co-leader leads only until a leader comes."""
        assert self.lead is not None
        return self.phase is None and role is Role.LEADER and self.roles[self.lead] is Role.CO_LEADER

    def _goes(self, seat: SeatId) -> None:
        for group in (self.sitting, self.outer, self.cast, self.put_away, self.whispering, self.left_there):
            group.discard(seat)
        self._not_missed(seat)
        self._without_turn(seat)
        if seat == self.presenter:
            self._no_presenter()
        if seat == self.lead:
            self.lead = None
        if self.joined is not None and self.private and seat in (self.joined, self.private[0]):
            self._one_leader_stays(seat)
        elif self.private and seat in self.private:
            self._private_room_ends(without=seat)
        elif seat == self.asking:
            self.asking = None

    def _case(self, event: e.Event) -> None:
        match event:
            case e.PhaseEntered():
                self._remember(event)
                self._enter(event)
            case e.StepUndone():
                asked = self.bring_back_at
                vars(self).update(self.left)
                if self.bring_back_at is None and self.stance is not Stance.IN_CIRCLE:
                    self.bring_back_at = asked
                for seat in self.left_there:
                    self._without_turn(seat)
            case e.PresenterChosen(seat=seat):
                self._no_presenter()
                self.presenter = seat
            case e.OfferWithdrawn(seat=seat) | e.CaseWithdrawn(seat=seat) if seat == self.presenter:
                self._no_presenter()
            case e.CaseClosed():
                self._no_presenter()
            case e.AudienceAccepted():
                self.accepted = True
            case e.PresenterNotAwaited():
                self.awaited = False
            case e.PresenterRecalled():
                self.stance, self.bring_back_at = Stance.IN_CIRCLE, None
            case e.PresenterPushedBack():
                assert self.phase is not None and self.presenter is not None
                self.stance = self.phase.stance
                self._without_turn(self.presenter)
            case e.PushBackSuspended():
                assert self.led_by() == set(), "somebody is there to lead"
                self.suspended = True
            case e.PushBackRestored():
                self.suspended = False
            case e.WordSent(at=at, word=Word.BRING_ME_BACK):
                self.bring_back_at = at if self.bring_back_at is None else self.bring_back_at
            case e.WordHeeded(word=Word.BRING_ME_BACK):
                self.bring_back_at = None

    def _no_presenter(self) -> None:
        self.presenter, self.stance, self.put_away = None, Stance.IN_CIRCLE, set()
        self.accepted, self.awaited, self.bring_back_at = False, True, None

    def _remember(self, event: e.PhaseEntered) -> None:
        names = ["phase", "stance", "floor", "gate", "holder", "cast", "put_away", "bring_back_at"]
        if event.case != self.case:
            names += ["case", "called_in", "presenter", "accepted", "awaited"]
        self.left = {name: copy(getattr(self, name)) for name in names} | {"clock": self.clock.as_it_is()}

    def _enter(self, event: e.PhaseEntered) -> None:
        self.phase = self.form.phases[event.phase]
        if event.case != self.case:
            self.case, self.called_in = event.case, event.phase
            self._no_presenter()
        if Stance.IN_CIRCLE in (self.stance, self.phase.stance) or self.presenter is None:
            self.bring_back_at = None
        self.floor, self.gate, self.stance = self.phase.floor, self.phase.gate, self.phase.stance
        self.holder = None
        if self._has_parts() and not self.cast:
            self.cast, self.put_away = (self.put_away if event.back else set()), set()

    def _has_parts(self) -> bool:
        return self.phase is not None and (self.phase.casting or self.phase.heard is Heard.CAST)

    def _one_leader_stays(self, gone: SeatId) -> None:
        assert self.private is not None and self.joined is not None
        self.private = (self.private[0] if gone == self.joined else self.joined, self.private[1])
        self.joined = None

    def _private_room_ends(self, without: SeatId) -> None:
        """Nobody is put on the air of the circle by somebody else: they come back when they like."""
        self.left_there |= self._with_each_other() - {without}
        self.private = self.joined = self.asking = None

    def _aside(self, event: e.Event) -> None:
        """The cast of a scene, whispers, the private room."""
        match event:
            case e.PartTaken(seat=seat):
                self.cast.add(seat)
            case e.PartTakenOff(seat=seat):
                self.cast.discard(seat)
            case e.PartsSwapped(seat=seat, other=other):
                if len({seat, other} & self.cast) == 1:
                    self.cast ^= {seat, other}
            case e.PartsTakenOff():
                self.cast, self.put_away = set(), self.cast
            case e.WhisperBegan(seat=seat):
                self.whispering.add(seat)
            case e.WhisperEnded(seat=seat):
                self.whispering.discard(seat)
            case e.PrivateRoomOpened(leader=leader, seat=seat):
                self.private = (leader, seat)
                self._steps_out(leader)
                self._steps_out(seat)
            case e.PrivateRoomAsked(seat=seat):
                self.asking, self.agreed = seat, set()
            case e.PrivateRoomAgreed(seat=seat):
                self.agreed.add(seat)
                if self.private and self.asking is not None and self.agreed >= set(self.private):
                    self.joined, self.asking = self.asking, None
                    self._steps_out(self.joined)
            case e.PrivateRoomLeft(seat=seat):
                self._one_leader_stays(seat)
            case e.PrivateRoomClosed(aside=aside):
                self.private = self.joined = self.asking = None
                self.left_there |= set(aside)
            case e.SteppedOut(seat=seat):
                if seat == self.asking:
                    self.asking = None
                self._steps_out(seat)
                self.left_there.add(seat)
            case e.SteppedBackIn(seat=seat):
                assert seat in self.left_there
                self.left_there.discard(seat)
                self.awaited = self.awaited or seat == self.presenter

    def _steps_out(self, seat: SeatId) -> None:
        self.whispering.discard(seat)
        self.left_there.discard(seat)
        self._without_turn(seat)

    def _floor(self, event: e.Event) -> None:
        match event:
            case e.FloorSet(floor=floor, gate=gate):
                self.floor, self.gate = floor, gate
            case e.TurnGranted(seat=seat):
                assert self.holder is None, "two have the turn"
                self.holder = seat
            case e.TurnEnded() | e.TurnPassed():
                assert self.holder is not None, "a turn ends that nobody had"
                self.holder = None

    def _without_turn(self, seat: SeatId) -> None:
        if seat == self.holder:
            self.holder = None
            self.clock.no_turn()

    # --- saying ---

    def leading(self) -> set[SeatId]:
        return {s for s in self.sitting if self.roles[s] in LEADING}

    def led_by(self) -> set[SeatId]:
        """The leaders who are there by page or by link, or whom nobody has missed yet, and who are not out alone."""
        return self.leading() - self.missed.keys() - self.left_there

    def could_lead(self) -> set[SeatId]:
        """Of these whoever is in the circle, if anybody is."""
        return self.led_by() - self._with_each_other() or self.led_by()

    def holds(self) -> set[Hold]:
        """Why the clocks must stand still, a leader's pause apart."""
        wanted = {
            Hold.NO_LEADER: not self.led_by(),
            Hold.PRESENTER: self.presenter in self.lost.keys() | self.left_there
            and self.awaited
            and self.phase is not None
            and self.phase.needs_presenter,
            Hold.SPEAKER: self.holder in self.lost and self.form.grace.speaker_ms > 0,
        }
        return {hold for hold, reason in wanted.items() if reason}

    def due(self) -> int | None:
        """When something happens by itself, if nobody does anything."""
        if self.ended or self.phase is None:
            return None
        alone = self.phase.within == "leaders"
        out = self.presenter in self.left_there
        if alone and Hold.NO_LEADER in self.clock.holds:  # five minutes after nobody is left who leads
            lost = [self.missed.get(seat) for seat in self.leading()]
            since = [self.clock.holds[Hold.NO_LEADER], *filter(None, lost)]
            return None if None in lost else max(since) + 300_000
        ends = self.clock.due(self.form, may_suspend=not (self.suspended or alone), asks=not out)
        if self.lead in self.missed and self.lead is not None and self.led_by():
            ends.append(self.missed[self.lead] + self.form.grace.leader_ms)
        if self.lead in self.cut_off and any("page" in self.there.get(s, ()) for s in self.could_lead()):
            ends.append(self.cut_off[self.lead] + self.form.grace.leader_ms)
        return min(ends, default=None)

    def overdue_turn(self, now: int) -> bool:
        """Whether somebody holds a turn that the format has ended by now."""
        if self.phase is None or self.phase.turn.at_limit is not AtLimit.END:
            return False
        return self.holder is not None and self.clock.turn_is_over(now)

    def _with_each_other(self) -> set[SeatId]:
        if self.private is None or self.ended:
            return set()
        return {*self.private} | ({self.joined} if self.joined is not None else set())

    def inside(self) -> set[SeatId]:
        """Who is in the private room, or was left in it."""
        return set() if self.ended else self._with_each_other() | self.left_there

    def room(self) -> set[SeatId]:
        """Who shares the room now."""
        if self.ended:
            return set()
        alone = self.phase is not None and self.phase.within == "leaders"
        return (self.leading() if alone else self.sitting) - self.inside()

    def back(self) -> SeatId | None:
        """The presenter, while the push back stands."""
        return None if self.suspended or self.stance is Stance.IN_CIRCLE else self.presenter

    def receives(self) -> dict[SeatId, Received]:
        """What everybody who receives anything at all receives."""
        room, back, leading, inside = self.room(), self.back(), self.leading(), self._with_each_other()
        heard = {s for s in room if self.may_be_heard(s)} - {back}
        unseen = {s for s in self.outer if s != self.holder}
        if self.stance is Stance.BACK_HIDDEN and back is not None:
            unseen.add(back)
        seen = room - unseen
        aloud = heard - self.whispering
        received = {
            s: (frozenset((heard if s in leading else aloud) - {s}), frozenset(seen - {s})) for s in room
        }
        return received | {s: (frozenset(inside - {s}), frozenset(inside - {s})) for s in inside}

    def may_be_heard(self, seat: SeatId) -> bool:
        """Push back apart."""
        member = self.roles[seat] is Role.MEMBER
        if self.roles[seat] in LEADING or (self.suspended and member and seat not in self.outer):
            return True
        working = {
            Heard.CIRCLE: member and seat not in self.outer,
            Heard.OUTER: seat in self.outer and seat == self.holder,
            Heard.CAST: seat in self.cast or seat == self.holder,
        }[self.phase.heard if self.phase else Heard.CIRCLE]
        return working and (self.gate is Gate.SOFT or self.floor is Floor.OPEN or seat in self._entitled())

    def _entitled(self) -> set[SeatId | None]:
        answers = self.phase is not None and self.phase.round.presenter_answers
        table: dict[Floor, set[SeatId | None]] = {
            Floor.QUEUE: {self.holder},
            Floor.ROUND: {self.holder, self.presenter if answers else None},
            Floor.PRESENTER: {self.presenter},
            Floor.ASKER_AND_PRESENTER: {self.holder, self.presenter},
        }
        return table.get(self.floor, set())
