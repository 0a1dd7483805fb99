"""Whether a meeting can be led to its end by a leader who does nothing but press."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import fold
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import Refused, SeatId


def a_leader(state: SessionState) -> SeatId | None:
    """Whoever leads, or somebody else who may press, be their link up or down; None if all of them have left."""
    if state.lead is not None:
        return state.lead
    return next((seat for seat, h in state.seats.items() if h.leads and h.sits), None)


def can_end(state: SessionState) -> bool:
    """At once."""
    leader = a_leader(state)
    if leader is None:
        return True
    try:
        return any(isinstance(event, e.SessionEnded) for event in decide(state, c.End(), leader, state.at))
    except Refused:
        return False


def can_leave_phase(state: SessionState) -> bool:
    """Onwards; the last phase is left by ending."""
    leader = a_leader(state)
    if leader is None or state.phase_index == len(state.format.phases) - 1:
        return True
    return _pressed(state, leader) is not None


def can_be_walked(state: SessionState) -> bool:
    """Through every phase that is left."""
    leader = a_leader(state)
    while leader is not None and state.phase_index < len(state.format.phases) - 1:
        further = _pressed(state, leader)
        if further is None:
            return False
        state = further
    return True


def _pressed(state: SessionState, leader: SeatId) -> SessionState | None:
    """Next; or what the leader is offered where that needs somebody who is not there. None if nothing leads on."""
    ahead = state.format.phases[state.phase_index + 1 :]
    nexts = (c.Advance(state.entry, to) for to in (None, *(phase.key for phase in ahead)))
    for press in (*nexts, c.CloseCase(state.case)):
        try:
            pressed = fold(state, decide(state, press, leader, state.at))
        except Refused:
            continue
        if pressed.phase_index > state.phase_index:
            return pressed
    return None
