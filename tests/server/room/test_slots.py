"""Slots that seats borrow: nobody shares one, whoever needs one keeps it, and pages know before a packet comes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation import commands as c
from facilitation.reach import Reach
from facilitation.vocabulary import Circle, Role, SeatId
from server.room.slots import Slots, assign
from tests.facilitation.forms import FISHBOWL
from tests.server.memory import Page
from tests.server.room.stage import ANN, BEN, LEADER, Stage

COUNT = 4
SEATS = frozenset(map(SeatId, range(1, 12)))
some = st.frozensets(st.sampled_from(sorted(SEATS)), max_size=COUNT)


def everyone_hears(audio: frozenset[SeatId], video: frozenset[SeatId]) -> dict[SeatId, Reach]:
    return {listener: Reach(audio - {listener}, video - {listener}) for listener in SEATS}


@given(st.lists(some, max_size=12))
def test_a_seat_has_a_slot_of_its_own_and_keeps_it_while_it_needs_one(
    course: list[frozenset[SeatId]],
) -> None:
    slots: Slots = {}
    needed: frozenset[SeatId] = frozenset()
    for wanted in course:
        after = assign(everyone_hears(wanted, wanted), slots, COUNT)
        assert wanted <= after.keys()
        assert sorted(set(after.values())) == sorted(after.values()), "two share a slot"
        assert set(after.values()) <= set(range(1, COUNT + 1))
        for seat in wanted & needed:
            assert after[seat] == slots[seat], "a slot moved under a voice"
        slots, needed = after, wanted


@given(some, st.frozensets(st.sampled_from(sorted(SEATS))))
def test_a_voice_goes_before_a_picture(heard: frozenset[SeatId], seen: frozenset[SeatId]) -> None:
    slots = assign(everyone_hears(heard, seen), {}, COUNT)
    assert heard <= slots.keys()
    assert len(slots) == min(COUNT, len(heard | seen))


def test_who_comes_back_finds_the_same_slot_if_nobody_needed_it() -> None:
    one = assign(everyone_hears(frozenset(map(SeatId, (1, 2, 3))), frozenset()), {}, COUNT)
    other = assign(everyone_hears(frozenset(map(SeatId, (1, 2))), frozenset()), one, COUNT)
    assert assign(everyone_hears(frozenset(map(SeatId, (1, 2, 3))), frozenset()), other, COUNT) == one


async def test_in_a_small_circle_a_seat_is_its_slot(stage: Stage) -> None:
    await stage.gather()
    assert stage.room.snapshot(BEN)["slots"] is None
    assert stage.plane.slots is None


async def test_a_large_circle_is_told_of_a_slot_before_anything_comes_in_it() -> None:
    stage = Stage(form=FISHBOWL)
    await stage.open()
    for _ in range(20):
        await stage.ok(c.TakeSeat(Role.MEMBER if stage.room.state.seats else Role.LEADER), None)
    late = SeatId(20)
    for seat in range(2, 21):
        await stage.ok(c.Admit(SeatId(seat)))
    page = Page(stage.journal)
    stage.room.enter(ANN, page)
    stage.journal.clear()
    await stage.ok(c.Begin())
    stage.journal.clear()
    await stage.ok(c.MoveSeat(late, Circle.INNER))
    told = next(message for event, message in page.got if event == "slots")["slots"]
    assert told[str(late)] == stage.plane.slots[20] <= 16
    assert stage.room.snapshot(ANN)["slots"] == told
    happened = [entry[0] for entry in stage.journal]
    widened = max(n for n, what in enumerate(happened) if what == "reach")
    assert happened.index("slots") < widened, "the pages were told too late"
    assert told[str(LEADER)] == stage.plane.slots[1]
