"""A scene: its parts and who plays them. Names on the plates are people's data and never here; a part has a number."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.format import Phase
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Heard, Part, Refused, SeatId


def invite_to_part(state: SessionState, command: c.InviteToPart, actor: SeatId, now: int) -> list[e.Event]:
    phase = _with_parts(state)
    if not phase.casting:
        raise Refused(Code.NO_CAST, "no parts are given in this phase")
    if actor != state.presenter and not state.seats[actor].leads:
        raise Refused(Code.NOT_ALLOWED, "the presenter gives the parts")
    _may_play(state, command.seat)
    if command.part is Part.PROTAGONIST or command.seat == state.presenter:
        raise Refused(Code.NOT_ALLOWED, "the protagonist is the presenter")
    if command.seat in state.cast or state.invited.get(command.seat) is command.part:
        return []
    return [e.PartOffered(now, command.seat, command.part)]


def answer_invitation(
    state: SessionState, command: c.AnswerInvitation, actor: SeatId, now: int
) -> list[e.Event]:
    part = state.invited.get(actor)
    if part is None:
        raise Refused(Code.NOT_INVITED)
    if command.part not in (None, part):
        raise Refused(Code.CONFLICT, f"invited to be {part}")
    if command.accept:
        return [e.PartTaken(now, actor, state.parts + 1, part)]
    return [e.PartDeclined(now, actor)]


def take_off_part(state: SessionState, command: c.TakeOffPart, actor: SeatId, now: int) -> list[e.Event]:
    seat = actor if command.seat is None else command.seat
    if seat != actor and not state.seats[actor].leads:
        raise Refused(Code.NOT_ALLOWED, "only leaders take off another's part")
    return [e.PartTakenOff(now, seat)] if seat in state.cast else []


def swap_parts(state: SessionState, command: c.SwapParts, actor: SeatId, now: int) -> list[e.Event]:
    _with_parts(state)
    for seat in (command.seat, command.other):
        _may_play(state, seat)
    if command.seat == command.other or not state.cast.keys() & {command.seat, command.other}:
        raise Refused(Code.NO_CAST, "neither has a part")
    plays = state.cast.get(command.seat)
    if command.part not in (None, plays.number if plays else None):
        raise Refused(Code.CONFLICT, f"seat {command.seat} plays another part now")
    return [e.PartsSwapped(now, command.seat, command.other)]


def freeze(state: SessionState, command: c.Freeze, actor: SeatId, now: int) -> list[e.Event]:
    phase = _with_parts(state)
    if phase.heard is not Heard.CAST:
        raise Refused(Code.NO_CAST, "no scene is played in this phase")
    if actor not in state.cast and not state.seats[actor].leads:
        raise Refused(Code.NOT_ALLOWED, "leaders stop a scene, or whoever plays in it")
    return [] if state.frozen else [e.SceneFrozen(now)]


def unfreeze(state: SessionState, command: c.Unfreeze, actor: SeatId, now: int) -> list[e.Event]:
    return [e.SceneWentOn(now)] if state.frozen else []


def may_name(state: SessionState, actor: SeatId, part: int) -> None:
    """Raises Refused unless the plate of this part is theirs to write: leaders', the presenter's, whoever's plays it.
    What they write is not here."""
    holder = state.seated(actor)
    plays = next((seat for seat, played in state.cast.items() if played.number == part), None)
    if plays is None:
        raise Refused(Code.NO_CAST, f"part {part}")
    if not holder.leads and actor not in (state.presenter, plays):
        raise Refused(Code.NOT_ALLOWED, "the presenter gives the parts their names")


def goes_on(state: SessionState, now: int) -> list[e.Event]:
    """By itself: the presenter plays the protagonist; and where no part belongs, every part is taken off."""
    phase = state.phase
    if phase is None or not phase.keeps_parts:
        return [e.PartsTakenOff(now)] if state.cast else []
    played = any(p.part is Part.PROTAGONIST for p in state.cast.values())
    if not phase.casting or played or state.presenter is None or state.presenter in state.cast:
        return []
    return [e.PartTaken(now, state.presenter, state.parts + 1, Part.PROTAGONIST)]


def _with_parts(state: SessionState) -> Phase:
    if state.phase is None or not state.phase.keeps_parts:
        raise Refused(Code.NO_CAST, "no scene is made in this phase")
    return state.phase


def _may_play(state: SessionState, seat: SeatId) -> None:
    """Members and observers; whoever directs does not play."""
    holder = state.seated(seat)
    if holder.leads:
        raise Refused(Code.NOT_ALLOWED, "whoever directs does not play")
    if seat in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, f"seat {seat}")
