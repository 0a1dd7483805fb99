"""Time: the next deadline goes out as a value, and comes back as `on_deadline` when it has passed.

The driver arms one timer for `next_deadline` and knows nothing else about time (the clock model of sans-IO code).
Nothing is due before the session begins or after it has ended. While the clocks stand still, no limit is.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitation import accidents
from facilitation import events as e
from facilitation.accidents import Due
from facilitation.consequences import with_consequences
from facilitation.evolution import fold
from facilitation.floor import on_turn_limit, turn_deadline
from facilitation.phases import on_phase_limit, phase_deadline
from facilitation.state import SessionState
from facilitation.vocabulary import Stage


def next_deadline(state: SessionState) -> int | None:
    """Session time in milliseconds of the next thing that happens by itself; None if nothing will."""
    return min((at for at, _ in _due(state)), default=None)


def on_deadline(state: SessionState, now: int) -> list[e.Event]:
    """The events due by `now`, in order; [] if the timer fired early. Afterwards nothing is due at `now`."""
    events: list[e.Event] = []
    while first := min(_due(state), key=lambda due: due[0], default=None):
        at, happens = first
        if at > now:
            break
        fresh = with_consequences(state, happens(state, now), now)
        state = fold(state, fresh)
        events += fresh
    return events


def _due(state: SessionState) -> Iterator[Due]:
    if state.stage is not Stage.RUNNING:
        return
    if state.stopped_at is None:
        if (at := turn_deadline(state)) is not None:
            yield at, on_turn_limit
        if (at := phase_deadline(state)) is not None:
            yield at, on_phase_limit
    yield from accidents.due(state)
