"""The contract with python-socketio and engine.io: each seam that `connections` stands on, on real sockets.

Whoever raises a version sees here, in a sentence, which of them is no longer so.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from importlib.metadata import version
from typing import Any

import pytest
import socketio
from aiohttp import web

from server.signaling import connections as seams
from server.signaling.connections import Connections
from tests.waiting import turns, until


class Site:
    """An aiohttp server with nothing but connections; it lets everybody in."""

    def __init__(self) -> None:
        self.connections = Connections(None)
        self.sids: list[str] = []
        self.gone: list[str] = []
        self.requests: list[Any] = []
        self.heard: list[Any] = []

    async def start(self) -> None:
        async def connect(sid: str, environ: dict[str, Any], auth: object = None) -> bool:
            self.sids.append(sid)
            self.requests.append(environ.get("aiohttp.request"))
            return True

        async def disconnect(sid: str, reason: object = None) -> None:
            self.gone.append(sid)

        async def say(sid: str, message: Any) -> Any:
            await turns(10 if message == 0 else 1)  # the first is slow: a later one must not overtake it
            self.heard.append(message)
            return message

        app = web.Application()
        self.connections.on("connect", connect)
        self.connections.on("disconnect", disconnect)
        self.connections.on("say", say)
        self.connections.attach(app)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def client(self, *transports: str) -> socketio.AsyncClient:
        client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        await client.connect(self.url, transports=list(transports or ("websocket",)))
        return client


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    await site.start()
    yield site
    for connection in site.connections.all():
        await site.connections.cut(connection)
    await site.stop()


def test_the_versions_are_the_pinned_ones() -> None:
    for package, pinned in (
        ("python-socketio", seams.SOCKETIO_VERSION),
        ("python-engineio", seams.ENGINEIO_VERSION),
    ):
        assert version(package) == pinned, (
            f"{package} has changed: read this file's tests, then raise the pin"
        )


def test_the_private_names_are_there() -> None:
    server = Connections(None)._server
    read = getattr(server, "_handle_eio_message", None)
    assert read is not None and list(inspect.signature(read).parameters) == ["eio_sid", "data"], (
        "Socket.IO reads a message in another way than _handle_eio_message(eio_sid, data)"
    )
    assert server.eio.handlers.get("message") == read, (
        "engine.io no longer hands messages to Socket.IO through its one `message` listener"
    )
    assert server.eio.sockets == {}, "engine.io no longer keeps its sockets in a dict from the start"
    assert server.environ == {}, (
        "Socket.IO no longer keeps the requests of connections in a dict from the start"
    )


async def test_somebodys_connection_is_found_and_forgotten(site: Site) -> None:
    client = await site.client()
    (sid,) = site.sids
    connection = site.connections.of(sid)
    assert connection in site.connections.all(), "manager.eio_sid_from_sid gives no key of eio.sockets"
    assert connection is not None
    assert site.connections.is_open(connection), "an open engine.io socket says that it is closed"
    assert site.connections.of_request(site.requests[0]) == [connection], (
        "Socket.IO's environ no longer holds the request as `aiohttp.request`"
    )
    await client.disconnect()
    await until(lambda: site.gone == [sid])
    assert site.connections.of(sid) is None, "manager.eio_sid_from_sid still knows somebody who has gone"
    await until(lambda: not site.connections.is_open(connection))


async def test_a_listener_of_ours_gets_every_message_unread_and_may_have_it_read(site: Site) -> None:
    came: list[tuple[str, Any]] = []

    async def listen(connection: str, data: Any) -> None:
        came.append((connection, data))
        await site.connections.read(connection, data)

    site.connections.on_message(listen)
    client = await site.client()
    assert await client.call("say", 7, timeout=5) == 7
    (connection,) = site.connections.all()
    assert {who for who, _ in came} == {connection}
    assert [data[0] for _, data in came] == ["0", "2"], (  # CONNECT, EVENT
        "engine.io hands over messages in another form than their text, or not all of them"
    )
    with pytest.raises(Exception):  # noqa: B017  (whichever it is: `read` promises no kind)
        await site.connections.read(connection, "2{")
    await client.disconnect()


async def test_messages_of_one_client_are_taken_in_order(site: Site) -> None:
    client = await site.client()
    for number in range(20):
        await client.emit("say", number)
    await until(lambda: len(site.heard) == 20)
    assert site.heard == list(range(20)), "with async_handlers=False events of one client overtake each other"
    await client.disconnect()


async def test_what_engine_io_has_not_sent_is_counted(site: Site) -> None:
    client = await site.client("polling")  # sends only when it is asked
    (sid,) = site.sids
    await until(lambda: site.connections.unsent(sid) == 0)
    for _ in range(5):
        asyncio.get_running_loop().create_task(site.connections.send(sid, "say", {}))
    await turns(2)
    assert site.connections.unsent(sid) > 0, "engine.io's socket.queue no longer holds what is unsent"
    assert site.connections.unsent("nobody") == 0
    await until(lambda: site.connections.unsent(sid) == 0)
    for connection in site.connections.all():  # a polling client takes a long poll's time to go by itself
        await site.connections.cut(connection)
    await client.wait()


async def test_a_cut_ends_the_transport_at_once_without_a_word_of_the_client(site: Site) -> None:
    client = await site.client()
    ended = asyncio.Event()
    client.on("disconnect", lambda *_: ended.set())
    (sid,) = site.sids
    (connection,) = site.connections.all()
    await site.connections.cut(connection)
    assert site.gone == [sid], (
        "socket.close(wait=False, abort=True) no longer says `disconnect` before it returns"
    )
    assert not site.connections.is_open(connection), "socket.close no longer sets socket.closed"
    try:
        await asyncio.wait_for(ended.wait(), 3)  # long before a ping would find out
    except TimeoutError:
        pytest.fail("None in socket.queue no longer makes engine.io's writer close the transport")
    await site.connections.cut(connection)  # and once more does nothing
