"""Which seat a slot of everyone's connection carries, where a session has more seats than a connection has slots.

Up to that many seats, a seat is its slot. Beyond, the seats that somebody hears or sees borrow one; a seat keeps its
slot as long as it needs it, and until another needs it after that, so that little moves.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.reach import Reach
from facilitation.vocabulary import SeatId

Slots = dict[SeatId, int]
"""Seat → slot, from 1."""


def assign(wanted: Mapping[SeatId, Reach], before: Slots, count: int) -> Slots:
    """The slots of everyone whom somebody is to receive, out of `count`.

    If there were more of them than slots, whoever is heard goes before whoever is only seen, then the lower seat: the
    formats are checked so that it does not come to that for a voice."""
    heard = {seat for received in wanted.values() for seat in received.audio}
    seen = {seat for received in wanted.values() for seat in received.video}
    needed = [*sorted(heard), *sorted(seen - heard)][:count]
    kept = {seat: before[seat] for seat in needed if seat in before}
    resting = [seat for seat in before if seat not in kept]
    free = [slot for slot in range(1, count + 1) if slot not in before.values()]
    for seat in needed:
        if seat not in kept:
            kept[seat] = free.pop(0) if free else before[resting.pop(0)]
    taken = set(kept.values())
    return {**{seat: before[seat] for seat in resting if before[seat] not in taken}, **kept}
