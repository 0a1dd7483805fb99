"""What leaders note of their own work."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Intervention


@dataclass(frozen=True, slots=True)
class Mark:
    """An intervention, counted in the phase that is on; nobody but the leaders learns of it."""

    intervention: Intervention


@dataclass(frozen=True, slots=True)
class TakeBackMark:
    """The last mark of this phase."""

    about: int
    """The phase entry."""
    number: int
    """Which of the phase's marks, counted from 1, whoever asks sees as the last: two who ask at once take one back."""
