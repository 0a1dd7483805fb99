"""When a packet of somebody's voice was said, on the clock on which it came: what a bad line holds up and then lets go
in one burst was not said in one moment.

By the timestamp that the sender gives each packet, as if each had been as quick as the quickest of the last seconds. It
is the client's word as the level is, so it moves a moment back by a few seconds at most, and never on. Imports the
standard library only.
"""

from __future__ import annotations

TICKS = 48
"""Of Opus, in a millisecond (RFC 7587)."""
LATEST_MS = 3_000
"""What seems to have been on its way for longer says that the timestamps have begun anew."""
WINDOW_MS = 10_000
"""The quickest of this one and of the one before counts: clocks drift apart, and ways change."""


class Delay:
    """Of one seat's voice."""

    __slots__ = ("_before_ms", "_began_ms", "_quickest_ms", "_ticks", "_timestamp")

    def __init__(self) -> None:
        self._timestamp = self._ticks = 0
        self._quickest_ms: float | None = None
        """The least by which one came after its timestamp, in this window, and"""
        self._before_ms: float | None = None
        """in the one before."""
        self._began_ms = 0

    def said_at(self, at_ms: int, timestamp: int) -> int:
        """Of a packet that came at `at_ms` with this RTP timestamp: not after it."""
        self._ticks += (timestamp - self._timestamp + (1 << 31)) % (1 << 32) - (1 << 31)
        self._timestamp = timestamp
        after_ms = at_ms - self._ticks / TICKS
        if self._quickest_ms is not None and at_ms - self._began_ms >= WINDOW_MS:
            self._before_ms, self._quickest_ms = self._quickest_ms, None
        if self._quickest_ms is None:
            self._quickest_ms, self._began_ms = after_ms, at_ms
        self._quickest_ms = min(self._quickest_ms, after_ms)
        quickest_ms = (
            self._quickest_ms if self._before_ms is None else min(self._quickest_ms, self._before_ms)
        )
        if after_ms - quickest_ms > LATEST_MS:
            self._quickest_ms, self._before_ms, self._began_ms = after_ms, None, at_ms
            return at_ms
        return at_ms - round(after_ms - quickest_ms)
