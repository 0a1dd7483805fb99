"""The connections of python-socketio and engine.io, and the seams that those two do not show.

A `connection` is engine.io's id of a transport; a `sid` is Socket.IO's id of whoever has been let in on it. The only
module that touches private names of the two; tests/server/signaling/test_connections.py holds them to a contract, and
the versions are pinned exactly. May import socketio and aiohttp.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import socketio
from aiohttp import web

from server.room.bulletin import Message

SOCKETIO_VERSION = "5.18.1"
ENGINEIO_VERSION = "4.15.1"
MESSAGE_MOST = 64_000
PATH = "/socket.io/"

# Both libraries print errors with what the client sent to standard error, unless they are given a logger of ours.
# Their errors are our clients' faults: ours are caught and logged where they arise.
_unheard = logging.getLogger("server.signaling.libraries")
_unheard.setLevel(logging.CRITICAL)

Listener = Callable[..., Awaitable[Any]]


class Connections:
    def __init__(self, origins: list[str] | None) -> None:
        """`origins`: the allowed ones; None allows the page's own only."""
        self._server = socketio.AsyncServer(
            async_mode="aiohttp",
            async_handlers=False,  # with the default, events of one client overtake each other
            max_http_buffer_size=MESSAGE_MOST,
            cors_allowed_origins=origins,
            logger=_unheard,
            engineio_logger=_unheard,
            ping_interval=5,
            ping_timeout=10,
        )

    def attach(self, app: web.Application) -> None:
        self._server.attach(app)

    def on(self, event: str, listener: Listener) -> None:
        """`connect`, `disconnect`, an event of a page, or `*` for all others."""
        self._server.on(event, listener)

    async def send(self, sid: str, event: str, message: Message) -> None:
        await self._server.emit(event, message, to=sid)

    async def answers(self, sid: str, event: str, within_s: float) -> bool:
        """Whether the page acknowledges an event by then: `call` is refused where events are taken in order."""
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def note(*_: object) -> None:
            if not answered.done():
                answered.set_result(None)

        await self._server.emit(event, {}, to=sid, callback=note)
        done, _ = await asyncio.wait({answered}, timeout=within_s)
        return bool(done)

    async def send_all(self, event: str, message: Message) -> None:
        await self._server.emit(event, message)

    async def ask_to_go(self, sid: str) -> None:
        """After what was sent before. Whoever does not go is still there: see `cut`."""
        await self._server.disconnect(sid)

    # --- the seams ---

    def on_message(self, listener: Listener) -> None:
        """`listener(connection, data)` gets everything that comes in, unread, in place of Socket.IO; see `read`."""
        self._server.eio.on("message", listener)

    async def read(self, connection: str, data: str) -> None:
        """Lets Socket.IO read one message. Raises whatever it raises on what is no packet."""
        await self._server._handle_eio_message(connection, data)

    def all(self) -> set[str]:
        """Every connection, also those that nobody has been let in on."""
        return set(self._server.eio.sockets)

    def is_open(self, connection: str) -> bool:
        socket = self._server.eio.sockets.get(connection)
        return socket is not None and not socket.closed

    def of(self, sid: str) -> str | None:
        """The connection that somebody was let in on; None once it has ended."""
        connection: str | None = self._server.manager.eio_sid_from_sid(sid, "/")
        return connection

    def of_request(self, request: web.Request) -> list[str]:
        """The connections that a request to `PATH` opened or belongs to."""
        return [
            connection
            for connection, environ in self._server.environ.items()
            if environ.get("aiohttp.request") is request or connection == request.query.get("sid")
        ]

    def unsent(self, sid: str) -> int:
        """How many messages engine.io still holds for somebody; its own queue has no bound."""
        socket = self._server.eio.sockets.get(self.of(sid))
        return int(socket.queue.qsize()) if socket is not None else 0

    async def cut(self, connection: str) -> None:
        """Ends a connection at once. Socket.IO's own `disconnect` only asks the client to go."""
        socket = self._server.eio.sockets.get(connection)
        if socket is not None:
            await socket.close(wait=False, abort=True)
            socket.queue.put_nowait(None)  # its writer then closes the transport
