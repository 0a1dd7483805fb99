"""Whether passkeys are good where a page is read. Signing in offers them; adding one sends mail as signing in does."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.pages.rendering import ASSETS
from server.pages.security import SETTINGS
from server.passkeys import Place, place_of


def offer(request: web.Request) -> dict[str, Any]:
    """For a page's template: where passkeys are good, and what asks the device; None where no browser has any."""
    place = place_here(request)
    return {"place": place, "script": request.app[ASSETS].entry("src/passkeys/main.tsx") if place else None}


def place_here(request: web.Request) -> Place | None:
    return place_of(request.app[SETTINGS].public_url, request.host)
