"""The engine in C, loaded through cffi's ABI mode: no Python headers, and one file serves every Python.

What its functions do is said in forward.h, which is read here too, so that no layout is written twice. It is there
where a C compiler was when the project was installed; RESTAREA_NO_EXTENSIONS=1 asks for Python.
May import the standard library, cffi, pylibsrtp, structlog and its sisters below.
"""

from __future__ import annotations

import hashlib
import os
import socket
import struct
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import cffi
import pylibsrtp
import structlog

from server.media import budget, srtp
from server.media.cache import LONGEST_MS
from server.media.fanout import NEVER_MS, PYTHON, Engine, Line, Packet, Reported, Wire
from server.media.gate import Ready
from server.media.intake import CompiledIntake

COMPILED = Path(__file__).with_name("_forward.so")
SOURCES = [
    COMPILED.with_name(name)
    for name in (
        "arrivals.c",
        "fanout.c",
        "forward.h",
        "intake.c",
        "reports.c",
        "sending.c",
        "sending.h",
        "taking.c",
    )
]
_NOTE = struct.Struct("=qiI")

log = structlog.get_logger()


def made_of() -> str:
    """One sha-256 over the sources beside this file; hatch_build.py makes the same."""
    return hashlib.sha256(b"".join(source.read_bytes() for source in SOURCES)).hexdigest()


class _Wire:
    def __init__(self, engine: _Compiled, session: pylibsrtp.Session, descriptor: array[int]) -> None:
        self.engine = engine
        self._kept = session, descriptor  # they must not be freed under us
        context = engine.ffi.cast("void *", srtp.context_address(session))
        fd = engine.ffi.cast("int *", descriptor.buffer_info()[0])
        self.struct = engine.ffi.new("struct wire *", {"srtp": context, "fd": fd})

    def to(self, address: tuple[Any, ...]) -> None:
        self.engine.point(self.struct, address)

    def tell(self, compound: bytes) -> bool:
        return bool(self.engine.lib.tell(self.struct, compound, len(compound)))


class _Cache:
    """cache.PacketCache, where both engines can reach it."""

    def __init__(self, engine: _Compiled, stream: Any) -> None:
        self._engine, self._stream = engine, stream
        self._slots = len(stream.kept)

    def holds(self, number: int) -> bool:
        return bool(self._stream.kept[number % self._slots].number == number)

    def put(self, number: int, packet: bytes, now_ms: int) -> None:
        self._engine.lib.keep(self._stream, number, packet, len(packet), now_ms)

    def get(self, number: int, now_ms: int) -> tuple[bytes, int] | None:
        kept = self._stream.kept[number % self._slots]
        if kept.number != number or now_ms - kept.arrived_ms > LONGEST_MS:
            return None
        return bytes(self._engine.ffi.buffer(kept.packet, kept.size)), int(kept.arrived_ms)

    def clear(self) -> None:
        self._engine.lib.forget(self._stream)


class _Arrivals:
    def __init__(self, engine: _Compiled, books: Any) -> None:
        self._engine, self._books = engine, books
        engine.lib.begin_arrivals(books)

    def arrived(self, sequence: int, came_ms: int) -> None:
        self._engine.lib.arrived_by(self._books, sequence, came_ms)

    def report(self, sender_ssrc: int, media_ssrc: int, now_ms: int) -> bytes | None:
        packet = self._engine.packet
        size = self._engine.lib.report_arrivals(self._books, sender_ssrc, media_ssrc, packet, now_ms)
        return bytes(self._engine.ffi.buffer(packet, size)) if size else None


class _Taker:
    def __init__(self, engine: _Compiled, session: pylibsrtp.Session) -> None:
        self._engine, self._session = engine, session
        packets, octets = budget.full()
        self.books = engine.ffi.new(
            "struct sender *",
            {
                "srtp": engine.ffi.cast("void *", srtp.context_address(session)),
                "budget_packets": packets,
                "budget_bytes": octets,
                "packets_per_s": budget.PACKETS_PER_S,
                "bytes_per_s": budget.BYTES_PER_S,
                "burst_s": budget.BURST_S,
                "last_packet_ms": -1,
                "heard_ms": -1,
            },
        )
        self.arrivals = _Arrivals(engine, self.books)
        self._gates: dict[Any, Any] = {}  # what C knows of each stream by its address only

    def stream(self, *, video: bool, clock_hz: int, level_id: int, transport_id: int) -> tuple[Any, _Cache]:
        lib = self._engine.lib
        none = dict.fromkeys(("highest", "picture_id", "tl0", "first", "most", "transit"), -1)
        fields = {"video": video, "clock_hz": clock_hz, "level_id": level_id, "transport_id": transport_id}
        made = self._engine.ffi.new("struct stream *", {**fields, **none, "group_count": -1})
        stream = self._engine.ffi.gc(made, lib.forget)
        lib.forget(stream)
        self._gates[stream] = None
        return stream, _Cache(self._engine, stream)

    def route(self, ssrc: int, payload_type: int, stream: Any) -> None:
        at = self.books.route_count
        if at == len(self.books.routes):
            return  # Python's, then
        self.books.routes[at] = {"stream": stream, "ssrc": ssrc, "payload_type": payload_type}
        self.books.route_count = at + 1

    def gate(self, stream: Any, ready: Ready | None) -> None:
        stream.group_count = -1
        self._gates[stream] = None
        if ready is None or ready.waiting:
            return
        if any(group.way is not self._engine for group in ready.groups):
            return  # somebody is on TCP, which Python sends to, or has a pace
        groups = self._engine.ffi.new("struct group[]", len(ready.groups))
        for group, (shape, _, _, (pointers, count, _), voice_type) in zip(groups, ready.groups, strict=True):
            group.lines, group.count = pointers, count
            group.level_id, group.send_time_id = shape.level_id, shape.send_time_id
            group.picture_shift, group.tl0_shift = shape.picture_shift, shape.tl0_shift
            group.voice_type = -1 if voice_type is None else voice_type
        self._gates[stream] = ready, groups
        stream.groups, stream.floor = groups, ready.floor
        stream.group_count = len(ready.groups)

    def take(self, datagram: bytes, now_ms: int) -> bool | None:
        taken = self._engine.lib.take(self.books, datagram, len(datagram), now_ms)
        return None if taken == 0 else taken == 1

    def notes(self) -> Iterator[tuple[int, int, int]]:
        count = self.books.note_count
        if not count:
            return iter(())
        noted = bytes(self._engine.ffi.buffer(self.books.notes, count * _NOTE.size))
        self.books.note_count = 0
        return _NOTE.iter_unpack(noted)

    def drops(self) -> dict[str, int]:
        books = self.books
        counts = {
            "unauthentic": books.unauthentic,
            "over_budget": books.over_budget,
            "malformed": books.malformed,
            "send": books.unsent,
        }
        return {reason: count for reason, count in counts.items() if count}


class _Compiled:
    name = "C"

    def __init__(self, library: Path) -> None:
        """Raises OSError, AttributeError or ValueError if it is not what belongs to this file."""
        self.ffi: Any = cffi.FFI()
        self.ffi.cdef(COMPILED.with_name("forward.h").read_text())
        self.lib: Any = self.ffi.dlopen(str(library))
        if self.ffi.string(self.lib.forward_source()).decode() != f"forward {made_of()}":
            raise ValueError("made of other sources")
        self.lib.forward_with(*(self.ffi.cast("void *", at) for at in srtp.addresses()))
        self.packet = self.ffi.new("unsigned char[1024]")  # what is made there is read at once
        self._wires: WeakKeyDictionary[Any, Wire] = WeakKeyDictionary()

    def point(self, wire: Any, address: tuple[Any, ...]) -> None:
        """Have the structure lead there."""
        host, port = str(address[0]).partition("%")[0], int(address[1])
        ipv6 = ":" in host
        packed = socket.inet_pton(socket.AF_INET6 if ipv6 else socket.AF_INET, host)
        self.lib.wire_to(wire, ipv6, packed, port, int(address[3]) if len(address) > 3 else 0)

    def wire(self, session: pylibsrtp.Session, descriptor: array[int]) -> _Wire | None:
        return _Wire(self, session, descriptor) if descriptor[0] >= 0 else None

    def line(self, ssrc: int, payload_type: int, send: Callable[[bytes], bool], wire: Wire | None) -> Any:
        assert isinstance(wire, _Wire)
        fields = {"wire": wire.struct, "ssrc": ssrc, "payload_type": payload_type, "sent_ms": NEVER_MS}
        line = self.ffi.new("struct line *", fields)
        self._wires[line] = wire  # C knows it by its address only
        return line

    def gather(self, lines: Sequence[Line]) -> Any:
        return self.ffi.new("struct line *[]", list(lines)), len(lines), tuple(lines)

    def send(self, lines: Any, packet: Packet, now_ms: int) -> int:
        pointers, count, _ = lines
        first, marker, number, timestamp, rest, octets = packet
        header = first, marker, number, timestamp
        return int(self.lib.fanout(pointers, count, *header, rest, len(rest), octets, now_ms))

    def report(self, slots: Sequence[Reported], ntp: int, timestamp: int) -> Sequence[int]:
        count = len(slots)
        lines = self.ffi.new("struct line *[]", [slot.line for slot in slots])
        numbers = self.ffi.new("int32_t[]", [slot.number for slot in slots])
        told = self.ffi.new("unsigned char[]", count)
        self.lib.report(lines, numbers, count, ntp, timestamp, told)
        return bytes(self.ffi.buffer(told))

    def taker(self, session: pylibsrtp.Session) -> _Taker:
        return _Taker(self, session)

    def intake(self, descriptor: array[int]) -> CompiledIntake:
        return CompiledIntake(self, descriptor)


@cache
def compiled() -> Engine | None:
    """The engine in C; None where it was not built or does not belong to this version."""
    if not COMPILED.exists():
        return None
    try:
        return built(COMPILED)
    except (OSError, AttributeError, ValueError) as error:
        log.warning("forwarding_in_python", reason=f"{COMPILED.name} cannot be used: {error}")
        return None


def built(library: Path) -> Engine:
    """The engine in C as it was built there. Raises OSError, AttributeError or ValueError."""
    return _Compiled(library)


def best() -> Engine:
    """The faster one of what is there and wanted."""
    return PYTHON if os.environ.get("RESTAREA_NO_EXTENSIONS", "") not in ("", "0") else compiled() or PYTHON
