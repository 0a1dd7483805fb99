"""Two circles: the inner one works, the outer one hears and sees."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.circles import inner
from facilitation.vocabulary import Circle, Code, Floor, Gate, Role, SeatId
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, WIM, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC, FISHBOWL
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.situations import full_circle


@law_of(c.MoveSeat)
def test_who_may_change_places(row: Row) -> None:
    it_is_so(row)


def test_everyone_but_the_leaders_begins_in_the_outer_circle() -> None:
    assert gathered(FISHBOWL).state.outer == {ANN, BEN, CAT, DAN, OBI, WIM}
    assert gathered(CLASSIC).state.outer == frozenset()


def test_the_outer_circle_hears_and_sees_and_is_neither_heard_nor_seen() -> None:
    meeting = at("discussion", FISHBOWL)
    assert (meeting.heard_by(DAN), meeting.seen_by(DAN)) == ("Lea Carl Ben Cat", "Lea Carl Ann Ben Cat")
    assert (meeting.heard_by(BEN), meeting.seen_by(BEN)) == ("Lea Carl Cat", "Lea Carl Ann Cat")


def test_a_hand_from_outside_asks_for_the_empty_chair_and_a_leader_gives_it() -> None:
    meeting = at("discussion", FISHBOWL)
    meeting.ask(c.RaiseHand(), DAN)
    assert meeting.answer(c.GrantTurn(meeting.state.entry, DAN)) is Code.NOT_ALLOWED, "not from there"
    meeting.ask(c.MoveSeat(DAN, Circle.INNER))
    assert meeting.heard_by(BEN) == "Lea Carl Cat Dan" and meeting.state.hands == ()
    meeting.ask(c.MoveSeat(DAN, Circle.OUTER))
    assert meeting.heard_by(BEN) == "Lea Carl Cat"


def test_two_exchange_places_though_the_circle_is_full() -> None:
    meeting = full_circle()
    assert inner(meeting.state) == 3
    meeting.ask(c.MoveSeat(DAN, Circle.INNER, BEN))
    assert (inner(meeting.state), meeting.heard_by(CAT)) == (3, "Lea Carl Dan")


def call_in_a_full_circle() -> Meeting:
    """Ann was to present, and the leaders went back to ask for another case."""
    meeting = full_circle()
    while meeting.state.phase is None or not meeting.state.phase.offers:
        meeting.ask(c.StepBack(meeting.state.entry))
    meeting.ask(c.OfferCase(meeting.state.case), DAN)
    return meeting


def test_in_a_full_circle_the_next_presenter_takes_the_last_ones_chair() -> None:
    meeting = call_in_a_full_circle()
    assert meeting.ask(c.ChoosePresenter(meeting.state.case, DAN)) == [
        e.SeatMoved(meeting.now, ANN, Circle.OUTER),
        e.SeatMoved(meeting.now, DAN, Circle.INNER),
        e.PresenterChosen(meeting.now, meeting.state.case, DAN),
    ]
    assert (inner(meeting.state), meeting.state.circle_of(ANN)) == (3, Circle.OUTER)
    assert meeting.state.circle_of(DAN) is Circle.INNER


def test_where_nobody_gives_a_chair_to_the_presenter_a_leader_has_to() -> None:
    meeting = call_in_a_full_circle()
    meeting.ask(c.WithdrawOffer(meeting.state.case), ANN)
    assert meeting.state.presenter is None
    refusal = meeting.refused(c.ChoosePresenter(meeting.state.case, DAN))
    assert (refusal.code, refusal.detail) == (Code.CIRCLE_FULL, "3 places")
    assert meeting.refused(c.MoveSeat(DAN, Circle.INNER)).detail == "3 places"
    meeting.ask(c.MoveSeat(BEN, Circle.OUTER))
    meeting.ask(c.ChoosePresenter(meeting.state.case, DAN))
    assert inner(meeting.state) == 3


def test_with_two_circles_three_may_lead_and_one_who_left_is_not_kept_a_place() -> None:
    meeting = gathered(FISHBOWL)
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    third = SeatId(len(meeting.state.seats))
    assert meeting.refused(c.TakeSeat(Role.LEADER), None).detail == "3 leaders"
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    meeting.ask(c.Leave(), third)
    meeting.ask(c.TakeSeat(Role.LEADER), None)
    assert meeting.answer(c.ComeBack(third), None) is Code.SESSION_FULL
    plain = gathered(CLASSIC)
    for _ in range(3):
        plain.ask(c.TakeSeat(Role.CO_LEADER), None)


def test_whoever_is_moved_out_keeps_no_turn() -> None:
    meeting = at("discussion", FISHBOWL)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.ask(c.MoveSeat(BEN, Circle.OUTER))
    assert meeting.state.turn is None


def test_outside_one_speaks_at_a_time_and_only_with_the_turn() -> None:
    meeting = at("outer_reflection", FISHBOWL)
    assert meeting.heard_by(BEN) == "Lea Carl"
    meeting.ask(c.RaiseHand(), DAN)
    assert meeting.heard_by(BEN) == "Lea Carl" and "Dan" not in meeting.seen_by(BEN)
    meeting.ask(c.GrantTurn(meeting.state.entry, DAN))
    assert meeting.heard_by(BEN) == "Lea Carl Dan" and "Dan" in meeting.seen_by(BEN)
    meeting.ask(c.EndTurn(1), DAN)
    assert meeting.heard_by(BEN) == "Lea Carl" and "Dan" not in meeting.seen_by(BEN)


def test_a_round_of_the_outer_circle_asks_those_outside_and_they_are_heard() -> None:
    """A leader may make a round of it; the inner circle, who is not heard here, is not asked."""
    meeting = at("outer_reflection", FISHBOWL)
    meeting.ask(c.SetFloor(meeting.state.entry, Floor.ROUND, Gate.HARD))
    assert meeting.state.turn and meeting.state.turn.seat == DAN
    assert meeting.heard_by(BEN) == "Lea Carl Dan"
    meeting.ask(c.Admit(WIM))
    meeting.ask(c.EndTurn(1), DAN)
    assert meeting.state.turn.seat == WIM and meeting.heard_by(BEN) == "Lea Carl Wim"
    meeting.ask(c.EndTurn(2), WIM)
    assert meeting.state.turn is None


def test_whoever_leaves_and_comes_back_begins_outside() -> None:
    meeting = at("discussion", FISHBOWL)
    meeting.ask(c.Leave(), BEN)
    meeting.ask(c.ComeBack(BEN), None)
    meeting.ask(c.Admit(BEN))
    assert meeting.state.circle_of(BEN) is Circle.OUTER and "Ben" not in meeting.heard_by(CAT)


def test_leaders_are_not_counted_in_the_inner_circle() -> None:
    state = at("discussion", FISHBOWL).state
    assert inner(state) == 3 and not {LEA, CARL} & state.outer
