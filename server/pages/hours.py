"""What a leader has led, for their accreditation: as a page and as a table; theirs to take away and to erase."""

from __future__ import annotations

from collections import defaultdict

from aiohttp import web

from server.by_locale import short_day_and_time, short_day_time_and_place
from server.formats import name_of
from server.groups.attendance import as_csv, begins, hours
from server.pages import language, said, zones
from server.pages.groups import FORMATS
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE
from server.pages.rendering import render
from server.store import Attendance

HEADS = ("date", "start", "zone", "minutes", "role", "format", "group")
COMMAS = {"en": ","}
"""Where numbers have a comma, a spreadsheet expects a semicolon."""


async def overview(request: web.Request) -> web.Response:
    """`GET /hours`: the newest first, with sums."""
    leader, chosen = await leader_of(request), language.choose(request)
    led = await request.app[HOUSE].store.hours.of(leader.leader)
    return render(
        request,
        "hours.html",
        page="hours",
        lines=[
            (entry, one, _when(request, one, chosen), *_words(request, one, chosen))
            for entry, one in reversed(led.items())
        ],
        sums=_sums(list(led.values()), chosen),
        hours=hours,
        noted=request.app[HOUSE].settings.hours_months,
    )


def _sums(led: list[Attendance], chosen: str) -> list[tuple[str, int, str]]:
    """By role, and of all: the word, how many, and the hours."""
    by_role: dict[str, list[int]] = defaultdict(list)
    for one in led:
        by_role[language.text(chosen, f"room-role-{one.called}")].append(one.minutes)
    sums = [(role, len(each), hours(sum(each))) for role, each in sorted(by_role.items())]
    whole = language.text(chosen, "hours-all"), len(led), hours(sum(one.minutes for one in led))
    return [*sums, whole] if len(sums) > 1 else sums


async def table(request: web.Request) -> web.Response:
    """`GET /hours.csv`"""
    leader, chosen = await leader_of(request), language.choose(request)
    led = await request.app[HOUSE].store.hours.of(leader.leader)
    heads = [language.text(chosen, f"hours-{head}") for head in HEADS]
    content = as_csv(heads, led.values(), lambda one: _words(request, one, chosen), COMMAS.get(chosen, ";"))
    headers = {"Content-Disposition": 'attachment; filename="hours.csv"'}
    return web.Response(body=content, content_type="text/csv", charset="utf-8", headers=headers)


async def ask(request: web.Request) -> web.Response:
    """`GET /hours/forget`, with `entry` or for all: it cannot be brought back, so it is asked."""
    leader, chosen = await leader_of(request), language.choose(request)
    led = await request.app[HOUSE].store.hours.of(leader.leader)
    entry = request.query.get("entry", "")
    if entry and entry not in led:
        raise web.HTTPSeeOther("/hours")
    when = _when(request, led[entry], chosen) if entry else ""
    return render(request, "hours_forget.html", page="hoursforget", entry=entry, when=when)


async def forget(request: web.Request) -> web.Response:
    """`POST /hours/forget {entry?}`: that one, or all."""
    leader, fields = await leader_of(request), await written(request)
    if fields.get("entry") or fields.get("all") == "yes":
        await request.app[HOUSE].store.hours.forget(leader.leader, fields.get("entry") or None)
        raise said.leads_to(request, "/hours", "erased")
    raise web.HTTPSeeOther("/hours")


def _when(request: web.Request, one: Attendance, chosen: str) -> str:
    """On the group's clock, which is named unless it shows what the reader's does."""
    at = begins(one)
    told = short_day_and_time if zones.is_theirs(request, at) else short_day_time_and_place
    return told(at, chosen)


def _words(request: web.Request, one: Attendance, chosen: str) -> tuple[str, str]:
    """The role's and the format's; a format that is gone is called by its key."""
    entry = request.app[FORMATS].get(one.format)
    role = language.text(chosen, f"room-role-{one.called}")
    return role, one.format if entry is None else name_of(entry.form, chosen)
