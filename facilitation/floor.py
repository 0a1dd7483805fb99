"""The floor: whose it is, raised hands, turns and their limits, and who works in this phase at all."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import (
    PRESENTERS,
    TAKES_TURNS,
    AtLimit,
    Code,
    Floor,
    Gate,
    Heard,
    Refused,
    Role,
    SeatId,
)


def works(state: SessionState, seat: SeatId) -> bool:
    """Whether this seat is one of those who may be heard in this phase at all. Hard, whatever the gate."""
    phase, holder = state.phase, state.turn.seat if state.turn else None
    match phase.heard if phase else Heard.CIRCLE:
        case Heard.CIRCLE:
            return seat not in state.outer and state.seats[seat].role is not Role.OBSERVER
        case Heard.OUTER:
            return seat in state.outer and seat == holder
    return seat in state.cast or seat == holder  # Heard.CAST


def has_floor(state: SessionState, seat: SeatId) -> bool:
    """Whether the floor is this seat's. Under a soft gate that is only shown; under a hard one it decides."""
    holder = state.turn.seat if state.turn else None
    match state.floor:
        case Floor.OPEN:
            return True
        case Floor.QUEUE:
            return seat == holder
        case Floor.ROUND:
            answers = state.phase is not None and state.phase.round.presenter_answers
            return seat == holder or (answers and seat == state.presenter)
        case Floor.PRESENTER:
            return seat == state.presenter
        case Floor.ASKER_AND_PRESENTER:
            return seat in (holder, state.presenter)
        case Floor.LEADERS:
            return state.seats[seat].leads
    return False  # Floor.SILENT


def set_floor(state: SessionState, command: c.SetFloor, actor: SeatId, now: int) -> list[e.Event]:
    if command.floor in PRESENTERS and state.presenter is None:
        raise Refused(Code.NO_PRESENTER, f"floor {command.floor}")
    if command.floor in PRESENTERS and state.back is not None:
        raise Refused(Code.PUSHED_BACK, f"floor {command.floor}")
    return floor_becomes(state, command.floor, command.gate, now)


def floor_becomes(state: SessionState, floor: Floor, gate: Gate, now: int) -> list[e.Event]:
    """The events that give the floor this kind and gate; a turn ends where the new floor knows no turns."""
    if (floor, gate) == (state.floor, state.gate):
        return []
    ended: list[e.Event] = []
    if state.turn and floor not in TAKES_TURNS:
        ended = [e.TurnEnded(now, state.turn.number)]
    return [*ended, e.FloorSet(now, state.entry, floor, gate)]


def given_up(state: SessionState, now: int) -> list[e.Event]:
    """A presenter's floor in which nobody presents any more is the group's, at the same gate: nobody is heard who was
    not. What becomes of the phase the leaders decide."""
    if state.presenter is not None or state.floor not in PRESENTERS:
        return []
    groups = Floor.OPEN if state.gate is Gate.SOFT else Floor.QUEUE
    return floor_becomes(state, groups, state.gate, now)


def raise_hand(state: SessionState, command: c.RaiseHand, actor: SeatId, now: int) -> list[e.Event]:
    """One of the outer circle raises a hand for the empty chair, too."""
    may_ask(state, actor)
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
    if state.phase is None or state.floor not in TAKES_TURNS:
        raise Refused(Code.NO_TURNS_HERE, f"floor {state.floor}")
    may_ask(state, command.seat)
    outer = command.seat in state.outer
    if (state.phase.heard is Heard.CIRCLE and outer) or (state.phase.heard is Heard.OUTER and not outer):
        raise Refused(
            Code.NOT_ALLOWED, f"the {state.circle_of(command.seat)} circle is not heard in this phase"
        )
    if state.turn and state.turn.seat == command.seat:
        return []
    if command.seen is not None and state.turn and state.turn.number != command.seen:
        raise Refused(Code.CONFLICT, f"turn {command.seen} is now {state.turn.number}")
    ended: list[e.Event] = [e.TurnEnded(now, state.turn.number)] if state.turn else []
    return [*ended, turn(state, command.seat, now)]


def turn(state: SessionState, seat: SeatId, now: int) -> e.TurnGranted:
    """A turn as the phase gives it, from now on its clock."""
    limit = state.phase.turn.limit_ms if state.phase else None
    ends_at = None if limit is None else state.clock(now) + limit
    return e.TurnGranted(now, state.turns + 1, seat, ends_at)


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


def may_ask(state: SessionState, seat: SeatId) -> None:
    """Raises Refused unless this seat may ask for the floor now."""
    holder = state.seats.get(seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {seat}")
    if not holder.sits:
        raise Refused(Code.NOT_SEATED, f"seat {seat}")
    if seat == state.back:
        raise Refused(Code.PUSHED_BACK, f"seat {seat}")
    if seat in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, f"seat {seat}")
    if state.leaders_alone and not holder.leads:
        raise Refused(Code.NOT_ALLOWED, "the leaders are among themselves")
    # In a scene whoever watches may ask to double, an observer too.
    if holder.role is Role.OBSERVER and not (state.phase and state.phase.heard is Heard.CAST):
        raise Refused(Code.NOT_ALLOWED, "observers have no turn")
