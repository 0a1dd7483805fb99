"""Two circles: the inner works, the outer hears and sees; leaders give the empty chair."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import Circle, Code, Refused, Role, SeatId


def move_seat(state: SessionState, command: c.MoveSeat, actor: SeatId, now: int) -> list[e.Event]:
    circles = state.format.circles
    if circles is None:
        raise Refused(Code.NO_CIRCLES)
    _movable(state, command.seat)
    if state.circle_of(command.seat) is command.circle:
        return []
    moved = e.SeatMoved(now, command.seat, command.circle)
    if command.instead_of is not None:
        _movable(state, command.instead_of)
        if state.circle_of(command.instead_of) is not command.circle:
            raise Refused(Code.NOT_ALLOWED, f"seat {command.instead_of} has no place to give there")
        return [e.SeatMoved(now, command.instead_of, state.circle_of(command.seat)), moved]
    if command.circle is Circle.INNER and inner(state) >= circles.inner_max:
        raise Refused(Code.CIRCLE_FULL, f"{circles.inner_max} places")
    return [moved]


def inner(state: SessionState) -> int:
    """How many sit in the inner circle, leaders not counted."""
    return sum(h.sits and not h.leads and seat not in state.outer for seat, h in state.seats.items())


def _movable(state: SessionState, seat: SeatId) -> None:
    if state.seated(seat).role is not Role.MEMBER:
        raise Refused(Code.NOT_ALLOWED, "only members change places")
    if seat == state.presenter:
        raise Refused(Code.NOT_ALLOWED, "the presenter stays in the inner circle")
