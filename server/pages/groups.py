"""A leader's groups: listed with the next meeting of each, made, looked at and changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aiohttp import web
from babel.dates import format_datetime

from facilitation.vocabulary import Role
from server.formats.catalogue import Entry
from server.formats.drawing import name_of
from server.formats.length import minutes_of
from server.groups import rhythm
from server.groups.written import (
    ROWS_MOST,
    Row,
    Unfit,
    Written,
    judged,
    of_fields,
    of_group,
    rhythm_of,
    time_zones,
)
from server.pages import language
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.rendering import render
from server.store import Group, GroupRefused, Leader

FORMATS: web.AppKey[Mapping[str, Entry]] = web.AppKey("formats")
"""Read at the start: it takes longer than a voice may wait."""
ROWS_FIRST = 6
ROWS_MORE = 4
LEADS = (Role.LEADER.value, Role.CO_LEADER.value)

Wrong = Mapping[str, tuple[str, Mapping[str, int]]]


def leads(leader: Leader, group: Group) -> bool:
    """Whoever made the group, and whoever leads it by its roster, with the address that they sign in by."""
    address = leader.address.casefold()
    return group.owner == leader.leader or any(
        one.role in LEADS and one.address.casefold() == address for one in group.members
    )


async def overview(request: web.Request) -> web.Response:
    """`GET /groups`"""
    leader, chosen = await leader_of(request), language.choose(request)
    theirs = await _groups_of(request, leader)
    now = _now(request)
    return render(
        request,
        "groups.html",
        page="groups",
        leader=leader,
        groups=[(group, next_time(group, now, chosen)) for group in theirs],
    )


async def new(request: web.Request) -> web.Response:
    """`GET /groups/new`"""
    leader = await leader_of(request)
    theirs = await _groups_of(request, leader)
    first = Row(leader.name, Role.LEADER.value, leader.address)
    zone = theirs[0].terms.time_zone if theirs else ""
    begun = Written(
        language=language.choose(request), time_zone=zone, rows=(first, *[Row()] * (ROWS_FIRST - 1))
    )
    return _form(request, begun)


async def make(request: web.Request) -> web.Response:
    """`POST /groups/new`"""
    leader, fields = await leader_of(request), await written(request)
    typed = of_fields(fields)
    if "more" in fields:
        return _form(request, _longer(typed))
    try:
        sound = judged(typed, _formats(request), language.languages())
        group = await request.app[HOUSE].store.add_group(
            sound.name, sound.format, sound.roster, sound.terms, leader.leader
        )
    except Unfit as unfit:
        return _form(request, typed, unfit.wrong, 400)
    except GroupRefused:
        return _form(request, typed, {"name": ("groups-wrong-taken", {})}, 409)
    raise web.HTTPSeeOther(f"/groups/{group}")


async def show(request: web.Request) -> web.Response:
    """`GET /groups/{group}`: who belongs to it, and how it meets; to be changed here."""
    group = await _group(request, await leader_of(request))
    rows = of_group(group)
    return _form(request, dataclasses.replace(rows, rows=(*rows.rows, *[Row()] * 2)), group=group)


async def change(request: web.Request) -> web.Response:
    """`POST /groups/{group}`: all of it at once, unless somebody else has changed it meanwhile."""
    group, fields = await _group(request, await leader_of(request)), await written(request)
    typed = of_fields(fields)
    if "more" in fields:
        return _form(request, _longer(typed), group=group)
    try:
        sound = judged(typed, _formats(request), language.languages())
        await request.app[HOUSE].store.rewrite_group(
            group.group, sound.revision, sound.name, sound.format, sound.roster, sound.terms
        )
    except Unfit as unfit:
        return _form(request, typed, unfit.wrong, 400, group=group)
    except GroupRefused as refused:
        if str(refused) == "name_taken":
            return _form(request, typed, {"name": ("groups-wrong-taken", {})}, 409, group=group)
        if str(refused) == "unknown_group":
            raise web.HTTPNotFound from None
        # What they typed stands as it is; saved once more, it is meant.
        fresh = await _group(request, await leader_of(request))
        again = dataclasses.replace(typed, revision=str(fresh.revision))
        return _form(request, again, status=409, group=fresh, theirs=fresh)
    # Whoever has taken themselves off the list is led to what is theirs still.
    fresh_ones = {one.group for one in await _groups_of(request, await leader_of(request))}
    raise web.HTTPSeeOther(f"/groups/{group.group}?saved=1" if group.group in fresh_ones else "/groups")


def next_time(group: Group, now: datetime, chosen: str) -> str:
    """When the group meets next, by its rhythm and in its own time zone; empty if nobody knows."""
    if (when := rhythm_of(group)) is None or group.terms.time_zone not in time_zones():
        return ""
    meeting = next(rhythm.dates(when, ZoneInfo(group.terms.time_zone), now), None)
    return "" if meeting is None else told(meeting, chosen)


def told(meeting: datetime, chosen: str) -> str:
    """With the day of the week, and the place whose clock it is."""
    place = str(meeting.tzinfo).rpartition("/")[2].replace("_", " ")
    when = format_datetime(meeting, "EEEE d MMMM y, HH:mm", locale=chosen)
    return f"{when} ({place})"


def _form(
    request: web.Request,
    typed: Written,
    wrong: Wrong | None = None,
    status: int = 200,
    group: Group | None = None,
    theirs: Group | None = None,
) -> web.Response:
    """`theirs`: what the group is now, where somebody else has changed it since it was looked at."""
    chosen = language.choose(request)
    say = {
        field: language.text(chosen, message, **values) for field, (message, values) in (wrong or {}).items()
    }
    return render(
        request,
        "group.html",
        status,
        page="newgroup" if group is None else "group",
        typed=typed,
        wrong=say,
        group=group,
        theirs=theirs,
        saved="saved" in request.query and status == 200 and request.method == "GET",
        next=next_time(group, _now(request), chosen) if group else "",
        formats=[(key, _line(entry, chosen)) for key, entry in _formats(request).items()],
        zones=time_zones(),
        nths=("1", "2", "3", "4", str(rhythm.LAST)),
        roles=[role.value for role in Role],
        more=len(typed.rows) < ROWS_MOST,
    )


def _line(entry: Entry, chosen: str) -> str:
    """A format in one plain line."""
    form = entry.form
    return language.text(
        chosen,
        "groups-format-line",
        name=name_of(form, chosen),
        minutes=minutes_of(form),
        least=form.members_min,
        most=form.members_max,
    )


def _longer(typed: Written) -> Written:
    return dataclasses.replace(typed, rows=(*typed.rows, *[Row()] * ROWS_MORE)[:ROWS_MOST])


def _formats(request: web.Request) -> Mapping[str, Entry]:
    return request.app[FORMATS]


def _now(request: web.Request) -> datetime:
    return datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)


async def _groups_of(request: web.Request, leader: Leader) -> list[Group]:
    return [group for group in await request.app[HOUSE].store.groups() if leads(leader, group)]


async def _group(request: web.Request, leader: Leader) -> Group:
    """That somebody else has such a group is nobody's business: it is not there."""
    asked = request.match_info["group"]
    found = next((one for one in await _groups_of(request, leader) if one.group == asked), None)
    if found is None:
        raise web.HTTPNotFound
    return found
