"""Coming and going."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation.audience import Audience, view
from facilitation.coming import has_way_in, may_rename
from facilitation.reach import Reach, reach
from facilitation.vocabulary import Code, Latecomers, Link, Refused, Role, SeatId, Standing
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, STRANGER, WIM, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC, FISHBOWL
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row


@law_of(c.TakeSeat, c.ComeBack, c.ReportLink, c.Admit, c.Remove, c.Leave, c.End)
def test_who_may_come_and_go(row: Row) -> None:
    it_is_so(row)


def test_the_last_seat_is_kept_until_one_has_come_who_leads() -> None:
    meeting = Meeting(replace(CLASSIC, seats=3))
    for _ in range(2):
        meeting.ask(c.TakeSeat(Role.MEMBER), None)
    assert meeting.answer(c.TakeSeat(Role.MEMBER), None) is Code.SESSION_FULL
    assert meeting.answer(c.TakeSeat(Role.CO_LEADER), None) == ["SeatTaken"]
    meeting = Meeting(replace(CLASSIC, seats=3))
    for role in (Role.LEADER, Role.OBSERVER, Role.MEMBER):
        assert meeting.answer(c.TakeSeat(role), None) == ["SeatTaken"]


def test_a_format_says_who_may_take_a_seat() -> None:
    meeting = Meeting(replace(CLASSIC, roles=CLASSIC.roles - {Role.OBSERVER}))
    assert meeting.answer(c.TakeSeat(Role.OBSERVER), None) is Code.NOT_ALLOWED
    assert meeting.answer(c.TakeSeat(Role.MEMBER), None) == ["SeatTaken"]


@pytest.mark.parametrize(
    ("command", "actor", "words"),
    [
        (c.Remove(LEA), CARL, "not_missed: seat 1"),
        (c.Remove(CARL), CARL, "not_allowed: to go, leave"),
        (c.Remove(STRANGER), LEA, "no_such_seat: seat 99"),
        (c.Admit(STRANGER), LEA, "no_such_seat: seat 99"),
    ],
)
def test_why_somebody_stays(command: c.Command, actor: SeatId, words: str) -> None:
    assert str(gathered().refused(command, actor)) == words


def test_members_who_come_early_hear_and_see_one_another_until_a_leader_keeps_the_door() -> None:
    meeting = Meeting()
    ann, obi, ben = SeatId(1), SeatId(2), SeatId(3)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    meeting.ask(c.TakeSeat(Role.OBSERVER, early=True), None)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    assert reach(meeting.state) == {ann: Reach({ben}, {ben}), ben: Reach({ann}, {ann})}, "no unseen listener"
    assert meeting.state.seats[obi].standing is Standing.WAITING
    meeting.ask(c.Leave(), ben)
    meeting.ask(c.ComeBack(ben, early=True), None)
    assert meeting.state.seats[ben].sits
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    assert meeting.state.seats[SeatId(5)].standing is Standing.WAITING, "they are let in by whoever leads"
    meeting.ask(c.Leave(), SeatId(4))
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    assert meeting.state.seats[SeatId(6)].standing is Standing.WAITING, "a leader was here"


@pytest.mark.parametrize("comes_back", [False, True])
@pytest.mark.parametrize("leads", [Role.LEADER, Role.CO_LEADER])
def test_a_leader_who_was_refused_as_they_came_does_not_keep_the_door(leads: Role, comes_back: bool) -> None:
    meeting, nobodys = Meeting(), frozenset({SeatId(2)})
    ann = SeatId(1)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    meeting.ask(c.TakeSeat(leads), None)
    meeting.ask(c.Leave(), SeatId(2))
    if comes_back:
        meeting.ask(c.Leave(), ann)
        meeting.ask(c.ComeBack(ann, early=True, nobodys=nobodys), None)
        assert meeting.state.seats[ann].sits
    else:
        meeting.ask(c.TakeSeat(Role.MEMBER, early=True, nobodys=nobodys), None)
        assert meeting.state.seats[SeatId(3)].sits
    meeting.ask(c.ComeBack(SeatId(2)), None)
    meeting.ask(c.Leave(), SeatId(2))
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    assert max(meeting.state.seats.items())[1].standing is Standing.WAITING, "now a leader was here"


@pytest.mark.parametrize("leads", [Role.LEADER, Role.CO_LEADER])
def test_a_leader_who_was_refused_as_they_came_leaves_a_seat_for_another(leads: Role) -> None:
    meeting, nobodys = Meeting(replace(CLASSIC, seats=3)), frozenset({SeatId(1)})
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    meeting.ask(c.Leave(), SeatId(1))
    meeting.ask(c.TakeSeat(Role.MEMBER, nobodys=nobodys), None)
    assert meeting.answer(c.TakeSeat(Role.MEMBER, nobodys=nobodys), None) is Code.SESSION_FULL
    meeting.ask(c.TakeSeat(leads, nobodys=nobodys), None)
    assert meeting.state.seats[SeatId(3)].sits


def test_nobody_sits_early_who_may_not_or_once_the_session_runs() -> None:
    meeting = Meeting()
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    assert not meeting.state.seats[SeatId(1)].sits
    meeting = Meeting(FISHBOWL)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    assert not meeting.state.seats[SeatId(1)].sits, "the outer circle hears nothing of itself"
    meeting = at("arrival")
    for leader in (LEA, CARL):
        meeting.ask(c.Leave(), leader)
    before = set(meeting.state.seats)
    meeting.ask(c.TakeSeat(Role.MEMBER, early=True), None)
    (seat,) = meeting.state.seats.keys() - before
    assert not meeting.state.seats[seat].sits


def test_why_somebody_does_not_come() -> None:
    meeting = Meeting(replace(CLASSIC, roles=CLASSIC.roles - {Role.OBSERVER}))
    assert (
        str(meeting.refused(c.TakeSeat(Role.OBSERVER), None)) == "not_allowed: this format knows no observer"
    )


def test_a_leader_who_comes_before_the_beginning_leads_in_place_of_a_co_leader_and_later_not() -> None:
    meeting = Meeting()
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    assert meeting.state.lead == 1
    meeting.ask(c.TakeSeat(Role.LEADER), None)
    meeting.ask(c.TakeSeat(Role.LEADER), None)
    assert meeting.state.lead == 3
    late = Meeting()
    late.ask(c.TakeSeat(Role.CO_LEADER), None)
    late.ask(c.Begin(), SeatId(1))
    late.ask(c.TakeSeat(Role.LEADER), None)
    assert late.state.lead == 1


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


def test_whoever_has_left_has_no_link_and_what_is_said_of_it_later_is_nothing() -> None:
    meeting = gathered()
    meeting.link(BEN, True)
    meeting.ask(c.Leave(), BEN)
    assert meeting.state.seats[BEN].link is Link.DOWN
    assert meeting.answer(c.ReportLink(BEN, False), None) == []
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


@pytest.mark.parametrize(
    ("actor", "seat", "code"),
    [
        (LEA, BEN, None),
        (CARL, LEA, None),
        (LEA, WIM, None),
        (ANN, ANN, Code.NOT_ALLOWED),
        (BEN, ANN, Code.NOT_ALLOWED),
        (WIM, WIM, Code.NOT_SEATED),
        (LEA, DAN, Code.NOT_SEATED),
        (LEA, STRANGER, Code.NOT_SEATED),
    ],
)
def test_leaders_may_call_somebody_by_another_name(actor: SeatId, seat: SeatId, code: Code | None) -> None:
    meeting = at("discussion")
    meeting.ask(c.Leave(), DAN)
    try:
        may_rename(meeting.state, actor, seat)
    except Refused as refusal:
        assert refusal.code is code
    else:
        assert code is None


@pytest.mark.parametrize(
    ("phase", "seats"),
    [("discussion", {LEA, CARL, ANN, CAT, BEN, OBI, WIM}), ("debrief", {LEA, CARL, ANN, CAT, OBI})],
)
def test_to_what_the_leaders_do_alone_nobody_else_comes_who_has_left_or_waits(
    phase: str, seats: set[SeatId]
) -> None:
    meeting = at(phase)
    for gone in CARL, BEN:
        meeting.ask(c.Leave(), gone)
    meeting.ask(c.Remove(DAN))
    everyone = (*meeting.state.seats, STRANGER)
    assert {seat for seat in everyone if has_way_in(meeting.state, seat)} == seats
    for seat in BEN, WIM:  # who has left, who waits: the page that they have says the same
        assert view(meeting.state, Audience.GONE)["closed"] is not has_way_in(meeting.state, seat)
    meeting.ask(c.End())
    assert not any(has_way_in(meeting.state, seat) for seat in everyone)
