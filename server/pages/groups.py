"""A leader's groups: listed with the next meeting of each, made, looked at and changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import get_args

from aiohttp import web

from facilitation.vocabulary import Role
from server.by_locale import colon, day_and_time, time_and_place
from server.formats import name_of
from server.formats.catalogue import Entry
from server.formats.length import minutes_of
from server.groups import rhythm
from server.groups.invitations import called_now, following, in_zone, shown_at, starts
from server.groups.merged import Field, marks
from server.groups.persons import Differs, marked
from server.groups.staying import Astray, astray
from server.groups.written import (
    ROWS_MOST,
    Row,
    Unfit,
    Written,
    judged,
    of_fields,
    of_group,
)
from server.pages import held, language, said
from server.pages.compared import both
from server.pages.knowing import knowing, missing, numbered, on_the_way, to_come_of, to_renew, told
from server.pages.leader import leader_of, written
from server.pages.moments import Amiss
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.remarks import same_address, whole_names
from server.pages.rendering import render
from server.pages.security import from_this_site
from server.pages.sign_in import POST
from server.pages.zones import options as zone_options
from server.store import Group, GroupRefused, Leader, Planned

FORMATS: web.AppKey[Mapping[str, Entry]] = web.AppKey("formats")
"""Read at the start: it takes longer than a voice may wait."""
KINDS = ("none", "months", "weeks")
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
    theirs = await groups_of(request, leader)
    nexts = [await _next_of(request, group, chosen) for group in theirs]
    return render(
        request,
        "groups.html",
        page="groups",
        leader=leader,
        groups=list(zip(theirs, nexts, strict=True)),
        feedback=request.app[HOUSE].instrument is not None,
    )


async def _next_of(request: web.Request, group: Group, chosen: str) -> str:
    """Empty if nobody knows."""
    at, planned = await _known_next(request, group)
    return "" if at is None else _said_next(at, planned, chosen)


def _said_next(at: datetime, planned: bool, chosen: str) -> str:
    """Of what is not planned nobody has been told: it is not said as if it were."""
    when = day_and_time(at, chosen)
    return when if planned else language.text(chosen, "groups-next-rhythm", when=when)


async def _known_next(request: web.Request, group: Group) -> tuple[datetime | None, bool]:
    """As it is planned, else by the rhythm; and whether it is planned."""
    planned, now = await request.app[HOUSE].store.meetings.of(group.group), _now(request)
    times = [starts(group, one) for one in planned if not one.cancelled]
    at = next((time for time in times if time > now), None)
    if at is not None:
        return at, True
    over = [
        in_zone(group, one.starts_at)
        for one in await request.app[HOUSE].store.held.of(group.group, request.app[WALL_CLOCK]())
    ]
    return following(group, max([now, *over]), _out(group, planned)), False


def _out(group: Group, planned: Iterable[Planned]) -> set[date]:
    """On which of its dates a group does not meet: cancelled or left out, or moved."""
    cancelled = {starts(group, one).date() for one in planned if one.cancelled}
    return cancelled | {
        in_zone(group, one.stands_for).date() for one in planned if one.stands_for is not None
    }


async def next_of_all(request: web.Request, leader: Leader) -> tuple[Group, str] | None:
    """Which of a leader's groups meets next, and when."""
    theirs = [(await _known_next(request, group), group) for group in await groups_of(request, leader)]
    known = [(at, planned, group) for (at, planned), group in theirs if at is not None]
    if not known:
        return None
    at, planned, group = min(known, key=lambda one: one[0])
    return group, _said_next(at, planned, language.choose(request))


async def new(request: web.Request) -> web.Response:
    """`GET /groups/new`"""
    leader = await leader_of(request)
    theirs = await groups_of(request, leader)
    first = Row(leader.name, Role.LEADER.value, leader.address)
    zone = theirs[0].terms.time_zone if theirs else ""
    begun = Written(
        language=language.choose(request), time_zone=zone, rows=(first, *[Row()] * (ROWS_FIRST - 1))
    )
    return await form(request, begun)


async def make(request: web.Request) -> web.Response:
    """`POST /groups/new`"""
    leader, fields = await leader_of(request), await written(request)
    typed = of_fields(fields)
    if again := shown_again(request, fields, typed):
        return await form(request, *again)
    try:
        sound = judged(typed, formats(request), language.languages())
        group = await request.app[HOUSE].store.add_group(
            sound.name, sound.format, sound.roster, sound.terms, leader.leader
        )
    except Unfit as unfit:
        return await form(request, typed, unfit.wrong, 400)
    except GroupRefused:
        return await form(request, typed, {"name": ("groups-wrong-taken", {})}, 409)
    words = ("made", *whole_names(sound.roster), *same_address(sound.roster))
    made = await request.app[HOUSE].store.group(group)
    raise said.leads_to(request, f"/groups/{group}", *words, of=made)


async def show(request: web.Request) -> web.Response:
    """`GET /groups/{group}`: who belongs to it, and how it meets; to be changed here."""
    group = await group_of(request, await leader_of(request))
    rows = of_group(group)
    shown = dataclasses.replace(rows, was=marks(rows), rows=(*marked(rows.rows), *[Row()] * 2))
    return await form(request, shown, group=group)


async def form(
    request: web.Request,
    typed: Written,
    wrong: Wrong | None = None,
    status: int = 200,
    first_new: int | None = None,
    unsent: bool = False,
    group: Group | None = None,
    theirs: tuple[Written, Mapping[Field, bool], Written, Sequence[Differs]] | None = None,
) -> web.Response:
    """`first_new`: the row to go on writing in, of those that were asked for. `unsent`: something has been typed, as it
    has where it cannot be saved. `theirs`: what the group is now, where somebody else has changed it since it was
    looked at; which fields of it they have, and whether what was typed changes it, too; what that was; and of whom on
    its list they wrote."""
    chosen = language.choose(request)
    say = {
        field: language.text(chosen, message, **values) for field, (message, values) in (wrong or {}).items()
    }
    there = group.members if group else ()
    returned = {one.member: one.returned for one in there if one.returned}
    return render(
        request,
        "group.html",
        status,
        page="newgroup" if group is None else "group",
        typed=typed,
        first_new=first_new,
        unsaved="about" if unsent or status >= 400 else "",
        wrong=say,
        mend=[_mended(field, words, typed, chosen) for field, words in say.items()],
        group=group,
        returned=returned,
        came_back=", ".join(one.name for one in there if one.member in returned),
        changed=theirs is not None,
        differs=[] if theirs is None else both(formats(request), *theirs, chosen),
        **(await _meetings(request, group, chosen)),
        mail=request.app[POST].set_up,
        formats=[(key, _line(entry, chosen)) for key, entry in formats(request).items()],
        zones=zone_options(typed.time_zone),
        nths=("1", "2", "3", "4", str(rhythm.LAST)),
        roles=[role.value for role in Role],
        more=len(typed.rows) < ROWS_MOST,
    )


def _mended(field: str, words: str, typed: Written, chosen: str) -> tuple[str, str]:
    """What is wrong, with how its field is called, and where that is."""
    part, _, row = field.partition("-")
    named = {"time_zone": "zone", "kind": "rhythm", "name": "person" if row else "name", "roster": "people"}
    called = language.text(chosen, f"groups-{named.get(part, part)}")
    where = {"roster": "role-0", "kind": f"kind-{typed.kind if typed.kind in KINDS else KINDS[0]}"}
    which = f" {int(row) + 1}" if row else ""
    return f"{called}{which}{colon(chosen)} {words}", where.get(field, field)


async def _meetings(request: web.Request, group: Group | None, chosen: str) -> dict[str, object]:
    """What the page says of a group's meetings: those that are planned, the one that is open, and when the next
    would be by the rhythm."""
    if group is None:
        nothing: dict[str, object] = dict.fromkeys(("planned", "held", "astray"), ())
        nothing |= dict.fromkeys(("shown", "numbers", "amiss", "called_now"), "")
        nothing |= dict.fromkeys(("to_come", "entries"), 0)
        return nothing | {
            "open": False,
            "under_way": False,
            "next": None,
            "missing": False,
            "together": False,
        }
    planned = await request.app[HOUSE].store.meetings.of(group.group)
    asked = request.query if request.query.get("when") in get_args(Amiss) and from_this_site(request) else {}
    met = {starts(group, one).date() for one in planned if not one.left_out}
    over = await request.app[HOUSE].store.held.of(group.group, request.app[WALL_CLOCK]())
    off = astray(group, planned, _now(request))
    old = request.app[POST].set_up and request.query.get("entries") == "old" and from_this_site(request)
    renewed = to_renew(group, planned, _now(request)) if old else []
    times = [*(in_zone(group, one.starts_at) for one in over), *(starts(group, one) for one in planned)]
    latest, out = max([_now(request), *times]), _out(group, planned) | {one.date() for one in times}
    return {
        "planned": [
            (one, day_and_time(shown_at(group, one), chosen), told(group, one, chosen))
            for one in planned
            if not one.moved_earlier
            and not (one.left_out and starts(group, one).date() in met)  # it is planned after all
        ],
        "held": held.listed(group, over, chosen),
        "astray": [
            (one, day_and_time(starts(group, one.meeting), chosen), _to(group, one, chosen)) for one in off
        ],
        "shown": ",".join(one.key for one in off),
        "to_come": len(to_come_of(planned, _now(request))),
        "entries": len(knowing(group, renewed)),
        "called_now": called_now(group, partial(language.text, chosen)),
        "numbers": ",".join(map(numbered, renewed)),
        "open": await open_session_of(request, group) is not None,
        "next": following(group, latest, out),
        "under_way": any(on_the_way(group, one) for one in planned),
        "missing": request.app[POST].set_up and any(missing(group, one) for one in planned),
        "amiss": asked.get("when", ""),
        "typed_day": asked.get("day", "")[:10],
        "typed_at": asked.get("at", "")[:5],
        "together": await request.app[HOUSE].store.series.of(group.group) is not None,
    }


def _to(group: Group, one: Astray, chosen: str) -> str:
    """When it would be; the hour alone, where the day stays."""
    same = one.to.date() == starts(group, one.meeting).date()
    return (time_and_place if same else day_and_time)(one.to, chosen)


async def open_session_of(request: web.Request, group: Group) -> str | None:
    """The group's meeting that is going on."""
    members = [one.member for one in group.members]
    return await request.app[HOUSE].store.meeting_of(members, request.app[WALL_CLOCK]())


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


def shown_again(
    request: web.Request, fields: Mapping[str, str], typed: Written
) -> tuple[Written, Wrong | None, int, int | None, bool] | None:
    """What `form` takes where nothing is saved yet: `more` asks for rows, `look` for another language, in which what
    was wrong is said again. None: it is to be saved."""
    unsent = fields.get("unsent", "")
    if "more" in fields:
        rows = (*typed.rows, *[Row()] * ROWS_MORE)[:ROWS_MOST]
        return dataclasses.replace(typed, rows=rows), None, 200, len(typed.rows), unsent != ""
    if "look" not in fields:
        return None
    try:
        if unsent == "wrong":
            judged(typed, formats(request), language.languages())
    except Unfit as unfit:
        return typed, unfit.wrong, 400, None, True
    return typed, None, 200, None, unsent != ""


def formats(request: web.Request) -> Mapping[str, Entry]:
    return request.app[FORMATS]


def _now(request: web.Request) -> datetime:
    return datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)


async def groups_of(request: web.Request, leader: Leader) -> list[Group]:
    return [group for group in await request.app[HOUSE].store.groups() if leads(leader, group)]


async def group_of(request: web.Request, leader: Leader) -> Group:
    """That somebody else has such a group is nobody's business: it is not there."""
    asked = request.match_info["group"]
    found = next((one for one in await groups_of(request, leader) if one.group == asked), None)
    if found is None:
        raise web.HTTPNotFound
    return found
