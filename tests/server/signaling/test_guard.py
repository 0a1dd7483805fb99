"""The socket with clients that misbehave: floods, no packets, many connections, none of whom anybody needs."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

import aiohttp
import pytest

from server.app import Server
from server.signaling import page as pages
from server.signaling.signaling import SOCKETS_MOST
from tests.server.signaling.raw import Raw
from tests.server.visitor import HELLO, Visitor


async def test_a_flood_is_cut_off(server: Server, leader: Visitor) -> None:
    for event in ("hello", "command", "nothing"):
        raw = await Raw.open(server, leader.cookie)
        await raw.connect()
        with suppress(ConnectionError):
            for _ in range(1000):
                await raw.send(f"42{json.dumps([event, HELLO])}")
        assert await raw.ends(), event
        await raw.close()
    # and only those connections: the same person comes back
    assert (await leader.connect())["you"]["seat"] == leader.seat


NO_PACKETS = [
    "4",
    "4x",
    "49",
    "42{",
    "42[]",
    "42[[]]",
    "42{}",
    "4" + "[" * 60_000,
    '451-["hello",{}]',
    b"t0ken",
]


async def test_what_is_no_packet_ends_the_connection_and_is_not_repeated(
    server: Server, leader: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    for packet in NO_PACKETS:
        raw = await Raw.open(server, leader.cookie)
        await raw.connect()
        await raw.send(packet)
        with suppress(ConnectionError):
            await raw.send(b"t0ken")  # binary is nothing of ours, not even as the rest of a packet
        assert await raw.ends(), packet
        await raw.close()
    assert not caplog.records
    connections = server.signaling.connections
    assert not any(connections.is_open(connection) for connection in connections.all())


async def test_what_strangers_ask_for_is_not_in_the_log(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    async with aiohttp.ClientSession() as http:
        for query in ("?EIO=4&transport=polling&sid=t0ken", "?EIO=3", "?EIO=4&transport=t0ken"):
            for headers in ({"Origin": "http://t0ken"}, {}):
                answer = await http.get(f"{server.url}/socket.io/{query}", headers=headers)
                assert answer.status == 400
    assert not caplog.records


async def test_a_connection_that_is_nobodys_is_closed_at_the_second_sweep(
    server: Server, leader: Visitor
) -> None:
    silent, refused, own = (
        await Raw.open(server),
        await Raw.open(server, "forged"),
        await Raw.open(server, leader.cookie),
    )
    await refused.send("40")
    await own.connect()
    await server.signaling.guard.sweep()
    await server.signaling.guard.sweep()
    assert await silent.ends()
    assert await refused.ends()
    assert (await own.ask("hello", HELLO))["ok"]
    for raw in (silent, refused, own):
        await raw.close()


async def test_of_one_persons_many_connections_the_oldest_gives_way(server: Server, leader: Visitor) -> None:
    opened = []
    for _ in range(SOCKETS_MOST + 1):
        opened.append(await Raw.open(server, leader.cookie))
        await opened[-1].connect()
    assert await opened[0].ends()
    assert (await opened[1].ask("hello", HELLO))["ok"]
    assert (await opened[-1].ask("hello", HELLO))["ok"]
    for raw in opened:
        await raw.close()


async def test_whoever_is_gone_before_hello_is_answered_leaves_no_page_behind(
    server: Server, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await server.house.room((await server.house.person(leader.cookie)).session)  # type: ignore[union-attr]
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(session: str) -> Any:
        asked.set()
        await go_on.wait()
        return room

    monkeypatch.setattr(server.house, "room", slowly)
    raw = await Raw.open(server, leader.cookie)
    await raw.connect()
    await raw.send(f"421{json.dumps(['hello', HELLO])}")
    await asked.wait()
    for connection in server.signaling.connections.all():
        await server.signaling.connections.cut(connection)
    go_on.set()
    await raw.ends()
    await raw.close()
    assert room is not None
    assert not room.outlets()


async def test_a_page_that_does_not_keep_up_is_cut_once(
    server: Server, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leader.connect()
    session = (await server.house.person(leader.cookie)).session  # type: ignore[union-attr]
    room = await server.house.room(session)
    assert room is not None
    page: Any = next(iter(room.outlets().values()))
    told: list[str] = []
    monkeypatch.setattr(pages.log, "info", lambda event, **_: told.append(event), raising=False)
    for number in range(2 * pages.OUTBOUND_MOST):
        page.send("news", {"seq": number})
    assert told == ["page_too_slow"]
    assert page._out.qsize() <= pages.OUTBOUND_MOST + 2
