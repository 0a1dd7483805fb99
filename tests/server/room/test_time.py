"""Deadlines, outages, and rooms that another server has taken over, on a virtual clock."""

from __future__ import annotations

import asyncio

import pytest

from facilitation import commands as c
from facilitation.reach import reach
from facilitation.vocabulary import Link, Role
from server.room.inbox import INBOX_MOST
from tests.server.memory import Page
from tests.server.room.stage import ANN, BEN, LEADER, Stage
from tests.waiting import passes, turns


async def test_the_deadline_informs_the_leaders_alone_and_not_early(stage: Stage) -> None:
    await stage.gather()
    leader, member = Page(), Page()
    stage.room.enter(LEADER, leader)
    stage.room.enter(ANN, member)
    await stage.ok(c.Begin())
    leader.got.clear()
    member.got.clear()
    ends_at = stage.room.state.phase_ends_at
    assert ends_at is not None
    await passes((ends_at - stage.room.clock.now()) / 1000 - 0.05)
    assert not leader.got
    await passes(0.1)
    assert [message["changes"]["phase"]["limit_reached"] for message in leader.news()] == [True]
    assert not member.got


async def test_an_outage_moves_every_deadline_by_its_length() -> None:
    first = Stage()
    await first.open()
    await first.gather()
    await first.ok(c.Begin())
    left_ms = (first.room.state.phase_ends_at or 0) - first.room.clock.now()
    await first.room.close()
    first.store.reached = first.room.clock.now()
    await passes(3600)
    second = Stage(first.store)
    room = await second.open()
    assert room.state == first.room.state
    assert (room.state.phase_ends_at or 0) - room.clock.now() == left_ms
    await room.close()


async def test_after_a_restart_nobody_is_more_heard_than_before() -> None:
    first = Stage()
    await first.open()
    await first.to_discussion()
    before = dict(first.plane.reach)
    await first.room.close()
    second = Stage(first.store)
    room = await second.open()
    assert dict(second.plane.reach) == before
    assert ANN not in second.plane.reach[BEN].audio
    await room.close()


async def test_a_room_taken_over_by_another_server_falls_silent(stage: Stage) -> None:
    await stage.gather()
    stage.store.fencing += 1
    page = Page()
    stage.room.enter(LEADER, page)
    assert (await stage.room.ask(c.Begin(), LEADER))["code"] == "draining"
    assert (await stage.room.ask(c.TakeSeat(Role.MEMBER), None))["code"] == "draining"
    assert stage.plane.reach == {}
    assert page.closed


async def test_a_deadline_too_finds_out_that_another_server_has_the_room(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    stage.store.fencing += 1
    await passes(3600)
    assert stage.room.closed
    assert stage.plane.reach == {}


async def test_while_the_disk_refuses_a_deadline_commands_are_answered_and_later_it_comes(
    stage: Stage,
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    stage.store.broken = True
    await passes(3600)
    async with asyncio.timeout(1):
        assert (await stage.room.ask(c.RaiseHand(), ANN))["code"] == "not_saved"
    stage.store.broken = False
    async with asyncio.timeout(1):
        await stage.ok(c.RaiseHand(), ANN)
    await passes(2)
    assert stage.room.state.limit_reached


async def test_a_leaders_page_that_goes_is_missed_and_one_that_was_replaced_is_not(stage: Stage) -> None:
    await stage.gather()
    first, second = Page(), Page()
    for page in (first, second):
        stage.room.enter(LEADER, page)
    stage.room.exit(LEADER, first)
    await passes(60)
    assert stage.room.state.led
    stage.room.exit(LEADER, second)
    await passes(4.1)
    assert not stage.room.state.led


async def test_of_a_leaders_page_that_is_loaded_anew_nobody_learns(stage: Stage) -> None:
    await stage.gather()
    first, member = Page(), Page()
    stage.room.enter(LEADER, first)
    stage.room.enter(ANN, member)
    await stage.ok(c.Begin())
    member.got.clear()
    for _ in range(2):
        stage.room.exit(LEADER, first)
        await passes(3)
        stage.room.enter(LEADER, first)
    await passes(60)
    assert stage.room.state.led
    assert member.news() == []
    stage.room.exit(LEADER, first)
    await passes(4.1)
    assert [message["changes"]["waits_for"] for message in member.news()] == [["no_leader"]]


async def test_a_leader_whose_media_path_is_lost_is_asked_whether_they_are_there(stage: Stage) -> None:
    await stage.gather()
    old, page, members = Page(), Page(), Page()
    for seat, one in ((LEADER, old), (LEADER, page), (ANN, members)):
        stage.room.enter(seat, one)
    for seat in (LEADER, ANN):
        stage.room.report_link(seat, True)
        stage.room.report_link(seat, False)
    await turns(5)
    assert stage.room.state.led, "the desk is open"
    assert [len(one.asked) for one in (old, page, members)] == [0, 1, 0]
    for there in (False, True):
        page.asked[0](there)
        await turns(5)
        assert stage.room.state.led is there
    stage.room.enter(LEADER, Page())
    page.asked[0](False)
    await turns(5)
    assert stage.room.state.led, "an older page says nothing of the newest"


async def test_who_comes_in_again_is_expected_anew(stage: Stage) -> None:
    await stage.gather()
    stage.room.expect(LEADER)
    await passes(19)
    stage.room.expect(LEADER)
    await passes(19)
    assert stage.room.state.led
    await passes(2)
    assert not stage.room.state.led


async def test_members_pages_fill_no_inbox(stage: Stage) -> None:
    await stage.gather()
    for _ in range(INBOX_MOST + 1):
        page = Page()
        stage.room.enter(ANN, page)
        stage.room.exit(ANN, page)
        stage.room.expect(ANN)
    await stage.ok(c.Begin())


async def test_after_a_restart_a_leader_is_missed_until_their_page_is_back() -> None:
    stage = Stage()
    await stage.open()
    await stage.gather()
    stage.room.enter(LEADER, Page())
    for seat in (LEADER, ANN, BEN):
        stage.room.report_link(seat, True)
    await turns(5)
    assert stage.room.state.led
    await stage.room.close()
    room = await stage.open()
    assert not room.state.led
    links = {one.link for one in room.state.seats.values()}
    assert links == {Link.DOWN}, "before anybody is shown the room: nobody sees there who is not"
    room.enter(LEADER, Page())
    await turns(5)
    assert room.state.led
    await room.close()


@pytest.mark.parametrize("follows", [True, False])
async def test_a_leader_who_came_in_and_whose_page_does_not_follow_is_missed(
    stage: Stage, follows: bool
) -> None:
    await stage.gather()
    stage.room.expect(LEADER)
    await passes(5)
    if follows:
        stage.room.enter(LEADER, Page())
    await passes(14.9)
    assert stage.room.state.led
    await passes(1)
    assert stage.room.state.led is follows


@pytest.mark.parametrize("up", [False, True])
async def test_a_link_that_the_disk_refused_is_not_forgotten(stage: Stage, up: bool) -> None:
    await stage.gather()
    stage.room.report_link(ANN, not up)
    await passes(1)
    stage.store.broken = True
    stage.room.report_link(ANN, up)
    await passes(10)
    assert (stage.room.state.seats[ANN].link is Link.UP) is not up
    stage.store.broken = False
    await passes(2)
    assert (stage.room.state.seats[ANN].link is Link.UP) is up


async def test_the_last_report_of_a_link_is_the_one_that_counts(stage: Stage) -> None:
    await stage.gather()
    stage.store.broken = True
    stage.room.report_link(ANN, True)
    await passes(1)
    stage.room.report_link(ANN, False)
    stage.store.broken = False
    await passes(10)
    assert stage.room.state.seats[ANN].link is Link.DOWN


async def test_a_room_that_fails_is_heard_by_nobody_and_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()
    assert any(one.audio for one in stage.room.reach.values())

    def broken(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("server.room.room.next_deadline", broken)
    await stage.ok(c.Begin())
    await passes(1)
    assert stage.room.failed and stage.room.closed
    assert stage.journal[-1] == ("silence",) and stage.plane.reach == {}
    assert (await stage.room.ask(c.RaiseHand(), BEN))["code"] == "draining"


async def test_a_room_that_fell_silent_is_heard_again_by_itself(stage: Stage) -> None:
    await stage.gather()
    stage.plane.stuck = True
    await stage.ok(c.Remove(BEN))
    await passes(60)
    assert stage.plane.reach == {}
    stage.plane.stuck = False
    await passes(2)
    assert stage.plane.reach == reach(stage.room.state) != {}
