"""Cuts off whoever floods, sends what is no packet of ours, or stays without saying who they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from server.signaling.connections import PATH, Connections
from server.signaling.rate import Rate

log = structlog.get_logger()

FLOOD_PER_SECOND, FLOOD_BURST = 50.0, 200.0
"""Messages of whatever kind; whoever sends more is cut off, for every one of them delays the media of all."""
SWEEP_S = 10.0
"""A connection that two sweeps find without a person is closed."""


class Guard:
    def __init__(self, connections: Connections, known: Callable[[], Iterable[str]]) -> None:
        """`known`: the sids of everyone who has been let in."""
        self._connections = connections
        self._known = known
        self._rates: dict[str, Rate] = {}
        self._strangers: set[str] = set()
        connections.on_message(self._message)

    def attach(self, app: web.Application) -> None:
        app.middlewares.append(self._middleware)
        app.cleanup_ctx.append(self._sweeping)

    async def _message(self, connection: str, data: object) -> None:
        """Everything that comes in passes here, before it is read."""
        if not self._connections.is_open(connection):
            return  # what was still on its way when it was cut
        rate = self._rates.setdefault(connection, Rate(FLOOD_PER_SECOND, FLOOD_BURST))
        if rate.spend(asyncio.get_running_loop().time()) and isinstance(data, str):
            try:
                await self._connections.read(connection, data)
                return
            except Exception:
                pass  # it was no packet
        log.info("connection_cut", reason="flood" if rate.left < 1 else "bad_packet")
        await self._connections.cut(connection)

    @web.middleware
    async def _middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """engine.io lets through what it cannot decode: that connection is over, and nobody is told what it said."""
        if not request.path.startswith(PATH):
            return await handler(request)
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception:
            log.info("connection_cut", reason="bad_packet")
            for connection in self._connections.of_request(request):
                await self._connections.cut(connection)
            if request.transport is not None:
                request.transport.close()
            return web.Response(status=400)

    async def _sweeping(self, app: web.Application) -> AsyncIterator[None]:
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
        known = {self._connections.of(sid) for sid in self._known()}
        strangers = self._connections.all() - known
        for connection in strangers & self._strangers:
            await self._connections.cut(connection)
        self._strangers = strangers
        there = self._connections.all()
        self._rates = {connection: rate for connection, rate in self._rates.items() if connection in there}
