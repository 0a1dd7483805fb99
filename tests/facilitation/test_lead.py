"""Who leads, and whether anybody does: leaders who are lost, who come back, who lead without media."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, view
from facilitation.deadlines import next_deadline
from facilitation.vocabulary import Code, Hold, Role
from tests.facilitation.circle import ANN, BEN, CARL, CAT, LEA, MINUTE, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.test_accidents import left_alone, linked, what

# --- the lead ---


def test_the_co_leader_leads_when_the_grace_is_over_and_not_before() -> None:
    meeting = linked("discussion")
    meeting.link(LEA, False)
    assert next_deadline(meeting.state) == 10_000
    assert meeting.wait(9_999) == []
    assert meeting.wait(1) == [e.LeadPassed(10_000, 1, CARL)]


def test_a_flapping_link_does_not_take_the_lead_away() -> None:
    meeting = linked("discussion")
    for _ in range(20):
        meeting.link(LEA, False)
        assert meeting.wait(9_999) == []
        meeting.link(LEA, True)
        assert meeting.wait(1) == []
    assert meeting.state.lead == LEA


def test_a_change_of_the_lead_changes_nothing_else() -> None:
    meeting = linked("questions")
    meeting.ask(c.GrantTurn(4, BEN))
    meeting.ask(c.RaiseHand(), CAT)
    before = meeting.state
    meeting.link(LEA, False)
    meeting.wait(10_000)
    kept = {"seats": before.seats, "lead": LEA, "leads": 0, "version": 0, "at": 0}
    assert replace(meeting.state, **kept) == replace(before, **kept)


@pytest.mark.parametrize("who", [LEA, CARL])
def test_the_leader_comes_back_as_co_leader_and_leads_again_by_a_click_of_either(who: int) -> None:
    meeting = linked("discussion")
    meeting.link(LEA, False)
    meeting.wait(10_000)
    meeting.link(LEA, True)
    assert meeting.state.lead == CARL
    meeting.ask(c.PassLead(1, LEA), LEA if who == LEA else CARL)
    assert (meeting.state.lead, meeting.state.leads) == (LEA, 2)


def test_two_who_take_the_lead_at_once_get_one_change() -> None:
    meeting = linked("discussion")
    assert meeting.answer(c.PassLead(0, CARL), CARL) == ["LeadPassed"]
    assert meeting.answer(c.PassLead(0, CARL), LEA) is Code.CONFLICT


def test_a_leader_who_leaves_leaves_the_lead_at_once_before_the_session_too() -> None:
    for meeting in (gathered(), linked("discussion")):
        assert meeting.answer(c.Leave(), LEA) == ["SeatLeft", "LeadPassed"]
        assert meeting.state.lead == CARL


def test_a_leader_is_asked_before_a_co_leader_though_sitting_later() -> None:
    meeting = Meeting(CLASSIC)
    for role in (Role.LEADER, Role.CO_LEADER, Role.LEADER):
        meeting.ask(c.TakeSeat(role), None)
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.lead == 3


def test_whoever_never_came_is_not_missed() -> None:
    meeting = at("discussion")
    assert meeting.state.led
    assert meeting.state.holds == {}


def test_a_leader_may_lead_without_media() -> None:
    meeting = linked("discussion")
    meeting.page(LEA, True)
    assert what(meeting.link(LEA, False)) == ["LinkLost"]
    assert meeting.wait(MINUTE) == [], "the desk is there"
    assert what(meeting.page(LEA, False)) == ["PageClosed"]
    assert meeting.state.seats[LEA].page is False
    assert meeting.wait(9_999) == []
    assert meeting.wait(1) == [e.LeadPassed(MINUTE + 10_000, 1, CARL)]


def test_a_leader_whose_page_is_gone_is_there_while_they_are_heard() -> None:
    meeting = linked("discussion")
    meeting.page(LEA, True)
    meeting.page(LEA, False)
    assert meeting.wait(MINUTE) == []
    meeting.link(LEA, False)
    assert what(meeting.wait(10_000)) == ["LeadPassed"]


def with_desks() -> Meeting:
    """In the discussion; both leaders have a link and a page."""
    meeting = linked("discussion")
    for seat in (LEA, CARL):
        meeting.page(seat, True)
    return meeting


def test_whoever_is_heard_and_can_press_nothing_gives_the_lead_to_a_leader_with_a_page() -> None:
    meeting = with_desks()
    before = meeting.state.holds
    meeting.page(LEA, False)
    assert (meeting.wait(9_999), meeting.state.holds) == ([], before)
    assert meeting.wait(1) == [e.LeadPassed(10_000, 1, CARL)]
    meeting.page(LEA, True)
    assert meeting.wait(MINUTE) == [], "who comes back is a co-leader"


def test_a_page_that_is_back_in_time_keeps_the_lead() -> None:
    meeting = with_desks()
    meeting.page(LEA, False)
    meeting.wait(9_000)
    meeting.page(LEA, True)
    assert meeting.wait(MINUTE) == []


def test_the_grace_of_a_lost_lead_runs_from_when_the_page_was_lost() -> None:
    meeting = with_desks()
    meeting.page(LEA, False)
    meeting.wait(6_000)
    meeting.link(LEA, False)
    assert meeting.wait(4_000) == [e.LeadPassed(10_000, 1, CARL)]


def test_a_lead_goes_to_a_co_leader_with_a_page_rather_than_to_a_leader_without() -> None:
    meeting = linked("discussion")
    meeting.page(CARL, True)
    meeting.ask(c.Leave(), LEA)
    meeting.ask(c.ComeBack(LEA), None)
    meeting.link(LEA, True)
    meeting.page(CARL, False)
    assert meeting.wait(MINUTE) == [], "she has no page either"
    meeting.page(LEA, True)
    assert what(meeting.wait(0)) == ["LeadPassed"]


def test_a_leader_who_never_had_media_is_missed_when_their_page_goes() -> None:
    meeting = at("discussion")
    for seat in (LEA, CARL):
        meeting.page(seat, True)
    meeting.page(CARL, False)
    assert what(meeting.page(LEA, False)) == ["PageClosed", "ClockHeld"]
    assert what(meeting.wait(MINUTE)) == ["PushBackSuspended"]
    assert what(meeting.page(LEA, True)) == ["PageOpened", "PushBackRestored", "ClockReleased"]
    assert meeting.wait(MINUTE) == []


def test_somebody_who_left_is_not_missed_and_comes_back_as_new() -> None:
    meeting = linked("discussion")
    meeting.page(LEA, True)
    meeting.ask(c.Leave(), LEA)
    for report in (c.ReportPage, c.ReportLink):
        for there in (False, True):
            assert meeting.answer(report(LEA, there), None) == []
    meeting.ask(c.ComeBack(LEA), None)
    assert meeting.state.seats[LEA].missed_at is None
    assert meeting.answer(c.ReportPage(LEA, True), None) == ["PageOpened"]


def test_a_lead_passed_to_somebody_lost_for_long_comes_back_at_once() -> None:
    meeting = linked("discussion")
    meeting.link(CARL, False)
    meeting.wait(MINUTE)
    meeting.ask(c.PassLead(0, CARL))
    assert meeting.wait(0) == [e.LeadPassed(MINUTE, 2, LEA)]


# --- no leader at all ---


def test_without_a_leader_the_clocks_stop_and_reach_stays_as_it_is() -> None:
    meeting = linked("discussion")
    heard = [meeting.heard_by(seat) for seat in (LEA, ANN, BEN)]
    meeting.link(CARL, False)
    assert what(meeting.link(LEA, False)) == ["LinkLost", "ClockHeld"]
    assert meeting.state.holds == {Hold.NO_LEADER: 0}
    assert meeting.wait(59_999) == []
    assert [meeting.heard_by(seat) for seat in (LEA, ANN, BEN)] == heard
    assert meeting.state.clock(meeting.now) == 0


def test_after_the_grace_nobody_sits_alone_behind_a_closed_microphone() -> None:
    meeting = left_alone()
    assert what(meeting.wait(60_000)) == ["PushBackSuspended"]
    assert "Ann" in meeting.heard_by(BEN)
    assert meeting.wait(60 * MINUTE) == [], "it is said once"


@pytest.mark.parametrize("first", [LEA, CARL])
def test_whoever_returns_first_resumes_where_it_stood(first: int) -> None:
    meeting = left_alone()
    ends_at = meeting.state.phase_ends_at or 0
    meeting.wait(5 * MINUTE)
    assert what(meeting.link(LEA if first == LEA else CARL, True)) == [
        "LinkRestored",
        "PushBackRestored",
        "ClockReleased",
    ]
    assert (meeting.state.pushed_back, meeting.state.phase_ends_at) == (ANN, ends_at + 5 * MINUTE)
    assert "Ann" not in meeting.heard_by(BEN)
    meeting.wait(0)
    assert meeting.state.lead == first


def test_a_leader_who_returns_within_the_grace_finds_nothing_suspended() -> None:
    meeting = left_alone()
    meeting.wait(30_000)
    assert what(meeting.link(LEA, True)) == ["LinkRestored", "ClockReleased"]


def test_everyone_in_the_circle_is_told_from_when_on_all_are_heard_until_it_is_so_or_a_leader_is_back() -> (
    None
):
    def told(meeting: Meeting) -> list[object]:
        audiences = (Audience.MEMBERS, Audience.PRESENTER, Audience.LEADERS)
        return [view(meeting.state, who)["suspends_at"] for who in audiences]

    meeting = left_alone()
    since = meeting.state.holds[Hold.NO_LEADER]
    assert told(meeting) == [since + MINUTE] * 3 and next_deadline(meeting.state) == since + MINUTE
    meeting.wait(MINUTE)
    assert told(meeting) == [None] * 3
    meeting.wait(20_000)
    meeting.link(LEA, True)
    assert told(meeting) == [None] * 3
    back = [view(meeting.state, who).get("restored_at") for who in (Audience.LEADERS, Audience.MEMBERS)]
    assert back == [meeting.now, None], "who leads learns that all were heard meanwhile"


def test_in_the_leaders_own_room_nothing_is_suspended_and_it_ends_five_minutes_after_the_last() -> None:
    meeting = left_alone(key="debrief")
    assert view(meeting.state, Audience.LEADERS)["suspends_at"] is None
    assert meeting.wait(5 * MINUTE - 1) == []
    meeting.link(LEA, True)
    assert "SessionEnded" not in what(meeting.wait(60 * MINUTE)), "who is back in time goes on"
    meeting.ask(c.Leave(), CARL)
    meeting.ask(c.Leave(), LEA)
    assert meeting.wait(5 * MINUTE - 1) == []
    assert what(meeting.wait(1)) == ["SessionEnded"]


def test_a_debrief_whose_leader_has_only_stepped_out_waits_and_counts_from_when_they_are_lost() -> None:
    meeting = linked("debrief")
    meeting.ask(c.Leave(), CARL)
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.ask(c.StepOut())
    assert meeting.wait(60 * MINUTE) == []
    meeting.link(LEA, False)
    assert meeting.wait(5 * MINUTE - 1) == []
    assert what(meeting.wait(1)) == ["SessionEnded"]


def test_a_debrief_that_a_leader_leaves_from_outside_counts_from_then() -> None:
    meeting = linked("debrief")
    meeting.ask(c.Leave(), CARL)
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.ask(c.StepOut())
    meeting.wait(60 * MINUTE)
    meeting.ask(c.Leave(), LEA)
    assert meeting.wait(5 * MINUTE - 1) == []
    assert what(meeting.wait(1)) == ["SessionEnded"]


@law_of(c.PassLead)
def test_who_may_pass_the_lead(row: Row) -> None:
    it_is_so(row)
