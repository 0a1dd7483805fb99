"""Fixtures of the media plane's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from server.media import fanout
from server.media.compiled import compiled
from server.media.plane import Plane
from tests.server.media.forwarding_room import ENGINES
from tests.server.media.peers import ROOM, Circle, Clock, Follower, Wire


@pytest.fixture(scope="module", params=["Python", "C"])
def both_engines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rooms of their own are forwarded by each engine in turn; `make test` sees to it that both are there."""
    engine = fanout.PYTHON if request.param == "Python" else compiled()
    assert engine is not None, (
        "the forwarding in C was not compiled: install a C compiler, then `make client`"
    )
    ENGINES.append(engine)
    yield
    ENGINES.pop()


@pytest.fixture
async def circle() -> AsyncIterator[Circle]:
    clock = Clock()
    wires: list[Wire] = []

    def make_wire(clock_: object) -> Wire:
        wires.append(Wire(clock))
        return wires[0]

    plane = Plane(clock=clock, ports=make_wire, engine=Follower())
    made = Circle(clock, wires[0], plane)
    plane.on_link = lambda *link: made.links.append(link)
    await plane.start("0.0.0.0", 0, ["192.0.2.50"])
    plane.open_room(ROOM, 2)
    yield made
    await plane.stop()
    assert made.wire.counters["exception"] == 0
