"""Small panels, one a measure: in each a column for each session, from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from server.record.bars import Words
from server.record.canvas import WIDTH_PX, empty, finished, rect, write

GAP_PX = 28
NAME_PX, PLOT_PX, ENDS_PX = 46, 84, 42
"""What the panel is called, and the figures above its columns; the columns; the months below, and what keeps the next
panel away."""
NARROWEST_PX = 52
"""Of a column that has its figure above it; else only the first and the last have one."""
NARROW_PX = 200
"""Of a panel that has no room below it for what the first and the last session are called, but for their numbers."""
FIGURE_PX = 24
"""How high a figure is, with what keeps it apart."""
HIDDEN_PX = 10
LEGEND_PX = 30
HEAD_PX = 30
"""Above a row of panels that has a heading."""


class Column(NamedTuple):
    value: float | None
    """None: nobody measured it, or it is not told."""
    said: str
    mark: float | None = None
    """What was planned."""
    hidden: bool = False
    """It is not told."""


class Panel(NamedTuple):
    name: str
    columns: Sequence[Column]
    most: float | None = None
    """What would fill it; None: the highest that there is."""


def drawn(
    panels: Sequence[Panel],
    title: str,
    ends: tuple[str, str],
    legend: Sequence[str],
    words: Words,
    heads: Sequence[str] = (),
) -> str:
    """An SVG, two panels a row, or as many as there are to each of the `heads`, each with a scale of its own. `ends`
    are written below the first and the last column; `legend` are the kinds of marks that it names."""
    across = len(panels) // len(heads) if heads else min(2, len(panels))
    width = (WIDTH_PX - GAP_PX * (across - 1)) / across
    head = HEAD_PX if heads else 0
    height, top = head + NAME_PX + PLOT_PX + ENDS_PX, LEGEND_PX if legend else 0
    svg = empty(top + height * -(-len(panels) // across), title)
    x = 0
    for one in legend:
        rect(svg, one, x + 1, 5 if one == "planned" else 1, 14, 3 if one == "planned" else 14)
        write(
            svg, "label", x + 22, 14, words(f"figure-{one}") if one != "apart" else words("compare-not-told")
        )
        x += WIDTH_PX // 2
    for number, name in enumerate(heads):
        write(svg, "head", 0, top + height * number + 16, name)
    for number, panel in enumerate(panels):
        left = (number % across) * (width + GAP_PX)
        _panel(svg, panel, left, top + height * (number // across) + head, width, ends)
    return finished(svg)


def _panel(
    svg: ET.Element, panel: Panel, left: float, top: float, width: float, ends: tuple[str, str]
) -> None:
    write(svg, "label", left, top + 16, panel.name, width)
    foot = top + NAME_PX + PLOT_PX
    rect(svg, "foot", left, foot, width, 1)
    highest = max((max(one.value or 0, one.mark or 0) for one in panel.columns), default=0)
    most = panel.most or highest or 1
    pitch = width / max(1, len(panel.columns))
    broad = max(2.0, min(44.0, pitch * 0.7))
    last = len(panel.columns) - 1
    for number, one in enumerate(panel.columns):
        middle = left + pitch * (number + 0.5)
        high = _column(svg, one, middle - broad / 2, foot, broad, PLOT_PX / most)
        if one.said and pitch >= NARROWEST_PX:
            write(svg, "name", middle, foot - high - 6, one.said)
        elif one.said and number in (0, last):  # above all columns, since it is wider than its own
            kind, x = ("said", left + width) if number else ("label", left)
            write(svg, f"{kind} end", x, foot - PLOT_PX - 6, one.said)
    first, end = ends if width >= NARROW_PX else ("1", str(len(panel.columns)))
    write(svg, "label soft", left, foot + 18, first)
    if len(panel.columns) > 1:
        write(svg, "said", left + width, foot + 18, end)


def _column(svg: ET.Element, one: Column, x: float, foot: float, broad: float, px_each: float) -> float:
    """How far above the foot its figure may stand: over the column, and not across the mark."""
    if one.hidden:
        rect(svg, "apart", x, foot - HIDDEN_PX, broad, HIDDEN_PX)
        return HIDDEN_PX
    if one.value is None:
        return 0
    high, mark = max(1.0, one.value * px_each), (one.mark or 0) * px_each
    rect(svg, "member", x, foot - high, broad, high)
    if mark:
        rect(svg, "planned", x - 3, foot - mark - 1.5, broad + 6, 3)
    return mark if high < mark < high + FIGURE_PX else high
