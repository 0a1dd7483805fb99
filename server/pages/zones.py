"""On whose clock a page tells the time: that of the browser, which says its zone as it comes in, and keeps it in a
cookie. The server keeps none for it."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import cache

from aiohttp import web
from markupsafe import Markup

from server.groups.written import time_zones
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


def is_theirs(request: web.Request, when: datetime) -> bool:
    """Whether the reader's clock is known, and shows the same then."""
    theirs = zone_of(request.cookies.get(COOKIE, ""))
    return theirs is not None and when.astimezone(theirs).utcoffset() == when.utcoffset()


def _clock(request: web.Request, group: Group | None) -> tzinfo:
    said = zone_of(request.cookies.get(COOKIE, ""))
    return said or (zone_of(group.terms.time_zone) if group is not None else None) or UTC


def options(chosen: str) -> Markup:
    """Of a form's list of places; the one that is chosen, if it is one of them."""
    option = f'<option value="{chosen}"'
    return Markup(
        _options().replace(option, f"{option} selected", 1) if chosen in time_zones() else _options()
    )


@cache
def _options() -> str:
    """The same in every language: to write over four hundred anew takes as long as the rest of the page."""
    return "\n".join(f'<option value="{zone}">{zone.replace("_", " ")}</option>' for zone in time_zones())
