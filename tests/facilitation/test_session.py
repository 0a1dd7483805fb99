"""decide: who may ask for what, and when. The law is a table, by subject in the modules law_*.py."""

from __future__ import annotations

from typing import get_args

import pytest

from facilitation import commands as c
from facilitation.session import decide
from facilitation.vocabulary import (
    Circle,
    Code,
    Floor,
    Gate,
    Intervention,
    Link,
    Refused,
    Role,
    Standing,
    Word,
)
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, OBI, WIM, Meeting, at, gathered
from tests.facilitation.law import LAW, it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.situations import SITUATIONS, asking, parted


@law_of()
def test_the_law(row: Row) -> None:
    it_is_so(row)


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
    entry, case, leads = meeting.state.entry, meeting.state.case, meeting.state.leads
    return [
        c.Advance(entry), c.StepBack(entry), c.Extend(entry, MINUTE), c.Pause(entry), c.Resume(entry),
        c.ChoosePresenter(case, BEN), c.SetFloor(entry, Floor.OPEN, Gate.HARD), c.GrantTurn(entry, BEN),
        c.CloseChoice(case), c.CloseCase(case), c.GoOn(case), c.BeginRound(entry), c.MoveSeat(CAT, Circle.OUTER),
        c.SwapParts(ANN, BEN), c.Unfreeze(entry), c.PassLead(leads, CARL), c.HeedWord(BEN, Word.DISTRESS),
        c.NoteWord(BEN, Word.DISTRESS),
        c.Whisper(True), c.OpenPrivateRoom(BEN), c.AskIntoPrivateRoom(), c.TakeOffPart(CARL), c.LowerHand(CARL),
        c.UndoStep(entry, meeting.state.undo_to), c.Mark(Intervention.FRAME), c.TakeBackMark(entry, 1),
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
    assert meeting.answer(c.ReportLink(CAT, False), None) == ["LinkLost"]
    assert meeting.answer(c.ReportLink(BEN, False), None) == ["LinkLost", "ClockHeld"], (
        "the turn waits for Ben"
    )
    assert (meeting.state.hands, meeting.state.turn) == (before.hands, before.turn)
    assert meeting.state.seats[CAT].standing is Standing.SEATED
    assert meeting.state.seats[CAT].link is Link.DOWN


def test_two_leaders_who_press_at_once_get_one_effect() -> None:
    meeting = at("arrival")
    seen = meeting.state.entry
    assert meeting.answer(c.Advance(seen), LEA) == ["PhaseEntered"]
    assert meeting.answer(c.Advance(seen), CARL) is Code.CONFLICT
    assert meeting.state.phase and meeting.state.phase.key == "case_call"
