"""What the store hands out. Imports the standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link is good for. `expires_at` is UTC, in seconds since 1970."""

    session: str
    role: str
    uses_left: int
    expires_at: float


@dataclass(frozen=True, slots=True)
class Person:
    """One browser's place in one session. `person` is opaque; `seat` is None until it is taken."""

    person: str
    session: str
    role: str
    seat: int | None
    name: str = field(repr=False)
    """Empty if none was given, or if the session's key is gone."""
    removed: bool


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it was opened. `speed` above 1 compresses time; `opened_at` is UTC, in seconds since 1970."""

    session: str
    format_text: str = field(repr=False)
    speed: float
    opened_at: float
    ended: bool
