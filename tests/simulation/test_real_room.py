"""The server's real room, on a virtual clock, with the same people and the same bad luck: it answers as the simulated
server does, writes the same log, and is at every step in the same state.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from facilitation.audience import audience_of, view
from facilitation.format import Format
from facilitation.reach import reach
from facilitation.vocabulary import Keeping, SeatId, Stage
from server.clock import SessionClock
from server.room import Room
from tests.facilitation.forms import FORMS
from tests.server.memory import MemoryStore, WrittenPlane
from tests.simulation import steps as s
from tests.simulation.meeting import Meeting
from tests.simulation.pages import Page
from tests.simulation.watch import Unwatched
from tests.simulation.weather import STORM
from tests.simulation.world import World
from tests.waiting import passes, turns

WEATHER = replace(STORM, late_timers=0.0)
"""The real room's timer is exact on a virtual clock."""
SETTLES = 200
"""Turns of the loop in which a room answers everything that it has been asked by now."""
SEEDS = [(seed, key) for seed, key in enumerate(sorted(FORMS))]


@pytest.fixture(autouse=True)
def no_reloads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a page that goes is gone: that a room waits a while for it to be loaded anew is test_time.py's to say."""
    monkeypatch.setattr("server.room.room.RELOADS_S", 0.0)


class RealMeeting:
    """Takes the same steps; `told` is the simulated meeting that has taken them before it."""

    def __init__(self, form: Format, told: Meeting) -> None:
        self.form = form
        self.told = told
        self.store: Any = MemoryStore()
        self.plane = WrittenPlane([])
        self.pages: dict[tuple[int, int], Page] = {}
        self.room: Room | None = None
        self.runs = 0
        self.began_s = asyncio.get_running_loop().time()

    def now_ms(self) -> int:
        return round((asyncio.get_running_loop().time() - self.began_s) * 1000)

    async def start(self) -> None:
        self.runs += 1
        clock_at = lambda reached: SessionClock(reached, self.now_ms)  # noqa: E731
        self.room = await Room.open(
            "s", self.form, self.store, self.plane, f"epoch-{self.runs}", lambda _: None, clock_at
        )
        await turns(SETTLES)

    async def close(self) -> None:
        if self.room is not None:
            await self.room.close()

    async def take(self, step: s.Step) -> dict[str, Any] | None:
        wait_s = self.began_s + step.at_ms / 1000 - asyncio.get_running_loop().time()
        if wait_s > 0.0005:
            await passes(wait_s)
        await turns(SETTLES if isinstance(step, s.Rang) else 1)
        match step:
            case s.Asked() if self.room is not None:
                return await self._ask(self.room, step)
            case s.Opened() if self.room is not None:
                self._open(self.room, step)
                await turns(SETTLES)
            case s.Cut():
                self._cut(step)
                await turns(SETTLES)
            case s.Killed():
                await self._kill()
            case s.Started() if self.room is None:
                await self.start()
        return None

    async def _ask(self, room: Room, step: s.Asked) -> dict[str, Any] | None:
        died, answer = not self.told.up, None
        if not died or step.dies != "before":
            answer = await room.ask(
                step.command, None if step.seat is None else SeatId(step.seat), step.id or None
            )
        if died:
            await self._kill()
            return None
        return answer

    async def _kill(self) -> None:
        """Nothing more is done: no answer, no announcement, no mark but the last heartbeat's."""
        if self.room is None or self.room._task is None:
            return
        self.room._task.cancel()
        await asyncio.gather(self.room._task, return_exceptions=True)
        self.room = None
        self.store.reached = self.told.disk.reached_ms
        for page in self.pages.values():
            page.close()

    def _open(self, room: Room, step: s.Opened) -> None:
        seat = SeatId(step.seat)
        if seat not in room.state.seats or not (seen := self.told.pages.get((step.seat, step.tab))):
            return
        page = self.pages.setdefault((step.seat, step.tab), Page(step.seat, seen.shown_at_ms, self.now_ms))
        if not seen.open:
            page.close()
            return
        missed = room.missed(seat, page.epoch, page.audience, page.seq)
        room.enter(seat, page)
        page.greeted({"snapshot": room.snapshot(seat)} if missed is None else {"missed": missed})

    def _cut(self, step: s.Cut) -> None:
        page = self.pages.get((step.seat, step.tab))
        if page is not None and page.open:
            page.read(leave=step.unread)
            page.close()
            if self.room is not None:
                self.room.exit(SeatId(step.seat), page)


def rings_now(told: Meeting) -> bool:
    """Whether what has just happened was due at once, as when a leader comes to whom the lead should have passed."""
    return told.up and told.server.due is not None and told.server.due <= told.server.clock.now()


@pytest.mark.parametrize(("seed", "key"), SEEDS)
async def test_the_real_room_holds_the_same_meeting(seed: int, key: str) -> None:
    form = FORMS[key]
    told = Meeting(form, Unwatched(), Keeping.NOTHING)
    real = RealMeeting(form, told)
    await real.start()
    try:
        for step in World(seed, form, WEATHER, pace=2.5).run().trace:
            answer, answered = told.take(step), await real.take(step)
            assert (real.room is not None) == told.up
            if answer is not None and answered is not None:
                assert (answered["ok"], answered.get("code")) == (answer["ok"], answer.get("code")), step
            if real.room is not None:
                if not rings_now(told):  # the real one may have rung already
                    assert real.room.state == told.state, step
                assert dict(real.plane.reach) == reach(real.room.state)
        assert real.store.lines == told.disk.log
        assert told.state.stage is Stage.ENDED
        for page in real.pages.values():
            page.read()
            if page.open and real.room is not None:
                audience = audience_of(real.room.state, SeatId(page.seat))
                assert (page.audience, page.view) == (audience, view(real.room.state, audience))
    finally:
        await real.close()
