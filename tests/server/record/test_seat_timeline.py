"""Which seat spoke when: what a bar spans, and what bars do not tell is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.structure_record import Spoke, StructureRecord
from server.pages.language import text
from tests.server.record.sums import sums
from tests.server.record.test_drawing import IMPORTED, SEATS, WORDS, drawn

DIFFERS = text("en", "figure-timeline-differs")


def with_bars(*spoke: Spoke) -> StructureRecord:
    assert SEATS.timeline is not None
    return replace(SEATS, timeline=replace(SEATS.timeline, spoke=spoke))


@pytest.mark.parametrize(
    ("start", "end", "phases"),
    [
        ("began", "ended", "{0}"),
        ("began", "over", "{0} – {1}"),
        ("began", "far", "{0} – {2}"),
        ("over", "far", "{1} – {2}"),
    ],
)
def test_a_bar_names_all_phases_in_which_it_lies(start: str, end: str, phases: str) -> None:
    begins = [one.began_s for one in SEATS.phases[:3]]
    at = {"began": begins[0], "ended": begins[1], "over": begins[1] + 5, "far": begins[2] + 5}
    more = drawn("timeline", with_bars(Spoke(1, at[start], at[end]))).more
    names = [WORDS(f"phase-{one.kind}") for one in SEATS.phases[:3]]
    assert more is not None and [row[0] for row in more.rows] == [phases.format(*names)]


def test_bars_of_one_seat_that_lie_in_other_phases_have_a_row_each() -> None:
    then = SEATS.phases[1].began_s
    more = drawn("timeline", with_bars(Spoke(1, 0, 5), Spoke(1, then - 5, then + 5), Spoke(2, 5, 10))).more
    assert more is not None
    assert [(row[0].count("–"), row[1][:6]) for row in more.rows] == [
        (0, "Seat 1"),
        (1, "Seat 1"),
        (0, "Seat 2"),
    ]


def test_where_what_was_said_is_more_or_less_than_the_bars_it_is_said_in_sight() -> None:
    assert SEATS.timeline is not None
    assert DIFFERS not in drawn("timeline", SEATS).note
    for apart in (-5, 5):
        first, *others = SEATS.timeline.seats
        seats = (replace(first, speech_s=(first.speech_s or 0) + apart), *others)
        differs = replace(SEATS, timeline=replace(SEATS.timeline, seats=seats))
        assert DIFFERS in drawn("timeline", differs).note
    unsummed = tuple(replace(one, speech_s=None) for one in SEATS.timeline.seats)
    earlier = replace(SEATS, timeline=replace(SEATS.timeline, seats=unsummed))
    assert DIFFERS not in drawn("timeline", earlier).note, "there is nothing from which they could differ"


def test_what_a_file_of_voices_cannot_tell_stands_on_one_line() -> None:
    *told, (unknown, names) = sums(IMPORTED).items()
    assert unknown == "Not known" and "not known" not in dict(told).values()
    assert names.split("; ") == [
        "Presenter spoke", "Leaders spoke", "The part of the push back in which the presenter was silent",
        "The leaders’ part of all that was said", "Leaders and co-leaders", "Month", "Way of working",
        "Cases presented",
    ]  # fmt: skip
