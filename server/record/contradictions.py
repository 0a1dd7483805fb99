"""What of a record that keeps to its schema contradicts the rest of it: it was damaged, or no session went that way."""

from __future__ import annotations

from itertools import pairwise

from facilitation.structure_record import StructureRecord, Timeline
from facilitation.vocabulary import Keeping


def contradiction(record: StructureRecord) -> str | None:
    """Where, as `$.phases[2].began_s`; None where there is none. `structure` makes no record that has one."""
    if (record.level is Keeping.SEAT_TIMELINE) != (record.timeline is not None):
        return "$.timeline"
    for number, (before, phase) in enumerate(pairwise(record.phases), 1):
        if phase.began_s < before.began_s:
            return f"$.phases[{number}].began_s"
    return None if record.timeline is None else _of_timeline(record.timeline)


def _of_timeline(timeline: Timeline) -> str | None:
    spoke_until_s: dict[int, int] = {}
    for number, seat in enumerate(timeline.seats):
        if seat.seat in spoke_until_s:
            return f"$.timeline.seats[{number}].seat"
        spoke_until_s[seat.seat] = 0
    for number, case in enumerate(timeline.presented):
        if case.seat not in spoke_until_s:
            return f"$.timeline.presented[{number}].seat"
    for number, one in enumerate(timeline.spoke):
        if one.seat not in spoke_until_s:
            return f"$.timeline.spoke[{number}].seat"
        if one.start_s < spoke_until_s[one.seat] or one.end_s <= one.start_s:
            return f"$.timeline.spoke[{number}]"
        spoke_until_s[one.seat] = one.end_s
    return None
