"""What the store hands out. Imports the standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link is good for. `expires_at` is UTC, in seconds since 1970."""

    session: str
    role: str
    uses_left: int
    expires_at: float


class Kept(NamedTuple):
    """The answer to a command, as JSON, stored with what it answers. `forgets` is the id of an answer of the same seat
    that is not kept any longer."""

    seat: int
    command_id: str
    answer: bytes
    forgets: str | None = None


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
