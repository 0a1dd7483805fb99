"""Whoever is out alone is not there: not to lead, not to present, not to be asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Hold, Role, SeatId, Word
from tests.facilitation.circle import BEN, CARL, LEA, MINUTE, Meeting, at, gathered
from tests.facilitation.test_accidents import linked, what

EVE = SeatId(9)


def out(*seats: SeatId, key: str = "discussion") -> Meeting:
    meeting = linked(key)
    for seat in seats:
        meeting.ask(c.StepOut(), seat)
    return meeting


def lead_out(key: str = "discussion") -> Meeting:
    """Lea, who leads, has paused and stepped out; Carl sits in the circle."""
    meeting = linked(key)
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.ask(c.StepOut())
    return meeting


# --- to lead ---


def test_a_leader_who_is_out_alone_does_not_stand_in_for_one_who_is_lost() -> None:
    meeting = out(CARL)
    assert what(meeting.link(LEA, False)) == ["LinkLost", "ClockHeld"]
    assert meeting.state.holds.keys() == {Hold.NO_LEADER}
    assert what(meeting.wait(MINUTE)) == ["PushBackSuspended"], "the lead passes to nobody who hears nobody"
    assert what(meeting.ask(c.LeavePrivateRoom(), CARL)) == [
        "SteppedBackIn", "PushBackRestored", "ClockReleased",
    ]  # fmt: skip
    assert what(meeting.wait(0)) == ["LeadPassed"]
    assert (meeting.state.lead, dict(meeting.state.holds)) == (CARL, {})


def test_the_last_leader_who_is_there_stays_or_pauses_first() -> None:
    meeting = linked("discussion")
    meeting.link(LEA, False)
    assert meeting.refused(c.StepOut(), CARL).code is Code.NOT_ALLOWED, "within the grace of the other, too"
    meeting.ask(c.Pause(meeting.state.entry), CARL)
    assert meeting.answer(c.StepOut(), CARL) == ["SteppedOut", "ClockHeld"]
    meeting = linked("discussion")
    meeting.link(LEA, False)
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    assert meeting.answer(c.OpenPrivateRoom(BEN), CARL) is Code.NOT_ALLOWED
    assert out(CARL).answer(c.LeavePrivateRoom(), CARL) == ["SteppedBackIn"]


def test_the_lead_passes_to_whoever_sits_in_the_circle_before_one_in_the_private_room() -> None:
    meeting = linked("discussion")
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    meeting.link(EVE, True)
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.ask(c.Leave())[-1] == e.LeadPassed(0, 1, EVE)
    assert meeting.state.holds == {}


@pytest.mark.parametrize(
    "step", [lambda s: c.Advance(s.entry), lambda s: c.StepBack(s.entry), lambda s: c.CloseCase(s.case)]
)
def test_whoever_takes_a_step_while_the_lead_is_out_leads_and_nothing_pauses(
    step: Callable[[SessionState], c.Command],
) -> None:
    meeting = lead_out()
    happened = meeting.ask(step(meeting.state), CARL)
    assert happened[0] == e.LeadPassed(0, 1, CARL)
    assert "SessionPaused" not in what(happened)
    assert (meeting.state.lead, dict(meeting.state.holds)) == (CARL, {})


def test_it_begins_with_whoever_begins_it() -> None:
    meeting = gathered()
    meeting.ask(c.StepOut())
    assert meeting.answer(c.Begin(), CARL) == ["LeadPassed", "PhaseEntered"]


def test_whoever_steps_on_from_outside_does_not_take_the_lead() -> None:
    meeting = lead_out()
    assert meeting.answer(c.Advance(meeting.state.entry), LEA) == ["PhaseEntered", "SessionPaused"]
    assert meeting.refused(c.Resume(meeting.state.entry), CARL).detail == "whoever leads has stepped out"
    in_private = at("discussion")
    in_private.ask(c.TellLeaders(Word.DISTRESS), BEN)
    in_private.ask(c.Pause(in_private.state.entry))
    in_private.ask(c.OpenPrivateRoom(BEN))
    assert in_private.answer(c.Advance(in_private.state.entry), CARL) == ["PhaseEntered", "SessionPaused"]
