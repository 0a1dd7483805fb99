"""A leader shares records with somebody else, such as a supervisor, by a link that ends; who has it can only look."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

from aiohttp import web

from facilitation.structure_record import StructureRecord
from server.by_locale import day, day_and_time
from server.pages import language, said, zones
from server.pages.allowance import asker
from server.pages.groups import group_of
from server.pages.leader import leader_of, written
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK, give_cookie
from server.pages.refusals import Refusal
from server.pages.rendering import render
from server.pages.seen import COOKIE, Seen
from server.pages.sign_in import URL
from server.record import months
from server.retention import day_of
from server.store import Group, Leader, Owner, Share
from server.store.shares import MOST

DAYS = (7, 30, 90)
DAY_S = 24 * 3600


async def make(request: web.Request) -> web.Response:
    """`POST /groups/{group}/shares {record?, days}`: a link, shown once; without `record` to all that the group keeps
    together now, or the latest."""
    leader = await leader_of(request)
    group, fields = await group_of(request, leader), await written(request)
    record, store = fields.get("record"), request.app[HOUSE].store
    back = f"/records/{record}" if record else f"/records?group={group.group}"
    series = await store.series.of(group.group)
    there = () if series is None else tuple(await store.released.of_series(series))
    chosen = (record,) if record else there[-MOST:]
    return await link_to(request, leader, Owner(group.group), chosen, fields, back, group)


async def link_to(
    request: web.Request,
    leader: Leader,
    owner: Owner,
    records: tuple[str, ...],
    fields: Mapping[str, str],
    back: str,
    group: Group | None = None,
) -> web.Response:
    """Made, and shown once; 404 where one of the records, MOST at most, is not there."""
    days, now = fields.get("days", ""), request.app[WALL_CLOCK]()
    if days not in map(str, DAYS):
        raise Refusal("bad_request", "a number of days from the list is expected")
    token, until = secrets.token_urlsafe(24), now + int(days) * DAY_S
    store = request.app[HOUSE].store
    who = store.leaders.noted_as(leader.leader)
    if not await store.shares.make(token, owner, records, who, now, until, day_of(now)):
        raise web.HTTPNotFound
    chosen = language.choose(request)
    return render(
        request,
        "share.html",
        page="share",
        link=f"{request.app[URL]()}/shared#{token}~{int(until)}",
        back=back,
        until=language.text(chosen, "share-until", time=_until(request, until, chosen, group)),
    )


def choices(request: web.Request, seen: Seen, chosen: str) -> list[tuple[int, str]]:
    """For how many days a link may be, each as it is offered: with the day until which it would be good."""
    now = request.app[WALL_CLOCK]()
    ends = {days: day(zones.at(request, now + days * DAY_S, seen.group), chosen) for days in DAYS}
    return [(days, language.text(chosen, "share-day", days=days, day=end)) for days, end in ends.items()]


async def end(request: web.Request) -> web.Response:
    """`POST /groups/{group}/shares/{share}/end`: it opens nothing any more."""
    leader = await leader_of(request)
    group = await group_of(request, leader)
    await written(request)
    raise await end_link(request, leader, Owner(group.group), f"/records?group={group.group}")


async def end_link(request: web.Request, leader: Leader, owner: Owner, back: str) -> web.HTTPSeeOther:
    """The one that the address names; the way back says so, where it was good until now."""
    store, share, now = request.app[HOUSE].store, request.match_info["share"], request.app[WALL_CLOCK]()
    ended = await store.shares.end(owner, share, store.leaders.noted_as(leader.leader), now, day_of(now))
    return said.leads_to(request, back, *(("share-ended",) if ended else ()))


async def of(
    request: web.Request,
    seen: Seen,
    chosen: str,
    there: Collection[str],
    records: Mapping[str, StructureRecord],
) -> list[tuple[Share, str]]:
    """The links to these records that are good, each with what the page says of it: which of them it shows. `records`:
    those that can be read."""
    found = await request.app[HOUSE].store.shares.of(seen.owner, request.app[WALL_CLOCK]())
    return [
        (one, _line(one, _until(request, one.until, chosen, seen.group), chosen, there, records))
        for one in found
    ]


def _line(
    share: Share, time: str, chosen: str, there: Collection[str], records: Mapping[str, StructureRecord]
) -> str:
    count = len(set(there).intersection(share.records))
    if count == len(there) > 1:
        return language.text(chosen, "share-line-all", count=count, time=time)
    called = zip(records, months.named(list(records.values()), (), chosen), strict=True)
    shown = ", ".join(name for one, name in called if one in share.records) or "–"
    return language.text(chosen, "share-line-some", count=count, months=shown, time=time)


def good_until(request: web.Request, seen: Seen) -> str:
    """For whoever looks by a link; else nothing."""
    if seen.until is None:
        return ""
    chosen = language.choose(request)
    return language.text(chosen, "shared-until", time=_until(request, seen.until, chosen, None))


async def press(request: web.Request) -> web.Response:
    """`GET /shared`: what the link opens, to be pressed at; with `?over`, where it has ended meanwhile."""
    return render(
        request, "shared.html", page="shared", wrong="shared-over" if "over" in request.query else ""
    )


async def open_(request: web.Request) -> web.Response:
    """`POST /shared {token}`: this browser may look from now on, until the link ends."""
    token, now = _token((await written(request)).get("token", "")), request.app[WALL_CLOCK]()
    if not request.app[ALLOWANCE].spend(asker(request)):
        return render(request, "shared.html", 429, page="shared", wrong="signin-too-fast")
    store = request.app[HOUSE].store
    share = await store.shares.by_token(token, now)
    group = None if share is None or share.owner.group is None else await store.group(share.owner.group)
    if share is None or (group is None and share.owner.group is not None):
        return render(request, "shared.html", 410, page="shared", wrong="shared-over")
    await store.shares.opened(share, day_of(now))
    response = web.HTTPSeeOther(Seen(share.owner, None, group, only=share.records).page)
    give_cookie(request, response, COOKIE, token, max(1, int(share.until - now)))
    raise response


def _token(fragment: str) -> str:
    """Of what stands in a link, which also says until when it is good: the browser shows that before the press."""
    return fragment.partition("~")[0]


def _until(request: web.Request, until: float, chosen: str, group: Group | None) -> str:
    return day_and_time(zones.at(request, until, group), chosen)
