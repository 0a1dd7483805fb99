"""How often each seat took the floor after each other one, as squares: the darker, the more often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from server.record.canvas import rect, write

HEAD_PX = 36
"""Of the seats' numbers, at the left and above."""
BROADEST_PX = 36
FIGURE_PX = 26
"""A square that is smaller has a smaller figure, and only where it has room."""
LETTER_PX, LEAST_PX = 9, 20
"""How wide a small letter is taken to be; of seats that are narrower, every other has its number."""
PALEST, DARKEST = 0.1, 0.5
"""Of one time, and of the most: an even figure stays legible on the darkest."""
Seats = Sequence[tuple[int, str]]
"""Their numbers, and what each of them is."""


def side_px(seats: int, width_px: float) -> float:
    """Of a square."""
    return min(BROADEST_PX, (width_px - HEAD_PX) / seats)


def draw(
    svg: ET.Element, top: float, seats: Seats, between: Mapping[tuple[int, int], int], width_px: float
) -> None:
    """A row for each seat, and in it how often each of the others came next."""
    side, most = side_px(len(seats), width_px), max(between.values())
    small = "on figure" if side < FIGURE_PX else "name figure"
    for n, (number, kind) in enumerate(seats):
        along = HEAD_PX + side * (n + 0.5)
        said = str(number) if side >= LEAST_PX or n % 2 == 0 else ""
        _seat(svg, kind, along, top + HEAD_PX / 2, said, side)
        _seat(svg, kind, HEAD_PX / 2, top + along, said, side)
    for row, (before, _) in enumerate(seats):
        for column, (then, _) in enumerate(seats):
            x, y = HEAD_PX + side * column, top + HEAD_PX + side * row
            times = between.get((before, then), 0)
            rect(svg, "lane" if before == then else "cell", x + 0.5, y + 0.5, side - 1, side - 1)
            if times:
                rect(svg, "often", x + 0.5, y + 0.5, side - 1, side - 1)
                svg[-1].set("opacity", f"{PALEST + (DARKEST - PALEST) * times / most:.2f}")
                if LETTER_PX * len(str(times)) <= side:
                    write(svg, small, x + side / 2, y + side / 2 + 5, str(times))


def _seat(svg: ET.Element, kind: str, x: float, y: float, said: str, side: float) -> None:
    across = min(28.0, side - 2)
    rect(svg, f"place {kind}", x - across / 2, y - across / 2, across, across, across / 2)
    if said:
        write(svg, "on place" if side < FIGURE_PX else "name", x, y + 5, said)
