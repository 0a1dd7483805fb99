"""A quiet word before one is in the circle, and before the session begins."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.audience import Audience, view
from facilitation.vocabulary import Code, Word
from tests.facilitation.circle import ANN, BEN, CARL, LEA, WIM, at, gathered


def test_who_waits_has_a_word_with_the_leaders_and_is_let_in_before_they_step_out() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.DISTRESS), WIM)
    *_, sent = view(meeting.state, Audience.LEADERS)["words"]
    assert (sent["seat"], sent["word"]) == (WIM, Word.DISTRESS)
    assert meeting.answer(c.OpenPrivateRoom(WIM), CARL) is Code.NOT_SEATED
    meeting.ask(c.Admit(WIM))
    assert meeting.answer(c.OpenPrivateRoom(WIM), CARL) == ["PrivateRoomOpened"]


def test_before_the_beginning_whoever_leads_steps_out_and_a_session_that_begins_then_pauses() -> None:
    meeting = gathered()
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    assert meeting.answer(c.OpenPrivateRoom(BEN), LEA) == ["PrivateRoomOpened"]
    assert [meeting.heard_by(seat) for seat in (BEN, LEA)] == ["Lea", "Ben"]
    assert "Ben" not in meeting.heard_by(ANN)
    assert meeting.answer(c.Begin(), CARL) == ["PhaseEntered", "SessionPaused"]
    assert meeting.answer(c.LeavePrivateRoom(), LEA) == ["PrivateRoomClosed"]
