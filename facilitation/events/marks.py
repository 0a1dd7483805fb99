"""What leaders note of their own work."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Intervention


@dataclass(frozen=True, slots=True)
class InterventionMarked:
    at: int
    intervention: Intervention


@dataclass(frozen=True, slots=True)
class MarkTakenBack:
    """The last one of the phase."""

    at: int
