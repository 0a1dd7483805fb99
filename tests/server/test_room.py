"""A room on a virtual clock: the order in which a command travels, deadlines, repeats, crashes, who is told what."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import async_solipsism
import pytest

from facilitation import commands as c
from facilitation.format import parse
from facilitation.reach import reach
from facilitation.vocabulary import Role, SeatId, Word
from server.clock import SessionClock
from server.house import read_format
from server.room import Room
from server.store import NotSaved
from tests.server.memory import MemoryStore, Page, WrittenPlane

CLASSIC = parse(read_format("classic"), "classic.toml")
LEADER, ANN, BEN = SeatId(1), SeatId(2), SeatId(3)


@pytest.fixture
def event_loop_policy() -> asyncio.AbstractEventLoopPolicy:
    return async_solipsism.EventLoopPolicy()


class Stage:
    """A room with what surrounds it; `journal` is what happened in the world, in order."""

    def __init__(self, store: MemoryStore | None = None) -> None:
        self.journal: list[Any] = []
        self.store = store or MemoryStore()
        self.store.journal = self.journal
        self.plane = WrittenPlane(self.journal)

    async def open(self) -> Room:
        loop = asyncio.get_running_loop()
        store: Any = self.store
        self.room = await Room.open(
            "s", CLASSIC, store, self.plane, "epoch", lambda _: None,
            lambda reached: SessionClock(reached, lambda: round(loop.time() * 1000)),
        )  # fmt: skip
        return self.room

    async def ok(self, command: c.Command, actor: SeatId | None = LEADER) -> None:
        assert await self.room.ask(command, actor) == {"ok": True}

    async def gather(self) -> None:
        """A leader, and Ann and Ben in the circle; links up."""
        for role in (Role.LEADER, Role.MEMBER, Role.MEMBER):
            await self.ok(c.TakeSeat(role), None)
        for seat in (ANN, BEN):
            await self.ok(c.Admit(seat))

    async def to_discussion(self) -> None:
        """Ann presents and has pushed back."""
        await self.gather()
        await self.ok(c.Begin())
        await self.ok(c.Advance(self.room.state.entry))
        await self.ok(c.OfferCase(1), ANN)
        await self.ok(c.ChoosePresenter(1, ANN))
        for _ in range(3):
            await self.ok(c.Advance(self.room.state.entry))
        assert self.room.state.pushed_back == ANN


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    await stage.open()
    yield stage
    await stage.room.close()


async def test_narrowing_comes_before_the_commit(stage: Stage) -> None:
    await stage.gather()
    stage.journal.clear()
    await stage.ok(c.Remove(BEN))
    assert stage.journal == [("reach", {1: [2], 2: [1]}), ("commit", 1), ("drop", 3), ("remove", 3)]


async def test_widening_comes_after_the_commit(stage: Stage) -> None:
    await stage.ok(c.TakeSeat(Role.LEADER), None)
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    stage.journal.clear()
    await stage.ok(c.Admit(ANN))
    assert stage.journal == [("commit", 1), ("reach", {1: [2], 2: [1]})]


async def test_a_disk_that_refuses_changes_nothing(stage: Stage) -> None:
    await stage.gather()
    before, heard = stage.room.state, stage.plane.reach
    stage.store.broken = True
    answer = await stage.room.ask(c.Remove(BEN), LEADER)
    assert (answer["ok"], answer["code"]) == (False, "not_saved")
    assert stage.room.state is before
    assert stage.plane.reach == heard
    stage.store.broken = False
    await stage.ok(c.Remove(BEN))


async def test_a_plane_that_does_not_confirm_falls_silent(stage: Stage) -> None:
    await stage.gather()
    stage.plane.stuck = True
    began = asyncio.get_running_loop().time()
    await stage.ok(c.Remove(BEN))
    assert stage.plane.reach == {}
    assert ("silence",) in stage.journal
    assert asyncio.get_running_loop().time() - began < 0.6
    stage.plane.stuck = False
    await stage.ok(c.Begin())
    assert stage.plane.reach == reach(stage.room.state)


async def test_when_the_presenter_leaves_the_group_can_still_close(stage: Stage) -> None:
    await stage.to_discussion()
    await stage.ok(c.Leave(), ANN)
    answer = await stage.room.ask(c.Advance(stage.room.state.entry), LEADER)
    assert answer["code"] == "no_presenter"
    await stage.ok(c.Advance(stage.room.state.entry, "closing"))
    assert stage.room.state.phase
    assert stage.room.state.phase.key == "closing"


async def test_a_repeated_id_gets_the_stored_answer_and_no_second_effect(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    first = await stage.room.ask(c.Advance(1), LEADER, "press-1")
    version = stage.room.state.version
    assert first == {"ok": True}
    assert await stage.room.ask(c.Advance(1), LEADER, "press-1") == first
    assert stage.room.state.version == version


async def test_of_two_leaders_who_press_at_once_one_wins_and_the_other_learns_of_it(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.TakeSeat(Role.CO_LEADER), None)
    await stage.ok(c.Begin())
    one, two = await asyncio.gather(
        stage.room.ask(c.Advance(1), LEADER, "a"), stage.room.ask(c.Advance(1), SeatId(4), "b")
    )
    assert one == {"ok": True}
    assert (two["code"], two["detail"]) == ("conflict", "entry 1 is now 2")
    assert two["snapshot"]["view"]["phase"]["entry"] == 2
    assert stage.room.state.entry == 2


async def test_refusals_are_stored_too(stage: Stage) -> None:
    await stage.gather()
    refused = await stage.room.ask(c.Begin(), ANN, "x")
    assert refused["code"] == "not_allowed"
    await stage.ok(c.Begin())
    assert await stage.room.ask(c.Begin(), ANN, "x") == refused


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
    await asyncio.sleep((ends_at - stage.room.clock.now()) / 1000 - 0.05)
    assert not leader.got
    await asyncio.sleep(0.1)
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
    await asyncio.sleep(3600)
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
    await asyncio.sleep(3600)
    assert stage.room.closed
    assert stage.plane.reach == {}


async def test_while_the_disk_refuses_a_deadline_commands_are_answered_and_later_it_comes(
    stage: Stage,
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    stage.store.broken = True
    await asyncio.sleep(3600)
    async with asyncio.timeout(1):
        assert (await stage.room.ask(c.RaiseHand(), ANN))["code"] == "not_saved"
    stage.store.broken = False
    async with asyncio.timeout(1):
        await stage.ok(c.RaiseHand(), ANN)
    await asyncio.sleep(2)
    assert stage.room.state.limit_reached


async def test_a_room_that_fell_silent_is_heard_again_by_itself(stage: Stage) -> None:
    await stage.gather()
    stage.plane.stuck = True
    await stage.ok(c.Remove(BEN))
    await asyncio.sleep(60)
    assert stage.plane.reach == {}
    stage.plane.stuck = False
    await asyncio.sleep(2)
    assert stage.plane.reach == reach(stage.room.state) != {}


async def test_what_was_asked_before_the_room_closes_is_answered_and_nothing_waits_for_ever(
    stage: Stage,
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    asked = [asyncio.create_task(stage.room.ask(c.RaiseHand(), seat, "x")) for seat in (ANN, BEN)]
    await asyncio.sleep(0)
    await stage.room.close()
    async with asyncio.timeout(1):
        assert await asyncio.gather(*asked) == [{"ok": True}] * 2
        assert (await stage.room.ask(c.LowerHand(), ANN))["code"] == "draining"


async def test_a_store_that_never_answers_does_not_keep_a_closing_room(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())

    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(stage.store, "append", never)
    asked = [asyncio.create_task(stage.room.ask(c.RaiseHand(), seat)) for seat in (ANN, BEN)]
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await stage.room.close()
        assert [answer["code"] for answer in await asyncio.gather(*asked)] == ["draining"] * 2


async def test_what_fails_after_the_commit_is_announced_all_the_same(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()
    page = Page()
    stage.room.enter(LEADER, page)

    async def refuses(*_: object) -> None:
        raise NotSaved

    monkeypatch.setattr(stage.store, "remove", refuses)
    await stage.ok(c.Remove(BEN))
    assert page.news()[-1]["changes"]["seats"][str(BEN)]["standing"] == "removed"


async def test_what_a_crash_left_undone_is_done_when_the_room_opens_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()

    async def refuses(*_: object) -> None:
        raise NotSaved

    for step in ("remove", "end_session"):
        monkeypatch.setattr(stage.store, step, refuses)
    await stage.ok(c.Remove(BEN))
    await stage.ok(c.End())
    monkeypatch.undo()
    second = Stage(stage.store)
    await (await second.open()).close()
    assert ("remove", BEN) in second.journal
    assert second.store.ended


async def test_private_words_leave_no_trace_with_members(stage: Stage) -> None:
    await stage.to_discussion()
    leader, presenter, member = Page(), Page(), Page()
    for seat, page in ((LEADER, leader), (ANN, presenter), (BEN, member)):
        stage.room.enter(seat, page)
    seq = stage.room.snapshot(BEN)["seq"]
    await stage.ok(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    assert [m["changes"]["words"][0]["word"] for m in leader.news() + presenter.news()] == [
        "bring_me_back"
    ] * 2
    assert not member.got
    assert stage.room.snapshot(BEN)["seq"] == seq


async def test_whoever_changes_audience_gets_a_snapshot(stage: Stage) -> None:
    await stage.ok(c.TakeSeat(Role.LEADER), None)
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    page = Page()
    stage.room.enter(ANN, page)
    await stage.ok(c.Admit(ANN))
    event, message = page.got[0]
    assert (event, message["audience"]) == ("snapshot", "members")
    await stage.ok(c.Remove(ANN))
    assert page.got[-2][1]["view"] == {"stage": "gathering"}


async def test_folding_the_news_gives_the_snapshot(stage: Stage) -> None:
    await stage.gather()
    page = Page()
    stage.room.enter(BEN, page)
    told = stage.room.snapshot(BEN)
    await stage.ok(c.Begin())
    await stage.ok(c.RaiseHand(), BEN)
    await stage.ok(c.Advance(1))
    view, seq = told["view"], told["seq"]
    for message in page.news():
        seq += 1
        assert message["seq"] == seq
        view = {**view, **message["changes"]}
    assert view == stage.room.snapshot(BEN)["view"]


async def test_who_comes_back_gets_what_was_missed_or_a_snapshot(stage: Stage) -> None:
    await stage.gather()
    told = stage.room.snapshot(BEN)
    await stage.ok(c.Begin())
    missed = stage.room.missed(BEN, told["epoch"], "members", told["seq"])
    assert missed is not None
    assert [m["seq"] for m in missed] == [told["seq"] + 1]
    assert stage.room.missed(BEN, told["epoch"], "leaders", told["seq"]) is None
    assert stage.room.missed(BEN, "another epoch", "members", told["seq"]) is None
    assert stage.room.missed(BEN, told["epoch"], "members", 10_000) is None
    assert stage.room.missed(BEN, told["epoch"], "members", "1") is None


async def test_the_newest_page_takes_the_seat_and_the_older_says_so(stage: Stage) -> None:
    await stage.gather()
    older, newer = Page(), Page()
    stage.room.enter(BEN, older)
    stage.room.enter(BEN, newer)
    assert older.got == [("replaced", {})]
    assert older.closed
    stage.room.exit(BEN, older)
    await stage.ok(c.Begin())
    assert newer.news()


async def test_the_end_closes_the_media_and_the_names(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.End())
    assert stage.plane.reach == {}
    assert stage.store.ended
    assert (await stage.room.ask(c.Begin(), LEADER))["code"] == "session_ended"
