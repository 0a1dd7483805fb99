"""The way through the phases; asked by leaders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Begin:
    """Enter the first phase."""


@dataclass(frozen=True, slots=True)
class Advance:
    """Enter the next phase; or a later one, if all between are optional, or need a presenter while there is none; or
    an earlier one, where the format leads back to it."""

    about: int
    """The phase entry."""
    to: str | None = None
    """The key of the phase to enter; None is the next one."""
    running: bool = False
    """The asker saw no pause, and so would end none."""


@dataclass(frozen=True, slots=True)
class StepBack:
    """Undo the last step: enter the phase again that this one was entered from."""

    about: int
    """The phase entry."""
    running: bool = False
    """The asker saw no pause, and so would end none."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Within ten seconds. The last step: the phase it left goes on, as if it had not been left. Or the last extension:
    the phase ends when it would have."""

    about: int
    """The phase entry."""
    to: str | None
    """What the asker was offered to undo: the key of the phase that goes on, or None for an extension."""


@dataclass(frozen=True, slots=True)
class Extend:
    about: int
    """The phase entry."""
    by_ms: int


@dataclass(frozen=True, slots=True)
class Pause:
    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class Resume:
    about: int
    """The phase entry."""
