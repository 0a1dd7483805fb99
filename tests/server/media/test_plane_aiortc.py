"""Complete aiortc peers join a room through the plane, and hear each other only while reach allows it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from server.media import fanout
from server.media.compiled import compiled
from server.media.hiring import hires
from server.media.plane import Plane
from server.media.workers import AnyPlane, Workers
from tests.server.media.aiortc_peers import ROOM, SEATS, Hears, Participant, everybody
from tests.waiting import until

pytestmark = pytest.mark.paired


@dataclass
class Circle:
    plane: AnyPlane
    links: asyncio.Queue[tuple[int, bool]]

    async def up(self, *seats: int) -> None:
        waiting = {(seat, True) for seat in seats}
        while waiting:
            waiting.discard(await asyncio.wait_for(self.links.get(), 10))

    async def whole(self, seat: int) -> None:
        """The handshake is: what comes from this seat came after its Finished."""
        await self.up(seat)
        await until(lambda: self.packets_in(seat) > 0)

    async def sends_more(self, seat: int) -> None:
        """Until the plane has had fifty more packets of this seat."""
        before = self.packets_in(seat)
        await until(lambda: self.packets_in(seat) >= before + 50)

    def packets_in(self, seat: int) -> int:
        facts = self.plane.facts(ROOM).get(seat)
        return 0 if facts is None else facts.packets_in


@pytest.fixture(params=["Python", "C", "a worker"])
async def circle(request: pytest.FixtureRequest) -> AsyncIterator[Circle]:
    plane: AnyPlane
    if request.param == "a worker":
        plane = Workers(1, hires([sys.executable, "-m", "server.worker", "info"]))
    else:
        plane = Plane(engine=fanout.PYTHON if request.param == "Python" else compiled())
        assert plane.engine == request.param
    links: asyncio.Queue[tuple[int, bool]] = asyncio.Queue()
    plane.on_link = lambda room, seat, up: links.put_nowait((seat, up))
    await plane.start("0.0.0.0", 0)
    plane.open_room(ROOM, SEATS)
    yield Circle(plane, links)
    await plane.stop()


async def test_two_peers_hear_and_see_each_other_only_while_reach_allows(circle: Circle) -> None:
    one, two = Participant(circle.plane, 1), Participant(circle.plane, 2)
    try:
        await one.join()
        await two.join()
        await circle.up(1, 2)
        await circle.plane.set_reach(ROOM, everybody(1, 2))
        for listener, seat in ((one, 2), (two, 1)):
            for kind in ("audio", "video"):
                await listener.received_more(kind, seat, than=5)

        # Seat 1 is pushed back: it hears, and nobody receives its sound any more. 2's picture closes for 1.
        await circle.plane.set_reach(ROOM, {1: Hears(audio=frozenset({2})), 2: Hears(video=frozenset({1}))})
        heard, seen = await one.received("audio", 2), await two.received("video", 1)
        # What was in the sockets already has arrived when something later has.
        await one.received_more("audio", 2, than=heard + 5)
        await two.received_more("video", 1, than=seen + 5)
        silent, dark = await two.received("audio", 1), await one.received("video", 2)
        await one.received_more("audio", 2, than=heard + 25)
        await two.received_more("video", 1, than=seen + 10)
        assert await two.received("audio", 1) == silent
        assert await one.received("video", 2) == dark

        circle.plane.silence(ROOM)
        await circle.sends_more(2)  # what was on its way has arrived
        heard, seen = await one.received("audio", 2), await two.received("video", 1)
        await circle.sends_more(1)
        await circle.sends_more(2)
        assert (await one.received("audio", 2), await two.received("video", 1)) == (heard, seen)
    finally:
        await one.leave()
        await two.leave()
    if isinstance(circle.plane, Plane):
        assert circle.plane.counters["exception"] == 0


async def test_a_newcomer_hears_nothing_beyond_the_present_reach(circle: Circle) -> None:
    one, two = Participant(circle.plane, 1), Participant(circle.plane, 2)
    try:
        await one.join()
        await circle.plane.set_reach(ROOM, everybody(1, 3))
        await two.join()
        await circle.up(1, 2)
        await circle.sends_more(1)
        assert await two.received("audio", 1) == 0
        assert await two.received("video", 1) == 0
    finally:
        await one.leave()
        await two.leave()


async def test_closing_the_peer_is_an_instant_leave(circle: Circle) -> None:
    one = Participant(circle.plane, 1)
    await one.join()
    await circle.whole(1)
    await one.leave()
    assert await asyncio.wait_for(circle.links.get(), 2) == (1, False)
    await until(lambda: circle.plane.facts(ROOM) == {})


async def test_dropping_a_seat_ends_its_peer(circle: Circle) -> None:
    one = Participant(circle.plane, 1)
    await one.join()
    await circle.whole(1)
    await circle.plane.drop(ROOM, 1)
    await until(lambda: circle.plane.facts(ROOM) == {})
    await one.closed()
    await one.leave()
    assert circle.links.empty()


async def test_a_second_answer_replaces_the_first_peer_of_a_seat(circle: Circle) -> None:
    former, present = Participant(circle.plane, 1), Participant(circle.plane, 1)
    try:
        await former.join()
        await circle.up(1)
        await present.join()
        assert await circle.links.get() == (1, False)
        await circle.up(1)
        await former.closed()
        await circle.sends_more(1)
    finally:
        await former.leave()
        await present.leave()
