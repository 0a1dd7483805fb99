"""Which leader is asking: the cookie of whoever has signed in, and the forms that they send."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from server.pages.places import HOUSE, WALL_CLOCK, give_cookie
from server.pages.refusals import Refusal
from server.pages.security import from_this_site
from server.store import Leader

COOKIE = "restarea_leader"
COOKIE_LASTS_S = 30 * 24 * 3600


async def known_leader(request: web.Request) -> Leader | None:
    cookie = request.cookies.get(COOKIE)
    return (
        await request.app[HOUSE].store.leaders.by_cookie(cookie, request.app[WALL_CLOCK]())
        if cookie
        else None
    )


async def leader_of(request: web.Request) -> Leader:
    """Whoever has not signed in is led to where one does."""
    leader = await known_leader(request)
    if leader is None:
        raise web.HTTPSeeOther("/sign-in")
    return leader


def let_in(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    give_cookie(request, response, COOKIE, secret, COOKIE_LASTS_S)


async def written(request: web.Request) -> Mapping[str, str]:
    """What stands in the fields of the form that our own page sent. Raises Refusal, and 413 for more than 64 kB."""
    if not from_this_site(request):
        raise Refusal("other_site", "another site's page sent this")
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refusal("bad_request", "a form is expected")
    try:
        fields = await request.post()
    except (ValueError, LookupError):  # in no encoding that there is
        raise Refusal("bad_request", "a form in UTF-8 is expected") from None
    return {name: value for name, value in fields.items() if isinstance(value, str)}
