"""On whose clock a page tells the time: that of the browser, which says its zone as it comes in, and keeps it in a
cookie. The server keeps none for it."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from aiohttp import web

from server.groups.zones import zone_of
from server.pages.places import give_cookie
from server.store import Group

COOKIE = "restarea_zone"
LASTS_S = 7 * 24 * 3600
"""Longer than a record waits, also where a server stood still for days."""


def note(request: web.Request, response: web.StreamResponse, zone: str) -> None:
    """An IANA name; what is none, is not noted."""
    if zone_of(zone) is not None:
        give_cookie(request, response, COOKIE, zone, LASTS_S)


def at(request: web.Request, when_s: float, group: Group | None = None) -> datetime:
    """UTC in seconds since 1970, on the reader's clock, else on the group's, else in UTC."""
    return datetime.fromtimestamp(when_s, _clock(request, group))


def _clock(request: web.Request, group: Group | None) -> tzinfo:
    said = zone_of(request.cookies.get(COOKIE, ""))
    return said or (zone_of(group.terms.time_zone) if group is not None else None) or UTC
