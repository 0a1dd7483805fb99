"""The way in: a link, a place, a name."""

from __future__ import annotations

import msgspec
from aiohttp import web

from facilitation.vocabulary import LEADING, Refused, Stage
from server.names import MOST, clean_name
from server.pages import fresh, zones
from server.pages.allowance import asker
from server.pages.attended import remember, ticket_for
from server.pages.places import (
    ALLOWANCE,
    HOUSE,
    WALL_CLOCK,
    asked,
    at_the_door,
    give_door,
    give_place,
    held,
    is_rehearsed,
    known_person,
    mark,
    place_meant,
)
from server.pages.record import asked_at_the_end
from server.pages.refusals import Refusal
from server.pages.rendering import client_page
from server.pages.reply import reader_in, refuse_early
from server.pages.sign_in import POST
from server.store import Entry, Invitation, LinkRefused, NameTaken, Person, Store

ATTESTATION = 1
"""Of which version the words of `join-attest` are. It goes up when they mean something else; then everyone is asked."""
OVER = ("unknown_link", "expired_link", "session_ended")
"""What a member's own link is, once its meeting is over or a newer one has taken its place."""


class Enter(msgspec.Struct):
    token: str
    """Empty: none, and the place that this browser has is asked for."""
    place: str = ""
    """Of a page that is loaded anew: the mark of its place."""


class Name(msgspec.Struct):
    name: str
    place: str = ""
    """The mark of the place that is meant; "" where the browser has but one."""
    attests: int = 0
    """The version of the words that were said yes to just now; 0: none were."""
    zone: str = ""
    """The browser's time zone, an IANA name: kept by the browser, and for letters to a member of a group."""


async def join(request: web.Request) -> web.Response:
    """`GET /join`: what every link opens. Uses nothing up, however often a mail scanner looks."""
    return client_page(request, "join")


async def enter(request: web.Request) -> web.Response:
    """`POST /api/enter {token, place?}`: exchanges the link for a place at its door, or finds the place that this
    browser has. Uses nothing up, and takes no seat away: that is done by whoever goes in."""
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    asks = await asked(request, Enter)
    token = asks.token
    if not token:
        return await _own_place(request, asks.place)
    try:
        return await _let_in(request, token)
    except (LinkRefused, Refused, Refusal) as refused:
        owner = await request.app[HOUSE].store.owner_of(token) if refused.code in OVER else None
        if owner is not None and await fresh.taken_back(request, *owner):
            raise Refusal("link_taken_back") from None
        if owner is not None:
            raise Refusal("earlier_link", "", **_leads(owner[1].role)) from None
        if refused.code in OVER and await request.app[HOUSE].store.persons.has_gone(token):
            raise Refusal("ended_link") from None
        if refused.code == "session_ended":
            raise Refusal("session_ended", "", **await _what_ended(request, token)) from None
        raise


def _leads(role: str) -> dict[str, bool]:
    """No leader of theirs sends a leader another link."""
    return {"leads": True} if role in LEADING else {}


def _mails(request: web.Request) -> dict[str, bool]:
    """Whether an earlier link may have a new one sent."""
    return {"mail": True} if request.app[POST].set_up else {}


async def _what_ended(request: web.Request, token: str) -> dict[str, bool]:
    """What more there is to say to whoever has this link."""
    house = request.app[HOUSE]
    invitation: Invitation | None
    try:
        invitation = await house.store.look_up(token, 0)
    except LinkRefused as refused:
        invitation = refused.invitation
    if invitation is None:
        return {}
    rehearsed = await is_rehearsed(request, invitation.session)
    return _leads(invitation.role) | ({"rehearsal": True} if rehearsed else {})


async def _let_in(request: web.Request, token: str) -> web.Response:
    house, now = request.app[HOUSE], request.app[WALL_CLOCK]()
    await refuse_early(house.store, token, now)
    returning, aside = await _returning(request, token, now), False
    if returning is not None:
        secret, person, role = returning
        aside = role in LEADING and person.role not in LEADING
        knocks = await house.may_come_back(person)
        stage = await house.stage(person.session)
    else:
        invitation = await _invitation(house.store, token, now)
        stage = await house.stage(invitation.session)
        if stage == Stage.ENDED:
            raise Refusal("session_ended")
        secret, person = await house.store.redeem(token, now)
        # A member's own link finds their seat.
        knocks = person.seat is not None and await house.may_come_back(person)
    return await _welcome(request, person, stage, secret, knocks=knocks, aside=aside)


async def _own_place(request: web.Request, place: str) -> web.Response:
    """Without a link: a place that is good for nothing any more looks like no door. Raises Refusal."""
    house = request.app[HOUSE]
    secret, person = await place_meant(request, place)
    if not secret and held(request):  # another link was opened here since
        raise Refusal("no_session", "open your link again")
    if person is None:
        raise Refusal("place_unknown" if secret else "no_link", "", **_mails(request))
    if person.removed:
        raise Refusal("removed")
    stage = await house.stage(person.session)
    if stage == Stage.ENDED:
        raise Refusal("place_ended", "", **_mails(request))
    knocks = await house.may_come_back(person)
    return await _welcome(request, person, stage, secret, knocks=knocks)


async def _welcome(
    request: web.Request, person: Person, stage: str, secret: str, *, knocks: bool, aside: bool = False
) -> web.Response:
    """`knocks`: they have left, and are let in anew. `aside`: the link is to lead, and this browser's place is not."""
    store = request.app[HOUSE].store
    row = await store.session(person.session)
    group = None if person.member is None else await store.group_for(person.member)
    response = web.json_response(
        {
            "role": person.role,
            "name": person.name,
            "stage": stage,
            "seated": person.seat is not None,
            **({"left": True} if knocks else {}),
            **({"leads": True} if aside else {}),
            "group": person.member is not None,
            **({} if group is None else {"of": group.name}),
            "keeping": row.keeping if row is not None else "nothing",
            **({"together": True} if row is not None and row.together else {}),
            "attested": person.attested == ATTESTATION,
            "attestation": ATTESTATION,
            "place": mark(secret),
            **({"elsewhere": lost} if (lost := await _lost_by_going_in(request, person)) else {}),
        }
    )
    give_door(request, response, secret)
    return response


async def _lost_by_going_in(request: web.Request, person: Person) -> str:
    """What of another place this browser gives up by going in: its `seat` in a session that goes on, else the way to
    the `record` that is kept of one; "" where it has neither."""
    house, other = request.app[HOUSE], await known_person(request)
    if other is None or other.seat is None or other.person == person.person:
        return ""
    if not other.removed and await house.has_way_in(other):
        return "seat"
    return "record" if await asked_at_the_end(request, other) is not None else ""


async def _invitation(store: Store, token: str, now: float) -> Invitation:
    """What the link is good for. A member's own is for as long as the session lasts, once they have been in: `redeem`
    knows whether they have. Raises LinkRefused."""
    try:
        return await store.look_up(token, now)
    except LinkRefused as refused:
        if refused.code != "expired_link" or refused.invitation is None or refused.invitation.member is None:
            raise
        return refused.invitation


async def _returning(request: web.Request, token: str, now: float) -> tuple[str, Person, str] | None:
    """Whoever has a place in this session already and opens a link to it again, even if it has expired since; the
    secret of this place, and the link's role.

    Of whatever role: a leader who opens the members' link in the same browser must not lose the seat that leads.
    To be there as somebody else takes another browser; but somebody's own link is theirs alone, whoever used this
    browser before. Raises LinkRefused, Refusal.
    """
    store = request.app[HOUSE].store
    places = [(secret, person) for secret in held(request) if (person := await store.person(secret))]
    if not places:
        return None
    try:
        invitation = await store.look_up(token, now)
    except LinkRefused as refused:
        if refused.invitation is None or refused.code != "expired_link":
            raise
        invitation = refused.invitation
    for secret, person in places:
        theirs = invitation.member in (None, person.member)
        same = invitation.role == person.role or person.seat is not None
        if theirs and same and invitation.session == person.session:
            if person.removed:
                raise Refusal("removed")
            return secret, person, invitation.role
    return None


async def name(request: web.Request) -> web.Response:
    """`POST /api/name {name, place?, attests?, zone?}`: the display name; takes the seat of whoever has none yet.
    Nobody goes in without having said, once in this meeting from this browser, that they are alone, wear headphones
    and record nothing."""
    house = request.app[HOUSE]
    asks = await asked(request, Name)
    secret, person = await at_the_door(request, asks.place)
    cleaned = clean_name(asks.name)
    if cleaned is None:
        raise Refusal("bad_name", f"1 to {MOST} characters, at least one of them visible")
    if await house.stage(person.session) == Stage.ENDED:
        raise Refusal("session_ended")
    if ATTESTATION not in (asks.attests, person.attested):
        raise Refusal("not_attested", str(ATTESTATION))
    ticket = await ticket_for(request, person)
    try:
        entry = Entry(secret, cleaned, ATTESTATION, reader_in(request, asks.zone))
        seat = await house.take_seat(person, entry)
    except NameTaken as taken:
        raise Refusal("name_taken", "somebody here has that name", name=taken.free) from None
    # They are in: nothing from here on may refuse them.
    await house.names_changed(person.session)
    response = web.json_response({"seat": seat})
    give_place(request, response, secret)
    zones.note(request, response, asks.zone)
    remember(request, response, ticket)
    return response
