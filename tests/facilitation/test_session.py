"""decide: who may ask for what, and when. The table is the law, command by command."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from facilitation import commands as c
from facilitation.session import decide
from facilitation.vocabulary import (
    Code,
    Floor,
    Gate,
    Link,
    Refused,
    Role,
    SeatId,
    Standing,
    Word,
)
from tests.facilitation.circle import (
    ANN,
    BEN,
    CARL,
    CAT,
    DAN,
    LEA,
    MINUTE,
    OBI,
    STRANGER,
    WIM,
    Meeting,
    at,
    gathered,
)

HERE = 0
"""Stands for the entry, case or turn of the moment; other numbers are taken as they are."""


def paused() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Pause(meeting.state.entry))
    return meeting


def ended() -> Meeting:
    meeting = at("closing")
    meeting.ask(c.End())
    return meeting


def offered() -> Meeting:
    """Ann and Ben have offered a case, and Ann has been chosen."""
    meeting = at("case_call")
    for member in (ANN, BEN):
        meeting.ask(c.OfferCase(1), member)
    meeting.ask(c.ChoosePresenter(1, ANN))
    return meeting


def asking() -> Meeting:
    """Ben has the turn to ask, Cat waits for it with a raised hand."""
    meeting = at("questions")
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.ask(c.RaiseHand(), CAT)
    return meeting


def recalled() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Recall(meeting.state.entry))
    return meeting


def parted() -> Meeting:
    """Dan left, Cat was removed."""
    meeting = gathered()
    meeting.ask(c.Leave(), DAN)
    meeting.ask(c.Remove(CAT))
    return meeting


def full() -> Meeting:
    meeting = gathered()
    for _ in range(8):
        meeting.ask(c.TakeSeat(Role.MEMBER), None)
    return meeting


SITUATIONS: dict[str, Callable[[], Meeting]] = {
    "gathering": gathered,
    "full": full,
    "parted": parted,
    "arrival": lambda: at("arrival"),
    "case call": lambda: at("case_call"),
    "offered": offered,
    "questions": lambda: at("questions"),
    "asking": asking,
    "discussion": lambda: at("discussion"),
    "paused": paused,
    "recalled": recalled,
    "return": lambda: at("return"),
    "closing": lambda: at("closing"),
    "debrief": lambda: at("debrief"),
    "ended": ended,
}

Row = tuple[str, SeatId | None, c.Command, Code | list[str]]

COMING_AND_GOING: list[Row] = [
    ("gathering", None, c.TakeSeat(Role.MEMBER), ["SeatTaken"]),
    ("discussion", None, c.TakeSeat(Role.MEMBER), ["SeatTaken"]),
    ("full", None, c.TakeSeat(Role.MEMBER), Code.SESSION_FULL),
    ("ended", None, c.TakeSeat(Role.MEMBER), Code.SESSION_ENDED),
    ("gathering", LEA, c.TakeSeat(Role.MEMBER), Code.NOT_ALLOWED),
    ("parted", None, c.ComeBack(DAN), ["SeatTaken"]),
    ("parted", None, c.ComeBack(CAT), Code.NOT_ALLOWED),
    ("parted", None, c.ComeBack(ANN), []),
    ("parted", None, c.ComeBack(STRANGER), Code.NO_SUCH_SEAT),
    ("parted", DAN, c.ComeBack(DAN), Code.NOT_ALLOWED),
    ("ended", None, c.ComeBack(DAN), Code.SESSION_ENDED),
    ("gathering", None, c.ReportLink(ANN, True), ["LinkRestored"]),
    ("gathering", None, c.ReportLink(ANN, False), []),
    ("parted", None, c.ReportLink(CAT, True), []),
    ("ended", None, c.ReportLink(ANN, True), []),
    ("gathering", None, c.ReportLink(STRANGER, True), Code.NO_SUCH_SEAT),
    ("gathering", ANN, c.ReportLink(ANN, True), Code.NOT_ALLOWED),
    ("gathering", LEA, c.Admit(WIM), ["SeatAdmitted"]),
    ("discussion", CARL, c.Admit(WIM), ["SeatAdmitted"]),
    ("gathering", ANN, c.Admit(WIM), Code.NOT_ALLOWED),
    ("gathering", WIM, c.Admit(WIM), Code.NOT_SEATED),
    ("gathering", LEA, c.Admit(ANN), []),
    ("parted", LEA, c.Admit(CAT), Code.NOT_WAITING),
    ("parted", LEA, c.Admit(DAN), Code.NOT_WAITING),
    ("gathering", LEA, c.Admit(STRANGER), Code.NO_SUCH_SEAT),
    ("gathering", None, c.Admit(WIM), Code.NO_SUCH_SEAT),
    ("gathering", STRANGER, c.Admit(WIM), Code.NO_SUCH_SEAT),
    ("ended", LEA, c.Admit(WIM), Code.SESSION_ENDED),
    ("discussion", LEA, c.Remove(BEN), ["SeatRemoved"]),
    ("gathering", LEA, c.Remove(WIM), ["SeatRemoved"]),
    ("discussion", LEA, c.Remove(CARL), ["SeatRemoved"]),
    ("parted", LEA, c.Remove(DAN), ["SeatRemoved"]),
    ("parted", LEA, c.Remove(CAT), []),
    ("discussion", CARL, c.Remove(LEA), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Remove(LEA), Code.NOT_ALLOWED),
    ("discussion", CARL, c.Remove(CARL), Code.NOT_ALLOWED),
    ("discussion", ANN, c.Remove(BEN), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Remove(STRANGER), Code.NO_SUCH_SEAT),
    ("discussion", ANN, c.Leave(), ["SeatLeft"]),
    ("gathering", WIM, c.Leave(), ["SeatLeft"]),
    ("debrief", BEN, c.Leave(), ["SeatLeft"]),
    ("parted", DAN, c.Leave(), Code.NOT_SEATED),
    ("parted", CAT, c.Leave(), Code.NOT_SEATED),
    ("gathering", LEA, c.End(), ["SessionEnded"]),
    ("paused", CARL, c.End(), ["SessionEnded"]),
    ("discussion", ANN, c.End(), Code.NOT_ALLOWED),
    ("ended", LEA, c.End(), Code.SESSION_ENDED),
]

THE_WAY: list[Row] = [
    ("gathering", LEA, c.Begin(), ["PhaseEntered"]),
    ("gathering", BEN, c.Begin(), Code.NOT_ALLOWED),
    ("arrival", LEA, c.Begin(), Code.ALREADY_BEGUN),
    ("gathering", LEA, c.Advance(0), Code.NOT_BEGUN),
    ("arrival", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("arrival", CARL, c.Advance(HERE), ["PhaseEntered"]),
    ("arrival", BEN, c.Advance(HERE), Code.NOT_ALLOWED),
    ("arrival", OBI, c.Advance(HERE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Advance(1), Code.CONFLICT),
    ("case call", LEA, c.Advance(HERE), Code.NO_PRESENTER),
    ("offered", LEA, c.Advance(HERE), ["PhaseEntered"]),
    ("return", LEA, c.Advance(HERE, "closing"), ["PhaseEntered"]),
    ("return", LEA, c.Advance(HERE, "debrief"), Code.PHASE_NOT_OPTIONAL),
    ("return", LEA, c.Advance(HERE, "arrival"), Code.NO_SUCH_PHASE),
    ("return", LEA, c.Advance(HERE, "dance"), Code.NO_SUCH_PHASE),
    ("debrief", LEA, c.Advance(HERE), Code.NO_SUCH_PHASE),
    ("ended", LEA, c.Advance(HERE), Code.SESSION_ENDED),
    ("return", LEA, c.StepBack(HERE), ["PhaseEntered"]),
    ("arrival", LEA, c.StepBack(HERE), Code.NO_SUCH_PHASE),
    ("return", LEA, c.StepBack(1), Code.CONFLICT),
    ("return", ANN, c.StepBack(HERE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Extend(HERE, MINUTE), ["PhaseExtended"]),
    ("paused", LEA, c.Extend(HERE, MINUTE), ["PhaseExtended"]),
    ("discussion", LEA, c.Extend(HERE, 999), Code.OUT_OF_BOUNDS),
    ("discussion", LEA, c.Extend(HERE, 3_600_001), Code.OUT_OF_BOUNDS),
    ("discussion", LEA, c.Extend(1, MINUTE), Code.CONFLICT),
    ("discussion", ANN, c.Extend(HERE, MINUTE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Pause(HERE), ["SessionPaused"]),
    ("paused", LEA, c.Pause(HERE), Code.PAUSED),
    ("discussion", LEA, c.Pause(1), Code.CONFLICT),
    ("discussion", ANN, c.Pause(HERE), Code.NOT_ALLOWED),
    ("gathering", LEA, c.Pause(0), Code.NOT_BEGUN),
    ("paused", LEA, c.Resume(HERE), ["SessionResumed"]),
    ("discussion", LEA, c.Resume(HERE), Code.NOT_PAUSED),
    ("paused", LEA, c.Resume(1), Code.CONFLICT),
    ("paused", LEA, c.Advance(HERE), ["PhaseEntered"]),
]

THE_PRESENTER: list[Row] = [
    ("case call", BEN, c.OfferCase(HERE), ["CaseOffered"]),
    ("offered", BEN, c.OfferCase(HERE), []),
    ("case call", OBI, c.OfferCase(HERE), Code.NOT_ALLOWED),
    ("case call", CARL, c.OfferCase(HERE), Code.NOT_ALLOWED),
    ("case call", WIM, c.OfferCase(HERE), Code.NOT_SEATED),
    ("case call", BEN, c.OfferCase(7), Code.CONFLICT),
    ("discussion", BEN, c.OfferCase(HERE), Code.NOT_A_CASE_CALL),
    ("gathering", BEN, c.OfferCase(0), Code.NOT_BEGUN),
    ("offered", BEN, c.WithdrawOffer(HERE), ["OfferWithdrawn"]),
    ("case call", BEN, c.WithdrawOffer(HERE), []),
    ("discussion", ANN, c.WithdrawOffer(HERE), Code.NOT_A_CASE_CALL),
    ("offered", LEA, c.ChoosePresenter(HERE, BEN), ["PresenterChosen"]),
    ("offered", LEA, c.ChoosePresenter(HERE, ANN), []),
    ("offered", LEA, c.ChoosePresenter(HERE, CAT), Code.NOT_OFFERED),
    ("offered", LEA, c.ChoosePresenter(HERE, WIM), Code.NOT_SEATED),
    ("offered", LEA, c.ChoosePresenter(HERE, STRANGER), Code.NOT_SEATED),
    ("offered", BEN, c.ChoosePresenter(HERE, BEN), Code.NOT_ALLOWED),
    ("offered", LEA, c.ChoosePresenter(9, BEN), Code.CONFLICT),
    ("discussion", LEA, c.ChoosePresenter(HERE, BEN), Code.NOT_A_CASE_CALL),
    ("discussion", LEA, c.Recall(HERE), ["PresenterRecalled"]),
    ("discussion", ANN, c.Recall(HERE), Code.NOT_ALLOWED),
    ("discussion", LEA, c.Recall(1), Code.CONFLICT),
    ("recalled", LEA, c.Recall(HERE), Code.NOT_PUSHED_BACK),
    ("recalled", LEA, c.PushBack(HERE), ["PresenterPushedBack"]),
    ("recalled", ANN, c.PushBack(HERE), ["PresenterPushedBack"]),
    ("recalled", BEN, c.PushBack(HERE), Code.NOT_ALLOWED),
    ("recalled", LEA, c.PushBack(1), Code.CONFLICT),
    ("discussion", ANN, c.PushBack(HERE), []),
    ("questions", ANN, c.PushBack(HERE), Code.NOT_ALLOWED),
    ("case call", LEA, c.PushBack(HERE), Code.NO_PRESENTER),
    ("discussion", ANN, c.TellLeaders(Word.BRING_ME_BACK), ["WordSent"]),
    ("discussion", BEN, c.TellLeaders(Word.BRING_ME_BACK), Code.NOT_ALLOWED),
    ("discussion", LEA, c.TellLeaders(Word.NEED_A_PAUSE), Code.NOT_ALLOWED),
    ("debrief", ANN, c.TellLeaders(Word.NEED_A_PAUSE), Code.NOT_ALLOWED),
]

THE_FLOOR: list[Row] = [
    ("discussion", BEN, c.RaiseHand(), ["HandRaised"]),
    ("paused", BEN, c.RaiseHand(), ["HandRaised"]),
    ("asking", CAT, c.RaiseHand(), []),
    ("asking", BEN, c.RaiseHand(), []),
    ("discussion", ANN, c.RaiseHand(), Code.PUSHED_BACK),
    ("discussion", OBI, c.RaiseHand(), Code.NOT_ALLOWED),
    ("discussion", WIM, c.RaiseHand(), Code.NOT_SEATED),
    ("debrief", BEN, c.RaiseHand(), Code.NOT_ALLOWED),
    ("debrief", CARL, c.RaiseHand(), ["HandRaised"]),
    ("gathering", BEN, c.RaiseHand(), Code.NOT_BEGUN),
    ("asking", CAT, c.LowerHand(), ["HandLowered"]),
    ("asking", LEA, c.LowerHand(CAT), ["HandLowered"]),
    ("asking", BEN, c.LowerHand(CAT), Code.NOT_ALLOWED),
    ("asking", CAT, c.LowerHand(CAT), ["HandLowered"]),
    ("asking", DAN, c.LowerHand(), []),
    ("questions", LEA, c.GrantTurn(HERE, BEN), ["TurnGranted"]),
    ("asking", LEA, c.GrantTurn(HERE, BEN), []),
    ("asking", LEA, c.GrantTurn(HERE, CAT), ["TurnEnded", "TurnGranted"]),
    ("questions", BEN, c.GrantTurn(HERE, BEN), Code.NOT_ALLOWED),
    ("questions", LEA, c.GrantTurn(HERE, OBI), Code.NOT_ALLOWED),
    ("questions", LEA, c.GrantTurn(HERE, WIM), Code.NOT_SEATED),
    ("questions", LEA, c.GrantTurn(HERE, STRANGER), Code.NO_SUCH_SEAT),
    ("questions", LEA, c.GrantTurn(1, BEN), Code.CONFLICT),
    ("discussion", LEA, c.GrantTurn(HERE, ANN), Code.PUSHED_BACK),
    ("closing", LEA, c.GrantTurn(HERE, BEN), Code.NO_TURNS_HERE),
    ("asking", LEA, c.EndTurn(HERE), ["TurnEnded"]),
    ("asking", BEN, c.EndTurn(HERE), ["TurnEnded"]),
    ("asking", CAT, c.EndTurn(HERE), Code.NOT_ALLOWED),
    ("asking", LEA, c.EndTurn(7), Code.CONFLICT),
    ("questions", LEA, c.EndTurn(HERE), Code.NO_TURN),
    ("questions", LEA, c.EndTurn(7), Code.CONFLICT),
    ("discussion", LEA, c.SetFloor(HERE, Floor.QUEUE, Gate.HARD), ["FloorSet"]),
    ("discussion", LEA, c.SetFloor(HERE, Floor.OPEN, Gate.SOFT), []),
    ("asking", LEA, c.SetFloor(HERE, Floor.LEADERS, Gate.SOFT), ["TurnEnded", "FloorSet"]),
    ("asking", LEA, c.SetFloor(HERE, Floor.QUEUE, Gate.HARD), ["FloorSet"]),
    ("discussion", LEA, c.SetFloor(HERE, Floor.PRESENTER, Gate.SOFT), Code.PUSHED_BACK),
    ("arrival", LEA, c.SetFloor(HERE, Floor.PRESENTER, Gate.SOFT), Code.NO_PRESENTER),
    ("discussion", ANN, c.SetFloor(HERE, Floor.OPEN, Gate.HARD), Code.NOT_ALLOWED),
    ("discussion", LEA, c.SetFloor(1, Floor.OPEN, Gate.HARD), Code.CONFLICT),
]

LAW = COMING_AND_GOING + THE_WAY + THE_PRESENTER + THE_FLOOR


def about_here(command: c.Command, meeting: Meeting) -> c.Command:
    """The command about what stands at the moment, where the table says HERE."""
    if getattr(command, "about", None) != HERE:
        return command
    state = meeting.state
    if isinstance(command, c.EndTurn):
        now = state.turn.number if state.turn else 0
    elif isinstance(command, c.OfferCase | c.WithdrawOffer | c.ChoosePresenter):
        now = state.case
    else:
        now = state.entry
    fields = {name: getattr(command, name) for name in type(command).__dataclass_fields__}
    return type(command)(**(fields | {"about": now}))


@pytest.mark.parametrize(
    ("situation", "actor", "command", "expected"), LAW, ids=[f"{row[0]}-{row[1]}-{row[2]}" for row in LAW]
)
def test_the_law(
    situation: str, actor: SeatId | None, command: c.Command, expected: Code | list[str]
) -> None:
    meeting = SITUATIONS[situation]()
    before, asked = meeting.state, about_here(command, meeting)
    if isinstance(expected, Code):
        assert meeting.refused(asked, actor).code == expected
    assert meeting.answer(asked, actor) == expected
    assert (meeting.state == before) == (expected == [] or isinstance(expected, Code))


def test_the_law_speaks_of_every_command_and_every_code() -> None:
    """A code without a row is either dead or untested; a phase without a clock has a test of its own."""
    granted = {type(command) for _, _, command, expected in LAW if isinstance(expected, list) and expected}
    assert granted == set(get_args(c.Command))
    assert set(Code) - {expected for *_, expected in LAW if isinstance(expected, Code)} == {Code.NO_CLOCK}


def test_members_may_not_what_leaders_may() -> None:
    """Every command of leaders, by a member, an observer, a waiting person: refused, whatever the moment."""
    for situation in SITUATIONS.values():
        meeting = situation()
        for command in (c.Admit(WIM), c.Remove(BEN), c.Begin(), c.End(), *about_the_moment(meeting)):
            for actor in (ANN, BEN, OBI, WIM):
                with pytest.raises(Refused):
                    decide(meeting.state, command, actor, meeting.now)


def about_the_moment(meeting: Meeting) -> list[c.Command]:
    entry, case = meeting.state.entry, meeting.state.case
    return [
        c.Advance(entry), c.StepBack(entry), c.Extend(entry, MINUTE), c.Pause(entry), c.Resume(entry), c.Recall(entry),
        c.ChoosePresenter(case, BEN), c.SetFloor(entry, Floor.OPEN, Gate.HARD), c.GrantTurn(entry, BEN),
    ]  # fmt: skip


def test_a_refusal_says_what_it_is_about_and_never_more() -> None:
    refusal = at("discussion").refused(c.Advance(1))
    assert (refusal.code, refusal.detail) == (Code.CONFLICT, "entry 1 is now 5")
    assert str(refusal) == "conflict: entry 1 is now 5"
    assert str(Refused(Code.PAUSED)) == "paused"


def test_seats_are_given_in_order_and_never_to_somebody_else() -> None:
    meeting = parted()
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    assert max(meeting.state.seats) == 9
    meeting.ask(c.ComeBack(DAN), None)
    assert meeting.state.seats[DAN].standing is Standing.WAITING
    assert meeting.state.seats[CAT].standing is Standing.REMOVED


def test_a_leader_who_comes_back_sits_down_at_once() -> None:
    meeting = gathered()
    meeting.ask(c.Leave(), LEA)
    meeting.ask(c.ComeBack(LEA), None)
    assert meeting.state.seats[LEA].standing is Standing.SEATED


def test_a_lost_link_keeps_seat_hand_turn_and_role() -> None:
    meeting = asking()
    meeting.ask(c.ReportLink(CAT, True), None)
    meeting.ask(c.ReportLink(BEN, True), None)
    before = meeting.state
    for seat in (BEN, CAT):
        assert meeting.answer(c.ReportLink(seat, False), None) == ["LinkLost"]
    assert (meeting.state.hands, meeting.state.turn) == (before.hands, before.turn)
    assert meeting.state.seats[CAT].standing is Standing.SEATED
    assert meeting.state.seats[CAT].link is Link.DOWN


def test_two_leaders_who_press_at_once_get_one_effect() -> None:
    meeting = at("arrival")
    seen = meeting.state.entry
    assert meeting.answer(c.Advance(seen), LEA) == ["PhaseEntered"]
    assert meeting.answer(c.Advance(seen), CARL) is Code.CONFLICT
    assert meeting.state.phase and meeting.state.phase.key == "case_call"
