"""Rounds: everyone in turn. Passing is always allowed; whoever passed or was absent is asked once more at the end."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.floor import turn
from facilitation.state import Round, SessionState
from facilitation.vocabulary import Code, Floor, Heard, Refused, Role, RoundOrder, SeatId


def begin_round(state: SessionState, command: c.BeginRound, actor: SeatId, now: int) -> list[e.Event]:
    if state.floor is not Floor.ROUND:
        raise Refused(Code.NO_ROUND, f"floor {state.floor}")
    ended: list[e.Event] = [e.TurnEnded(now, state.turn.number)] if state.turn else []
    return [*ended, e.RoundBegan(now, asked(state))]


def pass_turn(state: SessionState, command: c.PassTurn, actor: SeatId, now: int) -> list[e.Event]:
    if state.turn is None:
        raise Refused(Code.NO_TURN, f"turn {command.about}")
    if actor != state.turn.seat:
        raise Refused(Code.NOT_ALLOWED, "one passes one's own turn")
    return [e.TurnPassed(now, state.turn.number)]


def asked(state: SessionState) -> tuple[SeatId, ...]:
    """Whom a round of this phase asks, in the order of the seats: of those who may be heard in it, never leaders, nor a
    presenter who is back."""
    answers = state.phase is not None and state.phase.round.presenter_answers
    spared = {state.back, state.presenter if answers else None}
    heard = state.phase.heard if state.phase else Heard.CIRCLE
    return tuple(
        sorted(
            seat
            for seat, holder in state.seats.items()
            if holder.sits
            and seat not in spared
            and (
                seat in state.cast
                if heard is Heard.CAST
                else holder.role is Role.MEMBER and (seat in state.outer) == (heard is Heard.OUTER)
            )
        )
    )


def goes_on(state: SessionState, now: int) -> list[e.Event]:
    """What a round does next by itself: it begins, asks the next, holds the place of the absent, comes back to them."""
    if state.floor is not Floor.ROUND or state.leaders_alone:
        return []
    if state.round is None:
        holder = state.turn.seat if state.turn else None  # has the turn already
        return [e.RoundBegan(now, tuple(seat for seat in asked(state) if seat != holder))]
    if state.turn is not None or state.stopped_at is not None:
        return []
    if state.round.to_ask:
        return _ask(state, state.round, now)
    if state.round.waits_for:
        return [e.RoundCameBack(now)]
    return []


def _ask(state: SessionState, round_: Round, now: int) -> list[e.Event]:
    if state.phase is not None and state.phase.round.order is RoundOrder.HANDS:
        seat = next((hand for hand in state.hands if hand in round_.to_ask), None)
        return [] if seat is None else [turn(state, seat, now)]
    seat = round_.to_ask[0]
    if state.away(seat) or seat in state.stepped_out:
        return [e.RoundHeldSeat(now, seat)]
    return [turn(state, seat, now)]
