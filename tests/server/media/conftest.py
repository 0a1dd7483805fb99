"""Fixtures of the media plane's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from server.media.plane import Plane
from tests.server.media.peers import ROOM, Circle, Clock, Wire


@pytest.fixture
async def circle() -> AsyncIterator[Circle]:
    clock = Clock()
    wires: list[Wire] = []

    def make_wire(clock_: object) -> Wire:
        wires.append(Wire(clock))
        return wires[0]

    plane = Plane(clock=clock, ports=make_wire)
    made = Circle(clock, wires[0], plane)
    plane.on_link = lambda *link: made.links.append(link)
    await plane.start("0.0.0.0", 0, ["192.0.2.50"])
    plane.open_room(ROOM, 2)
    yield made
    await plane.stop()
    assert made.wire.counters["exception"] == 0
