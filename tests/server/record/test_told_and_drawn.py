"""A bar and the figures below it say the same, however the times were rounded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.structure_record import OWN, BySpeaker, FormatKey, Lack, PhaseStructure, StructureRecord
from server.formats import load
from server.record.bars import LETTERED, LONGEST_PX, SPEAKERS, letters
from server.record.compare import compared
from server.record.drawing import LEGEND, figures
from server.record.figure import Figure
from server.record.panels import PLOT_PX
from server.record.phases import plans_all
from tests.server.record.any_record import of_unknown_roles, records
from tests.server.record.sums import sums
from tests.server.record.test_drawing import SVG, WORDS, WORKED, drawn, written

UNPLANNED = replace(WORKED.phases[0], planned_s=0)
NO_TURNS = BySpeaker(0, 0, 0)
UNDER = "<\u00a03\u00a0s"
"""Of whom had a turn, that came to nothing: no bar is as short."""


def bars(figure: Figure) -> list[dict[str, float]]:
    """Of each row what is drawn, and how wide; those that have nothing are not among them."""
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    for one in ET.fromstring(figure.svg).iter(f"{SVG}rect"):
        if one.attrib["height"] == "16.0":
            rows[one.attrib["y"]][one.attrib["class"]] = float(one.attrib["width"])
    return [rows[y] for y in sorted(rows, key=float)]


def told(row: tuple[str, ...], *, roles: bool) -> set[str]:
    names = LETTERED if roles else ("", "", "everyone", "silence")
    return {name for name, cell in zip(names, row[3:], strict=True) if name and cell not in ("0:00", UNDER)}


def line_below(figure: Figure) -> str:
    texts = ET.fromstring(figure.svg).iter(f"{SVG}text")
    return "".join(one.text or "" for one in texts if one.get("class") == "label soft")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=records())
def test_of_any_record_a_part_is_drawn_exactly_where_it_is_told_and_whoever_had_a_turn_is_told(
    made: StructureRecord,
) -> None:
    """In the table, and in the line below the bar where roles are known."""
    for one in (made, of_unknown_roles(made)):
        for phase in one.phases:
            course = figures(replace(one, phases=(phase,)), WORDS)[0]
            shown = {kind for row in bars(course) for kind in row} - {"apart"}
            assert shown == told(course.rows[0], roles=one.leaders is not None)
            cells = dict(zip(LETTERED, course.rows[0][3:], strict=True))
            for who in SPEAKERS:
                had = bool(getattr(phase.turns, who)) and getattr(phase.speech_s, who) == 0
                assert (cells[who] == UNDER) is had, who
            if one.leaders is not None:
                known_by = letters(LEGEND, WORDS)
                parts = [f"{known_by[who]}\u00a0{cell}" for who, cell in cells.items() if cell != "0:00"]
                assert line_below(course) == " · ".join(parts)


def of(
    measured_s: int, leader: int, presenter: int, member: int, silence_s: int, turns: BySpeaker = NO_TURNS
) -> PhaseStructure:
    spoke = BySpeaker(leader, presenter, member)
    return replace(
        UNPLANNED,
        actual_s=measured_s,
        measured_s=measured_s,
        speech_s=spoke,
        turns=turns,
        silence_s=silence_s,
        paused_s=0,
    )


@pytest.mark.parametrize(
    ("phase", "line", "parts"),
    [
        (of(5, 0, 0, 5, 5), "M 0:05 · S 0:05", {"member": 1 / 2, "silence": 1 / 2}),
        (of(10, 5, 0, 5, 10), "L 0:05 · M 0:05 · S 0:10", {"leader": 1 / 4, "member": 1 / 4, "silence": 1 / 2}),
        (of(600, 0, 0, 5, 600), "M 0:05 · S 10:00", {"member": 5 / 605, "silence": 600 / 605}),
        (of(600, 5, 0, 900, 590), "L 0:05 · M 15:00 · S 9:50", {"silence": 590 / 600}),
        (of(0, 0, 0, 5, 0), "M 0:05", {"member": 1}),
        (of(5, 0, 0, 0, 5), "S 0:05", {"silence": 1}),
        (of(10, 0, 0, 0, 5), "S 0:05", {"silence": 1 / 2}),
        (of(10, 5, 0, 0, 5, BySpeaker(2, 2, 0)), "L 0:05 · P < 3 s · S 0:05", {"leader": 1 / 2, "silence": 1 / 2}),
        (of(10, 0, 0, 0, 10, BySpeaker(0, 0, 1)), "M < 3 s · S 0:10", {"silence": 1}),
        (of(20, 5, 0, 10, 5), "L 0:05 · M 0:10 · S 0:05", {"leader": 1 / 4, "member": 1 / 2, "silence": 1 / 4}),
    ],
)  # fmt: skip
def test_a_phase_of_seconds_is_drawn_as_the_line_below_tells_it(
    phase: PhaseStructure, line: str, parts: dict[str, float]
) -> None:
    figure = drawn("course", replace(WORKED, phases=(phase,)))
    said = [one.text or "" for one in ET.fromstring(figure.svg).iter(f"{SVG}text")]
    assert line in [one.replace("\u00a0", " ") for one in said]
    (shown,) = bars(figure)
    known_by = letters(LEGEND, WORDS)
    assert {known_by[kind] for kind in shown if kind != "apart"} == {
        one.split()[0] for one in line.split(" · ") if "<" not in one
    }
    for kind, part in parts.items():
        assert shown[kind] == pytest.approx(max(1, LONGEST_PX * part - 1), abs=0.1), kind


def test_a_phase_of_which_nothing_can_be_told_is_drawn_apart() -> None:
    """Seconds of speech and of silence that each round to nothing: it took place all the same."""
    figure = drawn("course", replace(WORKED, phases=(of(5, 0, 0, 0, 0),)))
    assert bars(figure) == [{"apart": pytest.approx(LONGEST_PX - 1, abs=0.1)}]


@pytest.mark.parametrize(
    ("lacks", "form", "plan"),
    [
        ((Lack.HURRIED,), WORKED.format, UNDER),
        ((Lack.HURRIED,), OWN, "0:00"),
        ((), WORKED.format, "0:00"),
    ],
)
def test_what_took_no_step_took_place_and_was_planned_where_each_phase_is(
    lacks: tuple[Lack, ...], form: FormatKey, plan: str
) -> None:
    """A minute of a plan is a second where a rehearsal goes sixty times as fast; a format of a group's own may have
    none."""
    short = replace(of(0, 0, 0, 0, 0), turns=BySpeaker(0, 0, 3))
    made = replace(WORKED, phases=(short, WORKED.phases[0]), lacks=lacks, format=form)
    course, held = drawn("course", made), drawn("held", made)
    assert course.rows[0][1:3] == (plan, UNDER) and held.rows[0][2] == plan
    assert list(bars(course)[0]) == ["apart"] and "member" in bars(held)[0]
    assert [f"planned {plan}" in figure.svg.replace("&lt;", "<") for figure in (course, held)] == [
        plan != "0:00"
    ] * 2
    strokes = [figure.svg.count('class="planned"') for figure in (course, held)]
    assert strokes == [2 + (plan != "0:00"), 1 + (plan != "0:00")], "beside that of the legend"
    assert WORDS("record-minutes") in course.below and WORDS("figure-stacked") in course.below


@pytest.mark.parametrize(
    ("lacks", "form", "back", "took", "plan"),
    [
        ((Lack.HURRIED,), WORKED.format, [False], "< 3 s", "< 3 s"),
        ((Lack.HURRIED,), WORKED.format, [False, False], "< 5 s", "< 5 s"),
        ((Lack.HURRIED,), WORKED.format, [False, False, True], "< 8 s", "< 5 s"),
        ((Lack.HURRIED,), WORKED.format, [True], "< 3 s", ""),
        ((Lack.HURRIED,), OWN, [False], "< 3 s", ""),
        ((), WORKED.format, [False], "< 3 s", ""),
    ],
)
def test_side_by_side_it_is_told_as_on_the_page_of_one(
    lacks: tuple[Lack, ...], form: FormatKey, back: list[bool], took: str, plan: str
) -> None:
    """Each of several phases of a kind may have been as long; what was gone back to was planned once."""
    phases = tuple(replace(of(0, 0, 0, 0, 0), stepped_back=one) for one in back)
    made = replace(WORKED, phases=phases, lacks=lacks, format=form)
    plans = next(one for one in compared([made, made], "en", WORDS) if one.key == "plans")
    cell = f"{took} ({plan})" if plan else took
    assert [row[1].replace("\u00a0", " ") for row in plans.rows] == [cell, cell]
    said = [one.replace("\u00a0", " ") for one in written(plans)]
    assert said.count(took) == 2 and [one for one in said if one.startswith("planned ")] == (
        [f"planned {plan}"] if plan else []
    )
    rects = [one for one in ET.fromstring(plans.svg).iter(f"{SVG}rect") if one.get("class") == "member"]
    assert [float(one.attrib["height"]) for one in rects] == [PLOT_PX] * 2
    assert plans.svg.count('class="planned"') == (3 if plan else 0), "with that of the legend"


@pytest.mark.parametrize("speed", [1.5, 60, 1e9])
def test_each_phase_of_each_format_of_ours_has_a_plan_however_fast_it_goes(speed: float) -> None:
    """Only so may a plan of a hurried rehearsal that comes to nothing be told as one."""
    for key, entry in load().entries.items():
        made = replace(WORKED, format=FormatKey(key), lacks=(Lack.HURRIED,))
        assert plans_all(made) and all(one.typical_ms for one in entry.form.scaled(speed).phases), key


@pytest.mark.parametrize(("more_s", "said"), [(0, False), (20, False), (25, True), (600, True)])
def test_where_several_spoke_at_once_the_drawing_says_how_its_bar_shares_the_time(
    more_s: int, said: bool
) -> None:
    """What comes to a little more than was measured may be rounded."""
    spoke = BySpeaker(leader=40 + more_s, presenter=80, member=100)
    phase = replace(WORKED.phases[0], speech_s=spoke, silence_s=80, measured_s=300, actual_s=300)
    course = figures(replace(WORKED, phases=(phase,)), WORDS)[0]
    assert ("in proportion" in course.note) is said


def test_in_all_too_whoever_had_a_turn_spoke() -> None:
    short = of(10, 5, 0, 0, 5, BySpeaker(2, 2, 0))
    whole = replace(WORKED.whole, speech_s=short.speech_s)
    rows = sums(replace(WORKED, phases=(short, short), whole=whole))
    spoke = [rows[WORDS(f"record-{who}")] for who in ("leaders", "presenter", "members-apart")]
    assert spoke == ["0:05", UNDER, "0:00"]
