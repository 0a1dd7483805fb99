"""Complete aiortc peers join a room through the plane, and hear each other only while reach allows it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection, RTCRtpReceiver, RTCSessionDescription
from aiortc.contrib.media import MediaBlackhole
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

from server.media import fanout
from server.media.compiled import compiled
from server.media.plane import Plane
from tests.waiting import until

pytestmark = pytest.mark.alone

ROOM = "circle"
SEATS = 3


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


def everybody(*seats: int) -> dict[int, Hears]:
    return {s: Hears(frozenset(seats) - {s}, frozenset(seats) - {s}) for s in seats}


def for_aiortc(answer: str) -> str:
    """The answer with the candidates in every section: of bundled sections, aiortc reads the last one's."""
    lines = answer.splitlines(keepends=True)
    candidates = "".join(line for line in lines if "candidate" in line)
    rest = "".join(line for line in lines if "candidate" not in line)
    return rest.replace("a=mid:", candidates + "a=mid:")


@dataclass
class Participant:
    """An aiortc peer in a seat. `slots` are its receivers by (kind, seat)."""

    plane: Plane
    seat: int
    pc: RTCPeerConnection = field(
        default_factory=lambda: RTCPeerConnection(
            RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)
        )
    )
    slots: dict[tuple[str, int], RTCRtpReceiver] = field(default_factory=dict)
    sink: MediaBlackhole = field(default_factory=MediaBlackhole)

    async def join(self) -> None:
        lines = [("audio", "sendonly"), ("video", "sendonly")]
        lines += [("audio", "recvonly"), ("video", "recvonly")] * SEATS
        for index, (kind, direction) in enumerate(lines):
            transceiver = self.pc.addTransceiver(kind, direction=direction)
            wanted = ("audio/opus",) if kind == "audio" else ("video/VP8", "video/rtx")
            codecs = RTCRtpReceiver.getCapabilities(kind).codecs
            transceiver.setCodecPreferences([c for c in codecs if c.mimeType in wanted])
            if index == 0:
                transceiver.sender.replaceTrack(AudioStreamTrack())
            elif index == 1:
                transceiver.sender.replaceTrack(VideoStreamTrack())
            else:
                self.slots[kind, index // 2] = transceiver.receiver
        await self.pc.setLocalDescription(await self.pc.createOffer())
        answer = await self.plane.answer(ROOM, self.seat, self.pc.localDescription.sdp)
        await self.pc.setRemoteDescription(RTCSessionDescription(for_aiortc(answer), "answer"))
        for receiver in self.slots.values():
            self.sink.addTrack(receiver.track)
        await self.sink.start()

    async def received(self, kind: str, seat: int) -> int:
        stats = await self.slots[kind, seat].getStats()
        return sum(s.packetsReceived for s in stats.values() if s.type == "inbound-rtp")

    async def received_more(self, kind: str, seat: int, than: int) -> None:
        async def more() -> bool:
            return await self.received(kind, seat) > than

        await until(more, every_s=0.02)

    async def closed(self) -> None:
        await until(lambda: self.pc.connectionState == "closed")

    async def leave(self) -> None:
        await self.sink.stop()
        await self.pc.close()


@dataclass
class Circle:
    plane: Plane
    links: asyncio.Queue[tuple[int, bool]]

    async def up(self, *seats: int) -> None:
        waiting = {(seat, True) for seat in seats}
        while waiting:
            waiting.discard(await asyncio.wait_for(self.links.get(), 10))

    async def sends_more(self, seat: int) -> None:
        """Until the plane has had fifty more packets of this seat."""
        before = self.plane.facts(ROOM)[seat].packets_in
        await until(lambda: self.plane.facts(ROOM)[seat].packets_in >= before + 50)


@pytest.fixture(params=["Python", "C"])
async def circle(request: pytest.FixtureRequest) -> AsyncIterator[Circle]:
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
        forwarded = dict(circle.plane.forwarded(ROOM).forwarded)
        await circle.sends_more(1)
        await circle.sends_more(2)
        assert dict(circle.plane.forwarded(ROOM).forwarded) == forwarded
        assert await one.received("audio", 2) <= forwarded[2, 1][0]
    finally:
        await one.leave()
        await two.leave()
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
    await circle.up(1)
    await one.leave()
    assert await asyncio.wait_for(circle.links.get(), 2) == (1, False)
    assert circle.plane.facts(ROOM) == {}


async def test_dropping_a_seat_ends_its_peer(circle: Circle) -> None:
    one = Participant(circle.plane, 1)
    await one.join()
    await circle.up(1)
    await circle.plane.drop(ROOM, 1)
    assert circle.plane.facts(ROOM) == {}
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
