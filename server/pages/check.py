"""The look at one's way to the media port, before one goes in."""

from __future__ import annotations

import msgspec
from aiohttp import web

from server.pages.allowance import Allowance
from server.pages.places import HOUSE, asked, person_of
from server.pages.refusals import Refusal

CHECKS = web.AppKey("checks", Allowance)
PER_SECOND = 0.1
BURST = 6.0
"""A page checks by itself each time that it is loaded, and when somebody asks it to."""


class Check(msgspec.Struct):
    offer: str


async def check(request: web.Request) -> web.Response:
    """`POST /api/check {offer}`: the answer to the offer of a connection that is nobody's seat, and a relay."""
    house, offer = request.app[HOUSE], (await asked(request, Check)).offer
    person = await person_of(request)
    if not request.app[CHECKS].spend(f"person {person.person}"):
        raise Refusal("too_fast")
    answer, relay = await house.path_check(person, offer)
    if answer is None:
        raise Refusal("too_fast", "many people look at their connection just now")
    return web.json_response({"answer": answer, **({} if relay is None else {"relay": relay})})
