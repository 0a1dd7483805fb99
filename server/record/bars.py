"""Bars, one a row: what each is called stands above it, its figure at the end of the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.canvas import (
    LETTER_PX,
    LINE_PX,
    WIDTH_PX,
    broken,
    empty,
    finished,
    long_px,
    rect,
    write,
    write_lines,
)

Words = Callable[..., str]
"""The words for a message's id, with its values put in."""


def listed(said: Iterable[str], words: Words) -> str:
    """One after the other, with the semicolon of the language; there must be one."""
    return reduce(lambda before, then: words("record-listed", before=before, then=then), said)


ROW_PX, BAR_PX, BAR_Y, LEGEND_PX, BELOW_PX = 48, 16, 24, 26, 22
"""A row's name stands above its bar, and below it what is said of its parts, if anything."""
NAME_X = 30
"""Of a legend's names, beside their squares."""
LONGEST_PX = WIDTH_PX - 64
"""Of a bar: its figure stands at the end of the row."""


class Row(NamedTuple):
    label: str
    parts: tuple[tuple[str, float], ...]
    """What each part of the bar is, nothing where it is a gap, and how much."""
    said: str
    """The figure at its end."""
    mark: float | None = None
    """Where it was to end,"""
    mark_said: str = ""
    """and as it is written, beside the row's name."""
    below: str = ""
    """What is said of its parts on a line of its own."""


class Placed(NamedTuple):
    """A name in a legend."""

    kind: str
    x: int
    y: int
    lines: list[str]
    """Its name: on more than one line where it is long."""
    letters: str
    """What stands on the parts of its kind, too: no part is known by its colour alone."""


SPEAKERS, EVERYONE = ("leader", "presenter", "member"), "everyone"
"""Of whom a part is, and of whom where roles are not known."""
LETTERED = (*SPEAKERS, "silence")
SMALL_PX, CROSSED_PX, BESIDE_PX = 9, 10, 3
"""How wide a letter on a bar is taken to be; how near to the middle of a part a stroke crosses its letters; and where
the room beside a stroke begins."""


def drawn(rows: Sequence[Row], title: str, legend: Sequence[str], words: Words) -> str:
    """An SVG. `legend` are the kinds of parts that it names."""
    kinds, top = placed(legend, words)
    pitch = ROW_PX + (BELOW_PX if any(row.below for row in rows) else 0)
    svg = empty(top + pitch * len(rows), title)
    name_kinds(svg, kinds)
    most = max((max(sum(n for _, n in row.parts), row.mark or 0) for row in rows), default=0) or 1
    known_by = {one.kind: one.letters for one in kinds}
    for number, row in enumerate(rows):
        draw_row(svg, row, top + pitch * number, LONGEST_PX / most, known_by)
    return finished(svg)


def letters(kinds: Sequence[str], words: Words) -> dict[str, str]:
    """For each kind as many of its name's first letters as no other's begins with."""
    names = {kind: words(f"figure-{kind}") for kind in kinds if kind in (*LETTERED, EVERYONE)}
    found = {}
    for kind, name in names.items():
        others = [other for other in names.values() if other != name]
        least = next(
            n for n in range(1, len(name) + 1) if not any(one.startswith(name[:n]) for one in others)
        )
        found[kind] = name[:least]
    return found


def placed(legend: Sequence[str], words: Words) -> tuple[list[Placed], int]:
    """Where each name of a legend stands, in as many lines as they need, and where the drawing begins below them."""
    found: list[Placed] = []
    known_by = letters(legend, words) if len(legend) > 1 else {}
    x = y = 0
    for kind in legend:
        lines = broken(words(f"figure-{kind}"), WIDTH_PX - NAME_X)
        width = NAME_X + LETTER_PX * max(map(len, lines))
        if x and (len(lines) > 1 or x + NAME_X + long_px(lines[0]) > WIDTH_PX):
            x, y = 0, y + LEGEND_PX
        found.append(Placed(kind, x, y, lines, known_by.get(kind, "")))
        x, y = x + width + 20, y + LINE_PX * (len(lines) - 1)
    return found, y + LEGEND_PX + 8 if found else 0


def name_kinds(svg: ET.Element, legend: Sequence[Placed]) -> None:
    for kind, x, y, lines, known_by in legend:
        stroke = kind == "planned"
        rect(svg, kind, x + (10 if stroke else 1), y, 3 if stroke else NAME_X - 8, BAR_PX - 1)
        if known_by:
            write(svg, f"on {kind}s", x + (NAME_X - 6) / 2, y + 13, known_by)
        write_lines(svg, y - 1, lines, x + NAME_X)


def draw_row(
    svg: ET.Element,
    row: Row,
    y: float,
    px_each: float,
    known_by: Mapping[str, str] = MappingProxyType({}),
    right: float = WIDTH_PX,
    least_px: float = 1,
) -> None:
    """`known_by`: the letters of each kind of parts; `right`: where its figure ends; `least_px`: of a part's width."""
    write(svg, "label", 0, y + 16, row.label)
    write(svg, "end said", right, y + BAR_Y + 13, row.said)
    if row.mark_said:
        write(svg, "said", right, y + 16, row.mark_said)
    if row.below:
        write(svg, "label soft", 0, y + BAR_Y + BAR_PX + 18, row.below)
    x = 0.0
    for kind, amount in row.parts:
        width = amount * px_each - 1
        if kind and amount:
            rect(svg, kind, x, y + BAR_Y, max(least_px, width), BAR_PX)
            start, room = _beside(x, width, None if row.mark is None else row.mark * px_each)
            _on(svg, kind, (start + room / 2, y + BAR_Y + 13), room, known_by.get(kind, ""))
        x += amount * px_each
    if row.mark is not None:
        rect(svg, "planned", row.mark * px_each - 1, y + BAR_Y - 4, 3, BAR_PX + 8)


def _beside(x: float, width: float, stroke: float | None) -> tuple[float, float]:
    """Where on a part there is room for letters, and how much: all of it, or the longer side of a stroke that would
    cross them."""
    if stroke is None or abs(stroke - (x + width / 2)) >= CROSSED_PX:
        return x, width
    before, after = stroke - BESIDE_PX - x, x + width - stroke - BESIDE_PX
    return (x, before) if before >= after else (stroke + BESIDE_PX, after)


def _on(svg: ET.Element, kind: str, at: tuple[float, float], width: float, known_by: str) -> None:
    """The letters, where they have room on the part."""
    if known_by and SMALL_PX * len(known_by) + 2 <= width:
        write(svg, f"on {kind}s", *at, known_by)


def by_letters(legend: Sequence[str], parts: Iterable[tuple[str, str]], words: Words) -> str:
    """What is said below a bar of each of its parts, in all rows alike, however narrow some parts are; each is known by
    its letters in the legend."""
    known_by = letters(legend, words)
    return " · ".join(f"{known_by[kind]}\u00a0{said}" for kind, said in parts)
