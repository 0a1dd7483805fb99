"""Who is here, whose link is up, and who leads."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Circle, Role, SeatId, Standing


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
class PageOpened:
    """A leader's; from now on they are there."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PageClosed:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class LeadPassed:
    at: int
    number: int
    """Counts the changes of the lead, from 1."""
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatMoved:
    at: int
    seat: SeatId
    circle: Circle


@dataclass(frozen=True, slots=True)
class EarlyLeaveSaid:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SessionEnded:
    at: int
