"""Who took the floor after whom, seat by seat: the commonest ways as arrows in a circle, all of them as squares."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.record import arrows, circle
from server.record.drawing import figures
from server.record.imported import record_of
from tests.server.record.test_drawing import SEATS, SVG, WORDS, WORKED, drawn, written


def test_who_took_the_floor_after_whom_is_told_by_seat_where_the_record_has_seats() -> None:
    """Worked by hand of the timeline: 1 4 5 3 4 3 6 4 5 8 2 4 3 5 3 1; 6 spoke within 5 the second time."""
    figure = drawn("seats", SEATS)
    told = {
        (row[0].partition(" ")[0], column): int(cell)
        for row in figure.rows
        for column, cell in zip(figure.columns[1:], row[1:], strict=True)
        if cell != "0"
    }
    assert told == {
        ("1", "4"): 1, ("4", "5"): 2, ("5", "3"): 2, ("3", "4"): 1, ("4", "3"): 2, ("3", "6"): 1, ("6", "4"): 1,
        ("5", "8"): 1, ("8", "2"): 1, ("2", "4"): 1, ("3", "5"): 1, ("3", "1"): 1,
    }  # fmt: skip
    assert [row[0] for row in figure.rows][2] == "3 · member · presented"
    assert figure.columns == ("After seat", *"1234568"), "7 is an observer's, who has no voice"
    svg = ET.fromstring(figure.svg)
    assert [one.attrib["stroke-width"] for one in svg.iter(f"{SVG}path")] == ["4.5"] * 3, (
        "4 5, 5 3, 4 3, twice: half as wide as 4 times by role"
    )
    in_squares = [one.text for one in svg.iter(f"{SVG}text") if "figure" in one.attrib["class"].split()]
    assert sorted(in_squares, key=str) == ["1"] * 9 + ["2"] * 3, "and all in squares"
    places = Counter(one.get("class") for one in svg.iter(f"{SVG}rect") if one.attrib["width"] == "40.0")
    assert places == {"place leader": 2, "place presenter": 1, "place member": 4}
    assert "An arrow points to whoever spoke next" in " ".join(written(figure))
    assert [one for one in figures(WORKED, WORDS) if one.key == "seats"] == []


@pytest.mark.parametrize(
    ("twice", "arrows", "told"),
    [(3, 3, "Drawn are the 3 commonest of 30"), (0, 0, "No way came up so much more")],
)
def test_of_many_ways_the_commonest_are_arrows_and_all_are_squares(
    twice: int, arrows: int, told: str
) -> None:
    ways = [(a, b) for a in range(1, 7) for b in range(1, 7) if a != b]
    between = Counter({way: 2 if n < twice else 1 for n, way in enumerate(ways)})
    svg = ET.fromstring(circle.drawn([circle.Seat(n, "member") for n in range(1, 7)], between, "t", WORDS))
    assert len(list(svg.iter(f"{SVG}path"))) == arrows
    assert len([one for one in svg.iter(f"{SVG}rect") if one.get("class") == "often"]) == 30
    assert told in " ".join(one.text or "" for one in svg.iter(f"{SVG}text"))


@pytest.mark.parametrize(
    ("most_by_role", "widths"),
    [(None, ["7.2", "9.0"]), (99, ["1.0", "1.0"]), (10, ["3.6", "4.5"]), (3, ["7.2", "9.0"])],
)
def test_a_few_times_are_drawn_no_wider_than_a_few_times_by_role(
    most_by_role: int | None, widths: list[str]
) -> None:
    seats, between = [circle.Seat(n, "member") for n in range(1, 5)], Counter({(1, 2): 5, (2, 3): 4})
    svg = ET.fromstring(circle.drawn(seats, between, "t", WORDS, most_by_role))
    assert [one.attrib["stroke-width"] for one in svg.iter(f"{SVG}path")] == widths


@pytest.mark.parametrize("seats", [circle.MOST_SEATS, circle.MOST_SEATS + 1])
def test_more_seats_than_have_room_make_no_circle_and_that_is_said(seats: int) -> None:
    spoke = [Segment(1 + n, n * 10_000, n * 10_000 + 8_000) for n in range(seats)]
    found = {one.key: one for one in figures(record_of(spoke, Keeping.SEAT_TIMELINE), WORDS)}
    many = seats > circle.MOST_SEATS
    assert ("seats" in found, "more than 24" in found["timeline"].note) == (not many, many)


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
