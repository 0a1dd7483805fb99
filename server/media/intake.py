"""The process's socket, as intake.c reads it: Python is handed what C leaves, with the address that it came from.

May import the standard library and its sister `taking`.
"""

from __future__ import annotations

import math
import socket
import struct
import sys
from array import array
from typing import Any

from server.media.taking import Taker

_FAMILY = struct.Struct("=H")


class CompiledIntake:
    """`taking.Intake`. `engine` is the compiled one."""

    def __init__(self, engine: Any, descriptor: array[int]) -> None:
        self._engine, self._descriptor = engine, descriptor
        fd = engine.ffi.cast("int *", descriptor.buffer_info()[0])
        self._struct = engine.ffi.new("struct intake *", {"fd": fd})
        self._origin = engine.ffi.new("struct wire *")
        self._known: dict[tuple[Any, ...], Taker] = {}

    def know(self, address: tuple[Any, ...], taker: Any) -> None:
        sender = self._engine.ffi.NULL if taker is None else taker.books
        self._engine.point(self._origin, address)
        self._engine.lib.know(self._struct, self._origin, sender)
        self._known[address] = taker  # before it is forgotten, C has let go of it
        if taker is None:
            del self._known[address]

    @property
    def waited_ms(self) -> int:
        return int(self._struct.waited_ms)

    def receive(self) -> bool:
        return bool(self._engine.lib.receive(self._struct) >= 0)

    def fileno(self) -> int:
        return self._descriptor[0]

    def serve(self, epoll: int, timeout_s: float | None) -> bool:
        most_ms = -1 if timeout_s is None else max(0, math.ceil(timeout_s * 1000))
        return bool(self._engine.lib.serve(self._struct, epoll, most_ms))

    def unsent(self) -> tuple[int, int]:
        taken = self._engine.lib.take_unsent()
        return int(taken.full), int(taken.error)

    def next(self, now_ms: int) -> tuple[bytes, tuple[Any, ...]] | None:
        if not self._engine.lib.next_datagram(self._struct, now_ms):
            return None
        read, at = self._struct, self._struct.at
        datagram = bytes(self._engine.ffi.buffer(read.datagrams[at], read.sizes[at]))
        return datagram, _address(bytes(self._engine.ffi.buffer(read.addresses[at], read.address_sizes[at])))


def _address(raw: bytes) -> tuple[Any, ...]:
    """A socket address as `recvfrom` says it."""
    (family,) = _FAMILY.unpack_from(raw)
    port = int.from_bytes(raw[2:4], "big")
    if family == socket.AF_INET:
        return socket.inet_ntop(family, raw[4:8]), port
    flow = int.from_bytes(raw[4:8], "big")
    return socket.inet_ntop(family, raw[8:24]), port, flow, int.from_bytes(raw[24:28], sys.byteorder)
