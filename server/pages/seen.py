"""Which records somebody may look at: those of a leader's groups, and what a link that has not ended shows.

Here alone meet a group and its records: what draws these knows of no group, and a record of none.
"""

from __future__ import annotations

from typing import NamedTuple

from aiohttp import web

from server.pages.groups import groups_of
from server.pages.leader import known_leader
from server.pages.places import HOUSE, WALL_CLOCK
from server.store import Group, Leader

COOKIE = "restarea_shared"
"""The secret of a link that somebody has pressed at."""


class Seen(NamedTuple):
    """What a group keeps together, for somebody who may look at it."""

    group: Group
    series: str
    leader: Leader | None
    """Who leads the group; None: a link shows it, to be looked at and no more."""
    only: str | None = None
    """That record alone."""


async def seen_by(request: web.Request) -> list[Seen]:
    """By whoever asks. Whoever has neither signed in nor a link is led to where one signs in, or told that it ended."""
    leader, shared = await known_leader(request), await _shared(request)
    if leader is None and shared is None:
        raise web.HTTPSeeOther("/shared?over=1" if COOKIE in request.cookies else "/sign-in")
    found = [] if leader is None else await led_by(request, leader)
    if shared is not None and shared.group.group not in {one.group.group for one in found}:
        found.append(shared)
    return found


async def led_by(request: web.Request, leader: Leader) -> list[Seen]:
    """The leader's groups that keep records together."""
    series = request.app[HOUSE].store.series
    found = [(group, await series.of(group.group)) for group in await groups_of(request, leader)]
    return [Seen(group, shared, leader) for group, shared in found if shared is not None]


async def kept(request: web.Request, seen: list[Seen]) -> tuple[str, bytes, Seen]:
    """The record that is asked for, as it is kept. That somebody else has such a one is nobody's business."""
    asked = request.match_info["record"]
    for one in seen:
        if one.only in (None, asked):
            texts = await request.app[HOUSE].store.released.of_series(one.series)
            if asked in texts:
                return asked, texts[asked], one
    raise web.HTTPNotFound


async def _shared(request: web.Request) -> Seen | None:
    if not (cookie := request.cookies.get(COOKIE)):
        return None
    store = request.app[HOUSE].store
    share = await store.shares.by_token(cookie, request.app[WALL_CLOCK]())
    series = None if share is None else await store.series.of(share.group)
    if share is None or series is None:
        return None
    group = await store.group(share.group)
    return None if group is None else Seen(group, series, None, share.record)
