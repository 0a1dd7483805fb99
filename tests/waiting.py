"""The three ways in which a test lets time go by: until something is so, for some turns of the loop, or on a clock that
costs nothing. No test waits for real seconds to pass.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import async_solipsism


async def until(
    condition: Callable[[], bool | Awaitable[bool]], within_s: float = 10, every_s: float = 0.001
) -> None:
    """Returns as soon as `condition` holds. Raises TimeoutError if it does not within `within_s`."""
    async with asyncio.timeout(within_s):
        while True:
            holds = condition()
            if holds if isinstance(holds, bool) else await holds:
                return
            await asyncio.sleep(every_s)


async def turns(count: int = 1) -> None:
    """Lets the tasks that are ready run, `count` times."""
    for _ in range(count):
        await asyncio.sleep(0)


async def passes(seconds: float) -> None:
    """Time passes on the virtual clock; fails on one that would really take so long."""
    assert isinstance(asyncio.get_running_loop(), async_solipsism.EventLoop), "a virtual clock is needed"
    await asyncio.sleep(seconds)
