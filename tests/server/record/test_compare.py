"""Records side by side: what a panel shows its table says, and nothing is told of so few that one would know them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
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
)
from facilitation.talk import Segment
from facilitation.vocabulary import Intervention, PhaseKind
from server.pages.language import languages, text
from server.record import suppression
from server.record.canvas import LETTER_PX
from server.record.compare import compared, in_order
from server.record.figure import Figure
from server.record.imported import record_of
from server.record.page import side_by_side
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
    return [one.text or "" for one in ET.fromstring(figure.svg).iter(f"{SVG}text")]


def test_the_months_are_in_their_order_whatever_the_ids() -> None:
    assert list(in_order({"a": DECEMBER, "b": NOVEMBER})) == ["b", "a"]
    assert [row[0] for row in of("plans", NOVEMBER, DECEMBER).rows] == [
        "Nov 2026",
        "Dec 2026",
    ]
    assert {"Nov 2026", "Dec 2026"} <= set(written(of("plans", NOVEMBER, DECEMBER)))


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
    figure = of("quiet", replace(NOVEMBER, whole=counted), DECEMBER)
    assert figure.rows[0][2:5] == ("11", "5", "under 5")
    assert "4" not in written(figure) and "5" in written(figure)
    assert classes(figure).count("apart") == 1 + 2, "in the legend, and one a session: December's are 3"


def test_what_nobody_marked_is_not_counted_as_none() -> None:
    not_noted = replace(DECEMBER, lacks=(Lack.INTERVENTIONS_NOT_NOTED,))
    assert [row[1] for row in of("interventions", NOVEMBER, not_noted).rows][1] == "not noted"


def test_what_was_not_measured_is_no_silence() -> None:
    unheard = replace(DECEMBER, lacks=(Lack.SPEECH_NOT_MEASURED,))
    assert of("quiet", NOVEMBER, unheard).rows[1][1:] == ("–",) * 5
    assert of("roles", NOVEMBER, unheard).rows[1][1:] == ("–",) * 4


def test_of_imported_meetings_what_nobody_knows_is_not_told_as_none() -> None:
    roles = of("roles", IMPORTED, NOVEMBER)
    assert roles.rows[0] == ("–", "not known", "not known", "not known", "20%")
    assert [kind for kind in classes(roles) if kind == "everyone"] == ["everyone"] * 2, (
        "in the legend, and its bar"
    )
    assert "everyone" not in classes(of("roles", NOVEMBER, DECEMBER))
    plans = of("plans", IMPORTED, NOVEMBER)
    at = plans.columns.index("The whole meeting")
    assert plans.rows[0][at] == "10:00 (not known)"
    assert of("interventions", IMPORTED, NOVEMBER).rows[0][1] == "not noted"
    only = compared([IMPORTED, IMPORTED], "en", WORDS)
    assert [one.key for one in only] == ["plans", "roles", "evenly", "turns", "floor", "quiet"], (
        "of leaders there is nothing to draw"
    )
    assert not {"planned", "leader", "member"} & set(classes(only[0])[:1] + classes(only[1]))


def test_records_are_called_as_somebody_says() -> None:
    figures = compared([NOVEMBER, DECEMBER], "en", WORDS, ["autumn", "winter"])
    assert [[row[0] for row in one.rows] for one in figures] == [["autumn", "winter"]] * 8
    assert {"autumn", "winter"} <= set(written(figures[0])) and "Nov 2026" not in written(figures[0])
    long = compared([NOVEMBER, DECEMBER], "en", WORDS, ["a name of forty letters", "winter"])[0]
    assert [row[0] for row in long.rows] == ["1 · a name of forty letters", "2 · winter"]
    assert {"1", "2"} <= set(written(long)) and "winter" not in written(long), "two long names have no room"


@settings(deadline=None, max_examples=25)
@given(st.lists(records(), min_size=2, max_size=5))
def test_no_count_under_five_is_told_of_any_records(several: list[StructureRecord]) -> None:
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
        if key in ("quiet", "interventions", "turns", "floor")
        for text in written(one)
    ]
    assert [one for one in shown if one.isdecimal() and int(one) < 5] == [], "nor in a drawing"


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
    found = suppression.roles(one)
    assert found is None or Lack.ROLES_UNKNOWN not in one.lacks
    assert found is None or (all(0 <= part <= 1 for part in found) and sum(found) <= 1 + 1e-9)


@pytest.mark.parametrize("language", languages())
def test_a_page_of_them_is_whole_in_every_language(language: str) -> None:
    shown = side_by_side([NOVEMBER, DECEMBER], language, partial(text, language))
    assert shown.count("<svg") == 8 and not re.search(r">(compare|figure|record|records)-[a-z_-]+<", shown)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", shown)


@pytest.mark.parametrize("language", languages())
def test_no_panels_name_runs_into_the_next(language: str) -> None:
    marked = tuple(
        replace(one, interventions=Interventions(*[5] * len(Intervention))) for one in NOVEMBER.phases
    )
    noted = replace(NOVEMBER, phases=marked, lacks=())
    long = 0
    for figure in compared([noted, noted], language, partial(text, language)):
        for one in ET.fromstring(figure.svg).iter(f"{SVG}text"):
            x, room = float(one.attrib["x"]), 480 if figure.key == "roles" else 226
            width = float(one.get("textLength") or LETTER_PX * len(one.text or ""))
            if one.get("class") == "label" and figure.key != "after":
                assert width <= room and x + width <= 480, one.text
                long += "textLength" in one.attrib
    assert long, "of all these names some are longer than there is room"
