"""How events change the way through the phases, and the clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from facilitation import events as e
from facilitation.evolution import undo
from facilitation.format import Phase
from facilitation.state import PastPhase, SentWord, SessionState
from facilitation.vocabulary import LINK_HOLDS, PRESENTERS_WORDS, Hold, Stage, Stance, Within, Word

Change = dict[str, Any]


def _entered(state: SessionState, event: e.PhaseEntered) -> Change:
    change = _begun(state, event)
    return {**change, "undo": undo.left(state, change, event.at)}


def _begun(state: SessionState, event: e.PhaseEntered) -> Change:
    """A phase begins with its own floor, gate and stance; hands and turns belong to the phase they were raised in.

    The next phase ends a leader's pause; what a lost link holds goes on."""
    phase = state.format.phases[event.phase]
    new_case = event.case != state.case
    unpaused = _release(state, Hold.PAUSE, event.at).get("holds", state.holds)
    holds = {hold: since for hold, since in unpaused.items() if hold is not Hold.SPEAKER}
    change: Change = {
        "stage": Stage.RUNNING,
        "entry": event.entry,
        "phase_index": event.phase,
        "phase_began_at": event.at,
        "phase_ends_at": event.ends_at,
        "limit_reached": False,
        "holds": holds,
        "stopped_at": event.at if holds else None,
        "floor": phase.floor,
        "gate": phase.gate,
        "stance": phase.stance if state.presenter is not None and not new_case else Stance.IN_CIRCLE,
        "came_alone": False,
        "presenter_left": None,
        "hands": (),
        "turn": None,
        "round": None,
        "invited": {},
        "frozen": False,
        "marks": (),
        "words": _unanswered(state, phase, new_case=new_case),
        "trail": _trail(state, event, new_case=new_case),
        "held": _held(state, event, new_case=new_case),
        "past": (*state.past, *_just_over(state, event.at)),
    }
    if new_case:
        return change | _new_case(event)
    if phase.keeps_parts and not state.cast:
        back = state.put_away if event.back else {}
        change |= {"cast": back, "put_away": {}, "came_off": state.came_off - back.keys()}
    if state.presenter is not None and phase.needs_presenter and not event.back:
        change["presented"] = {**state.presented, state.case: state.presenter}
    return change


def _unanswered(state: SessionState, phase: Phase, *, new_case: bool) -> tuple[SentWord, ...]:
    """A step answers "bring me back" where it does so, and no other word: who asks for a pause still waits for one.
    With the presenter's case, or the circle, their words are over."""
    over: frozenset[Word] = frozenset()
    if new_case or phase.within is Within.LEADERS:
        over = PRESENTERS_WORDS
    elif state.back is None or phase.stance is Stance.IN_CIRCLE:
        over = frozenset({Word.BRING_ME_BACK})
    return tuple(sent for sent in state.words if sent.word not in over)


def _just_over(state: SessionState, now: int) -> tuple[PastPhase, ...]:
    if state.phase is None:
        return ()
    return (PastPhase(state.phase_index, state.phase_began_at, state.clock(now)),)


def _new_case(event: e.PhaseEntered) -> Change:
    return {
        "case": event.case,
        "called_in": event.phase,
        "presenter": None,
        "offers": (),
        "named": {},
        "declined": frozenset(),
        "accepted": False,
        "presenter_overdue": False,
        "not_awaited": False,
        "came_off": frozenset(),
        "put_away": {},
    }


def _trail(state: SessionState, event: e.PhaseEntered, *, new_case: bool) -> tuple[int, ...]:
    """Stepping back goes the way that was come; the first case may still be stepped out of, a later one is begun."""
    if event.back:
        return state.trail[:-1]
    if state.phase_index < 0 or (new_case and state.case):
        return ()
    return (*state.trail, state.phase_index)


def _held(state: SessionState, event: e.PhaseEntered, *, new_case: bool) -> Mapping[int, int]:
    if event.back:  # undoes the step that led here, unless that step opened the case, which stays open
        left = state.phase_index
        undone = 0 if state.format.phases[left].offers else 1
        return {**state.held, left: max(0, state.held.get(left, 0) - undone)}
    calls = {n: times for n, times in state.held.items() if state.format.phases[n].offers}
    held = calls if new_case else state.held
    # A phase that calls a case counts the cases: going on to it again after stepping back is still the same one.
    more = 1 if new_case or not state.format.phases[event.phase].offers else 0
    return {**held, event.phase: held.get(event.phase, 0) + more}


def _hold(state: SessionState, hold: Hold, at: int) -> Change:
    stopped_at = at if state.stopped_at is None else state.stopped_at
    return {"holds": {**state.holds, hold: at}, "stopped_at": stopped_at}


def _release(state: SessionState, hold: Hold, at: int) -> Change:
    """Once nothing holds them, every time the clocks know moves by the length of the stop: nobody lost a second.

    What stopped everything, a pause or the want of a leader, also moves the grace of links that are waited for; where
    the two overlap, the time of both is counted once."""
    since = state.holds.get(hold)
    if since is None or state.stopped_at is None:
        return {}
    holds = {other: begun for other, begun in state.holds.items() if other is not hold}
    if hold in (Hold.PAUSE, Hold.NO_LEADER):
        until = min((begun for other, begun in holds.items() if other not in LINK_HOLDS), default=at)
        # What is no link's own began after `until`, and stays as it is.
        holds = {other: begun + max(0, until - max(begun, since)) for other, begun in holds.items()}
    if holds:
        return {"holds": holds}
    gap, turn = at - state.stopped_at, state.turn
    return {
        "holds": holds,
        "stopped_at": None,
        "phase_began_at": state.phase_began_at + gap,
        "phase_ends_at": None if state.phase_ends_at is None else state.phase_ends_at + gap,
        "turn": turn
        and replace(
            turn, began_at=turn.began_at + gap, ends_at=None if turn.ends_at is None else turn.ends_at + gap
        ),
    }


def _released(state: SessionState, event: e.ClockReleased) -> Change:
    change = _release(state, event.hold, event.at)
    return change | ({"presenter_overdue": False} if event.hold is Hold.PRESENTER else {})


def _paused(state: SessionState, event: e.SessionPaused) -> Change:
    words = tuple(w for w in state.words if w.word is not Word.NEED_A_PAUSE)
    return {**_hold(state, Hold.PAUSE, event.at), "words": words}


CHANGES: dict[type, Callable[[SessionState, Any], Change]] = {
    e.PhaseEntered: _entered,
    e.StepUndone: undo.undone,
    e.PhaseExtended: undo.extended,
    e.ExtensionUndone: undo.extension_undone,
    e.PhaseLimitReached: lambda s, ev: {"limit_reached": True},
    e.SessionPaused: _paused,
    e.SessionResumed: lambda s, ev: _release(s, Hold.PAUSE, ev.at),
    e.ClockHeld: lambda s, ev: _hold(s, ev.hold, ev.at),
    e.ClockReleased: _released,
    e.PresenterOverdue: lambda s, ev: {"presenter_overdue": True},
    e.PresenterNotAwaited: lambda s, ev: {"presenter_overdue": False, "not_awaited": True},
    e.PushBackSuspended: lambda s, ev: {"suspended": True},
    e.PushBackRestored: lambda s, ev: {"suspended": False, "restored_at": ev.at},
    e.SessionEnded: lambda s, ev: {
        "stage": Stage.ENDED, "turn": None, "hands": (), "words": (), "round": None, "holds": {}, "stopped_at": None,
        "cast": {}, "invited": {}, "whispering": frozenset(), "private": None,
        "aside": frozenset(),
    },
}  # fmt: skip
