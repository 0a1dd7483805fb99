"""Reach: who hears and sees whom. One pure function of the state, and the whole of the product's promise.

The media plane forwards exactly what this function says, packet by packet, and nothing else: a microphone is not
muted by asking its owner. Whoever is not in the mapping hears nobody; whoever is in nobody's set is heard by nobody.

    waiting, left, removed      not in the circle: hear, see and reach nobody
    leaders                     always heard and seen by the circle; while they whisper, heard by leaders alone
    observers                   hear and see; are seen, never heard, unless they play (there is no unseen listener)
    the presenter, pushed back  hears and sees; is not heard; is seen unless the format says hidden
    the outer circle            hears and sees; is neither heard nor seen, but for the one who has the turn
    a scene's watchers          hear and see; are seen, not heard
    everyone else               heard unless the floor's gate is hard and the floor is not theirs
    the private room            hears and sees itself, and is out of everyone else's reach
    stepped out, or left there  hear, see and reach nobody until they themselves come back: no sentence begun there
                                ends in the circle
    a leaders' phase            only the leaders share the room
    no leader for too long      everyone in the circle is heard: nobody sits alone behind a closed microphone
    an ended session            silence
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facilitation.floor import has_floor, works
from facilitation.state import SessionState
from facilitation.vocabulary import Gate, Role, SeatId, Stage, Stance


class Reach(NamedTuple):
    """What one listener receives: the seats whose audio, and the seats whose video."""

    audio: frozenset[SeatId]
    video: frozenset[SeatId]


NOTHING = Reach(frozenset(), frozenset())


def reach(state: SessionState) -> dict[SeatId, Reach]:
    """For every listener in the room, what they receive. Nobody receives themselves."""
    circle = in_circle(state)
    heard, seen = _heard(state, circle), _seen(state, circle)
    aloud = heard - state.whispering
    seats = state.seats
    received = {
        listener: Reach((heard if seats[listener].leads else aloud) - {listener}, seen - {listener})
        for listener in circle
    }
    for listener in state.inside:
        others = state.inside - {listener}
        received[listener] = Reach(others, others)
    return received


def aloud(state: SessionState) -> frozenset[SeatId]:
    """Whom everyone in the circle hears: neither a whisper nor the private room is said aloud."""
    return _heard(state, in_circle(state)) - state.whispering


def in_circle(state: SessionState) -> frozenset[SeatId]:
    """The seats that share the room now."""
    if state.stage is Stage.ENDED:
        return frozenset()
    alone, stepped_out = state.leaders_alone, state.stepped_out
    return frozenset(
        seat
        for seat, holder in state.seats.items()
        if holder.sits and (holder.leads or not alone) and seat not in stepped_out
    )


def _heard(state: SessionState, circle: frozenset[SeatId]) -> frozenset[SeatId]:
    """Whom the circle hears, of those who are in it."""
    back = state.pushed_back
    return frozenset(seat for seat in circle if seat != back and _may_speak(state, seat))


def _may_speak(state: SessionState, seat: SeatId) -> bool:
    """Push back apart."""
    holder = state.seats[seat]
    if holder.leads:
        return True
    if state.suspended and holder.role is not Role.OBSERVER and seat not in state.outer:
        return True
    return works(state, seat) and (state.gate is Gate.SOFT or has_floor(state, seat))


def _seen(state: SessionState, circle: frozenset[SeatId]) -> frozenset[SeatId]:
    """Whom the circle sees, of those who are in it."""
    hidden = {state.pushed_back} if state.stance is Stance.BACK_HIDDEN else set()
    if state.outer:
        hidden |= state.outer - ({state.turn.seat} if state.turn else set())
    return circle - hidden


def narrowed(before: Mapping[SeatId, Reach], after: Mapping[SeatId, Reach]) -> dict[SeatId, Reach]:
    """What both allow. Applied before an event is committed, so that a crash leaves people less heard, never more."""
    return {
        listener: Reach(before[listener].audio & now.audio, before[listener].video & now.video)
        for listener, now in after.items()
        if listener in before
    }
