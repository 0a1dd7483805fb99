"""Fixtures of the media plane's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from server.media import fanout
from server.media.compiled import compiled
from server.media.plane import Plane
from server.media.workers import Workers
from tests.server.media.forwarding_room import ENGINES
from tests.server.media.in_this_loop import InThisLoop
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


def plane_on_a_wire() -> Circle:
    """Not started yet."""
    clock = Clock()
    wires: list[Wire] = []

    def make_wire(clock_: object) -> Wire:
        wires.append(Wire(clock))
        return wires[0]

    plane = Plane(clock=clock, ports=make_wire, engine=Follower())
    return Circle(clock, wires[0], plane)


@pytest.fixture
def unstarted() -> Circle:
    return plane_on_a_wire()


async def opened(made: Circle) -> AsyncIterator[Circle]:
    made.face.on_link = lambda *link: made.links.append(link)
    await made.face.start("0.0.0.0", 0, ["192.0.2.50"])
    made.face.open_room(ROOM, 2)
    yield made
    await made.face.stop()
    assert made.wire.counters["exception"] == 0


@pytest.fixture
async def circle() -> AsyncIterator[Circle]:
    async for made in opened(plane_on_a_wire()):
        yield made


@pytest.fixture(params=["the plane itself", "a worker"])
async def either(request: pytest.FixtureRequest) -> AsyncIterator[Circle]:
    """A circle whose room asks the plane, or a worker that has the plane: one of this event loop, with a real pipe."""
    made = plane_on_a_wire()
    if request.param == "the plane itself":
        async for one in opened(made):
            yield one
        return
    with_pipe = InThisLoop(made.plane)
    made.workers = Workers(1, with_pipe.hire)
    async for one in opened(made):
        yield one
    await with_pipe.over()
