"""Who took the floor after whom, as arrows between three places: the more often, the wider."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from server.record.canvas import LINE_PX, broken, empty, finished, rect, write, write_lines

Point = tuple[float, float]
Way = tuple[Point, Point, Point, Point]
"""A Bézier curve."""
HEIGHT_PX = 330
PLACES: tuple[Point, ...] = ((200, 86), (324, 240), (76, 240))
"""Leaders above; whoever presents, and the members, below."""
BOX: Point = (136, 42)
ROUND_PX = 20
AWAY_PX = 6
"""From the edge of a place to where an arrow begins or ends."""
CLEAR_PX = 8
"""A tip, further: it is as broad as its arrow."""
BEND_PX = 34
"""How far the two ways between two places bend apart."""
WIDEST_PX, TIP_PX = 9, 7


def followed(after: Sequence[Sequence[int]], who: Sequence[str], title: str, points: str) -> str:
    """`after[a][b]`: how often `who[b]` came after `who[a]`; of three. `points`: which way arrows point, in words."""
    lines = broken(points)
    top = LINE_PX * len(lines)
    svg = empty(HEIGHT_PX + top, title)
    write_lines(svg, 0, lines)
    places = [(x, y + top) for x, y in PLACES]
    most = max(max(row) for row in after) or 1
    for before, row in enumerate(after):
        for then, count in enumerate(row):
            if count:
                arrow(svg, _way(places, before, then), max(1.5, WIDEST_PX * count / most), str(count))
    for (x, y), name in zip(places, who, strict=True):
        rect(svg, "place", x - BOX[0] / 2, y - BOX[1] / 2, *BOX, ROUND_PX)
        write(svg, "name", x, y + 5, name)
    return finished(svg)


def _way(places: Sequence[Point], before: int, then: int) -> Way:
    if before == then:
        return _around(places[then], above=then == 0)
    return _between(places[before], places[then])


def _between(a: Point, b: Point) -> Way:
    """From one to another, bent to its left."""
    (ax, ay), (bx, by) = a, b
    length = math.dist(a, b)
    ux, uy = (bx - ax) / length, (by - ay) / length
    left = (uy * BEND_PX, -ux * BEND_PX)
    edge = AWAY_PX + min(BOX[0] / 2 / (abs(ux) or 1), BOX[1] / 2 / (abs(uy) or 1e-9))

    def at(far: float, bent: float) -> Point:
        return ax + ux * far + left[0] * bent, ay + uy * far + left[1] * bent

    return (
        at(edge, 0.3),
        at(length / 3, 1.2),
        at(2 * length / 3, 1.2),
        at(length - edge - TIP_PX - CLEAR_PX, 0.3),
    )


def _around(place: Point, *, above: bool) -> Way:
    """Out of a place and back into it."""
    (x, y), side = place, -1 if above else 1
    edge = y + side * BOX[1] / 2
    return (
        (x - 26, edge),
        (x - 60, edge + side * 62),
        (x + 60, edge + side * 62),
        (x + 26, edge + side * TIP_PX),
    )


def along(way: Way, part: float) -> Point:
    """Where one is so far along it, from 0 to 1."""
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(weight * point[n] for weight, point in zip(weights, way, strict=True)) for n in (0, 1))
    return x, y


def arrow(svg: ET.Element, way: Way, width_px: float, said: str = "") -> None:
    """With its figure at its middle, if any."""
    begin, first, second, end = way
    path = f"M{begin[0]:.0f} {begin[1]:.0f} C" + " ".join(f"{x:.0f} {y:.0f}" for x, y in (first, second, end))
    ET.SubElement(svg, "path", {"class": "way", "d": path, "stroke-width": f"{width_px:.1f}"})
    length = math.dist(second, end)
    ux, uy = (end[0] - second[0]) / length, (end[1] - second[1]) / length
    tip = TIP_PX + width_px / 2
    corners = ((ux * tip, uy * tip), (-uy * tip, ux * tip), (uy * tip, -ux * tip))
    points = " ".join(f"{end[0] + dx:.1f},{end[1] + dy:.1f}" for dx, dy in corners)
    ET.SubElement(svg, "polygon", {"class": "tip", "points": points})
    if said:
        x, y = along(way, 0.5)
        write(svg, "count", x, y + 5, said)
