"""How late an event loop is for what is due: a histogram that travels. Imports nothing but the standard library."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

EVERY_S = 0.1
BUCKETS_S = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0)


@dataclass(slots=True)
class Lag:
    """`counts` has one number for each bucket and one for what was later than all of them."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS_S) + 1))
    sum_s: float = 0.0

    def observe(self, late_s: float) -> None:
        late_s = max(0.0, late_s)
        self.counts[bisect_left(BUCKETS_S, late_s)] += 1
        self.sum_s += late_s

    def buckets(self) -> list[tuple[str, float]]:
        """As Prometheus has them: each upper bound, and how many were not above it."""
        bounds, seen, found = [*map(str, BUCKETS_S), "+Inf"], 0, []
        for bound, count in zip(bounds, self.counts, strict=False):
            seen += count
            found.append((bound, float(seen)))
        return found
