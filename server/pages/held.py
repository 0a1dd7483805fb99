"""A meeting that has been held: for its day and the next it says so, on the group's page and on its own."""

from __future__ import annotations

from aiohttp import web

from server.by_locale import day_and_time, time_and_place
from server.groups.invitations import in_zone
from server.pages import language
from server.pages.rendering import render
from server.store import Group
from server.store.held import Held


def listed(group: Group, held: list[Held], chosen: str) -> list[tuple[Held, str, str]]:
    """Which meeting, when it was, and when it ended, as the group's page says it."""
    return [(one, _when(group, one, chosen), _ended(group, one, chosen)) for one in held]


def page(request: web.Request, group: Group, held: Held) -> web.Response:
    chosen = language.choose(request)
    return render(
        request,
        "meeting_held.html",
        page="meeting",
        group=group,
        when=_when(group, held, chosen),
        ended=_ended(group, held, chosen),
        begun=held.begun,
    )


def _when(group: Group, held: Held, chosen: str) -> str:
    return day_and_time(in_zone(group, held.starts_at), chosen)


def _ended(group: Group, held: Held, chosen: str) -> str:
    """With the day, where that is another."""
    at, began = in_zone(group, held.ended_at), in_zone(group, held.starts_at)
    return time_and_place(at, chosen) if at.date() == began.date() else day_and_time(at, chosen)
