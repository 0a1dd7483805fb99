"""One timer for all the peers of a process: no task and no timer for each packet.

May import the standard library only.
"""

from __future__ import annotations

import asyncio
from typing import Protocol

TICK_MS = 10


class Ticking(Protocol):
    """Something that wants to be called often with the time."""

    def on_tick(self, now_ms: int) -> None: ...


class Pacer:
    """Calls each member's `on_tick` every 10 ms of the loop's clock, as long as it has any."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._members: list[Ticking] = []
        self._timer: asyncio.Handle | None = None

    @classmethod
    def shared(cls) -> Pacer:
        """The running loop's own pacer."""
        loop = asyncio.get_running_loop()
        if loop not in _pacers:
            _pacers[loop] = cls(loop)
        return _pacers[loop]

    def now_ms(self) -> int:
        """The loop's clock."""
        return int(self._loop.time() * 1000)

    def add(self, member: Ticking) -> None:
        """Start to call `member`; adding twice changes nothing."""
        if member not in self._members:
            self._members.append(member)
        if self._timer is None:
            self._timer = self._loop.call_soon(self._tick)

    def remove(self, member: Ticking) -> None:
        """Stop calling `member`; the timer stops with the last one."""
        if member in self._members:
            self._members.remove(member)
        if not self._members and self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._members and _pacers.get(self._loop) is self:
            del _pacers[self._loop]  # or it would keep a loop that is over

    def _tick(self) -> None:
        started = self._loop.time()
        for member in tuple(self._members):
            member.on_tick(int(started * 1000))
        if self._members:
            self._timer = self._loop.call_at(max(started + TICK_MS / 1000, self._loop.time()), self._tick)


_pacers: dict[asyncio.AbstractEventLoop, Pacer] = {}
