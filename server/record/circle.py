"""The circle of a seat timeline: which seat took the floor after which, as arrows across it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from facilitation.structure_record import Timeline
from facilitation.talk import Segment, by_seat, transfers, turns
from server.record.arrows import AWAY_PX, TIP_PX, Point, Way, along, arrow
from server.record.bars import EVERYONE, SPEAKERS, Words, letters, name_kinds, placed
from server.record.canvas import LINE_PX, WIDTH_PX, broken, empty, finished, rect, write, write_lines

MOST_ARROWS = 18
"""More, and nobody can follow any: but each seat that has a way has one that begins and one that ends there."""
MOST_SEATS = 24
"""More would touch each other."""
RADIUS_PX, SEAT_PX = 190, 20
"""Of the circle; and of a seat in it."""
BEND, LEAST_BEND_PX, INWARD = 0.13, 16, 0.22
"""How far a way bends to its left, for its length, and to the middle, for how far it is away."""
WIDEST_PX, NARROWEST_PX = 9, 1.2
COUNT_PX, CLEAR_PX = 18, SEAT_PX + 11
"""How far a count stands from any other, and from the middle of a seat."""
TRIED = (0.5, 0.4, 0.6, 0.32, 0.68, 0.76)
"""How far along its way a count may stand, the best place first."""
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


def drawn(seats: Sequence[Seat], between: Between, title: str, words: Words) -> str:
    """An SVG; `between` is of these seats, and not empty."""
    there = [one for one in KINDS if one in {seat.kind for seat in seats}]
    kinds, top = placed(there, words)
    known_by = letters(there, words) if len(there) > 1 else {}
    ways, least = _drawn_of(between)
    points, left_out = broken(words("figure-points")), _left_out(between, ways, least, words)
    middle = (WIDTH_PX / 2, top + LINE_PX * len(points) + RADIUS_PX + SEAT_PX + 8)
    foot = middle[1] + RADIUS_PX + SEAT_PX + 8
    svg = empty(foot + LINE_PX * len(left_out), title)
    name_kinds(svg, kinds)
    write_lines(svg, top, points)
    order = {one.number: n for n, one in enumerate(seats)}
    at = {number: _at(middle, n / len(seats)) for number, n in order.items()}
    curves = {
        (a, b): _way(at[a], at[b], middle, near=(order[a] - order[b]) % len(seats) in (1, len(seats) - 1))
        for a, b in ways
    }
    most = max(ways.values())
    for way, times in reversed(ways.most_common()):  # the widest above the others
        arrow(svg, curves[way], max(NARROWEST_PX, WIDEST_PX * times / most))
    _count(svg, ways, curves, list(at.values()))
    for one in seats:
        x, y = at[one.number]
        rect(svg, f"place {one.kind}", x - SEAT_PX, y - SEAT_PX, 2 * SEAT_PX, 2 * SEAT_PX, SEAT_PX)
        letter = known_by.get(one.kind, "")
        write(svg, "name", x, y + (1 if letter else 5), str(one.number))
        if letter:
            write(svg, "on place", x, y + 14, letter)
    write_lines(svg, foot, left_out)
    return finished(svg)


def _drawn_of(between: Between) -> tuple[Between, int]:
    """The ways that are drawn; and from how many times on a way is among them, whatever its seats."""
    ordered = between.most_common()
    if len(ordered) <= MOST_ARROWS:
        return between, ordered[-1][1]
    most_left_out = ordered[MOST_ARROWS][1]
    chosen = [one for one in ordered if one[1] > most_left_out]
    if not chosen:
        return between, ordered[-1][1]
    for end in (0, 1):
        first: dict[int, tuple[tuple[int, int], int]] = {}
        for one in ordered:
            first.setdefault(one[0][end], one)
        chosen += first.values()
    return Counter(dict(chosen)), most_left_out + 1


def _left_out(between: Between, ways: Between, least: int, words: Words) -> list[str]:
    """With how much, in lines."""
    if len(ways) == len(between):
        return []
    of = {"ways": len(ways), "all_ways": len(between), "times": ways.total(), "all_times": between.total()}
    said = (words("figure-drawn-of", **of), words("figure-drawn-which", least=least))
    return [line for one in said for line in broken(one)]


def _count(
    svg: ET.Element, ways: Between, curves: dict[tuple[int, int], Way], seats: Sequence[Point]
) -> None:
    """How often, on each way where there is room, on the widest first; the table has all."""
    taken: list[Point] = []
    for way, times in ways.most_common():
        places = (along(curves[way], part) for part in TRIED)
        free = next(
            (one for one in places if _apart(one, taken, COUNT_PX) and _apart(one, seats, CLEAR_PX)), None
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
