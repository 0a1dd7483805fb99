"""Before a meeting is open: when it will be, and whether whoever has a link of their own to it means to come.

Nothing is noted but by a press, which no mail scanner makes: a link that is opened, also by one that runs scripts,
says nothing of anybody.
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from aiohttp import web

from server.groups.zones import zone_of
from server.pages import language
from server.pages.allowance import asker
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK, asked
from server.pages.refusals import Refusal
from server.store import Reader, Store
from server.store.replies import Dates


class Reply(msgspec.Struct):
    token: str
    meeting: str
    sequence: int
    """Of that date, as they saw it."""
    comes: bool
    zone: str = ""
    """Where their browser is: letters tell the time on their clock from then on."""


async def refuse_early(store: Store, token: str, now: float) -> None:
    """A link to a meeting that is planned leads nowhere yet, but to when it will be; to one that is cancelled, to a new
    link, and to the other dates of which they were told. Raises Refusal."""
    dates = await store.replies.dates(token, now)
    if dates is None:
        return
    if dates.cancelled:
        others = {"dates": _told(dates)} if dates.meetings else {}
        raise Refusal("meeting_cancelled", "", **others)
    planned = dates.meetings[0]
    group = await store.group(planned.group)
    more = {} if group is None else {"of": group.name}
    if group is not None and group.terms.telephone:
        more["telephone"] = group.terms.telephone
    raise Refusal("not_open_yet", _begins(planned.starts_at), dates=_told(dates), **more)


async def reply(request: web.Request) -> web.Response:
    """`POST /api/reply {token, meeting, sequence, comes, zone?}`: whether they mean to come to one of the dates of
    which they have been told; what they said before goes. Nothing is noted of one that has been moved since they saw
    it. Only whoever leads the group sees it."""
    asks = await asked(request, Reply)
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    store, now = request.app[HOUSE].store, request.app[WALL_CLOCK]()
    dates = await store.replies.note(asks.token, asks.meeting, asks.sequence, asks.comes, now)
    if dates is not None and any(reader := reader_in(request, asks.zone)):
        await store.persons.note_member(dates.member, reader)
    if dates is None:  # it has been opened meanwhile, or the link was taken back
        raise Refusal("unknown_link")
    if not dates.meetings:
        raise Refusal("meeting_cancelled")
    return web.json_response({"dates": _told(dates)})


def reader_in(request: web.Request, zone: str) -> Reader:
    """What the browser that asks says of its reader. A language counts only if it was chosen there: what a browser
    would like best is nobody's choice, and the group's is its leader's."""
    return Reader(zone if zone_of(zone) is not None else "", language.chosen(request))


def _told(dates: Dates) -> list[dict[str, object]]:
    """`comes` is null where they have not said it."""
    return [
        {
            "meeting": one.meeting,
            "sequence": one.sequence,
            "begins": _begins(one.starts_at),
            "comes": one.replies.get(dates.member),
        }
        for one in dates.meetings
    ]


def _begins(starts_at: float) -> str:
    return datetime.fromtimestamp(starts_at, UTC).isoformat(timespec="minutes")
