"""A leader signs in: an address, a link that goes there by mail, a press, a cookie. Or a passkey: passkeys.py.

No answer tells whose addresses are known: it is the same, and as quick, for all.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from functools import partial

import structlog
from aiohttp import web

from server.groups.letters import Letter
from server.groups.post import Post, Undelivered
from server.names import clean_address
from server.pages import language, said
from server.pages.allowance import Allowance, asker
from server.pages.leader import COOKIE, COOKIE_LASTS_S, known_leader, let_in, written
from server.pages.offered import offer
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.rendering import plain_page, render
from server.store import Leader, NotSaved

log = structlog.get_logger()

URL: web.AppKey[Callable[[], str]] = web.AppKey("url")
POST = web.AppKey("post", Post)
SAY: web.AppKey[Callable[[str], None]] = web.AppKey("say")
"""To whoever watches the server: its standard output, which is no log."""
UNDER_WAY: web.AppKey[set[asyncio.Task[None]]] = web.AppKey("under_way")
"""Mails on their way; nobody waits for them, so that no answer takes longer for an address that is known."""

LINK_LASTS_S = 15 * 60
ASKERS = web.AppKey("sign_in_askers", Allowance)
PER_SECOND, BURST = 0.05, 10.0
LETTERS = web.AppKey("sign_in_letters", Allowance)
LETTERS_PER_SECOND, LETTERS_AT_ONCE = 1 / 300, 3.0
"""Mails to one leader: nobody's letter box is flooded from here."""


async def page(request: web.Request) -> web.Response:
    """`GET /sign-in`: where one asks for a link."""
    if await known_leader(request) is not None:
        raise web.HTTPSeeOther("/groups")
    return _page(request)


def _page(request: web.Request, status: int = 200, address: str = "", wrong: str = "") -> web.Response:
    mail = request.app[POST].set_up
    return render(
        request,
        "sign_in.html",
        status,
        page="signin",
        address=address,
        unsaved="ask" if address else "",
        wrong=wrong,
        mail=mail,
        **offer(request),
    )


async def ask(request: web.Request) -> web.Response:
    """`POST /sign-in`: a link goes to the address, if it is a leader's."""
    fields = await written(request)
    raw = fields.get("address", "")
    address = clean_address(raw)
    if address is None:
        return _page(request, 400, raw[:254], "signin-no-address")
    if "look" in fields:  # in another language, with what has been put right
        return _page(request, address=address)
    if not request.app[ASKERS].spend(asker(request)):
        return _page(request, 429, address, "signin-too-fast")
    task = asyncio.create_task(_send_link(request.app, address, language.choose(request)))
    request.app[UNDER_WAY].add(task)
    task.add_done_callback(request.app[UNDER_WAY].discard)
    raise web.HTTPSeeOther("/sign-in/sent")


async def sent(request: web.Request) -> web.Response:
    return plain_page(request, "signinsent" if request.app[POST].set_up else "signinprinted")


async def _send_link(app: web.Application, address: str, chosen: str) -> None:
    try:
        leader = await app[HOUSE].store.leaders.by_address(address)
        if leader is None or not app[LETTERS].spend(leader.leader):
            return
        token, now = secrets.token_urlsafe(24), app[WALL_CLOCK]()
        await app[HOUSE].store.leaders.may_sign_in(leader.leader, token, now, now + LINK_LASTS_S)
        await _deliver(app, leader, f"{app[URL]()}/sign-in/open#{token}", chosen)
    except (Undelivered, NotSaved) as error:
        log.warning("sign_in_link_lost", reason=type(error).__name__)


async def _deliver(app: web.Application, leader: Leader, link: str, chosen: str) -> None:
    """By mail; where none is set up, to whoever watches the server, who knows how to reach the leader."""
    say = partial(language.text, chosen)
    if not app[POST].set_up:
        app[SAY](f"{say('signin-printed', leader=leader.leader)}\n  {link}")
        return
    letter = Letter(
        subject=say("signin-mail-title"),
        before=(say("signin-mail-text"),),
        link=link,
        press=say("signin-mail-press"),
        after=(say("signin-mail-lasts"), say("signin-mail-not-you")),
    )
    word = await app[HOUSE].store.returned.word_for_leader(leader)
    await app[POST].send(leader.address, letter, chosen, word)


async def opened(request: web.Request) -> web.Response:
    """`GET /sign-in/open`: what the link opens. Uses nothing up, however often a mail scanner looks."""
    return render(request, "sign_in_open.html", page="signinopen", wrong="")


async def enter(request: web.Request) -> web.Response:
    """`POST /sign-in/open`: exchanges the link for this browser's cookie."""
    token, now = (await written(request)).get("token", ""), request.app[WALL_CLOCK]()
    if not request.app[ALLOWANCE].spend(asker(request)):
        return render(request, "sign_in_open.html", 429, page="signinopen", wrong="signin-too-fast")
    secret = await request.app[HOUSE].store.leaders.sign_in(token, now, now + COOKIE_LASTS_S)
    if secret is None and await known_leader(request) is not None:
        raise web.HTTPSeeOther("/groups")
    if secret is None:
        return render(request, "sign_in_open.html", 410, page="signinopen", wrong="signin-link-over")
    response = web.HTTPSeeOther("/groups")
    let_in(request, response, secret)
    raise response


async def leave(request: web.Request) -> web.Response:
    """`POST /sign-out`"""
    await written(request)
    if cookie := request.cookies.get(COOKIE):
        await request.app[HOUSE].store.leaders.sign_out(cookie)
    response = said.leads_to(request, "/sign-in", "signed-out")
    response.del_cookie(COOKIE, path="/")
    raise response


async def finish(app: web.Application) -> None:
    """Before the store is closed, the links that are on their way get there."""
    tasks = app[UNDER_WAY].copy()
    if tasks:
        await asyncio.wait(tasks, timeout=5)
