"""A leader changes a group and its list: whoever is taken off it is told of which dates they are free again."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime

from aiohttp import web

from server.groups import persons
from server.groups.merged import changed, chosen, marks, merged
from server.groups.written import Unfit, judged, of_fields, of_group
from server.pages import language, said
from server.pages.groups import (
    form,
    formats,
    group_of,
    groups_of,
    shown_again,
)
from server.pages.knowing import knowing, to_come_of
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.remarks import new_addresses, same_address, whole_names
from server.pages.sign_in import POST
from server.pages.staying import OLD
from server.pages.telling import tell_off
from server.store import Group, GroupRefused, Planned


async def change(request: web.Request) -> web.Response:
    """`POST /groups/{group}`: all of it at once, unless somebody else has changed it meanwhile."""
    leader = await leader_of(request)
    group, fields = await group_of(request, leader), await written(request)
    typed = of_fields(fields)
    if typed.revision == str(group.revision):
        now = of_group(group)
        typed = persons.kept(merged(typed, now, chosen(fields)), now, fields)
    if shown := shown_again(request, fields, typed):
        return await form(request, *shown, group=group)
    try:
        sound = judged(typed, formats(request), language.languages())
        await request.app[HOUSE].store.rewrite_group(
            group.group, sound.revision, sound.name, sound.format, sound.roster, sound.terms
        )
    except Unfit as unfit:
        return await form(request, typed, unfit.wrong, 400, group=group)
    except GroupRefused as refused:
        if str(refused) == "name_taken":
            return await form(request, typed, {"name": ("groups-wrong-taken", {})}, 409, group=group)
        if str(refused) == "unknown_group":
            raise web.HTTPNotFound from None
        # What they typed stands as it is, and beside it what the other wrote.
        fresh = await group_of(request, await leader_of(request))
        now = of_group(fresh)
        differs = changed(now, typed, chosen(fields))
        rows, people = persons.merged(now, typed)
        mine = dataclasses.replace(typed, revision=now.revision, was=marks(now), rows=rows)
        again = merged(mine, now, [one for one, here in differs.items() if not here])
        return await form(request, again, status=409, group=fresh, theirs=(now, differs, mine, people))
    fresh = await request.app[HOUSE].store.group(group.group) or group
    planned = [one for one in await request.app[HOUSE].store.meetings.of(group.group) if not one.cancelled]
    there = {one.member for one in fresh.members}
    told = await tell_off(
        request.app, group, planned, [one for one in group.members if one.member not in there]
    )
    # Whoever has taken themselves off the list is led to what is theirs still.
    fresh_ones = {one.group for one in await groups_of(request, await leader_of(request))}
    to = f"/groups/{group.group}" if group.group in fresh_ones else "/groups"
    now_at = datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
    to_come = to_come_of(planned, now_at)
    if _called(fresh) != _called(group) and knowing(fresh, to_come) and request.app[POST].set_up:
        to += OLD
    words = (
        *_staying(group, fresh, to_come),
        *new_addresses(group, fresh, planned),
        *whole_names(sound.roster, group.members),
        *same_address(sound.roster, group.members),
        *said.letters(told),
    )
    raise said.leads_to(request, to, "saved", *words, of=fresh)


def _called(group: Group) -> tuple[str, str]:
    """What stands in letters and calendars, besides the dates."""
    return group.name, group.terms.telephone


def _staying(before: Group, now: Group, planned: Sequence[Planned]) -> tuple[tuple[str, int], ...]:
    """How many are planned, where the group means to meet at another time from now on."""
    same = (before.terms.rhythm, before.terms.time_zone) == (now.terms.rhythm, now.terms.time_zone)
    return () if same or not planned else (("staying", len(planned)),)
