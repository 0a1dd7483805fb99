"""Drawings on a telephone of 360 px: letters that one can read, none cut off, none on another."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from facilitation.vocabulary import Keeping
from server.pages.language import languages, text
from server.record import circle
from server.record.canvas import LETTER_PX, WIDTH_PX
from server.record.drawing import figures
from server.record.page import _style
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record

SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
TELEPHONE_PX, LEAST_PX = 360, 13
BESIDE_PX = 2 * 24
"""What a page keeps free at its sides."""


def test_no_letter_of_a_drawing_is_under_13_px() -> None:
    (rules,) = re.findall(r"@media \(max-width: 479px\) \{ (svg text.*) \}", _style())
    (sizes,) = re.findall(r"^svg text, svg \.on \{ font-size: (\d+)px; \}$", rules)
    assert int(sizes) * (TELEPHONE_PX - BESIDE_PX) / WIDTH_PX >= LEAST_PX


@pytest.mark.parametrize("language", languages())
def test_no_name_of_a_legend_is_cut_off(language: str) -> None:
    course = ET.fromstring(figures(SEATS, partial(text, language))[0].svg)
    labels = [one for one in course.iter() if one.get("class") == "label"]
    assert len(labels) > 8
    for one in labels:
        assert float(one.attrib["x"]) + LETTER_PX * len(one.text or "") <= WIDTH_PX, one.text
    heights = sorted({float(one.attrib["y"]) for one in labels})
    assert all(after - before > 15 for before, after in pairwise(heights))


@pytest.mark.parametrize("count", [3, 12, 16, circle.MOST_SEATS])
def test_no_figure_of_the_squares_is_wider_than_its_square(count: int) -> None:
    seats = [circle.Seat(n, "member") for n in range(1, count + 1)]
    between = Counter({(a.number, b.number): 5 * a.number for a in seats for b in seats if a != b})
    drawn = ET.fromstring(circle.drawn(seats, between, "t", partial(text, "en")))
    side = min(float(one.attrib["width"]) for one in drawn.iter() if one.get("class") == "cell") + 1
    shown = [one.text or "" for one in drawn.iter() if "figure" in (one.get("class") or "")]
    assert shown and all(LETTER_PX * len(one) <= side for one in shown)
    numbers = [one for one in drawn.iter() if one.get("class") in ("on place", "name") and one.text != "M"]
    lines: dict[str, list[tuple[float, float]]] = {}
    for one in numbers[-2 * count :]:
        lines.setdefault(one.attrib["y"], []).append(
            (float(one.attrib["x"]), LETTER_PX * len(one.text or ""))
        )
    for line in lines.values():
        assert all(b - a >= (wide + other) / 2 for (a, wide), (b, other) in pairwise(sorted(line)))
