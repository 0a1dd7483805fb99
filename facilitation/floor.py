"""The floor: whose it is, raised hands, turns and their limits. The decisions of `session.decide` about them."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import AtLimit, Code, Floor, Gate, Refused, Role, SeatId, Standing


def has_floor(state: SessionState, seat: SeatId) -> bool:
    """Whether the floor is this seat's. Under a soft gate that is only shown; under a hard one it decides."""
    holder = state.turn.seat if state.turn else None
    match state.floor:
        case Floor.OPEN:
            return True
        case Floor.QUEUE:
            return seat == holder
        case Floor.PRESENTER:
            return seat == state.presenter
        case Floor.ASKER_AND_PRESENTER:
            return seat in (holder, state.presenter)
        case Floor.LEADERS:
            return state.seats[seat].leads


def set_floor(state: SessionState, command: c.SetFloor, actor: SeatId, now: int) -> list[e.Event]:
    if command.floor in (Floor.PRESENTER, Floor.ASKER_AND_PRESENTER) and state.presenter is None:
        raise Refused(Code.NO_PRESENTER, f"floor {command.floor}")
    if command.floor in (Floor.PRESENTER, Floor.ASKER_AND_PRESENTER) and state.pushed_back is not None:
        raise Refused(Code.PUSHED_BACK, f"floor {command.floor}")
    return floor_becomes(state, command.floor, command.gate, now)


def floor_becomes(state: SessionState, floor: Floor, gate: Gate, now: int) -> list[e.Event]:
    """The events that give the floor this kind and gate; a turn ends where the new floor knows no turns."""
    if (floor, gate) == (state.floor, state.gate):
        return []
    ended: list[e.Event] = []
    if state.turn and not _takes_turns(floor):
        ended = [e.TurnEnded(now, state.turn.number)]
    return [*ended, e.FloorSet(now, state.entry, floor, gate)]


def raise_hand(state: SessionState, command: c.RaiseHand, actor: SeatId, now: int) -> list[e.Event]:
    may_speak(state, actor)
    if actor in state.hands or (state.turn and state.turn.seat == actor):
        return []
    return [e.HandRaised(now, actor)]


def lower_hand(state: SessionState, command: c.LowerHand, actor: SeatId, now: int) -> list[e.Event]:
    seat = actor if command.seat is None else command.seat
    if seat != actor and not state.seats[actor].leads:
        raise Refused(Code.NOT_ALLOWED, "only leaders lower another's hand")
    return [e.HandLowered(now, seat)] if seat in state.hands else []


def grant_turn(state: SessionState, command: c.GrantTurn, actor: SeatId, now: int) -> list[e.Event]:
    """One holder at a time: a turn still open ends as the next is granted."""
    if state.phase is None or not _takes_turns(state.floor):
        raise Refused(Code.NO_TURNS_HERE, f"floor {state.floor}")
    may_speak(state, command.seat)
    if state.turn and state.turn.seat == command.seat:
        return []
    ended: list[e.Event] = [e.TurnEnded(now, state.turn.number)] if state.turn else []
    limit = state.phase.turn.limit_ms
    ends_at = None if limit is None else state.clock(now) + limit
    return [*ended, e.TurnGranted(now, state.turns + 1, command.seat, ends_at)]


def end_turn(state: SessionState, command: c.EndTurn, actor: SeatId, now: int) -> list[e.Event]:
    if state.turn is None:
        raise Refused(Code.NO_TURN, f"turn {command.about}")
    if actor != state.turn.seat and not state.seats[actor].leads:
        raise Refused(Code.NOT_ALLOWED, "only leaders end another's turn")
    return [e.TurnEnded(now, state.turn.number)]


def turn_deadline(state: SessionState) -> int | None:
    """When the turn's limit has something to say; None once it has said it."""
    if state.turn is None or state.turn.limit_reached:
        return None
    return state.turn.ends_at


def on_turn_limit(state: SessionState, now: int) -> list[e.Event]:
    """A limit informs, or ends the turn where the format says so."""
    if state.phase is None or state.turn is None:
        return []
    if state.phase.turn.at_limit is AtLimit.END:
        return [e.TurnEnded(now, state.turn.number)]
    return [e.TurnLimitReached(now, state.turn.number)]


def may_speak(state: SessionState, seat: SeatId) -> None:
    """Raises Refused unless this seat could be given a turn now."""
    holder = state.seats.get(seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {seat}")
    if holder.standing is not Standing.SEATED:
        raise Refused(Code.NOT_SEATED, f"seat {seat}")
    if seat == state.pushed_back:
        raise Refused(Code.PUSHED_BACK, f"seat {seat}")
    if state.leaders_alone and not holder.leads:
        raise Refused(Code.NOT_ALLOWED, "the leaders are among themselves")
    if holder.role is Role.OBSERVER:
        raise Refused(Code.NOT_ALLOWED, "observers have no turn")


def _takes_turns(floor: Floor) -> bool:
    return floor in (Floor.OPEN, Floor.QUEUE, Floor.ASKER_AND_PRESENTER)
