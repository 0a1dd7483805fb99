"""What a listener's reports come to: how long it takes there and back, how much of that is a queue that has built up on
the way, and how much is lost.

Time comes in. Imports the standard library only.
"""

from __future__ import annotations

from collections import deque

SLOW_MS = 250
"""A handshake whose first words took so long there and back comes by a long, narrow or lossy way, or behind a queue."""
FRESH_MS = 10_000
"""A voice alone is reported on every five seconds; what is older says nothing of now."""
APART_MS = 500
"""What is reported within this time is one word of the listener's: some browsers report on each picture by itself."""
FORGETS_MS = 60_000
"""The best is that of the last minute: a link may have moved to a longer way."""


class Trips:
    """By a listener's reports."""

    __slots__ = ("_best", "_last")

    def __init__(self) -> None:
        self._last: deque[tuple[int, int]] = deque(maxlen=2)  # when, how long
        self._best: tuple[int, int] | None = None

    def begin(self, trip_ms: int, now_ms: int) -> None:
        """What the handshake took there and back, before there was anything to wait behind: the first best. Reports
        alone would take a queue that was there from the beginning for the length of the way."""
        self._best = now_ms, trip_ms

    def note(self, trip_ms: int, now_ms: int) -> None:
        """What one block of a report comes to; of one report the shortest counts, and of those that come together."""
        since_ms = now_ms
        if self._last and now_ms - self._last[-1][0] < APART_MS:
            since_ms, before_ms = self._last.pop()
            trip_ms = min(trip_ms, before_ms)
        self._last.append((since_ms, trip_ms))
        if self._best is None or trip_ms <= self._best[1] or now_ms - self._best[0] > FORGETS_MS:
            self._best = now_ms, trip_ms

    def latest(self, now_ms: int) -> int | None:
        """The round trip; None: none is known of late."""
        return self._last[-1][1] if self._last and now_ms - self._last[-1][0] <= FRESH_MS else None

    def best(self) -> int | None:
        """Of the last minute; None before anything is known."""
        return None if self._best is None else self._best[1]

    def late(self, now_ms: int) -> int:
        """How much longer than at its best it takes, by two reports in a row: one may have had bad luck."""
        if self._best is None or len(self._last) < 2 or now_ms - self._last[0][0] > FRESH_MS:
            return 0
        return min(trip_ms for _, trip_ms in self._last) - self._best[1]


LOSSES_MS = 3_000
FEWEST = 50
"""Packets: a share of fewer says little. A voice that is silent sends two or three a second."""


class Losses:
    """The share of all packets one way that were lost, whichever stream they were of."""

    __slots__ = ("_noted",)

    def __init__(self) -> None:
        self._noted: deque[tuple[int, int, float]] = deque(maxlen=256)  # when, packets, lost

    def note(self, packets: int, share: float, now_ms: int) -> None:
        """One block of a report: so many packets since the last one, and the share of them that was lost."""
        self._noted.append((now_ms, packets, packets * share))

    def share(self, now_ms: int) -> float | None:
        """Of the last seconds; None while too little is known."""
        while self._noted and now_ms - self._noted[0][0] > LOSSES_MS:
            self._noted.popleft()
        packets = sum(packets for _, packets, _ in self._noted)
        return sum(lost for _, _, lost in self._noted) / packets if packets >= FEWEST else None
