"""What each audience may know. An audience sees a view of the state; it learns of a change exactly when that view
changes, and then of nothing but what changed. So an event it may not know of leaves no trace, not even a gap.

A view is plain JSON data: `news(before, after)` is its changed keys, and `{**before_view, **news}` is the new view,
which is all that a client has to do to stay current.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from facilitation.format import Format, Phase
from facilitation.state import Seat, SessionState
from facilitation.vocabulary import SeatId, Standing, Within

View = dict[str, Any]
COARSE_MOST_MS = 60_000
COARSE_LEAST_MS = 1_000
EXTEND_MS = 120_000


class Audience(StrEnum):
    LEADERS = "leaders"
    PRESENTER = "presenter"
    MEMBERS = "members"
    WAITING = "waiting"
    GONE = "gone"
    """Left or removed: knows only that."""


def audience_of(state: SessionState, seat: SeatId) -> Audience:
    holder = state.seats.get(seat)
    if holder is None or holder.standing in (Standing.LEFT, Standing.REMOVED):
        return Audience.GONE
    if holder.standing is Standing.WAITING:
        return Audience.WAITING
    if holder.leads:
        return Audience.LEADERS
    return Audience.PRESENTER if seat == state.presenter else Audience.MEMBERS


def view(state: SessionState, audience: Audience) -> View:
    """Everything this audience may know, as JSON data. Times are session time in ms; names are not here."""
    if audience in (Audience.WAITING, Audience.GONE):
        return {"stage": state.stage}
    leads = audience is Audience.LEADERS
    inside = leads or not state.leaders_alone
    result: View = {
        "stage": state.stage,
        "seats": {
            str(seat): _seat(holder) for seat, holder in sorted(state.seats.items()) if leads or _sits(holder)
        },
        "phase": _phase(state, exact=leads),
        "paused": state.paused_at is not None,
        "floor": {"kind": state.floor, "gate": state.gate},
        "case": {"number": state.case, "presenter": state.presenter, "stance": state.stance},
        "offers": list(state.offers),
        "hands": list(state.hands) if inside else [],
        "turn": _turn(state, exact=leads) if inside else None,
        "plan": _plan(state, exact=leads),
    }
    if leads:
        result["paused_at"] = state.paused_at
        result["past"] = [
            {"index": p.index, "began_at": p.began_at, "ended_at": p.ended_at} for p in state.past
        ]
    if leads or audience is Audience.PRESENTER:
        result["words"] = [{"word": w.word, "at": w.at} for w in state.words]
    return result


def news(before: SessionState, after: SessionState, audience: Audience) -> View:
    """The keys of the audience's view that changed; empty if it learns nothing."""
    old, new = view(before, audience), view(after, audience)
    return {key: value for key, value in new.items() if key not in old or old[key] != value}


def _sits(holder: Seat) -> bool:
    return holder.standing is Standing.SEATED


def _seat(holder: Seat) -> View:
    return {"role": holder.role, "standing": holder.standing, "link": holder.link}


def _phase(state: SessionState, *, exact: bool) -> View | None:
    """Leaders get exact times; the circle a coarse arc: the end on the grain of the phase."""
    phase = state.phase
    if phase is None:
        return None
    result: View = {
        "entry": state.entry,
        "index": state.phase_index,
        "key": phase.key,
        "kind": phase.kind,
        "within": phase.within,
        "began_at": state.phase_began_at,
        "ends_at": state.phase_ends_at,
    }
    if exact:
        result |= {"limit_reached": state.limit_reached, "extend_ms": extend_ms(state.format)}
    elif state.phase_ends_at is not None:
        grain = coarse_ms(phase)
        lasts = state.phase_ends_at - state.phase_began_at
        result["ends_at"] = state.phase_began_at + max(1, round(lasts / grain)) * grain
    return result


def coarse_ms(phase: Phase) -> int:
    """How finely the circle sees a phase's end: an eighth of its length, at most a minute, at least a second."""
    return max(COARSE_LEAST_MS, min(COARSE_MOST_MS, phase.typical_ms // 8))


def extend_ms(form: Format) -> int:
    """What one more piece of time is: two minutes as fast as the session runs, in whole seconds."""
    return max(1, round(EXTEND_MS / form.speed / 1000)) * 1000


def _turn(state: SessionState, *, exact: bool) -> View | None:
    turn = state.turn
    if turn is None:
        return None
    result: View = {"number": turn.number, "seat": turn.seat, "limit_reached": turn.limit_reached}
    if exact:
        result |= {"began_at": turn.began_at, "ends_at": turn.ends_at}
    return result


def _plan(state: SessionState, *, exact: bool) -> list[View]:
    """The phases ahead; what only leaders share is only in the leaders' plan."""
    return [
        {
            "key": p.key,
            "kind": p.kind,
            "optional": p.optional,
            "stance": p.stance,
            "floor": {"kind": p.floor, "gate": p.gate},
        }
        | (
            {"typical_ms": p.typical_ms, "offers": p.offers, "needs_presenter": p.needs_presenter}
            if exact
            else {}
        )
        for p in state.format.phases
        if exact or p.within is Within.CIRCLE
    ]
