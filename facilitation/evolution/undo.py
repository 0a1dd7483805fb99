"""What it takes for a step, or an extension, to be as if it had not been, and what would be lost by that."""

from __future__ import annotations

from typing import Any

from facilitation import events as e
from facilitation.evolution.seats import stepped_out, unseen_by_missed
from facilitation.format import Phase
from facilitation.state import SentWord, SessionState, Undo
from facilitation.vocabulary import AtLimit, Link, Stance, Word

Change = dict[str, Any]

UNDO_MS = 10_000
"""For so long after it."""
ENTERS_WITH = ("cast", "came_off", "put_away", "presented", "taken")
"""What may follow from entering a phase, beside what entering it changes."""
KEEP = frozenset({
    e.HandRaised, e.HandLowered, e.TurnGranted, e.TurnEnded, e.TurnPassed, e.TurnLimitReached, e.RoundBegan,
    e.RoundHeldSeat, e.RoundCameBack, e.PartTaken, e.PartsTakenOff, e.PhaseLimitReached, e.SeatTaken, e.SeatAdmitted,
    e.LinkLost, e.LinkRestored, e.PageOpened, e.PageClosed, e.LeadPassed, e.WhisperBegan, e.WhisperEnded,
    e.InterventionMarked, e.MarkTakenBack, e.WordSent, e.WordNoted, e.SteppedOut, e.SteppedBackIn,
})  # fmt: skip
"""After these a step may still be undone: hands and turns belong to a phase and go with it, the others stay as they
are. Whatever else anybody does since the step would be lost, and so it is not taken back."""


def left(state: SessionState, change: Change, at: int) -> Undo | None:
    """What the step changes, to be put back. None before the first phase, and where the case is without a presenter
    that the phase needs: it was closed or taken back, and that is for good. A phase that ends at its limit is not gone
    back to after that."""
    phase = state.phase
    if phase is None or (phase.needs_presenter and state.presenter is None):
        return None
    fields = vars(state)
    return Undo(_until(phase, state, at), {name: fields[name] for name in (*change, *ENTERS_WITH)})


def extended(state: SessionState, event: e.PhaseExtended) -> Change:
    """The step before it is not undone any more: two leaders who press at once undo one thing."""
    change: Change = {"phase_ends_at": event.ends_at, "limit_reached": False}
    if state.phase is not None:
        was = {name: getattr(state, name) for name in change}
        # A limit is said to be reached but once.
        until = min(_until(state.phase, state, event.at), event.ends_at)
        change["undo"] = Undo(until, was)
    return change


def extension_undone(state: SessionState, event: e.ExtensionUndone) -> Change:
    return {**(state.undo.was if state.undo else {}), "undo": None}


def _until(phase: Phase, state: SessionState, at: int) -> int:
    until = at + UNDO_MS
    if phase.at_limit is AtLimit.END and state.phase_ends_at is not None:
        until = min(until, state.phase_ends_at)
    return until


def undone(state: SessionState, event: e.StepUndone) -> Change:
    """What leaders noted meanwhile they have noted, what they were told they were told, and a presenter who is there
    again is awaited again. Whoever is out by now is given neither hand nor turn."""
    was = dict(state.undo.was) if state.undo else {}
    presenter = was.get("presenter")
    if presenter is not None and state.seats[presenter].link is Link.UP:
        was |= {"presenter_overdue": False, "not_awaited": False}
    was |= {"marks": (*was.get("marks", ()), *state.marks), "words": _words(was, state)}
    for seat in state.aside:
        was |= stepped_out(state.but(was), seat)
    return {**was, "entry": event.entry, "undo": None}


def _words(was: Change, state: SessionState) -> tuple[SentWord, ...]:
    """As they stand by now: said again since, or seen, or seen by one who is missed by now. Who is in the circle again
    by that need not be brought back."""
    before = {(sent.seat, sent.word): sent for sent in was.get("words", ())}
    answered = {Word.BRING_ME_BACK} if was.get("stance") is Stance.IN_CIRCLE else set()
    since = {(sent.seat, sent.word): sent for sent in state.words}
    new = {key: sent for key, sent in since.items() if key in before or sent.word not in answered}
    return unseen_by_missed(state, (before | new).values())
