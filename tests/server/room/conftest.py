"""Every test of a room runs on a virtual clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import async_solipsism
import pytest

from tests.server.room.stage import Stage


@pytest.fixture
def event_loop_policy() -> asyncio.AbstractEventLoopPolicy:
    return async_solipsism.EventLoopPolicy()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    await stage.open()
    yield stage
    await stage.room.close()
