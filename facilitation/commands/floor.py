"""The floor: hands, turns and rounds."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Floor, Gate, SeatId


@dataclass(frozen=True, slots=True)
class SetFloor:
    """The leader's switch, for this phase entry: for example one at a time (queue, hard)."""

    about: int
    """The phase entry."""
    floor: Floor
    gate: Gate


@dataclass(frozen=True, slots=True)
class RaiseHand:
    pass


@dataclass(frozen=True, slots=True)
class LowerHand:
    """One's own, or (leaders) somebody's."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class GrantTurn:
    about: int
    """The phase entry."""
    seat: SeatId
    seen: int | None = None
    """The turn that the asker saw, 0 for none; None where an older page does not say."""


@dataclass(frozen=True, slots=True)
class EndTurn:
    """Leaders, or whoever holds the turn."""

    about: int
    """The turn."""


@dataclass(frozen=True, slots=True)
class BeginRound:
    """Ask everyone anew, where the floor is a round."""

    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class PassTurn:
    """In a round: not now; one is asked again at the end."""

    about: int
    """The turn."""
