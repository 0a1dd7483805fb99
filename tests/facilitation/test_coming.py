"""Coming and going."""

from __future__ import annotations

from dataclasses import replace

from facilitation import commands as c
from facilitation.vocabulary import Code, Latecomers, Role, SeatId, Standing
from tests.facilitation.circle import BEN, LEA, WIM, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row


@law_of(c.TakeSeat, c.ComeBack, c.ReportLink, c.Admit, c.Remove, c.Leave, c.End)
def test_who_may_come_and_go(row: Row) -> None:
    it_is_so(row)


def test_a_format_says_who_may_take_a_seat() -> None:
    meeting = Meeting(replace(CLASSIC, roles=CLASSIC.roles - {Role.OBSERVER}))
    assert meeting.answer(c.TakeSeat(Role.OBSERVER), None) is Code.NOT_ALLOWED
    assert meeting.answer(c.TakeSeat(Role.MEMBER), None) == ["SeatTaken"]


def test_latecomers_wait_for_the_next_phase_where_the_format_says_so() -> None:
    meeting = at("presentation", replace(CLASSIC, latecomers=Latecomers.BOUNDARY))
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    meeting.ask(c.TakeSeat(Role.OBSERVER), None)
    assert meeting.heard_by(SeatId(9)) == "-"
    assert meeting.answer(c.Advance(3)) == ["PhaseEntered", "SeatAdmitted", "SeatAdmitted"]
    assert "Ben" in meeting.heard_by(SeatId(9))


def test_whoever_was_removed_does_not_come_in_again_by_themselves() -> None:
    meeting = at("presentation", replace(CLASSIC, latecomers=Latecomers.BOUNDARY))
    meeting.ask(c.Remove(BEN))
    meeting.ask(c.TakeSeat(Role.MEMBER), None)  # the same person, in another browser
    assert meeting.answer(c.Advance(3)) == ["PhaseEntered"]
    assert meeting.heard_by(SeatId(9)) == "-"
    assert meeting.answer(c.Admit(SeatId(9))) == ["SeatAdmitted"]


def test_nobody_comes_into_the_leaders_own_room_at_a_boundary() -> None:
    meeting = at("leaving", replace(CLASSIC, latecomers=Latecomers.BOUNDARY))
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    assert meeting.answer(c.Advance(meeting.state.entry)) == ["PhaseEntered"]


def test_elsewhere_they_wait_until_a_leader_admits_them() -> None:
    assert at("closing").state.seats[WIM].standing is Standing.WAITING


def test_a_link_that_goes_after_its_owner_says_nothing_when_it_comes() -> None:
    meeting = gathered()
    meeting.link(BEN, True)
    meeting.ask(c.Leave(), BEN)
    assert meeting.answer(c.ReportLink(BEN, False), None) == ["LinkLost"]
    assert meeting.answer(c.ReportLink(BEN, True), None) == []
    meeting.ask(c.ComeBack(BEN), None)
    assert not meeting.state.away(BEN), "whoever comes back is not missed"


def test_a_leader_may_come_back_and_leads_if_nobody_does() -> None:
    meeting = Meeting(CLASSIC)
    meeting.ask(c.TakeSeat(Role.LEADER), None)
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.lead is None
    meeting.ask(c.ComeBack(LEA), None)
    assert meeting.state.lead == LEA
