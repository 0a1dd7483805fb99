"""The way of a command: what is narrowed, committed, widened, done in the world, and what a crash leaves."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from facilitation import commands as c
from facilitation.reach import reach
from facilitation.vocabulary import Role, SeatId
from server.store import NotSaved
from tests.server.memory import Page
from tests.server.room.stage import ANN, BEN, LEADER, Stage
from tests.waiting import turns


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


class Busy:
    """A disk that is busy until it is released."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.released = asyncio.Event()
        self._append = stage.store.append
        monkeypatch.setattr(stage.store, "append", self._slowly)

    async def _slowly(self, *args: Any) -> None:
        await self.released.wait()
        await self._append(*args)


def heard(stage: Stage, seat: SeatId) -> bool:
    return any(seat in one.audio for one in stage.plane.reach.values())


async def test_whom_a_command_silences_is_silent_while_the_disk_is_busy_with_another(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()
    disk = Busy(stage, monkeypatch)
    begun = asyncio.ensure_future(stage.room.ask(c.Begin(), LEADER))
    await turns(5)
    removed = asyncio.ensure_future(stage.room.ask(c.Remove(BEN), LEADER, "once"))
    await turns(5)
    assert not heard(stage, BEN) and heard(stage, ANN) and not removed.done()
    disk.released.set()
    assert await begun == await removed == {"ok": True}
    assert stage.plane.reach == reach(stage.room.state)


async def test_whom_it_silenced_is_heard_again_when_it_comes_to_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.to_discussion()
    await stage.ok(c.Recall(stage.room.state.entry))
    disk, entry = Busy(stage, monkeypatch), stage.room.state.entry
    first = asyncio.ensure_future(stage.room.ask(c.Advance(entry), LEADER))
    await turns(5)
    second = asyncio.ensure_future(stage.room.ask(c.PushBack(entry), ANN))
    await turns(5)
    assert not heard(stage, ANN)
    disk.released.set()
    assert (await first)["ok"] and (await second)["code"] == "conflict"
    assert heard(stage, ANN) and stage.plane.reach == reach(stage.room.state)


async def test_a_limit_takes_nothing_back_that_was_widened_meanwhile(stage: Stage) -> None:
    """The plane is busy with a widening while somebody asks for what would silence another."""
    await stage.gather()
    hearing = stage.room._ledger.hearing
    whole = reach(stage.room.state)
    await hearing.confirm({})
    widening = asyncio.create_task(hearing.confirm(whole))
    await turns()
    await hearing.limit("asked", whole)
    await widening
    assert hearing.reach == whole
    await hearing.lift("asked", lambda: whole)


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


async def test_who_no_longer_waits_for_a_plane_leaves_silence(stage: Stage) -> None:
    await stage.gather()
    hearing = stage.room._ledger.hearing
    assert hearing.reach
    stage.plane.stuck = True
    waiting = asyncio.create_task(hearing.confirm({}))
    await turns(2)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    assert stage.journal[-1] == ("silence",) and hearing.reach == {}
    stage.plane.stuck = False


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


async def test_the_end_closes_the_media_and_the_names(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.End())
    assert stage.plane.reach == {}
    assert stage.store.ended
    assert (await stage.room.ask(c.Begin(), LEADER))["code"] == "session_ended"


async def test_of_two_leaders_who_end_at_once_the_second_is_told_that_it_has_ended(stage: Stage) -> None:
    await stage.gather()
    co_leader = SeatId(4)
    await stage.ok(c.TakeSeat(Role.CO_LEADER), None)
    await stage.ok(c.Admit(co_leader))
    answers = await asyncio.gather(
        stage.room.ask(c.End(), LEADER, "end"), stage.room.ask(c.End(), co_leader, "end too")
    )
    assert [answer.get("code") for answer in answers] == [None, "session_ended"]
    assert (await stage.room.ask(c.End(), co_leader, "end too"))["code"] == "session_ended"
    assert not stage.room.failed
