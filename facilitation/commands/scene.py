"""The parts of a scene."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Part, SeatId


@dataclass(frozen=True, slots=True)
class InviteToPart:
    """The presenter gives the parts of a scene, leaders may help; the invited may decline."""

    about: int
    """The phase entry."""
    seat: SeatId
    part: Part


@dataclass(frozen=True, slots=True)
class AnswerInvitation:
    accept: bool
    part: Part | None = None
    """To which, as whoever answers sees it."""


@dataclass(frozen=True, slots=True)
class TakeOffPart:
    """One's own, or (leaders) somebody's."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class SwapParts:
    """Role reversal: the parts change, not the seats. If one of the two has none, they take over (mirroring)."""

    seat: SeatId
    other: SeatId
    part: int | None = None
    """The number of the part that `seat` plays as whoever asks sees it: two who swap at once do not swap back."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """Stop the scene: leaders, or anyone who plays in it."""

    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class Unfreeze:
    about: int
    """The phase entry."""
