"""Time: the next deadline goes out as a value, and comes back as `on_deadline` when it has passed.

The driver arms one timer for `next_deadline` and knows nothing else about time (the clock model of sans-IO code).
Nothing is due while the session is paused, before it begins or after it has ended.
"""

from __future__ import annotations

from facilitation import events as e
from facilitation.floor import on_turn_limit, turn_deadline
from facilitation.phases import on_phase_limit, phase_deadline
from facilitation.state import SessionState, evolve
from facilitation.vocabulary import Stage


def next_deadline(state: SessionState) -> int | None:
    """Session time in milliseconds of the next thing that happens by itself; None if nothing will."""
    if state.stage is not Stage.RUNNING or state.paused_at is not None:
        return None
    return min((at for at in (turn_deadline(state), phase_deadline(state)) if at is not None), default=None)


def on_deadline(state: SessionState, now: int) -> list[e.Event]:
    """The events due by `now`, in order; [] if the timer fired early. Afterwards nothing is due at `now`."""
    events: list[e.Event] = []
    while (due := next_deadline(state)) is not None and due <= now:
        fresh = on_turn_limit(state, now) if due == turn_deadline(state) else on_phase_limit(state, now)
        for event in fresh:
            state = evolve(state, event)
        events += fresh
    return events
