"""A hostile client keeps sending, whatever its server says: nobody receives one packet of it.

Each case sends 10,000 packets; each is preceded by a control that shows the same peer heard while it is allowed.
What the others decrypted is counted at their end.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.app import Server
from server.formats import find
from server.opening import open_session
from server.rehearsal.peer import LightPeer
from server.settings import Settings
from tests.server.visitor import Visitor
from tests.waiting import until

HOSTILE = 10_000
pytestmark = [pytest.mark.paired, pytest.mark.usefixtures("no_budget")]


class Circle:
    """A leader, a member and a hostile member, all with media; the hostile one is the presenter to be."""

    def __init__(self, server: Server) -> None:
        self.server = server

    async def gather(self) -> None:
        url, store = self.server.url, self.server.house.store
        links = await open_session(store, find("classic").text, url)
        self.leader = Visitor(url, links.lead)
        self.member, self.hostile = Visitor(url, links.join), Visitor(url, links.join)
        for person, name in ((self.leader, "L"), (self.member, "M"), (self.hostile, "H")):
            await person.enter(name)
            await person.connect()
            await person.media()

    async def admit_all(self) -> None:
        for person in (self.member, self.hostile):
            await self.leader.do("admit", seat=person.seat)

    async def advance(self) -> None:
        entry = self.leader.view["phase"]["entry"]
        await self.leader.do("advance", about=entry)
        await self.leader.enters(entry + 1)

    async def push_back(self) -> None:
        """A case with the hostile one as its presenter, up to the discussion."""
        await self.leader.do("begin")
        await self.leader.enters(1)
        await self.advance()
        await self.hostile.do("offer_case", about=1)
        await self.leader.do("choose_presenter", about=1, seat=self.hostile.seat)
        for _ in range(3):
            await self.advance()
        await self.hostile.enters(self.leader.view["phase"]["entry"])

    def received(self) -> list[int]:
        """Packets of the hostile seat that the others have decrypted so far."""
        counts = []
        for person in (self.leader, self.member):
            assert person.peer is not None
            got = person.peer.received.get(self.hostile.seat)
            counts.append(got.audio + got.video if got else 0)
        return counts

    async def settle(self) -> None:
        """Until everything that was sent before has arrived at both: their own voices pass through the same port."""
        before = self.voices()

        async def passed() -> bool:
            for person in (self.leader, self.member):
                await peer_of(person).burst(1)
            return all(now >= was + 3 for now, was in zip(self.voices(), before, strict=True))

        await until(passed, every_s=0.02)

    def voices(self) -> list[int]:
        """Packets of sound that each of the two has of the other."""
        pairs = ((self.leader, self.member), (self.member, self.leader))
        of = [peer_of(listener).received.get(other.seat) for listener, other in pairs]
        return [got.audio if got else 0 for got in of]

    async def control(self) -> None:
        """While it is allowed, the hostile peer is heard by everyone."""
        assert self.hostile.peer is not None
        before = self.received()
        await self.hostile.peer.burst(200)
        await self.settle()
        assert all(now > was for now, was in zip(self.received(), before, strict=True))

    async def nobody_hears(self, peer: LightPeer) -> None:
        await self.settle()
        before = self.received()
        assert await peer.burst(HOSTILE) > HOSTILE * 0.9
        await self.settle()
        assert self.received() == before


@asynccontextmanager
async def circle_at(settings: Settings) -> AsyncIterator[Circle]:
    """A server with these settings, and the three in its waiting room."""
    server = Server(settings)
    await server.start()
    circle = Circle(server)
    await circle.gather()
    yield circle
    for person in (circle.leader, circle.member, circle.hostile):
        await person.close()
    await server.stop()


@pytest.fixture
async def circle(tmp_path: Path) -> AsyncIterator[Circle]:
    async with circle_at(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"])) as one:
        yield one


def peer_of(person: Visitor) -> LightPeer:
    assert person.peer is not None
    return person.peer


async def test_in_the_waiting_room(circle: Circle) -> None:
    await circle.leader.do("admit", seat=circle.member.seat)
    await circle.nobody_hears(peer_of(circle.hostile))
    await circle.leader.do("admit", seat=circle.hostile.seat)
    await circle.control()


async def test_during_the_push_back(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    await circle.push_back()
    await circle.nobody_hears(peer_of(circle.hostile))
    await circle.leader.do("recall", about=circle.leader.view["phase"]["entry"])
    await circle.control()


async def test_after_a_forged_unmute(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    await circle.push_back()
    entry, own = circle.hostile.view["phase"]["entry"], circle.hostile.seat
    for forged in (
        {"type": "recall", "about": entry},
        {"type": "set_floor", "about": entry, "floor": "open", "gate": "soft"},
        {"type": "grant_turn", "about": entry, "seat": own},
        {"type": "step_back", "about": entry},
        {"type": "unmute", "seat": own},
        {"type": "take_seat", "role": "leader"},
    ):
        answer = await circle.hostile.call(
            "command", {"id": str(forged), **forged} | {"id": str(forged)[:60]}
        )
        assert not answer["ok"], answer
    assert not (await circle.hostile.call("unmute", {"seat": own}))["ok"]
    await circle.nobody_hears(peer_of(circle.hostile))
    await circle.leader.do("recall", about=entry)
    await circle.control()


async def test_after_reconnecting(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    await circle.push_back()
    old = peer_of(circle.hostile)
    await circle.hostile.disconnect()
    snapshot = await circle.hostile.connect()
    assert snapshot["view"]["case"]["stance"] == "back_visible"
    fresh = await circle.hostile.media()
    await circle.nobody_hears(fresh)
    await circle.nobody_hears(old)
    await circle.leader.do("recall", about=circle.leader.view["phase"]["entry"])
    assert peer_of(circle.hostile) is fresh
    await circle.control()
    await old.close()


async def test_after_removal(circle: Circle) -> None:
    await circle.admit_all()
    await circle.control()
    await circle.leader.do("remove", seat=circle.hostile.seat)
    await circle.nobody_hears(peer_of(circle.hostile))
    status, answer = await circle.hostile.post("/api/media", {"offer": peer_of(circle.hostile).offer()})
    assert (status // 100, answer["code"]) == (4, "removed")
