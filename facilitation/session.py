"""decide(state, command, actor, now): guards, then events. A refused command raises Refused and changes nothing.

The table below is the whole law of who may ask for what, and when; the functions it names add only what is
particular to one command. Whoever is not in the circle may ask for nothing but to leave.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitation import commands as c
from facilitation import events as e
from facilitation import floor, phases
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, Code, Link, Refused, Role, SeatId, Stage, Standing


def decide(state: SessionState, command: c.Command, actor: SeatId | None, now: int) -> list[e.Event]:
    """The events that `command` leads to, asked by `actor` (None: the server itself) at session time `now` in ms.

    An empty list is a wish already fulfilled. Raises Refused(code, detail) and then nothing has changed.
    """
    if isinstance(command, c.TakeSeat | c.ComeBack | c.ReportLink):
        if actor is not None:
            raise Refused(Code.NOT_ALLOWED, "asked by the server alone")
        return _HOUSE[type(command)](state, command, now)
    rule = _RULES[type(command)]
    seat = _guard(state, rule, command, actor)
    return rule.decision(state, command, seat, now)


@dataclass(frozen=True, slots=True)
class Rule:
    decision: Callable[[SessionState, Any, SeatId, int], list[e.Event]]
    leaders: bool = False
    """Only leaders may ask."""
    stages: frozenset[Stage] = frozenset({Stage.RUNNING})
    about: str | None = None
    """The counter of the state that the command's `about` must still equal."""
    from_outside: bool = False
    """Also those may ask who wait, or whom the leaders' room leaves outside."""


def _guard(state: SessionState, rule: Rule, command: Any, actor: SeatId | None) -> SeatId:
    holder = None if actor is None else state.seats.get(actor)
    if actor is None or holder is None:
        raise Refused(Code.NO_SUCH_SEAT)
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    allowed = (Standing.SEATED, Standing.WAITING) if rule.from_outside else (Standing.SEATED,)
    if holder.standing not in allowed:
        raise Refused(Code.NOT_SEATED, f"seat {actor}")
    if state.leaders_alone and not (holder.leads or rule.from_outside):
        raise Refused(Code.NOT_ALLOWED, "the leaders are among themselves")
    if rule.leaders and not holder.leads:
        raise Refused(Code.NOT_ALLOWED, "only leaders may")
    if state.stage not in rule.stages:
        raise Refused(Code.ALREADY_BEGUN if state.stage is Stage.RUNNING else Code.NOT_BEGUN)
    if rule.about is not None and command.about != (current := _counter(state, rule.about)):
        raise Refused(Code.CONFLICT, f"{rule.about} {command.about} is now {current}")
    return actor


def _counter(state: SessionState, name: str) -> int:
    match name:
        case "entry":
            return state.entry
        case "case":
            return state.case
        case _:
            return state.turn.number if state.turn else 0


# --- coming and going ---


def _take_seat(state: SessionState, command: c.TakeSeat, now: int) -> list[e.Event]:
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    seat = SeatId(len(state.seats) + 1)
    if seat > state.format.seats:
        raise Refused(Code.SESSION_FULL, f"{state.format.seats} seats")
    standing = Standing.SEATED if command.role in LEADING else Standing.WAITING
    return [e.SeatTaken(now, seat, command.role, standing)]


def _come_back(state: SessionState, command: c.ComeBack, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    if holder.standing is Standing.REMOVED:
        raise Refused(Code.NOT_ALLOWED, "removed from this session")
    if holder.standing is not Standing.LEFT:
        return []
    standing = Standing.SEATED if holder.leads else Standing.WAITING
    return [e.SeatTaken(now, command.seat, holder.role, standing)]


def _report_link(state: SessionState, command: c.ReportLink, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    gone = holder.standing in (Standing.LEFT, Standing.REMOVED)
    if state.stage is Stage.ENDED or (holder.link is Link.UP) == command.up or (gone and command.up):
        return []
    return [(e.LinkRestored if command.up else e.LinkLost)(now, command.seat)]


def _admit(state: SessionState, command: c.Admit, actor: SeatId, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if holder.standing is Standing.SEATED:
        return []
    if holder.standing is not Standing.WAITING:
        raise Refused(Code.NOT_WAITING, f"seat {command.seat}")
    return [e.SeatAdmitted(now, command.seat)]


def _remove(state: SessionState, command: c.Remove, actor: SeatId, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if command.seat == actor:
        raise Refused(Code.NOT_ALLOWED, "to go, leave")
    if holder.role is Role.LEADER:
        raise Refused(Code.NOT_ALLOWED, "the leader cannot be removed")
    return [] if holder.standing is Standing.REMOVED else [e.SeatRemoved(now, command.seat)]


def _leave(state: SessionState, command: c.Leave, actor: SeatId, now: int) -> list[e.Event]:
    return [e.SeatLeft(now, actor)]


def _end(state: SessionState, command: c.End, actor: SeatId, now: int) -> list[e.Event]:
    return [e.SessionEnded(now)]


_HOUSE: dict[type, Callable[[SessionState, Any, int], list[e.Event]]] = {
    c.TakeSeat: _take_seat,
    c.ComeBack: _come_back,
    c.ReportLink: _report_link,
}

_ANY_TIME = frozenset({Stage.GATHERING, Stage.RUNNING})

_RULES: dict[type, Rule] = {
    c.Admit: Rule(_admit, leaders=True, stages=_ANY_TIME),
    c.Remove: Rule(_remove, leaders=True, stages=_ANY_TIME),
    c.Begin: Rule(phases.begin, leaders=True, stages=frozenset({Stage.GATHERING})),
    c.Advance: Rule(phases.advance, leaders=True, about="entry"),
    c.StepBack: Rule(phases.step_back, leaders=True, about="entry"),
    c.Extend: Rule(phases.extend, leaders=True, about="entry"),
    c.Pause: Rule(phases.pause, leaders=True, about="entry"),
    c.Resume: Rule(phases.resume, leaders=True, about="entry"),
    c.ChoosePresenter: Rule(phases.choose_presenter, leaders=True, about="case"),
    c.Recall: Rule(phases.recall, leaders=True, about="entry"),
    c.PushBack: Rule(phases.push_back, about="entry"),
    c.SetFloor: Rule(floor.set_floor, leaders=True, about="entry"),
    c.GrantTurn: Rule(floor.grant_turn, leaders=True, about="entry"),
    c.EndTurn: Rule(floor.end_turn, about="turn"),
    c.End: Rule(_end, leaders=True, stages=_ANY_TIME),
    c.OfferCase: Rule(phases.offer_case, about="case"),
    c.WithdrawOffer: Rule(phases.withdraw_offer, about="case"),
    c.RaiseHand: Rule(floor.raise_hand),
    c.LowerHand: Rule(floor.lower_hand),
    c.TellLeaders: Rule(phases.tell_leaders),
    c.Leave: Rule(_leave, stages=_ANY_TIME, from_outside=True),
}
