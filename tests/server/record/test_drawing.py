"""The drawings of a record say what its figures say, each beside its numbers; a page of them needs nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, replace
from functools import partial
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.structure_record import Interventions, Lack, Part, Spoke, StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.pages.language import languages, text
from server.record import along, circle
from server.record.bars import LONGEST_PX
from server.record.canvas import WIDTH_PX, long_px
from server.record.drawing import figures
from server.record.figure import Figure, minutes
from server.record.imported import record_of
from server.record.kinds import MARKS_PX, MARKS_X, MOST_MARKS
from server.record.page import alone, page
from server.record.schema import MOST
from tests.facilitation.circle import gathered
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.server.record.any_record import records
from tests.server.record.sums import sums

WORKED = record(a_session(), SAID, month="2026-11")
IMPORTED = record_of(
    [Segment(1 + n % 6, n * 10_000, n * 10_000 + (10_000 if n == 59 else 8_000)) for n in range(60)]
)
IMPORTED_SEATS = record_of(
    [Segment(1 + n % 6, n * 10_000, n * 10_000 + 8_000) for n in range(60)], Keeping.SEAT_TIMELINE
)
WORDS = partial(text, "en")
LONG_PX = LONGEST_PX + along.WIDE_PX - WIDTH_PX
"""How long a timeline is."""
SVG = "{http://www.w3.org/2000/svg}"
NEVER = record(gathered(), [])
SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)


def drawn(key: str, of: StructureRecord = WORKED) -> Figure:
    return next(one for one in figures(of, WORDS) if one.key == key)


def bars(figure: Figure) -> list[tuple[str, float]]:
    """What each bar is and how wide, in the order of drawing; the legend's squares are 14 px high."""
    found = ET.fromstring(figure.svg).iter(f"{SVG}rect")
    return [
        (one.attrib["class"], float(one.attrib["width"])) for one in found if one.attrib["height"] == "16.0"
    ]


def marks(figure: Figure) -> list[float]:
    """Where each ends."""
    found = ET.fromstring(figure.svg).iter(f"{SVG}rect")
    return [float(one.attrib["x"]) + float(one.attrib["width"]) for one in found]


def written(figure: Figure) -> list[str]:
    return [one.text or "" for one in ET.fromstring(figure.svg).iter(f"{SVG}text")]


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


def test_each_phase_says_for_how_long_each_role_spoke() -> None:
    said = [one.replace("\u00a0", " ") for one in written(drawn("course"))]
    assert "L 0:10 · P 0:30 · M 5:15 · S 1:35" in said, "as in the table"
    assert not any(" · " in one for one in written(drawn("course", IMPORTED))), "where roles are known"


def test_no_stretch_of_a_timeline_is_too_narrow_to_be_seen() -> None:
    assert SEATS.timeline is not None
    timeline = drawn("timeline", SEATS)
    for svg, least in ((timeline.svg, along.LEAST_WIDE_PX), (timeline.narrow, along.LEAST_PX)):
        found = [one for one in ET.fromstring(svg).iter(f"{SVG}rect") if one.get("class") in circle.KINDS]
        assert (
            len(found) == len(SEATS.timeline.spoke)
            and min(float(one.attrib["width"]) for one in found) >= least
        )
    assert int(ET.fromstring(timeline.narrow).attrib["width"]) == WIDTH_PX


def test_arrows_are_as_wide_as_the_floor_went_that_way() -> None:
    ways = [one.attrib["stroke-width"] for one in ET.fromstring(drawn("followed").svg).iter(f"{SVG}path")]
    assert ways == ["4.5", "2.2", "6.8", "9.0", "9.0"]  # of 2, 1, 3, 4, 4
    assert drawn("followed").rows[2] == ("Members", "0", "4", "4")


def test_a_seat_timeline_has_a_row_for_each_seat_and_a_line_for_each_phase() -> None:
    figure = drawn("timeline", SEATS)
    assert [row[0] for row in figure.rows] == [
        "Seat 1 · leader", "Seat 2 · co-leader", "Seat 3 · member · presented", "Seat 4 · member", "Seat 5 · member",
        "Seat 6 · member", "Seat 7 · observer", "Seat 8 · member",
    ]  # fmt: skip
    assert SEATS.timeline is not None
    ends_s = SEATS.phases[-1].began_s + SEATS.phases[-1].actual_s
    px = [
        round((width + 1) / LONG_PX * ends_s / 5) * 5 for kind, width in bars(figure) if kind == "presenter"
    ]
    assert px == [one.end_s - one.start_s for one in SEATS.timeline.spoke if one.seat == 3]
    assert {kind for kind, _ in bars(figure)} == {"leader", "presenter", "member", "lane"}
    lines = [
        float(one.attrib["x"]) for one in ET.fromstring(figure.svg).iter() if one.get("class") == "begun"
    ]
    assert lines == [pytest.approx(LONG_PX * one.began_s / ends_s, abs=0.1) for one in SEATS.phases]
    said = [one.text for one in ET.fromstring(figure.svg).iter(f"{SVG}text")]
    assert [WORDS(f"phase-{one.kind}") for one in SEATS.phases] == said[: len(SEATS.phases)]
    assert said[-5:] == ["0 min", "5 min", "10 min", "15 min", "20 min"]


def test_what_seats_spoke_comes_to_what_roles_did() -> None:
    assert SEATS.timeline is not None
    figure = drawn("timeline", SEATS)
    assert [row[1] for row in figure.rows] == ["1:25", "0:10", "6:45", "3:05", "1:55", "0:30", "0:00", "1:00"]
    assert figure.columns[:4] == ("Seat", "Spoke", "All its bars", "Bars: Arrival")
    assert figure.rows[0][2:4] == ("1:25", "0:30") and figure.rows[5][1:4] == ("0:30", "0:30", "–")
    assert sum(one.speech_s or 0 for one in SEATS.timeline.seats) == sum(astuple(SEATS.whole.speech_s)) == 890
    assert "counted as the sums of the session are" in figure.reading and len(figure.note) < 150


@pytest.mark.parametrize(
    ("speech_s", "said", "why"), [(500, "8:20", "made of steps"), (None, "6:45", "but the bars")]
)
def test_an_earlier_timeline_has_only_its_steps(speech_s: int | None, said: str, why: str) -> None:
    assert SEATS.timeline is not None
    seats = tuple(replace(one, speech_s=speech_s) for one in SEATS.timeline.seats)
    figure = drawn("timeline", replace(SEATS, timeline=replace(SEATS.timeline, seats=seats)))
    assert figure.rows[2][1] == said and why in figure.reading


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=records())
def test_any_record_can_be_drawn(made: StructureRecord) -> None:
    for figure in figures(made, WORDS):
        not_noted = figure.key == "interventions" and Lack.INTERVENTIONS_NOT_NOTED in made.lacks
        if figure.svg or not (figure.key == "timeline" or not_noted):
            assert float(ET.fromstring(figure.svg).attrib["height"]) > 0
        assert {len(row) for row in figure.rows} <= {len(figure.columns)}


def test_a_record_in_which_an_observer_spoke_is_drawn_all_the_same() -> None:
    """None is made so; but it keeps to the schema, and may come from a file."""
    assert SEATS.timeline is not None
    odd = replace(SEATS.timeline, spoke=(Spoke(7, 0, 5), Spoke(1, 5, 10)))
    assert drawn("seats", replace(SEATS, timeline=odd)).columns == ("After seat", *"12345678")


def test_what_is_not_known_is_said_to_be_so_and_not_drawn_as_none() -> None:
    course = drawn("course", IMPORTED)
    assert course.columns[5] == "Everyone spoke"
    assert course.rows == (
        ("The whole meeting", "not known", "10:00", "not known", "not known", "8:00", "2:00"),
    )
    assert {kind for kind, _ in bars(course)} == {"everyone", "silence"}
    assert "Who led and who presented is not known" in course.note and "What was planned" in course.note
    assert not {"followed", "interventions"} & {one.key for one in figures(IMPORTED, WORDS)}
    rows = sums(IMPORTED)
    assert (rows["Everyone spoke"], rows["People who spoke"]) == ("8:00", "6")
    assert {"Leaders spoke", "The leaders’ part of all that was said", "Month"} < {
        *rows["Not known"].split("; ")
    }
    assert [text("en", "record-counts") in page(one, "en", WORDS) for one in (WORKED, IMPORTED)] == [
        True,
        False,
    ]


def test_an_imported_meeting_is_no_session_of_members_by_a_way_of_working() -> None:
    rows, html = sums(IMPORTED), page(IMPORTED, "en", WORDS)
    assert "Way of working" in rows["Not known"] and "<title>How a meeting went ·" in html
    assert "member" not in drawn("course", IMPORTED).note
    short = replace(IMPORTED, whole=replace(IMPORTED.whole, silence_s=0, silence_share=Part(0.04)))
    silence = sums(short)["All silence, also of under 3 seconds"]
    assert silence == "4%", "steps of five seconds would say none"


def test_where_nobody_spoke_there_is_no_circle() -> None:
    silent = record(a_session(), [], Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
    keys = [one.key for one in figures(silent, WORDS)]
    assert keys == ["course", "timeline", "held", "silences", "interventions"], "nor turns"
    never = record(gathered(), [], Keeping.SEAT_TIMELINE, shuffled=())
    assert not drawn("timeline", never).svg and "No bar is drawn" in drawn("timeline", silent).note


def test_counts_and_shares_are_bars() -> None:
    assert [width for _, width in bars(drawn("silences"))] == [
        pytest.approx(LONGEST_PX * n / 11 - 1, abs=0.1) for n in (11, 6, 3)
    ]
    assert drawn("shares").rows == (("The 3 who spoke most", "89%"), ("The 2 who spoke least", "11%"))
    assert "some members spoke much longer" in drawn("shares").note.lower()
    assert [row[1] for row in drawn("turn_lengths").rows] == ["0", "3", "9", "3", "1"]


@pytest.mark.parametrize(
    ("shares", "rows"),
    [
        ((0.167,) * 6, [("All 6", "100%")]),
        (
            (0.2, 0.2, 0.2, 0.107, 0.107, 0.107, 0.027, 0.027, 0.027),
            [("The 3 who spoke most", "60%"), ("The 3 in between", "32%"), ("The 3 who spoke least", "8%")],
        ),
    ],
)
def test_shares_come_to_a_hundred(shares: tuple[Part, ...], rows: list[tuple[str, str]]) -> None:
    told = replace(WORKED, whole=replace(WORKED.whole, shares=shares))
    assert list(drawn("shares", told).rows) == rows


@pytest.mark.parametrize(
    ("made", "said"),
    [(WORKED, "is kept nowhere"), (SEATS, "Which seat’s shares they are, the timeline tells")],
)
def test_whose_the_shares_are_is_kept_nowhere_but_in_a_timeline(made: StructureRecord, said: str) -> None:
    assert said in (note := drawn("shares", made).note)
    assert ("nowhere" in note) is (made.timeline is None)


def test_shares_of_an_earlier_record_are_told_as_it_has_them() -> None:
    earlier = replace(WORKED, version=2, whole=replace(WORKED.whole, shares=(0.67, 0.33, 0.0, 0.0, 0.0)))
    figure = drawn("shares", earlier)
    assert [row[1] for row in figure.rows] == ["67%", "33%", "0%", "0%", "0%"]
    assert "rounded by itself" in figure.note and "in steps of 0.05" not in figure.note
    third = drawn("shares", replace(WORKED, version=3))
    assert "in steps of 0.05" in third.note, "of fewer than nine they were so already"


@pytest.mark.parametrize(
    ("gini", "said"),
    [(0.01, "similar"), (0.2, "Some members spoke longer"), (0.4, "much longer"), (0.7, "A few members")],
)
def test_gini_is_told_in_words_beside_the_figure(gini: float, said: str) -> None:
    note = drawn("shares", replace(WORKED, whole=replace(WORKED.whole, gini=Part(gini)))).note
    assert said in note and f"Gini {gini:.2f}, evenness 0.80" in note and "no score" in note
    assert "in steps of 0.05" in note


def test_where_leaders_did_nothing_that_is_noted_it_says_so() -> None:
    nothing = [replace(one, interventions=Interventions(0, 0)) for one in WORKED.phases]
    figure = drawn("interventions", replace(WORKED, phases=tuple(nothing), lacks=()))
    assert figure.rows == (("The whole session", "0"),) and bars(figure) == []


def test_interventions_are_counted_by_phase_and_kind() -> None:
    figure = drawn("interventions", replace(WORKED, lacks=()))
    assert figure.columns == ("Phase", "Minding the time", "Recalling the presenter")
    assert figure.rows == (("Discussion", "1", "1"),)
    arrival, *rest = WORKED.phases
    noted = replace(arrival, interventions=replace(arrival.interventions, frame=3))
    figure = drawn("interventions", replace(WORKED, phases=(noted, *rest), lacks=()))
    assert figure.columns[1] == "Restating the frame"
    assert figure.rows == (("Arrival", "3", "0", "0"), ("Discussion", "0", "1", "1"))
    assert len(marks(figure)) == 5, "one each time"
    kinds = ["Arrival", "Restating the frame", "3", "Discussion", "Minding the time", "1"]
    assert written(figure)[:6] == kinds, "each kind below its phase"


def test_a_phase_that_the_group_came_back_to_stands_once_with_all_that_was_done() -> None:
    again = replace(WORKED, phases=(*WORKED.phases, WORKED.phases[4]), lacks=())
    figure = drawn("interventions", again)
    assert [row[1:] for row in figure.rows] == [("1", "1")] * 2
    assert written(figure) == ["Discussion", "Minding the time", "2", "Recalling the presenter", "2"]


def test_many_marks_of_a_kind_stay_beside_its_name() -> None:
    arrival = WORKED.phases[0]
    often = replace(arrival, interventions=replace(arrival.interventions, frame=MOST_MARKS))
    figure = drawn("interventions", replace(WORKED, phases=(often,), lacks=()))
    assert len(marks(figure)) == MOST_MARKS > 40 and max(marks(figure)) <= MARKS_X + MARKS_PX
    most = replace(arrival, interventions=replace(arrival.interventions, frame=MOST, time=3))
    figure = drawn("interventions", replace(WORKED, phases=(most,), lacks=()))
    assert len(marks(figure)) == MOST_MARKS + 3 and max(marks(figure)) < MARKS_X + MARKS_PX
    assert str(MOST) in written(figure)


def test_cases_are_told_apart_where_there_are_several() -> None:
    names = [row[0] for row in drawn("course").rows]
    assert "Discussion" in names
    second = replace(WORKED, phases=(*WORKED.phases, replace(WORKED.phases[4], case=2)))
    names = [row[0] for row in drawn("course", second).rows]
    assert names[4] == "Discussion\u00a0·\u00a01" and names[-1] == "Discussion\u00a0·\u00a02"


def test_a_session_that_never_began_has_what_it_has() -> None:
    assert [one.key for one in figures(NEVER, WORDS)] == ["course"]
    assert "had no phase" in drawn("course", NEVER).note


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("lack", Lack)
def test_a_page_says_what_its_record_lacks(lack: Lack, language: str) -> None:
    """Also of a session that was killed, in which nobody spoke, of thirty seconds."""
    words = partial(text, language)
    why = {Lack.TOO_FEW_MEMBERS: "few", Lack.TOO_SHORT: "quiet"}.get(lack)
    lacking = replace(WORKED, lacks=(lack,), whole=replace(WORKED.whole, shares=None))
    where = ("record-shares-none", f"record-untold-{why}") if why else (f"figure-lacks-{lack}", "plot-title")
    said = words(where[0], why=words(where[1]))  # why there are no shares, where they would be
    note = figures(lacking, words)[-1 if lack is Lack.INTERVENTIONS_NOT_NOTED else 0].note
    assert not said.startswith("figure-") and (note == said) is (why is None)
    assert said in unescape(page(lacking, language, words))


@pytest.mark.parametrize("language", languages())
def test_every_word_is_there_and_stands_for_one_thing(language: str) -> None:
    asked: list[str] = []

    def words(message_id: str, **values: int) -> str:
        asked.append(message_id)
        return text(language, message_id, **values)

    for made in (WORKED, replace(WORKED, lacks=()), SEATS, IMPORTED):
        page(made, language, words)
    assert [one for one in asked if text(language, one) == one] == []
    titles = Counter(one.title for one in figures(replace(SEATS, lacks=()), words))
    assert set(titles.values()) == {1}


def test_words_are_words() -> None:
    figure = figures(WORKED, lambda message_id, **_: f'<b>{message_id}" & more')[0]
    assert ET.fromstring(figure.svg).find(f"{SVG}title").text == '<b>figure-course" & more'  # type: ignore[union-attr]
    assert "<b>" not in page(WORKED, "en", lambda message_id, **_: f"<b>{message_id}")


def test_a_page_and_a_drawing_stand_by_themselves() -> None:
    whole, svg = page(WORKED, "en", WORDS), alone(drawn("followed"), "A session")
    for one in (whole, svg):
        assert "http" not in one.replace("http://www.w3.org/2000/svg", "")
        assert "<script" not in one and "url(" not in one
    assert whole.count("<svg") == 8 and "--moss: #2f6454" in whole and "94%" in whole
    assert "--moss: #2f6454" in svg and ET.fromstring(svg).tag == f"{SVG}svg"


@pytest.mark.parametrize("key", ["timeline", "seats"])
def test_a_drawing_of_seats_says_by_itself_that_it_is_pseudonymous(key: str) -> None:
    figure = drawn(key, SEATS)
    svg = ET.fromstring(alone(figure, "A session"))
    said = [one.text or "" for one in svg.iter(f"{SVG}text")]
    assert " ".join(said).startswith(figure.title) and "Pseudonymous, not anonymous: whoever" in " ".join(
        said
    )
    bare = ET.fromstring(figure.svg)
    assert int(svg.attrib["height"]) > int(bare.attrib["height"]) and "Pseudonymous" not in figure.svg
    assert svg.attrib["viewBox"].split()[3] == svg.attrib["height"]
    assert not any(
        "Pseudonymous" in one.label for one in figures(IMPORTED_SEATS, WORDS) + figures(WORKED, WORDS)
    )


def test_a_timeline_counts_turns_and_bars() -> None:
    assert "Turns that were counted: 60; bars: 60." in drawn("timeline", IMPORTED_SEATS).reading
    assert "Turns that were counted: 16; bars: 17." in drawn("timeline", SEATS).reading


def test_bars_by_phase_come_to_all_bars_and_are_called_so() -> None:
    """A seat that speaks for two seconds at a time is in what was said alone."""
    assert SEATS.timeline is not None
    murmurs = replace(SEATS, timeline=replace(SEATS.timeline, spoke=(Spoke(1, 10, 40), Spoke(1, 85, 125))))
    figure = drawn("timeline", murmurs)
    assert figure.rows[0][1:5] == ("1:25", "1:10", "0:35", "0:30")
    assert figure.rows[3][1:4] == ("3:05", "0:00", "–")


@pytest.mark.parametrize(
    "minutes_", [0.5, 1, 1.5, 3, 5, 20, 45, 60, 61, 90, 180, 181, 240, 599, 720, 1440, 10_080]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_word_below_a_timeline_covers_another(minutes_: float, language: str) -> None:
    """As wide as letters may be on a telephone."""
    until_s = round(minutes_ * 60)
    words = partial(text, language)
    svg = ET.fromstring(along.drawn([], [along.Row("Seat 1", (), "")], until_s, "t", words))
    ticks = list(svg.iter(f"{SVG}text"))[2:]  # a row's name and its figure
    ends = []
    for one in ticks:
        x, width = float(one.attrib["x"]), long_px(one.text or "")
        left = x - (width / 2 if one.attrib["class"] == "name" else 0)
        ends.append((left, left + width))
    assert len(ticks) >= 2 and all(a[1] < b[0] for a, b in pairwise(ends))


def test_seconds_are_told_as_minutes() -> None:
    assert [minutes(s) for s in (0, 5, 60, 3605)] == ["0:00", "0:05", "1:00", "60:05"]
