"""What a record says of each phase, beside who spoke how long: when it was, what its log shows, and whose turns they
were."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple
from typing import NamedTuple

from facilitation.structure import HALF_S
from facilitation.structure_record import OWN, WHOLE_MEETING, Lack, PhaseStructure, StructureRecord, Whole
from server.record import along
from server.record.bars import SPEAKERS, Row, Words, by_letters, drawn
from server.record.figure import Figure, known, minutes, percent, phase_name, some
from server.record.suppression import said_little

HELD = ("began", "planned", "measured", "paused", "pauses", "back", "pushed_back", "unheard", "links_lost")


def held(phases: Sequence[PhaseStructure], words: Words, *, all_planned: bool = False) -> Figure:
    """Along time, each against its plan. `phases`: one at least."""
    names = [entered(one, phases, words) for one in phases]
    ends = [one.began_s + (one.actual_s + one.paused_s or HALF_S) for one in phases]
    of_plans = [planned(one.planned_s, words, all_planned=all_planned) for one in phases]
    plans = [
        None if plan.of_s is None else one.began_s + plan.of_s
        for one, plan in zip(phases, of_plans, strict=True)
    ]
    rows = [
        Row(
            name, (("", one.began_s), ("member", end - one.began_s)),
            words("figure-began-at", time=minutes(one.began_s)), plan, of_plan.said,
        )
        for name, one, end, plan, of_plan in zip(names, phases, ends, plans, of_plans, strict=True)
    ]  # fmt: skip
    title, until_s = words("figure-held"), math.ceil(max([1, *ends, *filter(None, plans)]))
    columns = (
        words("record-phase"),
        *(words("record-planned" if one == "planned" else f"figure-held-{one}") for one in HELD),
    )
    log = (_log(one, plan, words) for one, plan in zip(phases, of_plans, strict=True))
    table = tuple((name, *of) for name, of in zip(names, log, strict=True))
    svg = along.drawn((), rows, until_s, title, words)
    return Figure("held", title, svg, columns, table, words("figure-held-note"))


class Plan(NamedTuple):
    of_s: float | None
    """Where its stroke stands,"""
    said: str
    """what stands beside the phase's name,"""
    cell: str
    """and in a table."""


def planned(planned_s: int | None, words: Words, *, all_planned: bool, of: int = 1) -> Plan:
    """How long a phase, or so many together, was to take; no stroke where nobody knows, or it has no plan.
    `all_planned`: so short a plan as rounds to nothing is one."""
    if not planned_s and not (all_planned and planned_s == 0):
        return Plan(None, "", known(planned_s, words))
    said = some(planned_s, words, of)
    return Plan(planned_s or HALF_S, words("figure-planned-as", time=said), said)


def plans_all(record: StructureRecord) -> bool:
    """Whether each of its phases has a plan, if only of seconds: so it is in each of our formats; a hurried rehearsal
    makes it so short."""
    return Lack.HURRIED in record.lacks and record.format != OWN


def entered(phase: PhaseStructure, phases: Sequence[PhaseStructure], words: Words) -> str:
    """Its name, and whether it was gone back to."""
    called = phase_name(phase, phases, words)
    return words("figure-again", phase=called) if phase.stepped_back else called


def _log(one: PhaseStructure, plan: Plan, words: Words) -> tuple[str, ...]:
    return (
        minutes(one.began_s),
        plan.cell,
        *(minutes(s) for s in (one.measured_s, one.paused_s)),
        _count(one.pauses, words),
        known(one.back_s, words),
        _count(one.pushed_back, words),
        known(one.back_speech_s, words),
        _count(one.links_lost, words),
    )


def by_phase(phases: Sequence[PhaseStructure], words: Words) -> Figure:
    """Whose turns began in each, as stretches of one bar. Of little that was said the leaders' part says nothing."""
    rows, table = [], []
    notes = ["figure-by_phase-note", *(["figure-by_phase-runs-on"] if len(phases) > 1 else [])]
    if any(one.leader_share is not None and said_little(one) for one in phases):
        notes.append("figure-by_phase-little")
    for one in phases:
        called, taken = entered(one, phases, words), astuple(one.turns)
        parts = tuple((who, count or 0) for who, count in zip(SPEAKERS, taken, strict=True))
        below = by_letters(SPEAKERS, ((who, str(count)) for who, count in parts if count), words)
        rows.append(Row(called, parts, str(sum(count for _, count in parts)), below=below))
        counts = (_count(count, words) for count in taken)
        part = percent(None if said_little(one) else one.leader_share, words)
        table.append((called, *counts, part, minutes(one.overlap_s)))
    title, who = words("figure-by_phase"), (words(f"figure-{one}") for one in SPEAKERS)
    columns = (words("record-phase"), *who, words("compare-leaders-part"), words("record-overlap"))
    svg = drawn(rows, title, SPEAKERS, words)
    read, below = " ".join(map(words, notes)), words("figure-stacked")
    return Figure("by_phase", title, svg, columns, tuple(table), read, below)


def silences(whole: Whole, phases: Sequence[PhaseStructure], words: Words) -> Figure:
    """Drawn are those of the whole session; in the table stands each phase as well, unless it is the whole."""
    title, counts = words("figure-silences"), astuple(whole.silences)
    bins = [words(f"figure-silences-{n}") for n in range(len(counts))]
    spans: list[tuple[str, Whole | PhaseStructure]] = [(words("record-whole"), whole)]
    spans += [(entered(one, phases, words), one) for one in phases if one.kind is not WHOLE_MEETING]
    rows = [Row(called, (("member", count),), str(count)) for called, count in zip(bins, counts, strict=True)]
    table = tuple((name, minutes(of.silence_s), *map(str, astuple(of.silences))) for name, of in spans)
    columns = (words("record-phase"), words("figure-silences-all"), *bins)
    svg = drawn(rows, title, (), words)
    notes = ["figure-silences-note", *(["figure-silences-note-phases"] if len(phases) > 1 else [])]
    return Figure("silences", title, svg, columns, table, " ".join(map(words, notes)))


def _count(count: int | None, words: Words) -> str:
    return words("figure-not-known") if count is None else str(count)
