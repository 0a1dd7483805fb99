"""What each audience may know. An audience sees a view of the state; it learns of a change exactly when that view
changes, and then of nothing but what changed. So an event it may not know of leaves no trace, not even a gap.

A view is plain JSON data; its news are the keys that are not so in the older view. `{**before_view, **news}` is the new
view, which is all that a client has to do to stay current.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from facilitation.format import Format, Phase
from facilitation.panes import LEADERS, MEMBERS, OUTSIDE, PRESENTER, PRIVATE, WAITING, Pane
from facilitation.state import SessionState
from facilitation.vocabulary import SeatId, Standing, Within

View = dict[str, Any]
Views = Mapping["Audience", View]


class Audience(StrEnum):
    LEADERS = "leaders"
    PRESENTER = "presenter"
    PRIVATE = "private"
    """With a leader in the private room: the circle's view, and who is inside."""
    MEMBERS = "members"
    WAITING = "waiting"
    GONE = "gone"
    """Left or removed: knows that, and whether the circle still meets."""


PANES: Mapping[Audience, Mapping[str, Pane]] = {
    Audience.LEADERS: LEADERS,
    Audience.PRESENTER: {**MEMBERS, **PRESENTER},
    Audience.PRIVATE: {**MEMBERS, **PRIVATE},
    Audience.MEMBERS: MEMBERS,
    Audience.WAITING: WAITING,
    Audience.GONE: OUTSIDE,
}
MADE_OF: dict[str, list[tuple[Pane, str, list[Audience]]]] = {}
"""For every field, the panes that are made of it, with their keys and whom they are shown to."""
for _key, _pane in {
    id(pane): (key, pane) for panes in PANES.values() for key, pane in panes.items()
}.values():
    _shown_to = [audience for audience, panes in PANES.items() if panes.get(_key) is _pane]
    for _field in _pane.of:
        MADE_OF.setdefault(_field, []).append((_pane, _key, _shown_to))


def audience_of(state: SessionState, seat: SeatId) -> Audience:
    holder = state.seats.get(seat)
    if holder is None or not holder.sits:
        waits = holder is not None and holder.standing is Standing.WAITING
        return Audience.WAITING if waits else Audience.GONE
    if holder.leads:
        return Audience.LEADERS
    if seat in state.inside:
        return Audience.PRIVATE
    return Audience.PRESENTER if seat == state.presenter else Audience.MEMBERS


def view(state: SessionState, audience: Audience) -> View:
    """Everything this audience may know, as JSON data. Times are session time in ms; names are not here."""
    whole = _made(state, PANES[audience])
    if audience not in (Audience.WAITING, Audience.GONE):
        whole["plan"] = _plan(state.format, exact=audience is Audience.LEADERS)
        whole["titles"] = dict(state.format.titles)
    return whole


def live_views(state: SessionState) -> Views:
    """Every audience's view but for the plan, which does not change in a session."""
    return {audience: _made(state, panes) for audience, panes in PANES.items()}


def renewed(views: Views, before: SessionState, after: SessionState) -> tuple[Views, Views]:
    """The live views of `after`, given those of `before`; and the news of each audience, empty if it learns nothing.

    What is made of the same fields is not made again, and what several audiences see alike is made once."""
    told: dict[Audience, View] = {audience: {} for audience in PANES}
    made: set[int] = set()
    for field in _touched(before, after):
        for pane, key, audiences in MADE_OF.get(field, ()):
            if id(pane) in made:
                continue
            made.add(id(pane))
            value = pane.make(after)
            if views[audiences[0]][key] != value:
                for audience in audiences:
                    told[audience][key] = value
    return {a: {**views[a], **news} if news else views[a] for a, news in told.items()}, told


def _made(state: SessionState, panes: Mapping[str, Pane]) -> View:
    return {key: pane.make(state) for key, pane in panes.items()}


def _touched(before: SessionState, after: SessionState) -> list[str]:
    """The fields that are other objects now."""
    was = vars(before)
    return [name for name, value in vars(after).items() if was[name] is not value]


def _plan(form: Format, *, exact: bool) -> list[View]:
    """The phases of the format; what only leaders share is only in the leaders' plan, and so are their prompts."""
    return [_planned(p, exact=exact) for p in form.phases if exact or p.within is Within.CIRCLE]


def _planned(phase: Phase, *, exact: bool) -> View:
    result: View = {
        "key": phase.key,
        "kind": phase.kind,
        "optional": phase.optional,
        "stance": phase.stance,
        "floor": {"kind": phase.floor, "gate": phase.gate},
        "heard": phase.heard,
        "offers": phase.offers,
    }
    if phase.name:
        result["name"] = dict(phase.name)
    if phase.offers:
        result["chosen_by"] = phase.chosen_by
    if phase.accept:
        result["accept"] = True
    if phase.casting:
        result["casting"] = True
    if phase.round.presenter_answers:
        result["presenter_answers"] = True
    if not exact:
        return result
    result |= {
        "typical_ms": phase.typical_ms,
        "max_ms": phase.max_ms,
        "needs_presenter": phase.needs_presenter,
        "within": phase.within,
    }
    if phase.again:
        result["again"] = {"to": phase.again.to, "most": phase.again.most, "typical": phase.again.typical}
    if phase.prompts:
        result["prompts"] = [dict(text) for text in phase.prompts]
    return result
