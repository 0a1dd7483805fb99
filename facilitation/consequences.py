"""What follows by itself, at once, from what just happened: the lead passes, clocks are held, a floor is given up, a
round asks the next.

Every decision ends here, so a rule about what must hold stands in one place, however the state came about.
"""

from __future__ import annotations

from facilitation import accidents, floor, privacy, rounds, scene
from facilitation import events as e
from facilitation.evolution import evolve
from facilitation.state import SessionState
from facilitation.vocabulary import Floor, Stage

RUNNING = (
    accidents.lead_follows, privacy.lead_stays, accidents.follows, floor.given_up, scene.goes_on,
    rounds.goes_on,
)  # fmt: skip
QUIET = frozenset({
    e.HandRaised, e.HandLowered, e.PhaseExtended, e.ExtensionUndone, e.PhaseLimitReached, e.TurnLimitReached,
    e.CaseOffered, e.OneNamed, e.AudienceAccepted, e.PartOffered, e.PartDeclined, e.WordSent, e.WordHeeded,
    e.WordNoted, e.WhisperBegan, e.WhisperEnded, e.PrivateRoomAsked, e.EarlyLeaveSaid, e.PresenterRecalled,
    e.InterventionMarked, e.MarkTakenBack,
})  # fmt: skip
"""From these nothing follows, outside of a round: most of what people ask for costs no second look."""

FOLLOWS_MOST = 1000
"""A round that asks sixty absent seats twice has some hundred. A rule that follows from itself must not hang us."""


def with_consequences(state: SessionState, events: list[e.Event], now: int) -> list[e.Event]:
    """`events`, and what follows from them."""
    if state.floor is not Floor.ROUND and QUIET.issuperset(map(type, events)):
        return events
    for event in events:
        state = evolve(state, event)
    result = list(events)
    for _ in range(FOLLOWS_MOST):
        fresh = _next(state, now)
        if not fresh:
            return result
        for event in fresh:
            state = evolve(state, event)
        result += fresh
    raise AssertionError(f"no end to what follows from {type(events[0]).__name__}")


def _next(state: SessionState, now: int) -> list[e.Event]:
    if state.stage is Stage.ENDED:
        return []
    if state.stage is Stage.GATHERING:
        return accidents.lead_follows(state, now)
    for follows in RUNNING:
        if fresh := follows(state, now):
            return fresh
    return []
