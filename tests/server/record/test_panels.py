"""Panels of several sessions: each column with its figure where there is room; of many, what tells of them all; and no
word on another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.structure_record import (
    BySpeaker,
    Interventions,
    Lack,
    Month,
    PhaseStructure,
    Silences,
    SizeBand,
    StructureRecord,
    Transfers,
    Transitions,
    TurnLengths,
)
from facilitation.vocabulary import Intervention, PhaseKind
from server.by_locale import month_alone
from server.pages.language import languages, text
from server.record.canvas import LETTER_PX, LINE_PX, TURNED_PX, WIDTH_PX, empty, long_px
from server.record.columns import Column, Place, draw
from server.record.compare import compared
from server.record.months import slots
from server.record.panels import GAP_PX, TURNED_LINE_PX, Panel, drawn
from server.record.signs import SIGNS
from tests.server.record.test_compare import NOVEMBER, SVG, classes, of, written

HALF_PX = (WIDTH_PX - GAP_PX) / 2
"""Of a panel that has another beside it."""


@pytest.mark.parametrize("language", languages())
def test_no_panels_name_runs_into_the_next(language: str) -> None:
    marked = tuple(
        replace(one, interventions=Interventions(*[5] * len(Intervention))) for one in NOVEMBER.phases
    )
    noted = replace(NOVEMBER, phases=marked, lacks=())
    long = 0
    for figure in filter(lambda one: one.svg, compared([noted, noted], language, partial(text, language))):
        lines = defaultdict(list)
        for one in ET.fromstring(figure.svg).iter(f"{SVG}text"):
            assert "textLength" not in one.attrib, "no letters are squeezed"
            if one.get("class") == "label":
                width = LETTER_PX * len(one.text or "")
                lines[one.attrib["y"]].append((float(one.attrib["x"]), width, one.text))
        for line in lines.values():
            for (x, width, name), after in zip(line, [*line[1:], (WIDTH_PX, 0, "")], strict=True):
                assert x + width <= after[0], name
        names = [name.rpartition(": ")[2] for name in figure.columns[1:]]
        assert all(long_px(word) <= HALF_PX for name in names for word in name.split()), "no word is cut"
        long += any(LETTER_PX * len(name) > HALF_PX for name in names)
    assert long, "of all these names some are longer than there is room"


def test_three_panels_stand_in_a_row_where_their_names_have_room() -> None:
    for name, rows in (("Pushed back", 1), ("Presentation", 2)):
        panels = [Panel(name, [Column(n, str(n)) for n in (1, 2)])] * 3
        svg = drawn(panels, slots([NOVEMBER, NOVEMBER], ["a", "b"], "en"), "t", partial(text, "en"))
        tops = [one.attrib["y"] for one in ET.fromstring(svg).iter(f"{SVG}text") if one.text == name]
        assert len(tops) == 3 and len(set(tops)) == rows, "and no word is cut"


@pytest.mark.parametrize("count", [2, 6])
def test_each_column_has_its_figure_its_month_and_its_plan(count: int) -> None:
    figure = of("plans", *monthly(count))
    assert written(figure).count("7:20") == count and "planned 25:00" in written(figure)
    assert written(figure).count("Jan") == len(figure.columns[1:]), "below each panel"
    assert "From left to right" not in " ".join(written(figure))


def monthly(count: int) -> list[StructureRecord]:
    """Of each month one, whose discussions take 1:00, 2:00, 3:00 ..."""
    return [replace(NOVEMBER, month=Month(f"{2026 + n // 12}-{n % 12 + 1:02}")) for n in range(count)]


@pytest.mark.parametrize("count", [9, 14, 22])
def test_of_many_each_figure_stands_upright_on_its_column(count: int) -> None:
    """As of counts that are so high, and of what is not told."""
    several = [longer(one, 60 * n) for n, one in enumerate(monthly(count))]
    figure = of("plans", *several)
    turned = [one.text for one in ET.fromstring(figure.svg).iter(f"{SVG}text") if "transform" in one.attrib]
    assert turned == [f"{7 + n}:20" for n in range(count)]
    assert "the first and the last" not in " ".join(written(figure))
    assert any(one.startswith(f"from 7:20 to {6 + count}:20 · ") for one in written(figure))
    few = [replace(one, members=SizeBand.UNDER_FIVE) for one in monthly(count - 1)]
    assert written(of("evenly", *few, monthly(count)[-1])).count("0.45") == 1


@pytest.mark.parametrize("count", [27, 60, 61])
def test_of_very_many_the_first_the_last_and_the_one_in_the_middle_are_told(count: int) -> None:
    several = [longer(one, 60 * n) for n, one in enumerate(monthly(count))]
    figure = of("plans", *several)
    said = [row[figure.columns.index("Discussion")].split()[0] for row in figure.rows]
    middle = f"{'median' if count % 2 else 'lower median'} {said[(count - 1) // 2]}"
    assert f"from {said[0]} to {said[-1]} · {middle}" in " ".join(written(figure))
    assert {said[0], said[-1]} <= set(written(figure)) and not set(said[1:-1]) & set(written(figure))
    assert "one column a session, with the figures of the first and the last." in " ".join(written(figure))
    assert "planned 25:00" in written(figure), "and nothing below the columns"


def test_of_an_even_number_the_median_is_called_the_lower_unless_both_in_the_middle_are_alike() -> None:
    for by_s, told in (((0, 60, 120, 180) * 3, "lower median 8:20"), ((0, 60, 60, 180) * 3, "median 8:20")):
        several = [longer(one, by) for one, by in zip(monthly(12), by_s, strict=True)]
        assert f"from 7:20 to 10:20 · {told}" in written(of("plans", *several))


def test_a_hurried_rehearsal_is_drawn_and_in_no_range() -> None:
    several = [longer(one, 60 * n) for n, one in enumerate(monthly(13))]
    several[0] = longer(several[0], -400)
    several[0] = replace(several[0], lacks=(*several[0].lacks, Lack.HURRIED), phases=planned(several[0], 45))
    figure = of("plans", *several)
    assert "from 8:20 to 19:20 · lower median 13:20" in written(figure) and "0:40†" in written(figure)
    assert "planned 0:45–25:00" in written(figure), "its stroke is drawn"
    assert figure.rows[0] == ("Jan 2026\u00a0†", "0:40 (0:45)")
    assert "no range or median of others counts it" in figure.label
    of_one = [*(replace(one, phases=(), lacks=one.lacks) for one in several[1:]), several[0]]
    assert "† in one session: 0:40" in written(of("plans", *of_one)), "where there are no others"


def planned(record: StructureRecord, planned_s: int) -> tuple[PhaseStructure, ...]:
    return tuple(replace(one, planned_s=planned_s) for one in record.phases)


def test_each_of_many_sessions_of_one_month_has_its_letter_below_it_and_its_month_once() -> None:
    several = [replace(NOVEMBER, month=Month("2026-11"))] * 9 + monthly(12)[:1]
    several = sorted(several, key=lambda one: one.month or "")
    figure = of("plans", *several)
    panels = len(figure.columns) - 1
    said = [one for one in written(figure) if one in [*"abcdefghi", "Nov", "Jan"]]
    letters = [one for one in said if one not in ("Nov", "Jan")]
    assert letters == [*"abcdefghi"] * panels and said.count("Nov") == panels
    assert [row[0] for row in figure.rows[1:]] == [f"Nov 2026 {one}" for one in "abcdefghi"]


@pytest.mark.parametrize("pair", [3, 4, 5, 6])
@pytest.mark.parametrize("count", [40, 50])
def test_where_letters_have_no_room_the_first_of_a_month_has_its_own(count: int, pair: int) -> None:
    several = monthly(count)
    several[pair + 1] = replace(several[pair + 1], month=several[pair].month)
    figure = of("plans", *several)
    assert [one for one in written(figure) if one in ("a", "b")] == ["a"] * (len(figure.columns) - 1)


def test_months_of_several_sessions_are_named_before_others() -> None:
    several = monthly(40)
    several[4] = replace(several[4], month=several[3].month)
    figure = of("plans", *several)
    assert several[3].month is not None
    assert written(figure).count(month_alone(int(several[3].month[-2:]), "en")) >= len(figure.columns) - 1


def test_of_how_many_a_range_is_counts_no_hurried_one() -> None:
    def told(*counts: int, hurried: int) -> str:
        several = [
            replace(one, whole=replace(one.whole, silences=Silences(count, 0, 0)))
            for one, count in zip(monthly(len(counts)), counts, strict=True)
        ]
        several[hurried] = replace(several[hurried], lacks=(*several[hurried].lacks, Lack.HURRIED))
        return " ".join(written(of("quiet", *several)))

    assert "that are told" not in told(2, *range(20, 47), hurried=0), "all in earnest are"
    assert "of 26 that are told: from 21 to 46" in told(2, *range(20, 47), hurried=1)


def test_one_figure_is_not_called_a_range() -> None:
    always = written(of("plans", *monthly(14)))
    assert "always 7:20" in always and not any(one.startswith("from ") for one in always)
    few = [replace(one, members=SizeBand.UNDER_FIVE) for one in monthly(13)]
    assert "in one session: 0.45" in written(of("evenly", *few, monthly(14)[-1]))


def test_a_range_says_of_how_many_it_is_where_others_are_not_told() -> None:
    """Or it would be read as that of all, and the lowest of them as one that is not under five."""
    counts = [2, *range(12, 39)]
    several = [
        replace(one, whole=replace(one.whole, silences=Silences(count, 0, 0)))
        for one, count in zip(monthly(28), counts, strict=True)
    ]
    said = " ".join(written(of("quiet", *several)))
    assert "of 27 that are told: from 12 to 38 · median 25" in said
    assert "of 26 that are told: from 12 to 37 · lower median 24" in " ".join(
        written(of("quiet", *several[:-1]))
    )
    assert not [one for one in written(of("plans", *monthly(28))) if "that are told" in one]


def test_of_how_many_a_range_is_is_not_said_where_others_had_nothing_to_tell() -> None:
    several = [longer(one, 60 * n) for n, one in enumerate(monthly(14))]
    several[3] = replace(NOVEMBER, month=several[3].month, phases=NOVEMBER.phases[:1])
    figure = of("plans", *several)
    assert figure.rows[3][figure.columns.index("Discussion")] == "–"
    assert "from 7:20 to 20:20 · median 14:20" in written(figure)
    assert "that are told" not in " ".join(written(figure))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("count", [12, 28, 40])
def test_no_line_is_wider_than_its_drawing_where_counts_are_high(count: int, language: str) -> None:
    """In the widest letters that there may be; some are not told, some not known, or all are of rehearsals."""
    several = [talkative(one, n) for n, one in enumerate(monthly(count))]
    few = [replace(one, members=SizeBand.UNDER_FIVE) if n % 9 == 3 else one for n, one in enumerate(several)]
    hurried = [replace(one, lacks=(*one.lacks, Lack.HURRIED)) for one in several]
    for of_all in (several, few, hurried):
        for figure in compared(of_all, language, partial(text, language)):
            assert figure.svg, figure.key
            for one in ET.fromstring(figure.svg).iter(f"{SVG}text"):
                left, right, said = where(one, long_px(one.text or ""))
                assert left >= -1 and right <= WIDTH_PX, (figure.key, said)


def talkative(record: StructureRecord, n: int) -> StructureRecord:
    """Of whose counts some have three digits; the first one's are under five."""
    high = 100 + n if n else 2
    ways = BySpeaker(0, high, high)
    whole = replace(
        record.whole,
        silence_share=0.1 + n / 100,
        silences=Silences(10 + high, high + 6, high),
        turn_lengths=TurnLengths(*[high] * len(fields(TurnLengths))),
        transfers=Transfers(*[high] * len(fields(Transfers))),
        transitions=Transitions(ways, ways, BySpeaker(high, high, 7 * high)),
    )
    marked = Interventions(*[high] * len(Intervention))
    phases = tuple(replace(one, interventions=marked) for one in record.phases)
    return replace(record, whole=whole, phases=phases, lacks=())


@pytest.mark.parametrize("count", [28, 40])
def test_a_long_line_begins_anew_where_its_parts_do(count: int) -> None:
    several = [talkative(one, n) for n, one in enumerate(monthly(count))]
    (figure,) = [one for one in compared(several, "de", partial(text, "de")) if one.key == "quiet"]
    said = written(figure)
    at = said.index(f"von {count - 1}, die genannt sind:")
    assert said[at + 1] == f"von 101 bis {99 + count} · Median {100 + count // 2}"
    svg = ET.fromstring(figure.svg).iter(f"{SVG}text")
    tops = {one.text: float(one.attrib["y"]) for one in svg if "label" in one.attrib["class"]}
    for name, below in (
        ("Stille über 3 Sekunden", "von 12 "),
        ("Davon über 30 Sekunden", said[at]),
    ):
        (top,) = [y for words, y in tops.items() if (words or "").startswith(below)]
        assert top - tops[name] == LINE_PX, "and stands right below the name, like one that is short"


def longer(record: StructureRecord, by_s: int) -> StructureRecord:
    """And of nothing but its discussion."""
    of_all = [one for one in record.phases if one.kind == PhaseKind.DISCUSSION]
    phases = tuple(replace(one, actual_s=one.actual_s + by_s) for one in of_all)
    return replace(record, phases=phases)


@pytest.mark.parametrize(
    "count", [8, 26, *(pytest.param(n, marks=pytest.mark.slow) for n in (5, 10, 13, 14, 18, 20, 60))]
)
@pytest.mark.parametrize(
    ("language", "has_sign"), [*((one, "none") for one in languages()), ("de", "all"), ("fr", "by turns")]
)
def test_no_word_of_a_panel_covers_another_or_is_cut_off(count: int, language: str, has_sign: str) -> None:
    """Also where two share each month, and where nothing is known of the first."""
    signs = {"none": [[]], "all": [list(SIGNS)], "by turns": [[one] for one in SIGNS]}[has_sign]
    one_each = monthly(count)
    shared = sorted([*one_each[: count // 2], *one_each[: count // 2]], key=lambda one: one.month or "")
    for several in (one_each, shared, [replace(one_each[0], members=SizeBand.UNDER_FIVE), *one_each[1:]]):
        signed = [replace(one, lacks=(*one.lacks, *signs[n % len(signs)])) for n, one in enumerate(several)]
        for figure in compared(signed, language, partial(text, language)):
            lines = defaultdict(list)
            for one in ET.fromstring(figure.svg or "<svg/>").iter(f"{SVG}text"):
                if figure.key != "roles":
                    lines[one.attrib["y"]].append(where(one))
            for line in lines.values():
                ends = sorted(line)
                assert ends[0][0] >= -1 and ends[-1][1] <= WIDTH_PX + 4, (figure.key, ends)
                assert all(a[1] <= b[0] + 1 for a, b in pairwise(ends)), (figure.key, ends)


def where(one: ET.Element, long: float | None = None) -> tuple[float, float, str]:
    """From where to where it goes, as far as letters are known to be wide, or as `long`."""
    x, kind = float(one.attrib["x"]), one.attrib["class"].split()
    wide = LETTER_PX * len(one.text or "") if long is None else long
    if "transform" in one.attrib:  # upright: as wide as a line is high, and its feet stand at x
        return x + TURNED_PX - TURNED_LINE_PX, x + TURNED_PX, one.text or ""
    left = x - wide / 2 if "name" in kind else x - wide if "said" in kind else x
    return left, left + wide, one.text or ""


def test_what_some_were_planned_for_is_told_from_what_to_what_where_they_are_many() -> None:
    several = [
        replace(one, phases=tuple(replace(of, planned_s=(of.planned_s or 0) + 60 * n) for of in one.phases))
        for n, one in enumerate(monthly(14))
    ]
    assert "planned 25:00–38:00" in written(of("plans", *several))


def test_a_sign_stands_on_its_column_where_its_month_has_no_room() -> None:
    several = monthly(26)
    several[7] = replace(several[7], lacks=(*several[7].lacks, Lack.MEASURED_IN_PART))
    figure = of("plans", *several)
    assert written(figure).count("*") == len(figure.columns) - 1
    assert "*" not in "".join(written(of("plans", *several[:7])))


@pytest.mark.parametrize(("signed", "above"), [([7, 9], ["*", "*"]), ([7, 8], ["*"]), ([0, 39], ["*", "*"])])
def test_neighbours_that_have_no_room_for_a_sign_each_have_one_with_a_stroke_above_each(
    signed: list[int], above: list[str]
) -> None:
    several = monthly(40)
    for n in signed:
        several[n] = replace(several[n], lacks=(*several[n].lacks, Lack.MEASURED_IN_PART))
    figure = of("plans", *several)
    panels = len(figure.columns) - 1
    assert [one for one in written(figure) if one == "*"] == above * panels
    thin = [one for one in ET.fromstring(figure.svg).iter(f"{SVG}rect") if one.get("class") == "foot"]
    widths = [float(one.attrib["width"]) for one in thin if one.get("height") == "1.0"]
    pitch = max(widths) / 40
    assert sum(1 for one in widths if abs(one - pitch) < 0.1 and one > 1) == len(signed) * panels


def test_of_what_only_some_were_planned_for_nothing_is_said_beside_the_name() -> None:
    few = [
        replace(one, phases=tuple(replace(of, planned_s=None) for of in one.phases)) for one in monthly(14)
    ]
    few[3] = monthly(14)[3]
    figure = of("plans", *few)
    assert not any(one.startswith("planned ") for one in written(figure))
    assert "planned" in classes(figure) and "7:20 (25:00)" in figure.rows[3], "its stroke, and in the table"


@settings(deadline=None, max_examples=50)
@given(st.floats(1, 84), st.floats(0, 84))
def test_no_figure_stands_on_a_stroke_or_on_its_column(high: float, mark: float) -> None:
    svg = empty(200, "t")
    draw(svg, Column(high, "12:30", mark), Place(100, 150, 60, 1), "12:30")
    (figure,) = svg.iter("text")
    foot = float(figure.attrib["y"])
    strokes = [float(one.attrib["y"]) for one in svg.iter("rect") if one.get("class") == "planned"]
    assert not any(foot - 11 < y + 3 and y < foot for y in strokes) and foot <= 150 - high


def test_a_small_figure_stands_above_its_column_not_on_it() -> None:
    svg = empty(200, "t")
    draw(svg, Column(4.2, "0.05"), Place(100, 150, 60, 1), "0.05")
    assert [one.attrib["y"] for one in svg.iter("text")] == ["140.8"], "as far above it as of a higher one"
