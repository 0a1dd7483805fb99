"""The records that a group keeps together, for its leaders: side by side over the months, and each by itself. Whoever
has a link to them sees the same, and takes nothing away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial

from aiohttp import web

from facilitation.structure_record import StructureRecord
from server.by_locale import month
from server.pages import language, shared
from server.pages.groups import group_of
from server.pages.leader import leader_of, written
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.refusals import Refusal
from server.pages.rendering import plain_page, render
from server.pages.seen import Seen, kept, led_by, seen_by
from server.record import compare
from server.record.drawing import figures
from server.record.elsewhere import NotMade
from server.record.page import alone, totals
from server.record.schema import BadRecord, from_json
from server.record.taking import KINDS, Taken, take_elsewhere
from server.retention import day_of
from server.store import Leader

FIGURE_AS = ("svg", "png")
"""A PNG is made by the page, of the SVG."""
NOT_MADE = {"NotInstalled": "records-not-installed"}


async def overview(request: web.Request) -> web.Response:
    """`GET /records`: of one group, `?group=` where there are several."""
    theirs = await seen_by(request)
    asked = request.query.get("group", theirs[0].group.group if len(theirs) == 1 else "")
    chosen = next((one for one in theirs if one.group.group == asked), None)
    if chosen is None and "group" in request.query:
        raise web.HTTPNotFound
    if chosen is None:
        groups = [one.group for one in theirs if one.leader is not None]
        return render(request, "records.html", page="records", group=None, leads=True, groups=groups)
    if chosen.only is not None:
        raise web.HTTPSeeOther(f"/records/{chosen.only}")
    return await _side_by_side(request, chosen, theirs)


async def _side_by_side(request: web.Request, chosen: Seen, theirs: list[Seen]) -> web.Response:
    texts = await request.app[HOUSE].store.released.of_series(chosen.series)
    records, damaged = await _readable(texts.items())
    reader, leads = language.choose(request), chosen.leader is not None
    led = [one.group for one in theirs if one.leader is not None]
    words = partial(language.text, reader)
    several, drawn = list(records.values()), []
    if (
        len(several) >= compare.LEAST
    ):  # a hundred take a tenth of a second: in a thread, which lets voices through
        drawn = await asyncio.to_thread(compare.compared, several, reader, words)
    return render(
        request,
        "records.html",
        page="records",
        group=chosen.group,
        leads=leads,
        groups=led if leads and len(led) > 1 else [],
        shares=await shared.of(request, chosen.group, reader) if leads else [],
        figures=drawn,
        lines=[(one, _line(record, reader)) for one, record in records.items()],
        damaged=language.text(reader, "records-damaged", count=damaged) if damaged else "",
    )


async def show(request: web.Request) -> web.Response:
    """`GET /records/{record}`"""
    return _page(request, *await kept(request, await seen_by(request)))


def _page(
    request: web.Request, record_id: str, text: bytes, seen: Seen, wrong: str = "", status: int = 200
) -> web.Response:
    try:
        record = from_json(text)
    except BadRecord:
        return plain_page(request, "damagedrecord", 500)
    reader = language.choose(request)
    words = partial(language.text, reader)
    return render(
        request,
        "trainer.html",
        status,
        page="onerecord",
        group=seen.group,
        only=seen.only is not None,
        title=_title(record, reader),
        take="" if seen.leader is None else f"/records/{record_id}",
        record=record_id,
        kinds=[str(one) for one in reversed(Taken)],
        figures=figures(record, words),
        totals=totals(record, reader, words),
        timeline=record.timeline is not None,
        wrong=wrong and language.text(reader, wrong),
    )


async def away(request: web.Request) -> web.Response:
    """`POST /records/{record}/away {as}`: json, csv or zip. It is noted who took it, by the leader's opaque id, before
    it goes."""
    leader, fields = await leader_of(request), await written(request)
    record_id, text, seen = await kept(request, await led_by(request, leader))
    if (chosen := fields.get("as", "")) not in list(Taken):
        raise Refusal("bad_request", "json, csv or zip is expected")
    as_ = Taken(chosen)
    _spend(request, leader)
    try:
        content = await take_elsewhere({record_id: text}, as_)
    except NotMade as error:
        return _page(request, record_id, text, seen, NOT_MADE.get(str(error), "records-not-made"), 503)
    await _note(request, leader, {record_id: text}, as_)
    return _file(content, KINDS[as_], f"record-{record_id}.{as_}")


async def figure(request: web.Request) -> web.Response:
    """`POST /records/{record}/figures/{figure} {as}`: that drawing alone, as SVG; noted so, too."""
    leader, fields = await leader_of(request), await written(request)
    record_id, text, _ = await kept(request, await led_by(request, leader))
    if (as_ := fields.get("as", "svg")) not in FIGURE_AS:
        raise Refusal("bad_request", "svg or png is expected")
    _spend(request, leader)
    try:
        drawn = figures(from_json(text), partial(language.text, language.choose(request)))
    except BadRecord:
        return plain_page(request, "damagedrecord", 500)
    key = request.match_info["figure"]
    found = next((one for one in drawn if one.key == key), None)
    if found is None:
        raise web.HTTPNotFound
    await _note(request, leader, {record_id: text}, as_)
    return _file(alone(found).encode(), "image/svg+xml", f"record-{record_id}-{key}.svg")


async def apart(request: web.Request) -> web.Response:
    """`POST /groups/{group}/apart`: its records lead neither to it nor to one another any more."""
    group = await group_of(request, await leader_of(request))
    await written(request)
    await request.app[HOUSE].store.series.end(group.group)
    raise web.HTTPSeeOther(f"/groups/{group.group}")


# --- inside ---


async def _readable(texts: Iterable[tuple[str, bytes]]) -> tuple[Mapping[str, StructureRecord], int]:
    """In the order of their months; and how many are damaged. Voices are forwarded between one and the next."""
    found, damaged = {}, 0
    for record_id, text in texts:
        try:
            found[record_id] = from_json(text)
        except BadRecord:
            damaged += 1
        await asyncio.sleep(0)
    return compare.in_order(found), damaged


def _line(record: StructureRecord, reader: str) -> str:
    return language.text(
        reader,
        "records-line",
        month=month(record.month, reader) if record.month else "–",
        minutes=sum(phase.actual_s for phase in record.phases) // 60,
        members=language.text(reader, f"record-{record.members}"),
    )


def _title(record: StructureRecord, reader: str) -> str:
    if record.month is None:
        return language.text(reader, "records-of-none")
    return language.text(reader, "records-of", month=month(record.month, reader))


def _spend(request: web.Request, leader: Leader) -> None:
    if not request.app[ALLOWANCE].spend(f"leader {leader.leader}"):
        raise Refusal("too_fast")


async def _note(request: web.Request, leader: Leader, taken: Mapping[str, bytes], as_: str) -> None:
    """Whoever has a copy of the database alone cannot tell which leader the log means."""
    store, day = request.app[HOUSE].store, day_of(request.app[WALL_CLOCK]())
    await store.released.taken_away(taken, as_, store.leaders.noted_as(leader.leader), day)


def _file(content: bytes, kind: str, name: str) -> web.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=content, content_type=kind, headers=headers)
