"""What goes out by itself: a day before a meeting a reminder, and once more what a mail server did not take."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import structlog
from aiohttp import web

from server.groups.invitations import Kind
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.sign_in import POST
from server.pages.telling import tell

log = structlog.get_logger()

REMIND_S = 24 * 3600
EVERY_S = 60.0
RETRY_S, RETRY_MOST_S = 300.0, 6 * 3600.0
TRIES: web.AppKey[dict[str, tuple[float, float]]] = web.AppKey("tries")
"""Meeting → when its letters are tried again, and how long after that once more. In memory only."""


def begins_soon(request: web.Request, starts_at: float) -> bool:
    """Whoever is told of it now need not be reminded."""
    return starts_at - request.app[WALL_CLOCK]() <= REMIND_S


async def reminders(app: web.Application) -> AsyncIterator[None]:
    """While the server runs: a day before a meeting everyone who was invited, and has not said that they cannot come,
    is reminded, once."""
    await app[HOUSE].store.meetings.lose_mails()
    task = asyncio.create_task(_every_minute(app))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _every_minute(app: web.Application) -> None:
    while True:
        try:
            await remind(app)
            await retry(app)
        except Exception as error:
            log.error("reminders_failed", reason=type(error).__name__)
        await asyncio.sleep(EVERY_S)


async def remind(app: web.Application) -> None:
    """Marked before the mails go: a crash between loses a reminder and repeats none. Raises NotSaved."""
    store = app[HOUSE].store
    due = await store.meetings.due(app[WALL_CLOCK](), REMIND_S)
    for meeting in due if app[POST].set_up else ():
        if (group := await store.group(meeting.group)) is not None:
            told = [one for one in group.members if meeting.mails.get(one.member) == "sent" and one.address]
            sent = [
                one for one in told if one.returned != "unknown" and meeting.replies.get(one.member, True)
            ]
            await tell(app, group, meeting.meeting, sent, "reminded")


async def retry(app: web.Application) -> None:
    """What a mail server did not take for the moment goes out again, after five minutes, then twice as long each time:
    what nobody looks at, a cancellation above all, must not be lost. Not a letter of which nobody knows whether it
    arrived, nor to an address that does not exist. Raises NotSaved."""
    store, now, tries = app[HOUSE].store, app[WALL_CLOCK](), app[TRIES]
    waiting = await store.meetings.undelivered(now) if app[POST].set_up else []
    for gone in tries.keys() - {one.meeting for one in waiting}:
        del tries[gone]
    for meeting in waiting:
        due, wait = tries.setdefault(meeting.meeting, (now + RETRY_S, 2 * RETRY_S))
        if now < due or (group := await store.group(meeting.group)) is None:
            continue
        tries[meeting.meeting] = now + wait, min(2 * wait, RETRY_MOST_S)
        whom = [one for one in group.members if one.address and meeting.mails.get(one.member) == "later"]
        whom = [one for one in whom if one.returned != "unknown"]
        kind: Kind = "cancelled" if meeting.cancelled else "invited"
        await tell(app, group, meeting.meeting, whom, kind, was=meeting)
