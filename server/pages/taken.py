"""What a leader takes away of records: it is noted first, by the leader's opaque id, and then it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aiohttp import web

from server.pages import language
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.refusals import Refusal
from server.record import libraries
from server.record.figure import Figure
from server.record.page import alone
from server.retention import day_of
from server.store import Leader

FIGURE_AS = ("svg", "png")
"""A PNG is made by the page, of the SVG."""
FORMATS = {"parquet": "Parquet", "eaf": "ELAN (.eaf)", "TextGrid": "Praat (.TextGrid)"}


def spend(request: web.Request, leader: Leader) -> None:
    if not request.app[ALLOWANCE].spend(f"leader {leader.leader}"):
        raise Refusal("too_fast")


def figure_as(fields: Mapping[str, str]) -> str:
    if (as_ := fields.get("as", "svg")) not in FIGURE_AS:
        raise Refusal("bad_request", "svg or png is expected")
    return as_


def lacking(reader: str) -> str:
    """What a ZIP of this server has not, said before it is asked for; nothing where it has all."""
    formats = ", ".join(FORMATS[ending] for ending in libraries.lacking())
    return language.text(reader, "records-zip-lacks", formats=formats) if formats else ""


async def note(request: web.Request, leader: Leader, taken: Mapping[str, bytes], as_: str) -> None:
    """Whoever has a copy of the database alone cannot tell which leader the log means."""
    store, day = request.app[HOUSE].store, day_of(request.app[WALL_CLOCK]())
    await store.released.taken_away(taken, as_, store.leaders.noted_as(leader.leader), day)


async def figure(
    request: web.Request,
    leader: Leader,
    of: Mapping[str, bytes],
    drawn: Iterable[Figure],
    as_: str,
    name: str,
    heading: str,
) -> web.Response:
    """The figure that the address names, of these records, as SVG; `heading` says whose it is. 404 where they have none
    such, or there is nothing to draw."""
    key = request.match_info["figure"]
    found = next((one for one in drawn if one.key == key and one.svg), None)
    if found is None:
        raise web.HTTPNotFound
    await note(request, leader, of, as_)
    return file(alone(found, heading).encode(), "image/svg+xml", f"{name}-{key}.svg")


def file(content: bytes, kind: str, name: str) -> web.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=content, content_type=kind, headers=headers)
