"""What one must know to read a figure stands where it is read: at its panel, its table, and on a drawing alone."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from functools import partial
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import BySpeaker, Lack, Month, StructureRecord
from facilitation.vocabulary import Keeping
from server.pages.language import languages, text
from server.record.compare import compared
from server.record.compare import heading as of_several
from server.record.drawing import figures
from server.record.figure import Figure, minutes
from server.record.page import alone, page, side_by_side
from tests.facilitation.circle import gathered
from tests.facilitation.worked_session import record
from tests.server.record.sums import sums
from tests.server.record.test_drawing import IMPORTED_SEATS, SEATS, SVG, WORDS, WORKED, drawn, written

SEVERAL = [replace(WORKED, month=Month(f"2026-{month:02}")) for month in (9, 10)]
HELD = re.compile(
    r'<a href="data:image/svg\+xml;base64,([^"]+)" download="(\w+)\.svg" aria-label="([^"]+), as SVG">SVG</a>'
)


def test_where_nobody_noted_any_its_own_panel_says_so_and_has_what_the_course_shows() -> None:
    figure = drawn("interventions")
    assert figure.svg == "" and "No leader marked what they did" in figure.note
    assert "marked" not in drawn("course").note, "not below the heading of the phases"
    assert figure.columns == ("Phase", "Minding the time", "Recalling the presenter")
    assert [row for row in figure.rows if row[1:] != ("0", "0")] == [("Discussion", "1", "1")]


def test_how_a_turn_and_a_silence_are_counted_stands_at_the_drawing() -> None:
    assert "the short pauses in it, of up to 3 seconds" in drawn("turn_lengths").note
    assert "the sum of all, the shorter ones too" in drawn("silences").note
    assert drawn("silences").columns[:3] == (
        "Phase",
        "All silence, also of under 3 seconds",
        "over 3 seconds",
    )
    assert drawn("silences").rows[5][:3] == ("Discussion", "1:35", "5")
    whole = minutes(WORKED.whole.silence_s)
    assert drawn("silences").rows[0][1] == whole
    assert sums(WORKED)["All silence, also of under 3 seconds"].startswith(f"{whole} · ")


@pytest.mark.parametrize("lack", [Lack.HURRIED, Lack.MEASURED_IN_PART])
@pytest.mark.parametrize("language", languages())
def test_a_drawing_taken_away_alone_says_what_its_times_are_worth(lack: Lack, language: str) -> None:
    words = partial(text, language)
    made = replace(WORKED, lacks=(lack,))
    said = words(f"figure-lacks-{lack}")
    assert shown(drawn("silences", made)).endswith(WORDS(f"figure-lacks-{lack}"))
    assert [said in shown(one) for one in of_one(made, words)] == [True] * len(of_one(made, words))
    assert not any(said in shown(one) for one in of_one(replace(WORKED, lacks=()), words))


def of_one(made: StructureRecord, words: partial[str]) -> list[Figure]:
    return [one for one in figures(made, words) if one.svg]


def shown(figure: Figure) -> str:
    """What stands above a drawing alone."""
    svg = ET.fromstring(alone(figure, "A session"))
    return " ".join(one.text or "" for one in svg if one.tag == f"{SVG}text")


def longer(made: StructureRecord, by_s: int) -> StructureRecord:
    return replace(
        made, phases=tuple(replace(one, planned_s=(one.planned_s or 0) + by_s) for one in made.phases)
    )


def test_what_stands_in_brackets_below_a_column_is_said_where_it_does() -> None:
    said = "planned, in brackets where it differed"
    same, other = (plans([SEVERAL[0], longer(SEVERAL[1], by_s)]) for by_s in (0, 60))
    told = " ".join(written(other))
    assert "(26:00)" in written(other) and said in told and "planned" not in written(other)
    assert not any(one.startswith("(") for one in written(same))
    assert said not in " ".join(written(same)) and "planned" in written(same)


def plans(several: list[StructureRecord]) -> Figure:
    return next(one for one in compared(several, "en", WORDS) if one.key == "plans")


def test_side_by_side_it_is_said_how_turns_and_silences_are_counted() -> None:
    notes = {one.key: one.note for one in compared(SEVERAL, "en", WORDS)}
    assert "all silence, also of under 3 seconds" in notes["quiet"]
    assert "the short pauses in it" in notes["turns"]


def test_of_a_session_in_which_hardly_anything_was_said_the_leaders_part_is_left_out() -> None:
    whole = WORKED.whole
    little = replace(whole, speech_s=replace(whole.speech_s, leader=20, presenter=15, member=20))
    phases = tuple(replace(one, speech_s=BySpeaker(5, 0, 5)) for one in WORKED.phases)
    for made, told in ((WORKED, "11%"), (replace(WORKED, whole=little, phases=phases), "not told")):
        several = {one.key: one for one in compared([made, SEVERAL[0]], "en", WORDS)}
        assert several["evenly"].rows[0][-1] == told
        roles, alone = several["roles"], drawn("by_phase", made)
        why = "less than a minute was said in all"
        assert (set(roles.rows[0][1:4]) == {"not told"}, "not told" in roles.rows[0][4]) == (
            made is not WORKED,
            False,
        )
        assert (f"not told: {why}" in roles.svg) is (made is not WORKED)
        assert ({row[4] for row in alone.rows} == {"–"}) is (made is not WORKED)
        assert "less than a minute was said" in alone.note, "of the whole, or of a phase of it"
    none = next(one for one in compared([made, made], "en", WORDS) if one.key == "roles")
    assert not none.svg and f"Why: not told: {why}." in none.note and "not measured" not in none.note


def test_that_no_leader_marked_anything_is_said_where_no_panel_says_it() -> None:
    nothing = replace(WORKED, phases=(), lacks=(Lack.NOT_BEGUN, Lack.INTERVENTIONS_NOT_NOTED))
    note, unmarked = drawn("course", nothing).note, "No leader marked what they did to keep the form"
    assert "The session had no phase." in note and unmarked in note and "The table has" not in note
    imported = replace(nothing, lacks=(*nothing.lacks, Lack.ROLES_UNKNOWN))
    assert unmarked not in drawn("course", imported).note, "nobody knows it"


@pytest.mark.parametrize("several", [False, True])
def test_each_drawing_of_a_page_that_stands_by_itself_can_be_saved_without_a_script(
    several: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its figures are stands above it, or, of times, once below the first; at the end, how to make a PNG."""
    monkeypatch.setattr("sys.argv", [".venv/bin/restarea"])
    html = side_by_side(SEVERAL, "en", WORDS) if several else page(WORKED, "en", WORDS)
    of = compared(SEVERAL, "en", WORDS) if several else of_one(WORKED, WORDS)
    saved = {key: base64.b64decode(svg).decode() for svg, key, _ in HELD.findall(html)}
    heading = of_several(SEVERAL, "en", WORDS) if several else "A session of November 2026"
    assert saved == {one.key: alone(one, heading) for one in of if one.svg} and len(saved) >= 5
    assert {unescape(one) for *_, one in HELD.findall(html)} == {one.title for one in of if one.svg}
    assert "<script" not in html and "This page runs no script" in html
    assert f": .venv/bin/restarea record {'compare' if several else 'plot'} …" in html
    assert re.findall(r"Figures: (.+)\.<", html) == [
        one.unit for one in of if one.svg and one.unit != "minutes and seconds"
    ]
    assert html.count(WORDS("record-minutes")) == 1 and html.count(WORDS("figure-stacked")) == 2 - several
    assert "http" not in html.replace("http://www.w3.org/2000/svg", "")


def test_a_drawing_alone_has_the_style_of_a_drawing_and_no_more() -> None:
    style = ET.fromstring(alone(drawn("course"), "A session"))[0].text or ""
    rules = [line for line in style.splitlines() if line.startswith(("svg ", "@media"))]
    assert len(rules) > 30 and "--moss: #2f6454" in style and len(style) < 4500
    assert not re.search(r"^(body|button|\.|h1)", style, re.MULTILINE)


@pytest.mark.parametrize(
    ("made", "first", "before_sums"),
    [
        (SEATS, ["course", "timeline", "held", "shares", "seats"], 3),
        (WORKED, ["course", "shares", "held", "followed"], 1),
        (IMPORTED_SEATS, ["course", "timeline", "shares", "seats"], 2),
        (record(gathered(), [], Keeping.SEAT_TIMELINE, shuffled=()), ["course", "timeline"], 1),
    ],
)
def test_where_seats_are_told_the_timelines_stand_together_at_the_head(
    made: StructureRecord, first: list[str], before_sums: int
) -> None:
    """Before the sums of the session, too."""
    assert [one.key for one in figures(made, WORDS)][: len(first)] == first
    headings = re.findall(r'<h2 id="(\w+)"', page(made, "en", WORDS))
    links = re.findall(r'<a href="#(\w+)"', page(made, "en", WORDS))
    expected = [*first[:before_sums], "whole", *first[before_sums:]]
    assert headings[: len(expected)] == links[: len(expected)] == expected
