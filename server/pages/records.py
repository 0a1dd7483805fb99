"""The records that a group keeps together, for its leaders, side by side over the months; and each by itself, a group's
or a leader's own. Whoever has a link to them sees the same, and is offered nothing to take away."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from server.pages import drawings, language, said, shared, taken, together
from server.pages.groups import group_of
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE
from server.pages.refusals import Refusal
from server.pages.rendering import render
from server.pages.seen import Seen, kept, seen_by, theirs
from server.record.elsewhere import NotMade
from server.record.page import heading, totals
from server.record.schema import BadRecord, NewerRecord, from_json
from server.record.taking import KINDS, Taken, take_elsewhere
from server.record.voices import few_sat, of_sums


async def overview(request: web.Request) -> web.Response:
    """`GET /records`: of one group, `?group=` where there are several."""
    seen = await seen_by(request)
    of_groups = [one for one in seen if one.group is not None]
    led = [one for one in of_groups if one.leader is not None]
    asked = request.query.get("group", of_groups[0].owner.group if len(of_groups) == 1 else "")
    chosen = next((one for one in of_groups if one.owner.group == asked), None)
    if chosen is None and "group" in request.query:
        raise web.HTTPNotFound
    if chosen is None and all(one.leader is None for one in seen):
        raise web.HTTPSeeOther(seen[0].page)
    if chosen is None:
        groups = [one.group for one in led]
        return render(request, "records.html", page="records", words="records", seen=None, groups=groups)
    if chosen.only is not None and len(chosen.only) == 1:
        raise web.HTTPSeeOther(chosen.page)
    return await together.show(request, chosen, led)


async def show(request: web.Request) -> web.Response:
    """`GET /records/{record}`"""
    return await _page(request, *await kept(request, await seen_by(request)))


async def _page(
    request: web.Request, record_id: str, text: bytes, seen: Seen, wrong: str = "", status: int = 200
) -> web.Response:
    try:
        record = from_json(text)
    except BadRecord as error:
        return _unreadable(request, error, record_id, seen)
    reader = language.choose(request)
    words = partial(language.text, reader)
    return render(
        request,
        "trainer.html",
        status,
        page="onerecord",
        seen=seen,
        title=heading(record, reader, words),
        take=_take(record_id, seen),
        record=record_id,
        kinds=[str(one) for one in reversed(Taken)],
        lacking=taken.lacking(reader),
        figures=await drawings.of_one(request, record),
        totals=totals(record, reader, words),
        timeline=record.timeline is not None,
        sums=of_sums(record),
        few=few_sat(record),
        until=shared.good_until(request, seen),
        days=shared.choices(request, seen, reader),
        wrong=wrong and language.text(reader, wrong),
    )


async def away(request: web.Request) -> web.Response:
    """`POST /records/{record}/away {as}`: json, csv or zip; noted first."""
    leader, fields = await leader_of(request), await written(request)
    record_id, text, seen = await kept(request, await theirs(request, leader))
    if (chosen := fields.get("as", "")) not in list(Taken):
        raise Refusal("bad_request", "json, csv or zip is expected")
    as_ = Taken(chosen)
    taken.spend(request, leader)
    try:
        content = await take_elsewhere({record_id: text}, as_)
    except NotMade:
        return await _page(request, record_id, text, seen, "records-not-made", 503)
    await taken.note(request, leader, {record_id: text}, as_)
    return taken.file(content, KINDS[as_], f"record-{record_id}.{as_}")


async def figure(request: web.Request) -> web.Response:
    """`POST /records/{record}/figures/{figure} {as}`: that drawing alone, as SVG; noted first."""
    leader, fields = await leader_of(request), await written(request)
    record_id, text, seen = await kept(request, await theirs(request, leader))
    as_ = taken.figure_as(fields)
    taken.spend(request, leader)
    reader = language.choose(request)
    words = partial(language.text, reader)
    try:
        record = from_json(text)
    except BadRecord as error:
        return _unreadable(request, error, record_id, seen)
    drawn, of = await drawings.of_one(request, record), heading(record, reader, words)
    return await taken.figure(request, leader, {record_id: text}, drawn, as_, f"record-{record_id}", of)


async def apart(request: web.Request) -> web.Response:
    """`POST /groups/{group}/apart`: its records lead neither to it nor to one another any more."""
    group = await group_of(request, await leader_of(request))
    await written(request)
    await request.app[HOUSE].store.series.end(group.group)
    raise said.leads_to(request, f"/groups/{group.group}", "apart")


# --- inside ---


def _unreadable(request: web.Request, error: BadRecord, record_id: str, seen: Seen) -> web.Response:
    return render(
        request,
        "unread.html",
        500,
        page="newerrecord" if isinstance(error, NewerRecord) else "damagedrecord",
        seen=seen,
        take=_take(record_id, seen),
        record=record_id,
    )


def _take(record_id: str, seen: Seen) -> str:
    """Where it can be taken away; nothing for whoever sees it by a link."""
    return "" if seen.leader is None else f"/records/{record_id}"
