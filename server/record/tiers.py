"""A record laid along time, as programs for annotation know it: a tier for the phases, and one for each seat."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from facilitation.structure_record import StructureRecord, Timeline

PHASES, SPEECH = "phases", "speech"


class Stretch(NamedTuple):
    start_s: int
    end_s: int
    word: str


class Tier(NamedTuple):
    name: str
    stretches: tuple[Stretch, ...]
    """In order; none of them is empty, none overlaps another."""


class NoTime(Exception):
    """A record of which nothing can be laid along time: the session never began, or its phases round to nothing."""


def tiers(record: StructureRecord) -> list[Tier]:
    """Phases begin and end in the steps in which they are told; what rounds to nothing is left out. Where the record
    does not say which seat spoke when, the phases are alone. Raises NoTime."""
    phases = _phases(record)
    if not phases.stretches:
        raise NoTime
    return [phases, *([] if record.timeline is None else _seats(record.timeline))]


def _phases(record: StructureRecord) -> Tier:
    begins = [phase.began_s for phase in record.phases]
    if record.phases:
        last = record.phases[-1]
        begins.append(last.began_s + last.actual_s + last.paused_s)
    spans = zip(record.phases, pairwise(begins), strict=True)
    return Tier(PHASES, tuple(Stretch(*span, phase.kind) for phase, span in spans if span[0] < span[1]))


def _seats(timeline: Timeline) -> list[Tier]:
    presented = {one.seat for one in timeline.presented}
    spoke: dict[int, list[Stretch]] = {one.seat: [] for one in timeline.seats}
    for said in timeline.spoke:
        spoke[said.seat].append(Stretch(said.start_s, said.end_s, SPEECH))
    return [
        Tier(
            f"seat{one.seat} {one.role.value}{' presented' if one.seat in presented else ''}",
            tuple(spoke[one.seat]),
        )
        for one in timeline.seats
    ]
