"""Every test of a room runs on a virtual clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import async_solipsism
import pytest

from tests.server.room.stage import Stage


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"virtual clock": async_solipsism.EventLoop}


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    await stage.open()
    yield stage
    await stage.room.close()
