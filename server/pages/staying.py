"""What was planned and sent before a group was changed: moved to its new hour, or sent anew with its new name or
number, by one press, and everybody is told of all of theirs in one letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from aiohttp import web

from server.groups.staying import astray
from server.pages import said
from server.pages.groups import group_of
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.reminders import begins_soon
from server.pages.sign_in import POST
from server.pages.telling import tell_of_several, told_of
from server.store import Group, Planned
from server.store.rescheduled import Move

OLD = "?entries=old"
"""On the group's page: what was sent before has another name or number. It is offered until the page is left."""


def still_old(fields: Mapping[str, str]) -> str:
    """What is pressed beside that offer leads back to it."""
    return OLD if fields.get("entries") == "old" else ""


async def move(request: web.Request) -> web.Response:
    """`POST /groups/{group}/hours {shown}`: the meetings that were shown at another hour than the rhythm's go to it;
    none that has been moved, or would go elsewhere, since the page was looked at."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    store, shown = request.app[HOUSE].store, fields.get("shown", "").split(",")
    now = datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
    wanted = [one for one in astray(group, await store.meetings.of(group.group), now) if one.key in shown]
    moves = [
        Move(one.meeting.meeting, one.meeting.starts_at, at, begins_soon(request, at))
        for one in wanted
        if (at := one.to.timestamp())
    ]
    moved = await store.meetings.move_all(moves)
    was = [one.meeting for one in wanted if one.meeting.meeting in moved]
    told = await tell_of_several(request.app, group, "moved", was)
    to = f"/groups/{group.group}{still_old(fields)}"
    raise said.leads_to(request, to, ("hours", len(moved)), *said.letters(told))


async def renew(request: web.Request) -> web.Response:
    """`POST /groups/{group}/entries`: whoever has been told of a meeting gets its entry anew, as it is now."""
    group = await group_of(request, await leader_of(request))
    await written(request)
    planned = await to_renew(request, group)
    if planned:
        await request.app[HOUSE].store.meetings.renumber([one.meeting for one in planned])
    told = await tell_of_several(request.app, group, "changed", planned)
    to = f"/groups/{group.group}"
    raise said.leads_to(request, to, *(said.letters(told) or ("no-letters",)))


async def to_renew(request: web.Request, group: Group) -> Sequence[Planned]:
    """The meetings to come of which somebody has been told by mail."""
    if not request.app[POST].set_up:
        return []
    planned = await request.app[HOUSE].store.meetings.of(group.group)
    return [
        one
        for one in planned
        if not one.cancelled
        and one.starts_at > request.app[WALL_CLOCK]()
        and told_of(request.app, group, one)
    ]
