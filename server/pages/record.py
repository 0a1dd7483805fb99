"""What is kept of a session that has ended: whoever was there sees the very record, and can say no to it."""

from __future__ import annotations

import time

from aiohttp import web

from facilitation.structure_record import StructureRecord
from server.pages import language
from server.pages.places import HOUSE, WALL_CLOCK, known_person
from server.pages.refusals import Refusal
from server.pages.rendering import plain_page, render
from server.pages.security import from_this_site
from server.record.schema import from_json
from server.store import Person, Waiting


async def record(request: web.Request) -> web.Response:
    """`GET /record`: as tables, without a script."""
    waiting = await _waiting(request)
    if waiting is None:
        return plain_page(request, "earlyrecord" if await _goes_on(request) else "norecord", 404)
    made = from_json(waiting.text)
    chosen = language.choose(request)
    until = time.strftime("%Y-%m-%d %H:%M", time.gmtime(request.app[WALL_CLOCK]() + waiting.left_s))
    return render(
        request,
        "record.html",
        page="record",
        record=made,
        until=language.text(chosen, "record-until", time=until),
        minutes=minutes,
        figures=_figures(made, chosen),
    )


async def file(request: web.Request) -> web.Response:
    """`GET /record.json`: the same bytes that are kept."""
    waiting = await _waiting(request)
    if waiting is None:
        raise web.HTTPNotFound
    return web.Response(body=waiting.text, content_type="application/json")


async def veto(request: web.Request) -> web.Response:
    """`POST /record/veto`: it is destroyed. Nobody is told who said no; nor can it be told whether it was there."""
    if not from_this_site(request):
        raise Refusal("other_site", "another site's page sent this")
    person = await _there(request)
    if person is not None:
        await request.app[HOUSE].store.veto(person.session)
    raise web.HTTPSeeOther("/record")


async def _there(request: web.Request) -> Person | None:
    """Somebody who had a seat in the session, whatever became of it."""
    person = await known_person(request)
    return person if person is not None and person.seat is not None else None


async def _goes_on(request: web.Request) -> bool:
    person = await _there(request)
    session = None if person is None else await request.app[HOUSE].store.session(person.session)
    return session is not None and not session.ended


async def _waiting(request: web.Request) -> Waiting | None:
    person = await _there(request)
    return None if person is None else await request.app[HOUSE].store.waiting_record(person.session)


def minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _figures(made: StructureRecord, chosen: str) -> list[tuple[str, str]]:
    """Of the whole session: the message that names a figure, and the figure."""
    whole = made.whole
    silences, lengths = whole.silences, whole.turn_lengths
    rows = [
        ("record-month", made.month or "–"),
        ("record-size", language.text(chosen, f"record-{made.members}")),
        ("record-leaders", minutes(whole.speech_s.leader)),
        ("record-presenter", minutes(whole.speech_s.presenter)),
        ("record-members", minutes(whole.speech_s.member)),
        ("record-silence", minutes(whole.silence_s)),
        ("record-silences", _row(silences.over_3_s, silences.over_10_s, silences.over_30_s)),
        (
            "record-turns",
            _row(
                lengths.under_5_s,
                lengths.from_5_to_15_s,
                lengths.from_15_to_60_s,
                lengths.from_1_to_3_min,
                lengths.over_3_min,
            ),
        ),
        ("record-leader-share", _percent(whole.leader_share)),
        ("record-silence-kept", _percent(whole.silence_kept)),
    ]
    told = None if whole.shares is None else ", ".join(map(_percent, whole.shares))
    return [*rows, ("record-shares", told or language.text(chosen, "record-shares-none"))]


def _row(*counts: int) -> str:
    return ", ".join(map(str, counts))


def _percent(part: float | None) -> str:
    return "–" if part is None else f"{part:.0%}"
