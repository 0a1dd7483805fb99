"""What must be true of a session at any time; the witness says what was promised, the code what is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, Views, live_views, renewed
from facilitation.evolution import fold
from facilitation.format import Format
from facilitation.reach import Reach, in_circle, narrowed, reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import (
    PRESENTERS,
    PRESENTERS_WORDS,
    TAKES_TURNS,
    AtLimit,
    Floor,
    Gate,
    Heard,
    Hold,
    Refused,
    Role,
    SeatId,
    Stage,
    Standing,
    Word,
)
from tests.facilitation.witness import Witness

LEADERS_ALONE = (
    c.Admit, c.Remove, c.Begin, c.End, c.Advance, c.StepBack, c.Extend, c.Pause, c.Resume, c.SetFloor, c.GrantTurn,
    c.BeginRound, c.ChoosePresenter, c.CloseChoice, c.CloseCase, c.GoOn, c.MoveSeat, c.SwapParts, c.Unfreeze,
    c.PassLead, c.HeedWord, c.NoteWord, c.Whisper, c.OpenPrivateRoom, c.AskIntoPrivateRoom, c.UndoStep, c.Mark,
    c.TakeBackMark,
)  # fmt: skip
"""Written out, and not taken from the code."""
FROM_THE_PRIVATE_ROOM = (
    c.Leave, c.TellLeaders, c.SayLeavingEarly, c.AgreeInPrivateRoom, c.LeavePrivateRoom, c.TakeOffPart, c.WithdrawCase,
)  # fmt: skip
"""What a member may ask from there."""
FROM_THE_CIRCLE = (
    c.Begin, c.Advance, c.StepBack, c.UndoStep, c.Extend, c.Resume, c.ChoosePresenter, c.CloseChoice, c.CloseCase,
    c.GoOn, c.Recall, c.PushBack, c.SetFloor, c.LowerHand, c.GrantTurn, c.EndTurn, c.BeginRound, c.MoveSeat,
    c.InviteToPart, c.SwapParts, c.TakeOffPart, c.Freeze, c.Unfreeze,
)  # fmt: skip
"""What becomes of the circle."""
ABOUT_THE_CASE = (
    c.ChoosePresenter, c.OfferCase, c.WithdrawOffer, c.NameOne, c.CloseChoice, c.AcceptAudience, c.WithdrawCase,
    c.CloseCase, c.GoOn,
)  # fmt: skip


class Promises:
    """Of one session at one time."""

    tally: ClassVar[Counter[Any]] = Counter()
    form: Format
    state: SessionState
    witness: Witness
    now: int
    views: Views
    looked_at: bool
    last_reach: tuple[SessionState, Mapping[SeatId, Reach]] | None = None
    """Of the state that was looked at last."""

    def it_was_theirs_to_ask(self, command: c.Command, actor: SeatId | None) -> None:
        """Looks at what stood before the granted thing happens."""
        state, witness = self.state, self.witness
        if isinstance(command, c.HouseCommand):
            assert actor is None
            return
        assert actor is not None
        leads = actor in witness.leading()
        inside = actor in witness.inside() and (leads or isinstance(command, FROM_THE_PRIVATE_ROOM))
        told = isinstance(command, c.TellLeaders) and actor in witness.waiting | witness.sitting
        assert actor in witness.room() or inside or told or isinstance(command, c.Leave)
        assert leads or not isinstance(command, LEADERS_ALONE)
        if isinstance(command, FROM_THE_CIRCLE):
            assert not (leads and actor in witness.inside()), "who is out goes back first"
        if isinstance(command, ABOUT_THE_CASE):
            assert command.about == witness.case
        elif isinstance(command, c.EndTurn | c.PassTurn):
            # The last that was granted; or one that an undone step has given back.
            assert (
                witness.holder is not None
                and state.turn
                and command.about == state.turn.number <= state.turns
            )
            assert actor == witness.holder or (leads and isinstance(command, c.EndTurn))
        elif isinstance(command, c.PassLead):
            assert command.about == state.leads
        else:
            assert getattr(command, "about", state.entry) == state.entry
        if isinstance(command, c.UndoStep):
            assert command.to == (None if witness.clock.extended else witness.left["phase"].key)
        self.it_was_the_presenters_to_ask(command, actor, leads=leads)

    def it_was_the_presenters_to_ask(self, command: c.Command, actor: SeatId, *, leads: bool) -> None:
        presents = actor == self.witness.presenter
        if isinstance(command, c.WithdrawCase | c.AcceptAudience):
            assert presents
        elif isinstance(command, c.TellLeaders):
            assert presents or command.word in (Word.DISTRESS, Word.LEAVE_EARLY)
        elif isinstance(command, c.PushBack | c.InviteToPart):
            assert presents or leads
        elif isinstance(command, c.Recall) and not leads:
            asked = self.witness.bring_back_at
            assert presents and asked is not None and self.now - asked >= self.form.grace.recall_ms

    def only_the_format_moves_a_phase(self, events: list[e.Event], before: SessionState) -> None:
        """Time informs; where the format says end, the next phase begins, unless it lacks a presenter."""
        moves = any(isinstance(event, e.PhaseEntered) for event in events)
        if moves or any(isinstance(event, e.PhaseLimitReached) for event in events):
            phase, ahead = before.phase, self.form.phases[before.phase_index + 1 :]
            can = ahead and not (
                ahead[0].needs_presenter
                and (before.presenter is None or (phase is not None and phase.accept and not before.accepted))
            )
            assert phase is not None and moves == (phase.at_limit is AtLimit.END and bool(can))

    def the_phase_can_be_held(self, event: e.PhaseEntered, before: SessionState) -> None:
        """Stepping back opens no case, nor does going on again to the call that was stepped back from, nor asking once
        more for a case that nobody presents."""
        phase = self.form.phases[event.phase]
        again = not event.back and event.phase <= before.phase_index
        nobodys = before.presenter is None and before.case not in before.presented
        anew = again and nobodys and event.phase == self.witness.called_in
        opens = (
            phase.offers and not event.back and not anew and (again or event.phase != self.witness.called_in)
        )
        assert event.case == before.case + opens
        self.tally["asked anew"] += anew
        if again and not anew:
            here = before.phase
            assert here is not None and here.again is not None and here.again.to == phase.key
            assert before.held.get(event.phase, 0) < here.again.most
        if phase.needs_presenter and not event.back:
            assert before.presenter is not None
            assert before.accepted or before.phase is None or not before.phase.accept

    def nobody_is_heard_who_may_not_be(self, before: SessionState) -> None:
        last, now = self.last_reach, reach(self.state)
        was = last[1] if last is not None and last[0] is before else reach(before)
        self.last_reach = self.state, now
        promised = self.witness.receives()
        assert {seat: (r.audio, r.video) for seat, r in now.items()} == promised
        for seat, between in narrowed(was, now).items():
            assert between.audio == was[seat].audio & now[seat].audio
            assert between.video == was[seat].video & now[seat].video
        if self.form.circles and not self.state.suspended:
            voices = frozenset[SeatId]().union(*(received.audio for received in now.values()))
            assert len(voices) <= self.form.circles.inner_max + 3 + 1, "a voice that has no slot"
        self.tally["pushed back"] += self.state.pushed_back in now
        self.tally["hard", self.state.floor] += self.state.gate is Gate.HARD and len(now) > 1

    def the_floor_is_in_order(self) -> None:
        state = self.state
        seated = {seat for seat, holder in state.seats.items() if holder.standing is Standing.SEATED}
        assert len(state.seats) <= self.form.seats
        back = state.back
        for row in (state.hands, state.offers, state.round.waits_for if state.round else ()):
            assert len(set(row)) == len(row)
            assert seated.issuperset(row)
        assert state.presenter is None or state.presenter in seated
        placed = seated | {seat for seat, one in state.seats.items() if one.standing is Standing.WAITING}
        assert {sent.seat for sent in state.words} <= placed, "a word of somebody who is gone"
        of_the_presenter = {sent.seat for sent in state.words if sent.word in PRESENTERS_WORDS}
        assert of_the_presenter <= {state.presenter}, "a word of somebody who presents no more"
        assert len({(sent.seat, sent.word) for sent in state.words}) == len(state.words)
        if state.turn is not None:
            holder, scene = state.turn.seat, state.phase and state.phase.heard is Heard.CAST
            assert holder == self.witness.holder, "a turn that ended is live"
            assert holder in seated and holder != back and holder not in state.hands
            assert holder not in state.stepped_out
            assert self.witness.may_be_heard(holder), "a turn in which nobody hears"
            assert scene or state.seats[holder].role is not Role.OBSERVER
            assert state.floor in TAKES_TURNS
            assert state.round is None or holder not in state.round.waits_for
        else:
            assert self.witness.holder is None, "a turn is forgotten"
        assert back is None or back not in (*state.hands, *(state.round.waits_for if state.round else ()))
        presents = state.presenter is not None and back is None
        assert presents or state.floor not in PRESENTERS, "nobody's floor"
        assert back is None or state.seats[back].role is Role.MEMBER
        assert (state.round is None) or state.floor is Floor.ROUND

    def parts_and_rooms_are_in_order(self) -> None:
        state, witness = self.state, self.witness
        leading, keeps = witness.leading(), state.phase is not None and state.phase.keeps_parts
        assert state.cast.keys() == witness.cast <= witness.sitting - leading, "whoever directs does not play"
        assert keeps or not state.cast, "a part outside of its scene"
        assert len({part.number for part in state.cast.values()}) == len(state.cast)
        assert not state.cast.keys() & state.invited.keys()
        assert state.stepped_out == witness.inside() <= witness.sitting
        waits = state.stage is Stage.GATHERING or Hold.PAUSE in state.holds
        assert state.lead not in state.stepped_out or waits, "the circle is without its leader"
        led = leading & in_circle(state) and witness.led_by()
        safe = waits or state.stage is Stage.ENDED or Hold.NO_LEADER in state.holds
        assert led or safe, "the circle is without any leader"
        if state.stage is not Stage.ENDED:
            for seat in leading & state.stepped_out:  # whoever must go back can, and can end it
                for way in (c.LeavePrivateRoom(), c.End()):
                    decide(state, way, seat, self.now)
        assert state.whispering == witness.whispering <= leading - state.stepped_out
        assert state.outer == witness.outer and not state.outer & leading
        assert state.presenter not in state.outer
        assert state.lead == witness.lead and (state.lead is None) <= (not witness.led_by()), "nobody leads"
        self.tally["stepped out"] += bool(state.private)
        self.tally["suspended"] += state.suspended

    def nothing_is_lost_with_a_link(self, before: SessionState) -> None:
        """Seat, hand, turn, stance and part survive, and nobody returns with more reach than before."""
        after = self.state
        for name in (
            "hands",
            "turn",
            "stance",
            "presenter",
            "offers",
            "outer",
            "cast",
            "round",
            "private",
            "lead",
        ):
            assert getattr(before, name) == getattr(after, name), name
        assert {s: h.standing for s, h in before.seats.items()} == {
            s: h.standing for s, h in after.seats.items()
        }
        assert reach(before) == reach(after)

    def the_clocks_stand_for_a_reason(self) -> None:
        if self.state.stage is Stage.RUNNING:
            held = self.state.holds.keys() - {Hold.PAUSE}
            assert held == self.witness.holds()
            assert (self.state.stopped_at is None) == (not self.state.holds)

    def it_can_be_closed(self, events: list[e.Event]) -> None:
        """Ended at any time; and, where the way changed, walked to the last phase by one who only presses."""
        if self.state.stage is Stage.ENDED:
            return
        leaders = self.witness.leading()
        for leader in leaders:
            assert decide(self.state, c.End(), leader, self.now) == [e.SessionEnded(self.now)]
        changed = (e.PhaseEntered, e.StepUndone, e.CaseWithdrawn, e.CaseClosed, e.SeatLeft, e.PresenterChosen)
        if (
            leaders
            and self.state.stage is Stage.RUNNING
            and any(isinstance(event, changed) for event in events)
        ):
            self.walk_to_the_end(min(leaders))

    def walk_to_the_end(self, leader: SeatId) -> None:
        """One step from every phase, and all that are left from some."""
        state, last = self.state, len(self.form.phases) - 1
        if leader in state.stepped_out:
            state = fold(state, decide(state, c.LeavePrivateRoom(), leader, self.now))
        whole = state.entry % 4 == 0
        goal = last if whole else min(last, state.phase_index + 1)
        if whole and state.phase is not None and goal > state.phase_index + 1:
            self.tally["walks", state.phase.kind] += 1
        for _ in range(2 * len(self.form.phases)):  # a case to close, and a step, for each phase
            if state.phase_index >= goal:
                return
            ahead = [phase.key for phase in self.form.phases[state.phase_index + 1 :]]
            presses: list[c.Command] = [c.Advance(state.entry), c.CloseCase(state.case)]
            for press in (*presses, *(c.Advance(state.entry, key) for key in ahead)):
                try:
                    state = fold(state, decide(state, press, leader, self.now))
                except Refused:
                    continue
                break
            else:
                raise AssertionError(f"no way out of phase {state.phase_index}")
        raise AssertionError(f"pressing on never leads out of phase {state.phase_index}")

    def everyone_knows_what_they_may(self, before: SessionState) -> None:
        if not self.looked_at:
            return
        self.views, told = renewed(self.views, before, self.state)
        assert self.views == live_views(self.state)
        assert told.keys() == self.views.keys() == set(Audience)
