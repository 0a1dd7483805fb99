"""The records that a group keeps together, side by side: looked at, and taken away, all of them or some."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial

from aiohttp import web

from facilitation.structure_record import StructureRecord
from server.by_locale import month
from server.pages import language, shared, taken
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE
from server.pages.rendering import render
from server.pages.seen import Seen, led_by
from server.record import compare
from server.record.drawing import Figure
from server.record.elsewhere import NotMade
from server.record.schema import BadRecord, from_json
from server.record.taking import KINDS, Taken, take_elsewhere
from server.store import Leader

CHOSEN = "record-"
"""A field of the form begins so, for each record that is ticked."""


async def show(request: web.Request, seen: Seen, led: list[Seen]) -> web.Response:
    """`GET /records` of one group; `led` are all that the same leader leads."""
    return await _page(request, seen, led)


async def away(request: web.Request) -> web.Response:
    """`POST /groups/{group}/records/away`: `all`, or the records that are ticked, as one ZIP; noted first."""
    leader, fields = await leader_of(request), await written(request)
    seen, led = await _of_group(request, leader)
    texts, records, _ = await _kept(request, seen)
    asked = [one for one in records if "all" in fields or CHOSEN + one in fields]
    if not asked:
        return await _page(request, seen, led, "records-none-chosen", 400)
    taken.spend(request, leader)
    kept = {one: texts[one] for one in asked}
    try:
        content = await take_elsewhere(kept, Taken.ZIP)
    except NotMade as error:
        return await _page(request, seen, led, taken.why_not(error), 503)
    await taken.note(request, leader, kept, Taken.ZIP)
    return taken.file(content, KINDS[Taken.ZIP], "records.zip")


async def figure(request: web.Request) -> web.Response:
    """`POST /groups/{group}/records/figures/{figure} {as}`: a drawing of them all, as SVG; noted first."""
    leader, fields = await leader_of(request), await written(request)
    seen, _ = await _of_group(request, leader)
    as_ = taken.figure_as(fields)
    taken.spend(request, leader)
    texts, records, _ = await _kept(request, seen)
    kept = {one: texts[one] for one in records}
    return await taken.figure(request, leader, kept, await _drawn(request, records), as_, "records")


# --- inside ---


async def _page(
    request: web.Request, seen: Seen, led: list[Seen], wrong: str = "", status: int = 200
) -> web.Response:
    _, records, damaged = await _kept(request, seen)
    reader, leads = language.choose(request), seen.leader is not None
    return render(
        request,
        "records.html",
        status,
        page="records",
        group=seen.group,
        leads=leads,
        groups=[one.group for one in led] if leads and len(led) > 1 else [],
        shares=await shared.of(request, seen.group, reader) if leads else [],
        figures=await _drawn(request, records),
        take=f"/groups/{seen.group.group}/records" if leads else "",
        lines=[(one, _line(record, reader)) for one, record in records.items()],
        damaged=language.text(reader, "records-damaged", count=damaged) if damaged else "",
        wrong=wrong and language.text(reader, wrong),
    )


async def _of_group(request: web.Request, leader: Leader) -> tuple[Seen, list[Seen]]:
    """Whoever does not lead it learns nothing of it."""
    led = await led_by(request, leader)
    found = next((one for one in led if one.group.group == request.match_info["group"]), None)
    if found is None:
        raise web.HTTPNotFound
    return found, led


async def _kept(
    request: web.Request, seen: Seen
) -> tuple[Mapping[str, bytes], Mapping[str, StructureRecord], int]:
    """As they are kept, and what they say; and how many are damaged."""
    texts = await request.app[HOUSE].store.released.of_series(seen.series)
    return texts, *await _readable(texts.items())


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


async def _drawn(request: web.Request, records: Mapping[str, StructureRecord]) -> list[Figure]:
    """None of fewer than two. A hundred take a tenth of a second: in a thread, which lets voices through."""
    if len(records) < compare.LEAST:
        return []
    reader = language.choose(request)
    words = partial(language.text, reader)
    return await asyncio.to_thread(compare.compared, list(records.values()), reader, words)


def _line(record: StructureRecord, reader: str) -> str:
    return language.text(
        reader,
        "records-line",
        month=month(record.month, reader) if record.month else "–",
        minutes=sum(phase.actual_s for phase in record.phases) // 60,
        members=language.text(reader, f"record-{record.members}"),
    )
