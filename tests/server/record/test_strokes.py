"""What stands in the drawings so that one reads them at once: names of phases, letters for colours, headings, arrows
apart; and the tables that tell a timeline."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import Month
from server.pages.language import languages, text
from server.record import along, arrows, circle
from server.record.bars import LETTERED, letters
from server.record.canvas import long_px
from server.record.compare import compared
from server.record.compare import heading as of_several
from server.record.drawing import figures
from server.record.figure import Figure, minutes
from server.record.page import alone, heading
from tests.server.record.test_drawing import (
    IMPORTED_SEATS,
    LONG_PX,
    SEATS,
    SVG,
    WORDS,
    WORKED,
    drawn,
    written,
)

SEVERAL = [replace(WORKED, month=Month(f"2026-{month:02}")) for month in (9, 10, 12)]


def table(figure: Figure) -> dict[str, dict[str, str]]:
    """By row and column."""
    return {row[0]: dict(zip(figure.columns[1:], row[1:], strict=True)) for row in figure.rows}


def test_a_timeline_is_told_by_seat_and_phase() -> None:
    assert SEATS.timeline is not None
    told = table(drawn("timeline", SEATS))
    assert list(told["Seat 3 · member · presented"]) == [
        "Spoke", *(WORDS(f"phase-{one.kind}") for one in SEATS.phases),
    ]  # fmt: skip
    bars = [one for one in SEATS.timeline.spoke if one.seat == 3]
    for phase, after in pairwise([*SEATS.phases, None]):
        assert phase is not None
        ends = 10_000 if after is None else after.began_s
        spoke = sum(max(0, min(one.end_s, ends) - max(one.start_s, phase.began_s)) for one in bars)
        cell = told["Seat 3 · member · presented"][WORDS(f"phase-{phase.kind}")]
        assert cell == (minutes(spoke) if spoke else "–")


@pytest.mark.parametrize("record", [SEATS, IMPORTED_SEATS])
def test_each_stretch_stands_in_a_table_once_and_is_the_records_own(record: object) -> None:
    more = drawn("timeline", record).more  # type: ignore[arg-type]
    assert more is not None and record.timeline is not None  # type: ignore[attr-defined]
    found = sorted(stretch for row in more.rows for stretch in row[2].split(", "))
    spoke = record.timeline.spoke  # type: ignore[attr-defined]
    assert found == sorted(f"{minutes(one.start_s)}–{minutes(one.end_s)}" for one in spoke)
    assert all(row[2] for row in more.rows), "no row without any"


@pytest.mark.parametrize("language", languages())
def test_every_phase_is_named_in_a_timeline_and_no_name_covers_another(language: str) -> None:
    words = partial(text, language)
    figure = next(one for one in figures(SEATS, words) if one.key == "timeline")
    names = [words(f"phase-{one.kind}") for one in SEATS.phases]
    found = [one for one in ET.fromstring(figure.svg).iter(f"{SVG}text") if one.text in names]
    assert [one.text for one in found] == names
    at = [(float(one.attrib["y"]), float(one.attrib["x"]), long_px(one.text or "")) for one in found]
    for (y, x, long), (other_y, other_x, other_long) in combinations(at, 2):
        assert y != other_y or x + long <= other_x or other_x + other_long <= x
    assert all(x + long <= along.WIDE_PX for _, x, long in at) and LONG_PX > 800


@pytest.mark.parametrize(
    ("until_s", "last"), [(5, "0:05"), (30, "0:30"), (55, "0:50"), (120, "2:00"), (290, "4")]
)
def test_the_axis_of_a_short_session_has_seconds(until_s: int, last: str) -> None:
    svg = ET.fromstring(along.drawn([], [along.Row("Seat 1", (), "")], until_s, "t", WORDS))
    assert [*svg.iter(f"{SVG}text")][-1].text == f"{last} min"


@pytest.mark.parametrize("language", languages())
def test_no_part_of_a_bar_is_known_by_its_colour_alone(language: str) -> None:
    known_by = letters(LETTERED, partial(text, language))
    assert len(known_by) == 4 and all(
        not other.startswith(one) for one, other in combinations(known_by.values(), 2)
    )
    (course, *_) = figures(WORKED, partial(text, language))
    assert set(known_by.values()) <= set(written(course))


def test_what_was_planned_stands_in_the_drawing_as_in_the_table() -> None:
    for key in ("course", "held"):
        figure = drawn(key)
        told = [row["Planned"] for row in table(figure).values() if row["Planned"] != "0:00"]
        assert [one for one in written(figure) if one.startswith("planned ")] == [
            f"planned {one}" for one in told
        ]


def test_the_two_ways_between_two_seats_stand_apart() -> None:
    middle = (240.0, 240.0)
    places = [circle._at(middle, n / 12) for n in range(12)]
    for a, b in combinations(range(12), 2):
        near = b - a in (1, 11)
        there, back = (circle._way(places[m], places[n], middle, near=near) for m, n in ((a, b), (b, a)))
        assert math.dist(arrows.along(there, 0.5), arrows.along(back, 0.5)) > 25


@pytest.mark.parametrize("count", [4, 6, 9, 12])
def test_counts_stand_apart_from_seats_and_other_arrows_near_where_theirs_begins(count: int) -> None:
    seats = [circle.Seat(n, "member") for n in range(1, count + 1)]
    ways = [(a, b) for a in range(1, count + 1) for b in range(1, count + 1) if a != b]
    between = circle.Counter({way: 3 if 7 * n % len(ways) < 10 else 1 for n, way in enumerate(ways)})
    svg = ET.fromstring(circle.drawn(seats, between, "t", WORDS))
    places = [(float(one.attrib["x"]) + 20, float(one.attrib["y"]) + 20) for one in svg.iter(f"{SVG}rect")
              if one.attrib["width"] == "40.0"]  # fmt: skip
    counts = [one for one in svg.iter(f"{SVG}text") if one.get("class") == "count"]
    at = [(float(one.attrib["x"]), float(one.attrib["y"]) - 5) for one in counts]
    assert 5 <= len(at) <= 10 and all(math.dist(one, other) > 19 for one, other in combinations(at, 2))
    assert all(math.dist(one, place) > 30 for one in at for place in places)


@pytest.mark.parametrize("language", languages())
def test_no_line_of_a_drawing_is_cut_off_on_a_telephone(language: str) -> None:
    for figure in figures(SEATS, partial(text, language)):
        for one in ET.fromstring(figure.svg).iter(f"{SVG}text"):
            if figure.key in ("seats", "followed") and one.attrib["class"] == "label":
                assert float(one.attrib["x"]) + long_px(one.text or "") <= 480 + 10, one.text


@pytest.mark.parametrize("language", languages())
def test_each_drawing_alone_has_the_same_heading(language: str) -> None:
    words = partial(text, language)
    of = heading(SEATS, language, words)
    alone_ = [(one, of) for record in (SEATS, WORKED, IMPORTED_SEATS) for one in figures(record, words)]
    several = of_several(SEVERAL, language, words)
    alone_ += [(one, several) for one in compared(SEVERAL, language, words) if one.svg]
    for figure, which in alone_:
        svg = ET.fromstring(alone(figure, which))
        said = " ".join(one.text or "" for one in svg if one.tag == f"{SVG}text").replace("\u00a0", " ")
        for part in (figure.title, which, figure.unit, figure.label):
            assert part and part.replace("\u00a0", " ") in said, figure.key
        left, top, width, height = map(int, svg.attrib["viewBox"].split())
        assert left == top == -16 and (width, height) == (int(svg.attrib["width"]), int(svg.attrib["height"]))
