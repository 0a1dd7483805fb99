"""How an event changes the state. `evolve` applies; it never refuses, and never asks why.

A session is a fold: `fold(state, events)` gives the state at any time, and the server's live state is that fold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from facilitation.events import Event
from facilitation.evolution import case, clock, floor, marks, seats, undo
from facilitation.state import SessionState

CHANGES: dict[type, Callable[[SessionState, Any], dict[str, Any]]] = {
    **seats.CHANGES,
    **clock.CHANGES,
    **case.CHANGES,
    **floor.CHANGES,
    **marks.CHANGES,
}
"""For every event the fields that it changes."""


def evolve(state: SessionState, event: Event) -> SessionState:
    """The state after `event`. Total over all events: what may happen was decided before."""
    after = object.__new__(SessionState)
    # A frozen dataclass is made by one setattr a field; this is the same copy, and an event costs a third.
    fields = after.__dict__
    fields.update(state.__dict__)
    if state.undo is not None and type(event) not in undo.KEEP:
        fields["undo"] = None
    fields.update(CHANGES[type(event)](state, event))
    fields["version"] = state.version + 1
    fields["at"] = event.at
    return after


def fold(state: SessionState, events: Iterable[Event]) -> SessionState:
    for event in events:
        state = evolve(state, event)
    return state
