"""A leader plans the coming meetings of a group's rhythm by one press, having seen their dates, and everybody is told
of all of them in one letter."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web

from server.by_locale import day_and_time
from server.groups import rhythm
from server.groups.invitations import series_letter, starts
from server.groups.letters import Letter
from server.groups.written import rhythm_of, time_zones
from server.pages import language
from server.pages.groups import group_of
from server.pages.leader import leader_of, written
from server.pages.mailing import deliver, reads_in, send_off
from server.pages.meetings import begins_soon, lasts
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.rendering import render
from server.pages.sign_in import POST, URL
from server.store import Group, Member

COUNTS = (3, 6, 12)


class Coming(NamedTuple):
    """A date of the rhythm."""

    at: datetime
    state: Literal["new", "planned", "cancelled"]
    """What there is on that day; `new`: nothing yet."""


async def show(request: web.Request) -> web.Response:
    """`GET /groups/{group}/series?count=`: the dates, before anything is done."""
    group = await group_of(request, await leader_of(request))
    count, chosen = _count(request.query), language.choose(request)
    coming = await _coming(request, group, count)
    return render(
        request,
        "series.html",
        page="series",
        group=group,
        count=count,
        counts=COUNTS,
        dates=[(day_and_time(one.at, chosen), one.state) for one in coming],
        shown=",".join(str(int(one.at.timestamp())) for one in coming if one.state == "new"),
        fresh=sum(one.state == "new" for one in coming),
        mail=request.app[POST].set_up and any(one.address for one in group.members),
    )


async def plan(request: web.Request) -> web.Response:
    """`POST /groups/{group}/series {count, shown, invite?}`: those dates that were shown as new, and still are. Whoever
    presses twice plans none twice."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    shown = fields.get("shown", "").split(",")
    coming = await _coming(request, group, _count(fields))
    wanted = [one.at.timestamp() for one in coming if one.state == "new"]
    times = {at: begins_soon(request, at) for at in wanted if str(int(at)) in shown}
    made = await request.app[HOUSE].store.meetings.plan_several(group.group, times)
    if made and "invite" in fields and request.app[POST].set_up:
        await _tell(request.app, group, made)
    raise web.HTTPSeeOther(f"/groups/{group.group}")


def _count(fields: Mapping[str, str]) -> int:
    said = fields.get("count", "")
    return int(said) if said in map(str, COUNTS) else COUNTS[1]


async def _coming(request: web.Request, group: Group, count: int) -> list[Coming]:
    """The next so many dates of the rhythm; none where the group has no rhythm. By the day: one that has been moved by
    an hour is planned still, and one that was cancelled is not planned again behind the leader's back."""
    when = rhythm_of(group)
    if when is None or group.terms.time_zone not in time_zones():
        return []
    now = datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
    planned = await request.app[HOUSE].store.meetings.of(group.group)
    there = {
        starts(group, one).date(): one.cancelled for one in sorted(planned, key=lambda one: not one.cancelled)
    }
    return [
        Coming(at, "new" if at.date() not in there else "cancelled" if there[at.date()] else "planned")
        for at in islice(rhythm.dates(when, ZoneInfo(group.terms.time_zone), now), count)
    ]


async def _tell(app: web.Application, group: Group, made: list[str]) -> None:
    """Starts the letters on their way; the page of each meeting shows what becomes of them."""
    store, members = app[HOUSE].store, [one for one in group.members if one.address]
    meetings = [one for one in await store.meetings.of(group.group) if one.meeting in made]
    if not meetings or not members:
        return
    for one in meetings:
        await store.meetings.begin(one.meeting, [member.member for member in members])
    tokens = {one.member: secrets.token_urlsafe(24) for one in members}
    for member, token in tokens.items():
        await store.meetings.invite(meetings[0].meeting, member, token, anew=False)
    read_in = reads_in(group)

    def write(member: Member) -> Letter:
        now = datetime.fromtimestamp(app[WALL_CLOCK](), UTC)
        link = f"{app[URL]()}/join#{tokens[member.member]}"
        sender, say = app[HOUSE].settings.mail_from, partial(language.text, read_in)
        return series_letter(group, meetings, member, link, lasts(app, group), sender, read_in, say, now)

    send_off(app, deliver(app, group, members, [one.meeting for one in meetings], write))
