"""A bad road from the server to its listeners: packets of sound and picture are lost, after their encryption, by a
seeded chance, or come late, or queue up before a narrow place. What else the server sends, and what comes in, is left
alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

from server.media import fanout
from server.media.ice import Address
from server.media.plane import Plane
from server.media.port import Port

QUEUE_S = 1.0
"""What would wait longer before the narrow place is dropped, as in a router."""


class Road(Port):
    def __init__(self, clock: Callable[[], int], loss: float, late_s: float, bps: int | None) -> None:
        super().__init__(clock)
        self._loss, self._late_s, self._bps, self._chance = loss, late_s, bps, Random(7)
        self._free_s: dict[Address, float] = {}
        """When what was sent to an address before has passed the narrow place."""

    def send(self, datagram: bytes | bytearray | memoryview, address: Address) -> bool:
        if not 128 <= datagram[0] <= 191 or 192 <= datagram[1] <= 223:
            return super().send(datagram, address)
        waits_s = self._queue(len(datagram), address)
        if waits_s <= QUEUE_S and self._chance.random() >= self._loss:
            loop = asyncio.get_running_loop()
            loop.call_later(self._late_s + waits_s, super().send, bytes(datagram), address)
        return True

    def _queue(self, size: int, address: Address) -> float:
        """How long it takes through the narrow place; more than QUEUE_S: it finds no room before it."""
        if self._bps is None:
            return 0.0
        now_s = asyncio.get_running_loop().time()
        waits_s = max(self._free_s.get(address, 0.0), now_s) + 8 * (size + 28) / self._bps - now_s
        if waits_s <= QUEUE_S:
            self._free_s[address] = now_s + waits_s
        return waits_s


def plane_on_a_road(loss: float, late_s: float = 0.0, bps: int | None = None) -> Plane:
    """`loss`: a share, 0..1; `bps`: how wide the way to each listener is.

    Python sends: the road lies in the port, which a compiled engine goes past."""
    return Plane(ports=lambda clock: Road(clock, loss, late_s, bps), engine=fanout.PYTHON)
