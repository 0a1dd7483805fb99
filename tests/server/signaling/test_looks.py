"""What a page says it shows: heard by its room, bounded, and gone with the page."""

from __future__ import annotations

import asyncio
from typing import Any

from server.app import Server
from server.opening import Links
from server.signaling.page import LOOKS_BURST
from tests.server.visitor import Visitor

AUDIO = {"sizes": {"2": "large"}, "wish": "audio"}


async def told(page: Visitor, **of_itself: str) -> None:
    """Waits until the facts say this of the page itself."""
    facts: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    page._socket.on("facts", facts.put_nowait)
    async with asyncio.timeout(5):
        while not of_itself.items() <= (await facts.get())["you"].items():
            pass


async def test_a_page_is_sent_what_it_wishes_and_told_what_that_is(server: Server, leader: Visitor) -> None:
    await leader.connect()
    await leader.media()
    await told(leader, rung="small", picture="none")  # nobody else is there to look
    assert await leader.call("looks", AUDIO) == {"ok": True}
    await told(leader, rung="voices")
    await leader.disconnect()
    await leader.connect()
    await told(leader, rung="small")  # a page that is opened anew says it anew


async def test_a_second_page_of_the_same_person_has_looks_of_its_own(server: Server, leader: Visitor) -> None:
    await leader.connect()
    await leader.media()
    await leader.call("looks", AUDIO)
    await told(leader, rung="voices")
    second = Visitor(server.url, "#")
    second.cookie = leader.cookie
    await second.connect()  # while the first is still there
    await told(second, rung="small")
    await second.close()


async def test_of_looks_that_come_too_fast_the_newest_counts(server: Server, leader: Visitor) -> None:
    """A page says what it shows once: the last word after a window's many sizes is the one that must not be lost."""
    await leader.connect()
    await leader.media()
    many = [{"sizes": {}, "wish": "all"}] * (int(LOOKS_BURST) + 2)
    for looks in (*many, AUDIO):
        assert await leader.call("looks", looks) == {"ok": True}
    await told(leader, rung="voices")


async def test_what_is_no_look_is_refused(server: Server, links: Links, leader: Visitor) -> None:
    await leader.connect()
    assert (await leader.call("looks", {"sizes": {"2": "huge"}, "wish": "all"}))["code"] == "bad_command"
    stranger = Visitor(server.url, links.join)
    await stranger.enter("Ann")
    await stranger.open()
    assert (await stranger.call("looks", AUDIO))["code"] == "no_session"
    await stranger.close()
