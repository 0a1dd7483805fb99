"""Bars, one a row: what each is called stands above it, its figure at the end of the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.canvas import LETTER_PX, WIDTH_PX, empty, finished, rect, write

Words = Callable[..., str]
"""The words for a message's id, with its values put in."""

ROW_PX, BAR_PX, BAR_Y, LEGEND_PX = 48, 16, 24, 26
"""A row's name stands above its bar."""
LONGEST_PX = WIDTH_PX - 64
"""Of a bar: its figure stands at the end of the row."""


class Row(NamedTuple):
    label: str
    parts: tuple[tuple[str, int], ...]
    """What each part of the bar is, nothing where it is a gap, and how much."""
    said: str
    """The figure at its end."""
    mark: int | None = None
    """Where it was to end."""


class Placed(NamedTuple):
    """A name in a legend."""

    kind: str
    x: int
    y: int
    name: str


def drawn(rows: Sequence[Row], title: str, legend: Sequence[str], words: Words) -> str:
    """An SVG. `legend` are the kinds of parts that it names."""
    kinds, top = placed(legend, words)
    svg = empty(top + ROW_PX * len(rows), title)
    name_kinds(svg, kinds)
    most = max((max(sum(n for _, n in row.parts), row.mark or 0) for row in rows), default=0) or 1
    for number, row in enumerate(rows):
        draw_row(svg, row, top + ROW_PX * number, LONGEST_PX / most)
    return finished(svg)


def placed(legend: Sequence[str], words: Words) -> tuple[list[Placed], int]:
    """Where each name of a legend stands, in as many lines as they need, and where the drawing begins below them."""
    found: list[Placed] = []
    x = y = 0
    for kind in legend:
        name = words(f"figure-{kind}")
        width = 22 + LETTER_PX * len(name)
        if x and x + width > WIDTH_PX:
            x, y = 0, y + LEGEND_PX
        found.append(Placed(kind, x, y, name))
        x += width + 20
    return found, y + LEGEND_PX + 8 if found else 0


def name_kinds(svg: ET.Element, legend: Sequence[Placed]) -> None:
    for kind, x, y, name in legend:
        rect(svg, kind, x + 1, y + 1, 3 if kind == "planned" else 14, 14)
        write(svg, "label", x + (10 if kind == "planned" else 22), y + 14, name)


def draw_row(svg: ET.Element, row: Row, y: int, px_each: float) -> None:
    write(svg, "label", 0, y + 16, row.label)
    write(svg, "said", WIDTH_PX, y + BAR_Y + 13, row.said)
    x = 0.0
    for kind, amount in row.parts:
        if kind and amount:
            rect(svg, kind, x, y + BAR_Y, max(1.0, amount * px_each - 1), BAR_PX)
        x += amount * px_each
    if row.mark is not None:
        rect(svg, "planned", row.mark * px_each - 1, y + BAR_Y - 4, 3, BAR_PX + 8)
