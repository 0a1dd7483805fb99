"""What stands in the drawings so that one reads them at once: names of phases, letters for colours, headings, arrows
apart; and the tables that tell a timeline."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import Month
from server.pages.language import languages, text
from server.record import along, bars
from server.record.bars import LETTERED, Row, letters
from server.record.canvas import WIDTH_PX, long_px
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
        "Spoke", "All its bars", *(f"Bars: {WORDS(f'phase-{one.kind}')}" for one in SEATS.phases),
    ]  # fmt: skip
    bars = [one for one in SEATS.timeline.spoke if one.seat == 3]
    for phase, after in pairwise([*SEATS.phases, None]):
        assert phase is not None
        ends = 10_000 if after is None else after.began_s
        spoke = sum(max(0, min(one.end_s, ends) - max(one.start_s, phase.began_s)) for one in bars)
        cell = told["Seat 3 · member · presented"][f"Bars: {WORDS(f'phase-{phase.kind}')}"]
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
    assert [*svg.iter(f"{SVG}text")][-1].text in (last, f"{last} min")


@pytest.mark.parametrize("mark", range(0, 101, 2))
@pytest.mark.parametrize("quiet", [10, 20, 50, 100])
def test_a_letter_stands_beside_the_stroke_of_the_plan(mark: int, quiet: int) -> None:
    parts = (("leader", 100 - quiet), ("silence", quiet)) if quiet < 100 else (("silence", quiet),)
    svg = ET.fromstring(bars.drawn([Row("", parts, "", mark)], "t", ("leader", "silence"), WORDS))
    (stroke,) = [one for one in svg.iter(f"{SVG}rect") if one.attrib["class"] == "planned"]
    *_, part = [one for one in svg.iter(f"{SVG}rect") if one.attrib["class"] == "silence"]
    at = float(stroke.attrib["x"]) + float(stroke.attrib["width"]) / 2
    *_, letter = [one for one in svg.iter(f"{SVG}text") if one.attrib["class"].startswith("on silence")]
    middle, left = float(letter.attrib["x"]), float(part.attrib["x"])
    assert left + 4 <= middle <= left + float(part.attrib["width"]) - 4, (
        "on the part it is of, not in the legend"
    )
    assert abs(middle - at) >= 6


def test_where_there_is_no_room_beside_the_stroke_no_letter_stands() -> None:
    row = Row("", (("leader", 95), ("silence", 5)), "", 98)
    svg = ET.fromstring(bars.drawn([row], "t", ("leader", "silence"), WORDS))
    found = [one for one in svg.iter(f"{SVG}text") if one.attrib["class"].startswith("on silence")]
    assert len(found) == 1, "that of the legend"


@pytest.mark.parametrize("language", languages())
def test_no_part_of_a_bar_is_known_by_its_colour_alone(language: str) -> None:
    known_by = letters(LETTERED, partial(text, language))
    assert len(known_by) == 4 and all(
        not other.startswith(one) for one, other in combinations(known_by.values(), 2)
    )
    (course, *_) = figures(WORKED, partial(text, language))
    assert set(known_by.values()) <= set(written(course))


@pytest.mark.parametrize("leader_s", [5, 30, 600])
def test_each_session_tells_below_its_bar_all_its_parts_however_narrow_they_are(leader_s: int) -> None:
    whole = replace(WORKED.whole, speech_s=replace(WORKED.whole.speech_s, leader=leader_s))
    found = compared([SEVERAL[0], replace(SEVERAL[1], whole=whole)], "en", WORDS)
    figure = next(one for one in found if one.key == "roles")
    below = [one.replace("\u00a0", " ") for one in written(figure) if " · " in one]
    assert below == [" · ".join(map(" ".join, zip("LPMS", row[1:], strict=True))) for row in figure.rows]
    on_bars = [one for one in ET.fromstring(figure.svg).iter(f"{SVG}text") if "on " in one.attrib["class"]]
    assert {one.text for one in on_bars} == set("LPMS"), "no part has a figure on it"


@pytest.mark.parametrize("language", languages())
def test_what_is_said_below_a_bar_is_not_cut_off(language: str) -> None:
    words = partial(text, language)
    several = [one for one in compared(SEVERAL, language, words) if one.key == "roles"]
    several += [one for one in figures(WORKED, words) if one.key == "by_phase"]
    below = [
        one.text or ""
        for figure in several
        for one in ET.fromstring(figure.svg).iter(f"{SVG}text")
        if one.get("class") == "label soft"
    ]
    assert len(below) >= len(SEVERAL) + 3 and max(map(long_px, below)) <= WIDTH_PX
    assert all(len(one.split(" · ")) <= 4 for one in below)


def test_what_was_planned_stands_in_the_drawing_as_in_the_table() -> None:
    for key in ("course", "held"):
        figure = drawn(key)
        told = [row["Planned"] for row in table(figure).values() if row["Planned"] != "0:00"]
        assert [one for one in written(figure) if one.startswith("planned ")] == [
            f"planned {one}" for one in told
        ]


@pytest.mark.parametrize("language", languages())
def test_no_line_of_a_drawing_is_cut_off_on_a_telephone(language: str) -> None:
    for figure in figures(replace(SEATS, lacks=()), partial(text, language)):
        for one in ET.fromstring(figure.svg).iter(f"{SVG}text"):
            if figure.key in ("seats", "followed") and one.attrib["class"] == "label":
                assert float(one.attrib["x"]) + long_px(one.text or "") <= WIDTH_PX + 10, one.text


@pytest.mark.parametrize("language", languages())
def test_each_drawing_alone_has_the_same_heading(language: str) -> None:
    words = partial(text, language)
    of = heading(SEATS, language, words)
    alone_ = [
        (one, of) for record in (SEATS, WORKED, IMPORTED_SEATS) for one in figures(record, words) if one.svg
    ]
    several = of_several(SEVERAL, language, words)
    alone_ += [(one, several) for one in compared(SEVERAL, language, words) if one.svg]
    for figure, which in alone_:
        svg = ET.fromstring(alone(figure, which))
        said = " ".join(one.text or "" for one in svg if one.tag == f"{SVG}text").replace("\u00a0", " ")
        uncounted = figure.key in ("plans", "roles", "evenly")
        assert figure.label or uncounted, figure.key
        for part in (figure.title, which, figure.unit, figure.label or which):
            assert part and part.replace("\u00a0", " ") in said, figure.key
        left, top, width, height = map(int, svg.attrib["viewBox"].split())
        assert left == top == -16 and (width, height) == (int(svg.attrib["width"]), int(svg.attrib["height"]))
