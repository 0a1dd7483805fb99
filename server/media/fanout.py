"""The last step of a forward: for each listener a header of its own before bytes that all share, protected and sent.

Two engines do it, with one meaning: `PYTHON`, and a compiled one (fanout.c), which is there where a C compiler was when
the project was installed. `best` says which; RESTAREA_NO_EXTENSIONS=1 asks for Python. Neither decides anything: who
receives what is the forwarder's to say. May import the standard library, cffi, pylibsrtp, structlog and `rtp`, `srtp`.
"""

from __future__ import annotations

import hashlib
import os
import socket
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from weakref import WeakKeyDictionary

import cffi
import pylibsrtp
import structlog

from server.media import rtp, srtp

SOURCE = Path(__file__).with_name("fanout.c")
COMPILED = SOURCE.with_name("_fanout.so")
NEVER_MS = -(1 << 40)

log = structlog.get_logger()

# As in fanout.c.
_LAYOUT = """
const char *fanout_source(void);
struct wire { void *srtp; const int *fd; unsigned char address[128]; uint32_t address_size; };
struct line {
  struct wire *wire;
  int64_t sequence_shift; uint64_t packets; uint64_t octets; int64_t sent_ms;
  uint32_t ssrc; uint32_t timestamp_shift; uint32_t payload_type;
};
void wire_to(struct wire *, int ipv6, const unsigned char *host, uint16_t port, uint32_t scope);
int fanout(struct line *const *, int count, void *protect, int first, int marker, int64_t number,
           uint32_t timestamp, const unsigned char *rest, int size, uint64_t octets, int64_t now_ms);
"""


class Packet(NamedTuple):
    """What all lines of a group share; each puts its own payload type, number, time and SSRC into the fixed header."""

    first: int
    """The header's first byte."""
    marker: int
    """`rtp.MARKER` or 0."""
    number: int
    timestamp: int
    rest: bytes
    """What follows the fixed header."""
    octets: int
    """How many of them are payload."""


class Line(Protocol):
    """Where one slot of one listener stands in its stream, in either engine."""

    ssrc: int
    payload_type: int
    sequence_shift: int
    """A packet `number` goes out as `number + sequence_shift`, 16 bits of it."""
    timestamp_shift: int
    """0 .. 2**32 - 1."""
    packets: int
    octets: int
    """Payload bytes."""
    sent_ms: int
    """When the last packet was sent; NEVER_MS before."""


class Wire(Protocol):
    """Where a participant's packets leave compiled: keys, socket, and the address of the moment."""

    @property
    def engine(self) -> Engine: ...

    def to(self, address: tuple[Any, ...]) -> None:
        """Send there from now on: (host, port), for IPv6 also flow and scope, as `recvfrom` says it."""


class Engine(Protocol):
    name: str

    def wire(self, session: pylibsrtp.Session, descriptor: array[int]) -> Wire | None:
        """`descriptor` holds the socket's file descriptor, negative once it is closed.

        None where this engine sends by the function that its lines are given."""

    def line(
        self, ssrc: int, payload_type: int, send: Callable[[bytes], bool], wire: Wire | None
    ) -> Line: ...

    def gather(self, lines: Sequence[Line]) -> Any:
        """What `send` takes for these lines. Whoever keeps it keeps their wires too."""

    def send(self, lines: Any, packet: Packet, now_ms: int) -> int:
        """One packet to each line, which counts what was sent.

        Returns how many could not be sent and are not counted anywhere yet. Never raises."""


@dataclass(slots=True)
class PythonLine:
    ssrc: int
    payload_type: int
    send: Callable[[bytes], bool]
    sequence_shift: int = 0
    timestamp_shift: int = 0
    packets: int = 0
    octets: int = 0
    sent_ms: int = NEVER_MS


class _Python:
    name = "Python"

    def wire(self, session: pylibsrtp.Session, descriptor: array[int]) -> None:
        return None

    def line(
        self, ssrc: int, payload_type: int, send: Callable[[bytes], bool], wire: Wire | None
    ) -> PythonLine:
        return PythonLine(ssrc, payload_type, send)

    def gather(self, lines: Sequence[Any]) -> tuple[PythonLine, ...]:
        return tuple(lines)

    def send(self, lines: Any, packet: Packet, now_ms: int) -> int:
        pack = rtp.FIXED.pack
        first, marker, number, timestamp, rest, octets = packet
        for line in lines:
            fixed = pack(
                first,
                marker | line.payload_type,
                (number + line.sequence_shift) & 0xFFFF,
                (timestamp + line.timestamp_shift) & 0xFFFFFFFF,
                line.ssrc,
            )
            if line.send(fixed + rest):  # which counts what fails
                line.packets += 1
                line.octets += octets
                line.sent_ms = now_ms
        return 0


class _CompiledWire:
    def __init__(self, engine: _Compiled, session: pylibsrtp.Session, descriptor: array[int]) -> None:
        self.engine = engine
        self._kept = session, descriptor  # they must not be freed under us
        context = engine.ffi.cast("void *", srtp.context_address(session))
        fd = engine.ffi.cast("int *", descriptor.buffer_info()[0])
        self.struct = engine.ffi.new("struct wire *", {"srtp": context, "fd": fd})

    def to(self, address: tuple[Any, ...]) -> None:
        host, port = str(address[0]).partition("%")[0], int(address[1])
        ipv6 = ":" in host
        packed = socket.inet_pton(socket.AF_INET6 if ipv6 else socket.AF_INET, host)
        scope = int(address[3]) if len(address) > 3 else 0
        self.engine.wire_to(self.struct, ipv6, packed, port, scope)


class _Compiled:
    name = "C"

    def __init__(self, library: Path) -> None:
        """Raises OSError, AttributeError or ValueError if it is not what belongs to this file."""
        self.ffi: Any = cffi.FFI()
        self.ffi.cdef(_LAYOUT)
        functions: Any = self.ffi.dlopen(str(library))
        made_of = self.ffi.string(functions.fanout_source()).decode()
        if made_of != f"fanout.c {hashlib.sha256(SOURCE.read_bytes()).hexdigest()}":
            raise ValueError("made of another fanout.c")
        self._wires: WeakKeyDictionary[Any, Wire] = WeakKeyDictionary()
        self.fanout, self.wire_to = functions.fanout, functions.wire_to
        self._protect = self.ffi.cast("void *", srtp.protect_address())

    def wire(self, session: pylibsrtp.Session, descriptor: array[int]) -> _CompiledWire | None:
        return _CompiledWire(self, session, descriptor) if descriptor[0] >= 0 else None

    def line(self, ssrc: int, payload_type: int, send: Callable[[bytes], bool], wire: Wire | None) -> Any:
        assert isinstance(wire, _CompiledWire)
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
        return int(self.fanout(pointers, count, self._protect, *header, rest, len(rest), octets, now_ms))


PYTHON: Engine = _Python()


@cache
def compiled() -> Engine | None:
    """The engine in C; None where it was not built or does not belong to this version."""
    if not COMPILED.exists():
        return None
    try:
        return _Compiled(COMPILED)
    except (OSError, AttributeError, ValueError) as error:
        log.warning("forwarding_in_python", reason=f"{COMPILED.name} cannot be used: {error}")
        return None


def best() -> Engine:
    """The faster one of what is there and wanted."""
    return PYTHON if os.environ.get("RESTAREA_NO_EXTENSIONS", "") not in ("", "0") else compiled() or PYTHON
