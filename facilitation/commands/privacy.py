"""Among few: words, whispers and the private room."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import SeatId, Word


@dataclass(frozen=True, slots=True)
class Whisper:
    """While it lasts, only the other leaders hear the whisperer."""

    on: bool


@dataclass(frozen=True, slots=True)
class OpenPrivateRoom:
    """With somebody who has sent a word of distress; by a leader who does not lead, or while no phase runs."""

    seat: SeatId
    pause: bool = False
    """Whoever must stay while the clocks run pauses in the same step."""


@dataclass(frozen=True, slots=True)
class AskIntoPrivateRoom:
    """A leader outside would like to join; both inside must agree."""


@dataclass(frozen=True, slots=True)
class AgreeInPrivateRoom:
    """That this leader, who asks, may join: consent is for one person."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class StepOut:
    """For a moment, by oneself: meanwhile one hears, sees and reaches nobody, and everyone sees the empty chair."""


@dataclass(frozen=True, slots=True)
class LeavePrivateRoom:
    """Back into the circle, from there or from a step out."""


@dataclass(frozen=True, slots=True)
class HeedWord:
    """A word has been read and acted upon."""

    seat: SeatId
    word: Word


@dataclass(frozen=True, slots=True)
class NoteWord:
    """A word has been seen, and the leader goes on for now: it stands until it is heeded."""

    seat: SeatId
    word: Word


@dataclass(frozen=True, slots=True)
class TellLeaders:
    """A private word to the leaders."""

    word: Word
