"""Small panels, one a measure: in each a column for each session, from the first to the last, with its figure on it and
its month below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.bars import Words
from server.record.canvas import (
    LETTER_PX,
    LINE_PX,
    WIDTH_PX,
    broken,
    empty,
    finished,
    long_px,
    rect,
    upright,
    write,
)
from server.record.columns import AWAY_PX, BOXED, FIGURE_PX, SIGNS, Blank, Column, Place, draw, reasons
from server.record.months import MORE, Slot

GAP_PX = 28
PLOT_PX, APART_PX = 84, 24
"""The columns; what keeps the next panel away."""
HEAD_PX = 28
"""Above the panels that have a heading."""
SIGN_PX = 32
"""In the legend, for a sign."""
TURNED_AWAY_PX = 16
"""Of a figure that stands upright, from its column and from the name above it."""
BESIDE_PX = 8
"""A name that is too long for its panel ends so far from what stands at its right."""


class Panel(NamedTuple):
    name: str
    columns: Sequence[Column]
    most: float | None = None
    """What would fill it; None: the highest that there is."""


class Head(NamedTuple):
    """Panels that stand together, below a heading if any."""

    name: str
    panels: Sequence[Panel]


def drawn(heads: Sequence[Head], slots: Sequence[Slot], title: str, words: Words) -> str:
    """An SVG: as many panels a row as have room, each with a scale of its own."""
    of = _Sheet([one for head in heads for one in head.panels], slots, words)
    legend = _legend(of, words)
    height = sum(_height(head, of) for head in heads) + LINE_PX * len(legend)
    svg = empty(height - APART_PX + 8, title)
    y = 0.0
    for sign, line in legend:
        _sign(svg, sign, y)
        write(svg, "label", SIGN_PX if sign is not None else 0, y + 15, line)
        y += LINE_PX
    y += AWAY_PX if legend else 0
    plans = iter(of.plans)
    for head in heads:
        if head.name:
            write(svg, "head", 0, y + 16, head.name)
        top = y + (HEAD_PX if head.name else 0)
        for number, panel in enumerate(head.panels):
            across, down = number % of.across, number // of.across
            _panel(svg, panel, of, next(plans), across * (of.width + GAP_PX), top + of.height * down)
        y += _height(head, of)
    return finished(svg)


def _height(head: Head, of: _Sheet) -> float:
    return (HEAD_PX if head.name else 0) + of.height * math.ceil(len(head.panels) / of.across)


class _Sheet:
    """How much room each panel has, the same for all of a drawing."""

    def __init__(self, panels: Sequence[Panel], slots: Sequence[Slot], words: Words) -> None:
        self.slots, self.columns = slots, [*chain.from_iterable(one.columns for one in panels)]
        figures, names = _longest(one.said for one in self.columns), _longest(one.name for one in slots)
        self.across = _across(panels, len(slots), max(figures, names))
        self.width = _width(self.across)
        self.pitch = self.width / len(slots)
        self.names_turned, turned = names > self.pitch, figures > self.pitch
        self.each = math.ceil((FIGURE_PX - 2) / self.pitch) if turned or self.names_turned else 1
        """One column in so many has its figure and its month: there is no room for more."""
        self.plans = [_plan(one, words) for one in panels]
        planned = [*zip(panels, self.plans, strict=True)]
        marks = _longest(one.mark_said for panel, plan in planned if plan is None for one in panel.columns)
        self.marks_turned = marks > self.pitch
        beside = _longest(f"{panel.name}  {plan}" for panel, plan in planned if plan)
        self.lines = 2 if beside > self.width else 1
        self.foot = LINE_PX * self.lines + (figures + TURNED_AWAY_PX if turned else FIGURE_PX) + PLOT_PX
        self.years = self.foot + (names + 4 if self.names_turned else FIGURE_PX)
        self.marks = self.years + (FIGURE_PX if any(one.year for one in slots) else 0)
        self.height = self.marks + APART_PX
        if marks > _longest([]):
            self.height += marks + 4 if self.marks_turned else FIGURE_PX

    def turned(self, panel: Panel) -> bool:
        """Its figures stand upright."""
        return _longest(one.said for one in panel.columns) > self.pitch


def _longest(words: Iterable[str]) -> int:
    """With what keeps one from the next."""
    return max([0, *map(long_px, words)]) + 2


def _across(panels: Sequence[Panel], slots: int, long: float) -> int:
    """As many in a row as leave room for what stands on each column and below it; three only of short names."""
    name = max(LETTER_PX * len(one.name) for one in panels)
    fit = [n for n in (3, 2) if len(panels) >= n and long <= _width(n) / slots]
    return next((n for n in fit if n == 2 or name <= _width(n)), 1)


def _width(across: int) -> float:
    return (WIDTH_PX - GAP_PX * (across - 1)) / across


def _plan(panel: Panel, words: Words) -> str | None:
    """What was planned, where it was the same each time; None: each column has its own."""
    marks = {one.mark_said for one in panel.columns if one.value is not None}
    if len(marks) > 1:
        return None
    said = next(iter(marks), "")
    return words("figure-planned-as", time=said) if said else ""


def _panel(svg: ET.Element, panel: Panel, of: _Sheet, plan: str | None, left: float, top: float) -> None:
    too_long = LETTER_PX * len(panel.name) > of.width
    write(svg, "label", left, top + 16, panel.name, of.width - BESIDE_PX if too_long else None)
    if plan:
        write(svg, "said", left + of.width, top + 16 + LINE_PX * (of.lines - 1), plan)
    foot = top + of.foot
    highest = max((max(one.value or 0, one.mark or 0) for one in panel.columns), default=0)
    px_each, x = PLOT_PX / (panel.most or highest or 1), left
    for there, run in groupby(of.slots, lambda one: one.at is not None):
        long = of.pitch * len(list(run))
        if there:
            rect(svg, "foot", x, foot, long, 1)
        x += long
    turned = of.turned(panel)
    for number, slot in enumerate(of.slots):
        middle = left + of.pitch * (number + 0.5)
        shown = number % of.each == 0
        if slot.at is not None:
            column = panel.columns[slot.at]
            draw(svg, column, Place(middle, foot, of.pitch, px_each, turned), said=shown)
            if plan is None and column.mark_said and shown:
                _below(svg, "soft", middle, top + of.marks, f"({column.mark_said})", turned=of.marks_turned)
        if shown:
            kind = "" if slot.at is not None else "soft"
            _below(svg, kind, middle, foot, slot.name, turned=of.names_turned)
    _years(svg, of, left, top + of.years)


def _below(svg: ET.Element, kind: str, x: float, y: float, words: str, *, turned: bool) -> None:
    if turned:
        upright(svg, f"said {kind or 'end'}", x, y + AWAY_PX, words)
    else:
        write(svg, f"name {kind}".strip(), x, y + 17, words)


def _years(svg: ET.Element, of: _Sheet, left: float, y: float) -> None:
    """Each where it begins; of two that would touch, the later."""
    begun = [(left + of.pitch * number, one.year) for number, one in enumerate(of.slots) if one.year]
    for n, (x, year) in enumerate(begun):
        after = begun[n + 1][0] if n + 1 < len(begun) else left + of.width + GAP_PX
        if x + long_px(year) <= after:
            write(svg, "label soft", x + max(0.0, (of.pitch - long_px(year)) / 2), y + 16, year)


# --- the legend ---


def _legend(of: _Sheet, words: Words) -> list[tuple[Blank | str | None, str]]:
    """The sign, and what it says; None: a line without a sign; empty: one that goes on beside it."""
    found: list[tuple[Blank | str | None, str]] = []
    if any(one.mark for one in of.columns):
        differ = any(plan is None for plan in of.plans)
        found.append(("planned", words("figure-planned-below" if differ else "figure-planned")))
    found += reasons(of.columns, words)
    gaps = [one for one in of.slots if one.at is None]
    if gaps:
        found.append((None, words("compare-gap")))
    if any(one.name == MORE for one in gaps):
        found.append((None, words("compare-gap-long")))
    if of.each > 1:
        found.append((None, words("compare-thinned", each=of.each)))
    return [broken for sign, line in found for broken in _broken(sign, line)]


def _broken(sign: Blank | str | None, line: str) -> list[tuple[Blank | str | None, str]]:
    """Into as many lines as it needs."""
    first, *others = broken(line, WIDTH_PX - SIGN_PX)
    return [(sign, first), *((sign if sign is None else "", one) for one in others)]


def _sign(svg: ET.Element, sign: Blank | str | None, y: float) -> None:
    if not sign:
        return
    if sign == "planned":
        rect(svg, "planned", 1, y + 8, 24, 3)
        return
    if sign in BOXED:
        rect(svg, "apart", 1, y + 1, 24, 16)
    write(svg, "name", 13, y + 14, SIGNS[Blank(sign)])
