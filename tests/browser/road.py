"""A bad road from the server to its listeners: packets of sound and picture are lost, after their encryption, by a
seeded chance, or come late. What else the server sends, and what comes in, is left alone; the rate has no bound.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

from server.media import fanout
from server.media.ice import Address
from server.media.plane import Plane
from server.media.port import Port


class Road(Port):
    def __init__(self, clock: Callable[[], int], loss: float, late_s: float) -> None:
        super().__init__(clock)
        self._loss, self._late_s, self._chance = loss, late_s, Random(7)

    def send(self, datagram: bytes | bytearray | memoryview, address: Address) -> bool:
        if not 128 <= datagram[0] <= 191 or 192 <= datagram[1] <= 223:
            return super().send(datagram, address)
        if self._chance.random() >= self._loss:
            asyncio.get_running_loop().call_later(self._late_s, super().send, bytes(datagram), address)
        return True


def plane_on_a_road(loss: float, late_s: float = 0.0) -> Plane:
    """`loss`: a share, 0..1. Python sends: the road lies in the port, which a compiled engine goes past."""
    return Plane(ports=lambda clock: Road(clock, loss, late_s), engine=fanout.PYTHON)
