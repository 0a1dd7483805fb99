"""How fast the pictures of one listener may leave where their way is narrow: so fast that no queue builds up before it,
for a voice would stand in that queue. Pure: time comes in. May import its sisters `redundancy` and `reported`.

Nobody is paced who has given no sign of a narrow way. What a browser says it can receive of pictures (REMB) counts as
soon as it has fallen; of whoever says nothing, their reports tell what came through while a queue stood.
"""

from __future__ import annotations

from collections import deque

from server.media.redundancy import QUEUED_MS
from server.media.reported import SLOW_MS

START_BPS = 100_000
"""Behind a slow handshake, before anything is known, and after one sign of a queue: what one small picture takes."""
LEAST_BPS = 40_000
FREE_BPS = 1_500_000
"""A way that carries so much need not be paced: nine small pictures are 900 kbit/s."""
SHARE = 0.85
"""Of what came through a queue, so that the queue empties."""
FELL = 0.9
"""An estimate that falls to less than this share of the one before is a sign of a queue (as browsers reckon it)."""
HOLDS_MS = 3_000
"""What a cut does is not told before: a queue is to empty first, and reports come once a second."""
ROUND_MS = 900
"""What is reported within this time is one word of the listener's: some browsers report on each picture by itself."""
LATELY_MS = 10_000
KNOWN_MS = 30_000
"""For so long what came through a queue is what the way carries; then more is tried."""
GROWS, GROWS_BACK = 2.0, 1.08
"""With each round of reports of no queue on what had to wait: until there has been one, and a while after that."""


class Pace:
    """Of one listener. `bps` is None while pictures go as they come."""

    __slots__ = (
        "_before",
        "_carried",
        "_cut_ms",
        "_estimate_bps",
        "_known_bps",
        "_queued",
        "_round_ms",
        "_waited",
        "bps",
    )

    def __init__(self, first_trip_ms: int | None = None) -> None:
        """`first_trip_ms`: what the first words of the handshake took there and back."""
        slow = first_trip_ms is not None and first_trip_ms >= SLOW_MS
        self.bps: int | None = START_BPS if slow else None
        self._estimate_bps: int | None = None
        self._cut_ms: int | None = None
        self._known_bps = 0
        """What the way carries, by the last queue."""
        self._carried: deque[tuple[int, int]] = deque(maxlen=32)
        """What came through lately, the most of each round: the way carries the most of it at least."""
        self._round_ms: int | None = None
        self._before = self._queued = False
        """Whether the round before told of a queue; whether this one does."""
        self._waited = False

    def reported(self, late_ms: int, carried_bps: int, now_ms: int, *, waited: bool) -> None:
        """Of a listener's report: how much of the round trip is a queue, what came through of pictures, and whether
        any had to wait for their turn here since the last report."""
        first = self._round_ms is None or now_ms - self._round_ms >= ROUND_MS
        if first:
            self._round_ms = now_ms
            self._before, self._queued = self._queued, False
        waited = waited or self._waited
        self._waited = waited and not first
        self._carried.append((now_ms, carried_bps if first else max(carried_bps, self._carried.pop()[1])))
        while now_ms - self._carried[0][0] > LATELY_MS:
            self._carried.popleft()
        queued = late_ms >= QUEUED_MS
        if queued:
            self._queued = True
            # Where a queue stood all the time, what came through is what the way carries.
            most_bps = carried_bps if self._before else max(bps for _, bps in self._carried)
            self._cut(round(SHARE * most_bps), most_bps, LEAST_BPS if self._before else START_BPS, now_ms)
        if self.bps is None:
            return
        if carried_bps > self._known_bps > 0:  # the queue had just begun to build up when it was seen
            self._known_bps = carried_bps
            self._grow(round(SHARE * carried_bps))
        elif first and waited and not queued and (self._cut_ms is None or now_ms - self._cut_ms >= KNOWN_MS):
            self._grow(round(self.bps * (GROWS if self._cut_ms is None else GROWS_BACK)))

    def estimated(self, estimate_bps: int, now_ms: int) -> None:
        """What the listener's browser says it can receive of pictures."""
        before, self._estimate_bps = self._estimate_bps, estimate_bps
        if before is not None and estimate_bps < FELL * before:
            self._cut(estimate_bps, estimate_bps, LEAST_BPS, now_ms)
        elif self.bps is not None:
            self._grow(estimate_bps)

    def _cut(self, bps: int, known_bps: int, least_bps: int, now_ms: int) -> None:
        if self._cut_ms is not None and now_ms - self._cut_ms < HOLDS_MS:
            return
        if 0 < bps < (self.bps or FREE_BPS):
            self.bps = min(self.bps or FREE_BPS, max(least_bps, bps))
            self._cut_ms, self._known_bps = now_ms, known_bps

    def _grow(self, bps: int) -> None:
        assert self.bps is not None
        self.bps = max(self.bps, bps)
        if self.bps >= FREE_BPS:
            self.bps, self._cut_ms, self._known_bps = None, None, 0
