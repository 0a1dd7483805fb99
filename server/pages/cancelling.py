"""A leader cancels a meeting: asked first, with its date and how many are told of it by mail."""

from __future__ import annotations

from aiohttp import web

from server.by_locale import day_and_time
from server.groups.invitations import starts
from server.pages import language, said
from server.pages.leader import written
from server.pages.meetings import as_it_is_now, chosen_of, meeting_of, path_of
from server.pages.places import HOUSE
from server.pages.rendering import render
from server.pages.sign_in import POST
from server.pages.telling import tell, told_of


async def ask(request: web.Request) -> web.Response:
    """`GET /groups/{group}/meetings/{meeting}/cancel`: what is chosen on the meeting's page may stand in the query."""
    group, meeting = await meeting_of(request)
    back = path_of(group, meeting)
    if meeting.cancelled:
        raise web.HTTPSeeOther(back)
    return render(
        request,
        "meeting_cancel.html",
        page="cancelmeeting",
        group=group,
        path=back,
        back=back + chosen_of(group, meeting, request.query).query,
        when=day_and_time(starts(group, meeting), language.choose(request)),
        mail=request.app[POST].set_up,
        count=len(told_of(request.app, group, meeting)),
    )


async def cancel(request: web.Request) -> web.Response:
    """`POST …/cancel`"""
    group, meeting = await meeting_of(request)
    await written(request)
    with as_it_is_now(group, meeting):
        await request.app[HOUSE].store.meetings.cancel(meeting.meeting)
    told = told_of(request.app, group, meeting)
    await tell(request.app, group, meeting.meeting, told, "cancelled")
    raise said.leads_to(request, path_of(group, meeting), "cancelled", *said.letters(len(told)))
