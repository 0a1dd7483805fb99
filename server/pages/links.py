"""A leader hands a link on by themselves: to whom no mail leads, or where none is set up. It is shown once, and those
before it open nothing any more. Or they take somebody's link back, and send none."""

from __future__ import annotations

import secrets

from aiohttp import web

from server.by_locale import day_and_time
from server.groups.invitations import starts
from server.opening import LASTS_S
from server.pages import language, said
from server.pages.groups import group_of, open_session_of
from server.pages.leader import leader_of, written
from server.pages.meetings import chosen_of, meeting_of, path_of
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.rendering import render
from server.pages.sign_in import URL
from server.store import Group, Invitation, Member


async def make(request: web.Request) -> web.Response:
    """`POST …/meetings/{meeting}/link {member}`"""
    return await _planned(request, secrets.token_urlsafe(24))


async def revoke(request: web.Request) -> web.Response:
    """`POST …/meetings/{meeting}/revoke {member}`"""
    return await _planned(request, None)


async def _planned(request: web.Request, token: str | None) -> web.Response:
    group, meeting = await meeting_of(request)
    member = await _asked(request, group)
    path = path_of(group, meeting) + chosen_of(group, meeting, await written(request)).query
    handed = request.app[HOUSE].store.handed
    if meeting.cancelled or not await handed.planned(meeting.meeting, member.member, token):
        raise web.HTTPSeeOther(path)
    if token is None:
        raise said.leads_to(request, path, "revoked")
    return _shown(
        request, group, member, token, path, day_and_time(starts(group, meeting), language.choose(request))
    )


async def overview(request: web.Request) -> web.Response:
    """`GET /groups/{group}/links`: whoever may come to the meeting that is open."""
    group = await group_of(request, await leader_of(request))
    session = await open_session_of(request, group)
    have, back = frozenset[str](), frozenset[str]()
    if session is not None:
        handed = request.app[HOUSE].store.handed
        have, back = await handed.of(session), await handed.taken_back(session)
    return render(
        request,
        "links.html",
        page="links",
        group=group,
        open=session is not None,
        linkless={
            one.member: "revoked" if one.member in back else "linkless"
            for one in group.members
            if one.member not in have
        },
    )


async def make_open(request: web.Request) -> web.Response:
    """`POST /groups/{group}/link {member}`: to the meeting that is open."""
    return await _open(request, secrets.token_urlsafe(24))


async def revoke_open(request: web.Request) -> web.Response:
    """`POST /groups/{group}/revoke {member}`"""
    return await _open(request, None)


async def _open(request: web.Request, token: str | None) -> web.Response:
    group = await group_of(request, await leader_of(request))
    member, path = await _asked(request, group), f"/groups/{group.group}/links"
    session = await open_session_of(request, group)
    if session is None or (token is None and member.role == "leader"):
        # By the leader's link their own page finds the meeting.
        raise web.HTTPSeeOther(path)
    until = request.app[WALL_CLOCK]() + LASTS_S
    invitation = Invitation(session, member.role, 1, until, member.member)
    try:
        await request.app[HOUSE].store.handed.open(session, member.member, token, invitation)
        await request.app[HOUSE].names_changed(session)  # leaders see who is awaited
    except KeyError:  # it has ended meanwhile
        raise web.HTTPSeeOther(path) from None
    if token is None:
        raise said.leads_to(request, path, "revoked")
    return _shown(request, group, member, token, path)


async def _asked(request: web.Request, group: Group) -> Member:
    """Raises 404 for somebody who is not on the list."""
    asked = (await written(request)).get("member", "")
    found = next((one for one in group.members if one.member == asked), None)
    if found is None:
        raise web.HTTPNotFound
    return found


def _shown(
    request: web.Request, group: Group, member: Member, token: str, back: str, when: str = ""
) -> web.Response:
    """`when` is empty for the meeting that is open."""
    link = f"{request.app[URL]()}/join#{token}"
    return render(
        request, "link.html", page="link", group=group, member=member, link=link, back=back, when=when
    )
