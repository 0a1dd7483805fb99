"""Session time: milliseconds that stand still while no server runs the session."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime


def monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class SessionClock:
    """Goes on from `reached_ms`, on the monotonic clock: a jump of the wall clock does not matter."""

    def __init__(self, reached_ms: int, monotonic: Callable[[], int] = monotonic_ms) -> None:
        self._monotonic = monotonic
        self._offset = reached_ms - monotonic()

    def now(self) -> int:
        return self.at(self._monotonic())

    def at(self, monotonic_ms: int) -> int:
        """The session time of a moment on the monotonic clock."""
        return monotonic_ms + self._offset


def utc_now() -> datetime:
    return datetime.now(UTC)
