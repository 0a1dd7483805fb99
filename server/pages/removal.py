"""A leader removes a group: told first what goes with it, and whoever was invited is told by mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiohttp import web

from server.by_locale import day_and_time
from server.groups.invitations import letter_of, starts
from server.groups.letters import Letter
from server.pages import language, said
from server.pages.groups import group_of, groups_of, open_session_of
from server.pages.leader import leader_of, written
from server.pages.mailing import deliver, send_off
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.rendering import render
from server.pages.sign_in import POST
from server.pages.telling import paper_of
from server.store import Group, GroupRefused, Member, Planned


async def ask(request: web.Request) -> web.Response:
    """`GET /groups/{group}/remove`"""
    return await _page(request, await group_of(request, await leader_of(request)))


async def remove(request: web.Request) -> web.Response:
    """`POST /groups/{group}/remove`: not while a meeting of it is open, to which its page is the leader's way. Whoever
    presses twice is led to their groups."""
    theirs = await groups_of(request, await leader_of(request))
    await written(request)
    group = next((one for one in theirs if one.group == request.match_info["group"]), None)
    if group is None:
        raise web.HTTPSeeOther("/groups")
    if await open_session_of(request, group) is not None:
        return await _page(request, group, 409)
    try:
        planned = await request.app[HOUSE].store.forget_group(group.group, request.app[WALL_CLOCK]())
    except GroupRefused:
        return await _page(request, group, 409)
    # Only now, when it is certain: nobody reads that a meeting is cancelled which then takes place.
    count = _tell(request.app, group, [one for one in planned if not one.cancelled])
    raise said.leads_to(request, "/groups", "removed", *said.letters(count))


def _tell(app: web.Application, group: Group, planned: Sequence[Planned]) -> int:
    """Everybody of all of theirs in one letter; how many. The group is gone, with all that was known of it."""
    ended = [replace(one, sequence=one.sequence + 1, cancelled=True) for one in planned]
    told = {one.member: [each for each in ended if each.concerns(one.member)] for one in group.members}
    mail = app[POST].set_up
    members = [one for one in group.members if mail and one.address and told[one.member]]

    def write(member: Member) -> Letter:
        return letter_of("cancelled", told[member.member], member, "", paper_of(app, group, member))

    if members:
        send_off(app, deliver(app, group, members, {}, write))
    return len(members)


async def _page(request: web.Request, group: Group, status: int = 200) -> web.Response:
    store, chosen = request.app[HOUSE].store, language.choose(request)
    planned = [one for one in await store.meetings.of(group.group) if not one.cancelled]
    return render(
        request,
        "group_removal.html",
        status,
        page="removegroup",
        group=group,
        whens=[day_and_time(starts(group, one), chosen) for one in planned],
        together=await store.series.of(group.group) is not None,
        open=await open_session_of(request, group) is not None,
    )
