"""A room whose packets come by a socket, as a port reads it: for tests that compare the engines."""

from __future__ import annotations

import socket
import weakref
from array import array
from typing import Any

from server.media import fanout
from server.media.compiled import compiled
from tests.server.media.collected import Collected
from tests.server.media.forwarding_room import Room


def engines() -> tuple[fanout.Engine, fanout.Engine]:
    other = compiled()
    assert other is not None
    return fanout.PYTHON, other


class FromSocket(Collected):
    """As a port does it: a datagram comes by a socket, and only what the compiled engine leaves is Python's."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.port, self.client = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for one in (self.port, self.client):
            one.bind(("127.0.0.1", 0))
            weakref.finalize(self, one.close)
        self.client.connect(self.port.getsockname())
        self.intake: Any = room.engine.intake(array("i", [self.port.fileno()]))

    def take(self, seat: int, datagram: bytes, now_ms: int) -> bool:
        assert self.intake is not None
        participant = self._participants.get(seat)
        self.intake.know(self.client.getsockname(), participant.taker if participant is not None else None)
        self.client.send(datagram)
        refused = self.counters.drops.get("unauthentic", 0)
        assert self.intake.receive()
        self.intake._struct.came_us[0] = 0  # the room's time is not the kernel's
        left = self.intake.next(now_ms)
        if left is not None:
            return super().take(seat, left[0], now_ms)
        return self.counters.drops.get("unauthentic", 0) == refused
