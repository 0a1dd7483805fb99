"""An event loop that forwards while it waits: plain packets leave by the compiled engine and nobody wakes up Python.

A busy server's loop would be woken for each handful of packets, thousands of times a second, and most of the time would
find nothing else to do. Here it waits in C (`serve` in intake.c), which waits on after what it can take whole itself.
Whatever else is ready ends the wait at once, so a command is let in no later than between two handfuls. A loop that has
something to do does not wait: then one handful is taken here, and what is left for Python alone the port takes up.
May import the standard library and its sister `taking`.
"""

from __future__ import annotations

import asyncio
import selectors
import time

from server.media.taking import Intake


def monotonic_ms() -> int:
    """Milliseconds of a clock that never goes back: what C reads, too, while it waits."""
    return time.monotonic_ns() // 1_000_000


class Waiting(selectors.DefaultSelector):
    """Waits as any selector does. `intake` is what may be taken meanwhile; its socket is registered like any other."""

    intake: Intake | None = None

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self.intake is None:
            return super().select(timeout)
        left = self.intake.serve(self.fileno(), timeout)
        ready = super().select(0)
        if left:  # it has been read, so the socket itself may say nothing of it
            socket = self.get_key(self.intake.fileno())
            if all(key is not socket for key, _ in ready):
                ready.append((socket, selectors.EVENT_READ))
        elif (
            timeout is not None and timeout <= 0
        ):  # a handful a turn, so that a command need not wait for two
            socket_fd = self.intake.fileno()
            ready = [one for one in ready if one[0].fd != socket_fd]
        return ready


class Loop(asyncio.SelectorEventLoop):
    """For a process that forwards. A compiled engine is there on Linux alone, where the default is epoll."""

    def __init__(self) -> None:
        self.waiting = Waiting()
        super().__init__(self.waiting)


def forward(intake: Intake) -> None:
    """Have this forwarded from, and from nothing else, while the running loop waits. Without effect on other loops."""
    loop = asyncio.get_running_loop()
    if isinstance(loop, Loop):
        loop.waiting.intake = intake


def let_go(intake: Intake | None) -> None:
    """It is forwarded from no longer; another's that took its place stays."""
    loop = asyncio.get_running_loop()
    if isinstance(loop, Loop) and loop.waiting.intake is intake:
        loop.waiting.intake = None
