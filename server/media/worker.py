"""A media worker, as it is inside: a plane of its own that does what the pipe orders, and reports.

It ends with the pipe, whoever closed it and why. What is no order is counted and has no effect; a fault in one order
stops no other. May import structlog and its siblings.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

import structlog

from server.media import lag
from server.media import messages as m
from server.media.negotiated import Choice
from server.media.pipe import Pipe
from server.media.plane import Plane
from server.media.sdp import SdpError

log = structlog.get_logger()

SUMS_EVERY = 10
"""Facts go out each time that the loop's lag is taken, sums each tenth time."""
UNREAD_BYTES = 256 * 1024
"""Facts are not told to whoever has this much unread: they are old by the time they arrive."""
FAREWELL_S = 1.0


async def serve(end: socket.socket, make_plane: Callable[[], Plane] = Plane) -> None:
    """Does what is ordered through `end`, a connected stream socket, until the other end is closed."""
    await Worker(make_plane()).serve(end)


class Worker:
    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._lag = lag.Lag()
        self._rooms: dict[str, bool] = {}
        """Whether the last facts of a room were of anybody."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = asyncio.Event()
        self._pipe = Pipe(m.MOST_BYTES, self._on_frame, self._over.set, lingers=True)
        plane.on_link = lambda room, seat, up: self._report(m.Linked(room, seat, up))

    async def serve(self, end: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: self._pipe, sock=end)
        telling = loop.create_task(self._tell(), name="telling")
        try:
            await self._over.wait()
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
            with suppress(
                TimeoutError
            ):  # people hear at once that they must come anew, and not by its silence
                async with asyncio.timeout(FAREWELL_S):
                    await self._plane.stop()
            self._pipe.close()

    def _on_frame(self, frame: bytes | None) -> None:
        order = m.order(frame)
        if order is None:
            self._plane.counters["bad_order"] += 1
            if self._plane.counters["bad_order"] == 1:
                log.error("media_order_unknown")
            return
        # Tasks begin in the order in which they are made, and reach takes effect as its task begins: it waits neither
        # for a connection that is being closed nor is it overtaken by an offer.
        task = asyncio.get_running_loop().create_task(self._obey(order))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _obey(self, order: m.Order) -> None:
        try:
            report = await self._done(order)
        except Exception as error:
            ask = getattr(order, "ask", 0)
            if isinstance(error, SdpError):
                report = m.Failed(ask, "offer", error.code, error.detail)
            elif isinstance(error, KeyError):
                report = m.Failed(ask, "place")
            else:
                log.error("media_order_failed", reason=type(error).__name__)
                report = m.Failed(ask, "fault") if ask else None
        if report is not None:
            self._report(report)

    async def _done(self, order: m.Order) -> m.Report | None:
        plane = self._plane
        match order:
            case m.Begin():
                return await self._begin(order)
            case m.OpenRoom():
                plane.open_room(order.room, order.seats, order.slots)
                self._rooms[order.room] = False
                return None
            case m.CloseRoom():
                if self._rooms.pop(order.room, False):
                    self._report(m.Facts(order.room, {}))
                await plane.close_room(order.room)
            case m.SetReach():
                try:
                    await plane.set_reach(order.room, order.reach, order.slots)
                except Exception:  # nobody is heard in that room by the time that this is known
                    plane.silence(order.room)
                    raise
            case m.Silence():
                plane.silence(order.room)
            case m.Choose():
                chosen = order.choices.items()
                plane.choose(
                    order.room, {s: Choice(one.pictures, one.voices, one.otherwise) for s, one in chosen}
                )
                return None
            case m.Measure():
                plane.measure(order.room)
                return None
            case m.Listen():
                return m.Spoken(order.ask, await plane.spoken(order.room, rest=order.rest))
            case m.Drop():
                await plane.drop(order.room, order.seat)
            case m.Answer():
                return m.Answered(order.ask, await plane.answer(order.room, order.seat, order.offer))
            case m.Restart():
                renewed = await plane.restart(order.room, order.seat, order.connection, order.ufrag)
                return m.Restarted(order.ask, *renewed)
        return m.Done(order.ask)

    async def _begin(self, order: m.Begin) -> m.Report:
        try:
            await self._plane.start(order.host, order.port, order.advertise, tcp=order.tcp)
        except OSError as error:
            return m.NotBegun(error.errno or 0, error.strerror or str(error))
        return m.Began(self._plane.port, self._plane.engine)

    # What nobody asked for

    async def _tell(self) -> None:
        loop, count = asyncio.get_running_loop(), 0
        while True:
            due = loop.time() + lag.EVERY_S
            await asyncio.sleep(lag.EVERY_S)
            self._lag.observe(loop.time() - due)
            count += 1
            if self._pipe.unread > UNREAD_BYTES:
                continue
            self._tell_facts()
            if count % SUMS_EVERY == 0:
                self._report(m.Sums(self._plane.totals(), self._lag))

    def _tell_facts(self) -> None:
        for room, told in list(self._rooms.items()):
            try:
                facts = dict(self._plane.facts(room))
            except Exception as error:  # of one room; the others are told theirs
                self._plane.counters["facts_exception"] += 1
                if self._plane.counters["facts_exception"] == 1:
                    log.error("media_facts_failed", room=room, reason=type(error).__name__)
                continue
            if facts or told:
                self._report(m.Facts(room, facts))
            self._rooms[room] = bool(facts)

    def _report(self, report: m.Report) -> None:
        if not self._pipe.send(m.packed(report)):
            self._plane.counters["report_unsent"] += 1
