"""What leaders did, by phase and kind: below each phase a row for each kind, with a mark for each time, as far as there
is room, and the number."""

from __future__ import annotations

from collections.abc import Mapping

from server.record.canvas import WIDTH_PX, empty, finished, rect, write

HEAD_PX, ROW_PX = 36, 28
MARKS_X, MARKS_PX = 280, 88
"""Where the marks begin, and how much room they have; the names of the kinds stand to their left,"""
APART_PX = 8
"""so far from them at least."""
PITCH_PX, LEAST_PITCH_PX, MARK_PX = 18, 2, 14
"""From one mark to the next, where there is room, and where there is little; and how high one is."""
MOST_MARKS = MARKS_PX // LEAST_PITCH_PX
"""Of a kind; how often it was is the number's to say."""


def drawn(phases: Mapping[str, Mapping[str, int]], title: str) -> str:
    """An SVG. `phases`: how often each kind was, by the names of both."""
    most = max(count for kinds in phases.values() for count in kinds.values())
    pitch = min(PITCH_PX, max(LEAST_PITCH_PX, MARKS_PX / most))
    svg = empty(sum(HEAD_PX + ROW_PX * len(kinds) for kinds in phases.values()), title)
    y = 0
    for phase, kinds in phases.items():
        write(svg, "head", 0, y + 24, phase)
        y += HEAD_PX
        for kind, count in kinds.items():
            write(svg, "label", 0, y + 15, kind, MARKS_X - APART_PX)
            for n in range(min(count, MOST_MARKS)):
                rect(svg, "leader", MARKS_X + n * pitch, y + 3, max(1.0, pitch - 4), MARK_PX)
            write(svg, "said", WIDTH_PX, y + 15, str(count))
            y += ROW_PX
    return finished(svg)
