"""The socket between a page and its room: hello, command, and what the room has to tell. The only importer of socketio.

Events of one client are taken in order (`async_handlers=False`), each is answered, and nothing a client sends raises.
Whoever floods, sends what is no packet of ours or stays without saying who they are is cut off. May not import the
media plane.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import socketio
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from facilitation.vocabulary import SeatId, Standing
from server import wire
from server.bulletin import Message
from server.room import Room
from server.store import Person

log = structlog.get_logger()

MESSAGE_MOST = 64_000
OUTBOUND_MOST = 256
FACTS_BACKLOG = 4
"""Facts are dropped for a page that has this many messages unsent: they are old by the time they arrive."""
PER_SECOND, BURST = 20.0, 40.0
"""Commands; more are refused."""
FLOOD_PER_SECOND, FLOOD_BURST = 50.0, 200.0
"""Messages of whatever kind; whoever sends more is cut off, for every one of them delays the media of all."""
SOCKETS_MOST = 8
"""Of one person at a time; the oldest gives way. A link that flaps leaves some behind for a few seconds."""
SWEEP_S = 10.0
"""A connection that two sweeps find without a person is closed."""
STOP_S = 1.0
COOKIE = "restarea"

# Both libraries print errors with what the client sent to standard error, unless they are given a logger of ours.
# Their errors are our clients' faults: ours are caught and logged below.
_unheard = logging.getLogger("server.signaling.libraries")
_unheard.setLevel(logging.CRITICAL)


class House(Protocol):
    """Finds people and rooms; `server.house` provides it."""

    draining: bool

    async def person(self, cookie: str) -> Person | None: ...
    async def room(self, session: str) -> Room | None: ...


@dataclass(slots=True)
class Rate:
    """A token bucket."""

    per_second: float
    burst: float
    left: float = field(init=False)
    spent_at_s: float = 0.0

    def __post_init__(self) -> None:
        self.left = self.burst

    def spend(self, now_s: float) -> bool:
        """False if that was one too many."""
        self.left = min(self.burst, self.left + (now_s - self.spent_at_s) * self.per_second)
        self.spent_at_s = now_s
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Page:
    """One open page of one person. Sends in order; a page that does not keep up is cut and comes back by itself."""

    def __init__(self, server: Any, sid: str, person: Person, room: Room, seat: SeatId) -> None:
        self.person = person
        self.room = room
        self.seat = seat
        self._server = server
        self._sid = sid
        self._out: asyncio.Queue[tuple[str, Message] | None] = asyncio.Queue()
        self.rate = Rate(PER_SECOND, BURST)
        self._closed = False
        self._released = asyncio.Event()
        self.writer = asyncio.create_task(self._write(), name="page")

    def send(self, event: str, message: Message) -> None:
        if self._closed:
            return
        backlog = self._out.qsize() + self._unsent()
        if event == "facts" and backlog > FACTS_BACKLOG:
            return
        if backlog > OUTBOUND_MOST:
            log.info("page_too_slow", room=self.room.session, seat=self.seat)
            self.close()
            return
        self._out.put_nowait((event, message))

    def close(self) -> None:
        """After what was sent before; what is sent afterwards is dropped."""
        if not self._closed:
            self._closed = True
            self._out.put_nowait(None)

    @property
    def closed(self) -> bool:
        return self._closed

    def forget(self) -> None:
        """Drops what has not gone out: a new answer to hello holds all of it."""
        while not self._out.empty():
            self._out.get_nowait()

    def stop(self) -> None:
        self._closed = True
        self.writer.cancel()

    def release(self) -> None:
        """Lets news go out: called when the answer to hello, which they follow, is on its way."""
        self._released.set()

    def _unsent(self) -> int:
        """What engine.io still holds for this page; its own queue has no bound."""
        connection = self._server.eio.sockets.get(self._server.manager.eio_sid_from_sid(self._sid, "/"))
        return connection.queue.qsize() if connection else 0

    async def _write(self) -> None:
        await self._released.wait()
        while (entry := await self._out.get()) is not None:
            await self._server.emit(entry[0], entry[1], to=self._sid)
        await self._server.disconnect(self._sid)


class Signaling:
    """Attach it to the aiohttp application with `attach`."""

    def __init__(self, house: House, origins: list[str] | None) -> None:
        """`origins`: the allowed ones; None allows the page's own only."""
        self._house = house
        self._pages: dict[str, Page] = {}
        self._people: dict[str, Person] = {}
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
        self._server.on("connect", self._connect)
        self._server.on("disconnect", self._disconnect)
        self._server.on("hello", self._hello)
        self._server.on("command", self._command)
        self._server.on("*", self._unknown)
        self._server.eio.on("message", self._message)
        self._rates: dict[str, Rate] = {}
        self._strangers: set[str] = set()

    def attach(self, app: Any) -> None:
        self._server.attach(app)
        app.middlewares.append(self._guard)
        app.cleanup_ctx.append(self._sweeping)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """engine.io lets through what it cannot decode: that connection is over, and nobody is told what it said."""
        if not request.path.startswith("/socket.io/"):
            return await handler(request)
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception:
            log.info("connection_cut", reason="bad_packet")
            for connection, environ in list(self._server.environ.items()):
                if environ["aiohttp.request"] is request or connection == request.query.get("sid"):
                    await self._cut(connection)
            if request.transport is not None:
                request.transport.close()
            return web.Response(status=400)

    async def _sweeping(self, app: Any) -> AsyncIterator[None]:
        async def sweep_always() -> None:
            while True:
                await asyncio.sleep(SWEEP_S)
                await self.sweep()

        task = asyncio.create_task(sweep_always(), name="strangers")
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def sweep(self) -> None:
        """Cuts the connections that were nobody's at the last sweep and still are."""
        eio, manager = self._server.eio, self._server.manager
        known = {manager.eio_sid_from_sid(sid, "/") for sid in self._people}
        strangers = set(eio.sockets) - known
        for connection in strangers & self._strangers:
            await self._cut(connection)
        self._strangers = strangers
        self._rates = {
            connection: rate for connection, rate in self._rates.items() if connection in eio.sockets
        }

    async def _cut(self, connection: str) -> None:
        """Ends a connection at once. Socket.IO's own `disconnect` only asks the client to go."""
        socket = self._server.eio.sockets.get(connection)
        if socket is not None:
            await socket.close(wait=False, abort=True)
            socket.queue.put_nowait(None)  # its writer then closes the transport

    async def _message(self, connection: str, data: object) -> None:
        """Everything that comes in passes here, before it is read."""
        socket = self._server.eio.sockets.get(connection)
        if socket is None or socket.closed:
            return  # what was still on its way when it was cut
        rate = self._rates.setdefault(connection, Rate(FLOOD_PER_SECOND, FLOOD_BURST))
        if rate.spend(asyncio.get_running_loop().time()) and isinstance(data, str):
            try:
                await self._server._handle_eio_message(connection, data)
                return
            except Exception:
                pass  # it was no packet
        log.info("connection_cut", reason="flood" if rate.left < 1 else "bad_packet")
        await self._cut(connection)

    async def drain(self) -> None:
        """Tells every page that the server goes down for a moment."""
        await self._server.emit("draining", {})

    async def stop(self) -> None:
        """Ends every connection, after what was on its way to it. Close the rooms first."""
        if writers := [page.writer for page in self._pages.values()]:
            await asyncio.wait(writers, timeout=STOP_S)
        for connection in list(self._server.eio.sockets):
            await self._cut(connection)

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> bool:
        request = environ.get("aiohttp.request")
        cookie = request.cookies.get(COOKIE) if request is not None else None
        if not cookie or self._house.draining:
            return False
        try:
            person = await self._house.person(cookie)
        except Exception as error:
            log.error("connect_failed", reason=type(error).__name__)
            return False
        if person is None or person.seat is None:
            return False
        own = [other for other, known in self._people.items() if known.person == person.person]
        self._people[sid] = person
        for older in own[: max(0, len(own) + 1 - SOCKETS_MOST)]:
            await self._cut(self._server.manager.eio_sid_from_sid(older, "/"))
        return True

    async def _disconnect(self, sid: str, reason: object = None) -> None:
        self._people.pop(sid, None)
        page = self._pages.pop(sid, None)
        if page:
            page.room.exit(page.seat, page)
            page.stop()

    async def _hello(self, sid: str, message: object = None) -> Message:
        try:
            return await self._greet(sid, message)
        except Exception as error:
            log.error("hello_failed", reason=type(error).__name__)
            return _refusal("no_session")

    async def _greet(self, sid: str, message: object) -> Message:
        person = self._people.get(sid)
        if person is None or person.seat is None:
            return _refusal("no_session")
        if not isinstance(message, dict) or message.get("protocol") != wire.PROTOCOL:
            return _refusal("protocol", f"this server speaks {wire.PROTOCOL}")
        room = await self._house.room(person.session)
        seat = SeatId(person.seat)
        if sid not in self._people:
            return _refusal("no_session")  # gone while the room was opened
        if self._house.draining or (room is not None and room.closed):
            return _refusal("draining")
        if room is None or seat not in room.state.seats:
            return _refusal("session_ended")
        if room.state.seats[seat].standing is Standing.REMOVED:
            return _refusal("removed")
        page = self._pages.get(sid)
        if page is not None and page.closed:
            return _refusal("no_session", "this page is closed")
        if page is None:
            page = self._pages[sid] = Page(self._server, sid, person, room, seat)
        # From here to the return nothing awaits: the answer and all that follows it are one unbroken sequence.
        page.forget()
        missed = room.missed(seat, message.get("epoch"), message.get("audience"), message.get("seq"))
        room.enter(seat, page)
        asyncio.get_running_loop().call_soon(page.release)
        if missed is not None:
            page.send("people", {"people": room.snapshot(seat)["people"]})
            return {"ok": True, "missed": missed}
        return {"ok": True, "snapshot": room.snapshot(seat)}

    async def _command(self, sid: str, message: object = None) -> Message:
        page = self._pages.get(sid)
        if page is None:
            return _refusal("no_session", "say hello first")
        if not page.rate.spend(asyncio.get_running_loop().time()):
            return _refusal("too_fast")
        if self._house.draining:
            return _refusal("draining")
        try:
            command_id, command = wire.command_from_message(message)
        except wire.BadCommand as error:
            return _refusal(error.code, error.detail)
        try:
            return await page.room.ask(command, page.seat, command_id)
        except Exception as error:
            log.error("command_failed", room=page.room.session, reason=type(error).__name__)
            return _refusal("not_saved")

    async def _unknown(self, event: str, sid: str, *anything: object) -> Message:
        return _refusal("bad_command", "no such event")


def _refusal(code: str, detail: str = "") -> Message:
    return {"ok": False, "code": code, "detail": detail}
