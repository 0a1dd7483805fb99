"""The parts of a scene."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Part, SeatId


@dataclass(frozen=True, slots=True)
class PartOffered:
    at: int
    seat: SeatId
    part: Part


@dataclass(frozen=True, slots=True)
class PartDeclined:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PartTaken:
    at: int
    seat: SeatId
    number: int
    """Counts the parts of the session, from 1; the name on its plate is kept elsewhere."""
    part: Part


@dataclass(frozen=True, slots=True)
class PartTakenOff:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PartsSwapped:
    at: int
    seat: SeatId
    other: SeatId


@dataclass(frozen=True, slots=True)
class PartsTakenOff:
    """Everyone's: whoever still had one speaks from it once more, and lets it go."""

    at: int


@dataclass(frozen=True, slots=True)
class SceneFrozen:
    at: int


@dataclass(frozen=True, slots=True)
class SceneWentOn:
    at: int
