"""The floor: hands, turns and rounds."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Floor, Gate, SeatId


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
class TurnPassed:
    """Ended without being used: in a round one is asked again at the end."""

    at: int
    turn: int


@dataclass(frozen=True, slots=True)
class RoundBegan:
    at: int
    seats: tuple[SeatId, ...]
    """Who is asked, in order."""


@dataclass(frozen=True, slots=True)
class RoundHeldSeat:
    """Absent when asked: asked again at the end; if absent then too, no more."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class RoundCameBack:
    """Everyone was asked; now those who passed or were absent are asked once more."""

    at: int
