"""Which seat spoke when: drawn along time, and told in tables, by seat and phase and by each stretch. All of it is what
the record's own timeline has, in its steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, replace

from facilitation.structure_record import PhaseStructure, SeatOfRecord, Spoke, Timeline, Whole
from facilitation.vocabulary import LEADING
from server.record import along
from server.record.bars import EVERYONE, Row, Words
from server.record.figure import Figure, Table, minutes
from server.record.phases import entered


def seat_by_seat(
    timeline: Timeline, phases: Sequence[PhaseStructure], whole: Whole, words: Words, *, roles: bool
) -> Figure:
    """`roles`: they are known. In the table the bars stand by phase beside what was said, which is known in all only:
    of records without those sums they stand alone."""
    rows, table, summed = [], [], all(one.speech_s is not None for one in timeline.seats)
    ends = [*(one.began_s for one in phases[1:]), _until_s(timeline, phases)]
    spans = [(one.began_s, end) for one, end in zip(phases, ends, strict=bool(phases))]
    for one in timeline.seats:
        name, parts, at = name_of(timeline, one, words, roles=roles), list[tuple[str, int]](), 0
        kind = kind_of(timeline, one) if roles else EVERYONE
        spoke = [(span.start_s, span.end_s) for span in timeline.spoke if span.seat == one.seat]
        for start, end in spoke:
            parts += [("", start - at), (kind, end - start)]
            at = end
        bars = minutes(sum(end - start for start, end in spoke))
        said = bars if one.speech_s is None else minutes(one.speech_s)
        rows.append(Row(name, tuple(parts), said))
        by_phase = (sum(max(0, min(end, b) - max(start, a)) for start, end in spoke) for a, b in spans)
        in_all = (said, bars) if summed else (bars,)
        table.append((name, *in_all, *(minutes(s) if s else "–" for s in by_phase)))
    names = [entered(one, phases, words) for one in phases]
    begun = [along.Begun(one.began_s, name) for one, name in zip(phases, names, strict=True)]
    title = words("figure-timeline")
    columns = (
        words("figure-seat"),
        *([words("figure-spoke")] if summed else []),
        words("figure-bars"),
        *(words("figure-bars-in", phase=name) for name in names),
    )
    drawing = Figure("timeline", title, "", columns, tuple(table))
    counted = _counted(timeline, whole, words)
    if not timeline.spoke:
        imported = [] if roles else [words("figure-timeline-imported")]
        return replace(drawing, note=" ".join((*imported, counted)))
    reading = ["sums" if summed else "steps", *(["roles"] if roles and summed else [])]
    note, figures = ["note" if roles else "imported"], words("figure-spoke" if summed else "figure-bars")
    note += ["presented"] if roles and timeline.presented else []
    note += ["differs"] if summed and any(said != bars for _, said, bars, *_ in table) else []
    return replace(
        drawing,
        svg=along.drawn(begun, rows, ends[-1], title, words, along.WIDE_PX, figures),
        narrow=along.drawn(begun, rows, ends[-1], title, words, figures=figures),
        note=" ".join(words(f"figure-timeline-{one}") for one in note),
        reading=" ".join((*(words(f"figure-timeline-{one}") for one in reading), counted)),
        more=_stretches(timeline, spans, names, words, roles=roles),
    )


def _until_s(timeline: Timeline, phases: Sequence[PhaseStructure]) -> int:
    ends = [one.began_s + one.actual_s + one.paused_s for one in phases[-1:]]
    return max([1, *ends, *(one.end_s for one in timeline.spoke)])


def _stretches(
    timeline: Timeline,
    spans: Sequence[tuple[int, int]],
    names: Sequence[str],
    words: Words,
    *,
    roles: bool,
) -> Table | None:
    """Each bar, from when to when, by the phases in which it lies and by seat. None: there is no bar."""
    of = [*zip(names, spans, strict=True)] or [(words("record-whole"), (0, _until_s(timeline, ())))]
    begun = [begins for _, (begins, _) in of]
    found = defaultdict[tuple[int, int, int], list[Spoke]](list)
    places = {seat.seat: place for place, seat in enumerate(timeline.seats)}
    for one in timeline.spoke:
        first, last = bisect_right(begun, one.start_s) - 1, bisect_left(begun, one.end_s) - 1
        found[max(0, first), places[one.seat], max(0, first, last)].append(one)
    rows = [
        (
            of[first][0] if first == last else f"{of[first][0]} – {of[last][0]}",
            name_of(timeline, timeline.seats[place], words, roles=roles),
            ", ".join(map(_from_to, spoke)),
        )
        for (first, place, last), spoke in sorted(found.items())
    ]
    columns = (words("record-phase"), words("figure-seat"), words("figure-stretches-when"))
    return Table(columns, tuple(rows), words("figure-stretches")) if rows else None


def _from_to(one: Spoke) -> str:
    return f"{minutes(one.start_s)}–{minutes(one.end_s)}"


def _counted(timeline: Timeline, whole: Whole, words: Words) -> str:
    """How much of what was counted has no bar of its own."""
    turns, bars = sum(astuple(whole.turn_lengths)), len(timeline.spoke)
    return words("figure-timeline-counted" if bars else "figure-timeline-none", turns=turns, bars=bars)


def kind_of(timeline: Timeline, seat: SeatOfRecord) -> str:
    if seat.role in LEADING:
        return "leader"
    return "presenter" if seat.seat in {case.seat for case in timeline.presented} else "member"


def name_of(timeline: Timeline, seat: SeatOfRecord, words: Words, *, roles: bool, alone: bool = False) -> str:
    """`alone`: without the word for a seat."""
    number = str(seat.seat) if alone else f"{words('figure-seat')} {seat.seat}"
    if not roles:
        return number
    name = f"{number} · {words(f'room-role-{seat.role}')}"
    presented = [case.case for case in timeline.presented if case.seat == seat.seat]
    if not presented:
        return name
    several = max(case.case for case in timeline.presented) > 1
    cases = ", ".join(map(str, presented))
    return " · ".join((name, words("figure-presented"), *([cases] if several else [])))
