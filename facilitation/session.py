"""decide(state, command, actor, now): guards, then events. A refused command raises Refused and changes nothing.

The table below is the whole law of who may ask for what, and when; the functions it names add only what is
particular to one command. Whoever is not in the circle may ask for nothing but to leave; who waits may also tell the
leaders something.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitation import accidents, case, circles, coming, floor, marks, phases, privacy, rounds, scene
from facilitation import commands as c
from facilitation import events as e
from facilitation.consequences import with_consequences
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Refused, SeatId, Stage, Standing


def decide(state: SessionState, command: c.Command, actor: SeatId | None, now: int) -> list[e.Event]:
    """The events that `command` leads to, asked by `actor` (None: the server itself) at session time `now` in ms.

    An empty list is a wish already fulfilled. Raises Refused(code, detail) and then nothing has changed.
    """
    rule = _RULES.get(type(command))
    if rule is None:
        if actor is not None:
            raise Refused(Code.NOT_ALLOWED, "asked by the server alone")
        events = _HOUSE[type(command)](state, command, now)
    else:
        events = rule.decision(state, command, _guard(state, rule, command, actor), now)
    return with_consequences(state, events, now) if events else []


@dataclass(frozen=True, slots=True)
class Rule:
    decision: Callable[[SessionState, Any, SeatId, int], list[e.Event]]
    leaders: bool = False
    """Only leaders may ask."""
    stages: frozenset[Stage] = frozenset({Stage.RUNNING})
    about: str | None = None
    """The counter of the state that the command's `about` must still equal."""
    from_waiting: bool = False
    """Also those may ask who wait to be let in."""
    from_outside: bool = False
    """Also those may ask whom the leaders' room leaves outside."""
    from_private: bool = False
    """Also whoever is in the private room; what leaders may ask for from there `FROM_THE_CIRCLE` says."""


def _guard(state: SessionState, rule: Rule, command: Any, actor: SeatId | None) -> SeatId:
    holder = None if actor is None else state.seats.get(actor)
    if actor is None or holder is None:
        raise Refused(Code.NO_SUCH_SEAT)
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    waits = holder.standing is Standing.WAITING
    if not (holder.sits or (rule.from_waiting and waits)):
        raise Refused(Code.NOT_SEATED, f"seat {actor}")
    if not holder.leads:
        if not (rule.from_outside or waits):
            _is_inside(state, rule, actor)
        if rule.leaders:
            raise Refused(Code.NOT_ALLOWED, "only leaders may")
    if state.stage not in rule.stages:
        raise Refused(Code.ALREADY_BEGUN if state.stage is Stage.RUNNING else Code.NOT_BEGUN)
    if rule.about is not None and command.about != (current := _counter(state, rule.about)):
        raise Refused(Code.CONFLICT, f"{rule.about} {command.about} is now {current}")
    if type(command) in FROM_THE_CIRCLE and holder.leads and actor in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, "whoever is out goes back first")
    return actor


def _is_inside(state: SessionState, rule: Rule, actor: SeatId) -> None:
    """Raises Refused for a member whom a room aside or the leaders' room keeps from asking."""
    stepped_out = actor in state.stepped_out
    if stepped_out and not rule.from_private:
        raise Refused(Code.STEPPED_OUT, f"seat {actor}")
    if state.leaders_alone and not stepped_out:
        raise Refused(Code.NOT_ALLOWED, "the leaders are among themselves")


def _counter(state: SessionState, name: str) -> int:
    match name:
        case "entry":
            return state.entry
        case "case":
            return state.case
        case "leads":
            return state.leads
        case _:
            return state.turn.number if state.turn else 0


_HOUSE: dict[type, Callable[[SessionState, Any, int], list[e.Event]]] = {
    c.TakeSeat: coming.take_seat,
    c.ComeBack: coming.come_back,
    c.ReportLink: coming.report_link,
    c.ReportPage: coming.report_page,
}

FROM_THE_CIRCLE = frozenset({
    c.Begin, c.Advance, c.StepBack, c.UndoStep, c.Extend, c.Resume,
    c.ChoosePresenter, c.CloseChoice, c.CloseCase, c.GoOn, c.Recall, c.PushBack,
    c.SetFloor, c.LowerHand, c.GrantTurn, c.EndTurn, c.BeginRound, c.MoveSeat,
    c.InviteToPart, c.SwapParts, c.TakeOffPart, c.Freeze, c.Unfreeze,
})  # fmt: skip
"""What becomes of the circle: no leader asks for it from outside. The door, the end, the beginning of a pause, the lead
itself and what is among few may be had from anywhere."""

_ANY_TIME = frozenset({Stage.GATHERING, Stage.RUNNING})

_RULES: dict[type, Rule] = {
    c.Admit: Rule(coming.admit, leaders=True, stages=_ANY_TIME),
    c.Remove: Rule(coming.remove, leaders=True, stages=_ANY_TIME),
    c.Leave: Rule(coming.leave, stages=_ANY_TIME, from_waiting=True, from_outside=True),
    c.End: Rule(coming.end, leaders=True, stages=_ANY_TIME),
    c.Begin: Rule(phases.begin, leaders=True, stages=frozenset({Stage.GATHERING})),
    c.Advance: Rule(phases.advance, leaders=True, about="entry"),
    c.StepBack: Rule(phases.step_back, leaders=True, about="entry"),
    c.UndoStep: Rule(phases.undo_step, leaders=True, about="entry"),
    c.Extend: Rule(phases.extend, leaders=True, about="entry"),
    c.Pause: Rule(phases.pause, leaders=True, about="entry"),
    c.Resume: Rule(phases.resume, leaders=True, about="entry"),
    c.OfferCase: Rule(case.offer_case, about="case"),
    c.WithdrawOffer: Rule(case.withdraw_offer, about="case"),
    c.ChoosePresenter: Rule(case.choose_presenter, leaders=True, about="case"),
    c.NameOne: Rule(case.name_one, about="case"),
    c.CloseChoice: Rule(case.close_choice, leaders=True, about="case"),
    c.AcceptAudience: Rule(case.accept_audience, about="case"),
    c.WithdrawCase: Rule(case.withdraw_case, about="case", from_private=True),
    c.CloseCase: Rule(case.close_case, leaders=True, about="case"),
    c.GoOn: Rule(case.go_on, leaders=True, about="case"),
    c.Recall: Rule(case.recall, about="entry"),
    c.PushBack: Rule(case.push_back, about="entry"),
    c.SetFloor: Rule(floor.set_floor, leaders=True, about="entry"),
    c.RaiseHand: Rule(floor.raise_hand),
    c.LowerHand: Rule(floor.lower_hand),
    c.GrantTurn: Rule(floor.grant_turn, leaders=True, about="entry"),
    c.EndTurn: Rule(floor.end_turn, about="turn"),
    c.BeginRound: Rule(rounds.begin_round, leaders=True, about="entry"),
    c.PassTurn: Rule(rounds.pass_turn, about="turn"),
    c.MoveSeat: Rule(circles.move_seat, leaders=True),
    c.InviteToPart: Rule(scene.invite_to_part, about="entry"),
    c.AnswerInvitation: Rule(scene.answer_invitation),
    c.TakeOffPart: Rule(scene.take_off_part, from_private=True),
    c.SwapParts: Rule(scene.swap_parts, leaders=True),
    c.Freeze: Rule(scene.freeze, about="entry"),
    c.Unfreeze: Rule(scene.unfreeze, leaders=True, about="entry"),
    c.PassLead: Rule(accidents.pass_lead, leaders=True, stages=_ANY_TIME, about="leads"),
    c.Mark: Rule(marks.mark, leaders=True),
    c.TakeBackMark: Rule(marks.take_back_mark, leaders=True, about="entry"),
    c.TellLeaders: Rule(privacy.tell_leaders, stages=_ANY_TIME, from_waiting=True, from_outside=True),
    c.HeedWord: Rule(privacy.heed_word, leaders=True, stages=_ANY_TIME),
    c.NoteWord: Rule(privacy.note_word, leaders=True, stages=_ANY_TIME),
    c.SayLeavingEarly: Rule(privacy.say_leaving_early, stages=_ANY_TIME, from_private=True),
    c.Whisper: Rule(privacy.whisper, leaders=True),
    c.OpenPrivateRoom: Rule(privacy.open_private_room, leaders=True, stages=_ANY_TIME),
    c.AskIntoPrivateRoom: Rule(privacy.ask_into_private_room, leaders=True, stages=_ANY_TIME),
    c.AgreeInPrivateRoom: Rule(privacy.agree_in_private_room, stages=_ANY_TIME, from_private=True),
    c.StepOut: Rule(privacy.step_out, stages=_ANY_TIME),
    c.LeavePrivateRoom: Rule(privacy.leave_private_room, stages=_ANY_TIME, from_private=True),
}
