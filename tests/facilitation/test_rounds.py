"""Rounds: everyone in turn, and once more those who passed or were absent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, view
from facilitation.format import RoundRule
from facilitation.rounds import asked, goes_on
from facilitation.state import SessionState
from facilitation.vocabulary import Circle, Floor, Gate, Heard, Role, RoundOrder, SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, OBI, WIM, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC, FISHBOWL, PSYCHODRAMA, ROUNDS, STRICT, with_phase
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row


def spoken(meeting: Meeting, *passes: SeatId) -> list[SeatId]:
    """The order in which the round goes on, everyone ending the turn but those who pass, once."""
    order = []
    left = list(passes)
    while meeting.state.turn is not None:
        turn = meeting.state.turn
        order.append(turn.seat)
        if turn.seat in left:
            left.remove(turn.seat)
            meeting.ask(c.PassTurn(turn.number), turn.seat)
        else:
            meeting.ask(c.EndTurn(turn.number), turn.seat)
    return order


def check_in() -> Meeting:
    """A round of four: Wim is not admitted before it begins."""
    meeting = gathered(replace(ROUNDS, latecomers=CLASSIC.latecomers))
    meeting.ask(c.Begin())
    return meeting


def test_everyone_is_asked_in_the_order_of_the_seats_but_leaders_and_observers() -> None:
    assert spoken(check_in()) == [ANN, BEN, CAT, DAN]


def test_passing_is_always_allowed_and_one_is_asked_again_at_the_end() -> None:
    assert spoken(check_in(), ANN, CAT) == [ANN, BEN, CAT, DAN, ANN, CAT]


def test_whoever_passes_twice_is_not_asked_again() -> None:
    assert spoken(check_in(), ANN, ANN) == [ANN, BEN, CAT, DAN, ANN]
    assert spoken(check_in(), ANN, CAT, ANN) == [ANN, BEN, CAT, DAN, ANN, CAT], (
        "though somebody else is still to be"
    )


def test_a_round_says_who_is_next_but_where_hands_decide_it() -> None:
    meeting = check_in()
    told = view(meeting.state, Audience.MEMBERS)["round"]
    assert told == {"to_ask": [BEN, CAT, DAN], "next": BEN}
    spoken(meeting)
    assert view(meeting.state, Audience.MEMBERS)["round"] == {"to_ask": [], "next": None}
    by_hands = at("closing", with_phase(STRICT, "closing", round=RoundRule(RoundOrder.HANDS)))
    assert view(by_hands.state, Audience.MEMBERS)["round"] == {"to_ask": [ANN, BEN, CAT, DAN], "next": None}


def test_a_place_is_held_for_the_absent_who_are_asked_again_at_the_end() -> None:
    meeting = check_in().lose(BEN)
    meeting.ask(c.EndTurn(1), ANN)
    assert [type(event) for event in meeting.log[-3:]] == [e.TurnEnded, e.RoundHeldSeat, e.TurnGranted]
    meeting.link(BEN, True)
    assert spoken(meeting) == [CAT, DAN, BEN]


def test_whoever_is_absent_twice_is_not_asked_again() -> None:
    meeting = check_in().lose(BEN)
    assert spoken(meeting) == [ANN, CAT, DAN]
    assert meeting.state.round and meeting.state.round.waits_for == ()


def test_those_who_passed_come_before_those_who_were_absent() -> None:
    meeting = check_in().lose(ANN, BEN)
    meeting.wait(30_000)  # Ann's turn is lost after the grace
    for seat in (ANN, BEN):
        meeting.link(seat, True)
    assert spoken(meeting, CAT) == [CAT, DAN, CAT, ANN, BEN]


def test_whoever_is_asked_last_and_passes_is_not_asked_again_at_once() -> None:
    assert spoken(check_in(), DAN) == [ANN, BEN, CAT, DAN], "everybody else has spoken"
    assert spoken(check_in(), BEN, DAN) == [ANN, BEN, CAT, DAN, BEN, DAN]
    meeting = check_in().lose(BEN)
    spoken(meeting, ANN, DAN)
    assert [event.seat for event in meeting.log if isinstance(event, e.TurnGranted)] == [
        ANN,
        CAT,
        DAN,
        ANN,
        DAN,
    ]


def test_whoever_leaves_is_not_asked() -> None:
    meeting = check_in()
    meeting.ask(c.Leave(), CAT)
    assert meeting.answer(c.Leave(), ANN) == ["SeatLeft", "TurnGranted"]
    assert spoken(meeting) == [BEN, DAN]


def test_whoever_is_admitted_meanwhile_is_asked_last() -> None:
    meeting = check_in()
    meeting.ask(c.Admit(WIM))
    assert spoken(meeting) == [ANN, BEN, CAT, DAN, WIM]
    meeting = check_in()
    spoken(meeting)
    assert meeting.answer(c.Admit(WIM)) == ["SeatAdmitted", "TurnGranted"], "the round was over"


def test_a_latecomer_is_asked_also_when_the_round_has_come_back_to_somebody() -> None:
    meeting = check_in()
    spoken(meeting, BEN)
    assert meeting.state.round and meeting.state.round.returning
    assert meeting.answer(c.Admit(WIM)) == ["SeatAdmitted", "TurnGranted"]
    assert spoken(meeting) == [WIM]


def test_whoever_is_given_a_chair_during_a_round_is_asked_last() -> None:
    meeting = at("closing", FISHBOWL)
    assert meeting.ask(c.MoveSeat(DAN, Circle.INNER)) == [e.SeatMoved(meeting.now, DAN, Circle.INNER)]
    assert spoken(meeting) == [ANN, BEN, CAT, DAN]


def test_an_observer_who_is_admitted_is_not_asked() -> None:
    meeting = check_in()
    meeting.ask(c.TakeSeat(Role.OBSERVER), None)
    meeting.ask(c.Admit(SeatId(9)))
    assert spoken(meeting) == [ANN, BEN, CAT, DAN]


def test_the_outer_circle_is_not_asked_though_it_comes_in_late() -> None:
    meeting = at("closing", FISHBOWL)
    assert meeting.answer(c.Admit(WIM)) == ["SeatAdmitted"]
    assert spoken(meeting) == [ANN, BEN, CAT]


def test_a_presenter_who_is_back_is_not_asked_and_one_who_answers_is_not_either() -> None:
    meeting = at("fantasies_case", ROUNDS)
    assert ANN not in spoken(meeting)
    meeting = at("questions", ROUNDS)
    assert "Ann" in meeting.heard_by(BEN)
    assert ANN not in spoken(meeting)
    meeting = at("closing", ROUNDS)
    assert ANN in spoken(meeting)


def test_the_order_may_come_from_hands() -> None:
    hands = with_phase(STRICT, "closing", round=RoundRule(RoundOrder.HANDS))
    meeting = at("closing", hands)
    assert meeting.state.turn is None, "nobody has raised a hand"
    for seat in (CAT, ANN):
        meeting.ask(c.RaiseHand(), seat)
    assert spoken(meeting) == [CAT, ANN]
    meeting.ask(c.RaiseHand(), CAT)
    assert meeting.state.turn is None, "Cat has spoken"
    for seat in (DAN, BEN):
        meeting.ask(c.RaiseHand(), seat)
    assert spoken(meeting, DAN) == [DAN, BEN]
    assert meeting.state.round and meeting.state.round.returning
    meeting.ask(c.RaiseHand(), DAN)
    assert spoken(meeting) == [DAN]


def test_a_leader_may_ask_out_of_order_and_nobody_is_asked_twice() -> None:
    meeting = check_in()
    meeting.ask(c.GrantTurn(1, CAT))
    assert spoken(meeting) == [CAT, BEN, DAN], "Ann had the turn that was taken"


@pytest.mark.parametrize("loses_link", [False, True])
def test_a_leader_who_had_the_turn_is_not_asked_again(loses_link: bool) -> None:
    meeting = check_in()
    meeting.ask(c.GrantTurn(1, CARL))
    assert meeting.state.turn is not None
    if loses_link:
        meeting.lose(CARL).wait(30_000)
        meeting.link(CARL, True)
    else:
        meeting.ask(c.PassTurn(meeting.state.turn.number), CARL)
    assert spoken(meeting) == [BEN, CAT, DAN], "no round asks leaders"


def test_a_round_begun_anew_asks_everyone_again() -> None:
    meeting = check_in()
    spoken(meeting)
    assert meeting.answer(c.BeginRound(1)) == ["RoundBegan", "TurnGranted"]
    meeting.ask(c.EndTurn(5), ANN)
    assert meeting.answer(c.BeginRound(1)) == ["TurnEnded", "RoundBegan", "TurnGranted"]
    assert spoken(meeting) == [ANN, BEN, CAT, DAN]


def test_a_round_goes_on_where_only_its_gate_is_another() -> None:
    meeting = check_in()
    meeting.ask(c.PassTurn(1), ANN)
    meeting.ask(c.EndTurn(2), BEN)
    assert meeting.answer(c.SetFloor(1, Floor.ROUND, Gate.HARD)) == ["FloorSet"]
    assert spoken(meeting) == [CAT, DAN, ANN]
    assert meeting.answer(c.SetFloor(1, Floor.ROUND, Gate.SOFT)) == ["FloorSet"], (
        "and one that is over is over"
    )
    meeting.ask(c.SetFloor(1, Floor.OPEN, Gate.SOFT))
    assert meeting.answer(c.SetFloor(1, Floor.ROUND, Gate.SOFT)) == ["FloorSet", "RoundBegan", "TurnGranted"]


def test_nobody_is_asked_while_the_clocks_stand_still() -> None:
    meeting = check_in()
    meeting.ask(c.Pause(1))
    assert meeting.answer(c.EndTurn(1), ANN) == ["TurnEnded"]
    assert meeting.answer(c.Resume(1)) == ["SessionResumed", "TurnGranted"]


def test_a_limit_that_ends_a_turn_asks_the_next() -> None:
    meeting = at("closing", with_phase(STRICT, "closing", turn=STRICT.phases[4].turn))
    assert [type(event) for event in meeting.wait(MINUTE)] == [e.TurnEnded, e.TurnGranted]


def test_whoever_steps_out_keeps_their_place_in_the_round() -> None:
    meeting = check_in()
    for seat in (ANN, DAN):
        meeting.ask(c.TellLeaders(Word.DISTRESS), seat)
    assert meeting.answer(c.OpenPrivateRoom(ANN), CARL) == ["PrivateRoomOpened", "TurnGranted"]
    meeting.ask(c.LeavePrivateRoom(), ANN)
    meeting.ask(c.OpenPrivateRoom(DAN), CARL)
    meeting.ask(c.EndTurn(2), BEN)
    meeting.ask(c.LeavePrivateRoom(), DAN)
    assert spoken(meeting) == [CAT, DAN, ANN]


def test_whoever_is_in_the_private_room_when_a_round_begins_is_asked_at_its_end() -> None:
    meeting = at("arrival", CLASSIC)
    meeting.ask(c.TellLeaders(Word.DISTRESS), ANN)
    meeting.ask(c.OpenPrivateRoom(ANN), CARL)
    meeting.ask(c.SetFloor(1, Floor.ROUND, Gate.SOFT))
    meeting.ask(c.LeavePrivateRoom(), ANN)
    assert spoken(meeting) == [BEN, CAT, DAN, ANN]


def test_a_turn_that_is_held_when_a_round_begins_is_the_first_of_it() -> None:
    meeting = at("arrival", CLASSIC)
    meeting.ask(c.GrantTurn(1, CAT))
    meeting.ask(c.SetFloor(1, Floor.ROUND, Gate.SOFT))
    assert spoken(meeting) == [CAT, ANN, BEN, DAN]


def test_in_a_scene_whoever_plays_is_asked() -> None:
    meeting = at("de_roling", with_phase(PSYCHODRAMA, "de_roling", floor=Floor.ROUND))
    assert spoken(meeting) == [ANN, BEN]
    meeting.ask(c.SwapParts(BEN, OBI))
    assert asked(meeting.state) == (ANN, OBI)
    assert meeting.answer(c.Admit(WIM)) == ["SeatAdmitted"]


def test_leaders_among_themselves_ask_nobody() -> None:
    meeting = at("debrief", with_phase(CLASSIC, "debrief", floor=Floor.ROUND))
    assert (meeting.state.round, meeting.state.turn) == (None, None)


@pytest.mark.parametrize("command", [c.MoveSeat(BEN, Circle.OUTER)])
def test_whoever_leaves_the_inner_circle_is_asked_no_more(command: c.Command) -> None:
    meeting = at("closing", FISHBOWL)
    meeting.ask(command)
    assert spoken(meeting) == [ANN, CAT]


def test_before_the_session_begins_there_is_no_round() -> None:
    state = SessionState(CLASSIC)
    assert asked(state) == ()
    assert goes_on(state, 0) == []
    assert goes_on(replace(state, floor=Floor.ROUND), 0) == [e.RoundBegan(0, ())]
    assert FISHBOWL.phases[6].heard is Heard.OUTER and LEA not in asked(at("closing", FISHBOWL).state)


@law_of(c.BeginRound, c.PassTurn)
def test_who_may_ask_in_a_round(row: Row) -> None:
    it_is_so(row)
