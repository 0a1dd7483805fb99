"""A worker from the inside of its pipe: it obeys what is an order, outlives what is none, and ends with the pipe."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable

import pytest

from server.media import messages as m
from server.media.pipe import Frames
from server.media.plane import Plane
from server.media.worker import serve
from tests.server.media.peers import HOME, OFFER, ROOM, Circle, Hears


class Master:
    """The other end: tells raw bytes, and hears reports."""

    def __init__(self, plane: Plane) -> None:
        self.end, theirs = socket.socketpair()
        self.end.setblocking(False)
        self.worker = asyncio.create_task(serve(theirs, lambda: plane))
        self._frames = Frames(m.MOST_BYTES)
        self._heard: list[m.Report] = []

    async def tell(self, *frames: bytes) -> None:
        for frame in frames:
            await asyncio.get_running_loop().sock_sendall(self.end, len(frame).to_bytes(4, "big") + frame)

    async def order(self, *orders: m.Order) -> None:
        await self.tell(*map(m.packed, orders))

    async def hears(self, wanted: Callable[[m.Report], bool]) -> m.Report:
        async with asyncio.timeout(10):
            while not (found := [report for report in self._heard if wanted(report)]):
                octets = await asyncio.get_running_loop().sock_recv(self.end, 65_536)
                assert octets, "the worker has ended"
                for frame in self._frames.feed(octets):
                    report = m.report(frame)
                    assert report is not None
                    self._heard.append(report)
        return found[0]

    async def said(self, ask: int) -> m.Report:
        return await self.hears(lambda report: getattr(report, "ask", None) == ask)

    async def over(self) -> None:
        await asyncio.wait_for(self.worker, 5)


@pytest.fixture
async def master(unstarted: Circle) -> AsyncIterator[Master]:
    made = Master(unstarted.plane)
    await made.order(m.Begin("0.0.0.0", 0, ("192.0.2.50",), True), m.OpenRoom(ROOM, 2, None))
    await made.hears(lambda report: isinstance(report, m.Began))
    yield made
    made.end.close()
    await made.over()


NONSENSE = [
    b"",
    b"\xc1",
    b"\x81\xa4type\xa4Fire",
    bytes(m.MOST_BYTES + 1),
    m.packed(m.Done(1)),
    b"\x91" * 9_000,
]


async def test_a_worker_outlives_what_is_no_order(unstarted: Circle, master: Master) -> None:
    await master.tell(*NONSENSE)
    await master.order(m.SetReach(1, ROOM, {2: m.Hears(frozenset({1}))}, None))
    assert await master.said(1) == m.Done(1)
    assert unstarted.plane.counters["bad_order"] == len(NONSENSE)


async def test_what_does_not_exist_is_said_to_whoever_asked(master: Master) -> None:
    await master.order(m.Answer(1, ROOM, 3, OFFER), m.SetReach(2, "elsewhere", {}, None))
    assert await master.said(1) == m.Failed(1, "place")
    assert await master.said(2) == m.Failed(2, "place")


async def test_a_fault_in_one_order_stops_no_other(
    unstarted: Circle, master: Master, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(unstarted.plane, "drop", fail)
    await master.order(m.Drop(1, ROOM, 1), m.Silence(2, ROOM))
    assert await master.said(1) == m.Failed(1, "fault")
    assert await master.said(2) == m.Done(2)


async def test_a_reach_that_fails_leaves_the_room_silent(
    unstarted: Circle, master: Master, monkeypatch: pytest.MonkeyPatch
) -> None:
    silenced: list[str] = []

    async def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(unstarted.plane, "set_reach", fail)
    monkeypatch.setattr(unstarted.plane, "silence", silenced.append)
    await master.order(m.SetReach(1, ROOM, {}, None))
    assert await master.said(1) == m.Failed(1, "fault")
    assert silenced == [ROOM]


async def test_reach_does_not_wait_for_a_connection_that_is_being_closed(
    unstarted: Circle, master: Master, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = asyncio.Event()

    async def slow(*_: object) -> None:
        await goes_on.wait()

    monkeypatch.setattr(unstarted.plane, "drop", slow)
    await master.order(m.Drop(1, ROOM, 1), m.SetReach(2, ROOM, {}, None))
    assert await master.said(2) == m.Done(2)
    goes_on.set()
    assert await master.said(1) == m.Done(1)


async def test_a_port_that_is_taken_is_said(unstarted: Circle, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> int:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(unstarted.wire, "open", taken)
    master = Master(unstarted.plane)
    await master.order(m.Begin("0.0.0.0", 8081, (), True))
    assert await master.hears(lambda _: True) == m.NotBegun(98, "Address already in use")
    master.end.close()
    await master.over()


async def test_a_worker_ends_with_its_pipe_and_tells_people(unstarted: Circle, master: Master) -> None:
    client = unstarted.client()
    await client.connect()
    await unstarted.plane.set_reach(ROOM, {2: Hears(frozenset({1}))})
    master.end.close()
    await master.over()
    assert unstarted.wire.sent_to(HOME)[-1][0] == 21  # the last word is a DTLS alert


async def test_what_it_knows_is_told_by_itself(unstarted: Circle, master: Master) -> None:
    client = unstarted.client()
    await client.connect()
    assert await master.hears(lambda report: isinstance(report, m.Linked)) == m.Linked(ROOM, 1, True)
    facts = await master.hears(lambda report: isinstance(report, m.Facts))
    assert isinstance(facts, m.Facts) and set(facts.seats) == {1}
    sums = await master.hears(lambda report: isinstance(report, m.Sums))
    assert isinstance(sums, m.Sums) and sums.totals.seats["up"] == 1 and sum(sums.lag.counts) >= 10
    await unstarted.plane.drop(ROOM, 1)
    nobody = await master.hears(lambda report: isinstance(report, m.Facts) and not report.seats)
    assert nobody == m.Facts(ROOM, {})
