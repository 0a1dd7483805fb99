"""A store of each kind that keeps people as well as logs, with one session that is open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.store import Store

SESSION = "5e55104"


@pytest.fixture(params=["file", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "folder" / "restarea.db" if request.param == "file" else None)
    await store.create_session(SESSION, "form", 2.5, 1000.0)
    yield store
    await store.close()
