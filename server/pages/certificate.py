"""A certificate for whoever was at a meeting, to be printed; and whether a code on one is of this server.

Their name they write themselves, on the page: it is sent nowhere. Nothing else on it says who they are, and nothing at
all who else was there.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from aiohttp import web

from server.by_locale import day, day_and_time, month
from server.groups.attendance import begins, code_of, hours, vouched
from server.pages import language, said
from server.pages.allowance import asker
from server.pages.attended import tickets_of
from server.pages.leader import written
from server.pages.places import ALLOWANCE, HOUSE, known_person
from server.pages.rendering import plain_page, render
from server.pages.sign_in import URL
from server.retention import kept_until, month_of
from server.store import Attendance


async def overview(request: web.Request) -> web.Response:
    """`GET /certificate`: the one there is, or which there are, the newest first."""
    found = await _found(request)
    if not found:
        return plain_page(request, await _none(request), 404)
    if len(found) == 1:
        raise web.HTTPSeeOther(f"/certificate/{next(iter(found))}")
    chosen = language.choose(request)
    lines = [(one, _line(theirs, chosen)) for one, (_, theirs) in found.items()]
    return render(request, "certificates.html", page="certificates", lines=lines)


async def show(request: web.Request) -> web.Response:
    """`GET /certificate/{certificate}`"""
    ticket, theirs = await _one(request)
    chosen, settings = language.choose(request), request.app[HOUSE].settings
    seal = await request.app[HOUSE].store.attendances.seal()
    url = request.app[URL]()
    return render(
        request,
        "certificate.html",
        page="certificate",
        certificate=request.match_info["certificate"],
        organisation=settings.organisation,
        accreditation=settings.accreditation,
        group=theirs.group,
        when=day_and_time(begins(theirs), chosen),
        attended=language.text(
            chosen, "certificate-minutes", minutes=theirs.minutes, hours=hours(theirs.minutes)
        ),
        lasted=language.text(
            chosen, "certificate-minutes", minutes=theirs.of_minutes, hours=hours(theirs.of_minutes)
        ),
        called=theirs.called,
        host=urlsplit(url).netloc or request.host,
        code=code_of(seal, theirs, ticket),
        verify=f"{url}/certificate/verify",
        until=_until(theirs, settings.tickets_months, chosen),
    )


async def forget(request: web.Request) -> web.Response:
    """`POST /certificate/{certificate}/forget`: nobody can show it again."""
    ticket, _ = await _one(request)
    await written(request)
    await request.app[HOUSE].store.attendances.forget(ticket)
    raise said.leads_to(request, "/certificate", "erased")


async def verify(request: web.Request) -> web.Response:
    """`GET /certificate/verify`"""
    return _verify(request, "")


async def check(request: web.Request) -> web.Response:
    """`POST /certificate/verify {code}`: for which day and how many minutes it was given; never to whom."""
    code, chosen = (await written(request)).get("code", "")[:100], language.choose(request)
    if not request.app[ALLOWANCE].spend(asker(request)):
        return _verify(request, code, wrong=language.text(chosen, "signin-too-fast"), status=429)
    found = vouched(await request.app[HOUSE].store.attendances.seal(), code)
    if found is None:
        return _verify(request, code, wrong=language.text(chosen, "verify-wrong"), status=404)
    right = language.text(chosen, "verify-right", day=day(found.day, chosen), minutes=found.minutes)
    return _verify(request, code, right=right)


def _verify(
    request: web.Request, code: str, right: str = "", wrong: str = "", status: int = 200
) -> web.Response:
    unsaved = "check" if wrong and code else ""
    return render(
        request, "verify.html", status, page="verify", code=code, right=right, wrong=wrong, unsaved=unsaved
    )


async def _found(request: web.Request) -> dict[str, tuple[str, Attendance]]:
    """By what stands in the address; the newest first. The ticket, and what it opens."""
    kept = await request.app[HOUSE].store.attendances.of(tickets_of(request))
    return {_address(ticket): (ticket, kept[ticket]) for ticket in reversed(kept)}


def _address(ticket: str) -> str:
    """Of a hash that nothing is kept by: an address stands in a browser's history."""
    return hashlib.sha256(f"page {ticket}".encode()).hexdigest()[:16]


async def _one(request: web.Request) -> tuple[str, Attendance]:
    found = (await _found(request)).get(request.match_info["certificate"])
    if found is None:
        raise web.HTTPNotFound
    return found


async def _none(request: web.Request) -> str:
    """Why there is none: the page that says it."""
    person = await known_person(request)
    session = None if person is None else await request.app[HOUSE].store.session(person.session)
    return "nocertificate" if session is None or session.ended else "earlycertificate"


def _line(theirs: Attendance, chosen: str) -> str:
    when = day_and_time(begins(theirs), chosen)
    return f"{when} · {theirs.group}" if theirs.group else when


def _until(theirs: Attendance, months: int, chosen: str) -> str:
    last = kept_until(month_of(theirs.began_at), months)
    return language.text(chosen, "certificate-until", month=month(last, chosen))
