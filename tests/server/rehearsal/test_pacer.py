"""One timer for many: it runs while there is somebody to call, and starts again after it stopped."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable
from typing import cast

from server.rehearsal.pacer import TICK_MS, Pacer


class Loop:
    """An event loop of which only the clock and the timers exist."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.due: list[Handle] = []

    def time(self) -> float:
        return self.now_s

    def call_soon(self, callback: Callable[[], None]) -> Handle:
        return self.call_at(self.now_s, callback)

    def call_at(self, when_s: float, callback: Callable[[], None]) -> Handle:
        self.due.append(Handle(self, when_s, callback))
        return self.due[-1]

    def step(self) -> bool:
        """Run the next timer, if there is one."""
        if not self.due:
            return False
        handle = min(self.due, key=lambda each: each.when_s)
        self.due.remove(handle)
        self.now_s = max(self.now_s, handle.when_s)
        handle.callback()
        return True


class Handle:
    def __init__(self, loop: Loop, when_s: float, callback: Callable[[], None]) -> None:
        self.loop, self.when_s, self.callback = loop, when_s, callback

    def cancel(self) -> None:
        if self in self.loop.due:
            self.loop.due.remove(self)


class Member:
    def __init__(self, after: Callable[[], None] | None = None) -> None:
        self.ticks: list[int] = []
        self.after = after

    def on_tick(self, now_ms: int) -> None:
        self.ticks.append(now_ms)
        if self.after is not None:
            self.after()


def test_everybody_is_called_every_tick_by_one_timer() -> None:
    loop = Loop()
    pacer, members = Pacer(cast(asyncio.AbstractEventLoop, loop)), [Member(), Member()]
    for member in members:
        pacer.add(member)
    for _ in range(5):
        assert loop.step() and len(loop.due) == 1
    assert [round(b - a) for a, b in zip(members[1].ticks, members[1].ticks[1:], strict=False)] == [
        TICK_MS
    ] * 4
    assert members[0].ticks == members[1].ticks


def test_it_stops_with_the_last_and_starts_with_the_next() -> None:
    loop = Loop()
    pacer = Pacer(cast(asyncio.AbstractEventLoop, loop))
    leaving = Member(lambda: pacer.remove(leaving))
    pacer.add(leaving)
    pacer.add(leaving)
    assert loop.step() and not loop.step()
    assert len(leaving.ticks) == 1
    waiting, late = Member(), Member()
    pacer.add(waiting)
    pacer.remove(waiting)
    assert not loop.step()
    pacer.add(late)
    assert loop.step() and late.ticks and not waiting.ticks


def test_a_loop_that_is_over_is_not_kept() -> None:
    async def once() -> weakref.ref[asyncio.AbstractEventLoop]:
        member = Member()
        Pacer.shared().add(member)
        Pacer.shared().remove(member)
        return weakref.ref(asyncio.get_running_loop())

    over = asyncio.run(once())
    gc.collect()
    assert over() is None
