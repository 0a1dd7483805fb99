"""Among few: words to the leaders, the leaders' whisper, and the private room of a leader and one in distress."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import PrivateRoom, Seat, SessionState
from facilitation.vocabulary import PRESENTERS_WORDS, Code, Hold, Refused, SeatId, Stage, Word


def tell_leaders(state: SessionState, command: c.TellLeaders, actor: SeatId, now: int) -> list[e.Event]:
    """Also while the leaders are among themselves: what a case has stirred up does not end with it. What a leader has
    seen, and gone on, may be said again."""
    if command.word in PRESENTERS_WORDS and (actor != state.presenter or state.leaders_alone):
        raise Refused(Code.NOT_ALLOWED, "this word is the presenter's, in the circle")
    if _said(state, actor, command.word) and not _noted(state, actor, command.word):
        return []
    return [e.WordSent(now, actor, command.word)]


def heed_word(state: SessionState, command: c.HeedWord, actor: SeatId, now: int) -> list[e.Event]:
    if not _said(state, command.seat, command.word):
        raise Refused(Code.NO_WORD, f"seat {command.seat}")
    return [e.WordHeeded(now, command.seat, command.word)]


def note_word(state: SessionState, command: c.NoteWord, actor: SeatId, now: int) -> list[e.Event]:
    if not _said(state, command.seat, command.word):
        raise Refused(Code.NO_WORD, f"seat {command.seat}")
    noted = _noted(state, command.seat, command.word)
    return [] if noted else [e.WordNoted(now, command.seat, command.word, actor)]


def say_leaving_early(
    state: SessionState, command: c.SayLeavingEarly, actor: SeatId, now: int
) -> list[e.Event]:
    return [] if state.seats[actor].leaving_early else [e.EarlyLeaveSaid(now, actor)]


def whisper(state: SessionState, command: c.Whisper, actor: SeatId, now: int) -> list[e.Event]:
    if command.on == (actor in state.whispering):
        return []
    if command.on and actor in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, f"seat {actor}")
    if command.on and not _other_leaders(state, actor):
        raise Refused(Code.NOT_ALLOWED, "no other leader is in the circle")
    return [(e.WhisperBegan if command.on else e.WhisperEnded)(now, actor)]


def open_private_room(
    state: SessionState, command: c.OpenPrivateRoom, actor: SeatId, now: int
) -> list[e.Event]:
    """The word of distress is the consent: nobody is taken aside who did not ask. A room in which nobody is there any
    more gives way; whoever was in it comes back aside."""
    left = state.private
    if left is not None and any(state.seats[seat].is_there for seat in left.inside):
        within = actor in left.inside
        raise Refused(Code.NOT_ALLOWED if within else Code.CONFLICT, "the private room is taken")
    must_stay = _must_stay(state, actor)
    if must_stay is not None and not command.pause:
        raise Refused(Code.NOT_ALLOWED, must_stay)
    if not _said(state, command.seat, Word.DISTRESS):
        raise Refused(Code.NO_WORD, f"seat {command.seat}")
    if state.seated(command.seat).leads:  # who waits is let in first
        raise Refused(Code.NOT_ALLOWED, "leaders have the whisper")
    paused: list[e.Event] = [] if must_stay is None else [e.SessionPaused(now)]
    given_up: list[e.Event] = [] if left is None else [e.PrivateRoomClosed(now, tuple(sorted(left.inside)))]
    return [*paused, *given_up, e.PrivateRoomOpened(now, actor, command.seat)]


def ask_into_private_room(
    state: SessionState, command: c.AskIntoPrivateRoom, actor: SeatId, now: int
) -> list[e.Event]:
    room = _room(state)
    if actor in room.inside or room.joined is not None:
        raise Refused(Code.NOT_ALLOWED, "there is no place to ask for")
    _may_step_out(state, actor)
    return [] if room.asking == actor else [e.PrivateRoomAsked(now, actor)]


def agree_in_private_room(
    state: SessionState, command: c.AgreeInPrivateRoom, actor: SeatId, now: int
) -> list[e.Event]:
    room = _room(state)
    if actor not in room.inside or room.asking is None:
        raise Refused(Code.NOT_IN_PRIVATE, "nobody asks you")
    if command.seat != room.asking:
        raise Refused(Code.CONFLICT, f"seat {room.asking} asks")
    return [] if actor in room.agreed else [e.PrivateRoomAgreed(now, actor)]


def step_out(state: SessionState, command: c.StepOut, actor: SeatId, now: int) -> list[e.Event]:
    """No unseen listener: whoever says that they are not there for a moment hears nothing meanwhile."""
    if actor in state.stepped_out:
        raise Refused(Code.STEPPED_OUT, f"seat {actor}")
    _may_step_out(state, actor)
    return [e.SteppedOut(now, actor)]


def leave_private_room(
    state: SessionState, command: c.LeavePrivateRoom, actor: SeatId, now: int
) -> list[e.Event]:
    """Whoever goes is in the circle. Nobody else is put there in mid-sentence: they follow when they like."""
    if actor in state.aside:
        return [e.SteppedBackIn(now, actor)]
    room = _room(state)
    if actor not in room.inside:
        raise Refused(Code.NOT_IN_PRIVATE)
    if room.without(actor) is not None:
        return [e.PrivateRoomLeft(now, actor)]
    return [e.PrivateRoomClosed(now, tuple(sorted(room.inside - {actor})))]


def _other_leaders(state: SessionState, seat: SeatId) -> list[Seat]:
    """Who else leads, and sits in the circle."""
    return [
        one
        for other, one in state.seats.items()
        if one.leads and one.sits and other != seat and other not in state.stepped_out
    ]


def lead_stays(state: SessionState, now: int) -> list[e.Event]:
    """While whoever leads has stepped out, for the lead has passed to them or the phase has changed, the
    session pauses: the circle is never without its leader while its clocks run."""
    aside = state.lead in state.stepped_out and Hold.PAUSE not in state.holds
    return [e.SessionPaused(now)] if aside else []


def _said(state: SessionState, seat: SeatId, word: Word) -> bool:
    return any((sent.seat, sent.word) == (seat, word) for sent in state.words)


def _noted(state: SessionState, seat: SeatId, word: Word) -> bool:
    return any(sent.noted_by is not None for sent in state.words if (sent.seat, sent.word) == (seat, word))


def _room(state: SessionState) -> PrivateRoom:
    if state.private is None:
        raise Refused(Code.NOT_IN_PRIVATE, "there is no private room now")
    return state.private


def _may_step_out(state: SessionState, actor: SeatId) -> None:
    if (must_stay := _must_stay(state, actor)) is not None:
        raise Refused(Code.NOT_ALLOWED, must_stay)


def _must_stay(state: SessionState, actor: SeatId) -> str | None:
    """While the clocks run somebody stays to lead: whoever does, and the last leader who is there, as long as the lead
    of one who is missed has not passed yet. None: this one may go."""
    if state.stage is not Stage.RUNNING or Hold.PAUSE in state.holds:
        return None
    if actor == state.lead:
        return "whoever leads stays with the circle, or pauses first"
    if state.seats[actor].leads and not any(one.is_there for one in _other_leaders(state, actor)):
        return "no other leader is there: pause first"
    return None
