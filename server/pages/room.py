"""The room's page, and the one request that opens its media connection."""

from __future__ import annotations

import msgspec
from aiohttp import web

from facilitation.vocabulary import LEADING
from server.desks import DESK_COOKIE
from server.names import MOST, clean_name
from server.pages.attended import found
from server.pages.groups import next_of_all
from server.pages.house import House
from server.pages.leader import known_leader
from server.pages.places import HOUSE, asked, is_rehearsed, keep_place, known_person, person_of
from server.pages.record import asked_at_the_end
from server.pages.refusals import Refusal
from server.pages.rendering import NOTED, client_page, plain_page, render
from server.relay import Relay
from server.store import Person


class Media(msgspec.Struct):
    offer: str
    shown_at: int | None = None
    """The session time of the page's first snapshot."""


class Restart(msgspec.Struct):
    connection: str
    """The ufrag that the server gave it last."""
    ufrag: str
    shown_at: int | None = None


class Plate(msgspec.Struct):
    part: int
    text: str
    """Empty: what stood there is taken off."""
    desk: bool = False
    """A desk on a second screen asks."""


class Rename(msgspec.Struct):
    seat: int
    name: str
    desk: bool = False


async def room(request: web.Request) -> web.Response:
    """`GET /room`: with the first snapshot in it. Whoever has no seat yet is sent to the way in."""
    house = request.app[HOUSE]
    person = await known_person(request)
    if person is None or (person.seat is None and not person.removed):
        raise web.HTTPSeeOther("/join")
    if (instead := shut(request, person)) is not None:
        return instead
    snapshot = await house.snapshot(person)
    if snapshot == b"null":
        ended = await _ended(request, person)
        keep_place(request, ended)
        return ended
    slots, relay = await house.slots(person.session), await house.relay(person)
    group = await house.store.group_for(person.member) if person.member is not None else None
    telephone = "" if group is None else group.terms.telephone
    groups = await _has_groups(request, person)
    leads = person.role in LEADING
    response = client_page(request, "room", snapshot, slots, relay, telephone, groups=groups, leads=leads)
    keep_place(request, response)
    if DESK_COOKIE in request.cookies:  # who is in the room here needs no desk that was lent
        response.del_cookie(DESK_COOKIE, path="/")
    return response


async def _ended(request: web.Request, person: Person) -> web.Response:
    """What may be kept is asked first. A leader is led on: to their groups, and to when the next of them meets."""
    leader, leads = await known_leader(request), await _has_groups(request, person)
    following = None if leader is None or not leads else await next_of_all(request, leader)
    kept, noted = await asked_at_the_end(request, person), request.app[NOTED]
    session = await request.app[HOUSE].store.session(person.session)
    if session is None or session.ended:  # what is noted of it is: nothing, where nobody began it
        certificates, feedback = await found(request)
        noted = noted | {
            "certificates": noted["certificates"] * certificates, "feedback": noted["feedback"] * feedback
        }  # fmt: skip
    return render(
        request, "ended.html", 410, page="ended", noted=noted, kept=kept, leads=leads, next=following,
        rehearsed=await is_rehearsed(request, person.session),
    )  # fmt: skip


async def _has_groups(request: web.Request, person: Person) -> bool:
    """Whether whoever led is to be led on to their groups: where somebody has some, and not after a rehearsal. Whose
    place it was nobody knows after the end: there it is offered where leaders sign in at all."""
    if person.role not in LEADING:
        return False
    if person.member is not None or await known_leader(request) is not None:
        return True
    store = request.app[HOUSE].store
    session = await store.session(person.session)
    return (session is None or session.ended) and bool(await store.leaders.listed())


def shut(request: web.Request, person: Person) -> web.Response | None:
    """What somebody gets in place of the room, and of a second desk: their seat was closed, or the server goes down."""
    if person.removed:
        return plain_page(request, "refused", 403)
    return plain_page(request, "soon", 503) if request.app[HOUSE].draining else None


async def media(request: web.Request) -> web.Response:
    """`POST /api/media {offer}`: the answer to the offer of the one peer connection, and a relay that opens now."""
    house, media = request.app[HOUSE], await asked(request, Media)
    person = await _of_newest_page(request, media.shown_at)
    answer = await house.media_answer(person, media.offer)
    return web.json_response({"answer": answer, **await _way(house, person)})


async def restart(request: web.Request) -> web.Response:
    """`POST /api/media/restart {connection, ufrag}`: new ICE credentials. An offer is a hundred times as long."""
    house, asks = request.app[HOUSE], await asked(request, Restart)
    person = await _of_newest_page(request, asks.shown_at)
    ufrag, pwd = await house.media_restart(person, asks.connection, asks.ufrag)
    return web.json_response({"ufrag": ufrag, "pwd": pwd, **await _way(house, person)})


async def _way(house: House, person: Person) -> dict[str, Relay]:
    relay = await house.relay(person)
    return {} if relay is None else {"relay": relay}


async def _of_newest_page(request: web.Request, shown_at: int | None) -> Person:
    person = await person_of(request)
    if person.seat is None:
        raise Refusal("no_session", "give a name first")
    if not await request.app[HOUSE].claim(person, shown_at):
        raise Refusal("replaced")
    return person


async def plate(request: web.Request) -> web.Response:
    """`POST /api/plate {part, text}`: what stands on the plate of a part. It is people's data, as the names are."""
    house, plate = request.app[HOUSE], await asked(request, Plate)
    person = await person_of(request, plate.desk)
    text = clean_name(plate.text) if plate.text.strip() else ""
    if text is None:
        raise Refusal("bad_name", f"at most {MOST} characters, at least one of them visible")
    await house.plate(person, plate.part, text)
    return web.json_response({"ok": True})


async def rename(request: web.Request) -> web.Response:
    """`POST /api/rename {seat, name}`: a leader calls somebody by another name. It is people's data, too."""
    house, rename = request.app[HOUSE], await asked(request, Rename)
    person = await person_of(request, rename.desk)
    name = clean_name(rename.name)
    if name is None:
        raise Refusal("bad_name", f"1 to {MOST} characters, at least one of them visible")
    await house.rename(person, rename.seat, name)
    return web.json_response({"ok": True})
