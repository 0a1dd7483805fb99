"""Links are lost and come back; leaders too. What the group had stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.accidents import _on_lead_lost, _on_speaker_lost
from facilitation.audience import Audience, view
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.format import Format
from facilitation.state import SessionState, Turn
from facilitation.vocabulary import Code, Floor, Gate, Hold
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, at
from tests.facilitation.forms import CLASSIC, ROUNDS, STRICT, with_phase


def linked(key: str, form: Format = CLASSIC) -> Meeting:
    """Everybody's link is up."""
    meeting = at(key, form)
    for seat in (LEA, CARL, ANN, BEN, CAT, DAN):
        meeting.link(seat, True)
    return meeting


def what(events: list[e.Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def left_alone(form: Format = CLASSIC, key: str = "discussion") -> Meeting:
    meeting = linked(key, form)
    meeting.link(CARL, False)
    meeting.link(LEA, False)
    return meeting


# --- the presenter ---


def test_the_presenters_loss_stops_the_clock_and_after_the_grace_the_leader_is_asked() -> None:
    meeting = linked("discussion")
    assert what(meeting.link(ANN, False)) == ["LinkLost", "ClockHeld"]
    assert meeting.wait(59_999) == []
    assert what(meeting.wait(1)) == ["PresenterOverdue"]
    assert meeting.wait(60 * MINUTE) == [], "the leader chooses; waiting is a choice"
    ends_at = meeting.state.phase_ends_at or 0
    gone = meeting.now
    assert what(meeting.link(ANN, True)) == ["LinkRestored", "ClockReleased"]
    assert (meeting.state.pushed_back, meeting.state.phase_ends_at) == (ANN, ends_at + gone)
    assert not meeting.state.presenter_overdue


def test_the_leader_may_go_on_without_waiting_until_the_presenter_is_back() -> None:
    meeting = linked("discussion")
    meeting.link(ANN, False)
    meeting.wait(MINUTE)
    assert meeting.answer(c.GoOn(1)) == ["PresenterNotAwaited", "ClockReleased"]
    assert meeting.answer(c.GoOn(1)) == []
    assert (meeting.state.holds, meeting.state.presenter_overdue) == ({}, False)
    meeting.link(ANN, True)
    assert what(meeting.link(ANN, False)) == ["LinkLost", "ClockHeld"], "missed anew"


def test_another_wait_that_ends_leaves_the_presenter_overdue() -> None:
    meeting = linked("discussion")
    meeting.link(ANN, False)
    meeting.wait(MINUTE)
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.ask(c.Resume(meeting.state.entry))
    assert meeting.state.presenter_overdue


def test_leaders_who_come_back_leave_the_presenter_overdue() -> None:
    meeting = linked("discussion")
    meeting.link(ANN, False)
    meeting.wait(MINUTE)
    meeting.lose(LEA, CARL)
    assert "ClockReleased" in what(meeting.link(LEA, True))
    assert meeting.state.presenter_overdue


def test_a_phase_without_the_presenter_ends_the_wait_and_one_that_needs_them_begins_it_anew() -> None:
    meeting = linked("joint_discussion")
    meeting.ask(c.StepBack(meeting.state.entry))
    meeting.link(ANN, False)
    meeting.wait(MINUTE)
    assert meeting.state.presenter_overdue
    assert "ClockReleased" in [type(event).__name__ for event in meeting.ask(c.Advance(meeting.state.entry))]
    assert not meeting.state.presenter_overdue
    meeting.ask(c.StepBack(meeting.state.entry))
    assert (next_deadline(meeting.state) or 0) == meeting.now + MINUTE


def test_a_presenter_who_answers_in_a_round_is_waited_for() -> None:
    meeting = linked("questions", ROUNDS)
    assert what(meeting.link(ANN, False)) == ["LinkLost", "ClockHeld"]


def test_where_no_presenter_is_needed_the_clock_goes_on() -> None:
    meeting = linked("joint_discussion")
    assert what(meeting.link(ANN, False)) == ["LinkLost"]
    meeting.ask(c.StepBack(7))
    assert Hold.PRESENTER in meeting.state.holds
    meeting.advance()
    assert meeting.state.holds == {}


# --- whoever has the turn ---


def holding(form: Format = STRICT) -> Meeting:
    meeting = linked("questions", form)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.wait(10_000)
    return meeting


def test_a_turn_waits_for_its_speaker_and_goes_on_where_it_stood() -> None:
    meeting = holding()
    meeting.link(BEN, False)
    assert meeting.wait(29_999) == []
    meeting.link(BEN, True)
    assert meeting.state.turn and meeting.state.turn.ends_at == MINUTE + 29_999
    assert what(meeting.wait(50_000)) == ["TurnEnded"]


def test_a_turn_ends_with_the_grace() -> None:
    meeting = holding()
    meeting.link(BEN, False)
    assert what(meeting.wait(30_000)) == ["TurnEnded", "ClockReleased"]


def test_where_there_is_no_grace_the_clock_of_a_turn_runs_on() -> None:
    meeting = holding(replace(STRICT, grace=replace(STRICT.grace, speaker_ms=0)))
    assert what(meeting.link(BEN, False)) == ["LinkLost"]
    assert what(meeting.wait(50_000)) == ["TurnEnded"]


def test_the_next_speaker_has_a_grace_of_their_own() -> None:
    meeting = holding()
    meeting.link(BEN, False)
    meeting.link(CAT, False)
    meeting.wait(20_000)
    meeting.ask(c.GrantTurn(meeting.state.entry, CAT))
    assert meeting.wait(29_999) == []
    assert what(meeting.wait(1)) == ["TurnEnded", "ClockReleased"]


def test_the_next_speakers_turn_is_as_long_as_any() -> None:
    meeting = holding()
    meeting.link(BEN, False)
    meeting.wait(20_000)
    assert meeting.answer(c.GrantTurn(meeting.state.entry, CAT)) == [
        "TurnEnded",
        "TurnGranted",
        "ClockReleased",
    ]
    assert meeting.state.turn and meeting.state.turn.ends_at == meeting.now + MINUTE


def test_a_round_comes_back_to_whoever_lost_the_turn() -> None:
    meeting = linked("arrival", ROUNDS)
    meeting.link(ANN, False)
    assert what(meeting.wait(30_000)) == ["TurnEnded", "RoundHeldSeat", "ClockReleased", "TurnGranted"]
    assert meeting.state.round and meeting.state.round.absent == (ANN,)


# --- pauses, and all at once ---


@pytest.mark.parametrize("lost", [ANN, BEN])
def test_a_pause_moves_every_grace_that_was_running(lost: int) -> None:
    meeting = holding()
    meeting.link(ANN if lost == ANN else BEN, False)
    grace = next_deadline(meeting.state) or 0
    meeting.wait(5_000)
    meeting.ask(c.Pause(meeting.state.entry))
    assert meeting.wait(10 * MINUTE) == []
    meeting.ask(c.Resume(meeting.state.entry))
    assert next_deadline(meeting.state) == grace + 10 * MINUTE


def test_a_link_lost_in_a_pause_is_waited_for_from_its_end() -> None:
    meeting = holding()
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.wait(5_000)
    meeting.link(BEN, False)
    meeting.wait(5_000)
    meeting.ask(c.Resume(meeting.state.entry))
    assert next_deadline(meeting.state) == meeting.now + 30_000


@pytest.mark.parametrize("leader_first", [True, False])
def test_where_a_pause_and_an_outage_overlap_their_time_is_counted_once(leader_first: bool) -> None:
    """Ben's link is lost at 10 s; a pause from 20 to 40 s, no leader from 30 to 50 s, or the other way."""
    meeting = holding()
    meeting.link(BEN, False)
    grace = next_deadline(meeting.state) or 0
    entry = meeting.state.entry

    def outage(up: bool) -> None:
        meeting.link(CARL, up)
        meeting.link(LEA, up)

    meeting.wait(10_000)
    outage(False) if leader_first else meeting.ask(c.Pause(entry))
    meeting.wait(10_000)
    meeting.ask(c.Pause(entry)) if leader_first else outage(False)
    meeting.wait(10_000)
    outage(True) if leader_first else meeting.ask(c.Resume(entry))
    meeting.wait(10_000)
    meeting.ask(c.Resume(entry)) if leader_first else outage(True)
    assert meeting.state.holds.keys() == {Hold.SPEAKER}
    assert next_deadline(meeting.state) == grace + 30_000


def test_a_pause_within_an_outage_moves_nothing_more() -> None:
    meeting = left_alone()
    meeting.wait(10_000)
    meeting.link(ANN, False)
    meeting.ask(c.Pause(5))
    meeting.wait(10_000)
    meeting.ask(c.Resume(5))
    meeting.wait(10_000)
    meeting.link(LEA, True)
    assert meeting.state.holds == {Hold.PRESENTER: meeting.now}


def test_the_leaders_grace_runs_in_a_pause_too() -> None:
    meeting = linked("discussion")
    meeting.ask(c.Pause(5))
    meeting.link(LEA, False)
    assert what(meeting.wait(10_000)) == ["LeadPassed"]


def test_a_reconnect_keeps_seat_hand_turn_and_stance() -> None:
    meeting = linked("discussion")
    meeting.ask(c.SetFloor(5, Floor.QUEUE, Gate.HARD))
    meeting.ask(c.GrantTurn(5, BEN))
    meeting.ask(c.RaiseHand(), CAT)
    before = meeting.state
    for seat in (ANN, BEN, CAT):
        meeting.link(seat, False)
    meeting.wait(20_000)
    for seat in (ANN, BEN, CAT):
        meeting.link(seat, True)
    for name in ("seats", "hands", "stance", "presenter", "holds"):
        assert getattr(meeting.state, name) == getattr(before, name)
    assert meeting.state.turn and meeting.state.turn.seat == BEN


def test_a_grace_that_finds_nothing_does_nothing() -> None:
    """`on_deadline` may find that what it wanted to do is no longer there to be done."""
    state = SessionState(CLASSIC)
    assert _on_lead_lost(state, 0) == [] == _on_speaker_lost(state, 0)
    assert on_deadline(state, 10**9) == []
    no_round = replace(state, floor=Floor.ROUND, turn=Turn(3, BEN, 0, None))
    assert _on_speaker_lost(no_round, 5) == [e.TurnEnded(5, 3)]


def test_a_shorter_grace_is_the_formats_to_set() -> None:
    quick = replace(with_phase(CLASSIC, "discussion"), grace=replace(CLASSIC.grace, leader_ms=2_000))
    meeting = linked("discussion", quick)
    meeting.link(LEA, False)
    assert what(meeting.wait(2_000)) == ["LeadPassed"]


def test_a_presenter_who_is_pushed_back_while_their_link_is_down_lets_the_clock_go() -> None:
    meeting = at("discussion")
    meeting.ask(c.ReportLink(ANN, True), None)
    meeting.ask(c.Recall(5))
    meeting.ask(c.GrantTurn(5, ANN))
    meeting.ask(c.ReportLink(ANN, False), None)
    meeting.ask(c.GoOn(1))
    assert set(meeting.state.holds) == {Hold.SPEAKER}
    meeting.ask(c.PushBack(5))
    assert meeting.state.turn is None
    assert not meeting.state.holds, "nobody's turn is waited for any more"


def test_a_leader_is_not_removed_and_of_one_who_has_been_missed_for_the_grace_the_seat_is_freed() -> None:
    meeting = linked("discussion")
    meeting.page(LEA, True)
    assert meeting.answer(c.Remove(LEA), CARL) is Code.NOT_MISSED
    meeting.page(LEA, False)
    assert meeting.answer(c.Remove(LEA), CARL) is Code.NOT_MISSED, "still heard"
    meeting.link(LEA, False)
    seats = view(meeting.state, Audience.LEADERS)["seats"]
    free_at = meeting.now + CLASSIC.grace.leader_ms
    assert {seat: one["free_at"] for seat, one in seats.items() if "free_at" in one} == {str(LEA): free_at}
    assert all("free_at" not in one for one in view(meeting.state, Audience.MEMBERS)["seats"].values())
    meeting.wait(CLASSIC.grace.leader_ms - 1)
    assert meeting.answer(c.Remove(LEA), CARL) is Code.NOT_MISSED, "perhaps they load the page anew"
    assert meeting.state.lead == LEA
    meeting.wait(1)
    assert meeting.answer(c.Remove(LEA), CARL) == ["SeatLeft"]
    assert meeting.answer(c.Remove(LEA), CARL) == []
    assert meeting.answer(c.ComeBack(LEA), None) == ["SeatTaken"]
    assert meeting.state.seats[LEA].sits
