"""Starting and stopping: a start that fails leaves nothing open, and a stop answers what was asked before."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from server.app import Server
from server.formats import find
from server.occupancy import is_occupied
from server.opening import open_session
from server.settings import Settings
from server.store import Store
from server.whereabouts import Unsaid, where_is
from tests.server.visitor import Visitor


async def test_a_start_on_a_taken_port_lets_go_of_everything(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        store = await Store.open(tmp_path / "restarea.db")
        server = Server(Settings(data_dir=tmp_path, port=taken.getsockname()[1], media_port=0), store)
        with pytest.raises(OSError, match="in use"):
            await server.start()
    with pytest.raises(Exception, match="closed"):
        await store.sessions()
    assert server.plane._rounds._timer is None


async def test_a_server_that_cannot_write_where_it_is_found_serves_all_the_same_and_lets_the_folder_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("server.app.tell", full)
    monkeypatch.setattr("server.app.DRAIN_S", 0)
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0))
    await server.start()
    with pytest.raises(Unsaid):
        where_is(tmp_path)
    monkeypatch.setattr("server.app.forget", full)
    await server.stop()
    assert not is_occupied(tmp_path)


async def test_a_stop_tells_everyone_and_loses_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    leader = Visitor(
        server.url, (await open_session(server.house.store, find("classic").text, server.url)).lead
    )
    await leader.enter("Leader")
    await leader.connect()
    asked, told = asyncio.Event(), asyncio.Event()
    leader._socket.on("draining", lambda _: told.set())
    append = server.house.store.append

    async def slowly(*given: Any) -> None:
        asked.set()
        await told.wait()
        await append(*given)

    monkeypatch.setattr(server.house.store, "append", slowly)
    answer = asyncio.create_task(leader.command("begin"))
    await asked.wait()
    await server.stop()
    assert await answer == {"ok": True}
    assert told.is_set()
    await leader.close()
