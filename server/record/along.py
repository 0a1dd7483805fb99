"""Who spoke when, along time: a row for each seat, across lines where the phases begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.bars import BAR_PX, BAR_Y, LONGEST_PX, ROW_PX, Row, Words, draw_row
from server.record.canvas import WIDTH_PX, empty, finished, long_px, rect, write
from server.record.figure import minutes

WIDE_PX = 960
"""Of a drawing that has a page's width for itself."""
LEAST_PX, LEAST_WIDE_PX = 3, 2.5
"""Of what is drawn: on a screen two points or so, also where a drawing is made smaller to fit a telephone."""
NAME_PX, FOOT_PX, AWAY_PX = 20, 26, 4
HOUR_S = 60 * 60
TICKS_S = (5, 10, 30, 60, 2 * 60, 5 * 60, 15 * 60, HOUR_S // 2)
"""How often one stands: there are six steps at most, and each has room for its words. Else each so many hours."""
MOST_STEPS = 6


class Begun(NamedTuple):
    """A phase."""

    at_s: int
    name: str


def drawn(
    phases: Sequence[Begun],
    rows: Sequence[Row],
    until_s: int,
    title: str,
    words: Words,
    width_px: int = WIDTH_PX,
    figures: str = "",
) -> str:
    """An SVG. The parts of a row are in seconds, from 0 to at most `until_s`. `figures` is what those at the ends of
    rows are called."""
    said = max((long_px(row.said) for row in rows), default=0)
    longest = width_px - max(WIDTH_PX - LONGEST_PX, said + AWAY_PX)
    px_each = longest / until_s
    least_px = LEAST_WIDE_PX if width_px > WIDTH_PX else LEAST_PX
    places, head = _named(phases, px_each, width_px)
    head += NAME_PX if figures else 0
    foot = head + ROW_PX * len(rows)
    svg = empty(foot + FOOT_PX, title, width_px)
    for number in range(len(rows)):
        rect(svg, "lane", 0, head + ROW_PX * number + BAR_Y, longest, BAR_PX)
    for phase, (_, y) in zip(phases, places, strict=True):
        rect(svg, "begun", phase.at_s * px_each, y - NAME_PX + 5, 1, foot - y + NAME_PX - 5)
    for phase, (x, y) in zip(phases, places, strict=True):  # above all lines
        write(svg, "label", x, y, phase.name)
    if figures:
        write(svg, "label said", width_px, head - 2, figures)
    for number, row in enumerate(rows):
        draw_row(svg, row, head + ROW_PX * number, px_each, right=width_px, least_px=least_px)
    _ticks(svg, until_s, px_each, foot, words)
    return finished(svg)


def _named(phases: Sequence[Begun], px_each: float, width_px: int) -> tuple[list[tuple[float, float]], float]:
    """Where each phase's name stands, beside its line, in the first row in which it touches no other; and where the
    drawing begins below them."""
    ends: list[float] = []
    found = []
    for phase in phases:
        long = long_px(phase.name)
        x = min(phase.at_s * px_each + 6, width_px - long)
        row = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[row:] = [x + long, *ends[row + 1 :]]
        found.append((x, 15.0 + NAME_PX * row))
    return found, NAME_PX * len(ends) + 8.0 if ends else 0.0


def _ticks(svg: ET.Element, until_s: int, px_each: float, foot: float, words: Words) -> None:
    steps = chain(TICKS_S, count(HOUR_S, HOUR_S))
    step = next(one for one in steps if _has_room(one, until_s, px_each, words))
    for at_s in range(0, until_s + 1, step):
        x = at_s * px_each
        rect(svg, "foot", x, foot, 1, 6)
        write(svg, "name" if at_s else "label", x, foot + 22, _tick(at_s, step, words))


def _tick(at_s: int, step_s: int, words: Words) -> str:
    return minutes(at_s) if step_s % 60 else words("figure-minute", minute=str(at_s // 60))


def _has_room(step_s: int, until_s: int, px_each: float, words: Words) -> bool:
    """The first begins at its tick; the others have their middle there."""
    widest = long_px(_tick(until_s, step_s, words))
    first = long_px(_tick(0, step_s, words)) + widest / 2
    return until_s <= MOST_STEPS * step_s and max(first, widest) < step_s * px_each
