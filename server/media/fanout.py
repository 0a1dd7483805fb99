"""The last step of a forward: for each listener a header of its own before bytes that all share, protected and sent.

Two engines do it, with one meaning: `PYTHON` here, and a compiled one (compiled.py), which takes plain packets from the
first step on. Neither decides anything: who receives what is the forwarder's to say.
May import the standard library, pylibsrtp and its sisters `rtp`, `rtcp`, `taking`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import pylibsrtp

from server.media import rtcp, rtp
from server.media.taking import Intake, PythonTaker, Taker

NEVER_MS = -(1 << 40)


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

    def tell(self, compound: bytes) -> bool | None:
        """Protect and send a compound RTCP packet. False if that fails; None: Python is to do it."""


class Reported(Protocol):
    """A slot whose listener is told how the stream in it goes."""

    @property
    def number(self) -> int: ...
    @property
    def line(self) -> Line: ...
    @property
    def send_control(self) -> Callable[[bytes], bool]: ...


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

    def report(self, slots: Sequence[Reported], ntp: int, timestamp: int) -> Sequence[int]:
        """A sender report to each, whose stream had this RTP time at that moment; whether it could be sent. Never
        raises. What fails here is not counted anywhere yet, unless `send_control` did it."""

    def taker(self, session: pylibsrtp.Session) -> Taker:
        """For what a participant sends, protected under these keys."""

    def intake(self, descriptor: array[int]) -> Intake | None:
        """Reads the socket; None where it is Python that does."""


def told(slot: Reported, ntp: int, timestamp: int) -> bytes:
    """The sender report of a slot, and whose it is: one CNAME for a seat's audio and video says that they belong
    together, and nothing else."""
    line = slot.line
    mapped = (timestamp + line.timestamp_shift) & 0xFFFFFFFF
    report = rtcp.SenderReport(line.ssrc, ntp, mapped, line.packets, line.octets)
    return rtcp.sender_report(report) + rtcp.description(line.ssrc, f"seat{slot.number}")


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

    def report(self, slots: Sequence[Reported], ntp: int, timestamp: int) -> Sequence[int]:
        return [slot.send_control(told(slot, ntp, timestamp)) for slot in slots]

    def taker(self, session: pylibsrtp.Session) -> PythonTaker:
        return PythonTaker()

    def intake(self, descriptor: array[int]) -> None:
        return None


PYTHON: Engine = _Python()
