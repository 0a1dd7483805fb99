"""ICE over TCP, the passive side (RFC 6544): for networks that let no UDP out. Each datagram is a frame of a stream,
two bytes of length before it (RFC 4571).

A connection is a path like any other: it has an address of its own, and what it brings is worth no more than what comes
by UDP. Malformed or unwelcome input is a counter and a closed connection. May import the standard library and `ice`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import cast

from server.media.ice import Address

LONGEST = 2048
FRAMES_AT_ONCE = 8
"""As many as datagrams of UDP: what came in one piece must not hold up everybody else."""
CONNECTIONS = 512
UNPROVEN = 64
"""Connections that no valid check has come by yet."""
PROVES_WITHIN_S = 10.0
LAST_WORDS_S = 1.0
WAITING_BYTES = 32_768
"""Unsent, of one connection; beyond this packets are dropped: old sound is worse than none."""


def is_tcp(address: Address) -> bool:
    return len(address) == 4 and address[2] == "tcp"


class Listener:
    """`owned` says whether a connection's address belongs to somebody by now."""

    def __init__(
        self,
        on_datagram: Callable[[bytes, Address], None],
        owned: Callable[[Address], bool],
        counters: Counter[str],
    ) -> None:
        self.on_datagram, self.owned, self.counters = on_datagram, owned, counters
        self.connections: dict[Address, Connection] = {}
        self.made = 0
        self._server: asyncio.Server | None = None

    async def open(self, host: str, port: int) -> None:
        """Raises OSError if the port is taken."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Connection(self), host, port)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
        for connection in list(self.connections.values()):
            connection.end("")

    def send(self, datagram: bytes | bytearray | memoryview, address: Address) -> bool:
        """False if the connection is gone or full; the latter is counted."""
        connection = self.connections.get(address)
        return connection is not None and connection.send(datagram)

    def release(self, address: Address) -> None:
        """Its owner is gone: close it, once what was said last is through."""
        connection = self.connections.get(address)
        if connection is not None:
            connection.release()

    def welcomes(self) -> bool:
        if len(self.connections) >= CONNECTIONS:
            return False
        return sum(not self.owned(address) for address in self.connections) < UNPROVEN


class Connection(asyncio.Protocol):
    """One stream; its address is the client's with `"tcp"` and a number behind it, so that it is no other's."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._waiting = bytearray()
        self._proof: asyncio.TimerHandle | None = None
        self._later: asyncio.Handle | None = None
        self.address: Address = ()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        listener = self._listener
        if not listener.welcomes():
            listener.counters["tcp_refused"] += 1
            self._transport.abort()
            return
        listener.made += 1
        host, port = self._transport.get_extra_info("peername")[:2]
        self.address = (host, port, "tcp", listener.made)
        listener.connections[self.address] = self
        self._proof = asyncio.get_running_loop().call_later(PROVES_WITHIN_S, self._must_be_owned)

    def connection_lost(self, reason: Exception | None) -> None:
        self._listener.connections.pop(self.address, None)
        for timer in (self._proof, self._later):
            if timer is not None:
                timer.cancel()

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        self._take()

    def send(self, datagram: bytes | bytearray | memoryview) -> bool:
        if self._transport.is_closing():
            return False
        if self._transport.get_write_buffer_size() > WAITING_BYTES:
            self._listener.counters["tcp_full"] += 1
            return False
        self._transport.write(len(datagram).to_bytes(2, "big") + datagram)
        return True

    def release(self) -> None:
        if self._proof is not None:
            self._proof.cancel()
        self._proof = asyncio.get_running_loop().call_later(LAST_WORDS_S, self.end, "")

    def end(self, reason: str) -> None:
        """Close at once; `reason` is counted."""
        if reason:
            self._listener.counters[reason] += 1
        self._listener.connections.pop(self.address, None)
        self._transport.abort()

    def _take(self) -> None:
        """Some frames; the rest when the event loop comes round again."""
        self._later = None
        waiting, at = self._waiting, 0
        for _ in range(FRAMES_AT_ONCE):
            if len(waiting) < at + 2:
                break
            size = int.from_bytes(waiting[at : at + 2], "big")
            if size > LONGEST:
                self.end("tcp_too_long")
                return
            if len(waiting) < at + 2 + size:
                break
            frame = bytes(waiting[at + 2 : at + 2 + size])
            at += 2 + size
            if frame:  # an empty one keeps the connection alive
                self._listener.on_datagram(frame, self.address)
            if self._transport.is_closing():
                return
        else:
            self._transport.pause_reading()
            self._later = asyncio.get_running_loop().call_soon(self._go_on)
        del waiting[:at]

    def _go_on(self) -> None:
        self._take()
        if self._later is None and not self._transport.is_closing():
            self._transport.resume_reading()

    def _must_be_owned(self) -> None:
        if not self._listener.owned(self.address):
            self.end("tcp_unproven")
