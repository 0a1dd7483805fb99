"""How fast the pictures of one listener may leave where their way is narrow: so fast that no queue builds up before it,
for a voice would stand in that queue. Pure: time comes in. May import its sisters `redundancy` and `reported`.

Nobody is paced who has given no sign of a narrow way. What a browser says it can receive of pictures (REMB) counts as
soon as it has fallen; of whoever says nothing, their reports tell what came through while a queue stood.
"""

from __future__ import annotations

from server.media.redundancy import QUEUED_MS
from server.media.reported import SLOW_MS

START_BPS = 100_000
"""Behind a slow handshake, before anything is known: what one small picture takes."""
LEAST_BPS = 40_000
FREE_BPS = 1_500_000
"""A way that carries so much need not be paced: nine small pictures are 900 kbit/s."""
SHARE = 0.85
"""Of what came through a queue, so that the queue empties."""
FELL = 0.9
"""An estimate that falls to less than this share of the one before is a sign of a queue (as browsers reckon it)."""
HOLDS_MS = 3_000
"""What a cut does is not told before: a queue is to empty first, and reports come once a second."""
GROWS, GROWS_BACK = 2.0, 1.08
"""With each report of no queue on what had to wait: until there has been one, and after that."""


class Pace:
    """Of one listener. `bps` is None while pictures go as they come."""

    __slots__ = ("_cut_ms", "_estimate_bps", "bps")

    def __init__(self, first_trip_ms: int | None = None) -> None:
        """`first_trip_ms`: what the first words of the handshake took there and back."""
        slow = first_trip_ms is not None and first_trip_ms >= SLOW_MS
        self.bps: int | None = START_BPS if slow else None
        self._estimate_bps: int | None = None
        self._cut_ms: int | None = None

    def reported(self, late_ms: int, carried_bps: int, now_ms: int, *, waited: bool) -> None:
        """Of a listener's report: how much of the round trip is a queue, what came through of pictures, and whether
        any had to wait for their turn here since the last report."""
        if late_ms >= QUEUED_MS:
            self._cut(round(SHARE * carried_bps), now_ms)
        elif self.bps is not None and waited:
            self._grow(round(self.bps * (GROWS if self._cut_ms is None else GROWS_BACK)))

    def estimated(self, estimate_bps: int, now_ms: int) -> None:
        """What the listener's browser says it can receive of pictures."""
        before, self._estimate_bps = self._estimate_bps, estimate_bps
        if before is not None and estimate_bps < FELL * before:
            self._cut(estimate_bps, now_ms)
        elif self.bps is not None:
            self._grow(estimate_bps)

    def _cut(self, bps: int, now_ms: int) -> None:
        if self._cut_ms is not None and now_ms - self._cut_ms < HOLDS_MS:
            return
        if bps < (self.bps or FREE_BPS):
            self.bps, self._cut_ms = max(LEAST_BPS, bps), now_ms

    def _grow(self, bps: int) -> None:
        assert self.bps is not None
        self.bps = max(self.bps, bps)
        if self.bps >= FREE_BPS:
            self.bps = self._cut_ms = None
