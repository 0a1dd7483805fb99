"""Who is asking: the cookies that are a browser's place in a session, and what a request carries."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import msgspec
from aiohttp import web

from facilitation.vocabulary import Stage
from server.desks import DESK_COOKIE
from server.pages.allowance import Allowance
from server.pages.house import House
from server.pages.refusals import Refusal
from server.pages.security import from_this_site
from server.store import Person

HOUSE = web.AppKey("house", House)
WALL_CLOCK: web.AppKey[Callable[[], float]] = web.AppKey("wall_clock")
ALLOWANCE = web.AppKey("allowance", Allowance)

COOKIE = "restarea"
"""The place with which this browser has gone in last. Opening a link never touches it."""
DOOR_COOKIE = "restarea_door"
"""The place at the door of the link that was opened last, until somebody goes in with it."""
COOKIE_LASTS_S = 72 * 3600
"""Longer than a meeting, an outage and the twenty hours in which one may say no to what is kept of it."""
BODY_MOST = 64 * 1024

T = TypeVar("T", bound=msgspec.Struct)


async def known_person(request: web.Request, desk: bool = False) -> Person | None:
    """Whose cookie this is, removed or not; None if it is nobody's. `desk`: whose desk was lent to this device, or who
    has their place in this browser."""
    if desk and (person := await _lender(request)) is not None:
        return person
    return await _holder(request, settled=desk)


async def _lender(request: web.Request) -> Person | None:
    lent = request.cookies.get(DESK_COOKIE)
    return await request.app[HOUSE].desks.person(lent) if lent else None


async def _holder(request: web.Request, settled: bool) -> Person | None:
    cookie = request.cookies.get(COOKIE)
    return await request.app[HOUSE].store.person(cookie, settled) if cookie else None


async def is_rehearsed(request: web.Request, session: str) -> bool:
    """Whether this is, or was, the session of a fictitious group."""
    return await rehearsal_of(request, session) is not None


async def rehearsal_of(request: web.Request, session: str) -> float | None:
    """How many times as fast as real time it runs, or ran; None for a real meeting."""
    house = request.app[HOUSE]
    row = await house.store.session(session)
    return None if row is None else house.rehearsal(row)


async def settled_person(request: web.Request) -> Person:
    """Who has their place in this browser, and has not merely opened the link to it. Raises Refusal: no_session,
    removed."""
    return _wanted(await _holder(request, settled=True))


async def person_of(request: web.Request, desk: bool = False) -> Person:
    """`desk` as in `known_person`.

    Raises Refusal: no_session, removed, too_fast: a name or a new media connection costs everybody something."""
    lender = await _lender(request) if desk else None
    person = _wanted(lender or await _holder(request, settled=desk))
    spend(request, person, "person" if lender is None else "desk")
    return person


def mark(secret: str) -> str:
    """By which a page at the door says which of its browser's places it means. It opens nothing."""
    return sha256(f"mark {secret}".encode()).hexdigest()[:16]


def held(request: web.Request) -> list[str]:
    """The secrets of this browser's places: where it has gone in first, then the door."""
    return [secret for name in (COOKIE, DOOR_COOKIE) if (secret := request.cookies.get(name))]


async def place_meant(request: web.Request, place: str = "") -> tuple[str, Person | None]:
    """Which place a page at the door means by its mark, and whose it is: the secret, "" for none of this browser's.
    Without a mark the first that may still be of use."""
    house = request.app[HOUSE]
    if place:
        meant = next((secret for secret in held(request) if mark(secret) == place), "")
        return meant, await house.store.person(meant) if meant else None
    places = [(secret, await house.store.person(secret)) for secret in held(request)]
    for secret, person in places:
        if person and not person.removed and await house.stage(person.session) != Stage.ENDED:
            return secret, person
    return places[0] if places else ("", None)


async def at_the_door(request: web.Request, place: str) -> tuple[str, Person]:
    """As `place_meant`, of whoever is about to go in: of two places they say which. Raises Refusal: bad_request,
    no_session, removed, too_fast."""
    if not place and len(set(held(request))) > 1:
        raise Refusal("bad_request", "this browser has two places: say by `place` which is meant")
    secret, found = await place_meant(request, place)
    person = _wanted(found)
    spend(request, person)
    return secret, person


def spend(request: web.Request, person: Person, by: str = "person") -> None:
    """By a device that was lent a desk apart: whoever holds it must not keep the leader from the room, nor from taking
    it back. Raises Refusal: too_fast."""
    if not request.app[ALLOWANCE].spend(f"{by} {person.person}"):
        raise Refusal("too_fast")


def _wanted(person: Person | None) -> Person:
    if person is None:
        raise Refusal("no_session", "open your link again")
    if person.removed:
        raise Refusal("removed")
    return person


def give_place(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    """To whoever has gone in with it; the place before is given up with this."""
    give_cookie(request, response, COOKIE, secret, COOKIE_LASTS_S)
    if request.cookies.get(DOOR_COOKIE) == secret:
        response.del_cookie(DOOR_COOKIE, path="/")


def give_door(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    """To whoever may go in with it; with the place that this browser has, that lasts anew."""
    name = COOKIE if request.cookies.get(COOKIE) == secret else DOOR_COOKIE
    give_cookie(request, response, name, secret, COOKIE_LASTS_S)


def keep_place(request: web.Request, response: web.StreamResponse) -> None:
    """Of whoever has one by `known_person` or `person_of`: it lasts from now on as long as one that is new."""
    give_place(request, response, request.cookies[COOKIE])


def give_cookie(
    request: web.Request, response: web.StreamResponse, name: str, secret: str, lasts_s: int
) -> None:
    response.set_cookie(
        name,
        secret,
        max_age=lasts_s,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.app[HOUSE].settings.secure_cookies,
    )


async def asked(request: web.Request, shape: type[T]) -> T:
    """The JSON object that our own page sent. Raises Refusal, and 413 for more than 64 kB."""
    if not from_this_site(request):
        raise Refusal("other_site", "another site's page sent this")
    if request.app[HOUSE].draining:
        raise Refusal("draining", "the server goes down")
    if request.content_type != "application/json":
        raise Refusal("bad_request", "the content type must be application/json")
    if (request.content_length or 0) > BODY_MOST:
        raise web.HTTPRequestEntityTooLarge(BODY_MOST, request.content_length or 0)
    body = await request.read()
    if len(body) > BODY_MOST:
        raise web.HTTPRequestEntityTooLarge(BODY_MOST, len(body))
    try:
        return msgspec.json.decode(body, type=shape)
    except (ValueError, RecursionError):
        needed = len(shape.__struct_fields__) - len(shape.__struct_defaults__)
        wanted = ", ".join(f"{field}: text" for field in shape.__struct_fields__[:needed])
        raise Refusal("bad_request", f"a JSON object {{{wanted}}} is expected") from None
