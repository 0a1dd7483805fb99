"""The operator's page: what is on this server, in numbers, and who may lead. A leader who does not run the server is
told that there is no such page."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web

from server.by_locale import colon, day, month, size
from server.doctor import Finding
from server.doctor.backups import last_backup
from server.groups.letters import Letter
from server.groups.post import Undelivered
from server.names import clean_address, clean_name
from server.pages import language, said
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.rendering import render
from server.pages.sign_in import POST, URL
from server.retention import kept_until
from server.settings import Settings
from server.store import Holdings, Leader, LeaderRefused
from server.wire import PROTOCOL

log = structlog.get_logger()

LOOKS_AGAIN_S = 60.0
WAITS_S = 2.0
TOLD = ("sent", "tell", "undelivered", "already")
"""How somebody who was invited is told of it: the last part of the message that says so."""


class Checkup:
    """What the doctor says: asked for when somebody looks, in a thread of its own, and once a minute at most."""

    def __init__(self, look: Callable[[], Sequence[Finding]], clock: Callable[[], float]) -> None:
        self._look, self._clock = look, clock
        self._task: asyncio.Task[Sequence[Finding]] | None = None
        self._began_s = 0.0

    async def findings(self) -> Sequence[Finding] | None:
        """None: it is still looking."""
        now_s = self._clock()
        if self._task is None or (self._task.done() and now_s - self._began_s > LOOKS_AGAIN_S):
            self._began_s, self._task = now_s, asyncio.create_task(asyncio.to_thread(self._look))
        await asyncio.wait({self._task}, timeout=WAITS_S)
        if not self._task.done():
            return None
        if (error := self._task.exception()) is not None:
            log.error("doctor_failed", reason=type(error).__name__)
            return ()
        return self._task.result()


CHECKUP = web.AppKey("checkup", Checkup)


async def operator_of(request: web.Request) -> Leader:
    """Whoever has not signed in is led to where one does."""
    leader = await leader_of(request)
    if not leader.operator:
        raise web.HTTPNotFound
    return leader


async def page(request: web.Request) -> web.Response:
    """`GET /admin`"""
    operator, told = await operator_of(request), request.query.get("told", "")
    invited = await _listed(request, request.query.get("invited", ""))
    if invited is None or told not in TOLD:
        return await _page(request, operator)
    link = f"{request.app[URL]()}/sign-in"
    words = language.text(
        language.choose(request), f"admin-invited-{told}", address=invited.address, link=link
    )
    return await _page(request, operator, done=words)


async def invite(request: web.Request) -> web.Response:
    """`POST /admin/leaders {address, name}`: they may sign in from now on, and are told by mail. Whoever presses twice
    reads that they may."""
    operator, fields = await operator_of(request), await written(request)
    raw, called = fields.get("address", "")[:254], fields.get("name", "")[:300]
    address, name = clean_address(raw), clean_name(called) if called.strip() else ""
    typed = {"address": raw, "name": called}
    if address is None:
        return await _page(request, operator, 400, typed=typed, wrong="signin-no-address")
    if name is None:
        return await _page(request, operator, 400, typed=typed, wrong="groups-wrong-person")
    if "look" in fields:  # in another language, with what has been put right
        return await _page(request, operator, typed=typed)
    leaders = request.app[HOUSE].store.leaders
    try:
        invited = await leaders.add(address, name)
        told = await _told(request, invited)
    except LeaderRefused:
        known = await leaders.by_address(address)
        invited, told = known or operator, "already"
    raise web.HTTPSeeOther(f"/admin?invited={invited.leader}&told={told}")


async def _told(request: web.Request, invited: Leader) -> str:
    """What became of the mail, one of `TOLD`; the link is no secret: it is where everyone signs in."""
    chosen, link = language.choose(request), f"{request.app[URL]()}/sign-in"
    say = partial(language.text, chosen)
    said = "sent" if request.app[POST].set_up else "tell"
    letter = Letter(
        subject=say("mail-leader-title"),
        before=(say("mail-hello", name=invited.name or invited.address), say("mail-leader-text")),
        link=link,
        press=say("signin-press"),
        after=(say("mail-leader-not-you"),),
    )
    try:
        if said == "sent":
            word = await request.app[HOUSE].store.returned.word_for_leader(invited)
            await request.app[POST].send(invited.address, letter, chosen, word)
    except Undelivered:
        said = "undelivered"
    return said


async def ask_away(request: web.Request) -> web.Response:
    """`GET /admin/leaders/{leader}`: whether their access shall be taken away."""
    leader = await _other(request)
    led = len(await request.app[HOUSE].store.hours.of(leader.leader))
    return render(request, "admin_away.html", page="adminaway", leader=leader, led=led)


async def take_away(request: web.Request) -> web.Response:
    """`POST /admin/leaders/{leader}`: of one who is gone already, the list is shown without them."""
    await operator_of(request)
    await written(request)
    if await _listed(request, request.match_info["leader"]) is None:
        raise web.HTTPSeeOther("/admin")
    gone = await request.app[HOUSE].store.leaders.remove((await _other(request)).leader)
    raise said.leads_to(request, "/admin", *(("away",) if gone else ()))


async def _other(request: web.Request) -> Leader:
    """Not the operator's own: nobody saws off the branch they sit on, unless at the command line."""
    operator, asked = await operator_of(request), request.match_info["leader"]
    other = await _listed(request, asked)
    if other is None or asked == operator.leader:
        raise web.HTTPNotFound
    return other


async def _listed(request: web.Request, leader: str) -> Leader | None:
    found = await request.app[HOUSE].store.leaders.listed()
    return next((one for one in found if one.leader == leader), None)


async def _page(
    request: web.Request,
    operator: Leader,
    status: int = 200,
    *,
    typed: dict[str, str] | None = None,
    wrong: str = "",
    **more: str,
) -> web.Response:
    house, chosen = request.app[HOUSE], language.choose(request)
    held = await house.store.holdings(request.app[WALL_CLOCK]())
    leaders = await house.store.leaders.listed()
    return render(
        request,
        "admin.html",
        status,
        page="admin",
        operator=operator,
        leaders=[(one, month(one.seen, chosen) if one.seen else "") for one in leaders],
        typed=typed or {"address": "", "name": ""},
        unsaved="add" if typed and any(typed.values()) else "",
        wrong=wrong,
        work=house.at_work(),
        held=held,
        **_storage(house.settings.data_dir, held, chosen),
        **_kept(house.settings, held, chosen),
        settings=house.settings,
        asked=house.instrument is not None,
        version=version("restarea"),
        protocol=PROTOCOL,
        colon=colon(chosen),
        **_told_of(await request.app[CHECKUP].findings(), chosen),
        **more,
    )


def _told_of(findings: Sequence[Finding] | None, chosen: str) -> dict[str, Any]:
    told = None if findings is None else [(one.level.value, one.told(chosen)) for one in findings]
    return {"findings": told, "fine": [one.subject for level, one in told or () if level == "fine"]}


def _storage(folder: Path, held: Holdings, chosen: str) -> dict[str, Any]:
    made = last_backup(folder)
    try:
        free = size(shutil.disk_usage(folder).free, chosen)
    except OSError:
        free = "?"
    return {
        "database": size(held.bytes, chosen),
        "free": free,
        "backup": "" if made is None else day(made.date(), chosen),
    }


def _kept(settings: Settings, held: Holdings, chosen: str) -> dict[str, Any]:
    """For how long, what goes next, and when some went last."""
    months = settings.records_months
    goes = kept_until(held.oldest, months) if months is not None and held.oldest is not None else None
    return {
        "next": "" if goes is None else month(goes, chosen),
        "last": "" if held.expired is None else day(date.fromisoformat(held.expired), chosen),
    }
