"""What is kept about a member of a group, for themselves, by a link of their own that is good; and the way out.

An old link shows nothing: whoever finds one must neither read nor erase anything of whose it was.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime

from aiohttp import web

from facilitation.vocabulary import Role
from server.by_locale import day, place_of
from server.groups.zones import zone_of
from server.pages import fresh, language
from server.pages.allowance import asker
from server.pages.leader import written
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.refusals import Refusal
from server.pages.rendering import render
from server.pages.telling import tell_off
from server.retention import day_of
from server.store import NotSaved
from server.store.keys import sha256
from server.store.person import Known

WHO = "member"
"""As the audit log has it."""
RECEIPT_S = 600
LEFT: web.AppKey[dict[bytes, tuple[float, asyncio.Task[tuple[str, str]]]]] = web.AppKey("left")
"""Hash of the link → until when its receipt is shown once more, and that receipt, with the message that says what
becomes of their dates. In memory only."""


async def press(request: web.Request) -> web.Response:
    """`GET /mine`: what the link opens, to be pressed at."""
    return render(request, "mine.html", page="mine", token="", known=None, wrong="")


async def show(request: web.Request) -> web.Response:
    """`POST /mine {token, leave?}`: what is kept; with `leave`, whether they mean to go."""
    fields = await written(request)
    token, now = fields.get("token", ""), request.app[WALL_CLOCK]()
    if not request.app[ALLOWANCE].spend(asker(request)):
        return render(request, "mine.html", 429, page="mine", token="", known=None, wrong="signin-too-fast")
    found = await request.app[HOUSE].store.persons.by_link(token, now)
    if found is None:
        return await _over(request, token)
    known, kept = found
    leads = known.member.role == Role.LEADER
    asks, zone = "leave" in fields and not leads, zone_of(kept["time_zone"])
    return render(
        request,
        "mine_leave.html" if asks else "mine.html",
        page="mineleave" if asks else "mine",
        token=token,
        known=known,
        kept=kept,
        place="" if zone is None else place_of(zone, language.choose(request)),
        leads=leads,
        wrong="",
    )


async def leave(request: web.Request) -> web.Response:
    """`POST /mine/leave {token}`: they are erased from this group; the screens of a meeting that goes on are told.

    Whoever presses twice, or loads the page anew, reads the same receipt: of two presses a browser shows what the
    second brings, so a cookie that comes with the first would not do."""
    token, now = (await written(request)).get("token", ""), request.app[WALL_CLOCK]()
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    house, left, link = request.app[HOUSE], request.app[LEFT], sha256(token)
    for old in [one for one, (until, _) in left.items() if until <= now]:
        del left[old]
    found = await house.store.persons.by_link(token, now)
    if link not in left:
        if found is None or found[0].member.role == Role.LEADER:
            return await _over(request, token)
        going = asyncio.create_task(_erased(request.app, found[0], now))
        left[link] = (now + RECEIPT_S, going)
    until, going = left[link]
    try:
        receipt, dates = await asyncio.shield(going)
    except Exception:
        left.pop(link, None)  # they are there still, and may try again
        raise
    return render(
        request,
        "mine_gone.html",
        page="minegone",
        token=token,
        dates=dates,
        receipt=language.text(
            language.choose(request),
            "mine-receipt",
            day=day(datetime.fromtimestamp(until - RECEIPT_S, UTC), language.choose(request)),
            hash=receipt,
        ),
    )


async def anew(request: web.Request) -> web.Response:
    """`POST /mine/fresh {token}`: a new link in place of one that is over, to whose it was."""
    token = (await written(request)).get("token", "")
    try:
        said = "refused-fresh-sent" if await fresh.send_anew(request, token) else "refused-fresh-none"
    except Refusal as refused:
        if refused.code == "link_taken_back":
            wrong = "refused-link_taken_back-text"
            return render(request, "mine.html", 403, page="mine", token="", known=None, wrong=wrong)
        if refused.code != "too_fast":
            return await _over(request, token)
        return render(request, "mine.html", 429, page="mine", token="", known=None, wrong="signin-too-fast")
    return render(request, "mine.html", page="mine", token="", known=None, wrong="", said=said)


async def _over(request: web.Request, token: str) -> web.Response:
    """Nothing is shown by it; whose it was may have another one sent."""
    owned = await request.app[HOUSE].store.owner_of(token) is not None
    wrong = "mine-earlier" if owned else "mine-over" if token else "mine-linkless"
    kept = token if owned else ""
    return render(request, "mine.html", 410, page="mine", token=kept, known=None, wrong=wrong)


async def _erased(app: web.Application, known: Known, now: float) -> tuple[str, str]:
    """The receipt, empty if somebody else has erased them just now; and what becomes of their dates: a last letter
    takes them out of their calendar, as it does for whom a leader takes off the list."""
    house, group, member = app[HOUSE], known.group, known.member
    planned = [one for one in await house.store.meetings.of(group.group) if not one.cancelled]
    session = await house.store.meeting_of([member.member], now)
    erased = await house.store.persons.leave(member.member, WHO, day_of(now))
    if session is not None:
        await house.names_changed(session)
    if erased is None:
        return "", ""
    told = 0
    with suppress(NotSaved):  # erased they are all the same
        told = await tell_off(app, group, planned, [member])
    # Of a meeting that is open no plan is left that could be taken out of anybody's calendar.
    out = "mine-dates-out" if session is None else "mine-dates-out-open"
    dates = session is not None or any(one.concerns(member.member) for one in planned)
    return erased.line.sha256.hex(), out if told else "mine-dates-stay" if dates else ""
