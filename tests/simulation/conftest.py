"""Where the real room is compared with the simulated one, it runs on a virtual clock too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import async_solipsism


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"virtual clock": async_solipsism.EventLoop}
