"""Records that lie together, a group's or a leader's own, side by side: looked at, and taken away, all or some."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from aiohttp import web

from facilitation.structure_record import OWN, StructureRecord
from server.by_locale import month
from server.formats import name_of
from server.pages import drawings, language, shared, taken
from server.pages.groups import FORMATS
from server.pages.leader import leader_of, written
from server.pages.rendering import render
from server.pages.seen import Seen, led_by, texts_of
from server.record import compare, months
from server.record.elsewhere import NotMade
from server.record.schema import BadRecord, NewerRecord, from_json
from server.record.taking import KINDS, Taken, take_elsewhere
from server.store import Leader
from server.store.shares import MOST

CHOSEN = "record-"
"""A field of the form begins so, for each record that is ticked."""


def ticked(fields: Mapping[str, str], records: Collection[str]) -> list[str]:
    """Which of these records."""
    return [one for one in records if CHOSEN + one in fields]


def compared(fields: Mapping[str, str], records: Collection[str]) -> list[str]:
    """Which of them lie side by side: those that are ticked, else all; one alone can be compared with nothing."""
    chosen = ticked(fields, records)
    return chosen if len(chosen) >= compare.LEAST else list(records)


async def show(
    request: web.Request,
    seen: Seen,
    led: Collection[Seen] = (),
    wrong: str = "",
    status: int = 200,
    fields: Mapping[str, str] | None = None,
) -> web.Response:
    """Those that are ticked side by side, in the query or the `fields` of a form that is shown again, else all; `led`
    are the groups that the same leader leads."""
    ticks = request.query if fields is None else fields
    texts, records, unread = await _kept(request, seen)
    reader, leads = language.choose(request), seen.leader is not None
    chosen = ticked(ticks, records)
    beside = {one: records[one] for one in compared(ticks, records)}
    called = _called(records, reader)
    letters = months.lettered(list(records.values()))
    return render(
        request,
        "records.html",
        status,
        page="records",
        words="records" if seen.group else "myrecords" if leads else "sharedrecords",
        seen=seen,
        groups=[one.group for one in led] if leads and len(led) > 1 else [],
        shares=await shared.of(request, seen, reader, texts, records) if leads else [],
        until=shared.good_until(request, seen),
        days=shared.choices(request, seen, reader),
        figures=await drawings.side_by_side(request, list(beside.values()), [called[one] for one in beside]),
        hrefs=[f"/records/{one}{'?mine' if leads and not seen.group else ''}" for one in beside],
        of_sessions=compare.of_sessions(list(beside.values())),
        few="" if wrong else _too_few(chosen, reader, asked="beside" in ticks),
        take=seen.take if leads else "",
        lacking=taken.lacking(reader),
        asked="?" + "&".join(f"{CHOSEN}{one}=yes" for one in chosen) if chosen else "",
        chosen=chosen,
        asked_days="" if fields is None else fields.get("days", ""),
        lines=[
            (one, line_of(request, record, reader, letter))
            for (one, record), letter in zip(records.items(), letters, strict=True)
        ],
        damaged=" ".join(language.text(reader, why, count=count) for why, count in unread.items()),
        wrong=wrong and language.text(reader, wrong, most=MOST),
        most=MOST,
    )


async def away(request: web.Request) -> web.Response:
    """`POST /groups/{group}/records/away`: `all`, or the records that are ticked, as one ZIP; noted first."""
    leader, fields = await leader_of(request), await written(request)
    seen, led = await _of_group(request, leader)
    return await take_away(request, leader, seen, fields, led)


async def take_away(
    request: web.Request,
    leader: Leader,
    seen: Seen,
    fields: Mapping[str, str],
    led: Collection[Seen] = (),
) -> web.Response:
    texts, records, _ = await _kept(request, seen)
    asked = list(records) if "all" in fields else ticked(fields, records)
    if not asked:
        return await show(request, seen, led, "records-none-chosen", 400, fields)
    taken.spend(request, leader)
    kept = {one: texts[one] for one in asked}
    try:
        content = await take_elsewhere(kept, Taken.ZIP)
    except NotMade:
        return await show(request, seen, led, "records-not-made", 503, fields)
    await taken.note(request, leader, kept, Taken.ZIP)
    return taken.file(content, KINDS[Taken.ZIP], "records.zip")


async def figure(request: web.Request) -> web.Response:
    """`POST /groups/{group}/records/figures/{figure} {as}`: a drawing of them, as SVG; noted first."""
    leader, fields = await leader_of(request), await written(request)
    return await draw(request, leader, (await _of_group(request, leader))[0], fields)


async def draw(request: web.Request, leader: Leader, seen: Seen, fields: Mapping[str, str]) -> web.Response:
    """Of those that lie side by side on the page with the same query."""
    as_ = taken.figure_as(fields)
    taken.spend(request, leader)
    texts, records, _ = await _kept(request, seen)
    chosen = {one: records[one] for one in compared(request.query, records)}
    kept = {one: texts[one] for one in chosen}
    reader = language.choose(request)
    read, called = list(chosen.values()), _called(records, reader)
    of = compare.heading(read, reader, partial(language.text, reader))
    drawn = await drawings.side_by_side(request, read, [called[one] for one in chosen])
    return await taken.figure(request, leader, kept, drawn, as_, "records", of)


def line_of(request: web.Request, record: StructureRecord, reader: str, letter: str = "") -> str:
    """What a list says of it; `letter` where others share its month."""
    return language.text(
        reader,
        "records-line",
        month=f"{month(record.month, reader) if record.month else '–'} {letter}".rstrip(),
        format=_format(request, record, reader),
        minutes=sum(phase.actual_s for phase in record.phases) // 60,
        members=language.text(reader, f"record-{record.members}"),
    )


# --- inside ---


async def _of_group(request: web.Request, leader: Leader) -> tuple[Seen, list[Seen]]:
    """Whoever does not lead it learns nothing of it."""
    led = await led_by(request, leader)
    found = next((one for one in led if one.owner.group == request.match_info["group"]), None)
    if found is None:
        raise web.HTTPNotFound
    return found, led


async def _kept(
    request: web.Request, seen: Seen
) -> tuple[Mapping[str, bytes], Mapping[str, StructureRecord], Mapping[str, int]]:
    """As they are kept, and what they say; and how many cannot be read, by the message that says why."""
    texts = await texts_of(request, seen)
    return texts, *await _readable(texts.items())


async def _readable(
    texts: Iterable[tuple[str, bytes]],
) -> tuple[Mapping[str, StructureRecord], Mapping[str, int]]:
    """In the order of their months; and how many cannot be read. Voices are forwarded between one and the next."""
    found, unread = {}, Counter[str]()
    for record_id, text in texts:
        try:
            found[record_id] = from_json(text)
        except NewerRecord:
            unread["records-newer"] += 1
        except BadRecord:
            unread["records-damaged"] += 1
        await asyncio.sleep(0)
    return compare.in_order(found), unread


def _called(records: Mapping[str, StructureRecord], reader: str) -> Mapping[str, str]:
    """As in the list of all, also where some of them lie side by side."""
    return dict(zip(records, months.named(list(records.values()), (), reader), strict=True))


def _too_few(chosen: Collection[str], reader: str, *, asked: bool) -> str:
    """Why all lie side by side where some were asked for."""
    if len(chosen) >= compare.LEAST or not (chosen or asked):
        return ""
    return language.text(reader, "records-few-chosen" if chosen else "records-no-chosen")


def _format(request: web.Request, record: StructureRecord, reader: str) -> str:
    """What it is called; one that is gone, by its key."""
    if record.format == OWN:
        return language.text(reader, "records-format-own")
    entry = request.app[FORMATS].get(record.format)
    return record.format if entry is None else name_of(entry.form, reader)
