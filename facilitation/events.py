"""What happened. Past tense, frozen; the log is a list of these and nothing else.

Every event carries `at`, its session time in milliseconds, and everything `state.evolve` needs, so that a replay
under newer rules still gives what really happened. No name, no text, no address: seats, roles and times.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Floor, Gate, Role, SeatId, Standing, Word


@dataclass(frozen=True, slots=True)
class SeatTaken:
    at: int
    seat: SeatId
    role: Role
    standing: Standing


@dataclass(frozen=True, slots=True)
class SeatAdmitted:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatLeft:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatRemoved:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class LinkRestored:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class LinkLost:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    at: int
    entry: int
    """Counts the phase entries of the session, from 1."""
    phase: int
    """Index into the format's phases."""
    case: int
    """Counts the cases, from 1; 0 before the first case call."""
    ends_at: int | None
    """When the typical time is over; None in a phase without a clock."""


@dataclass(frozen=True, slots=True)
class PhaseExtended:
    at: int
    entry: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class PhaseLimitReached:
    at: int
    entry: int


@dataclass(frozen=True, slots=True)
class SessionPaused:
    at: int


@dataclass(frozen=True, slots=True)
class SessionResumed:
    at: int


@dataclass(frozen=True, slots=True)
class CaseOffered:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class OfferWithdrawn:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PresenterChosen:
    at: int
    case: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PresenterRecalled:
    at: int
    entry: int


@dataclass(frozen=True, slots=True)
class PresenterPushedBack:
    at: int
    entry: int


@dataclass(frozen=True, slots=True)
class FloorSet:
    at: int
    entry: int
    floor: Floor
    gate: Gate


@dataclass(frozen=True, slots=True)
class HandRaised:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class HandLowered:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class TurnGranted:
    at: int
    turn: int
    """Counts the turns of the session, from 1."""
    seat: SeatId
    ends_at: int | None


@dataclass(frozen=True, slots=True)
class TurnLimitReached:
    at: int
    turn: int


@dataclass(frozen=True, slots=True)
class TurnEnded:
    at: int
    turn: int


@dataclass(frozen=True, slots=True)
class WordSent:
    at: int
    seat: SeatId
    word: Word


@dataclass(frozen=True, slots=True)
class SessionEnded:
    at: int


Event = (
    SeatTaken | SeatAdmitted | SeatLeft | SeatRemoved | LinkRestored | LinkLost
    | PhaseEntered | PhaseExtended | PhaseLimitReached | SessionPaused | SessionResumed
    | CaseOffered | OfferWithdrawn | PresenterChosen | PresenterRecalled | PresenterPushedBack
    | FloorSet | HandRaised | HandLowered | TurnGranted | TurnLimitReached | TurnEnded | WordSent | SessionEnded
)  # fmt: skip
