"""The first steps of a forward: what an engine may do with a datagram before Python has seen it.

Python's own engine does nothing here: every datagram goes through `Forwarder.on_datagram`. The compiled one (taking.c)
takes a plain packet whole, by the gate that the forwarder made ready, and leaves any other untouched.
May import the standard library and its sisters below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from server.media.books import PythonSenderBooks, PythonStreamBooks, SenderBooks, StreamBooks
from server.media.budget import full
from server.media.cache import Cache, PacketCache
from server.media.feedback import TransportArrivals

if TYPE_CHECKING:
    from server.media.gate import Ready


class Arrivals(Protocol):
    """When the packets of one publisher arrived, by transport-wide sequence number."""

    def arrived(self, sequence: int, came_ms: int) -> None:
        """Note one packet by the 16-bit number of its header extension. Too late for its report: ignored."""

    def report(self, sender_ssrc: int, media_ssrc: int, now_ms: int) -> bytes | None:
        """The next report, an RTCP packet, if it is time and there is anything to say."""


class Taker(Protocol):
    """What one participant sends, as an engine takes it. `books` are the participant's."""

    @property
    def books(self) -> SenderBooks: ...

    @property
    def arrivals(self) -> Arrivals:
        """What was taken is noted there."""

    def stream(
        self, *, video: bool, clock_hz: int, level_id: int, transport_id: int
    ) -> tuple[StreamBooks, Cache]:
        """The books of one more stream, and its cache. Ids are of header extensions, 0: not negotiated."""

    def route(self, ssrc: int, payload_type: int, stream: StreamBooks) -> None:
        """Packets of this SSRC, and of this type, are that stream's."""

    def gate(self, stream: StreamBooks, ready: Ready | None) -> None:
        """Who gets the stream's packets from the very next one on; None: nobody without Python."""

    def take(self, datagram: bytes, now_ms: int) -> bool | None:
        """None: Python must, and nothing has happened. Else it is done; whether it was authentic. Never raises."""

    def notes(self) -> Iterable[tuple[int, int, int]]:
        """What audio packets that were taken said by their header extension, since the last call, in order: when they
        came (ms), their level (-dBov, 0..127), and their RTP timestamp."""

    def drops(self) -> Mapping[str, int]:
        """What was dropped, by reason, as the forwarder counts it."""


class Intake(Protocol):
    """The process's socket, as a compiled engine reads it."""

    def know(self, address: tuple[Any, ...], taker: Taker | None) -> None:
        """What comes from there is this taker's; None: Python's."""

    @property
    def waited_ms(self) -> int:
        """How long the socket held what `next` gave last, before the time that it was given."""

    def receive(self) -> bool:
        """Read what is there, but not too much. False if the socket says that something is wrong."""

    def fileno(self) -> int:
        """The socket's descriptor."""

    def serve(self, epoll: int, timeout_s: float | None) -> bool:
        """Take what comes until anything else is ready in `epoll`, where the socket is too, or the time is over; of no
        time, a handful of what is there.

        True: something was read that Python must see; `receive` and `next` give it. The clock is the system's."""

    def unsent(self) -> tuple[int, int]:
        """How many datagrams the engine could not send, in the whole process, since this was asked last: those that
        the socket had no room for, and all others."""

    def next(self, now_ms: int) -> tuple[bytes, tuple[Any, ...]] | None:
        """Take what was read, up to the first datagram that Python must see: it, and where it came from."""


class PythonTaker:
    """Takes nothing."""

    def __init__(self) -> None:
        self.books = PythonSenderBooks(*full())
        self.arrivals = TransportArrivals()

    def stream(
        self, *, video: bool, clock_hz: int, level_id: int, transport_id: int
    ) -> tuple[StreamBooks, Cache]:
        return PythonStreamBooks(), PacketCache()

    def route(self, ssrc: int, payload_type: int, stream: StreamBooks) -> None: ...

    def gate(self, stream: StreamBooks, ready: Ready | None) -> None: ...

    def take(self, datagram: bytes, now_ms: int) -> None:
        return None

    def notes(self) -> tuple[()]:
        return ()

    def drops(self) -> dict[str, int]:
        return {}
