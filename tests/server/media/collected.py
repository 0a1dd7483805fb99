"""A forwarder of a room of tests, by whichever engine. What the compiled one sends goes by sockets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from server.media.forwarder import Forwarder
from server.media.negotiated import Choice, Reach

if TYPE_CHECKING:
    from tests.server.media.forwarding_room import Room


class Collected(Forwarder):
    """A forwarder whose clients have what was sent to them when a call returns, whichever engine sent it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._inside = False

    def on_datagram(self, seat: int, datagram: bytes, now_ms: int) -> bool:
        with self._collecting():
            return self.take(seat, datagram, now_ms)

    def release(self, now_ms: int) -> None:
        with self._collecting():
            super().release(now_ms)

    def join(self, *one: Any, **options: Any) -> None:
        with self._collecting():
            super().join(*one, **options)

    def rest(self, seat: int, away: bool, now_ms: int) -> None:
        with self._collecting():
            super().rest(seat, away, now_ms)

    def set_reach(
        self, reach: Mapping[int, Reach], now_ms: int, slots: Mapping[int, int] | None = None
    ) -> None:
        with self._collecting():
            super().set_reach(reach, now_ms, slots)

    def choose(self, choices: Mapping[int, Choice], now_ms: int) -> None:
        with self._collecting():
            super().choose(choices, now_ms)

    def tend(self, seat: int, now_ms: int) -> None:
        with self._collecting():
            super().tend(seat, now_ms)

    def on_tick(self, now_ms: int) -> None:
        with self._collecting():
            super().on_tick(now_ms)

    @contextmanager
    def _collecting(self) -> Iterator[None]:
        if self._inside:  # whoever called this one collects
            yield
            return
        clients = [*self._room.former, *self._room.clients.values()]
        for client in clients:
            client.descriptor[0] = -1 if client.blocked else client.sink
        self._inside = True
        try:
            yield
        finally:
            self._inside = False
        for client in clients:
            client.collect()

    def take(self, seat: int, datagram: bytes, now_ms: int) -> bool:
        return super().on_datagram(seat, datagram, now_ms)
