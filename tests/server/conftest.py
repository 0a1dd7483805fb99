"""The virtual clock: 90 minutes of sleeping take no time. For tests that touch no thread, socket or file."""

from __future__ import annotations

import async_solipsism
import pytest


@pytest.fixture
def virtual_clock() -> async_solipsism.EventLoopPolicy:
    return async_solipsism.EventLoopPolicy()
