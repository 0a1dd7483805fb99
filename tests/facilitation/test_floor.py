"""The floor: whose it is, in which order, for how long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation.floor import floor_becomes, has_floor, on_turn_limit, turn_deadline, works
from facilitation.state import SessionState, Turn
from facilitation.vocabulary import TAKES_TURNS, Floor, Gate
from tests.facilitation.circle import ANN, BEN, CAT, DAN, LEA, MINUTE, Meeting, at
from tests.facilitation.forms import CLASSIC, FISHBOWL
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row


def asking() -> Meeting:
    meeting = at("questions")
    meeting.ask(c.GrantTurn(4, BEN))
    return meeting


@pytest.mark.parametrize(
    ("floor", "theirs"),
    [
        (Floor.OPEN, [LEA, ANN, BEN, CAT]),
        (Floor.QUEUE, [BEN]),
        (Floor.PRESENTER, [ANN]),
        (Floor.ASKER_AND_PRESENTER, [ANN, BEN]),
        (Floor.LEADERS, [LEA]),
        (Floor.ROUND, [BEN]),
        (Floor.SILENT, []),
    ],
)
def test_whose_the_floor_is(floor: Floor, theirs: list[int]) -> None:
    state = replace(asking().state, floor=floor)
    assert [seat for seat in (LEA, ANN, BEN, CAT) if has_floor(state, seat)] == theirs


@pytest.mark.parametrize("floor", [Floor.QUEUE, Floor.PRESENTER, Floor.ASKER_AND_PRESENTER])
def test_a_floor_of_nobody_is_nobodys(floor: Floor) -> None:
    state = replace(asking().state, floor=floor, turn=None, presenter=None)
    assert [seat for seat in (LEA, ANN, BEN, CAT) if has_floor(state, seat)] == []


def test_hands_wait_in_the_order_they_were_raised() -> None:
    meeting = at("questions")
    for seat in (DAN, BEN, CAT):
        meeting.ask(c.RaiseHand(), seat)
    meeting.ask(c.LowerHand(), BEN)
    meeting.ask(c.RaiseHand(), BEN)
    assert meeting.state.hands == (DAN, CAT, BEN)


def test_whoever_is_granted_the_turn_lowers_the_hand() -> None:
    meeting = at("questions")
    for seat in (DAN, CAT):
        meeting.ask(c.RaiseHand(), seat)
    meeting.ask(c.GrantTurn(4, CAT))
    assert (meeting.state.hands, meeting.state.turn and meeting.state.turn.seat) == ((DAN,), CAT)


def test_turns_are_counted_for_each_seat() -> None:
    meeting = at("questions")
    for seat in (BEN, CAT, BEN):
        meeting.ask(c.GrantTurn(meeting.state.entry, seat))
    assert meeting.state.taken == {BEN: 2, CAT: 1}


def test_why_nobody_asks_in_the_leaders_own_room() -> None:
    assert str(at("debrief").refused(c.RaiseHand(), BEN)) == "not_allowed: the leaders are among themselves"


def test_hands_and_the_turn_belong_to_the_phase() -> None:
    meeting = asking()
    meeting.ask(c.RaiseHand(), CAT)
    meeting.advance()
    assert (meeting.state.hands, meeting.state.turn) == ((), None)


def test_a_turn_lasts_as_long_as_the_format_says() -> None:
    meeting = at("questions")
    meeting.wait(5_000)
    meeting.ask(c.GrantTurn(4, BEN))
    assert turn_deadline(meeting.state) == 5_000 + MINUTE
    meeting.wait(MINUTE)
    assert turn_deadline(meeting.state) is None, "it has been said"


def test_a_turn_without_a_limit_has_no_deadline() -> None:
    meeting = at("arrival")
    meeting.ask(c.GrantTurn(1, BEN))
    assert meeting.state.turn and meeting.state.turn.ends_at is None
    assert turn_deadline(meeting.state) is None


def test_turns_are_numbered_through_the_session() -> None:
    meeting = asking()
    meeting.ask(c.GrantTurn(4, CAT))
    meeting.advance()
    meeting.ask(c.GrantTurn(5, DAN))
    assert meeting.state.turn and meeting.state.turn.number == 3


def test_a_command_about_the_turn_before_is_late() -> None:
    meeting = asking()
    meeting.ask(c.GrantTurn(4, CAT))
    assert meeting.refused(c.EndTurn(1)).detail == "turn 1 is now 2"


@pytest.mark.parametrize("gone", [c.Leave(), c.Remove(BEN)])
def test_whoever_goes_takes_hand_and_turn_along(gone: c.Command) -> None:
    meeting = asking()
    meeting.ask(gone, BEN if isinstance(gone, c.Leave) else LEA)
    assert meeting.state.turn is None
    meeting = at("questions")
    meeting.ask(c.RaiseHand(), BEN)
    meeting.ask(gone, BEN if isinstance(gone, c.Leave) else LEA)
    assert meeting.state.hands == ()


def test_the_leaders_switch_lasts_for_this_phase() -> None:
    meeting = at("presentation")
    meeting.ask(c.SetFloor(3, Floor.QUEUE, Gate.HARD))
    assert (meeting.state.floor, meeting.state.gate) == (Floor.QUEUE, Gate.HARD)
    meeting.advance()
    assert (meeting.state.floor, meeting.state.gate) == (Floor.ASKER_AND_PRESENTER, Gate.SOFT)


@pytest.mark.parametrize("floor", list(Floor))
def test_a_turn_outlives_a_change_only_where_turns_are_taken(floor: Floor) -> None:
    meeting = asking()
    meeting.ask(c.SetFloor(4, floor, Gate.HARD))
    kept = meeting.state.turn is not None
    assert kept == (floor in TAKES_TURNS)


def test_nobody_back_holds_a_floor() -> None:
    """The presenter is recalled and given a hard floor; pushed back again, the floor is the group's again."""
    meeting = at("discussion")
    meeting.ask(c.Recall(5))
    meeting.ask(c.SetFloor(5, Floor.ASKER_AND_PRESENTER, Gate.HARD))
    meeting.ask(c.GrantTurn(5, BEN))
    assert meeting.heard_by(CAT) == "Lea Carl Ann Ben"
    assert meeting.answer(c.PushBack(5)) == ["FloorSet", "PresenterPushedBack"]
    assert (meeting.state.floor, meeting.state.gate) == (Floor.OPEN, Gate.SOFT)
    assert meeting.state.turn and meeting.state.turn.seat == BEN
    assert meeting.heard_by(CAT) == "Lea Carl Ben Dan"


def test_a_presenter_pushed_back_again_loses_hand_and_turn() -> None:
    meeting = at("discussion")
    meeting.ask(c.Recall(5))
    meeting.ask(c.RaiseHand(), ANN)
    meeting.ask(c.PushBack(5))
    assert meeting.state.hands == ()
    meeting.ask(c.Recall(5))
    meeting.ask(c.GrantTurn(5, ANN))
    meeting.ask(c.PushBack(5))
    assert meeting.state.turn is None


def test_whoever_is_not_in_the_outer_circle_does_not_work_where_it_reflects() -> None:
    state = at("outer_reflection", FISHBOWL).state
    for seat, works_ in ((DAN, True), (BEN, False)):
        assert works(replace(state, turn=Turn(1, seat, 0, None)), seat) is works_


def test_nothing_changes_where_nothing_would() -> None:
    state = asking().state
    assert floor_becomes(state, state.floor, state.gate, 0) == []
    assert on_turn_limit(SessionState(CLASSIC), 0) == []
    assert on_turn_limit(at("discussion").state, 0) == []


@law_of(c.SetFloor, c.RaiseHand, c.LowerHand, c.GrantTurn, c.EndTurn)
def test_who_may_ask_for_the_floor(row: Row) -> None:
    it_is_so(row)
