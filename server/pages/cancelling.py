"""A leader cancels a meeting: asked first, with its date and how many are told of it by mail."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from server.by_locale import day_and_time
from server.groups.invitations import starts
from server.pages import language, meanwhile, said
from server.pages.leader import written
from server.pages.meetings import as_it_is_now, chosen_of, meeting_of, path_of
from server.pages.places import HOUSE
from server.pages.rendering import render
from server.pages.sign_in import POST
from server.pages.telling import tell, told_of
from server.store import GroupRefused


async def ask(request: web.Request) -> web.Response:
    """`GET /groups/{group}/meetings/{meeting}/cancel`: what is chosen on the meeting's page may stand in the query."""
    return await _page(request, request.query)


async def _page(request: web.Request, fields: Mapping[str, str], status: int = 200) -> web.Response:
    """It says so where the meeting has been moved since the page was looked at from which they come."""
    group, meeting = await meeting_of(request)
    back = path_of(group, meeting)
    if meeting.cancelled:
        raise web.HTTPSeeOther(back)
    return render(
        request,
        "meeting_cancel.html",
        status,
        page="cancelmeeting",
        group=group,
        path=back,
        back=back + chosen_of(group, meeting, fields).query,
        when=day_and_time(starts(group, meeting), language.choose(request)),
        seen=meanwhile.mark(meeting),
        moved=meanwhile.moved_since(meeting, fields),
        mail=request.app[POST].set_up,
        count=len(told_of(request.app, group, meeting)),
    )


async def cancel(request: web.Request) -> web.Response:
    """`POST …/cancel {seen}`: of the date that was named to them, and of no other."""
    group, meeting = await meeting_of(request)
    fields = await written(request)
    with as_it_is_now(group, meeting):
        try:
            seen = meanwhile.seen_at(meeting, fields)
            await request.app[HOUSE].store.meetings.cancel(meeting.meeting, seen=seen)
        except GroupRefused as refused:
            if str(refused) != "meeting_moved":
                raise
            return await _page(request, fields, 409)
    told = told_of(request.app, group, meeting)
    await tell(request.app, group, meeting.meeting, told, "cancelled")
    raise said.leads_to(request, path_of(group, meeting), "cancelled", *said.letters(len(told)))
