"""The circle of a seat timeline: which seat took the floor after which, as arrows across it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from facilitation.structure_record import Timeline
from facilitation.talk import Segment, by_seat, transfers, turns
from server.record.arrows import AWAY_PX, TIP_PX, Point, Way, arrow
from server.record.bars import Words, name_kinds, placed
from server.record.canvas import WIDTH_PX, empty, finished, rect, write

MOST_ARROWS = 18
"""More, and nobody can follow any."""
MOST_SEATS = 24
"""More would touch each other."""
RADIUS_PX, SEAT_PX = 158, 20
"""Of the circle; and of a seat in it."""
INWARD, BEND_PX = 0.4, 15
"""How far the way between two seats bends to the middle, and how far the two ways between them bend apart."""
WIDEST_PX, LINE_PX = 7, 24
KINDS = ("leader", "presenter", "member", "everyone")

Between = Counter[tuple[int, int]]
"""How often one seat took the floor after another, by (before, after)."""


class Seat(NamedTuple):
    number: int
    kind: str
    """One of KINDS."""


def followed(timeline: Timeline) -> Between:
    """As far as the timeline's steps show it: what is shorter than one is not in it."""
    spoke = (Segment(one.seat, one.start_s * 1000, one.end_s * 1000) for one in timeline.spoke)
    return Counter((one.before.seat, one.after.seat) for one in transfers(turns(by_seat(spoke))))


def drawn(seats: Sequence[Seat], between: Between, title: str, words: Words) -> str:
    """An SVG; `between` is of these seats, and not empty."""
    kinds, top = placed([one for one in KINDS if one in {seat.kind for seat in seats}], words)
    ways = between.most_common()
    if len(ways) > MOST_ARROWS:
        left_out = ways[MOST_ARROWS][1]
        ways = [one for one in ways if one[1] > left_out] or ways
    most, fewest = ways[0][1], ways[-1][1]
    lines = [words("figure-widest", times=most)]
    if len(ways) < len(between):
        lines.append(words("figure-drawn-from", times=fewest))
    middle = (WIDTH_PX / 2, top + RADIUS_PX + SEAT_PX + 4)
    foot = middle[1] + RADIUS_PX + SEAT_PX + 8
    svg = empty(round(foot) + LINE_PX * len(lines), title)
    name_kinds(svg, kinds)
    at = {one.number: _at(middle, n / len(seats)) for n, one in enumerate(seats)}
    for (before, after), times in reversed(ways):  # the widest above the others
        arrow(svg, _way(at[before], at[after], middle), max(1.2, WIDEST_PX * times / most))
    for one in seats:
        x, y = at[one.number]
        rect(svg, f"place {one.kind}", x - SEAT_PX, y - SEAT_PX, 2 * SEAT_PX, 2 * SEAT_PX, SEAT_PX)
        write(svg, "name", x, y + 5, str(one.number))
    for n, line in enumerate(lines, 1):
        write(svg, "label", 0, foot + LINE_PX * n - 6, line)
    return finished(svg)


def _at(middle: Point, part: float) -> Point:
    """So far around from the top."""
    return (
        middle[0] + RADIUS_PX * math.sin(2 * math.pi * part),
        middle[1] - RADIUS_PX * math.cos(2 * math.pi * part),
    )


def _way(a: Point, b: Point, middle: Point) -> Way:
    """From one seat to another, bent to the middle and to its left, so that both ways can be seen."""
    length = math.dist(a, b)
    left = ((b[1] - a[1]) / length, (a[0] - b[0]) / length)
    half = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    over = tuple(half[n] + (middle[n] - half[n]) * INWARD + left[n] * BEND_PX for n in (0, 1))
    begin = _toward(a, over, SEAT_PX + AWAY_PX)
    end = _toward(b, over, SEAT_PX + AWAY_PX + TIP_PX)
    first, second = (tuple(p[n] + (over[n] - p[n]) * 2 / 3 for n in (0, 1)) for p in (begin, end))
    return begin, (first[0], first[1]), (second[0], second[1]), end


def _toward(a: Point, b: Sequence[float], px: float) -> Point:
    length = math.dist(a, b)
    return a[0] + (b[0] - a[0]) * px / length, a[1] + (b[1] - a[1]) * px / length
