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
    """By whoever had joined; the two go on."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class PrivateRoomClosed:
    at: int


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
