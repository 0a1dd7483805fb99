"""Who spoke when, along time: a row for each seat, across lines where the phases begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from server.record.bars import BAR_PX, BAR_Y, LONGEST_PX, ROW_PX, Row, Words, draw_row
from server.record.canvas import empty, finished, rect, write

LETTER_PX = 8
"""How wide a letter is taken to be."""
HEAD_PX, FOOT_PX = 28, 26
HOUR_S = 60 * 60
TICKS_S = ((HOUR_S // 2, 5 * 60), (HOUR_S, 15 * 60), (3 * HOUR_S, HOUR_S // 2))
"""Up to how long a tick stands each so often; where it is longer, each so many hours that there are five at most."""


class Begun(NamedTuple):
    """A phase."""

    at_s: int
    names: tuple[str, ...]
    """The first that has room is written."""


def drawn(phases: Sequence[Begun], rows: Sequence[Row], until_s: int, title: str, words: Words) -> str:
    """An SVG. The parts of a row are in seconds, from 0 to at most `until_s`."""
    px_each, head = LONGEST_PX / until_s, HEAD_PX if phases else 0
    foot = head + ROW_PX * len(rows)
    svg = empty(foot + FOOT_PX, title)
    ends = [*(one.at_s for one in phases[1:]), until_s]
    for phase, end_s in zip(phases, ends, strict=bool(phases)):
        rect(svg, "begun", phase.at_s * px_each, 0, 1, foot)
        room = (end_s - phase.at_s) * px_each - LETTER_PX
        fits = next((name for name in phase.names if LETTER_PX * len(name) <= room), "")
        if fits:
            write(svg, "label soft", phase.at_s * px_each + 6, 15, fits)
    for number, row in enumerate(rows):
        y = head + ROW_PX * number
        rect(svg, "lane", 0, y + BAR_Y, LONGEST_PX, BAR_PX)
        draw_row(svg, row, y, px_each)
    step = next((step for most, step in TICKS_S if until_s <= most), -(-until_s // (5 * HOUR_S)) * HOUR_S)
    for at_s in range(0, until_s + 1, step):
        rect(svg, "foot", at_s * px_each, foot, 1, 6)
        write(
            svg,
            "name" if at_s else "label",
            at_s * px_each,
            foot + 22,
            words("figure-minute", minute=at_s // 60),
        )
    return finished(svg)
