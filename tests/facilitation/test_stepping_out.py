"""Whoever is out alone is not there: not to lead, not to present, not to be asked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, view
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Hold, Role, SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, at, gathered, undo
from tests.facilitation.forms import CLASSIC, GERMAN
from tests.facilitation.situations import (
    distressed,
    in_round,
    lead_lost,
    lead_outside,
    named,
    out_before,
    stepped_out,
)
from tests.facilitation.test_accidents import linked, what
from tests.golden_file import is_as_kept

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
    "step",
    [
        lambda s: c.Advance(s.entry),
        lambda s: c.StepBack(s.entry),
        lambda s: c.CloseCase(s.case),
        lambda s: c.Resume(s.entry),
    ],
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


def test_whoever_leads_and_is_out_goes_back_first() -> None:
    meeting = lead_out()
    for step in (
        c.Advance(meeting.state.entry),
        c.StepBack(meeting.state.entry),
        c.Resume(meeting.state.entry),
    ):
        assert meeting.answer(step, LEA) is Code.STEPPED_OUT
    assert meeting.answer(c.LeavePrivateRoom(), LEA) == ["SteppedBackIn"]
    assert meeting.answer(c.Advance(meeting.state.entry), LEA) == ["PhaseEntered"]
    early = gathered()
    early.ask(c.StepOut())
    assert early.answer(c.Begin(), LEA) is Code.STEPPED_OUT


def test_nobody_begins_or_goes_on_from_outside() -> None:
    meeting = out(CARL)
    meeting.link(LEA, False)
    assert meeting.answer(c.Advance(meeting.state.entry), CARL) is Code.STEPPED_OUT
    assert meeting.answer(c.Pause(meeting.state.entry), CARL) == ["SessionPaused"], "which does no harm"
    meeting.link(LEA, True)
    assert meeting.answer(c.Advance(meeting.state.entry), CARL) is Code.STEPPED_OUT, "though Lea leads within"
    meeting.ask(c.LeavePrivateRoom(), CARL)
    assert meeting.answer(c.Advance(meeting.state.entry), CARL) == ["PhaseEntered"]


OUT = {
    "lead_lost": lead_lost,
    "out_before": out_before,
    "lead_outside": lead_outside,
    "other_leads": stepped_out,
}


def test_what_leaders_see_while_one_of_them_is_out() -> None:
    """The desk is tried with these very views."""
    states = {name: opened().state for name, opened in OUT.items()}
    assert {name: state.stepped_out & {LEA, CARL} for name, state in states.items()} == {
        "lead_lost": {CARL},
        "out_before": {CARL},
        "lead_outside": {LEA},
        "other_leads": {CARL},
    }
    seen = {name: view(state, Audience.LEADERS) for name, state in states.items()}
    is_as_kept("views_from_outside.json", json.dumps(seen, indent=1) + "\n")


def test_with_the_lead_lost_nobody_leads_from_the_room_of_two() -> None:
    meeting = lead_lost()
    assert meeting.answer(c.Extend(meeting.state.entry, MINUTE), CARL) is Code.STEPPED_OUT
    assert meeting.answer(c.LeavePrivateRoom(), CARL) == ["PrivateRoomClosed"]
    assert meeting.answer(c.Extend(meeting.state.entry, MINUTE), CARL) == ["PhaseExtended"]
    meeting = lead_lost()
    meeting.wait(MINUTE)
    assert (meeting.state.lead, meeting.answer(c.Advance(meeting.state.entry), CARL)) == (
        CARL,
        Code.STEPPED_OUT,
    )
    assert meeting.answer(c.LeavePrivateRoom(), CARL) == ["PrivateRoomClosed"]
    assert meeting.answer(c.Resume(meeting.state.entry), CARL) == ["SessionResumed"]


def test_whoever_presents_is_moved_only_where_they_hear_of_it() -> None:
    meeting = linked("discussion")
    meeting.ask(c.Recall(meeting.state.entry))
    meeting.ask(c.StepOut(), ANN)
    assert meeting.answer(c.PushBack(meeting.state.entry)) is Code.STEPPED_OUT
    meeting.ask(c.LeavePrivateRoom(), ANN)
    assert meeting.answer(c.PushBack(meeting.state.entry)) == ["PresenterPushedBack"]
    meeting.ask(c.StepOut(), ANN)
    assert meeting.answer(c.Recall(meeting.state.entry)) is Code.STEPPED_OUT
    meeting.ask(c.LeavePrivateRoom(), ANN)
    assert meeting.answer(c.Recall(meeting.state.entry)) == ["PresenterRecalled"]


def test_whoever_steps_on_while_the_lead_is_in_the_private_room_does_not_take_it() -> None:
    in_private = at("discussion")
    in_private.ask(c.TellLeaders(Word.DISTRESS), BEN)
    in_private.ask(c.Pause(in_private.state.entry))
    in_private.ask(c.OpenPrivateRoom(BEN))
    resume = c.Resume(in_private.state.entry)
    assert in_private.refused(resume, CARL).detail == "whoever leads has stepped out"
    assert in_private.answer(c.Advance(in_private.state.entry), CARL) == ["PhaseEntered", "SessionPaused"]


# --- to go with somebody ---


def test_of_two_leaders_who_go_to_one_person_the_second_does_nothing_not_even_pause() -> None:
    meeting = distressed()
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.answer(c.OpenPrivateRoom(BEN, pause=True), LEA) is Code.CONFLICT
    assert meeting.state.holds == {}
    meeting = distressed()
    meeting.ask(c.OpenPrivateRoom(BEN, pause=True), LEA)
    assert meeting.answer(c.OpenPrivateRoom(BEN), CARL) is Code.CONFLICT
    assert meeting.state.inside == {LEA, BEN}


# --- to present, and to be asked ---


def test_the_clocks_wait_for_a_presenter_who_is_out_and_nobody_is_asked_to_go_on() -> None:
    meeting = linked("presentation")
    assert meeting.answer(c.StepOut(), ANN) == ["SteppedOut", "ClockHeld"]
    assert meeting.state.holds.keys() == {Hold.PRESENTER}
    assert meeting.wait(60 * MINUTE) == [], "they come back when they like"
    meeting.link(ANN, False)
    assert meeting.wait(60 * MINUTE) == []
    assert meeting.link(ANN, True) == [e.LinkRestored(meeting.now, ANN)]
    assert meeting.answer(c.LeavePrivateRoom(), ANN) == ["SteppedBackIn", "ClockReleased"]
    assert linked("case_call").answer(c.StepOut(), ANN) == ["SteppedOut"]


def test_the_leaders_may_go_on_without_a_presenter_who_is_out_until_they_are_back() -> None:
    meeting = out(ANN)
    assert meeting.answer(c.GoOn(1)) == ["PresenterNotAwaited", "ClockReleased"]
    meeting.ask(c.LeavePrivateRoom(), ANN)
    assert meeting.answer(c.StepOut(), ANN) == ["SteppedOut", "ClockHeld"]


def test_whoever_is_out_is_not_chosen_to_present() -> None:
    meeting = at("case_call")
    for seat in (ANN, BEN):
        meeting.ask(c.OfferCase(1), seat)
    meeting.ask(c.StepOut(), ANN)
    assert meeting.answer(c.ChoosePresenter(1, ANN)) is Code.STEPPED_OUT
    assert meeting.answer(c.ChoosePresenter(1, BEN)) == ["PresenterChosen"]
    meeting = named()
    meeting.ask(c.StepOut(), CAT)
    assert meeting.ask(c.CloseChoice(1))[0] == e.PresenterChosen(0, 1, BEN), "Cat was named twice"
    meeting = named()
    for seat in (CAT, BEN):
        meeting.ask(c.StepOut(), seat)
    assert meeting.answer(c.CloseChoice(1)) is Code.NO_CHOICE


def test_a_leader_who_had_the_turn_in_a_round_is_not_asked_by_it_later() -> None:
    meeting = in_round()
    meeting.ask(c.EndTurn(2), BEN)
    meeting.ask(c.RaiseHand(), CARL)
    assert meeting.state.turn and meeting.state.round
    meeting.ask(c.GrantTurn(meeting.state.entry, CARL))
    meeting.ask(c.StepOut(), CARL)
    assert CARL not in meeting.state.round.waits_for
    assert meeting.state.turn.seat != CARL


# --- a step that is undone ---


def test_a_word_or_a_step_out_takes_no_undo_away_and_is_not_lost_by_it() -> None:
    meeting = in_round()
    assert meeting.state.turn and meeting.state.turn.seat == BEN
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), DAN)
    meeting.advance()
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), CAT)
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), BEN)
    meeting.ask(c.StepOut(), BEN)
    meeting.ask(undo(meeting))
    assert [sent.seat for sent in meeting.state.words] == [DAN, CAT, BEN]
    assert meeting.state.turn and meeting.state.turn.seat == CAT, "the round goes on to the next"
    assert meeting.state.round and BEN in meeting.state.round.waits_for, "and keeps Ben's place"
    assert BEN not in meeting.state.hands


@pytest.mark.parametrize(("key", "kept"), [("questions", False), ("discussion", True)])
def test_a_word_to_be_brought_back_lasts_while_one_is_back(key: str, kept: bool) -> None:
    meeting = at(key, GERMAN if key == "discussion" else CLASSIC)
    meeting.advance("discussion" if key == "questions" else None)
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.ask(undo(meeting))
    assert bool(meeting.state.words) == kept
