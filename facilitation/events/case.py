"""The case and its presenter."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import SeatId


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
class OneNamed:
    """Where the group chooses: `seat` would like to hear `named`."""

    at: int
    seat: SeatId
    named: SeatId


@dataclass(frozen=True, slots=True)
class CaseWithdrawn:
    at: int
    case: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CaseClosed:
    at: int
    case: int


@dataclass(frozen=True, slots=True)
class AudienceAccepted:
    at: int
    case: int


@dataclass(frozen=True, slots=True)
class PresenterRecalled:
    at: int
    entry: int
    alone: bool = False
    """The presenter came by themselves: they had asked, and no leader had brought them back."""


@dataclass(frozen=True, slots=True)
class PresenterPushedBack:
    at: int
    entry: int
