"""The case: who offers one, who presents, and where the presenter sits."""

from __future__ import annotations

from collections import Counter

from facilitation import commands as c
from facilitation import events as e
from facilitation.circles import inner
from facilitation.evolution import fold
from facilitation.floor import floor_becomes
from facilitation.phases import enter, lead_taken
from facilitation.state import SessionState
from facilitation.vocabulary import (
    PRESENTERS,
    ChosenBy,
    Circle,
    Code,
    Refused,
    Role,
    SeatId,
    Stance,
    Word,
)


def offer_case(state: SessionState, command: c.OfferCase, actor: SeatId, now: int) -> list[e.Event]:
    _case_call(state)
    # A leader is always heard and a presenter pushed back never is: nobody can be both.
    if state.seats[actor].role is not Role.MEMBER:
        raise Refused(Code.NOT_ALLOWED, "only members present")
    return [] if actor in state.offers else [e.CaseOffered(now, actor)]


def withdraw_offer(state: SessionState, command: c.WithdrawOffer, actor: SeatId, now: int) -> list[e.Event]:
    _case_call(state)
    return [e.OfferWithdrawn(now, actor)] if actor in state.offers else []


def choose_presenter(
    state: SessionState, command: c.ChoosePresenter, actor: SeatId, now: int
) -> list[e.Event]:
    """Also of somebody who said it aloud and pressed nothing; but not where the group chooses, and nobody who has taken
    their offer or their case back: they offer anew."""
    _case_call(state)
    _member(state, command.seat)
    group = state.phase is not None and state.phase.chosen_by is ChosenBy.GROUP
    if command.seat not in state.offers and (group or command.seat in state.declined):
        raise Refused(Code.NOT_OFFERED, f"seat {command.seat}")
    _not_outside(state, command.seat)
    if command.seen is not None and state.presenter not in (None, command.seat, command.seen):
        raise Refused(Code.CONFLICT, f"seat {state.presenter} presents")
    return _presents(state, command.seat, now)


def name_one(state: SessionState, command: c.NameOne, actor: SeatId, now: int) -> list[e.Event]:
    _group_chooses(state)
    _member(state, actor)
    _member(state, command.seat)
    return [] if state.named.get(actor) == command.seat else [e.OneNamed(now, actor, command.seat)]


def close_choice(state: SessionState, command: c.CloseChoice, actor: SeatId, now: int) -> list[e.Event]:
    """Of those named equally often, who was named first; whoever declined, or has stepped out, is passed over."""
    _group_chooses(state)
    passed_over = state.declined | state.stepped_out
    tally = Counter(named for named in state.named.values() if named not in passed_over)
    if not tally:
        raise Refused(Code.NO_CHOICE)
    most = max(tally, key=lambda seat: tally[seat])
    if state.presenter not in (None, most):  # it is closed once: what the group names later replaces nobody
        raise Refused(Code.CONFLICT, f"seat {state.presenter} presents")
    return _presents(state, most, now)


def _presents(state: SessionState, seat: SeatId, now: int) -> list[e.Event]:
    """Whoever presents does so in the inner circle: where it is full, on the chair of whoever presented until now."""
    if state.presenter == seat:
        return []
    chosen: e.Event = e.PresenterChosen(now, state.case, seat)
    circles = state.format.circles
    if circles is None or seat not in state.outer:
        return [chosen]
    moved: list[e.Event] = [e.SeatMoved(now, seat, Circle.INNER)]
    if inner(state) >= circles.inner_max:
        if state.presenter is None:
            raise Refused(Code.CIRCLE_FULL, f"{circles.inner_max} places")
        moved.insert(0, e.SeatMoved(now, state.presenter, Circle.OUTER))
    return [*moved, chosen]


def _member(state: SessionState, seat: SeatId) -> None:
    if state.seated(seat).role is not Role.MEMBER:
        raise Refused(Code.NOT_ALLOWED, "only members present")


def _case_call(state: SessionState) -> None:
    if state.phase is None or not state.phase.offers:
        raise Refused(Code.NOT_A_CASE_CALL)


def _group_chooses(state: SessionState) -> None:
    _case_call(state)
    if state.phase is not None and state.phase.chosen_by is not ChosenBy.GROUP:
        raise Refused(Code.NOT_ALLOWED, "the leaders choose in this phase")


def withdraw_case(state: SessionState, command: c.WithdrawCase, actor: SeatId, now: int) -> list[e.Event]:
    """At any time: nobody is held to a case. The group stays where it is, and the leaders go on from there."""
    if actor != state.presenter:
        raise Refused(Code.NOT_ALLOWED, "only the presenter takes the case back")
    part: list[e.Event] = [e.PartTakenOff(now, actor)] if actor in state.cast else []
    return [*part, e.CaseWithdrawn(now, state.case, actor)]


def close_case(state: SessionState, command: c.CloseCase, actor: SeatId, now: int) -> list[e.Event]:
    needed = state.phase is not None and state.phase.needs_presenter
    if state.presenter is None and not needed:
        raise Refused(Code.NO_PRESENTER)
    closed: list[e.Event] = [e.CaseClosed(now, state.case)]
    to = _without_presenter(state) if needed else None
    if to is not None:
        return [*lead_taken(state, actor, now), *closed, *enter(fold(state, closed), to, now)]
    if state.presenter is None:
        raise Refused(Code.NO_PRESENTER)
    return closed


def _without_presenter(state: SessionState) -> int | None:
    """The next phase that can be held without a presenter; one that may be left out only if there is no other."""
    phases = state.format.phases
    ahead = [n for n in range(state.phase_index + 1, len(phases)) if not phases[n].needs_presenter]
    return next((n for n in ahead if not phases[n].optional), ahead[0] if ahead else None)


def accept_audience(state: SessionState, command: c.AcceptAudience, actor: SeatId, now: int) -> list[e.Event]:
    if actor != state.presenter:
        raise Refused(Code.NOT_ALLOWED, "the presenter is asked")
    if state.phase is None or not state.phase.accept:
        raise Refused(Code.NOT_ALLOWED, "nobody is asked in this phase")
    return [] if state.accepted else [e.AudienceAccepted(now, state.case)]


def go_on(state: SessionState, command: c.GoOn, actor: SeatId, now: int) -> list[e.Event]:
    if state.presenter is None or not (state.away(state.presenter) or state.presenter in state.aside):
        raise Refused(Code.NO_PRESENTER, "nobody is waited for")
    return [] if state.not_awaited else [e.PresenterNotAwaited(now, state.case)]


def _not_outside(state: SessionState, seat: SeatId) -> None:
    """Nobody is moved while they hear nothing of it."""
    if seat in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, f"seat {seat}")


def recall(state: SessionState, command: c.Recall, actor: SeatId, now: int) -> list[e.Event]:
    if state.back is None:
        raise Refused(Code.NOT_PUSHED_BACK)
    _not_outside(state, state.back)
    leads = state.seats[actor].leads
    if not leads and not _may_return(state, actor, now):
        raise Refused(Code.NOT_ALLOWED, "leaders recall, or the presenter who asked and has waited")
    return [e.PresenterRecalled(now, state.entry, alone=not leads)]


def _may_return(state: SessionState, actor: SeatId, now: int) -> bool:
    """Whether the presenter asked to be brought back, and has waited for as long as the format allows: also where a
    leader has seen it, and gone on."""
    asked = [sent.at for sent in state.words if sent.word is Word.BRING_ME_BACK and sent.seat == actor]
    return actor == state.presenter and bool(asked) and now - asked[0] >= state.format.grace.recall_ms


def push_back(state: SessionState, command: c.PushBack, actor: SeatId, now: int) -> list[e.Event]:
    """Only in a phase that is worked with the presenter back; leaders, or the presenter in person.

    A floor that was made the presenter's meanwhile becomes the phase's own again: nobody back holds a floor."""
    if not state.seats[actor].leads and actor != state.presenter:
        raise Refused(Code.NOT_ALLOWED, "only leaders or the presenter push back")
    if state.presenter is None:
        raise Refused(Code.NO_PRESENTER)
    if state.phase is None or state.phase.stance is Stance.IN_CIRCLE:
        raise Refused(Code.NOT_ALLOWED, "this phase is not worked with the presenter back")
    if state.back is not None:
        return []
    _not_outside(state, state.presenter)
    theirs = state.floor in PRESENTERS
    given_up = floor_becomes(state, state.phase.floor, state.phase.gate, now) if theirs else []
    return [*given_up, e.PresenterPushedBack(now, state.entry)]
