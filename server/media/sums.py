"""The sums of several planes as one, those of planes that are no more among them: counters never go back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from server.media.peer import Phase
from server.media.plane import Totals


class Past:
    """What is kept of planes that are no more."""

    def __init__(self) -> None:
        self._packets: Counter[str] = Counter()
        self._drops: Counter[str] = Counter()
        self._datagrams: Counter[str] = Counter()

    def keep(self, totals: Totals) -> None:
        _add(totals, self._packets, self._drops, self._datagrams)

    def with_all(self, living: Iterable[Totals], rooms: int) -> Totals:
        """The sum of these and of the past; what is open now is of these alone, but for the number of `rooms`."""
        packets, drops, datagrams = Counter(self._packets), Counter(self._drops), Counter(self._datagrams)
        seats = Counter({phase.value: 0 for phase in Phase if phase is not Phase.OVER})
        for totals in living:
            _add(totals, packets, drops, datagrams)
            seats.update(totals.seats)
        return Totals(packets["audio"], packets["video"], drops, datagrams, rooms, seats)


def _add(totals: Totals, packets: Counter[str], drops: Counter[str], datagrams: Counter[str]) -> None:
    packets.update(audio=totals.audio, video=totals.video)
    drops.update(totals.drops)
    datagrams.update(totals.datagrams)
