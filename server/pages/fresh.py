"""A new link in place of an old one: whoever opens a link to an earlier meeting asks, and it goes to whose link it was.

To the address that the leader has given for them, which is neither shown nor asked for. The answer is the same whether
there is one or not, whether mail is set up or not, and however often somebody has asked.
"""

from __future__ import annotations

import secrets
from functools import partial

import msgspec
import structlog
from aiohttp import web

from server.groups.invitations import fresh_letter
from server.groups.post import Undelivered
from server.opening import LASTS_S
from server.pages import language
from server.pages.allowance import Allowance, asker
from server.pages.mailing import reads_in, send_off
from server.pages.places import HOUSE, WALL_CLOCK, asked
from server.pages.refusals import Refusal
from server.pages.sign_in import POST, URL
from server.store import Group, Member, NotSaved, Planned, Store

log = structlog.get_logger()

ASKERS = web.AppKey("fresh_askers", Allowance)
PER_SECOND, BURST = 0.05, 10.0
LETTERS = web.AppKey("fresh_letters", Allowance)
LETTERS_PER_SECOND, LETTERS_AT_ONCE = 1 / 300, 3.0
"""Mails to one person: nobody's letter box is flooded from here."""


class Fresh(msgspec.Struct):
    token: str


async def ask(request: web.Request) -> web.Response:
    """`POST /api/fresh {token}`: `{coming}` says whether there is a meeting to which a link could lead. Refused, as
    `link_taken_back`, to whom the leader has taken back theirs."""
    return web.json_response({"coming": await send_anew(request, (await asked(request, Fresh)).token)})


async def send_anew(request: web.Request, token: str) -> bool:
    """Whether there is a meeting to which a link could lead; then one is on its way. Raises Refusal: so, too, where a
    leader has taken back the one to that meeting, for only they undo that."""
    if not request.app[ASKERS].spend(asker(request)):
        raise Refusal("too_fast")
    store, now = request.app[HOUSE].store, request.app[WALL_CLOCK]()
    found = await store.owner_of(token)
    if found is None:
        raise Refusal("unknown_link")
    group, member = found
    coming = await _coming(store, group, now)
    if await _taken_back(store, coming, member):
        raise Refusal("link_taken_back")
    if coming is not None:
        send_off(request.app, _send(request.app, group, member, coming))
    return coming is not None


async def taken_back(request: web.Request, group: Group, member: Member) -> bool:
    """Whether a leader has taken back their link to the meeting that is open or comes next."""
    store = request.app[HOUSE].store
    return await _taken_back(store, await _coming(store, group, request.app[WALL_CLOCK]()), member)


async def _taken_back(store: Store, coming: Planned | str | None, member: Member) -> bool:
    if isinstance(coming, Planned):
        return coming.mails.get(member.member) == "revoked"
    return coming is not None and member.member in await store.handed.taken_back(coming)


async def _coming(store: Store, group: Group, now: float) -> Planned | str | None:
    """The meeting that is open (its session), else the next one that is planned."""
    session = await store.meeting_of([one.member for one in group.members], now)
    if session is not None:
        return session
    planned = await store.meetings.of(group.group)
    # One whose time has come may be opened late.
    return next((one for one in planned if not one.cancelled and one.starts_at > now - LASTS_S), None)


async def _send(app: web.Application, group: Group, member: Member, coming: Planned | str) -> None:
    if not (app[POST].set_up and member.address and app[LETTERS].spend(member.member)):
        return
    store, now, token = app[HOUSE].store, app[WALL_CLOCK](), secrets.token_urlsafe(24)
    read_in = reads_in(group, member)
    try:
        if isinstance(coming, Planned):
            await store.meetings.invite(coming.meeting, member.member, token, anew=False)
        else:
            await store.invite(token, coming, member.role, 1, now + LASTS_S, member.member)
        meeting, link = coming if isinstance(coming, Planned) else None, f"{app[URL]()}/join#{token}"
        letter = fresh_letter(group, meeting, member, link, read_in, partial(language.text, read_in))
        word = await store.returned.word_for(group.group, member)
        await app[POST].send(member.address, letter, read_in, word)
        if meeting is not None:
            await store.meetings.learned(meeting.meeting, member.member)
    except (Undelivered, NotSaved, KeyError) as error:  # KeyError: the meeting has ended meanwhile
        log.warning("fresh_link_lost", reason=type(error).__name__)
