"""Coming and going; the first three are asked by the server itself, on behalf of nobody."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Circle, Role, SeatId


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Somebody came in by a valid link: the next free seat, waiting (leaders sit down at once)."""

    role: Role
    early: bool = False
    """A member sits down at once, too, before a leader is there: a leader has allowed it."""
    nobodys: frozenset[SeatId] = frozenset()
    """The seats that are nobody's: of whoever was refused as they came, or came as a server died. No leader has been
    here in these."""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Somebody who had left opens the link again: the same seat, in the waiting room."""

    seat: SeatId
    early: bool = False
    nobodys: frozenset[SeatId] = frozenset()
    """As above."""


@dataclass(frozen=True, slots=True)
class ReportLink:
    """The media path of a seat came up or went down."""

    seat: SeatId
    up: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The page of a seat came, and answers; or it went, or answers no longer."""

    seat: SeatId
    open: bool


@dataclass(frozen=True, slots=True)
class Admit:
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Remove:
    """For good. Of a leader who has been missed for a while the seat is freed, no more."""

    seat: SeatId
    waiting: bool = False
    """The asker saw them wait."""


@dataclass(frozen=True, slots=True)
class PassLead:
    """To oneself or to another leader."""

    about: int
    """How often the lead has changed."""
    seat: SeatId


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """Into the inner circle, or out of it; with `instead_of` the two exchange places."""

    seat: SeatId
    circle: Circle
    instead_of: SeatId | None = None


@dataclass(frozen=True, slots=True)
class SayLeavingEarly:
    """To all; privately it is a word to the leaders."""


@dataclass(frozen=True, slots=True)
class Leave:
    pass


@dataclass(frozen=True, slots=True)
class End:
    """End the session for everyone."""
