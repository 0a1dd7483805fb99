"""Layers over real sockets: whatever is lost and however often somebody changes their mind, a picture goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import cycle

import pytest

from server.media import fanout, rtp
from server.media.compiled import compiled
from server.media.negotiated import Choice, Layer
from server.media.plane import Plane
from server.rehearsal.offer import VIDEO, Stream
from server.rehearsal.peer import LightPeer
from tests.server.media.forwarding_room import Hears
from tests.server.media.layered_peer import LayeredPeer
from tests.waiting import until

ROOM = "circle"
SMALL, LARGE, NONE = ({2: Choice({1: layer})} for layer in (Layer.SMALL, Layer.LARGE, Layer.NONE))


@dataclass
class Pair:
    """Seat 1 shows, seat 2 sees."""

    plane: Plane
    seen: str = ""
    """By layer, each picture that came."""

    def __post_init__(self) -> None:
        self.speaker = LayeredPeer(2, self._wanted)
        self.listener = LightPeer(2, on_rtp=self._on_rtp)

    def _wanted(self) -> Layer:
        facts = self.plane.facts(ROOM).get(1)
        return Layer.NONE if facts is None else facts.wanted

    def _on_rtp(self, stream: Stream, packet: bytes) -> None:
        if stream.kind == VIDEO and not stream.retransmission:
            header = rtp.parse(packet)
            self.seen += packet[header.payload_at : header.payload_end][-1:].decode()

    async def comes_in(self) -> None:
        for seat, peer in ((1, self.speaker), (2, self.listener)):
            await peer.connect(await self.plane.answer(ROOM, seat, peer.offer()))
        everybody = frozenset({1, 2})
        await self.plane.set_reach(ROOM, {2: Hears(everybody, everybody)})

    async def sees(self, layer: str, more: int = 1) -> None:
        """So many more pictures, the last of which is of this layer, if one is named."""
        before = len(self.seen)
        await until(lambda: len(self.seen) >= before + more and self.seen.endswith(layer))

    def choose(self, choice: dict[int, Choice]) -> None:
        self.plane.choose(ROOM, choice)


@pytest.fixture(params=["Python", "C"])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[Pair]:
    plane = Plane(engine=fanout.PYTHON if request.param == "Python" else compiled())
    await plane.start("127.0.0.1", 0, ["127.0.0.1"], tcp=False)
    plane.open_room(ROOM, 2)
    made = Pair(plane)
    await made.comes_in()
    yield made
    for peer in (made.speaker, made.listener):
        await peer.close()
    await plane.stop()


@pytest.mark.slow
async def test_a_picture_goes_on_however_fast_its_size_changes_and_whatever_is_lost(pair: Pair) -> None:
    await pair.sees("q", 3)

    # A window is dragged about, and every other request for a key frame is lost.
    every_other = cycle((False, True))
    pair.speaker.hears = lambda rid: next(every_other)
    for one in 6 * (LARGE, SMALL):
        pair.choose(one)
        await pair.sees("", 3)
    pair.choose(LARGE)
    await pair.sees("h")

    # Smaller, and the encoder is too busy to answer: the large one is not given up before the small one is there.
    pair.speaker.hears = lambda rid: False
    pair.choose(SMALL)
    asked = pair.speaker.asked.count("q")
    await until(lambda: pair.speaker.asked.count("q") >= asked + 3)
    assert pair.seen.endswith(5 * "h")
    pair.speaker.hears = lambda rid: True
    await pair.sees("q")
    await until(lambda: pair.speaker._sends == {"q"})

    # Nobody looks, nobody sends; and somebody looks again, at once.
    pair.choose(NONE)
    await until(lambda: not pair.speaker._sends)
    pair.choose(SMALL)
    await pair.sees("q", 2)
