"""RTTM: what is read of published corpora, what is refused, and what comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.structure_record import BySpeaker, Lack, SeatOfRecord, Spoke, Timeline, Transitions
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping, Role
from server.record import rttm
from server.record.imported import record_of, too_short
from server.record.rttm import BadRttm, Tidied
from server.record.schema import from_json, to_json

TWO = """;; a comment
SPKR-INFO es2004 1 <NA> <NA> <NA> unknown Anna <NA> <NA>
SPEAKER es2004 1 10.50 4.250 <NA> <NA> Anna <NA> <NA>

SPEAKER es2004 1 14.0004 0 <NA> <NA> Ben <NA>
SPEAKER es2004 1 1e1 .5 <NA> <NA> Anna <NA> <NA>
"""


def test_seats_are_numbers_in_the_order_of_their_first_word() -> None:
    """In time, and not in the file."""
    said = [Segment(1, 10_500, 14_750), Segment(2, 14_000, 14_000), Segment(1, 10_000, 10_500)]
    assert rttm.read(TWO) == {"es2004": said}
    ben_first = rttm.read(TWO.replace("14.0004 0", "9.5 1"))["es2004"]
    assert [one.seat for one in ben_first] == [2, 1, 2]


def test_a_file_may_have_many_recordings() -> None:
    other = TWO.replace("es2004", "es2005").replace("Anna", "Carla")
    assert rttm.read(TWO + other) == {"es2004": rttm.read(TWO)["es2004"], "es2005": rttm.read(TWO)["es2004"]}


def test_what_overlaps_in_one_voice_or_has_no_length_is_counted() -> None:
    said = [
        Segment(1, 0, 4000), Segment(2, 3000, 5000), Segment(1, 4000, 6000), Segment(1, 1000, 2000), Segment(3, 9, 9),
        Segment(2, 7000, 7000),
    ]  # fmt: skip
    whole = [Segment(1, 0, 6000), Segment(2, 3000, 5000)]
    assert rttm.tidied(said) == Tidied(whole, joined=2, empty=2, unheard=1, unordered=2)
    assert rttm.tidied(whole) == Tidied(whole, 0, 0, 0, 0)
    together = [Segment(1, 0, 2000), Segment(2, 0, 1000)]
    assert rttm.tidied(together).unordered == 0
    with pytest.raises(BadRttm, match="no segment in it has a length"):
        rttm.tidied(said[-1:])


LINE = "SPEAKER a 1 1 2 <NA> <NA> Anna <NA> <NA>"
WRONG = {
    "": "no line says that anybody spoke",
    ";; SPEAKER": "no line says that anybody spoke",
    "Anna spoke": "line 1: not a line of RTTM",
    f"{LINE}\nSPEAKER a 1 1 2 <NA> <NA> Anna": "line 2: not a line of RTTM",
    f"{LINE} x": "line 1: not a line of RTTM",
    LINE.replace("1 1 2", "1 -1 2"): "line 1: the start is negative",
    LINE.replace("1 1 2", "1 1 -2"): "line 1: the length is negative",
    f"Anna\n{LINE}\n{LINE} x\nAnna": "line 1: not a line of RTTM; 3 lines are wrong, the next is 3",
    LINE.replace("1 1 2", "1 Anna 2"): "line 1: the start is no number",
    LINE.replace("1 1 2", "1 1 nan"): "line 1: the length is no number",
    LINE.replace("1 1 2", "1 1 inf"): "line 1: the length is no number",
    LINE.replace("1 1 2", "1 1 <NA>"): "line 1: the length is no number",
    LINE.replace("1 1 2", "1 1 1_0"): "line 1: the length is no number",
    LINE.replace("1 1 2", "1 1 ٢"): "line 1: the length is no number",
    LINE.replace("1 1 2", "1 604800.001 2"): "line 1: the start is later than a week",
    LINE.replace("1 1 2", "1 1e999999999 2"): "line 1: the start is later than a week",
    LINE.replace("1 1 2", "1 1 604800.001"): "line 1: the length is longer than a week",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_rttm_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(BadRttm) as refused:
        rttm.read(text)
    assert str(refused.value) == WRONG[text], "nothing of the file is repeated"


def test_a_week_is_the_most() -> None:
    assert rttm.read(LINE.replace("1 1 2", "1 604800 604800"))["a"][0].end_ms == 2 * 604_800_000


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.integers(0, 10**7), st.integers(0, 10**6)).map(
            lambda one: Segment(one[0], one[1], one[1] + one[2])
        ),
        min_size=1,
    )
)
def test_what_is_written_is_read_again(segments: list[Segment]) -> None:
    again = rttm.read(rttm.write(segments))["session"]
    in_order = sorted(segments, key=lambda one: (one.start_ms, one.seat))
    numbers: dict[int, int] = {}
    for one in in_order:
        numbers.setdefault(one.seat, len(numbers) + 1)
    assert again == [one._replace(seat=numbers[one.seat]) for one in in_order]


def test_a_voice_that_draws_breath_is_one_bar_and_is_so_when_it_is_read_again() -> None:
    """616 segments of 1.8 s with pauses of 0.9, which round to nothing one by one; then a murmur, which does."""
    said = [Segment(1, 2700 * n, 2700 * n + 1800) for n in range(616)] + [Segment(2, 1_700_000, 1_701_000)]
    made = record_of(said, Keeping.SEAT_TIMELINE).timeline
    assert made is not None and made.spoke == (Spoke(1, 0, 1660),)
    assert too_short(said) == 1
    told = record_of(
        [Segment(1 + n % 2, 5000 * n, 5000 * n + 5000) for n in (0, 2, 3, 5)], Keeping.SEAT_TIMELINE
    ).timeline
    assert told is not None and len(told.spoke) == 4
    (again,) = rttm.read(
        rttm.write(Segment(one.seat, 1000 * one.start_s, 1000 * one.end_s) for one in told.spoke)
    ).values()
    read = record_of(again, Keeping.SEAT_TIMELINE).timeline
    assert read is not None and read.spoke == told.spoke


def test_a_line_is_as_others_write_it() -> None:
    assert rttm.write([Segment(7, 1500, 2005)]) == "SPEAKER session 1 1.500 0.505 <NA> <NA> seat7 <NA> <NA>\n"


def test_overlapping_segments_of_one_seat_are_one() -> None:
    """Ten minutes of five: what is written twice is not said twice."""
    said = [Segment(1 + n % 5, n * 10_000, n * 10_000 + 8_000) for n in range(60)]
    assert record_of(said) == record_of(said + said)


def test_a_meeting_without_a_log_is_one_open_phase() -> None:
    made = record_of([Segment(4, 30_000, 60_000), Segment(9, 50_000, 90_000)])
    assert [(phase.kind, phase.began_s, phase.actual_s) for phase in made.phases] == [
        ("whole_meeting", 30, 60)
    ]
    assert (made.format, made.leaders, made.cases, made.whole.overlap_s) == ("own", None, None, 10)
    assert made.lacks == (
        Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS, Lack.INTERVENTIONS_NOT_NOTED, Lack.ROLES_UNKNOWN, Lack.PLAN_UNKNOWN,
    )  # fmt: skip
    assert made.whole.speech_s == BySpeaker(None, None, 70)
    assert made.phases[0].turns == BySpeaker(None, None, 2)
    assert made.whole.transitions == Transitions(None, None, BySpeaker(None, None, 1))
    assert from_json(to_json(made)) == made, "null is what it lacks, and nothing else is"


def test_of_a_public_meeting_it_may_be_told_who_spoke_when() -> None:
    said = [Segment(4, 30_000, 60_000), Segment(9, 50_000, 90_000)]
    made = record_of(said, Keeping.SEAT_TIMELINE)
    assert made.timeline == Timeline(
        (SeatOfRecord(1, Role.MEMBER, 30), SeatOfRecord(2, Role.MEMBER, 40)),
        (),
        (Spoke(1, 30, 60), Spoke(2, 50, 90)),
    )
    assert replace(made, level=Keeping.AGGREGATE, timeline=None) == record_of(said)
    assert from_json(to_json(made)) == made
