"""The circle of a seat timeline: which seat took the floor after which, the commonest ways as arrows across it; and
below it all of them, as squares."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from facilitation.structure_record import Timeline
from facilitation.talk import Segment, by_seat, transfers, turns
from server.record import matrix
from server.record.arrows import AWAY_PX, TIP_PX, Point, Way, along, arrow
from server.record.bars import EVERYONE, SPEAKERS, Words, letters, name_kinds, placed
from server.record.canvas import LINE_PX, WIDTH_PX, broken, empty, finished, rect, write, write_lines

MOST_ARROWS = 10
"""More, and nobody can follow any."""
MOST_SEATS = 24
"""More would touch each other."""
RADIUS_PX, SEAT_PX = 170, 20
"""Of the circle; and of a seat in it."""
BEND, LEAST_BEND_PX, INWARD = 0.13, 16, 0.22
"""How far a way bends to its left, for its length, and to the middle, for how far it is away."""
WIDEST_PX, LEAST_PX = 9, 1
COUNT_PX, CLEAR_PX, FREE_PX = 20, SEAT_PX + 11, 12
"""How far a count stands from any other, from the middle of a seat, and from any other arrow."""
TRIED = tuple(n / 50 for n in range(4, 45))
"""How far along its way a count may stand: near the seat from which the arrow comes, rather than in the middle."""
SAMPLES = tuple(n / 24 for n in range(25))
KINDS = (*SPEAKERS, EVERYONE)

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


def drawn(
    seats: Sequence[Seat], between: Between, title: str, words: Words, most_by_role: int | None = None
) -> str:
    """An SVG; `between` is of these seats, and not empty. `most_by_role`: where who followed whom is drawn by role,
    too, of how often the widest arrow there is. What came up a few times must not look like that."""
    there = [one for one in KINDS if one in {seat.kind for seat in seats}]
    kinds, top = placed(there, words)
    known_by = letters(there, words) if len(there) > 1 else {}
    ways = _commonest(between)
    points, squares = broken(_pointing(between, ways, words)), broken(words("figure-squares"))
    middle = (WIDTH_PX / 2, top + LINE_PX * len(points) + RADIUS_PX + SEAT_PX + 8)
    foot = middle[1] + RADIUS_PX + SEAT_PX + 24
    below = foot + LINE_PX * len(squares) + 4
    side = matrix.side_px(len(seats), WIDTH_PX)
    svg = empty(below + matrix.HEAD_PX + side * len(seats) + 2, title)
    name_kinds(svg, kinds)
    write_lines(svg, top, points)
    order = {one.number: n for n, one in enumerate(seats)}
    at = {number: _at(middle, n / len(seats)) for number, n in order.items()}
    curves = {
        (a, b): _way(at[a], at[b], middle, near=(order[a] - order[b]) % len(seats) in (1, len(seats) - 1))
        for a, b in ways
    }
    most = max(most_by_role or 1, *ways.values(), 1)
    for way, times in reversed(ways.most_common()):  # the widest above the others
        arrow(svg, curves[way], max(LEAST_PX, WIDEST_PX * times / most))
    _count(svg, ways, curves, list(at.values()))
    for one in seats:
        x, y = at[one.number]
        rect(svg, f"place {one.kind}", x - SEAT_PX, y - SEAT_PX, 2 * SEAT_PX, 2 * SEAT_PX, SEAT_PX)
        letter = known_by.get(one.kind, "")
        write(svg, "name", x, y + (-1 if letter else 5), str(one.number))
        if letter:
            write(svg, "on place", x, y + 15, letter)
    write_lines(svg, foot, squares)
    matrix.draw(svg, below, seats, between, WIDTH_PX)
    return finished(svg)


def _commonest(between: Between) -> Between:
    """The ways that are drawn: of those that were taken equally often, all or none."""
    ordered = between.most_common()
    left_out = ordered[MOST_ARROWS][1] if len(ordered) > MOST_ARROWS else 0
    return Counter({way: times for way, times in ordered if times > left_out})


def _pointing(between: Between, ways: Between, words: Words) -> str:
    """What the arrows are, and which of all ways they show."""
    if not ways:
        return words("figure-drawn-none")
    said = words("figure-points-begin")
    if len(ways) == len(between):
        return said
    return (
        f"{said} {words('figure-drawn-of', ways=len(ways), all_ways=len(between), least=min(ways.values()))}"
    )


def _count(
    svg: ET.Element, ways: Between, curves: dict[tuple[int, int], Way], seats: Sequence[Point]
) -> None:
    """How often, on each way where there is room, on the widest first; the squares have all."""
    taken: list[Point] = []
    lines = {way: [along(curve, part) for part in SAMPLES] for way, curve in curves.items()}
    for way, times in ways.most_common():
        others = [point for other, line in lines.items() if other != way for point in line]
        places = (along(curves[way], part) for part in TRIED)
        free = next(
            (
                one
                for one in places
                if _apart(one, taken, COUNT_PX)
                and _apart(one, seats, CLEAR_PX)
                and _apart(one, others, FREE_PX)
            ),
            None,
        )
        if free is not None:
            taken.append(free)
            write(svg, "count", free[0], free[1] + 5, str(times))


def _apart(one: Point, others: Sequence[Point], px: float) -> bool:
    return all(math.dist(one, other) > px for other in others)


def _at(middle: Point, part: float) -> Point:
    """So far around from the top."""
    return (
        middle[0] + RADIUS_PX * math.sin(2 * math.pi * part),
        middle[1] - RADIUS_PX * math.cos(2 * math.pi * part),
    )


def _way(a: Point, b: Point, middle: Point, *, near: bool) -> Way:
    """From one seat to another, bent to its left, so that the two ways between them stand apart; inwards, too, where
    other seats are between them."""
    length = math.dist(a, b)
    left = ((b[1] - a[1]) / length, (a[0] - b[0]) / length)
    bend, inward = 2 * max(LEAST_BEND_PX, BEND * length), 0 if near else 2 * INWARD
    half = tuple((a[n] + b[n]) / 2 for n in (0, 1))
    over = tuple(half[n] + (middle[n] - half[n]) * inward + left[n] * bend for n in (0, 1))
    begin = _toward(a, over, SEAT_PX + AWAY_PX)
    end = _toward(b, over, SEAT_PX + AWAY_PX + TIP_PX)
    first, second = (tuple(p[n] + (over[n] - p[n]) * 2 / 3 for n in (0, 1)) for p in (begin, end))
    return begin, (first[0], first[1]), (second[0], second[1]), end


def _toward(a: Point, b: Sequence[float], px: float) -> Point:
    length = math.dist(a, b)
    return a[0] + (b[0] - a[0]) * px / length, a[1] + (b[1] - a[1]) * px / length
