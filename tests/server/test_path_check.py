"""A look at the way to the media port: real connections, from the public door, which nobody else sees or hears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server import path_check
from server.app import Server
from server.formats import find
from server.media.sdp import SdpError
from server.opening import Links, open_session
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.peer import LightPeer
from server.settings import Settings
from tests.server.visitor import Visitor
from tests.waiting import until


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    settings = Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"])
    server = Server(settings)
    await server.start()
    yield server
    await server.stop()
    assert server.plane.counters["exception"] == 0


@pytest.fixture
async def links(server: Server) -> Links:
    return await open_session(server.house.store, find("classic").text, server.url)


async def invited(server: Server, link: str) -> Visitor:
    """Has a place in the session, and no name and no seat yet."""
    visitor = Visitor(server.url, link)
    status, _ = await visitor.post("/api/enter", {"token": visitor.token})
    assert status == 200
    return visitor


def page() -> LightPeer:
    return LightPeer(1, media=load(bundled()[0]))


async def look(visitor: Visitor, peer: LightPeer) -> None:
    status, answer = await visitor.post("/api/check", {"offer": peer.offer()})
    assert status == 200, answer
    await peer.connect(answer["answer"])
    peer.speak(True)
    peer.show(True)


def checks_of(server: Server) -> dict[str, Any]:
    return server.house.checks._rooms


async def test_ones_pictures_come_back_and_no_sound_does(server: Server, links: Links) -> None:
    """And nobody takes a seat by it."""
    visitor, peer = await invited(server, links.join), page()
    await look(visitor, peer)
    await until(lambda: peer.received[1].video > 30)
    assert peer.received[1].audio == 0
    (room,) = checks_of(server).values()
    facts = server.plane.facts(room)[1]
    assert facts.audio_packets_in > 0, "it did send sound"
    assert server.house.checks.counts["connected"] == 1
    assert await server.house.store.names(links.session) == {}
    await peer.close()
    await until(lambda: not checks_of(server))
    assert room not in server.plane._rooms


async def test_two_who_look_do_not_see_each_other(server: Server, links: Links) -> None:
    first, second = page(), page()
    await look(await invited(server, links.join), first)
    await look(await invited(server, links.lead), second)
    second.show(False)
    await until(lambda: first.received[1].video > 30)
    assert second.received[1].video < 10, "what it had sent before it stopped"
    assert len(checks_of(server)) == 2
    await first.close()
    await second.close()


async def test_it_ends_by_itself_and_one_that_nobody_connects_to_does(
    server: Server, links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(path_check, "LASTS_S", 0.5)
    visitor, peer = await invited(server, links.join), page()
    down = asyncio.Event()
    peer.on_down = down.set
    await look(visitor, peer)
    await asyncio.wait_for(down.wait(), 5)
    assert not checks_of(server)
    status, _ = await visitor.post("/api/check", {"offer": page().offer()})
    assert status == 200
    await until(lambda: not checks_of(server))
    assert not any(room.startswith("check") for room in server.plane._rooms)
    assert server.house.checks.counts == {"begun": 2, "connected": 1, "refused": 0}
    await peer.close()


async def test_a_person_has_one_at_a_time(server: Server, links: Links) -> None:
    visitor, first, second = await invited(server, links.join), page(), page()
    down = asyncio.Event()
    first.on_down = down.set
    await look(visitor, first)
    await look(visitor, second)
    await asyncio.wait_for(down.wait(), 5)
    await until(lambda: second.received[1].video > 10)
    assert len(checks_of(server)) == 1
    await first.close()
    await second.close()


async def test_so_many_at_once_and_no_more(
    server: Server, links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(path_check, "AT_ONCE", 1)
    first, second = await invited(server, links.lead), await invited(server, links.join)
    assert (await first.post("/api/check", {"offer": page().offer()}))[0] == 200
    assert (await second.post("/api/check", {"offer": page().offer()}))[0] == 429
    assert (await first.post("/api/check", {"offer": page().offer()}))[0] == 200, "in place of its own"
    assert server.house.checks.counts["refused"] == 1


async def test_a_bad_offer_leaves_nothing_behind(server: Server, links: Links) -> None:
    visitor = await invited(server, links.join)
    status, answer = await visitor.post("/api/check", {"offer": "v=0"})
    assert (status, answer["code"]) == (400, "bad_layout")
    status, answer = await visitor.post("/api/check", {"offer": LightPeer(2).offer()})
    assert (status, answer["code"]) == (400, "bad_layout"), "a check has one seat"
    assert not checks_of(server)
    assert not server.plane._rooms.keys() - {links.session}
    with pytest.raises(SdpError):
        await server.house.checks.begin("somebody", "")


async def test_for_whoever_is_invited_alone_and_not_too_often(server: Server, links: Links) -> None:
    stranger = Visitor(server.url, links.join)
    offer = {"offer": page().offer()}
    assert (await stranger.post("/api/check", offer))[0] == 401
    visitor = await invited(server, links.join)
    answers = [(await visitor.post("/api/check", offer))[0] for _ in range(8)]
    assert answers == [200] * 6 + [429] * 2
    await server.house.store.end_session(links.session, ())
    assert (await visitor.post("/api/check", offer))[0] in (401, 410, 429)


async def test_what_comes_back_is_no_more_than_what_was_sent(server: Server, links: Links) -> None:
    """A check is of no use for hitting somebody else harder than by oneself."""
    visitor, peer = await invited(server, links.join), page()
    await look(visitor, peer)
    await until(lambda: peer.received[1].video > 30)
    (room,) = checks_of(server).values()
    forwarded, facts = server.plane.forwarded(room).forwarded, server.plane.facts(room)[1]
    assert list(forwarded) == [(1, 1)]
    audio, video = forwarded[1, 1]
    assert audio == 0
    assert video <= facts.packets_in - facts.audio_packets_in
    await peer.close()
