"""The records that a leader keeps among their own, from whatever groups: looked at, taken away, shared, and let go.

How they come there: record.py. What the same leader has led stands apart and knows nothing of it: hours.py.
"""

from __future__ import annotations

from contextlib import suppress

from aiohttp import web

from server.pages import language, said, shared, together
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE
from server.pages.rendering import render
from server.pages.seen import MINE, own_of, seen_by, texts_of
from server.record.schema import BadRecord, from_json
from server.store.shares import MOST


async def overview(request: web.Request) -> web.Response:
    """`GET /records/mine`, with `record-ID` for some of them side by side."""
    return await together.show(request, own_of(request, await leader_of(request)))


async def away(request: web.Request) -> web.Response:
    """`POST /records/mine/away`: `all`, or those that are ticked, as one ZIP; noted first."""
    leader, fields = await leader_of(request), await written(request)
    return await together.take_away(request, leader, own_of(request, leader), fields)


async def figure(request: web.Request) -> web.Response:
    """`POST /records/mine/figures/{figure} {as}`: a drawing of them, as SVG; noted first."""
    leader, fields = await leader_of(request), await written(request)
    return await together.draw(request, leader, own_of(request, leader), fields)


async def share(request: web.Request) -> web.Response:
    """`POST /records/mine/shares {days, record?}`: a link to that record, or to those that are ticked, shown once."""
    leader, fields = await leader_of(request), await written(request)
    own = own_of(request, leader)
    record, there = fields.get("record"), await texts_of(request, own)
    chosen = (record,) if record else tuple(together.ticked(fields, there))
    wrong = "share-none-chosen" if not chosen else "share-too-many" if len(chosen) > MOST else ""
    if wrong:
        return await together.show(request, own, wrong=wrong, status=400, fields=fields)
    back = f"/records/{record}?mine" if record else MINE
    return await shared.link_to(request, leader, own.owner, chosen, fields, back)


async def end(request: web.Request) -> web.Response:
    """`POST /records/mine/shares/{share}/end`: it opens nothing any more."""
    leader = await leader_of(request)
    await written(request)
    raise await shared.end_link(request, leader, own_of(request, leader).owner, MINE)


async def ask(request: web.Request) -> web.Response:
    """`GET /records/mine/off?record=`: nothing brings it back, so it is asked."""
    own, record = own_of(request, await leader_of(request)), request.query.get("record", "")
    text, line = (await texts_of(request, own)).get(record), ""
    if text is None:
        raise web.HTTPSeeOther(MINE)
    with suppress(BadRecord):
        line = together.line_of(request, from_json(text), language.choose(request))
    return render(request, "own_off.html", page="ownoff", record=record, line=line)


async def take_off(request: web.Request) -> web.Response:
    """`POST /records/mine/off {record}`: it leads to them no more, nor do links of theirs lead to it."""
    own, fields = own_of(request, await leader_of(request)), await written(request)
    taken = await request.app[HOUSE].store.shelf.take_off(own.owner, fields.get("record", ""))
    raise said.leads_to(request, MINE, *(("off",) if taken else ()))


async def shown(request: web.Request) -> web.Response:
    """`GET /records/shared`: some of a leader's own, for whoever has pressed at a link to them."""
    found = next((one for one in await seen_by(request) if one.leader is None and one.group is None), None)
    if found is None:  # a leader, who may have pressed at a link of their own
        raise web.HTTPSeeOther(MINE)
    return await together.show(request, found)
