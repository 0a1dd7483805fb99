"""What a page is told of its own person, and of nobody else: that they have been there for long enough to be noted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from facilitation import commands as c
from facilitation.vocabulary import SeatId
from server.running import Running
from server.store import Noting
from tests.server.memory import Page
from tests.server.room.stage import ANN, BEN, LEADER, Stage
from tests.waiting import passes

PLANE = cast(Any, SimpleNamespace(facts=lambda _: {}, choose=lambda *_: None))


async def attended(stage: Stage) -> dict[SeatId, bool]:
    """By seat, as new pages are told."""
    running, pages = Running(stage.room), {seat: Page() for seat in (LEADER, ANN, BEN)}
    for seat, page in pages.items():
        stage.room.enter(seat, page)
    running.tell_facts(PLANE)
    return {seat: page.got[-1][1]["you"]["attended"] for seat, page in pages.items()}


async def test_each_is_told_whether_they_have_been_there_for_longer_than_half_a_minute_as_it_is_noted() -> (
    None
):
    stage = Stage(noting=Noting(certificates=True))
    room = await stage.open()
    await stage.gather()
    for seat in (LEADER, ANN, BEN):
        room.report_link(seat, up=True)
    await passes(60)
    assert await attended(stage) == {LEADER: False, ANN: False, BEN: False}, "before the beginning"
    await stage.ok(c.Begin())
    await passes(20)
    room.report_link(BEN, up=False)
    await passes(10)
    assert await attended(stage) == {LEADER: False, ANN: False, BEN: False}, "half a minute is not longer"
    await passes(1)
    assert await attended(stage) == {LEADER: True, ANN: True, BEN: False}, "a lost link does not count"
    await room.close()


async def test_what_is_not_noted_of_anybody_is_told_of_nobody(stage: Stage) -> None:
    await stage.gather()
    await stage.ok(c.Begin())
    await passes(60)
    assert await attended(stage) == {LEADER: False, ANN: False, BEN: False}
