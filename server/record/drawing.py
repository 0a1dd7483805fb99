"""Draws what a structure record says: its phases and who spoke in them, who followed whom, how long turns, gaps and
silences were. Each figure has the table of its numbers beside it.

The standard library's ElementTree writes the SVG. The words come from whoever asks, by their ids in the catalogue; the
colours are those of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple
from xml.etree import ElementTree as ET

from facilitation.structure_record import PhaseStructure, StructureRecord
from server.record.arrows import followed
from server.record.canvas import WIDTH_PX, empty, finished, rect, write

Words = Callable[[str], str]
"""The words for a message's id."""

ROW_PX, BAR_PX, BAR_Y, LEGEND_PX = 48, 16, 24, 26
"""A row's name stands above its bar."""
LONGEST_PX = WIDTH_PX - 64
"""Of a bar: its figure stands at the end of the row."""
COLUMNS = ("phase", "planned", "actual", "leaders", "presenter", "members", "silence")
LEGEND = ("leader", "presenter", "member", "silence", "apart", "planned")


class Row(NamedTuple):
    label: str
    parts: tuple[tuple[str, int], ...]
    """What each part of the bar is, and how much."""
    said: str
    """The figure at its end."""
    mark: int | None = None
    """Where it was to end."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`columns` and `rows` are the same as the drawing, to read; the first of each row is what it is about."""

    key: str
    title: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def figures(record: StructureRecord, words: Words) -> list[Figure]:
    """Those for which the record has figures, in the order in which one reads them."""
    whole = record.whole
    found = [_course(record.phases, words)]
    after = astuple(whole.transitions)
    if any(map(any, after)):
        found.append(_followed(after, words))
    found += [
        _counts("turn_lengths", astuple(whole.turn_lengths), words),
        _counts("transfers", astuple(whole.transfers), words),
        _counts("silences", astuple(whole.silences), words),
    ]
    if whole.shares is not None:
        rows = [(str(n), round(100 * share)) for n, share in enumerate(whole.shares, 1)]
        bars = [Row(label, (("member", n),), f"{n} %") for label, n in rows]
        found.append(_bars("shares", bars, words, counted="figure-share"))
    return found


def minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _course(phases: Sequence[PhaseStructure], words: Words) -> Figure:
    names = [_name(phase, phases, words) for phase in phases]
    rows = [
        Row(name, _parts(phase), minutes(phase.actual_s), phase.planned_s or None)
        for name, phase in zip(names, phases, strict=True)
    ]
    table = [
        (name, *map(minutes, (phase.planned_s, phase.actual_s, *astuple(phase.speech_s), phase.silence_s)))
        for name, phase in zip(names, phases, strict=True)
    ]
    title, columns = words("figure-course"), tuple(words(f"record-{one}") for one in COLUMNS)
    return Figure("course", title, _drawn(rows, title, LEGEND, words), columns, tuple(table))


def _name(phase: PhaseStructure, phases: Sequence[PhaseStructure], words: Words) -> str:
    """With the number of its case where there are several."""
    name = words(f"phase-{phase.kind}")
    return f"{name} · {phase.case}" if phase.case and max(one.case for one in phases) > 1 else name


def _parts(phase: PhaseStructure) -> tuple[tuple[str, int], ...]:
    """Of the time that was measured: speech that overlaps counts for both, so the parts are fitted to it."""
    speech = phase.speech_s
    spoken = {"leader": speech.leader, "presenter": speech.presenter, "member": speech.member}
    heard, whole = max(0, phase.measured_s - phase.silence_s), sum(spoken.values()) or 1
    parts = [(who, heard * amount // whole) for who, amount in spoken.items()]
    return (*parts, ("silence", phase.silence_s), ("apart", max(0, phase.actual_s - phase.measured_s)))


def _followed(after: Sequence[Sequence[int]], words: Words) -> Figure:
    title = words("figure-followed")
    who = tuple(words(f"figure-{one}") for one in LEGEND[:3])
    table = tuple((one, *map(str, row)) for one, row in zip(who, after, strict=True))
    return Figure("followed", title, followed(after, who, title), (words("figure-after"), *who), table)


def _counts(key: str, counts: Sequence[int], words: Words) -> Figure:
    rows = [
        Row(words(f"figure-{key}-{n}"), (("member", count),), str(count)) for n, count in enumerate(counts)
    ]
    return _bars(key, rows, words)


def _bars(key: str, rows: Sequence[Row], words: Words, counted: str = "figure-count") -> Figure:
    title = words(f"figure-{key}")
    table = tuple((row.label, row.said) for row in rows)
    return Figure(key, title, _drawn(rows, title, (), words), (title, words(counted)), table)


def _drawn(rows: Sequence[Row], title: str, legend: Sequence[str], words: Words) -> str:
    places = _legend([words(f"figure-{one}") for one in legend])
    top = places[-1][1] + LEGEND_PX + 8 if places else 0
    svg = empty(top + ROW_PX * len(rows), title)
    for one, (x, y, name) in zip(legend, places, strict=True):
        rect(svg, one, x + 1, y + 1, 3 if one == "planned" else 14, 14)
        write(svg, "label", x + (10 if one == "planned" else 22), y + 14, name)
    most = max((max(sum(n for _, n in row.parts), row.mark or 0) for row in rows), default=0) or 1
    for number, row in enumerate(rows):
        _row(svg, row, top + ROW_PX * number, LONGEST_PX / most)
    return finished(svg)


def _legend(names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where each stands, in as many lines as they need. A letter is taken to be 8 px wide."""
    placed: list[tuple[int, int, str]] = []
    x = y = 0
    for name in names:
        width = 22 + 8 * len(name)
        if x and x + width > WIDTH_PX:
            x, y = 0, y + LEGEND_PX
        placed.append((x, y, name))
        x += width + 20
    return placed


def _row(svg: ET.Element, row: Row, y: int, px_each: float) -> None:
    write(svg, "label", 0, y + 16, row.label)
    write(svg, "said", WIDTH_PX, y + BAR_Y + 13, row.said)
    x = 0.0
    for kind, amount in row.parts:
        if amount:
            rect(svg, kind, x, y + BAR_Y, max(1.0, amount * px_each - 1), BAR_PX)
        x += amount * px_each
    if row.mark is not None:
        rect(svg, "planned", row.mark * px_each - 1, y + BAR_Y - 4, 3, BAR_PX + 8)
