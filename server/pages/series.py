"""A leader plans the coming meetings of a group's rhythm by one press, having seen their dates, and everybody is told
of all of them in one letter."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web

from server.by_locale import day_and_time
from server.groups import rhythm
from server.groups.invitations import in_zone, letter_of, starts
from server.groups.letters import Letter
from server.groups.written import rhythm_of, time_zones
from server.opening import LASTS_S
from server.pages import language, said
from server.pages.groups import group_of, open_session_of
from server.pages.knowing import missing
from server.pages.leader import leader_of, written
from server.pages.mailing import deliver, send_off
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.reminders import begins_soon
from server.pages.rendering import render
from server.pages.sign_in import POST, URL
from server.pages.staying import still_old
from server.pages.telling import paper_of
from server.store import Group, Member, Planned
from server.store.meetings import untold

COUNTS = (3, 6, 12)


class Coming(NamedTuple):
    """A date of the rhythm."""

    at: datetime
    state: Literal["new", "planned", "cancelled", "earlier", "untold"]
    """What there is for it; `new`: nothing yet; `earlier`: its meeting was moved to an earlier date, and has been;
    `untold`: a meeting of which not everybody has been told."""
    meeting: str = ""
    """The one that is planned."""
    now: datetime | None = None
    """When that is, where it is at another time."""
    moved: bool = False
    """To there, by its leader; else it was planned for then."""

    @property
    def key(self) -> str:
        """As a form has it."""
        return str(int(self.at.timestamp()))


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
        dates=[
            (one, day_and_time(one.at, chosen), day_and_time(one.now, chosen) if one.now else "")
            for one in coming
        ],
        shown=",".join(one.key for one in coming if one.state == "new"),
        fresh=sum(one.state == "new" for one in coming),
        untold=sum(one.state == "untold" for one in coming),
        mail=request.app[POST].set_up and any(one.address for one in group.members),
    )


async def plan(request: web.Request) -> web.Response:
    """`POST /groups/{group}/series {count, shown, ticks?, on-DATE…, invite?}`: those dates that were shown as new, and
    still are; one whose tick was taken away is left out, and stays so. Without `ticks` the page had none, before an
    upgrade: all that were shown are planned. Whoever presses twice plans none twice. With `invite`,
    whoever has not been told of those that were planned before is told, too."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    shown = fields.get("shown", "").split(",")
    coming = await _coming(request, group, _count(fields))
    wanted = [one for one in coming if one.state == "new" and one.key in shown]
    left_out = [one.at.timestamp() for one in wanted if "ticks" in fields and f"on-{one.key}" not in fields]
    at = (one.at.timestamp() for one in wanted)
    times = {each: begins_soon(request, each) for each in at if each not in left_out}
    tell = "invite" in fields and request.app[POST].set_up
    tokens = {one.member: secrets.token_urlsafe(24) for one in group.members if one.address} if tell else {}
    before = [one.meeting for one in coming if one.state == "untold"]
    told = await request.app[HOUSE].store.meetings.plan_several(group.group, times, tokens, before, left_out)
    _tell(request.app, group, tokens, told)
    made: list[said.Said] = [("series", len(times))] if times else []
    made += [("left-out", len(left_out))] if left_out else []
    if not (made or told):  # somebody else was first: to plan, or to tell
        made = [("series", 0) if fields.get("shown") else "no-letters"]
    raise said.leads_to(request, f"/groups/{group.group}", *made, *said.letters(len(told)))


async def invite(request: web.Request) -> web.Response:
    """`POST /groups/{group}/invite`: whoever has not been told of all dates that others know, in one letter each."""
    group = await group_of(request, await leader_of(request))
    fields = await written(request)
    begun = [one for one in await request.app[HOUSE].store.meetings.of(group.group) if missing(group, one)]
    told: Mapping[str, Sequence[Planned]] = {}
    if begun and request.app[POST].set_up:
        tokens = {one.member: secrets.token_urlsafe(24) for one in group.members if one.address}
        before = [one.meeting for one in begun]
        told = await request.app[HOUSE].store.meetings.plan_several(group.group, {}, tokens, before)
        _tell(request.app, group, tokens, told)
    to = f"/groups/{group.group}{still_old(fields)}"
    raise said.leads_to(request, to, *(said.letters(len(told)) or ("no-letters",)))


def _count(fields: Mapping[str, str]) -> int:
    said = fields.get("count", "")
    return int(said) if said in map(str, COUNTS) else COUNTS[1]


async def _coming(request: web.Request, group: Group, count: int) -> list[Coming]:
    """The next so many dates of the rhythm; none where the group has no rhythm. By the day: one that has been moved, by
    an hour or to another day, is planned still, and one that was cancelled or left out is not planned again behind the
    leader's back."""
    when = rhythm_of(group)
    if when is None or group.terms.time_zone not in time_zones():
        return []
    now = datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
    open_now = await open_session_of(request, group) is not None  # of a meeting that is open no plan is left
    over = [
        in_zone(group, one.starts_at)
        for one in await request.app[HOUSE].store.held.of(group.group, request.app[WALL_CLOCK]())
    ]
    begins = max([now + timedelta(seconds=LASTS_S) if open_now else now, *over])
    planned = await request.app[HOUSE].store.meetings.of(group.group)
    there: dict[date, Planned] = {}
    for one in sorted(planned, key=lambda one: not one.cancelled):
        there[starts(group, one).date()] = one
    for one in planned:  # it stands for the date from which it was moved, unless there is one again
        if one.stands_for is not None:
            there.setdefault(in_zone(group, one.stands_for).date(), one)
    dates = islice(rhythm.dates(when, ZoneInfo(group.terms.time_zone), begins), count)
    return [_what_there_is(group, at, there.get(at.date())) for at in dates]


def _what_there_is(group: Group, at: datetime, meeting: Planned | None) -> Coming:
    if meeting is None:
        return Coming(at, "new")
    if meeting.cancelled:
        return Coming(at, "earlier" if meeting.moved_earlier else "cancelled", meeting.meeting)
    everybody = not any(one.address and untold(meeting, one.member) for one in group.members)
    now = starts(group, meeting)
    state: Literal["planned", "untold"] = "planned" if everybody else "untold"
    moved = meeting.stands_for not in (None, meeting.starts_at)
    return Coming(at, state, meeting.meeting, now if now != at else None, moved)


def _tell(
    app: web.Application, group: Group, tokens: Mapping[str, str], told: Mapping[str, Sequence[Planned]]
) -> None:
    """Starts the letters on their way; the page of each meeting shows what becomes of them."""

    def write(member: Member) -> Letter:
        link = f"{app[URL]()}/join#{tokens[member.member]}"
        return letter_of("invited", told[member.member], member, link, paper_of(app, group, member))

    members = [one for one in group.members if one.member in told]
    meetings = {member: [one.meeting for one in theirs] for member, theirs in told.items()}
    send_off(app, deliver(app, group, members, meetings, write))
