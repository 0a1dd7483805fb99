"""A column of a panel: as high as its value, which stands on it; the stroke of what was planned; or the sign of why
there is no value."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.bars import Words, listed
from server.record.canvas import long_px, rect, upright, write

FIGURE_PX = 20
"""How high a line of figures is."""
HIDDEN_PX = 12
AWAY_PX = 5
BROADEST_PX = 52


class Blank(StrEnum):
    """Why a column has no value; each has a sign of its own, and the words for it in the legend."""

    UNDER = "under"
    NOT_TOLD = "not-told"
    NOT_NOTED = "not-noted"
    NOT_KNOWN = "not-known"
    NONE = "none"


SIGNS = {Blank.UNDER: "<5", Blank.NOT_TOLD: "", Blank.NOT_NOTED: "×", Blank.NOT_KNOWN: "?", Blank.NONE: "–"}
BOXED = (Blank.UNDER, Blank.NOT_TOLD)
"""There is something, and it is left out."""


class Column(NamedTuple):
    value: float | None
    said: str = ""
    mark: float | None = None
    """What was planned,"""
    mark_said: str = ""
    """and as it is written."""
    blank: Blank | None = None
    """Where there is no value."""
    why: tuple[str, ...] = ()
    """The messages for why it is not told."""


def reasons(columns: Iterable[Column], words: Words) -> list[tuple[Blank, str]]:
    """Why some of them have no value: each sign, and in words all that it stands for among these."""
    empty = [one for one in columns if one.value is None]
    why = dict.fromkeys(chain.from_iterable(one.why for one in empty))
    blank = {one.blank or Blank.NONE for one in empty}
    said = listed(map(words, why), words) if why else ""
    return [(one, words(f"compare-sign-{one}", why=said)) for one in Blank if one in blank]


class Place(NamedTuple):
    middle: float
    foot: float
    pitch: float
    """From one to the next."""
    px_each: float
    turned: bool
    """Its figure stands upright."""


def draw(svg: ET.Element, one: Column, at: Place, *, said: bool = True) -> None:
    """`said`: its figure, too."""
    broad = max(2.0, min(BROADEST_PX, at.pitch * 0.78))
    if one.value is None:
        _blank(svg, one.blank or Blank.NONE, at, broad, said=said)
        return
    high, mark = max(1.0, one.value * at.px_each), (one.mark or 0) * at.px_each
    rect(svg, "member", at.middle - broad / 2, at.foot - high, broad, high)
    if mark:
        over = min(3.0, (at.pitch - broad) / 2)
        rect(svg, "planned", at.middle - broad / 2 - over, at.foot - mark - 1.5, broad + 2 * over, 3)
    if not said:
        return
    long = long_px(one.said) if at.turned else FIGURE_PX
    base, within = _base(high, mark, long)
    kind = " within" if within else ""
    if at.turned:
        upright(svg, f"label{kind}", at.middle, at.foot - base, one.said)
    else:
        write(svg, f"name{kind}", at.middle, at.foot - base, one.said)


def _base(high: float, mark: float, long: float) -> tuple[float, bool]:
    """How far above the foot its figure begins, and whether it stands within its column: there, where the stroke would
    cross it above; and above the stroke only where neither has room."""
    if not mark or not high - AWAY_PX < mark < high + AWAY_PX + long:
        return high + AWAY_PX, False
    if min(high, mark) - AWAY_PX > long:
        return min(high, mark) - long + AWAY_PX - 2, True
    return mark + AWAY_PX, False


def _blank(svg: ET.Element, why: Blank, at: Place, broad: float, *, said: bool) -> None:
    if why in BOXED:
        rect(svg, "apart", at.middle - broad / 2, at.foot - HIDDEN_PX, broad, HIDDEN_PX)
    if said and SIGNS[why]:
        write(svg, "name", at.middle, at.foot - (HIDDEN_PX if why in BOXED else 0) - AWAY_PX, SIGNS[why])
