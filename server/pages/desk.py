"""A leader's desk on a second screen: in another window of the browser, or on a phone by a link that opens once."""

from __future__ import annotations

import msgspec
import segno
from aiohttp import web

from facilitation.vocabulary import LEADING
from server.desks import DESK_COOKIE, LINK_LASTS_S
from server.pages.allowance import asker
from server.pages.leader import written
from server.pages.places import (
    ALLOWANCE,
    HOUSE,
    asked,
    give_cookie,
    known_person,
    settled_person,
    spend,
)
from server.pages.rendering import client_page, plain_page, render
from server.pages.room import shut
from server.pages.sign_in import URL

BORDER = 4
"""Modules of white around the code: readers want as many."""
LENT_S = 24 * 3600


class Ask(msgspec.Struct):
    """Nothing but that it is asked."""


async def show(request: web.Request) -> web.Response:
    """`GET /desk`: with the first snapshot in it, as the room's page; without anything that is heard or seen."""
    house = request.app[HOUSE]
    person = await known_person(request, desk=True)
    if person is None and house.desks.is_over(request.cookies.get(DESK_COOKIE, "")):
        return plain_page(request, "ended", 410)
    if person is None or person.seat is None or person.role not in LEADING:
        return plain_page(request, "nodesk", 403)
    if (instead := shut(request, person)) is not None:
        return instead
    snapshot = await house.snapshot(person)
    if snapshot == b"null":
        return plain_page(request, "ended", 410)
    return client_page(request, "second", snapshot, lent=_is_lent(request), leads=True)


def _is_lent(request: web.Request) -> bool:
    """Whether this device was lent a desk, and still has it."""
    return request.app[HOUSE].desks.knows(request.cookies.get(DESK_COOKIE, ""))


async def offer(request: web.Request) -> web.Response:
    """`POST /api/desk {}`: a link for another device, and the same as a QR code: an SVG path in a square of `size`."""
    await asked(request, Ask)
    person = await settled_person(request)
    spend(request, person)
    token = await request.app[HOUSE].desks.offer(person)
    link = f"{request.app[URL]()}/desk/open#{token}"
    size, path = drawn(link)
    return web.json_response({"link": link, "size": size, "path": path, "minutes": LINK_LASTS_S // 60})


def drawn(text: str) -> tuple[int, str]:
    """A QR code: how wide it is with its border, and each run of dark modules as a line of an SVG path, one high."""
    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=BORDER))
    runs: list[str] = []
    for y, row in enumerate(rows):
        begin = None
        for x, dark in enumerate([*row, 0]):
            if dark and begin is None:
                begin = x
            elif not dark and begin is not None:
                runs.append(f"M{begin} {y}.5h{x - begin}")
                begin = None
    return len(rows), "".join(runs)


async def close(request: web.Request) -> web.Response:
    """`POST /api/desk/close {}`: the desk is in the room alone; no device has it, and no link leads there."""
    await asked(request, Ask)
    await request.app[HOUSE].desks.close(await settled_person(request))
    return web.json_response({"ok": True})


async def press(request: web.Request) -> web.Response:
    """`GET /desk/open`: what the link opens. Uses nothing up, however often a mail scanner looks."""
    return render(request, "desk_open.html", page="deskopen", wrong="")


async def open_(request: web.Request) -> web.Response:
    """`POST /desk/open {token}`: this device has the desk from now on."""
    token = (await written(request)).get("token", "")
    if not request.app[ALLOWANCE].spend(asker(request)):
        return render(request, "desk_open.html", 429, page="deskopen", wrong="signin-too-fast")
    secret = await request.app[HOUSE].desks.take(token)
    if secret is not None:
        response = web.HTTPSeeOther("/desk")
        give_cookie(request, response, DESK_COOKIE, secret, LENT_S)
        raise response
    if _is_lent(request):
        raise web.HTTPSeeOther("/desk")  # pressed twice
    return render(request, "desk_open.html", 410, page="deskopen", wrong="deskopen-over")
