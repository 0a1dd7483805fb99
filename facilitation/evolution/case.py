"""How events change the case: who offers, who presents, and where the presenter sits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitation import events as e
from facilitation.evolution.seats import no_presenter, without_floor
from facilitation.state import SessionState
from facilitation.vocabulary import SeatId, Stance, Word

Change = dict[str, Any]


def _without_case(state: SessionState, seat: SeatId) -> Change:
    return {
        "offers": tuple(o for o in state.offers if o != seat),
        "declined": state.declined | {seat},
        **(_not_presented(state) if state.presenter == seat else {}),
    }


def _not_presented(state: SessionState) -> Change:
    """Who presented until now has not: they took the case back, or another was meant."""
    return {
        **no_presenter(state),
        "presented": {case: seat for case, seat in state.presented.items() if case != state.case},
    }


def _named(state: SessionState, event: e.OneNamed) -> Change:
    """Whoever declined and names themselves may be chosen after all."""
    change: Change = {"named": {**state.named, event.seat: event.named}}
    return change | ({"declined": state.declined - {event.seat}} if event.named == event.seat else {})


def _recalled(state: SessionState, event: e.PresenterRecalled) -> Change:
    return {
        "stance": Stance.IN_CIRCLE,
        "came_alone": event.alone,
        "words": tuple(w for w in state.words if w.word is not Word.BRING_ME_BACK),
    }


def _pushed_back(state: SessionState, event: e.PresenterPushedBack) -> Change:
    phase = state.phase
    back = phase.stance if phase and phase.stance is not Stance.IN_CIRCLE else Stance.BACK_VISIBLE
    change: Change = {"stance": back, "came_alone": False}
    return change | (without_floor(state, state.presenter) if state.presenter is not None else {})


CHANGES: dict[type, Callable[[SessionState, Any], Change]] = {
    e.CaseOffered: lambda s, ev: {"offers": (*s.offers, ev.seat), "declined": s.declined - {ev.seat}},
    e.OfferWithdrawn: lambda s, ev: _without_case(s, ev.seat),
    e.OneNamed: _named,
    e.PresenterChosen: lambda s, ev: {**_not_presented(s), "presenter": ev.seat},
    e.CaseWithdrawn: lambda s, ev: _without_case(s, ev.seat),
    e.CaseClosed: lambda s, ev: no_presenter(s),
    e.AudienceAccepted: lambda s, ev: {"accepted": True},
    e.PresenterRecalled: _recalled,
    e.PresenterPushedBack: _pushed_back,
}
