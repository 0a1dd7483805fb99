"""The cookie by which a browser finds, for some weeks, that it was at a meeting: secrets that open what is kept."""

from __future__ import annotations

import re

from aiohttp import web

from server.pages.places import HOUSE, give_cookie
from server.store import Person

COOKIE = "restarea_attended"
A_MONTH = 12
MOST = 84
"""Meetings that one browser remembers, the newest first: a cookie holds 4 kB."""
DAYS_MOST = 400
"""For which a browser keeps a cookie."""
_TICKET = re.compile(r"[A-Za-z0-9_-]{43}")


def tickets_of(request: web.Request) -> list[str]:
    """The newest first."""
    told = request.cookies.get(COOKIE, "").split(".")
    return [one for one in told if _TICKET.fullmatch(one)][:MOST]


async def found(request: web.Request) -> tuple[bool, bool]:
    """Whether this browser finds a certificate, and questions that it has not answered."""
    store, tickets = request.app[HOUSE].store, tickets_of(request)
    return bool(await store.attendances.of(tickets)), bool(await store.feedback.unspent(tickets))


async def ticket_for(request: web.Request, person: Person) -> str | None:
    """By what this person's browsers find later that they were there; None where nothing is noted of it. Raises
    NotSaved."""
    house = request.app[HOUSE]
    noted = house.settings.certificates_months or house.instrument is not None
    return await house.store.ticket(person.person) if noted else None


def remember(request: web.Request, response: web.Response, ticket: str | None) -> None:
    """This browser finds later that this person was there, if anything is noted of it."""
    if ticket is None:
        return
    known = [one for one in tickets_of(request) if one != ticket]
    months = request.app[HOUSE].settings.tickets_months + 1
    newest = [ticket, *known][: min(MOST, A_MONTH * months)]
    lasts_s = min(DAYS_MOST, 31 * months) * 24 * 3600
    give_cookie(request, response, COOKIE, ".".join(newest), lasts_s)
