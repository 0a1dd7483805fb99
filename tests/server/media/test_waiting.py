"""The event loop's wait: what is plain is forwarded meanwhile, and all else ends it as it would any other loop's."""

from __future__ import annotations

import asyncio
import socket
from array import array
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any

import pytest

from server.media import fanout, waiting
from server.media.compiled import compiled
from server.media.port import Port
from tests.server.media.forwarding_room import ALL, Hears, Room

WITHIN_S = 10
CHECK = b"\0a check"


class Spoken:
    """Seat 1 speaks to seat 2 through a socket that the loop reads. `given` is what Python was given."""

    def __init__(self) -> None:
        self.engine = compiled()
        assert self.engine is not None
        self.room = Room([1, 2], now_ms=waiting.monotonic_ms(), engine=self.engine)
        self.room.reach({2: Hears(ALL, ALL)})
        self.speaker, self.listener = self.room.clients.values()
        for number in (1, 2):  # a first packet is Python's
            self.room.send(1, self.word(number))
        self.given: list[bytes] = []
        self.wakes = 0
        self.port, self.client = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for one in (self.port, self.client):
            one.bind(("127.0.0.1", 0))
        self.client.connect(self.port.getsockname())
        self.intake: Any = self.engine.intake(array("i", [self.port.fileno()]))
        self.intake.know(self.client.getsockname(), self.room.forwarder._participants[1].taker)

    def word(self, number: int) -> bytes:
        return self.speaker.audio(number, number * 960, b"word")

    def read(self) -> None:
        self.wakes += 1
        assert self.intake.receive()
        while (found := self.intake.next(waiting.monotonic_ms())) is not None:
            self.given.append(found[0])

    async def hears(self, count: int) -> list[int]:
        """The numbers that seat 2 has got, once there are so many."""
        came = asyncio.Event()
        asyncio.get_running_loop().add_reader(self.listener.sink, came.set)
        while len(found := [header.sequence for header, _ in self.listener.heard(1)]) < count:
            came.clear()
            await came.wait()
            self.listener.collect()
        asyncio.get_running_loop().remove_reader(self.listener.sink)
        return found

    def close(self) -> None:
        self.port.close()
        self.client.close()


@pytest.fixture
def spoken() -> Iterator[Spoken]:
    with closing(Spoken()) as there:
        yield there


def run(act: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(WITHIN_S):
            await act()

    with asyncio.Runner(loop_factory=waiting.Loop) as runner:
        runner.run(in_time())


def test_plain_packets_go_on_without_python_and_all_else_comes_to_it_once(spoken: Spoken) -> None:
    async def act() -> None:
        asyncio.get_running_loop().add_reader(spoken.port, spoken.read)
        waiting.forward(spoken.intake)
        spoken.client.send(spoken.word(3))
        assert await spoken.hears(3) == [1, 2, 3]
        assert spoken.wakes == 0
        for datagram in (spoken.word(4), CHECK, spoken.word(5)):
            spoken.client.send(datagram)
        assert await spoken.hears(5) == [1, 2, 3, 4, 5]
        assert (spoken.given, spoken.wakes) == ([CHECK], 1)
        assert spoken.room.drops("unauthentic") == 0
        waiting.let_go(spoken.intake)
        spoken.client.send(spoken.word(6))
        await spoken.hears(6)
        assert spoken.wakes == 2

    run(act)


def test_a_loop_with_something_to_do_takes_a_handful_at_each_turn_without_python(spoken: Spoken) -> None:
    async def act() -> None:
        loop = asyncio.get_running_loop()
        loop.add_reader(spoken.port, spoken.read)
        waiting.forward(spoken.intake)
        for number in range(3, 27):
            spoken.client.send(spoken.word(number))
        heard = [2]
        for _ in range(4):
            await asyncio.sleep(0)  # whoever is ready to go on leaves the loop no time to wait
            spoken.listener.collect()
            heard.append(len(spoken.listener.heard(1)))
        assert max(after - before for before, after in pairwise(heard)) == 8 and heard[-1] == 26
        assert spoken.wakes == 0

    run(act)


@pytest.mark.parametrize("forwards", [False, True])
def test_a_wait_ends_when_its_time_is_over_or_another_thread_calls(spoken: Spoken, forwards: bool) -> None:
    async def act() -> None:
        loop = asyncio.get_running_loop()
        loop.add_reader(spoken.port, spoken.read)
        if forwards:
            waiting.forward(spoken.intake)
        before = loop.time()
        await asyncio.sleep(0.02)
        assert 0.02 <= loop.time() - before < WITHIN_S / 2
        assert await asyncio.to_thread(lambda: 7) == 7

    run(act)


@pytest.mark.parametrize("real", [False, True])
def test_a_port_of_the_systems_clock_is_taken_from_meanwhile(real: bool) -> None:
    async def act() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, waiting.Loop)
        port = Port(waiting.monotonic_ms if real else lambda: 0)
        engine = compiled()
        assert engine is not None
        port.intake = engine.intake(port.descriptor)
        port.open("127.0.0.1", 0)
        assert loop.waiting.intake is (port.intake if real else None)
        waiting.let_go(engine.intake(array("i", [-1])))
        assert loop.waiting.intake is (port.intake if real else None), "another's stays"
        port.close()
        assert loop.waiting.intake is None

    run(act)


async def test_another_loop_waits_as_it_does() -> None:
    waiting.forward(fanout.PYTHON.intake(array("i", [-1])))
    assert not isinstance(asyncio.get_running_loop(), waiting.Loop)
