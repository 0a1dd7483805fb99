"""Among few: words, whispers and the private room."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import SeatId, Word


@dataclass(frozen=True, slots=True)
class WhisperBegan:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class WhisperEnded:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomOpened:
    at: int
    leader: SeatId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomAsked:
    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomAgreed:
    """`seat`, inside, agrees; when both have, whoever asked is inside."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomLeft:
    """By one of two leaders; the other and the one in distress go on."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomClosed:
    """`aside`: who was inside and did not close it; they come back when they like."""

    at: int
    aside: tuple[SeatId, ...] = ()


@dataclass(frozen=True, slots=True)
class SteppedOut:
    """By themselves, for a moment."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SteppedBackIn:
    """Whoever had stepped out, or been left in the private room, is in the circle again."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class WordSent:
    at: int
    seat: SeatId
    word: Word


@dataclass(frozen=True, slots=True)
class WordHeeded:
    at: int
    seat: SeatId
    word: Word


@dataclass(frozen=True, slots=True)
class WordNoted:
    """By a leader, who has seen it and goes on for now."""

    at: int
    seat: SeatId
    word: Word
    by: SeatId
