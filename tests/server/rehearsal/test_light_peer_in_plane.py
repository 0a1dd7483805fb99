"""Light peers in the real media plane: they hear and see exactly whom reach allows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from facilitation.reach import Reach
from facilitation.vocabulary import SeatId
from server.media.plane import Plane
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.offer import Stream
from server.rehearsal.peer import LightPeer

pytestmark = pytest.mark.paired

ROOM, SEATS = "room", 14
NOBODY = Reach(frozenset(), frozenset())


class Arrivals:
    """Lets a test wait for something that a packet brings."""

    def __init__(self) -> None:
        self._arrived = asyncio.Event()

    def on_rtp(self, _stream: Stream, _packet: bytes) -> None:
        self._arrived.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not condition():
                self._arrived.clear()
                await self._arrived.wait()


class Circle:
    """Peers on seats 1.. of one room."""

    def __init__(self, plane: Plane) -> None:
        self.plane = plane
        self.arrivals = Arrivals()
        self.peers: dict[int, LightPeer] = {}

    async def join(self, seat: int) -> LightPeer:
        peer = LightPeer(SEATS, media=load(bundled()[seat % 10]), seed=seat, on_rtp=self.arrivals.on_rtp)
        await peer.connect(await self.plane.answer(ROOM, seat, peer.offer()))
        peer.speak(True)
        peer.show(True)
        self.peers[seat] = peer
        return peer

    async def allow(self, hears: dict[int, set[int]], sees: dict[int, set[int]] | None = None) -> None:
        sees = hears if sees is None else sees

        def seats(of: dict[int, set[int]], listener: int) -> frozenset[SeatId]:
            return frozenset(SeatId(seat) for seat in of.get(listener, ()))

        reach = {seat: Reach(seats(hears, seat), seats(sees, seat)) for seat in self.peers}
        await self.plane.set_reach(ROOM, reach)

    def heard(self, listener: int) -> dict[int, int]:
        return {seat: counts.audio for seat, counts in self.peers[listener].received.items() if counts.audio}

    def seen(self, viewer: int) -> dict[int, int]:
        return {seat: counts.video for seat, counts in self.peers[viewer].received.items() if counts.video}


@pytest.fixture
async def circle() -> AsyncIterator[Circle]:
    plane = Plane()
    await plane.start("127.0.0.1", 0, ["127.0.0.1"])
    plane.open_room(ROOM, SEATS)
    made = Circle(plane)
    yield made
    for peer in made.peers.values():
        await peer.close()
    await plane.stop()


async def test_three_peers_hear_and_see_whom_reach_allows_and_nobody_else(circle: Circle) -> None:
    for seat in (1, 2, 3):
        await circle.join(seat)
    await circle.allow({1: {2}, 2: {1, 3}, 3: set()})
    await circle.arrivals.until(lambda: circle.heard(1).get(2, 0) > 20 and circle.heard(2).get(3, 0) > 20)
    await circle.arrivals.until(lambda: circle.peers[1].received[2].video > 5 and len(circle.seen(2)) == 2)
    assert set(circle.heard(1)) == set(circle.seen(1)) == {2}
    assert set(circle.heard(2)) == set(circle.seen(2)) == {1, 3}
    assert not circle.heard(3) and not circle.seen(3)
    assert circle.peers[1].received[2].keyframes >= 1, "a picture begins with a keyframe"
    assert circle.peers[1].received[2].level < 100, "the level arrives under the listener's own extension id"
    assert all(peer.malformed == 0 for peer in circle.peers.values())


async def test_without_reach_nothing_arrives_and_with_it_the_picture_comes_by_keyframe_request(
    circle: Circle,
) -> None:
    await circle.join(1)
    await circle.join(2)
    await circle.join(3)
    await circle.allow({3: {1}})
    await circle.arrivals.until(lambda: circle.peers[3].received[1].video > 12)
    assert not circle.heard(2) and not circle.seen(2), "default deny, with a positive control beside it"
    await circle.allow({2: {1}, 3: {1}})
    await circle.arrivals.until(lambda: circle.peers[2].received[1].keyframes > 0)
    assert circle.peers[2].received[1].video <= 5, "nothing of the picture before its keyframe"


@pytest.mark.usefixtures("no_budget")
async def test_a_hostile_burst_reaches_nobody_outside_reach(circle: Circle) -> None:
    hostile = await circle.join(1)
    await circle.join(2)
    await circle.join(3)
    await circle.allow({3: {1, 2}, 2: {3}})
    await circle.arrivals.until(lambda: len(circle.heard(3)) == 2)
    before = circle.heard(3)[1]
    assert await hostile.burst(2_000) == 2_000
    assert await hostile.burst(200, ssrc=circle.peers[3].audio.ssrc) == 200
    await circle.arrivals.until(lambda: circle.heard(3)[1] - before > 1_500)
    assert 1 not in circle.heard(2), "seat 2 may hear seat 3 only"
    assert circle.heard(3).keys() == {1, 2}


async def test_leaving_and_coming_back_is_one_new_offer(circle: Circle) -> None:
    await circle.join(1)
    listener = await circle.join(2)
    await circle.allow({2: {1}})
    await circle.arrivals.until(lambda: circle.heard(2).get(1, 0) > 5)
    await circle.peers[1].close()
    before = listener.received[1].audio
    await circle.join(1)
    await circle.allow({2: {1}})
    await circle.arrivals.until(lambda: listener.received[1].audio > before + 10)
    assert listener.malformed == 0, "the slot's numbers go on, so that no replay check strikes"


async def test_the_plane_reports_links_as_they_come_and_go(circle: Circle) -> None:
    links: asyncio.Queue[tuple[str, int, bool]] = asyncio.Queue()
    circle.plane.on_link = lambda room, seat, up: links.put_nowait((room, seat, up))
    peer = await circle.join(4)
    assert await asyncio.wait_for(links.get(), 5) == (ROOM, 4, True)
    await peer.close()
    assert await asyncio.wait_for(links.get(), 5) == (ROOM, 4, False)
    down = asyncio.Event()
    again = await circle.join(4)
    again.on_down = down.set
    assert await asyncio.wait_for(links.get(), 5) == (ROOM, 4, True)
    await circle.plane.drop(ROOM, 4)
    await asyncio.wait_for(down.wait(), 5)


async def test_rebinding_to_a_new_port_is_followed(circle: Circle) -> None:
    speaker, listener = await circle.join(1), await circle.join(2)
    await circle.allow({2: {1}, 1: {2}})
    await circle.arrivals.until(lambda: circle.heard(2).get(1, 0) > 5 and circle.heard(1).get(2, 0) > 5)
    speaker.rebind()
    before, back = listener.received[1].audio, speaker.received[2].audio
    await circle.arrivals.until(lambda: listener.received[1].audio > before + 20)
    await circle.arrivals.until(lambda: speaker.received[2].audio > back + 20)
