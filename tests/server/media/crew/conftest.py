"""Every test of a crew runs on a virtual clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import async_solipsism
import pytest

from tests.server.media.crew.crew import Crew


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"virtual clock": async_solipsism.EventLoop}


@pytest.fixture
async def crew() -> AsyncIterator[Crew]:
    made = Crew()
    await made.start()
    yield made
    await made.plane.stop()
    assert all(hand.over for hand in made.hired)
