"""Of a cut that takes many at once, or the last leader, everybody sees until when they are awaited."""

from __future__ import annotations

import pytest

from facilitation.audience import Audience, view
from facilitation.evolution.cut import RETURNS_MS
from facilitation.vocabulary import SeatId
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, Meeting, at

EVERYONE = (LEA, CARL, ANN, BEN, CAT, DAN)


def linked(phase: str = "discussion") -> Meeting:
    meeting = at(phase)
    for seat in EVERYONE:
        meeting.link(seat, True)
    return meeting


def awaited(meeting: Meeting) -> dict[str, int]:
    seats = view(meeting.state, Audience.MEMBERS)["seats"]
    return {seat: one["returns_until"] for seat, one in seats.items() if "returns_until" in one}


@pytest.mark.parametrize(
    ("lost", "apart_ms", "returning"),
    [
        (EVERYONE, 0, EVERYONE),
        (EVERYONE, 2_000, EVERYONE),
        ((ANN, BEN, CAT), 0, (ANN, BEN, CAT)),
        ((ANN, BEN), 0, ()),
        ((ANN,), 0, ()),
        ((ANN, BEN, CAT), RETURNS_MS, ()),
        ((LEA,), 0, ()),
        ((LEA, CARL), 0, (LEA, CARL)),
        ((LEA, CARL), RETURNS_MS, (CARL,)),
    ],
    ids=["all", "in turn", "half", "fewer", "one", "long apart", "a leader", "both leaders", "the last leader"],
)  # fmt: skip
def test_who_is_said_to_be_returning(
    lost: tuple[SeatId, ...], apart_ms: int, returning: tuple[SeatId, ...]
) -> None:
    meeting = linked()
    for seat in lost:
        meeting.wait(apart_ms)
        meeting.link(seat, False)
    assert awaited(meeting) == {str(seat): meeting.now + RETURNS_MS for seat in returning}


@pytest.mark.parametrize(
    ("phase", "lost", "returning"),
    [
        ("leaving", (ANN, BEN, CAT, DAN, CARL), ()),
        ("leaving", (CARL, LEA), (CARL, LEA)),
        ("debrief", (ANN, BEN, CAT, DAN), ()),
        ("debrief", (ANN, BEN, CAT, DAN, CARL), ()),
        ("debrief", EVERYONE, (LEA, CARL)),
    ],
)
def test_nobody_is_awaited_whom_the_end_sends_home(
    phase: str, lost: tuple[SeatId, ...], returning: tuple[SeatId, ...]
) -> None:
    meeting = linked(phase)
    for seat in lost:
        meeting.link(seat, False)
    assert awaited(meeting) == {str(seat): meeting.now + RETURNS_MS for seat in returning}


def test_a_second_cut_also_awaits_whoever_is_not_back_from_the_first() -> None:
    meeting = linked()
    for seat in EVERYONE:
        meeting.link(seat, False)
    meeting.wait(10_000)
    for seat in (LEA, CARL, ANN, BEN, CAT):
        meeting.link(seat, True)
    meeting.wait(4_000)
    for seat in (LEA, CARL, ANN, BEN, CAT):
        meeting.link(seat, False)
    assert awaited(meeting) == {str(seat): meeting.now + RETURNS_MS for seat in EVERYONE}


@pytest.mark.parametrize("between_ms", [4_000, RETURNS_MS + 1_000])
def test_a_leader_who_is_back_without_sound_is_awaited_once_more_if_the_page_goes_again(
    between_ms: int,
) -> None:
    meeting = linked()
    meeting.page(LEA, True)
    meeting.lose(CARL, LEA)
    meeting.wait(RETURNS_MS)
    for _ in range(2):
        meeting.page(LEA, False)
        first = meeting.now + RETURNS_MS
        assert awaited(meeting) == {str(LEA): first}
        meeting.wait(1_000)
        meeting.page(LEA, True)
        assert awaited(meeting) == {str(LEA): first}, (
            "of a cut the sound comes last: the seat says so until then"
        )
        meeting.wait(between_ms)


def test_whoever_is_back_is_awaited_no_more_and_the_others_still_are() -> None:
    meeting = linked()
    for seat in EVERYONE:
        meeting.link(seat, False)
    for seat in (LEA, CARL, ANN, BEN, CAT):
        meeting.link(seat, True)
    assert awaited(meeting) == {str(DAN): meeting.now + RETURNS_MS}
    meeting.link(ANN, False)
    assert list(awaited(meeting)) == [str(DAN)], "a loss of its own"


def test_a_leader_whose_page_is_the_last_of_them_is_awaited_from_when_it_goes() -> None:
    meeting = linked()
    meeting.page(LEA, True)
    meeting.link(CARL, False)
    meeting.wait(RETURNS_MS)
    meeting.link(LEA, False)
    assert not awaited(meeting), "there, though not heard"
    meeting.wait(4_000)
    meeting.page(LEA, False)
    assert awaited(meeting) == {str(LEA): meeting.now + RETURNS_MS}


def test_of_two_the_one_who_is_lost_is_no_cut() -> None:
    meeting = at("discussion")
    meeting.link(LEA, True)
    meeting.link(ANN, True)
    meeting.link(ANN, False)
    assert awaited(meeting) == {}
