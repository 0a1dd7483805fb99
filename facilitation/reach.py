"""Reach: who hears and sees whom. One pure function of the state, and the whole of the product's promise.

The media plane forwards exactly what this function says, packet by packet, and nothing else: a microphone is not
muted by asking its owner. Whoever is not in the mapping hears nobody; whoever is in nobody's set is heard by nobody.

    waiting, left, removed      not in the circle: hear, see and reach nobody
    leaders                     always heard and seen by the circle
    observers                   hear and see; are seen, never heard (there is no unseen listener)
    the presenter, pushed back  hears and sees; is not heard; is seen unless the format says hidden
    everyone else               heard unless the floor's gate is hard and the floor is not theirs
    a leaders' phase            only the leaders share the room
    an ended session            silence
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.floor import has_floor
from facilitation.state import SessionState
from facilitation.vocabulary import Gate, Role, SeatId, Stage, Stance, Standing


@dataclass(frozen=True, slots=True)
class Reach:
    """What one listener receives: the seats whose audio, and the seats whose video."""

    audio: frozenset[SeatId]
    video: frozenset[SeatId]


NOTHING = Reach(frozenset(), frozenset())


def reach(state: SessionState) -> dict[SeatId, Reach]:
    """For every listener in the room, what they receive. Nobody receives themselves."""
    circle = in_circle(state)
    heard = frozenset(seat for seat in circle if is_heard(state, seat))
    seen = frozenset(seat for seat in circle if is_seen(state, seat))
    return {listener: Reach(heard - {listener}, seen - {listener}) for listener in circle}


def in_circle(state: SessionState) -> frozenset[SeatId]:
    """The seats that share the room now."""
    if state.stage is Stage.ENDED:
        return frozenset()
    seated = (seat for seat, holder in state.seats.items() if holder.standing is Standing.SEATED)
    if state.leaders_alone:
        seated = (seat for seat in seated if state.seats[seat].leads)
    return frozenset(seated)


def is_heard(state: SessionState, seat: SeatId) -> bool:
    """Whether the circle hears this seat, given that it is in the circle."""
    if seat == state.pushed_back or state.seats[seat].role is Role.OBSERVER:
        return False
    if state.seats[seat].leads:
        return True
    return state.gate is Gate.SOFT or has_floor(state, seat)


def is_seen(state: SessionState, seat: SeatId) -> bool:
    """Whether the circle sees this seat, given that it is in the circle."""
    return not (seat == state.pushed_back and state.stance is Stance.BACK_HIDDEN)


def narrowed(before: Mapping[SeatId, Reach], after: Mapping[SeatId, Reach]) -> dict[SeatId, Reach]:
    """What both allow. Applied before an event is committed, so that a crash leaves people less heard, never more."""
    return {
        listener: Reach(before[listener].audio & now.audio, before[listener].video & now.video)
        for listener, now in after.items()
        if listener in before
    }
