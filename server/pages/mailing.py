"""Letters to the people of a group go out one after another, while nobody waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping
from contextlib import suppress

import structlog
from aiohttp import web

from server.groups.letters import Letter
from server.groups.post import Undelivered
from server.pages import language
from server.pages.places import HOUSE
from server.pages.sign_in import POST, UNDER_WAY
from server.store import Group, Member, NotSaved, Store
from server.store.rows import BY_HAND

log = structlog.get_logger()


def send_off(app: web.Application, letters: Coroutine[None, None, None]) -> None:
    """They are on their way; a server that goes down waits for them."""
    task = asyncio.create_task(letters)
    app[UNDER_WAY].add(task)
    task.add_done_callback(app[UNDER_WAY].discard)


def reads_in(group: Group, member: Member) -> str:
    """The language of letters to them: as they chose it at the door, else the group's."""
    own = member.language if member.language in language.languages() else ""
    return own or group.terms.language or language.DEFAULT


async def deliver(
    app: web.Application,
    group: Group,
    members: Iterable[Member],
    meetings: Mapping[str, Collection[str]],
    write: Callable[[Member], Letter],
) -> None:
    """A letter to each, and what became of it noted for the meetings of which it tells them. Where none is left to note
    it for, what failed is tried once more when all others have gone."""
    failed = [one for one in members if not await _one(app, group, one, meetings.get(one.member, ()), write)]
    for member in failed if not meetings else ():
        await _one(app, group, member, (), write)


async def _one(
    app: web.Application,
    group: Group,
    member: Member,
    meetings: Collection[str],
    write: Callable[[Member], Letter],
) -> bool:
    """False: it has not gone, and another attempt may do."""
    store, post, state = app[HOUSE].store, app[POST], "sent"
    try:
        # A letter takes its time: whoever has gone meanwhile gets none, but of that.
        fresh = await store.group(group.group) if meetings else None
        if fresh is not None and member.member not in {one.member for one in fresh.members}:
            return True
        if await _by_hand(store, group, meetings, member):
            return True
        word = await store.returned.word_for(group.group, member)
        await post.send(member.address, write(member), reads_in(group, member), word)
    except Undelivered as undelivered:
        state = undelivered.code
    except Exception as error:  # of one letter; the others go
        log.error("letter_not_written", reason=type(error).__name__)
        state = "later"
    for meeting in meetings:
        with suppress(NotSaved):  # then it stays on its way until the next start
            await store.meetings.mailed(meeting, member.member, state)
    return state != "later"


async def _by_hand(store: Store, group: Group, meetings: Collection[str], member: Member) -> bool:
    """Whether the leader has taken back their link, or handed one on, to each of these meetings that is still planned:
    the one in the letter opens nothing."""
    planned = [one for one in await store.meetings.of(group.group) if one.meeting in meetings]
    return bool(planned) and all(one.mails.get(member.member) in BY_HAND for one in planned)
