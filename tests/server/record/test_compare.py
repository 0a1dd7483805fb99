"""Records side by side: what a panel shows its table says, and nothing is told of so few that one would know them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from unittest.mock import Mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.structure_record import (
    BySpeaker,
    Interventions,
    Lack,
    Month,
    Silences,
    SizeBand,
    StructureRecord,
    Transfers,
)
from facilitation.talk import Segment
from facilitation.vocabulary import PhaseKind
from server.pages.language import languages, text
from server.record import months, suppression
from server.record.bars import listed
from server.record.columns import Blank
from server.record.compare import compared, heading, in_order, numbers
from server.record.figure import Figure
from server.record.imported import record_of
from server.record.page import side_by_side
from server.record.twice import twice
from tests.facilitation.worked_session import SAID, a_session, record
from tests.server.record.any_record import records

WORDS = partial(text, "en")
SVG = "{http://www.w3.org/2000/svg}"
NOVEMBER = record(a_session(), SAID, month="2026-11")
IMPORTED = record_of([Segment(1 + n % 6, n * 10_000, n * 10_000 + 8_000) for n in range(60)])
DECEMBER = replace(NOVEMBER, month=Month("2026-12"))


def of(key: str, *several: StructureRecord) -> Figure:
    return next(one for one in compared(several, "en", WORDS) if one.key == key)


def classes(figure: Figure) -> list[str]:
    return [one.attrib["class"] for one in ET.fromstring(figure.svg).iter(f"{SVG}rect")]


def written(figure: Figure) -> list[str]:
    """Nothing where there is no drawing."""
    return [one.text or "" for one in ET.fromstring(figure.svg or "<svg/>").iter(f"{SVG}text")]


def test_the_months_are_in_their_order_whatever_the_ids() -> None:
    assert list(in_order({"a": DECEMBER, "b": NOVEMBER})) == ["b", "a"]
    assert [row[0] for row in of("plans", NOVEMBER, DECEMBER).rows] == [
        "Nov 2026",
        "Dec 2026",
    ]
    assert {"Nov", "Dec", "2026"} <= set(written(of("plans", NOVEMBER, DECEMBER)))


def test_each_phase_has_a_panel_with_what_it_took_beside_what_was_planned() -> None:
    figure = of("plans", NOVEMBER, DECEMBER)
    at = figure.columns.index("Discussion")
    assert [row[at] for row in figure.rows] == ["7:20 (25:00)", "7:20 (25:00)"]
    assert len(figure.columns) - 1 == len({one.kind for one in NOVEMBER.phases})
    assert written(figure).count("7:20") == 2 and classes(figure).count("foot") == len(figure.columns) - 1


def test_a_phase_that_one_session_did_not_have_is_a_gap() -> None:
    without = replace(
        DECEMBER, phases=tuple(one for one in DECEMBER.phases if one.kind != PhaseKind.QUESTIONS)
    )
    figure = of("plans", NOVEMBER, without)
    at = figure.columns.index(WORDS("phase-questions"))
    assert [row[at] == "–" for row in figure.rows] == [False, True], figure.rows


def test_speech_by_role_is_part_of_the_time() -> None:
    figure = of("roles", NOVEMBER, DECEMBER)
    whole = NOVEMBER.whole
    assert figure.columns == ("Session", "Leaders", "Presenter", "Members", "Silence")
    parts = [int(cell.removesuffix("%")) for cell in figure.rows[0][1:]]
    assert sum(parts) == 100
    assert parts[3] == round(100 * (whole.silence_share or 0)), "as in the drawing of silences"


def test_of_a_session_of_fewer_than_five_nothing_is_told_of_who_spoke() -> None:
    few = replace(DECEMBER, members=SizeBand.UNDER_FIVE)
    figure = of("roles", NOVEMBER, few)
    assert figure.rows[1][1:] == ("not told",) * 4, "nor of the others, for the members' is the rest"
    assert "not told: under 5 members" in written(figure)


def test_counts_under_five_are_hidden_in_drawing_and_table() -> None:
    counted = replace(NOVEMBER.whole, silences=Silences(11, 5, 4))
    more = replace(DECEMBER, whole=replace(counted, silences=Silences(11, 6, 6)))
    figure = of("quiet", replace(NOVEMBER, whole=counted), more)
    assert figure.rows[0][2:5] == ("11", "5", "under 5")
    assert "4" not in written(figure) and "5" in written(figure)
    assert classes(figure).count("apart") == written(figure).count("<5") == 2, (
        "in the legend, and of November"
    )


def test_counts_are_said_to_be_left_out_where_there_are_counts() -> None:
    labels = {
        one.key: "Counts under five" in one.label for one in compared([NOVEMBER, DECEMBER], "en", WORDS)
    }
    assert [key for key, said in labels.items() if not said] == ["plans", "roles", "evenly"]


def test_what_nobody_marked_is_not_counted_as_none() -> None:
    not_noted = replace(DECEMBER, lacks=(Lack.INTERVENTIONS_NOT_NOTED,))
    assert [row[1] for row in of("interventions", NOVEMBER, not_noted).rows][1] == "not noted"


def test_what_was_not_measured_is_no_silence() -> None:
    unheard = replace(DECEMBER, lacks=(Lack.SPEECH_NOT_MEASURED,))
    assert of("quiet", NOVEMBER, unheard).rows[1][1:] == ("–",) * 5
    assert of("roles", NOVEMBER, unheard).rows[1][1:] == ("–",) * 4


def test_of_imported_meetings_what_nobody_knows_is_not_told_as_none() -> None:
    roles = of("roles", IMPORTED, NOVEMBER)
    assert roles.rows[0] == ("–", "not known", "not known", "not known", "80%", "20%")
    assert (
        roles.columns[4] == "Everyone, in whatever role"
        and roles.rows[1][4] == f"{100 - int(roles.rows[1][5][:-1])}%"
    )
    assert "E\u00a080% · S\u00a020%" in written(roles)
    assert [kind for kind in classes(roles) if kind == "everyone"] == ["everyone"] * 2, (
        "in the legend, and its bar"
    )
    assert "everyone" not in classes(of("roles", NOVEMBER, DECEMBER))
    plans = of("plans", IMPORTED, NOVEMBER)
    at = plans.columns.index("The whole meeting")
    assert plans.rows[0][at] == "10:00 (not known)"
    assert of("interventions", IMPORTED, NOVEMBER).rows[0][1] == "not known"
    only = compared([IMPORTED, IMPORTED], "en", WORDS)
    assert [one.key for one in only] == ["plans", "roles", "evenly", "turns", "floor", "quiet"], (
        "of leaders there is nothing to draw"
    )
    assert not {"planned", "leader", "member"} & set(classes(only[0])[:1] + classes(only[1]))


@pytest.mark.parametrize("language", languages())
def test_a_session_beside_itself_is_said_to_be_so(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the head of the page, and on each drawing alone; it is looked for once."""
    words, looked = partial(text, language), Mock(side_effect=twice)
    monkeypatch.setattr("server.record.compare.twice", looked)
    said = words("compare-twice", names=listed(months.named([NOVEMBER, NOVEMBER], (), language), words))
    assert f'<p class="within">{said}</p>' in side_by_side([NOVEMBER, NOVEMBER, DECEMBER], language, words)
    looked.assert_called_once()
    assert all(said in one.label for one in compared([NOVEMBER, NOVEMBER], language, words))
    assert 'class="within"' not in side_by_side([NOVEMBER, DECEMBER], language, words)


def test_records_are_called_as_somebody_says() -> None:
    figures = compared([NOVEMBER, DECEMBER], "en", WORDS, ["autumn", "winter"])
    assert [[row[0] for row in one.rows] for one in figures] == [["autumn", "winter"]] * 8
    assert {"autumn", "winter"} <= set(written(figures[0])) and "Nov 2026" not in written(figures[0])
    long = compared([NOVEMBER, DECEMBER], "en", WORDS, ["a name of forty letters", "winter"])[0]
    assert [row[0] for row in long.rows] == ["1 · a name of forty letters", "2 · winter"]
    assert {"1", "2"} <= set(written(long)) and "winter" not in written(long), "two long names have no room"


def test_a_session_that_is_not_like_the_others_has_a_sign_and_a_sentence() -> None:
    in_part = replace(NOVEMBER, lacks=(*NOVEMBER.lacks, Lack.MEASURED_IN_PART))
    hurried = replace(in_part, lacks=(*in_part.lacks, Lack.HURRIED))
    for called in ((), ("a name of forty letters", "another of as many", "winter")):
        for one in compared([NOVEMBER, in_part, hurried], "en", WORDS, called):
            assert [row[0].rpartition("\u00a0")[2] for row in one.rows[1:]] == ["*", "*†"]
            assert not {"*", "†"} & set(one.rows[0][0])
            assert "* Measured in part" in one.label and "† Made in a rehearsal" in one.label
            below = {word for word in written(one) if word.endswith(("*", "†"))}
            assert not one.svg or (len(below) == 2 and not below & {"*", "*†"}), one.key
    assert '<p class="within">* Measured' in side_by_side([NOVEMBER, in_part], "en", WORDS)
    assert "Measured in part" not in side_by_side([NOVEMBER, DECEMBER], "en", WORDS)


@settings(deadline=None, max_examples=25)
@given(st.lists(records().filter(lambda one: not suppression.published(one)), min_size=2, max_size=5))
def test_no_count_under_five_is_told_of_any_records_but_imported_ones(several: list[StructureRecord]) -> None:
    by_key = {one.key: one for one in compared(several, "en", WORDS)}
    for number, one in enumerate(several):
        of_leaders = by_key["interventions"].rows[number][1:] if "interventions" in by_key else ()
        counts = [*by_key["quiet"].rows[number][2:5], *of_leaders]
        counts += [
            cell
            for key in ("turns", "floor", "after")
            if key in by_key
            for cell in by_key[key].rows[number][1:]
        ]
        assert [cell for cell in counts if cell.isdecimal() and int(cell) < 5] == []
        if one.members is SizeBand.UNDER_FIVE:
            assert not any(cell.endswith("%") for cell in by_key["roles"].rows[number])
    shown = [
        text
        for key, one in by_key.items()
        if key in ("quiet", "interventions", "turns", "floor", "after")
        for text in written(one)
    ]
    assert [one for one in shown if one.isdecimal() and int(one) < 5] == [], "nor in a drawing"


@settings(deadline=None, max_examples=8)
@given(st.lists(records(), min_size=2, max_size=3))
def test_no_drawing_has_a_number_that_its_table_has_not(several: list[StructureRecord]) -> None:
    for figure in compared(several, "en", WORDS):
        told = " ".join((*figure.columns, *(cell for row in figure.rows for cell in row), "5"))
        drawn = " ".join(written(figure))
        assert set(re.findall(r"\d[\d:.]*", drawn)) <= set(re.findall(r"\d[\d:.]*", told)), figure.key


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(5, 500))
def test_under_five_one_cannot_be_told_from_another(a: int, b: int, more: int) -> None:
    """What is drawn is the same, whatever the count: neither its place nor its height tells it."""

    def drawn(count: int) -> Figure:
        whole = replace(NOVEMBER.whole, silences=Silences(more, count, count))
        return of("quiet", replace(NOVEMBER, whole=whole), DECEMBER)

    assert drawn(a) == drawn(b)


@settings(deadline=None, max_examples=25)
@given(*[st.integers(0, 4000).map(lambda n: n * 5)] * 3)
def test_of_few_members_whatever_was_said_looks_the_same(leader: int, presenter: int, member: int) -> None:
    def drawn(speech: BySpeaker) -> Figure:
        few = replace(DECEMBER, members=SizeBand.UNDER_FIVE, whole=replace(DECEMBER.whole, speech_s=speech))
        return of("roles", NOVEMBER, few)

    assert drawn(BySpeaker(leader, presenter, member)) == drawn(BySpeaker(0, 0, 0))


@settings(deadline=None, max_examples=25)
@given(records())
def test_parts_of_the_time_are_parts(one: StructureRecord) -> None:
    found, blank, why = suppression.roles(one)
    assert bool(why) == (blank is Blank.NOT_TOLD)
    if found is not None:
        assert Lack.ROLES_UNKNOWN not in one.lacks and not why
        assert all(0 <= part <= 1 for part in found) and sum(found) <= 1 + 1e-9


@pytest.mark.parametrize("language", languages())
def test_a_page_of_them_is_whole_in_every_language(language: str) -> None:
    shown = side_by_side([NOVEMBER, DECEMBER], language, partial(text, language))
    assert (
        shown.count("<svg") == 5
        and shown.count("<tbody") == 8
        and not re.search(r">(compare|figure|record|records)-[a-z_-]+<", shown)
    )
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", shown)


def slots_of(*months_: str) -> list[str]:
    """By their names and years; a gap in brackets."""
    several = [replace(NOVEMBER, month=Month(one)) for one in months_]
    found = months.slots(several, months.named(several, (), "en"), "en")
    return [
        " ".join(filter(None, (one.name if one.at is not None else f"({one.name})", one.year)))
        for one in found
    ]


def test_a_month_without_a_record_is_a_gap_and_a_year_stands_where_it_begins() -> None:
    assert slots_of("2026-11", "2026-11", "2027-02") == ["Nov a 2026", "Nov b", "(Dec)", "(Jan)", "Feb 2027"]
    assert slots_of("2026-01", "2027-01") == ["Jan 2026", "(…)", "Jan 2027"], "many are one gap"
    figure = of("plans", NOVEMBER, replace(DECEMBER, month=Month("2027-01")))
    assert "A broken line: there is no record of that month." in " ".join(written(figure))
    assert classes(figure).count("foot") == 2 * (len(figure.columns) - 1), "before the gap, and after it"


def test_months_of_names_that_somebody_gave_are_not_told() -> None:
    several = [NOVEMBER, replace(DECEMBER, month=Month("2027-04"))]
    assert [one.at for one in months.slots(several, ["autumn", "spring"], "en")] == [0, 1]
    files = months.slots(several, ["Nov 2026 · a", "Apr 2027 · b"], "en")
    assert files[0].name == "Nov", "a file is called by its month, too"
    assert (
        heading(several, "en", WORDS, ["a name of forty letters", "b"])
        == "1: a name of forty letters · 2: b"
        == numbers(several, "en", ["a name of forty letters", "b"])
    )
    shown = side_by_side(several, "en", WORDS, ["a name of forty letters", "b"])
    assert "<p>1: a name of forty letters · 2: b</p>" in shown
    assert heading(several, "en", WORDS) == "2 sessions, Nov 2026 to Apr 2027" and not numbers(several, "en")


def test_sessions_of_one_month_have_a_letter_each_in_drawing_and_table() -> None:
    figure = of("plans", NOVEMBER, NOVEMBER, DECEMBER)
    assert [row[0] for row in figure.rows] == ["Nov 2026 a", "Nov 2026 b", "Dec 2026"]
    assert {"Nov a", "Nov b", "Dec"} <= set(written(figure))
    no_month = replace(NOVEMBER, month=None)
    assert {"– a", "– b", "Nov 2026"} <= set(written(of("plans", no_month, no_month, NOVEMBER)))
    assert months.lettered([NOVEMBER] * 27)[-2:] == ["z", "aa"]


def test_plans_that_differ_stand_below_their_columns() -> None:
    phases = tuple(replace(one, planned_s=(one.planned_s or 0) + 60) for one in DECEMBER.phases)
    said = written(of("plans", NOVEMBER, replace(DECEMBER, phases=phases)))
    assert {"(25:00)", "(26:00)"} <= set(said) and not any(one.startswith("planned ") for one in said)


def test_what_cannot_be_told_has_a_sign_for_each_reason() -> None:
    unnoted, marked = replace(DECEMBER, lacks=(Lack.INTERVENTIONS_NOT_NOTED,)), Interventions(0, 0, frame=2)
    few = replace(NOVEMBER, phases=(replace(NOVEMBER.phases[0], interventions=marked),), lacks=())
    many = replace(few, phases=(replace(few.phases[0], interventions=replace(marked, frame=9)),))
    said = written(of("interventions", few, unnoted, many))
    assert {"<5", "under 5", "×", "not noted: no leader marked anything", "9"} <= set(said)


def test_of_what_cannot_be_told_of_any_session_there_is_a_sentence_and_no_drawing() -> None:
    few = [replace(one, members=SizeBand.UNDER_FIVE) for one in (NOVEMBER, DECEMBER)]
    for key in ("roles", "evenly", "turns", "floor", "after"):
        figure = of(key, *few)
        assert not figure.svg and "There is nothing to draw here" in figure.note and "not told" in figure.note
    some = of(
        "floor",
        NOVEMBER,
        replace(DECEMBER, whole=replace(DECEMBER.whole, transfers=Transfers(9, 9, 9, 3, 9, 9, 4))),
    )
    assert len(some.columns) == 5 and "cannot" not in some.note
    assert "gap of under ½ second, gap of 3 seconds or more" in some.note and some.svg
    html = side_by_side(few, "en", WORDS)
    assert html.count("<svg") == 2 and html.count("<tbody") == 8
