"""How good somebody's link is, in the three words that people are told: from loss both ways and the round trip.

Worse is said once it has lasted for two reports, better once it has lasted ten seconds: of a silent microphone's three
packets a second one that is lost says nothing yet, and a word that flickers tells nobody anything. Pure.
"""

from __future__ import annotations

from enum import StrEnum

LASTS_MS = 10_000
WORSE_LASTS_MS = 1_500
"""Reports come once a second, and what one said stands until the next."""


class Quality(StrEnum):
    GOOD = "good"
    WEAK = "weak"
    """A word is lost now and then, or comes late."""
    VERY_WEAK = "very_weak"
    """Sentences have holes, or one talks past the other."""


# From this share of lost packets on, or this round trip.
_WORSE_FROM = ((Quality.VERY_WEAK, 0.15, 1_000), (Quality.WEAK, 0.05, 500))
_ORDER = list(Quality)


def judged(loss: float, round_trip_ms: int | None) -> Quality:
    """`loss`: the worse of both directions, 0..1; `round_trip_ms`: None where it is not known yet."""
    for quality, lossy, late_ms in _WORSE_FROM:
        if loss >= lossy or (round_trip_ms or 0) >= late_ms:
            return quality
    return Quality.GOOD


class LinkQuality:
    """Of one seat."""

    def __init__(self) -> None:
        self.now = Quality.GOOD
        self._as_bad_ms = 0
        """When it was last as bad as `now`."""
        self._worse_since_ms: int | None = None
        """Since when it is worse than `now` without a break."""

    def note(self, loss: float, round_trip_ms: int | None, now_ms: int) -> None:
        found = judged(loss, round_trip_ms)
        worse = _ORDER.index(found) - _ORDER.index(self.now)
        if worse >= 0:
            self._as_bad_ms = now_ms
        if worse <= 0:
            self._worse_since_ms = None
        elif self._worse_since_ms is None:
            self._worse_since_ms = now_ms
        lasts = self._worse_since_ms is not None and now_ms - self._worse_since_ms >= WORSE_LASTS_MS
        if lasts or (worse < 0 and now_ms - self._as_bad_ms >= LASTS_MS):
            self.now, self._as_bad_ms, self._worse_since_ms = found, now_ms, None
