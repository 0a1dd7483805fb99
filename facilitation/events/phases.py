"""The way through the phases, and the clocks."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Hold


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    at: int
    entry: int
    """Counts the phase entries of the session, from 1."""
    phase: int
    """Index into the format's phases."""
    case: int
    """Counts the cases, from 1; 0 before the first case call."""
    ends_at: int | None
    """When the typical time is over; None in a phase without a clock."""
    back: bool = False
    """Stepped back to, and not gone on to."""


@dataclass(frozen=True, slots=True)
class StepUndone:
    """The phase that the last step left goes on, with its clock, its floor and its case as they were."""

    at: int
    entry: int
    """Counts on: what was asked about the phase in between is about that one."""


@dataclass(frozen=True, slots=True)
class PhaseExtended:
    at: int
    entry: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class ExtensionUndone:
    """The phase ends when it would have ended without the last extension."""

    at: int
    entry: int


@dataclass(frozen=True, slots=True)
class PhaseLimitReached:
    at: int
    entry: int


@dataclass(frozen=True, slots=True)
class SessionPaused:
    at: int


@dataclass(frozen=True, slots=True)
class SessionResumed:
    at: int


@dataclass(frozen=True, slots=True)
class ClockHeld:
    """The clocks stand still while somebody's link is down; a leader's pause is `SessionPaused`."""

    at: int
    hold: Hold


@dataclass(frozen=True, slots=True)
class ClockReleased:
    at: int
    hold: Hold


@dataclass(frozen=True, slots=True)
class PresenterOverdue:
    """The grace for the presenter's link is over: the leader chooses to wait, go on or close the case."""

    at: int
    case: int


@dataclass(frozen=True, slots=True)
class PresenterNotAwaited:
    at: int
    case: int


@dataclass(frozen=True, slots=True)
class PushBackSuspended:
    """No leader has been there for too long: everyone in the circle is heard, so that nobody sits alone."""

    at: int


@dataclass(frozen=True, slots=True)
class PushBackRestored:
    at: int
