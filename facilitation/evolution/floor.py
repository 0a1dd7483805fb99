"""How events change the floor: hands, turns, rounds, and the parts of a scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitation import events as e
from facilitation.state import CastPart, Round, SessionState, Turn
from facilitation.vocabulary import Hold, SeatId

Change = dict[str, Any]


def _granted(state: SessionState, event: e.TurnGranted) -> Change:
    """Whoever has the turn is no longer to be asked. If their link is down too, they are waited for from now on."""
    seat = event.seat
    change: Change = {
        "turn": Turn(event.turn, seat, state.clock(event.at), event.ends_at),
        "turns": event.turn,
        "taken": {**state.taken, seat: state.taken.get(seat, 0) + 1},
        "hands": tuple(s for s in state.hands if s != seat),
    }
    if Hold.SPEAKER in state.holds:
        change["holds"] = {**state.holds, Hold.SPEAKER: event.at}
    if state.round:
        change["round"] = state.round.without(seat)
    return change


def _passed(state: SessionState, event: e.TurnPassed) -> Change:
    """Whoever passes twice is not asked again. Who was asked last is not asked again at once, but after all the others,
    or where there are none not at all; nor is a leader, whom no round asks."""
    change: Change = {"turn": None}
    round_ = state.round
    if round_ is None or state.turn is None or round_.returning or not round_.waits_for:
        return change
    if state.seats[state.turn.seat].leads:
        return change
    if round_.to_ask:
        return change | {"round": replace(round_, passed=(*round_.passed, state.turn.seat))}
    return change | {"round": replace(round_, absent=(*round_.absent, state.turn.seat))}


def _held(state: SessionState, event: e.RoundHeldSeat) -> Change:
    if state.round is None:
        return {}
    again = () if state.round.returning else (event.seat,)
    return {
        "round": replace(
            state.round,
            to_ask=tuple(s for s in state.round.to_ask if s != event.seat),
            absent=(*state.round.absent, *again),
        )
    }


def _came_back(state: SessionState, event: e.RoundCameBack) -> Change:
    round_ = state.round
    return {"round": round_ and Round((*round_.passed, *round_.absent), returning=True)}


def _with_part(state: SessionState, seat: SeatId, part: CastPart) -> Change:
    return {
        "cast": {**state.cast, seat: part},
        "invited": {s: p for s, p in state.invited.items() if s != seat},
        "parts": max(state.parts, part.number),
    }


def _swapped(state: SessionState, event: e.PartsSwapped) -> Change:
    """The plates change, not the seats; whoever has a part by now is no longer invited to one."""
    cast = {s: part for s, part in state.cast.items() if s not in (event.seat, event.other)}
    for seat, other in ((event.seat, event.other), (event.other, event.seat)):
        if other in state.cast:
            cast[seat] = state.cast[other]
    return {"cast": cast, "invited": {s: part for s, part in state.invited.items() if s not in cast}}


def _set(state: SessionState, event: e.FloorSet) -> Change:
    """A round goes on where only its gate is another."""
    going_on = state.round if event.floor is state.floor else None
    return {"floor": event.floor, "gate": event.gate, "round": going_on}


CHANGES: dict[type, Callable[[SessionState, Any], Change]] = {
    e.FloorSet: _set,
    e.HandRaised: lambda s, ev: {"hands": (*s.hands, ev.seat)},
    e.HandLowered: lambda s, ev: {"hands": tuple(h for h in s.hands if h != ev.seat)},
    e.TurnGranted: _granted,
    e.TurnLimitReached: lambda s, ev: {"turn": s.turn and replace(s.turn, limit_reached=True)},
    e.TurnEnded: lambda s, ev: {"turn": None},
    e.TurnPassed: _passed,
    e.RoundBegan: lambda s, ev: {"round": Round(tuple(ev.seats))},
    e.RoundHeldSeat: _held,
    e.RoundCameBack: _came_back,
    e.PartOffered: lambda s, ev: {"invited": {**s.invited, ev.seat: ev.part}},
    e.PartDeclined: lambda s, ev: {"invited": {x: p for x, p in s.invited.items() if x != ev.seat}},
    e.PartTaken: lambda s, ev: _with_part(s, ev.seat, CastPart(ev.number, ev.part)),
    e.PartTakenOff: lambda s, ev: {"cast": {x: p for x, p in s.cast.items() if x != ev.seat}},
    e.PartsSwapped: _swapped,
    e.PartsTakenOff: lambda s, ev: {
        "cast": {}, "invited": {}, "frozen": False, "came_off": s.came_off | frozenset(s.cast), "put_away": s.cast
    },
    e.SceneFrozen: lambda s, ev: {"frozen": True},
    e.SceneWentOn: lambda s, ev: {"frozen": False},
}  # fmt: skip
