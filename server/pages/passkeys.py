"""A leader signs in with a passkey, adds one and takes one away. A link by mail remains the way in for everybody.

The page and its forms are plain; what only a script can do, asking the device, goes by four requests in JSON. Nothing
that they say tells whose a passkey is.
"""

from __future__ import annotations

import asyncio
import hmac
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec
import structlog
from aiohttp import web

from server import passkeys
from server.by_locale import month
from server.groups.letters import Letter
from server.groups.post import Undelivered
from server.pages import language, said
from server.pages.allowance import asker
from server.pages.challenges import Challenges
from server.pages.leader import COOKIE, COOKIE_LASTS_S, known_leader, leader_of, let_in, written
from server.pages.offered import offer, place_here
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK, asked, give_cookie
from server.pages.refusals import Refusal
from server.pages.rendering import render
from server.pages.sign_in import POST, UNDER_WAY, URL
from server.passkeys import ANSWERED_IN_S, NoPasskey, Place
from server.store import Leader, PasskeyRefused
from server.store.passkeys import MOST

log = structlog.get_logger()

TO_ADD = web.AppKey("challenges_to_add", Challenges)
TO_ENTER = web.AppKey("challenges_to_enter", Challenges)
"""A pool of their own: however many strangers ask, no leader's challenge goes for theirs."""
CHALLENGED = "restarea_passkey"
"""The cookie by which a browser is known again that was given a challenge."""
ENTER = "enter"


class Nothing(msgspec.Struct):
    """A request that says nothing."""


class Shown(msgspec.Struct):
    credential: dict[str, Any]


async def page(request: web.Request) -> web.Response:
    """`GET /passkeys`: a leader's own."""
    leader, chosen = await leader_of(request), language.choose(request)
    theirs = await request.app[HOUSE].store.passkeys.of(leader.leader)
    return render(
        request,
        "passkeys.html",
        page="passkeys",
        passkeys=[(one, month(one.month, chosen)) for one in theirs],
        **offer(request),
    )


async def remove(request: web.Request) -> web.Response:
    """`POST /passkeys/remove {passkey}`"""
    leader, fields = await leader_of(request), await written(request)
    cookie = request.cookies.get(COOKIE, "")
    gone = await request.app[HOUSE].store.passkeys.remove(leader.leader, fields.get("passkey", ""), cookie)
    raise said.leads_to(request, "/passkeys", *(("passkey-removed",) if gone else ()))


async def new(request: web.Request) -> web.Response:
    """`POST /api/passkeys/new`: what the device is asked to make."""
    await asked(request, Nothing)
    place, leader = await _adding(request)
    store = request.app[HOUSE].store.passkeys
    there = [one.credential for one in await store.of(leader.leader)]
    if len(there) >= MOST:
        raise Refusal("passkeys_many")
    secret, challenge = request.app[TO_ADD].give(leader.leader, leader.leader)
    whose = store.owner(leader.leader), leader.address, leader.name
    options = await asyncio.to_thread(passkeys.to_be_made, place, challenge, *whose, there)
    return _challenge(request, secret, options)


async def keep(request: web.Request) -> web.Response:
    """`POST /api/passkeys/keep {credential}`: what it has made."""
    answer = (await asked(request, Shown)).credential
    place, leader = await _adding(request)
    challenge = _taken(request, TO_ADD, leader.leader)
    try:
        one = await asyncio.to_thread(passkeys.made, place, challenge, answer)
        now = datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
        await request.app[HOUSE].store.passkeys.add(
            leader.leader, one.credential, one.public_key, one.sign_count, f"{now:%Y-%m}"
        )
    except NoPasskey:
        raise Refusal("passkey_refused") from None
    except PasskeyRefused as refused:
        raise Refusal(str(refused)) from None
    task = asyncio.create_task(_tell(request.app, leader, language.choose(request)))
    request.app[UNDER_WAY].add(task)
    task.add_done_callback(request.app[UNDER_WAY].discard)
    response = _answered({})
    said.say(request, response, "passkey-added")
    return response


async def _tell(app: web.Application, leader: Leader, chosen: str) -> None:
    """By mail, if any is set up: whoever has found an open browser does not stay in unnoticed."""
    if not app[POST].set_up:
        return
    say = partial(language.text, chosen)
    letter = Letter(
        subject=say("passkeys-mail-title"),
        before=(say("passkeys-mail-text"), say("passkeys-mail-not-you")),
        link=f"{app[URL]()}/passkeys",
        press=say("page-passkeys-title"),
        after=(),
    )
    try:
        word = await app[HOUSE].store.returned.word_for_leader(leader)
        await app[POST].send(leader.address, letter, chosen, word)
    except Undelivered as error:
        log.warning("passkey_letter_lost", reason=type(error).__name__)


async def ask(request: web.Request) -> web.Response:
    """`POST /api/passkeys/ask`: what the device is asked to show. The same for everybody."""
    await asked(request, Nothing)
    place = _allowed(request, asker(request))
    secret, challenge = request.app[TO_ENTER].give(ENTER, asker(request))
    return _challenge(request, secret, await asyncio.to_thread(passkeys.to_be_shown, place, challenge))


async def enter(request: web.Request) -> web.Response:
    """`POST /api/passkeys/enter {credential}`: what it has shown, for this browser's cookie."""
    answer = (await asked(request, Shown)).credential
    place = _allowed(request, asker(request))
    challenge = _taken(request, TO_ENTER, ENTER)
    store, now = request.app[HOUSE].store.passkeys, request.app[WALL_CLOCK]()
    try:
        credential, owner = passkeys.named(answer)
        known = await store.by_credential(credential)
        if known is None:
            raise Refusal("passkey_unknown")
        if not hmac.compare_digest(owner, store.owner(known.leader)):
            raise NoPasskey
        count = await asyncio.to_thread(
            passkeys.shown, place, challenge, answer, known.public_key, known.sign_count
        )
    except NoPasskey:
        raise Refusal("passkey_refused") from None
    secret = await store.sign_in(known, count, now, now + COOKIE_LASTS_S)
    if secret is None:
        raise Refusal("passkey_refused")
    response = _answered({})
    let_in(request, response, secret)
    return response


async def _adding(request: web.Request) -> tuple[Place, Leader]:
    leader = await known_leader(request)
    if leader is None:
        raise Refusal("no_session", "sign in again")
    return _allowed(request, f"leader {leader.leader}"), leader


def _allowed(request: web.Request, who: str) -> Place:
    place = place_here(request)
    if place is None:
        raise Refusal("passkeys_not_here", "a name and https are needed, or localhost")
    if not request.app[ALLOWANCE].spend(who):
        raise Refusal("too_fast")
    return place


def _taken(request: web.Request, pool: web.AppKey[Challenges], purpose: str) -> bytes:
    challenge = request.app[pool].take(request.cookies.get(CHALLENGED, ""), purpose)
    if challenge is None:
        raise Refusal("passkey_over", "press once more")
    return challenge


def _challenge(request: web.Request, secret: str, options: dict[str, Any]) -> web.Response:
    response = web.json_response(options)
    give_cookie(request, response, CHALLENGED, secret, ANSWERED_IN_S)
    return response


def _answered(body: dict[str, Any]) -> web.Response:
    response = web.json_response(body)
    response.del_cookie(CHALLENGED, path="/")
    return response
