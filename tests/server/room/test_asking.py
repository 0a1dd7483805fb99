"""A room is asked in turn: repeats, conflicts, refusals, and an answer for everyone when it closes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Role, SeatId
from server.room.ledger import ANSWERS_MOST
from tests.server.room.stage import ANN, BEN, LEADER, Stage
from tests.waiting import turns


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


async def test_what_comes_when_nobody_wishes_it_any_more_is_not_done_and_what_was_done_in_time_is_told(
    stage: Stage,
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    assert await stage.room.ask(c.RaiseHand(), ANN, "hand") == {"ok": True}
    lapsed = {"ok": False, "code": "lapsed", "detail": ""}
    assert await stage.room.ask(c.Advance(1), LEADER, "next", late=True) == lapsed
    assert stage.room.state.entry == 1
    assert await stage.room.ask(c.RaiseHand(), ANN, "hand", late=True) == {"ok": True}, "as it was answered"


async def test_a_late_repeat_of_one_that_waits_for_the_disk_learns_what_became_of_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    append, disk = stage.store.append, asyncio.Event()

    async def busy(*written: Any) -> None:
        await disk.wait()
        await append(*written)

    monkeypatch.setattr(stage.store, "append", busy)
    before = asyncio.create_task(stage.room.ask(c.RaiseHand(), BEN, "hand"))
    first = asyncio.create_task(stage.room.ask(c.RaiseHand(), ANN, "hand"))
    await turns()
    again = asyncio.create_task(stage.room.ask(c.RaiseHand(), ANN, "hand", late=True))
    await turns()
    disk.set()
    assert await asyncio.gather(before, first, again) == [{"ok": True}] * 3


async def test_refusals_are_stored_too(stage: Stage) -> None:
    await stage.gather()
    refused = await stage.room.ask(c.Begin(), ANN, "x")
    assert refused["code"] == "not_allowed"
    await stage.ok(c.Begin())
    assert await stage.room.ask(c.Begin(), ANN, "x") == refused


async def test_whoever_asks_without_end_fills_neither_memory_nor_disk(stage: Stage) -> None:
    await stage.gather()
    asked = [f"id{number}" for number in range(ANSWERS_MOST + 20)]
    for command_id in asked:
        await stage.room.ask(c.Begin(), ANN, command_id)
    await stage.room.ask(c.Begin(), BEN, "id0")
    assert sorted(stage.store.kept) == sorted([(ANN, one) for one in asked[20:]] + [(BEN, "id0")])
    await stage.ok(c.Begin())
    assert (await stage.room.ask(c.Begin(), ANN, asked[-1]))["code"] == "not_allowed", "as it was answered"
    assert (await stage.room.ask(c.Begin(), ANN, asked[20]))["code"] == "not_allowed"


async def test_when_the_presenter_leaves_the_group_can_still_close(stage: Stage) -> None:
    await stage.to_discussion()
    await stage.ok(c.Leave(), ANN)
    answer = await stage.room.ask(c.Advance(stage.room.state.entry), LEADER)
    assert answer["code"] == "no_presenter"
    await stage.ok(c.Advance(stage.room.state.entry, "closing"))
    assert stage.room.state.phase
    assert stage.room.state.phase.key == "closing"


async def test_what_was_asked_before_the_room_closes_is_answered_and_nothing_waits_for_ever(
    stage: Stage,
) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    asked = [asyncio.create_task(stage.room.ask(c.RaiseHand(), seat, "x")) for seat in (ANN, BEN)]
    await turns()
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
    await turns()
    async with asyncio.timeout(10):
        await stage.room.close()
        assert [answer["code"] for answer in await asyncio.gather(*asked)] == ["draining"] * 2
