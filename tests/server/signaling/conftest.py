"""A server on real sockets, and a session with a leader in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.app import Server
from server.formats import find
from server.media import layers, pace
from server.opening import Links, open_session
from server.settings import Settings
from tests.server.visitor import Visitor


@pytest.fixture(autouse=True)
def no_slow_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy takes a while to shake hands; nobody here comes by a narrow road."""
    for module in (layers, pace):
        monkeypatch.setattr(module, "SLOW_MS", 1 << 30)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def links(server: Server) -> Links:
    return await open_session(server.house.store, find("classic").text, server.url)


@pytest.fixture
async def leader(server: Server, links: Links) -> AsyncIterator[Visitor]:
    leader = Visitor(server.url, links.lead)
    await leader.enter("Leader")
    yield leader
    await leader.close()
