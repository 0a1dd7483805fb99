"""Of a cut that takes many at once, or the last leader, everybody sees until when they are awaited."""

from __future__ import annotations

import pytest

from facilitation.audience import Audience, view
from facilitation.evolution.cut import RETURNS_MS
from facilitation.vocabulary import SeatId
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, Meeting, at

EVERYONE = (LEA, CARL, ANN, BEN, CAT, DAN)


def linked() -> Meeting:
    meeting = at("discussion")
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
    since = {}
    for seat in lost:
        meeting.wait(apart_ms)
        since[seat] = meeting.now
        meeting.link(seat, False)
    assert awaited(meeting) == {str(seat): since[seat] + RETURNS_MS for seat in returning}


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
