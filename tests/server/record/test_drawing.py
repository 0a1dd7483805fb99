"""The drawings of a record say what its figures say, each beside its numbers; a page of them needs nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import Interventions, StructureRecord
from facilitation.vocabulary import Keeping
from server.pages.language import languages, text
from server.record.bars import LONGEST_PX
from server.record.drawing import Figure, figures, minutes
from server.record.page import alone, page
from tests.facilitation.circle import gathered
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record

WORKED = record(a_session(), SAID, month="2026-11")
WORDS = partial(text, "en")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(key: str, of: StructureRecord = WORKED) -> Figure:
    return next(one for one in figures(of, WORDS) if one.key == key)


def bars(figure: Figure) -> list[tuple[str, float]]:
    """What each bar is and how wide, in the order of drawing; the legend's squares are 14 px high."""
    found = ET.fromstring(figure.svg).iter(f"{SVG}rect")
    return [
        (one.attrib["class"], float(one.attrib["width"])) for one in found if one.attrib["height"] == "16.0"
    ]


def test_the_phases_are_as_long_as_they_took_and_made_of_who_spoke() -> None:
    figure = drawn("course")
    # 25 minutes planned for the discussion are the longest
    px_each = LONGEST_PX / 1500
    parts = [(kind, round((width + 1) / px_each / 5) * 5) for kind, width in bars(figure)]
    discussion = parts[parts.index(("presenter", 30)) :]
    assert parts[:3] == [("leader", 30), ("member", 45), ("silence", 15)]
    assert discussion[:3] == [("presenter", 30), ("member", 305), ("silence", 95)], (
        "345 s with a voice, of which 315/355 the members'"
    )
    assert parts[-1] == ("apart", 140), "nobody is measured where leaders are alone"
    assert figure.rows[4] == ("Discussion", "25:00", "7:20", "0:10", "0:30", "5:15", "1:35")


def test_arrows_are_as_wide_as_the_floor_went_that_way() -> None:
    ways = [one.attrib["stroke-width"] for one in ET.fromstring(drawn("followed").svg).iter(f"{SVG}path")]
    assert ways == ["4.5", "2.2", "6.8", "9.0", "9.0"]  # of 2, 1, 3, 4, 4
    assert drawn("followed").rows[2] == ("Members", "0", "4", "4")


def test_a_seat_timeline_has_a_row_for_each_seat() -> None:
    seats = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
    figure = drawn("timeline", seats)
    assert [row[0] for row in figure.rows] == [
        "Seat 1 · leader", "Seat 2 · co-leader", "Seat 3 · member · presented", "Seat 4 · member", "Seat 5 · member",
        "Seat 6 · member", "Seat 7 · observer", "Seat 8 · member",
    ]  # fmt: skip
    assert seats.timeline is not None
    last_s = max(one.end_s for one in seats.timeline.spoke)
    px = [
        round((width + 1) / LONGEST_PX * last_s / 5) * 5
        for kind, width in bars(figure)
        if kind == "presenter"
    ]
    spoke = [one.end_s - one.start_s for one in seats.timeline.spoke if one.seat == 3]
    assert px == spoke and figure.rows[2][2] == str(len(spoke))
    assert [kind for kind, _ in bars(figure) if kind not in ("leader", "presenter", "member")] == []


def test_counts_and_shares_are_bars() -> None:
    assert [width for _, width in bars(drawn("silences"))] == [
        pytest.approx(LONGEST_PX * n / 11 - 1, abs=0.1) for n in (11, 6, 3)
    ]
    assert [row[1] for row in drawn("shares").rows] == ["67%", "33%", "0%", "0%", "0%"]
    assert [row[1] for row in drawn("turn_lengths").rows] == ["0", "3", "9", "3", "1"]


def test_where_leaders_did_nothing_that_is_noted_it_says_so() -> None:
    nothing = [replace(one, interventions=Interventions(0, 0)) for one in WORKED.phases]
    figure = drawn("interventions", replace(WORKED, phases=tuple(nothing), lacks=()))
    assert figure.rows == (("The whole session", "0"),) and bars(figure) == []


def test_interventions_are_counted_by_phase_and_kind() -> None:
    assert [one.key for one in figures(WORKED, WORDS) if one.key == "interventions"] == [], "nobody noted any"
    figure = drawn("interventions", replace(WORKED, lacks=()))
    assert figure.columns == ("Phase", "Minding the time", "Recalling the presenter")
    assert figure.rows == (("Discussion", "1", "1"),)
    arrival, *rest = WORKED.phases
    noted = replace(arrival, interventions=replace(arrival.interventions, frame=3))
    figure = drawn("interventions", replace(WORKED, phases=(noted, *rest), lacks=()))
    assert figure.columns[1] == "Restating the frame"
    assert figure.rows == (("Arrival", "3", "0", "0"), ("Discussion", "0", "1", "1"))
    assert bars(figure) == [
        ("leader", LONGEST_PX - 1),
        ("leader", pytest.approx(LONGEST_PX * 2 / 3 - 1, abs=0.1)),
    ]


def test_cases_are_told_apart_where_there_are_several() -> None:
    names = [row[0] for row in drawn("course").rows]
    assert "Discussion" in names
    second = replace(WORKED, phases=(*WORKED.phases, replace(WORKED.phases[4], case=2)))
    names = [row[0] for row in drawn("course", second).rows]
    assert names[4] == "Discussion · 1" and names[-1] == "Discussion · 2"


def test_a_session_that_never_began_has_what_it_has() -> None:
    keys = [one.key for one in figures(record(gathered(), []), WORDS)]
    assert keys == ["course", "turn_lengths", "transfers", "silences"]


@pytest.mark.parametrize("language", languages())
def test_every_word_is_there_and_stands_for_one_thing(language: str) -> None:
    asked: list[str] = []

    def words(message_id: str, **values: int) -> str:
        asked.append(message_id)
        return text(language, message_id, **values)

    for record_of in (WORKED, replace(WORKED, lacks=())):
        page(record_of, language, words)
    assert [one for one in asked if text(language, one) == one] == []
    titles = Counter(one.title for one in figures(replace(WORKED, lacks=()), words))
    assert set(titles.values()) == {1}


def test_words_are_words() -> None:
    figure = figures(WORKED, lambda message_id, **_: f'<b>{message_id}" & more')[0]
    assert ET.fromstring(figure.svg).find(f"{SVG}title").text == '<b>figure-course" & more'  # type: ignore[union-attr]
    assert "<b>" not in page(WORKED, "en", lambda message_id, **_: f"<b>{message_id}")


def test_a_page_and_a_drawing_stand_by_themselves() -> None:
    whole, svg = page(WORKED, "en", WORDS), alone(drawn("followed"))
    for one in (whole, svg):
        assert "http" not in one.replace("http://www.w3.org/2000/svg", "")
        assert "<script" not in one and "url(" not in one
    assert whole.count("<svg") == 6 and "--moss: #2f6454" in whole and "94%" in whole
    assert "--moss: #2f6454" in svg and ET.fromstring(svg).tag == f"{SVG}svg"


def test_seconds_are_told_as_minutes() -> None:
    assert [minutes(s) for s in (0, 5, 60, 3605)] == ["0:00", "0:05", "1:00", "60:05"]
