"""The front page, and what a supervisor asks."""

from __future__ import annotations

from aiohttp import web

from server.pages.places import HOUSE
from server.pages.rendering import ASSETS, NOTED, render


async def front(request: web.Request) -> web.Response:
    """`GET /`: what this is. Nobody can begin anything here: one comes by a personal link."""
    return render(request, "front.html", page="front", noted=request.app[NOTED])


async def healthz(request: web.Request) -> web.Response:
    """The process lives."""
    return web.Response(text="ok\n")


async def readyz(request: web.Request) -> web.Response:
    """People may be sent here; or 503 with a plain reason."""
    reason = request.app[HOUSE].ready()
    if reason is None and not request.app[ASSETS].built:
        reason = "the pages are not built: run `make client`, or install a release"
    return web.Response(text=f"{reason or 'ok'}\n", status=503 if reason else 200)
