"""What is kept of a session that has ended: whoever was there sees the very record, and can say no to it."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import NamedTuple

from aiohttp import web

from facilitation.vocabulary import LEADING, Keeping, Stage
from server.by_locale import day_and_time, month, short_day_and_time
from server.pages import drawings, language, said, zones
from server.pages.leader import known_leader, written
from server.pages.places import HOUSE, WALL_CLOCK, is_rehearsed, keep_place, known_person, rehearsal_of
from server.pages.refusals import Refusal
from server.pages.rendering import plain_page, render
from server.pages.security import from_this_site
from server.record.page import command, heading, to_save, totals
from server.record.schema import from_json
from server.record.voices import few_sat, of_sums
from server.retention import kept_until
from server.store import Choice, Leader, Person, Waiting


async def record(request: web.Request) -> web.Response:
    """`GET /record`: as tables, without a script."""
    person, waiting = await _there(request), await _waiting(request)
    if person is None or waiting is None:
        return await _none_here(request, person)
    made = from_json(waiting.text)
    chosen = language.choose(request)
    words = partial(language.text, chosen)
    choice = await request.app[HOUSE].store.shelf.choice(person.person)
    pace = await rehearsal_of(request, person.session)
    drawn = await drawings.of_one(request, made)
    of = heading(made, chosen, words)
    shown = render(
        request,
        "record.html",
        page="record",
        over=_is_over(request, waiting),
        time=day_and_time(_hour(request, waiting), chosen),
        short=short_day_and_time(_hour(request, waiting), chosen),
        rehearsal=pace is not None,
        hurried=f"{pace:g}" if pace not in (None, 1) else "",
        together=waiting.together,
        kept=_kept(made.month, request.app[HOUSE].settings.records_months, chosen),
        asks=waiting.needs_everyone,
        timeline=made.timeline is not None,
        sums=of_sums(made),
        few=few_sat(made),
        command=command(),
        agrees=await request.app[HOUSE].store.agrees(person.person),
        led=_led(person),
        leader=await _leader(request, person, choice),
        keeps=choice.keeps,
        figures=drawn,
        svgs={}
        if pace is None
        else await asyncio.to_thread(to_save, drawn, of),  # in earnest nothing is handed on yet
        totals=totals(made, chosen, words),
    )
    keep_place(request, shown)  # to the hour, however long the server stood still meanwhile
    return shown


class Asked(NamedTuple):
    """What the page on which a session has ended says of what may be kept."""

    says: str
    """The message for it."""
    agreed: bool
    until: str = ""


async def asked_at_the_end(request: web.Request, person: Person) -> Asked | None:
    """None where nothing is kept, or its hour has passed: until then it looks the same whatever anybody has said."""
    store = request.app[HOUSE].store
    waiting = await store.waiting_record(person.session) if person.seat is not None else None
    if waiting is None:
        session = await store.session(person.session)
        making = session is not None and not session.ended and session.keeping != Keeping.NOTHING
        return Asked("room-ended-making", agreed=False) if making else None
    agreed = waiting.needs_everyone and await store.agrees(person.person)
    keeping = Keeping.SEAT_TIMELINE if waiting.needs_everyone else Keeping.AGGREGATE
    if await is_rehearsed(request, person.session):  # it has no hour, and nothing of it stays
        return Asked("room-ended-kept-rehearsal", agreed)
    says = "over" if _is_over(request, waiting) else "agreed" if agreed else f"asks-{keeping}"
    return Asked(
        f"room-ended-{says}", agreed, day_and_time(_hour(request, waiting), language.choose(request))
    )


def _hour(request: web.Request, waiting: Waiting) -> datetime:
    """On the reader's clock. It may have passed where the server has stood still, and they may say no even so."""
    until = request.app[WALL_CLOCK]() + waiting.left_s if waiting.until is None else waiting.until
    return zones.at(request, until)


def _is_over(request: web.Request, waiting: Waiting) -> bool:
    """Its hour has passed, and it waits all the same: a server that was started destroys and releases nothing at first,
    and an answer counts until it does."""
    return waiting.until is not None and waiting.until <= request.app[WALL_CLOCK]()


async def _none_here(request: web.Request, person: Person | None) -> web.Response:
    """Why: of a session that goes on, and of one that nobody ended, it is told; a refusal leaves no trace."""
    house = request.app[HOUSE]
    session = None if person is None else await house.store.session(person.session)
    if session is None:
        return plain_page(request, "norecord", 404)
    if session.ended:
        unended = session.let_go and session.keeping != Keeping.NOTHING
        return plain_page(request, "unendedrecord" if unended else "norecord", 404)
    if await house.stage(session.session) == Stage.ENDED:
        return plain_page(request, "makingrecord", 503)  # it is put together in a process of its own
    return plain_page(request, "earlyrecord" if house.rehearsal(session) is None else "earlyrehearsal", 404)


def _kept(month_of_it: str | None, months: int | None, chosen: str) -> str:
    if month_of_it is None or months is None:
        return language.text(chosen, "record-kept")
    until = month(kept_until(month_of_it, months), chosen)
    return language.text(chosen, "record-kept-until", month=until)


async def file(request: web.Request) -> web.Response:
    """`GET /record.json`: the same bytes that are kept."""
    waiting = await _waiting(request)
    if waiting is None:
        raise web.HTTPNotFound
    return web.Response(
        body=waiting.text,
        content_type="application/json",
        headers={"Content-Disposition": 'attachment; filename="record.json"'},
    )


async def veto(request: web.Request) -> web.Response:
    """`POST /record/veto`: it is destroyed at its hour, and looks until then as it did: so nobody can tell when
    somebody said no, and who. Whoever did reads that once."""
    if not from_this_site(request):
        raise Refusal("other_site", "another site's page sent this")
    person, waiting = await _there(request), await _waiting(request)
    if person is None or waiting is None or not await request.app[HOUSE].store.veto(person.session):
        raise said.leads_to(request, "/record")
    if await is_rehearsed(request, person.session):
        raise said.leads_to(request, "/record", "refused-rehearsal")
    raise said.leads_to(request, "/record", "refused-over" if _is_over(request, waiting) else "refused")


async def agree(request: web.Request) -> web.Response:
    """`POST /record/agree`, with `agrees` yes or no: to what is kept only if everyone who was there agrees to it."""
    if not from_this_site(request):
        raise Refusal("other_site", "another site's page sent this")
    person, waiting = await _there(request), await _waiting(request)
    if person is not None and waiting is not None:
        agrees = (await request.post()).get("agrees") == "yes"
        await request.app[HOUSE].store.agree(person.person, agrees)
    raise web.HTTPSeeOther("/record")


async def keep(request: web.Request) -> web.Response:
    """`POST /record/keep`, with `keeps` yes or no: whoever led has it among their own records, once it is released."""
    fields = await written(request)
    person, shelf = await _there(request), request.app[HOUSE].store.shelf
    leader = None if person is None else await _leader(request, person, await shelf.choice(person.person))
    if person is not None and leader is not None:
        await shelf.choose(person.person, leader.leader, keeps=fields.get("keeps") == "yes")
    raise web.HTTPSeeOther("/record")


def _led(person: Person) -> bool:
    """To the end: whoever was removed from the room sees the record, and may refuse it, and does not keep it."""
    return person.role in LEADING and not person.removed


async def _leader(request: web.Request, person: Person, choice: Choice) -> Leader | None:
    """Which leader of this server has the record among their own, or would: whoever is signed in here, else whose link
    it was."""
    if not _led(person):
        return None
    if not choice.keeps and (signed_in := await known_leader(request)) is not None:
        return signed_in
    known = await request.app[HOUSE].store.leaders.listed()
    return next((one for one in known if one.leader == choice.leader), None)


async def _there(request: web.Request) -> Person | None:
    """Somebody who had a seat in the session, whatever became of it."""
    person = await known_person(request)
    return person if person is not None and person.seat is not None else None


async def _waiting(request: web.Request) -> Waiting | None:
    person = await _there(request)
    return None if person is None else await request.app[HOUSE].store.waiting_record(person.session)
