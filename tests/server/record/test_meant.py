"""What a figure means is said where it stands: of whom it is, and how close to it the session was."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import accumulate
from xml.etree import ElementTree as ET

import pytest

from facilitation.structure_record import PHASE_WORDS, Part, StructureRecord
from facilitation.vocabulary import Intervention, Keeping
from server.pages.language import languages, text
from server.record.compare import compared
from server.record.figure import Figure
from server.record.page import page
from tests.facilitation.worked_session import CIRCLE, SAID, a_group_of, a_session, record, spoke
from tests.server.record.any_record import before_groups
from tests.server.record.sums import sums
from tests.server.record.test_drawing import IMPORTED, IMPORTED_SEATS, WORDS, WORKED, drawn

SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
EVEN = replace(WORKED, whole=replace(WORKED.whole, gini=Part(0.0), evenness=Part(1.0)))


def test_shares_that_are_nearly_even_are_not_called_so() -> None:
    assert "Gini under 0.03, evenness over 0.97 (where all speak" in drawn("shares", EVEN).note
    assert "Gini 0.00, evenness 1.00 (where all speak" in drawn("shares", replace(EVEN, version=2)).note, (
        "as it was"
    )
    assert "1.00 over 0.97" in of("evenly").note and "steps" not in of("evenly", version=2).note


def test_members_are_said_to_be_with_or_without_whoever_presented() -> None:
    named = sums(WORKED)
    assert named["Members, whoever presented among them"] == "5"
    assert "Members spoke, apart from whoever presented" in named and "Members spoke" not in named
    assert "as a member before and after it" in of("roles").note
    assert not of("roles", cases=0).note and "Members" in sums(replace(WORKED, cases=0))


def test_what_stands_at_the_end_of_a_seats_row_has_a_heading() -> None:
    shown = drawn("timeline", SEATS)
    for svg in (shown.svg, shown.narrow):
        spoke = [one for one in ET.fromstring(svg).iter() if one.text == "Spoke"]
        assert len(spoke) == 1 and "said" in spoke[0].attrib["class"]
    assert "has the presenter’s colour" in shown.note and "a whole step" in shown.reading
    assert "their seat has what they said as a member, too, before and after it" in shown.reading
    assert SEATS.timeline is not None
    nobody = replace(SEATS, timeline=replace(SEATS.timeline, presented=()))
    assert "colour" not in drawn("timeline", nobody).note


@pytest.mark.parametrize(
    ("language", "other"), [("en", "session"), ("fr", "séance"), ("de", "sitzung|zusammenkunft")]
)
@pytest.mark.parametrize("made", [IMPORTED, IMPORTED_SEATS, before_groups(IMPORTED_SEATS)])
def test_an_imported_meeting_is_called_a_meeting_throughout(
    made: StructureRecord, language: str, other: str
) -> None:
    words = partial(text, language)
    shown = re.sub(r'<style>.*?</style>|data:[^"]*', "", page(made, language, words), flags=re.DOTALL)
    assert not re.findall(other, shown, re.IGNORECASE)
    assert words("phase-whole_meeting") == words("record-whole-voices")


SIMILAR, LONGER = "On the whole, members spoke for similar times.", "Some members spoke longer than others."


@pytest.mark.parametrize(
    ("said_s", "words"),
    [
        ((60, 60, 60, 60, 60, 60, 60), SIMILAR),
        ((66, 64, 62, 60, 58, 56, 54), SIMILAR),
        ((85, 80, 74, 68, 62, 56, 50), LONGER),
        ((*[60] * 15, 0), SIMILAR),
    ],
)
def test_members_of_whom_one_spoke_much_longer_are_not_called_alike(
    said_s: tuple[int, ...], words: str
) -> None:
    """The longest 1.7 times as long as the shortest: some spoke longer. Nor is anything said of all."""
    begins = [*accumulate(said_s, initial=0)]
    seats = sorted((meeting := a_group_of(len(said_s), 1000)).state.seats)[2:]
    said = [(seat, begin, begin + s) for seat, begin, s in zip(seats, begins, said_s, strict=False) if s]
    assert drawn("shares", record(meeting, spoke(*said))).note.startswith(words)


SHORT = replace(WORKED, whole=replace(WORKED.whole, measured_s=15, silence_s=10, silence_share=Part(0.63)))


@pytest.mark.parametrize("language", languages())
def test_that_percentages_are_of_times_before_they_are_rounded_is_said_beside_them(language: str) -> None:
    """10 of 15 seconds are no 63 %; and who took the floor may have spoken for 0:00."""
    words = partial(text, language)
    shown = unescape(page(SHORT, language, words))
    assert "0:10 · " in shown and words("figure-percent", part=63) in shown
    assert words("record-percentages") in shown and re.search(r"0:00\D+3 (se|Se)", words("record-minutes"))


def of(key: str, **other: int) -> Figure:
    several = [replace(WORKED, **other)] * 2  # type: ignore[arg-type]
    return next(one for one in compared(several, "en", WORDS) if one.key == key)


@pytest.mark.parametrize("language", languages())
def test_what_leaders_do_is_not_called_as_a_phase_is(language: str) -> None:
    """Below the name of the phase stands what they did in it."""
    phases = {text(language, f"phase-{kind}") for kind in PHASE_WORDS}
    assert not phases & {text(language, f"intervention-{kind}") for kind in Intervention}
