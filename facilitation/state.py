"""The state of a session and how an event changes it. `evolve` applies; it never refuses, and never asks why.

A session is a fold: `fold(format, events)` gives the state at any time, and the server's live state is that fold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facilitation import events as e
from facilitation.format import Format, Phase
from facilitation.vocabulary import (
    LEADING,
    Floor,
    Gate,
    Link,
    Role,
    SeatId,
    Stage,
    Stance,
    Standing,
    Within,
    Word,
)


@dataclass(frozen=True, slots=True)
class Seat:
    role: Role
    standing: Standing
    link: Link = Link.DOWN

    @property
    def leads(self) -> bool:
        return self.role in LEADING


@dataclass(frozen=True, slots=True)
class Turn:
    number: int
    seat: SeatId
    began_at: int
    ends_at: int | None
    limit_reached: bool = False


@dataclass(frozen=True, slots=True)
class PastPhase:
    """An entry of a phase that is over, on the clock of the phase: pauses are not in it."""

    index: int
    began_at: int
    ended_at: int


@dataclass(frozen=True, slots=True)
class SentWord:
    seat: SeatId
    word: Word
    at: int


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything that is true of a session; times are session time in milliseconds."""

    format: Format
    version: int = 0
    """How many events made this state."""
    at: int = 0
    stage: Stage = Stage.GATHERING
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    entry: int = 0
    phase_index: int = -1
    phase_began_at: int = 0
    phase_ends_at: int | None = None
    limit_reached: bool = False
    paused_at: int | None = None
    floor: Floor = Floor.OPEN
    gate: Gate = Gate.SOFT
    case: int = 0
    presenter: SeatId | None = None
    stance: Stance = Stance.IN_CIRCLE
    offers: tuple[SeatId, ...] = ()
    hands: tuple[SeatId, ...] = ()
    turn: Turn | None = None
    turns: int = 0
    words: tuple[SentWord, ...] = ()
    past: tuple[PastPhase, ...] = ()

    @property
    def phase(self) -> Phase | None:
        """The phase the group is in; None before the session has begun."""
        return self.format.phases[self.phase_index] if self.phase_index >= 0 else None

    @property
    def pushed_back(self) -> SeatId | None:
        """The presenter, while the push back stands."""
        return self.presenter if self.stance is not Stance.IN_CIRCLE else None

    @property
    def leaders_alone(self) -> bool:
        """Whether the room is the leaders' now: the others have left it, and stay seated."""
        return self.phase is not None and self.phase.within is Within.LEADERS

    def clock(self, now: int) -> int:
        """What the phase's clock shows at `now`: it stands still in a pause."""
        return now if self.paused_at is None else self.paused_at


def evolve(state: SessionState, event: e.Event) -> SessionState:
    """The state after `event`. Total over all events: what may happen was decided before."""
    change = _CHANGES[type(event)](state, event)
    return replace(state, version=state.version + 1, at=event.at, **change)


def fold(state: SessionState, events: Iterable[e.Event]) -> SessionState:
    for event in events:
        state = evolve(state, event)
    return state


Change = dict[str, Any]


def _with_seat(state: SessionState, seat: SeatId, **change: Any) -> Change:
    return {"seats": {**state.seats, seat: replace(state.seats[seat], **change)}}


def _gone(state: SessionState, seat: SeatId, standing: Standing) -> Change:
    """Whoever leaves takes along their hand, offer, turn and words; a presenter also leaves the case without one."""
    change = _with_seat(state, seat, standing=standing)
    change["hands"] = tuple(s for s in state.hands if s != seat)
    change["offers"] = tuple(s for s in state.offers if s != seat)
    if state.turn and state.turn.seat == seat:
        change["turn"] = None
    if state.presenter == seat:
        change |= _no_presenter()
    return change


def _no_presenter() -> Change:
    return {"presenter": None, "stance": Stance.IN_CIRCLE, "words": ()}


def _phase_entered(state: SessionState, event: e.PhaseEntered) -> Change:
    """A phase begins with its own floor, gate and stance; hands and turns belong to the phase they were raised in."""
    phase = state.format.phases[event.phase]
    new_case = event.case != state.case
    return {
        "stage": Stage.RUNNING,
        "entry": event.entry,
        "phase_index": event.phase,
        "phase_began_at": event.at,
        "phase_ends_at": event.ends_at,
        "limit_reached": False,
        "paused_at": None,
        "floor": phase.floor,
        "gate": phase.gate,
        "case": event.case,
        "presenter": None if new_case else state.presenter,
        "offers": () if new_case else state.offers,
        "stance": phase.stance if state.presenter is not None and not new_case else Stance.IN_CIRCLE,
        "hands": (),
        "turn": None,
        "words": (),
        "past": (*state.past, *_just_over(state, event.at)),
    }


def _just_over(state: SessionState, now: int) -> tuple[PastPhase, ...]:
    if state.phase is None:
        return ()
    return (PastPhase(state.phase_index, state.phase_began_at, state.clock(now)),)


def _resumed(state: SessionState, event: e.SessionResumed) -> Change:
    """Every time the phase's clock knows moves by the length of the pause, so nobody lost a second."""
    if state.paused_at is None:
        return {}
    gap = event.at - state.paused_at
    turn = state.turn
    return {
        "paused_at": None,
        "phase_began_at": state.phase_began_at + gap,
        "phase_ends_at": None if state.phase_ends_at is None else state.phase_ends_at + gap,
        "turn": turn
        and replace(
            turn, began_at=turn.began_at + gap, ends_at=None if turn.ends_at is None else turn.ends_at + gap
        ),
    }


def _turn_granted(state: SessionState, event: e.TurnGranted) -> Change:
    return {
        "turn": Turn(event.turn, event.seat, state.clock(event.at), event.ends_at),
        "turns": event.turn,
        "hands": tuple(s for s in state.hands if s != event.seat),
    }


def _recalled(state: SessionState, event: e.PresenterRecalled) -> Change:
    return {
        "stance": Stance.IN_CIRCLE,
        "words": tuple(w for w in state.words if w.word is not Word.BRING_ME_BACK),
    }


def _pushed_back(state: SessionState, event: e.PresenterPushedBack) -> Change:
    phase = state.phase
    back = phase.stance if phase and phase.stance is not Stance.IN_CIRCLE else Stance.BACK_VISIBLE
    return {
        "stance": back,
        "hands": tuple(s for s in state.hands if s != state.presenter),
        "turn": None if state.turn and state.turn.seat == state.presenter else state.turn,
    }


_CHANGES: dict[type, Callable[[SessionState, Any], Change]] = {
    e.SeatTaken: lambda s, ev: {"seats": {**s.seats, ev.seat: Seat(ev.role, ev.standing)}},
    e.SeatAdmitted: lambda s, ev: _with_seat(s, ev.seat, standing=Standing.SEATED),
    e.SeatLeft: lambda s, ev: _gone(s, ev.seat, Standing.LEFT),
    e.SeatRemoved: lambda s, ev: _gone(s, ev.seat, Standing.REMOVED),
    e.LinkRestored: lambda s, ev: _with_seat(s, ev.seat, link=Link.UP),
    e.LinkLost: lambda s, ev: _with_seat(s, ev.seat, link=Link.DOWN),
    e.PhaseEntered: _phase_entered,
    e.PhaseExtended: lambda s, ev: {"phase_ends_at": ev.ends_at, "limit_reached": False},
    e.PhaseLimitReached: lambda s, ev: {"limit_reached": True},
    e.SessionPaused: lambda s, ev: {
        "paused_at": ev.at,
        "words": tuple(w for w in s.words if w.word is not Word.NEED_A_PAUSE),
    },
    e.SessionResumed: _resumed,
    e.CaseOffered: lambda s, ev: {"offers": (*s.offers, ev.seat)},
    e.OfferWithdrawn: lambda s, ev: {
        "offers": tuple(o for o in s.offers if o != ev.seat),
        **(_no_presenter() if s.presenter == ev.seat else {}),
    },
    # The private line is one person's: the next presenter does not read what the last one said.
    e.PresenterChosen: lambda s, ev: {**_no_presenter(), "presenter": ev.seat},
    e.PresenterRecalled: _recalled,
    e.PresenterPushedBack: _pushed_back,
    e.FloorSet: lambda s, ev: {"floor": ev.floor, "gate": ev.gate},
    e.HandRaised: lambda s, ev: {"hands": (*s.hands, ev.seat)},
    e.HandLowered: lambda s, ev: {"hands": tuple(h for h in s.hands if h != ev.seat)},
    e.TurnGranted: _turn_granted,
    e.TurnLimitReached: lambda s, ev: {"turn": s.turn and replace(s.turn, limit_reached=True)},
    e.TurnEnded: lambda s, ev: {"turn": None},
    e.WordSent: lambda s, ev: {"words": (*s.words, SentWord(ev.seat, ev.word, ev.at))},
    e.SessionEnded: lambda s, ev: {
        "stage": Stage.ENDED,
        "turn": None,
        "hands": (),
        "words": (),
        "paused_at": None,
    },
}
