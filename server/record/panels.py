"""Small panels, one a measure: in each a column for each session, from the first to the last, with its figure on it and
its month below; of many the figures are turned upright, and a line tells of all of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import chain, count, groupby, pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

from facilitation.structure_record import Lack
from server.record import months, ranges, signs
from server.record.bars import Words
from server.record.canvas import (
    LINE_PX,
    WIDTH_PX,
    broken,
    empty,
    finished,
    long_px,
    rect,
    upright,
    write,
    write_lines,
)
from server.record.columns import (
    AWAY_PX,
    BOXED,
    FIGURE_PX,
    SIGNS,
    Blank,
    Column,
    Place,
    draw,
    end,
    reasons,
    told,
)
from server.record.months import MORE, Slot

GAP_PX = 28
PLOT_PX, BELOW_TURNED_PX, APART_PX = 84, 60, 24
"""The columns, and where figures stand upright on them; what keeps the next panel away."""
SIGN_PX = 32
"""In the legend, for a sign."""
TURNED_LINE_PX = 18
"""How wide a line is that is turned upright."""


class Panel(NamedTuple):
    name: str
    columns: Sequence[Column]
    most: float | None = None
    """What would fill it; None: the highest that there is."""


def drawn(panels: Sequence[Panel], slots: Sequence[Slot], title: str, words: Words) -> str:
    """An SVG: as many panels a row as have room."""
    of = _Sheet(panels, slots, words)
    legend, rows = _legend(of, words), [panels[n : n + of.across] for n in range(0, len(panels), of.across)]
    height = sum(of.height + _more(row, of) for row in rows) + LINE_PX * len(legend)
    svg = empty(height - APART_PX + 8, title)
    y = 0.0
    for sign, line in legend:
        _sign(svg, sign, y)
        write(svg, "label", SIGN_PX if sign is not None else 0, y + 15, line)
        y += LINE_PX
    y += AWAY_PX if legend else 0
    numbers = count()
    for row in rows:
        y += _more(row, of)
        for across, panel in enumerate(row):
            _panel(svg, panel, of, next(numbers), across * (of.width + GAP_PX), y)
        y += of.height
    return finished(svg)


def _more(row: Sequence[Panel], of: _Sheet) -> float:
    """How much higher than others a row is in which a name has more than one line."""
    return LINE_PX * (max(len(_name(one, of.width)) for one in row) - 1)


class _Sheet:
    """How much room each panel has, the same for all of a drawing."""

    def __init__(self, panels: Sequence[Panel], slots: Sequence[Slot], words: Words) -> None:
        self.hurried = {one.at for one in slots if signs.SIGNS[Lack.HURRIED] in one.sign}
        self.slots, self.columns = slots, [*chain.from_iterable(one.columns for one in panels)]
        self.scales, self.wholes = _scales(panels), any(one.most for one in panels)
        figures, names = _longest(one.said for one in self.columns), _longest(one.name for one in slots)
        self.across = _across(panels, len(slots), max(figures, names))
        self.width = _width(self.across)
        dated, sign = all(one.month for one in slots), {one.at: one.sign for one in slots}
        signed = _longest(
            told(one) + sign[n] for panel in panels for n, one in enumerate(panel.columns) if sign[n]
        )
        each = self.width / len(slots)
        on_each = max(figures, signed if dated and names > each else 0)
        self.many = on_each > each
        """There is no room for what stands on each column: a line above tells of all."""
        self.turned = self.many and each >= TURNED_LINE_PX
        """It stands upright; where it cannot, the first figure and the last stand beside them."""
        self.beside = (figures + AWAY_PX) if self.many and not self.turned else 0
        self.pitch = (self.width - 2 * self.beside) / len(slots)
        self.by_month = names > self.pitch and dated
        """Only some have their months below them: there is no room for each. Signs stand on the columns, and below each
        column its letter, if it has one."""
        self.signs = _signs(self) if self.many and self.by_month and not self.turned else []
        self.lettered = self._lettered()
        self.names_turned = names > self.pitch and not self.by_month
        self.named = self._named()
        marks = [ranges.marks(one.columns) for one in panels]
        longest = _longest(chain.from_iterable(one for one in marks if len(one) > 1))
        self.marked = not self.many and 2 < longest <= self.pitch
        """Below each column stands what was planned for it."""
        self.plans = [ranges.plan(one.columns, words, below=self.marked) for one in panels]
        beside = _longest(
            f"{panel.name}  {plan}" for panel, plan in zip(panels, self.plans, strict=True) if plan
        )
        self.plan_line = 1 if beside > self.width else 0
        self.sums = [
            _lines(ranges.of_all(one.columns, self.hurried, words), self.width) if self.many else []
            for one in panels
        ]
        self.lines = 1 + self.plan_line + max(map(len, self.sums))
        above = on_each + AWAY_PX if self.turned else AWAY_PX if self.many and not self.signs else FIGURE_PX
        self.plot = BELOW_TURNED_PX if self.turned else PLOT_PX
        self.foot = LINE_PX * self.lines + above + self.plot
        self.years = self.foot + (names + 4 if self.names_turned else FIGURE_PX * (1 + bool(self.lettered)))
        self.marks = self.years + (FIGURE_PX if any(one.year for one in slots) else 0)
        self.height = self.marks + APART_PX + (FIGURE_PX if self.marked else 0)

    def _lettered(self) -> set[int]:
        """Which columns have a letter below them, apart from their month: as many as have room, the first of each month
        before others."""
        lettered = [n for n, one in enumerate(self.slots) if self.by_month and one.letter]
        first = set(months.begun(self.slots))
        return self._beside_each_other(
            sorted(lettered, key=lambda at: at not in first), lambda at: long_px(self.slots[at].letter)
        )

    def _named(self) -> Container[int]:
        """Which columns have their name below them; of months, at its first column, as many as have room, those of
        several sessions before others."""
        if not self.by_month:
            each = math.ceil((FIGURE_PX - 2) / self.pitch) if self.names_turned else 1
            return range(0, len(self.slots), each)
        long = _longest(one.month for one in self.slots) + APART_PX
        begun = sorted(months.begun(self.slots), key=lambda at: not self.slots[at].letter)
        return self._beside_each_other(begun, lambda _: long)

    def _beside_each_other(self, columns: Iterable[int], long: Callable[[int], float]) -> set[int]:
        """As many of these as have room for what is so `long`, those that come first before others."""
        found: set[int] = set()
        for at in columns:
            if all(abs(at - other) * self.pitch >= (long(at) + long(other)) / 2 for other in found):
                found.add(at)
        return found


def _scales(panels: Sequence[Panel]) -> str:
    """The message for whether columns of different panels are as high for the same; nothing where they are, or where
    there is one panel."""
    own = [one.most is None for one in panels]
    if len(own) < 2 or not any(own):
        return ""
    return "compare-own-scales" if all(own) else "compare-other-scales"


def _name(panel: Panel, px: float) -> list[str]:
    return broken(panel.name, px)


def _lines(said: str, px: float) -> list[str]:
    """As many as it needs, begun anew where its parts do."""
    if long_px(said) <= px:
        return [said]
    for mark in (": ", " · "):
        before, found, after = said.partition(mark)
        if found:
            return [*_lines(before + found.rstrip(), px), *_lines(after, px)]
    return broken(said, px)


def _longest(words: Iterable[str]) -> int:
    """With what keeps one from the next."""
    return max([0, *map(long_px, words)]) + 2


def _across(panels: Sequence[Panel], slots: int, long: float) -> int:
    """As many in a row as leave room for what stands on each column and below it; three only of short names."""
    name = max(long_px(one.name) for one in panels)
    fit = [n for n in (3, 2) if len(panels) >= n and long <= _width(n) / slots]
    return next((n for n in fit if n == 2 or name <= _width(n)), 1)


def _width(across: int) -> float:
    return (WIDTH_PX - GAP_PX * (across - 1)) / across


def _panel(svg: ET.Element, panel: Panel, of: _Sheet, number: int, left: float, top: float) -> None:
    named, plan, sums = _name(panel, of.width), of.plans[number], of.sums[number]
    write_lines(svg, top + 1 - LINE_PX * (len(named) - 1), named, left)
    if plan:
        write(svg, "said", left + of.width, top + 16 + LINE_PX * of.plan_line, plan)
    write_lines(svg, top + 1 + LINE_PX * (1 + of.plan_line), sums, left, "label soft")
    foot = top + of.foot
    highest = max((max(one.value or 0, one.mark or 0) for one in panel.columns), default=0)
    px_each, x = of.plot / (panel.most or highest or 1), left + of.beside
    whole = of.plot if panel.most else 0
    for there, run in groupby(of.slots, lambda one: one.at is not None):
        long = of.pitch * len(list(run))
        if there:
            rect(svg, "foot", x, foot, long, 1)
        x += long
    for at, slot in enumerate(of.slots):
        middle = left + of.beside + of.pitch * (at + 0.5)
        if slot.at is not None:
            column, place = panel.columns[slot.at], Place(middle, foot, of.pitch, px_each, whole)
            _column(svg, column, slot, of, place)
            if plan is None and column.mark_said:
                write(svg, "name soft", middle, top + of.marks + 17, f"({column.mark_said})")
        if at in of.lettered:
            write(svg, "name", middle, foot + 17, slot.letter)
        if at in of.named:
            _below(svg, of, slot, middle, (left, foot))
    for signed in of.signs:
        _write_sign(svg, signed, of, (left + of.beside, foot - of.plot - AWAY_PX))
    if of.beside:
        _ends(svg, panel, of, px_each, (left, foot))
    _years(svg, of, left, top + of.years)


def _column(svg: ET.Element, column: Column, slot: Slot, of: _Sheet, place: Place) -> None:
    """Where its month has no room, its sign stands on it."""
    said = "" if of.beside else told(column) + (slot.sign if of.by_month else "")
    draw(svg, column, place, said, turned=of.turned)


def _ends(svg: ET.Element, panel: Panel, of: _Sheet, px_each: float, at: tuple[float, float]) -> None:
    """The first column's figure at its left, the last one's at its right, as high as they are."""
    left, foot = at
    for column, kind, x in (
        (panel.columns[0], "said end", left + of.beside - AWAY_PX),
        (panel.columns[-1], "label", left + of.width - of.beside + AWAY_PX),
    ):
        high = min(end(column, px_each), of.plot - AWAY_PX)
        write(svg, kind, x, foot - max(0.0, high - AWAY_PX), told(column))


def _below(svg: ET.Element, of: _Sheet, slot: Slot, x: float, at: tuple[float, float]) -> None:
    """Its name, not cut off at an edge of the panel; a stroke leads to it where others have none."""
    (left, foot), kind = at, "" if slot.at is not None else "soft"
    if of.names_turned:
        upright(svg, f"said {kind or 'end'}", x, foot + AWAY_PX, slot.name)
        return
    name = slot.month if of.by_month else slot.name
    half = long_px(name) / 2
    if of.by_month:
        rect(svg, "foot", x - 0.5, foot, 1, 5)
        x, foot = min(max(x, left + half), left + of.width - half), foot + FIGURE_PX * bool(of.lettered)
    write(svg, f"name {kind}".strip(), x, foot + 17, name)


def _years(svg: ET.Element, of: _Sheet, left: float, y: float) -> None:
    """Each where it begins, not cut off at the panel's edge; of two that would touch, the later."""
    begun = [(n, one.year) for n, one in enumerate(of.slots) if one.year]
    places = [
        min(
            left + of.beside + of.pitch * n + max(0.0, (of.pitch - long_px(year)) / 2),
            left + of.width - long_px(year),
        )
        for n, year in begun
    ]
    years = zip(places, (year for _, year in begun), strict=True)
    for (x, year), (after, _) in pairwise([*years, (math.inf, "")]):
        if x + long_px(year) <= after:
            write(svg, "label soft", x, y + 16, year)


# --- the signs above columns that have no figures ---


class _Signed(NamedTuple):
    """Slots, from the first to the last with a sign, and what stands above them."""

    slots: Sequence[int]
    sign: str

    def middle(self, of: _Sheet) -> float:
        """From where the columns begin; not cut off at their ends."""
        half, whole = long_px(self.sign) / 2, of.pitch * len(of.slots)
        return min(max(of.pitch * (self.slots[0] + self.slots[-1] + 1) / 2, half), whole - half)

    def touches(self, before: _Signed, of: _Sheet) -> bool:
        return self.middle(of) - before.middle(of) < long_px(self.sign + before.sign) / 2


def _signs(of: _Sheet) -> list[_Signed]:
    """Those that would touch are one."""
    found: list[_Signed] = []
    for n, slot in ((n, slot) for n, slot in enumerate(of.slots) if slot.sign):
        found.append(_Signed([n], slot.sign))
        while len(found) > 1 and found[-1].touches(found[-2], of):
            after, before = found.pop(), found.pop()
            both = [sign for sign in signs.SIGNS.values() if sign in before.sign + after.sign]
            found.append(_Signed([*before.slots, *after.slots], "".join(both)))
    return found


def _write_sign(svg: ET.Element, signed: _Signed, of: _Sheet, at: tuple[float, float]) -> None:
    """With a stroke above each column that it is of."""
    left, y = at
    for n in signed.slots:
        rect(svg, "foot", left + of.pitch * n, y + 2, of.pitch, 1)
    write(svg, "name", left + signed.middle(of), y, signed.sign)


# --- the legend ---


def _legend(of: _Sheet, words: Words) -> list[tuple[Blank | str | None, str]]:
    """The sign, and what it says; None: a line without a sign; empty: one that goes on beside it."""
    found: list[tuple[Blank | str | None, str]] = []
    if of.many or of.by_month:
        found.append((None, words("compare-many" if of.beside else "compare-columns")))
    if of.scales:
        found.append((None, words(of.scales)))
    if of.wholes:
        found.append(("lane", words("compare-lane")))
    if any(one.mark for one in of.columns):
        found.append(("planned", words("figure-planned-below" if of.marked else "figure-planned")))
    found += reasons(of.columns, words)
    gaps = [one for one in of.slots if one.at is None]
    if gaps:
        found.append((None, words("compare-gap")))
    if any(one.name == MORE for one in gaps):
        found.append((None, words("compare-gap-long")))
    return [broken for sign, line in found for broken in _broken(sign, line)]


def _broken(sign: Blank | str | None, line: str) -> list[tuple[Blank | str | None, str]]:
    """Into as many lines as it needs."""
    first, *others = broken(line, WIDTH_PX - (0 if sign is None else SIGN_PX))
    return [(sign, first), *((sign if sign is None else "", one) for one in others)]


def _sign(svg: ET.Element, sign: Blank | str | None, y: float) -> None:
    if not sign:
        return
    if sign == "planned":
        rect(svg, "planned", 1, y + 8, 24, 3)
        return
    if sign == "lane":
        rect(svg, "lane", 1, y + 1, 24, 16)
        return
    if sign in BOXED:
        rect(svg, "apart", 1, y + 1, 24, 16)
    write(svg, "name", 13, y + 14, SIGNS[Blank(sign)])
