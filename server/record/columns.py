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
    whole: float = 0
    """How high a column is that is all there may be; 0: none is."""


def draw(svg: ET.Element, one: Column, at: Place, said: str, *, turned: bool = False) -> None:
    """`said`: what stands on it, upright if `turned`, beside its end and off the stroke; nothing where there is no
    room. A sign stands wherever it has room."""
    broad = max(2.0, min(BROADEST_PX, at.pitch * 0.78))
    if one.value is None:
        _blank(svg, one.blank or Blank.NONE, at, broad, said, turned=turned)
        return
    high, mark = max(1.0, one.value * at.px_each), (one.mark or 0) * at.px_each
    if at.whole:
        rect(svg, "lane", at.middle - broad / 2, at.foot - at.whole, broad, at.whole)
    rect(svg, "member", at.middle - broad / 2, at.foot - high, broad, high)
    if mark:
        over = min(3.0, (at.pitch - broad) / 2)
        rect(svg, "planned", at.middle - broad / 2 - over, at.foot - mark - 1.5, broad + 2 * over, 3)
    if said:
        long = long_px(said) if turned else FIGURE_PX
        below = mark if high < mark < high + AWAY_PX + long else high
        _on(svg, at.middle, at.foot - below - AWAY_PX, said, turned=turned)


def told(one: Column) -> str:
    """Its figure, or the sign of why there is none."""
    return SIGNS[one.blank or Blank.NONE] if one.value is None else one.said


def end(one: Column, px_each: float) -> float:
    """How far above the foot it ends."""
    return HIDDEN_PX if one.value is None else max(1.0, one.value * px_each)


def _on(svg: ET.Element, x: float, y: float, said: str, *, turned: bool) -> None:
    if turned:
        upright(svg, "label", x, y, said)
    else:
        write(svg, "name", x, y, said)


def _blank(svg: ET.Element, why: Blank, at: Place, broad: float, said: str, *, turned: bool) -> None:
    if why in BOXED:
        rect(svg, "apart", at.middle - broad / 2, at.foot - HIDDEN_PX, broad, HIDDEN_PX)
    said = said or SIGNS[why]
    fits = long_px(said) <= at.pitch
    if said and (fits or turned):
        y = at.foot - (HIDDEN_PX if why in BOXED else 0) - AWAY_PX
        _on(svg, at.middle, y, said, turned=not fits)
