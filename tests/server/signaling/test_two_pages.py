"""One person, two pages: the newest has the seat and the media, and the other takes neither back by itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from server.app import Server
from server.opening import Links
from server.rehearsal.peer import LightPeer
from server.room import Room
from tests.server.visitor import Visitor
from tests.waiting import until


class Person:
    """A leader whose browser opens pages; `ann` sits in the circle and hears."""

    def __init__(self, server: Server, leader: Visitor, ann: Visitor, room: Room) -> None:
        self._server, self._leader, self.ann, self._room = server, leader, ann, room
        self.pages: list[Visitor] = []

    async def opens(self) -> Visitor:
        """A page, with the time at which it was shown, as the server writes it into the page."""
        page = Visitor(self._server.url, "")
        page.cookie, page.seat = self._leader.cookie, self._leader.seat
        self.pages.append(page)
        await self.reloads(page)
        return page

    async def reloads(self, page: Visitor) -> None:
        shown = self._room.clock.now()
        await until(lambda: self._room.clock.now() > shown)
        person = await self._server.house.person(self._leader.cookie)
        assert person is not None
        page.shown_at = json.loads(await self._server.house.snapshot(person))["now"]
        page.replaced.clear()

    async def heard(self, *pages: Visitor) -> list[bool]:
        """Of which pages Ann receives the microphone; of the last one at least, which is waited for."""
        got: set[bytes] = set()
        ann = peer_of(self.ann)
        ann.on_rtp = lambda _, packet: got.add(packet[-1:])
        marks = [bytes((self.pages.index(page),)) for page in pages]

        async def last_one_is() -> bool:
            for page, mark in zip(pages, marks, strict=True):
                await peer_of(page).burst(1, b"voice of page " + mark)
            return marks[-1] in got

        await until(last_one_is, every_s=0.02)
        return [mark in got for mark in marks]


def peer_of(page: Visitor) -> LightPeer:
    assert page.peer is not None
    return page.peer


@pytest.fixture
async def person(server: Server, links: Links, leader: Visitor) -> AsyncIterator[Person]:
    known = await server.house.person(leader.cookie)
    assert known is not None
    room = await server.house.room(known.session)
    assert room is not None
    ann = Visitor(server.url, links.join)
    await ann.enter("Ann")
    await ann.connect()
    person = Person(server, leader, ann, room)
    yield person
    for page in (*person.pages, ann):
        await page.close()


async def replaced(page: Visitor) -> None:
    await asyncio.wait_for(page.replaced.wait(), 5)


async def test_the_newest_page_has_the_seat_and_the_older_is_told(person: Person) -> None:
    older, newer = await person.opens(), await person.opens()
    await older.connect()
    await newer.connect()
    await replaced(older)
    await newer.do("admit", seat=person.ann.seat)
    await newer.sees(lambda view: view["seats"]["2"]["standing"] == "seated")
    assert not newer.replaced.is_set()


async def test_a_reload_comes_back_into_the_seat(person: Person) -> None:
    page = await person.opens()
    await page.connect()
    await page.disconnect()
    await person.reloads(page)
    assert (await page.connect())["you"]["seat"] == page.seat


async def test_an_older_page_that_comes_back_by_itself_stays_replaced(person: Person) -> None:
    """Its link was lost while the newer one came, so it was never told."""
    older = await person.opens()
    await older.connect()
    await older.disconnect()
    newer = await person.opens()
    await newer.connect()
    for _ in range(2):
        answer = await older.greet()
        assert (answer["ok"], answer["code"]) == (False, "replaced")
        await older.disconnect()
    await newer.do("begin")
    await newer.enters(1)
    assert not newer.replaced.is_set()

    await person.reloads(older)  # "Continue here instead"
    await older.connect()
    await replaced(newer)


async def test_the_newer_page_has_the_seat_also_when_the_older_says_hello_last(person: Person) -> None:
    older, newer = await person.opens(), await person.opens()
    await newer.connect()
    assert (await older.greet())["code"] == "replaced"
    assert not newer.replaced.is_set()


async def test_a_page_that_claims_the_future_keeps_no_later_one_out(person: Person) -> None:
    lying = await person.opens()
    lying.shown_at = 2**53
    await lying.connect()
    later = await person.opens()
    await later.connect()
    await replaced(lying)


async def test_the_media_of_the_newest_page_win(person: Person) -> None:
    older = await person.opens()
    await older.connect()
    await older.do("admit", seat=person.ann.seat)
    await person.ann.media()
    await older.media()
    assert await person.heard(older) == [True]

    newer = await person.opens()
    await newer.media()  # a page offers before its socket is up
    assert await person.heard(older, newer) == [False, True]
    answer = await older.post("/api/media", {"offer": peer_of(older).offer(), "shown_at": older.shown_at})
    assert answer == (409, {"code": "replaced", "detail": ""})
    assert await person.heard(older, newer) == [False, True]
