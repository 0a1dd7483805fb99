"""The look at one's way to the media port, before one goes in; also days before, by a link of one's own."""

from __future__ import annotations

import msgspec
from aiohttp import web

from server.pages.allowance import Allowance, asker
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK, asked, at_the_door
from server.pages.refusals import Refusal

CHECKS = web.AppKey("checks", Allowance)
PER_SECOND = 0.1
BURST = 6.0
"""A page checks by itself each time that it is loaded, and when somebody asks it to."""


class Check(msgspec.Struct):
    offer: str
    token: str = ""
    """Of a link to a meeting that is not open yet; empty: whoever asks has a place in one that is."""
    place: str = ""
    """Its mark, as in `/api/name`."""


async def check(request: web.Request) -> web.Response:
    """`POST /api/check {offer, token?, place?}`: the answer to the offer of a connection that is nobody's seat,
    and a relay."""
    house, asks = request.app[HOUSE], await asked(request, Check)
    if asks.token:
        who = await _planned(request, asks.token)
    else:
        _, person = await at_the_door(request, asks.place)
        await house.may_check(person)
        who = person.person
    if not request.app[CHECKS].spend(f"person {who}"):
        raise Refusal("too_fast")
    answer, relay = await house.path_check(who, asks.offer)
    if answer is None:
        raise Refusal("too_fast", "many people look at their connection just now")
    return web.json_response({"answer": answer, **({} if relay is None else {"relay": relay})})


async def _planned(request: web.Request, token: str) -> str:
    """Whose look this is: one a link's owner, from however many devices. Raises Refusal."""
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    dates = await request.app[HOUSE].store.replies.dates(token, request.app[WALL_CLOCK]())
    if dates is None:
        raise Refusal("unknown_link")
    return dates.member
