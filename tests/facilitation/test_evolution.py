"""What single events change, and what they leave as it is: seen without the decisions that lead to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import evolve, fold
from facilitation.format import Format
from facilitation.state import PrivateRoom, Round, Seat, SessionState, Turn
from facilitation.vocabulary import (
    Circle,
    Code,
    Floor,
    Gate,
    Hold,
    Link,
    Part,
    Role,
    SeatId,
    Stance,
    Standing,
    Word,
)
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, at
from tests.facilitation.forms import CLASSIC, FISHBOWL, PSYCHODRAMA, TWO_CASES

CALL, DISCUSSION, CLOSING = (CLASSIC.index(key) or 0 for key in ("case_call", "discussion", "closing"))


def of(form: Format = CLASSIC, **fields: Any) -> SessionState:
    return replace(at("discussion", form).state, **fields)


def entered(phase: int, *, case: int = 1, back: bool = False) -> e.PhaseEntered:
    return e.PhaseEntered(7, 99, phase, case, None, back)


# --- the way ---


def test_without_a_presenter_nobody_is_pushed_back_and_nobody_has_presented() -> None:
    state = evolve(of(presenter=None, presented={}), entered(DISCUSSION))
    assert (state.stance, state.presented) == (Stance.IN_CIRCLE, {})
    assert evolve(of(presented={}), entered(CLOSING)).presented == {}, "a phase that needs no presenter"
    assert evolve(of(presented={}), entered(DISCUSSION)).presented == {1: ANN}
    assert evolve(of(presented={}), entered(DISCUSSION, back=True)).presented == {}


def test_a_new_case_begins_with_nothing_of_the_last() -> None:
    state = evolve(of(accepted=True, not_awaited=True, presenter_overdue=True), entered(CALL, case=2))
    assert (state.presenter, state.accepted, state.not_awaited, state.presenter_overdue) == (
        None,
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("left", "held", "after"),
    [
        (DISCUSSION, {DISCUSSION: 2}, {DISCUSSION: 1}),
        (DISCUSSION, {}, {DISCUSSION: 0}),
        (CALL, {CALL: 2, DISCUSSION: 1}, {CALL: 2, DISCUSSION: 1}),
        (CALL, {}, {CALL: 0}),
    ],
)
def test_a_step_back_undoes_the_step_that_led_here_but_not_the_call_of_a_case(
    left: int, held: dict[int, int], after: dict[int, int]
) -> None:
    assert evolve(of(phase_index=left, held=held), entered(0, back=True)).held == after


def test_how_often_a_phase_was_held_is_counted_by_the_case_and_calls_in_all() -> None:
    held = {CALL: 1, DISCUSSION: 2}
    assert evolve(of(held=held), entered(DISCUSSION)).held == {CALL: 1, DISCUSSION: 3}
    assert evolve(of(held=held), entered(CALL)).held == held, "the same case is called again"
    assert evolve(of(held=held), entered(CALL, case=2)).held == {CALL: 2}


# --- the clocks ---


def test_the_clocks_stand_still_since_the_first_reason() -> None:
    state = fold(of(), [e.ClockHeld(5, Hold.PRESENTER), e.SessionPaused(9)])
    assert (state.stopped_at, state.holds) == (5, {Hold.PRESENTER: 5, Hold.PAUSE: 9})


# --- who is here ---


def test_whoever_leaves_leaves_nothing_behind_on_the_seat() -> None:
    left = {
        SeatId(n): Seat(one.role, one.standing, Link.UP, 3, True, 4, True) for n, one in of().seats.items()
    }
    state = of(seats=left, named={ANN: BEN, CAT: DAN, BEN: CAT}, came_off=frozenset({BEN, CAT}))
    after = evolve(state, e.SeatLeft(7, BEN))
    assert after.seats[BEN] == Seat(Role.MEMBER, Standing.LEFT)
    assert after.seats[CAT] == left[CAT]
    assert (after.named, after.came_off) == ({CAT: DAN}, {CAT})


def test_whoever_is_left_in_the_private_room_joins_those_who_were_left_there_before() -> None:
    state = of(private=PrivateRoom(CARL, BEN), aside=frozenset({DAN}))
    assert evolve(state, e.SeatLeft(7, CARL)).aside == {BEN, DAN}
    assert evolve(state, e.SeatLeft(7, DAN)).aside == frozenset()
    assert evolve(state, e.PrivateRoomClosed(7, (BEN,))).aside == {BEN, DAN}


def test_what_happens_in_a_private_room_that_is_not_there_changes_nothing() -> None:
    for event in (e.PrivateRoomAsked(7, LEA), e.PrivateRoomLeft(7, LEA), e.PrivateRoomAgreed(7, BEN)):
        assert evolve(of(), event).private is None


def test_a_round_keeps_the_place_of_whoever_steps_out_of_their_turn_and_of_nobody_else() -> None:
    turn = Turn(1, CAT, 0, None)
    state = of(floor=Floor.ROUND, round=Round((DAN, BEN)), turn=turn)
    assert evolve(state, e.PrivateRoomOpened(7, CARL, BEN)).round == Round((DAN, BEN))
    assert evolve(state, e.PrivateRoomOpened(7, CARL, CAT)).round == Round((DAN, BEN), absent=(CAT,))
    back = replace(state, round=Round((DAN, BEN), returning=True))
    assert evolve(back, e.PrivateRoomOpened(7, CARL, CAT)).round == Round((DAN, BEN), returning=True)


def test_a_round_without_somebody_has_them_in_no_place() -> None:
    asked = Round((ANN, BEN), (CAT,), (DAN,))
    without = [asked.without(seat) for seat in (BEN, CAT, DAN)]
    assert without == [
        Round((ANN,), (CAT,), (DAN,)),
        Round((ANN, BEN), (), (DAN,)),
        Round((ANN, BEN), (CAT,)),
    ]


def test_nobody_who_asks_is_needed_for_the_two_to_have_agreed() -> None:
    state = of(private=PrivateRoom(CARL, BEN, agreed=frozenset({CARL})))
    assert evolve(state, e.PrivateRoomAgreed(7, BEN)).private == PrivateRoom(CARL, BEN)


# --- refusals and what is not done ---


def test_a_leader_is_not_taken_aside() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.DISTRESS), LEA)
    assert meeting.refused(c.OpenPrivateRoom(LEA), CARL).code is Code.NOT_ALLOWED


def test_whoever_sits_inside_already_presents_without_changing_places() -> None:
    meeting = at("case_call", FISHBOWL)
    meeting.ask(c.MoveSeat(BEN, Circle.INNER))
    meeting.ask(c.OfferCase(1), BEN)
    assert meeting.answer(c.ChoosePresenter(1, BEN)) == ["PresenterChosen"]


def test_a_floor_that_a_leader_has_set_outlasts_the_push_back() -> None:
    meeting = at("discussion")
    meeting.ask(c.Recall(meeting.state.entry))
    meeting.ask(c.SetFloor(meeting.state.entry, Floor.QUEUE, Gate.HARD))
    assert meeting.answer(c.PushBack(meeting.state.entry)) == ["PresenterPushedBack"]
    assert meeting.state.floor is Floor.QUEUE


def test_the_protagonist_may_be_played_by_another() -> None:
    meeting = at("casting", PSYCHODRAMA)
    assert meeting.state.cast.keys() == {ANN}
    assert meeting.answer(c.SwapParts(ANN, CAT)) == ["PartsSwapped"]
    assert {seat: one.part for seat, one in meeting.state.cast.items()} == {CAT: Part.PROTAGONIST}


def test_members_have_no_turn_in_the_leaders_phase() -> None:
    meeting = at("debrief")
    meeting.ask(c.SetFloor(meeting.state.entry, Floor.QUEUE, Gate.SOFT))
    refusal = meeting.refused(c.GrantTurn(meeting.state.entry, BEN))
    assert (refusal.code, refusal.detail) == (Code.NOT_ALLOWED, "the leaders are among themselves")


def test_the_shortest_grace_is_a_grace() -> None:
    form = replace(TWO_CASES, grace=replace(TWO_CASES.grace, speaker_ms=1))
    meeting = at("questions", form)
    meeting.link(BEN, True)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    assert e.ClockHeld(meeting.now, Hold.SPEAKER) in meeting.link(BEN, False)
