"""One UDP socket for the whole process, TCP for those whom no UDP reaches, and who each datagram belongs to (RFC 7983).

Malformed or unwelcome input is a counter: never an exception, never a line in the log; a defect of ours is one line,
the first time. May import the standard library, structlog, aioice.stun and its siblings ice, stamps, taking, tcp,
waiting.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

import structlog
from aioice import stun

from server.media import stamps, tcp, waiting
from server.media.ice import Address, local_ufrag, parse_request
from server.media.taking import Intake, Taker

log = structlog.get_logger()

# Datagrams a wake-up: each is a copy for every listener, so this many hold up everything else for about a millisecond.
# A command needs several turns of the event loop: fewer at a time let it in sooner (docs/performance.md).
DRAIN_CAP = 8
FULL = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.ENOBUFS})
KERNEL_BUFFER_BYTES = 4 * 1024 * 1024  # asked for; the kernel gives what it allows
PORT_TRIES = 8
ADDRESSES_PER_ENDPOINT = 16
ENDPOINTS_PER_SSRC = 4


class Endpoint(Protocol):
    """One participant's connection, as the port sees it. None of these may raise."""

    def on_check(self, request: stun.Message, address: Address, now_ms: int) -> None:
        """A binding request that names this endpoint; nothing of it is authenticated yet."""

    def on_dtls(self, datagram: bytes) -> None: ...

    def on_media(self, datagram: bytes, address: Address, now_ms: int) -> None:
        """SRTP or SRTCP from an address that this endpoint owns."""

    def on_stray(self, datagram: bytes, address: Address, now_ms: int) -> bool:
        """SRTP or SRTCP from an unknown address, with an SSRC of this endpoint. True if it was authentic."""

    def holds(self, address: Address, now_ms: int) -> bool:
        """Whether this address is the endpoint's living path, which nobody else may claim."""


class Port:
    """The socket and its tables. `counters` counts datagrams by what became of them."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self.counters: Counter[str] = Counter()
        self.clock = clock
        self._socket: socket.socket | None = None
        self._tcp: tcp.Listener | None = None
        self.number = 0
        self.waited_ms = 0
        """How long the kernel held the datagram that is handed on now, as far as it says so."""
        self.descriptor = array("i", [-1])
        """Of the socket; negative while there is none. One object for as long as the port lives."""
        self.intake: Intake | None = None
        """Where a compiled engine reads the socket: set before it is opened."""
        self._quick: dict[Endpoint, Address] = {}
        self._buffer = bytearray(2048)  # longer datagrams are cut here and then fail their authentication
        self._by_ufrag: dict[str, Endpoint] = {}
        self._by_address: dict[Address, Endpoint] = {}
        self._by_ssrc: dict[int, list[Endpoint]] = {}
        self._addresses: dict[Endpoint, list[Address]] = {}

    # The socket

    def open(self, host: str, port: int) -> int:
        """Bind and start reading on the running event loop. Returns the port. Raises OSError."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        udp = socket.socket(family, socket.SOCK_DGRAM)
        try:
            udp.setblocking(False)
            for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
                udp.setsockopt(socket.SOL_SOCKET, option, KERNEL_BUFFER_BYTES)
            stamps.ask(udp)
            udp.bind((host, port))
        except OSError:
            udp.close()
            raise
        self._socket, self.descriptor[0] = udp, udp.fileno()
        asyncio.get_running_loop().add_reader(udp.fileno(), self._drain)
        if self.intake is not None and self.clock is waiting.monotonic_ms:
            waiting.forward(self.intake)
        self.number = int(udp.getsockname()[1])
        return self.number

    async def open_both(self, host: str, port: int) -> int:
        """As `open`, and TCP of the same number; where any will do, one that is free in both."""
        for _ in range(PORT_TRIES if port == 0 else 1):
            number = self.open(host, port)
            try:
                await self.open_tcp(host)
            except OSError as error:
                self.close()
                failed = error
            else:
                return number
        raise failed

    async def open_tcp(self, host: str) -> None:
        """Also take connections, on the TCP port of the same number. Raises OSError if that is taken."""
        listener = tcp.Listener(self._on_frame, self._by_address.__contains__, self.counters)
        await listener.open(host, self.number)
        self._tcp = listener

    def close(self) -> None:
        if self._tcp is not None:
            self._tcp.close()
            self._tcp = None
        if self._socket is not None:
            waiting.let_go(self.intake)
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self.descriptor[0] = -1
            self._socket.close()
            self._socket = None

    def send(self, datagram: bytes | bytearray | memoryview, address: Address) -> bool:
        """Put one datagram on the wire. False, and counted, if that fails: nothing waits for a full socket."""
        if tcp.is_tcp(address):
            return self._tcp is not None and self._tcp.send(datagram, address)
        if self._socket is None:
            return False
        try:
            self._socket.sendto(datagram, address)
        except OSError as error:
            self.counters["send_full" if error.errno in FULL else "send_error"] += 1
            return False
        return True

    def count_unsent(self) -> None:
        """Count what a compiled engine could not send as well."""
        if self.intake is not None:
            full, failed = self.intake.unsent()
            self.counters.update(
                {why: count for why, count in (("send_full", full), ("send_error", failed)) if count}
            )

    def _drain(self) -> None:
        if self._socket is None:
            return
        if self.intake is not None:
            self._take_in(self.intake)
            return
        receive, buffer = self._socket.recvmsg_into, [self._buffer]
        view = memoryview(self._buffer)
        for _ in range(DRAIN_CAP):
            try:
                size, said, _, address = receive(buffer, stamps.SIZE)
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                self.counters["receive_error"] += 1
                continue
            self.waited_ms = stamps.waited_ms(said, time.time_ns())
            self._on_frame(bytes(view[:size]), address)
        self.waited_ms = 0

    def _take_in(self, intake: Intake) -> None:
        if not intake.receive():
            self.counters["receive_error"] += 1
        while (found := intake.next(self.clock())) is not None:
            self.waited_ms = intake.waited_ms
            self._on_frame(*found)
        self.waited_ms = 0

    def _on_frame(self, datagram: bytes, address: Address) -> None:
        try:
            self.on_datagram(datagram, address)
        except Exception as error:  # a defect of ours must not silence everybody else
            self.counters["exception"] += 1
            if self.counters["exception"] == 1:  # whoever can make it happen once can do it without end
                log.error("datagram_failed", reason=type(error).__name__)

    # Who is who

    def add(self, ufrag: str, ssrcs: Iterable[int], endpoint: Endpoint) -> None:
        """Let `endpoint` be found by its ufrag, and by the SSRCs that its client announced."""
        self._by_ufrag[ufrag] = endpoint
        self._addresses[endpoint] = []
        for ssrc in ssrcs:
            self.add_ssrc(ssrc, endpoint)

    def add_ssrc(self, ssrc: int, endpoint: Endpoint) -> None:
        """Let an endpoint be found by one more. No effect on one that is not here."""
        if endpoint not in self._addresses:
            return
        owners = self._by_ssrc.setdefault(ssrc, [])
        if len(owners) < ENDPOINTS_PER_SSRC and endpoint not in owners:
            owners.append(endpoint)

    def claim(self, address: Address, endpoint: Endpoint, now_ms: int) -> bool:
        """Send what comes from `address` to `endpoint` from now on. False if it is somebody's living path."""
        owner = self._by_address.get(address)
        if owner is endpoint:
            return True
        own = self._addresses.get(endpoint)
        if own is None or (owner is not None and owner.holds(address, now_ms)):
            self.counters["address_held"] += 1
            return False
        if owner is not None:
            self._addresses[owner].remove(address)
            self._let_go(address, owner)
        self._by_address[address] = endpoint
        own.append(address)
        if len(own) > ADDRESSES_PER_ENDPOINT:
            oldest = next(a for a in own if not endpoint.holds(a, now_ms))
            own.remove(oldest)
            self._let_go(oldest, endpoint)
            del self._by_address[oldest]
        return True

    def quicken(self, endpoint: Endpoint, address: Address | None, taker: Taker) -> None:
        """Plain media from this address alone, the endpoint's path, need not pass through Python; None: all must."""
        if self.intake is None:
            return
        former = self._quick.pop(endpoint, None)
        if former is not None:
            self.intake.know(former, None)
        if address is not None and self._by_address.get(address) is endpoint:
            self._quick[endpoint] = address
            self.intake.know(address, taker)

    def _let_go(self, address: Address, endpoint: Endpoint) -> None:
        if self.intake is not None and self._quick.get(endpoint) == address:
            del self._quick[endpoint]
            self.intake.know(address, None)

    def rename(self, ufrag: str, dropped: Iterable[str], endpoint: Endpoint) -> None:
        """Let `endpoint` be found by this ufrag too, and by those no more."""
        self._by_ufrag[ufrag] = endpoint
        for one in dropped:
            self._by_ufrag.pop(one, None)

    def remove(self, endpoint: Endpoint) -> None:
        """Forget `endpoint`. Safe a second time."""
        for ufrag in [ufrag for ufrag, owner in self._by_ufrag.items() if owner is endpoint]:
            del self._by_ufrag[ufrag]
        for address in self._addresses.pop(endpoint, ()):
            del self._by_address[address]
            self._let_go(address, endpoint)
            if self._tcp is not None and tcp.is_tcp(address):
                self._tcp.release(address)
        for ssrc in [ssrc for ssrc, owners in self._by_ssrc.items() if endpoint in owners]:
            self._by_ssrc[ssrc].remove(endpoint)
            if not self._by_ssrc[ssrc]:
                del self._by_ssrc[ssrc]

    # What came

    def on_datagram(self, datagram: bytes, address: Address) -> None:
        """Hand one datagram to whom it belongs."""
        if not datagram:
            self.counters["empty"] += 1
            return
        first = datagram[0]
        if 128 <= first <= 191:
            endpoint = self._by_address.get(address)
            if endpoint is not None:
                endpoint.on_media(datagram, address, self.clock())
            else:
                self._on_stray(datagram, address)
        elif first <= 3:
            self._on_stun(datagram, address)
        elif 20 <= first <= 63:
            endpoint = self._by_address.get(address)
            if endpoint is not None:
                endpoint.on_dtls(datagram)
            else:
                self.counters["dtls_unknown_address"] += 1
        else:
            self.counters["unknown_protocol"] += 1

    def _on_stun(self, datagram: bytes, address: Address) -> None:
        request = parse_request(datagram)
        if request is None:
            self.counters["stun_malformed"] += 1
            return
        endpoint = self._by_ufrag.get(local_ufrag(request))
        if endpoint is None:
            self.counters["stun_unknown_ufrag"] += 1
            return
        endpoint.on_check(request, address, self.clock())

    def _on_stray(self, datagram: bytes, address: Address) -> None:
        """Media from an unknown address: perhaps a NAT gave its sender another one."""
        rtcp = len(datagram) > 1 and 192 <= datagram[1] <= 223  # RFC 5761, section 4
        at = 4 if rtcp else 8
        owners = self._by_ssrc.get(int.from_bytes(datagram[at : at + 4], "big"))
        if owners is None or len(datagram) < at + 4:
            self.counters["media_unknown_address"] += 1
        elif not any(endpoint.on_stray(datagram, address, self.clock()) for endpoint in tuple(owners)):
            self.counters["media_not_authentic"] += 1
