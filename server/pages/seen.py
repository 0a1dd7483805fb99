"""Which records somebody may look at: those of a leader's groups, their own, and what a link that has not ended shows.

Here alone meet a group, or a leader, and their records: what draws these knows of neither, and a record of none.
"""

from __future__ import annotations

from typing import NamedTuple

from aiohttp import web

from server.pages.groups import groups_of
from server.pages.leader import known_leader
from server.pages.places import HOUSE, WALL_CLOCK
from server.store import Group, Leader, Owner

COOKIE = "restarea_shared"
"""The secret of a link that somebody has pressed at."""
MINE, SHARED = "/records/mine", "/records/shared"


class Seen(NamedTuple):
    """Records that lie together, for somebody who may look at them."""

    owner: Owner
    leader: Leader | None
    """Whose group, or whose own they are; None: a link shows them, to be looked at and no more."""
    group: Group | None = None
    """None: they are a leader's own."""
    series: str = ""
    """Of the group."""
    only: tuple[str, ...] | None = None
    """Those alone for which the link was made that shows them."""
    until: float | None = None
    """How long the link is good that shows them."""

    @property
    def page(self) -> str:
        """Where all of them are."""
        if self.only is not None and len(self.only) == 1:
            return f"/records/{self.only[0]}"
        if self.group is not None:
            return f"/records?group={self.group.group}"
        return SHARED if self.leader is None else MINE

    @property
    def take(self) -> str:
        """With what the paths begin of requests that take several away."""
        return MINE if self.group is None else f"/groups/{self.group.group}/records"

    @property
    def share(self) -> str:
        """And of those that make links to them, and end them."""
        return f"{MINE}/shares" if self.group is None else f"/groups/{self.group.group}/shares"


async def seen_by(request: web.Request) -> list[Seen]:
    """By whoever asks. Whoever has neither signed in nor a link is led to where one signs in, or told that it ended."""
    leader, shared = await known_leader(request), await _shared(request)
    if leader is None and shared is None:
        raise web.HTTPSeeOther("/shared?over=1" if COOKIE in request.cookies else "/sign-in")
    found = [] if leader is None else await theirs(request, leader)
    if shared is not None and shared.owner not in {one.owner for one in found}:
        found.append(shared)
    return found


async def theirs(request: web.Request, leader: Leader) -> list[Seen]:
    """All with which a leader may do more than look."""
    return [*await led_by(request, leader), own_of(request, leader)]


async def led_by(request: web.Request, leader: Leader) -> list[Seen]:
    """The leader's groups that keep records together."""
    series = request.app[HOUSE].store.series
    found = [(group, await series.of(group.group)) for group in await groups_of(request, leader)]
    return [Seen(Owner(group.group), leader, group, shared) for group, shared in found if shared is not None]


def own_of(request: web.Request, leader: Leader) -> Seen:
    """What they keep among their own."""
    return Seen(request.app[HOUSE].store.shelf.owner(leader.leader), leader)


async def texts_of(request: web.Request, seen: Seen) -> dict[str, bytes]:
    """As they are kept, by their ids, in the order of their months."""
    store = request.app[HOUSE].store
    found = await (
        store.shelf.of(seen.owner) if seen.group is None else store.released.of_series(seen.series)
    )
    return {one: text for one, text in found.items() if seen.only is None or one in seen.only}


async def kept(request: web.Request, seen: list[Seen]) -> tuple[str, bytes, Seen]:
    """The record that is asked for, as it is kept. That somebody else has such a one is nobody's business. With `?mine`
    as one of their own, though their group has it, too."""
    asked = request.match_info["record"]
    for one in sorted(seen, key=lambda one: "mine" in request.query and one.group is not None):
        texts = await texts_of(request, one)
        if asked in texts:
            return asked, texts[asked], one
    raise web.HTTPNotFound


async def _shared(request: web.Request) -> Seen | None:
    if not (cookie := request.cookies.get(COOKIE)):
        return None
    store = request.app[HOUSE].store
    share = await store.shares.by_token(cookie, request.app[WALL_CLOCK]())
    if share is None or share.owner.group is None:
        return None if share is None else Seen(share.owner, None, only=share.records, until=share.until)
    series, group = await store.series.of(share.owner.group), await store.group(share.owner.group)
    if series is None or group is None:
        return None
    return Seen(share.owner, None, group, series, share.records, share.until)
