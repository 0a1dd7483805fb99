"""For how long each was in the group: by their link, from the beginning to the end."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.attendance import Attendance, attended, present
from facilitation.state import SessionState
from tests.facilitation.circle import ANN, CARL, LEA, MINUTE, OBI, WIM, Meeting, gathered
from tests.facilitation.forms import CLASSIC


def minutes(meeting: Meeting) -> dict[int, float]:
    """Of whoever was there at all."""
    _, attendance = attended(SessionState(meeting.state.format), meeting.log)
    return {int(seat): ms / MINUTE for seat, ms in attendance.until(meeting.now).items() if ms}


def begun() -> Meeting:
    """Ann's link came up while the group gathered; Ben's does not."""
    meeting = gathered()
    meeting.link(LEA, True)
    meeting.link(ANN, True)
    meeting.wait(7 * MINUTE)
    meeting.ask(c.Begin())
    return meeting


def test_it_counts_from_the_beginning_to_the_end() -> None:
    meeting = begun()
    meeting.wait(30 * MINUTE)
    meeting.ask(c.End())
    meeting.wait(9 * MINUTE)
    assert minutes(meeting) == {LEA: 30, ANN: 30}


def test_a_lost_link_and_the_waiting_room_do_not_count() -> None:
    meeting = begun()
    meeting.link(WIM, True)
    meeting.wait(5 * MINUTE)
    meeting.link(ANN, False)
    meeting.wait(2 * MINUTE)
    meeting.link(ANN, True)
    meeting.ask(c.Admit(WIM))
    meeting.wait(3 * MINUTE)
    meeting.ask(c.Leave(), WIM)
    meeting.wait(10 * MINUTE)
    assert minutes(meeting) == {LEA: 20, ANN: 18, WIM: 3}


def test_whoever_is_removed_or_goes_keeps_what_they_were_there_for() -> None:
    meeting = begun()
    meeting.wait(MINUTE)
    meeting.ask(c.Remove(ANN))
    meeting.wait(MINUTE)
    assert minutes(meeting) == {LEA: 2, ANN: 1}


def test_a_leader_whose_page_answers_is_there_and_the_debrief_is_the_leaders() -> None:
    meeting = begun()
    meeting.link(CARL, False)
    meeting.page(CARL, True)
    meeting.link(OBI, True)
    meeting.wait(4 * MINUTE)
    meeting.go_to("debrief")
    assert present(meeting.state) == {LEA, CARL}
    meeting.wait(6 * MINUTE)
    assert minutes(meeting) == {LEA: 10, CARL: 10, ANN: 4, OBI: 4}
    _, attendance = attended(SessionState(CLASSIC), meeting.log)
    assert attendance.lasted(meeting.now) == (10 * MINUTE, 4 * MINUTE), "the circle's meeting was over before"


def test_it_is_over_when_the_last_has_gone_though_nobody_ended_it() -> None:
    meeting = begun()
    meeting.wait(20 * MINUTE)
    meeting.link(ANN, False)
    meeting.link(LEA, False)
    meeting.wait(600 * MINUTE)
    _, attendance = attended(SessionState(meeting.state.format), meeting.log)
    assert (attendance.began_at, attendance.over_at) == (7 * MINUTE, 27 * MINUTE)
    assert minutes(meeting) == {LEA: 20, ANN: 20}


def test_before_the_beginning_there_is_none() -> None:
    _, attendance = attended(SessionState(CLASSIC), gathered().log)
    assert attendance == Attendance()
