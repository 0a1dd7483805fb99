"""What is shown of each phase; and that whoever looks at a record's page sees all that would be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import BySpeaker, Interventions, Part, StructureRecord
from server.pages.language import languages, text
from server.record.canvas import WIDTH_PX, long_px
from server.record.drawing import figures
from server.record.figure import minutes
from server.record.phases import by_phase, silences
from tests.server.record.sums import sums
from tests.server.record.test_drawing import IMPORTED, SEATS, SVG, WORKED, bars, drawn

WORDS = partial(text, "en")
KINDS = {field.name for field in fields(Interventions)}


def test_phases_lie_along_time_each_against_its_plan() -> None:
    figure = drawn("held")
    until_s = max(one.began_s + max(one.planned_s or 0, one.actual_s + one.paused_s) for one in WORKED.phases)
    (longest,) = {width for kind, width in bars(figure) if kind == "lane"}
    px_each = longest / until_s
    lasted = [(width + 1) / px_each for kind, width in bars(figure) if kind == "member"]
    assert lasted == [pytest.approx(one.actual_s + one.paused_s, abs=3) for one in WORKED.phases]
    strokes = [
        float(one.attrib["x"]) + 1
        for one in ET.fromstring(figure.svg).iter(f"{SVG}rect")
        if one.get("class") == "planned"
    ]
    plans = [one.began_s + one.planned_s for one in WORKED.phases if one.planned_s]
    assert strokes == [pytest.approx(s * px_each, abs=0.1) for s in plans] and max(strokes) <= longest


@pytest.mark.parametrize("language", languages())
def test_a_phase_says_in_its_row_when_it_began_beside_its_bar(language: str) -> None:
    words = partial(text, language)
    svg = ET.fromstring(next(one for one in figures(WORKED, words) if one.key == "held").svg)
    told = [one.text or "" for one in svg.iter(f"{SVG}text") if one.get("class") == "end said"]
    assert told == [words("figure-began-at", time=minutes(one.began_s)) for one in WORKED.phases]
    (lane,) = {float(one.attrib["width"]) for one in svg.iter(f"{SVG}rect") if one.get("class") == "lane"}
    assert lane + max(map(long_px, told)) <= WIDTH_PX and all(not one[0].isdigit() for one in told)


def test_what_the_log_shows_of_a_phase_stands_in_its_table() -> None:
    """Worked by hand: a pause of 60 s, two push backs, 24 seconds at a closed microphone, one link lost."""
    figure = drawn("held")
    assert figure.columns[1:] == (
        "Began", "Planned", "The group at work", "Paused", "Pauses", "Presenter pushed back", "Times back",
        "Voice unheard meanwhile", "Connections lost",
    )  # fmt: skip
    assert figure.rows[4] == (
        "Discussion", "8:10", "25:00", "7:20", "1:00", "1", "6:50", "2", "0:25", "1",
    )  # fmt: skip


def test_turns_are_told_by_phase() -> None:
    figure = drawn("by_phase")
    assert figure.rows[4] == ("Discussion", "1", "1", "5", "3%", "0:10")
    assert sum(int(cell) for row in figure.rows for cell in row[1:4]) == 16, "as many as by their lengths"
    silent = drawn("silences")
    assert silent.rows[0] == ("The whole session", minutes(WORKED.whole.silence_s), "11", "6", "3")
    assert [sum(int(row[n]) for row in silent.rows[1:]) for n in (2, 3, 4)] == [11, 6, 3]


@pytest.mark.parametrize("language", languages())
def test_where_what_outlasts_its_phase_is_counted_is_said_where_there_are_phases(language: str) -> None:
    """Or 0 turns in a phase full of talk would read as a fault."""
    words = partial(text, language)
    for phases, there in ((WORKED.phases, True), (WORKED.phases[:2], True), (WORKED.phases[:1], False)):
        of_turns, of_silences = by_phase(phases, words), silences(WORKED.whole, phases, words)
        assert (words("figure-by_phase-runs-on") in of_turns.note) is there
        assert (words("figure-silences-note-phases") in of_silences.note) is there


LITTLE = "“–”: in that phase less than a minute was said"


@pytest.mark.parametrize(
    ("leader_s", "member_s", "cells"), [(10, 0, ("–", "3%")), (25, 30, ("–", "3%")), (25, 35, ("50%", "3%"))]
)
def test_the_leaders_part_is_judged_by_the_minute_of_each_phase(
    leader_s: int, member_s: int, cells: tuple[str, str]
) -> None:
    short = replace(WORKED.phases[0], speech_s=BySpeaker(leader_s, 0, member_s), leader_share=Part(0.5))
    figure = drawn("by_phase", replace(WORKED, phases=(short, WORKED.phases[4])))
    assert tuple(row[4] for row in figure.rows) == cells
    assert (LITTLE in figure.note) is ("–" in cells)


def test_where_nobody_spoke_in_a_phase_no_note_says_that_little_was_said() -> None:
    silent = replace(WORKED.phases[0], speech_s=BySpeaker(0, 0, 0), leader_share=None)
    figure = drawn("by_phase", replace(WORKED, phases=(silent, WORKED.phases[4])))
    assert figure.rows[0][4] == "–" and LITTLE not in figure.note


def test_a_silence_is_counted_where_it_began_and_its_time_divided() -> None:
    """From 10 to 20 in arrival; from 95 to 134, across its end at 100 and the whole case call."""
    assert [row[1:] for row in drawn("silences").rows[1:3]] == [
        ("0:15", "2", "1", "1"),
        ("0:30", "0", "0", "0"),
    ]


def test_of_an_imported_meeting_nothing_is_drawn_by_phase() -> None:
    assert not {"held", "by_phase"} & {one.key for one in figures(IMPORTED, WORDS)}
    assert [row[0] for row in drawn("silences", IMPORTED).rows] == ["The whole meeting"], "once"


def other(value: Any, name: str) -> Any:
    """Another that might stand there."""
    match value:
        case bool():
            return not value
        case StrEnum():
            return next(one for one in type(value) if one is not value)
        case int():
            return value + (5 if name.endswith("_s") else 1)
        case float():
            return (value + 0.5) % 1
        case _:
            return {"month": "2026-10", "format": "fishbowl", "kind": "debrief"}[name]


def seen(of: StructureRecord) -> object:
    return figures(of, WORDS), sums(of)


def unseen(made: StructureRecord) -> set[str]:
    """What might be another, and nobody would see it."""
    shown = seen(made)
    return {where.rpartition(".")[2] for where, of in changed(made) if seen(of) == shown}


def changed(whole: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The same with another value in one place, for each place."""
    if is_dataclass(whole):
        for field in fields(whole):
            value = getattr(whole, field.name)
            if field.name == "lacks" or (field.name == "seat" and not path.startswith("timeline.presented")):
                continue  # a number that must be that of a seat
            for where, one in changed(value, f"{path}.{field.name}" if path else field.name):
                yield where, replace(whole, **{field.name: one})  # type: ignore[type-var]
    elif isinstance(whole, tuple):
        for n, value in enumerate(whole):
            for where, one in changed(value, f"{path}.{n}"):
                yield where, (*whole[:n], one, *whole[n + 1 :])
    elif whole is not None:
        yield path, other(whole, path.rpartition(".")[2])


def test_whoever_looks_at_the_page_sees_all_that_is_kept() -> None:
    """Whatever stands there would be another page if it were another: but the version of the record's shape; the level,
    which whoever sees a timeline sees; and, where nobody noted any, what nobody noted. What `lacks` says is tested by
    itself."""
    assert SEATS.timeline is not None
    few = replace(SEATS.timeline, spoke=SEATS.timeline.spoke[:3])
    made = replace(SEATS, phases=(replace(SEATS.phases[4], case=2),), cases=2, timeline=few)
    assert unseen(replace(made, lacks=())) == {"version", "level"}
    sums = replace(made, timeline=None)
    assert unseen(sums) == {"version", "level", *KINDS} - {"time", "recall_presenter"}
