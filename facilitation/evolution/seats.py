"""How events change who is here, who leads, and who has stepped out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from facilitation import events as e
from facilitation.evolution.cut import awaited
from facilitation.state import PrivateRoom, Seat, SentWord, SessionState
from facilitation.vocabulary import (
    PRESENTERS_WORDS,
    Circle,
    Heard,
    Hold,
    Link,
    Role,
    SeatId,
    Stage,
    Stance,
    Standing,
    Word,
)

Change = dict[str, Any]


def _with_seat(state: SessionState, seat: SeatId, **change: Any) -> Change:
    return {"seats": {**state.seats, seat: replace(state.seats[seat], **change)}}


def _taken(state: SessionState, event: e.SeatTaken) -> Change:
    """Where there are two circles everyone but the leaders begins in the outer one. The first leader leads."""
    change: Change = {"seats": {**state.seats, event.seat: Seat(event.role, event.standing)}}
    leads = change["seats"][event.seat].leads
    if event.seat == state.presenter_left:
        change["presenter_left"] = None
    if state.format.circles and not leads:
        change["outer"] = state.outer | {event.seat}
    stands_in = state.lead is not None and state.seats[state.lead].role is not Role.LEADER
    if leads and (
        state.lead is None or (stands_in and state.stage is Stage.GATHERING and event.role is Role.LEADER)
    ):
        change["lead"] = event.seat
    return change


def _gone(state: SessionState, seat: SeatId, standing: Standing, at: int) -> Change:
    """Whoever leaves takes along hand, offer, turn, part and words; a presenter also leaves the case without one. A
    debrief without a leader waits from when the last has gone, though they had been out before."""
    change = _with_seat(
        state, seat,
        standing=standing, link=Link.DOWN, lost_at=None, page=False, cut_off_at=None, missed_at=None,
        awaited_until=None, leaving_early=False,
    )  # fmt: skip
    if state.leaders_alone and state.seats[seat].leads and Hold.NO_LEADER in state.holds:
        change["holds"] = {**state.holds, Hold.NO_LEADER: at}
    change["offers"] = tuple(s for s in state.offers if s != seat)
    change["named"] = {s: named for s, named in state.named.items() if seat not in (s, named)}
    change["cast"] = {s: part for s, part in state.cast.items() if s != seat}
    change["invited"] = {s: part for s, part in state.invited.items() if s != seat}
    change["came_off"] = state.came_off - {seat}
    change["put_away"] = {s: part for s, part in state.put_away.items() if s != seat}
    change["outer"] = state.outer - {seat}
    change["whispering"] = state.whispering - {seat}
    change |= without_floor(state, seat)
    if state.presenter == seat:
        change |= no_presenter(state)
        # From the leaders' own phase everybody goes.
        told = standing is Standing.LEFT and not state.leaders_alone
        change["presenter_left"] = seat if told else None
    change["words"] = tuple(
        replace(w, noted_by=None) if w.noted_by == seat else w for w in state.words if w.seat != seat
    )
    if seat == state.lead:
        change["lead"] = None
    change["aside"] = state.aside - {seat}
    if state.private and seat in state.private.inside:
        change["private"] = state.private.without(seat)
        if change["private"] is None:
            change["aside"] |= state.private.inside - {seat}
    elif state.private and seat == state.private.asking:
        change["private"] = replace(state.private, asking=None, agreed=frozenset())
    return change


def without_floor(state: SessionState, seat: SeatId) -> Change:
    """The floor without this seat: no hand, no turn, not to be asked."""
    change: Change = {"hands": tuple(s for s in state.hands if s != seat)}
    if state.turn and state.turn.seat == seat:
        change["turn"] = None
    if state.round:
        change["round"] = state.round.without(seat)
    return change


def no_presenter(state: SessionState) -> Change:
    """The private line is one person's: the next presenter reads nothing of it. Their scene is over."""
    return {
        "presenter": None,
        "presenter_left": None,
        "stance": Stance.IN_CIRCLE,
        "came_alone": False,
        "accepted": False,
        "presenter_overdue": False,
        "not_awaited": False,
        "put_away": {},
        "words": tuple(w for w in state.words if w.word not in PRESENTERS_WORDS),
    }


def _admitted(state: SessionState, event: e.SeatAdmitted) -> Change:
    seat, outer = event.seat, event.seat in state.outer
    change = {**_with_seat(state, seat, standing=Standing.SEATED), **_asked_too(state, seat, outer)}
    undo = state.undo
    if undo and undo.leads_to is not None and (left := _asked_too(state.but(undo.was), seat, outer)):
        # By a round that goes on if the step is undone.
        change["undo"] = replace(undo, was={**undo.was, **left})
    return change


def _moved(state: SessionState, event: e.SeatMoved) -> Change:
    outer = event.circle is Circle.OUTER
    change = without_floor(state, event.seat)
    change["outer"] = state.outer | {event.seat} if outer else state.outer - {event.seat}
    return {**change, **_asked_too(state, event.seat, outer)}


def _asked_too(state: SessionState, seat: SeatId, outer: bool) -> Change:
    """Who comes in during a round is asked last, but for a scene's watchers and a circle that is not heard."""
    heard = state.phase.heard if state.phase else Heard.CIRCLE
    works = heard is not Heard.CAST and outer == (heard is Heard.OUTER)
    if not state.round or not works or state.seats[seat].role is not Role.MEMBER:
        return {}
    return {"round": replace(state.round, to_ask=(*state.round.to_ask, seat))}


def _restored(state: SessionState, event: e.LinkRestored) -> Change:
    change = _with_seat(state, event.seat, link=Link.UP, lost_at=None, missed_at=None, awaited_until=None)
    if event.seat == state.presenter:
        change |= {"presenter_overdue": False, "not_awaited": False}
    return change


def _lost(state: SessionState, event: e.LinkLost) -> Change:
    missed_at = None if state.seats[event.seat].page else event.at
    change = _with_seat(state, event.seat, link=Link.DOWN, lost_at=event.at, missed_at=missed_at)
    return _missed(state, change, event.seat, missed_at, event.at)


def _page_closed(state: SessionState, event: e.PageClosed) -> Change:
    missed_at = None if state.seats[event.seat].link is Link.UP else event.at
    change = _with_seat(state, event.seat, page=False, cut_off_at=event.at, missed_at=missed_at)
    return _missed(state, change, event.seat, missed_at, event.at)


def _missed(state: SessionState, change: Change, seat: SeatId, missed_at: int | None, at: int) -> Change:
    change = change | awaited(state.but(change), at)
    return change if missed_at is None else change | _unseen(state, seat)


def _unseen(state: SessionState, seat: SeatId) -> Change:
    """Another leads, and is told as if nobody had what a leader had seen who is missed; a lead who is missed has a
    moment to come back."""
    if seat == state.lead:
        return {}
    return {"words": tuple(replace(w, noted_by=None) if w.noted_by == seat else w for w in state.words)}


def _lead_passed(state: SessionState, event: e.LeadPassed) -> Change:
    words = unseen_by_missed(state.but({"lead": event.seat}), state.words)
    return {"lead": event.seat, "leads": event.number, "words": words}


def unseen_by_missed(state: SessionState, words: Iterable[SentWord]) -> tuple[SentWord, ...]:
    """What a leader had seen who is missed is told whoever leads as if nobody had."""
    missed = {s for s, one in state.seats.items() if not one.is_there or one.cut_off_at is not None} - {
        state.lead
    }
    return tuple(replace(w, noted_by=None) if w.noted_by in missed else w for w in words)


def _said(state: SessionState, event: e.WordSent) -> Change:
    """Said again it is a new word, which nobody has seen. Who asks once more to be brought back has waited since they
    first did."""
    before = [w for w in state.words if (w.seat, w.word) == (event.seat, event.word)]
    others = (w for w in state.words if w not in before)
    since = before[0].at if before and event.word is Word.BRING_ME_BACK else event.at
    return {"words": (*others, SentWord(event.seat, event.word, since))}


def _leaves_early(state: SessionState, event: e.EarlyLeaveSaid) -> Change:
    """The leaders have it before them as they would the private word, once."""
    change = _with_seat(state, event.seat, leaving_early=True)
    if all((sent.seat, sent.word) != (event.seat, Word.LEAVE_EARLY) for sent in state.words):
        change["words"] = (*state.words, SentWord(event.seat, Word.LEAVE_EARLY, event.at))
    return change


def _private(state: SessionState, **change: Any) -> Change:
    return {"private": replace(state.private, **change)} if state.private else {}


def _private_opened(state: SessionState, event: e.PrivateRoomOpened) -> Change:
    """Both step out: a leader may have had a hand up, or the turn, too."""
    change = stepped_out(state, event.seat)
    return {
        "private": PrivateRoom(event.leader, event.seat),
        "aside": state.aside - {event.leader, event.seat},
        "whispering": state.whispering - {event.leader},
        "words": tuple(w for w in state.words if (w.seat, w.word) != (event.seat, Word.DISTRESS)),
        **change,
        **without_floor(state.but(change), event.leader),
    }


def _steps_out(state: SessionState, event: e.SteppedOut) -> Change:
    change = stepped_out(state, event.seat) | {
        "aside": state.aside | {event.seat},
        "whispering": state.whispering - {event.seat},
    }
    asks = state.private is not None and state.private.asking == event.seat
    return change | (_private(state, asking=None, agreed=frozenset()) if asks else {})


def _steps_back_in(state: SessionState, event: e.SteppedBackIn) -> Change:
    """A presenter is awaited again."""
    change: Change = {"aside": state.aside - {event.seat}}
    return change | ({"not_awaited": False} if event.seat == state.presenter else {})


def stepped_out(state: SessionState, seat: SeatId) -> Change:
    """No hand, no turn; a round keeps their place, and asks them at the end; but no leader who had the turn."""
    change = without_floor(state, seat)
    if state.round:
        held = state.turn is not None and state.turn.seat == seat and not state.round.returning
        held = held and not state.seats[seat].leads
        change["round"] = replace(state.round, absent=(*state.round.absent, seat)) if held else state.round
    return change


def _private_agreed(state: SessionState, event: e.PrivateRoomAgreed) -> Change:
    """Whoever asked is inside once both have agreed."""
    room = state.private
    if room is None:
        return {}
    agreed = room.agreed | {event.seat}
    if {room.leader, room.seat} <= agreed:
        change: Change = {
            "private": replace(room, joined=room.asking, asking=None, agreed=frozenset()),
            "aside": state.aside - {room.asking},
            "whispering": state.whispering - {room.asking},
        }
        return change | (without_floor(state, room.asking) if room.asking is not None else {})
    return _private(state, agreed=agreed)


CHANGES: dict[type, Callable[[SessionState, Any], Change]] = {
    e.SeatTaken: _taken,
    e.SeatAdmitted: _admitted,
    e.SeatLeft: lambda s, ev: _gone(s, ev.seat, Standing.LEFT, ev.at),
    e.SeatRemoved: lambda s, ev: _gone(s, ev.seat, Standing.REMOVED, ev.at),
    e.LinkRestored: _restored,
    e.LinkLost: _lost,
    e.PageOpened: lambda s, ev: _with_seat(s, ev.seat, page=True, cut_off_at=None, missed_at=None),
    e.PageClosed: _page_closed,
    e.LeadPassed: _lead_passed,
    e.EarlyLeaveSaid: _leaves_early,
    e.WhisperBegan: lambda s, ev: {"whispering": s.whispering | {ev.seat}},
    e.WhisperEnded: lambda s, ev: {"whispering": s.whispering - {ev.seat}},
    e.PrivateRoomOpened: _private_opened,
    e.PrivateRoomAsked: lambda s, ev: _private(s, asking=ev.seat, agreed=frozenset()),
    e.PrivateRoomAgreed: _private_agreed,
    e.PrivateRoomLeft: lambda s, ev: {"private": s.private and s.private.without(ev.seat)},
    e.PrivateRoomClosed: lambda s, ev: {"private": None, "aside": s.aside | frozenset(ev.aside)},
    e.SteppedOut: _steps_out,
    e.SteppedBackIn: _steps_back_in,
    e.SeatMoved: _moved,
    e.WordSent: _said,
    e.WordNoted: lambda s, ev: {
        "words": tuple(
            replace(w, noted_by=ev.by) if (w.seat, w.word) == (ev.seat, ev.word) else w for w in s.words
        )
    },
    e.WordHeeded: lambda s, ev: {
        "words": tuple(w for w in s.words if (w.seat, w.word) != (ev.seat, ev.word))
    },
}
