"""One participant's connection: an ICE agent, a DTLS association and its SRTP keys over the process's one port.

Knows no room and no reach: it hands datagrams on and says when its link is up, down or over. May import the
standard library, aioice.stun, structlog and its siblings.
"""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Callable
from typing import Protocol

import structlog
from aioice import stun

from server.media import fanout
from server.media.dtls import Certificate, Dtls, DtlsError, SrtpSessions
from server.media.ice import ANSWERED, SILENT_MS, Address, Agent, Verdict
from server.media.port import Port
from server.media.sdp import Offer
from server.media.srtp import protector, rtcp_protector, rtcp_unprotector, unprotector
from server.media.taking import PythonTaker, Taker
from server.media.tcp import is_tcp

DOWN_MS = 5_000  # without an authenticated packet
FORGOTTEN_MS = 120_000  # a link that is down may come back with its keys for this long
CONNECT_MS = 30_000  # from the answer to the end of the handshake

log = structlog.get_logger()


class Phase(enum.Enum):
    """Where a connection stands."""

    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"
    OVER = "over"


class Watcher(Protocol):
    """Whoever keeps the peer. Called synchronously; must not raise."""

    def on_keys(self, peer: Peer, now_ms: int) -> None:
        """`protect` and its sisters are there, `transmit` works; DTLS may still fail. `on_phase` follows."""

    def on_media(self, peer: Peer, datagram: bytes, now_ms: int) -> bool:
        """An SRTP or SRTCP datagram, after `on_keys`. True if it was authentic."""

    def on_wire(self, peer: Peer) -> None:
        """`wire` is another one, or none any more."""

    def on_phase(self, peer: Peer) -> None:
        """`phase` has changed. After OVER nothing follows: close the peer."""


class Peer:
    """One connection, from the answer to its end. Implements `port.Endpoint`."""

    # There once DTLS has keys; shapes and errors as in server.media.srtp.
    unprotect: Callable[[bytes], bytes]
    protect: Callable[[bytes], bytes | memoryview]
    unprotect_rtcp: Callable[[bytes], bytes]
    protect_rtcp: Callable[[bytes], bytes | memoryview]

    def __init__(
        self,
        room: str,
        seat: int,
        offer: Offer,
        *,
        port: Port,
        certificate: Certificate,
        watcher: Watcher,
        now_ms: int,
        engine: fanout.Engine = fanout.PYTHON,
    ) -> None:
        self.room = room
        self.seat = seat
        self.offer = offer
        self.agent = Agent(offer.ice_ufrag, self._on_path)
        self.phase = Phase.CONNECTING
        self._heard_ms = now_ms
        self.linked = False  # whether the room was told that the link is up
        self._port = port
        self._watcher = watcher
        self._began_ms = now_ms
        self._has_keys = False
        self._engine = engine
        self.wire: fanout.Wire | None = None
        self.taker: Taker = PythonTaker()
        self._dtls = Dtls(
            certificate, self.transmit, client=True, on_keys=self._on_keys, on_close=self._on_close_notify
        )
        self._handshake: asyncio.Task[None] | None = None
        port.add(self.agent.ufrag, offer.ssrcs, self)

    def learnt(self, ssrc: int) -> None:
        """A layer of its picture has shown itself: it may also be known by that one, wherever it comes from."""
        self._port.add_ssrc(ssrc, self)

    @property
    def heard_ms(self) -> int:
        """When the last authenticated packet came, of whatever kind."""
        return max(self._heard_ms, self.taker.books.heard_ms)

    @property
    def trip_ms(self) -> int | None:
        """What the first words of the handshake took there and back, with their repetitions if they were lost."""
        return self._dtls.trip_ms

    # Sending

    def transmit(self, datagram: bytes | memoryview) -> bool:
        """Send on the present path. False if there is none yet, or it could not be sent."""
        path = self.agent.path
        return path is not None and self._port.send(datagram, path)

    def restart(self, connection: str, ice_ufrag: str) -> tuple[str, str]:
        """The client, which knows us as `connection`, comes by another network, with this ufrag. Our new ufrag and
        password."""
        ufrag, pwd, dropped = self.agent.restart(ice_ufrag, connection)
        self._port.rename(ufrag, dropped, self)
        return ufrag, pwd

    def detach(self) -> None:
        """Hand nothing on from now on. `close` must follow. Safe a second time."""
        self.phase = Phase.OVER
        self._port.remove(self)

    async def close(self) -> None:
        """Say close_notify and forget everything. Safe a second time."""
        self.detach()
        await self._dtls.close()
        if self._handshake is not None:
            await asyncio.wait([self._handshake])  # the close has just made it fail, if it still ran

    # What the port hands over

    def on_check(self, request: stun.Message, address: Address, now_ms: int) -> None:
        self._catch_up()
        verdict = self.agent.examine(request, address)
        self._port.counters[f"check_{verdict.value}"] += 1
        if verdict not in ANSWERED:
            return
        former = self.agent.path
        if verdict is Verdict.VALID:
            if not self._port.claim(address, self, now_ms):
                return
            self._quicken()  # it may have been somebody else's for a while
            self.agent.accept(address, nominated="USE-CANDIDATE" in request.attributes, now_ms=now_ms)
            self._heard(now_ms)
        self._port.send(self.agent.response(request, address, verdict), address)
        if self._handshake is None and self.agent.path is not None:
            self._handshake = asyncio.get_running_loop().create_task(self._shake_hands())
        elif self.agent.path != former:
            self._dtls.resend()  # what went where nobody could answer is not to wait for its timer

    def on_dtls(self, datagram: bytes) -> None:
        if not self._dtls.feed(datagram):
            self._port.counters["dtls_flood"] += 1

    def on_media(self, datagram: bytes, address: Address, now_ms: int) -> None:
        if self._receive(datagram, now_ms):
            if address == self.agent.path:
                self.agent.path_heard_ms = now_ms
            else:
                self.agent.on_media(address, now_ms)

    def on_stray(self, datagram: bytes, address: Address, now_ms: int) -> bool:
        if not self._receive(datagram, now_ms):
            return False
        if self._port.claim(address, self, now_ms):
            self._port.counters["path_rebound"] += 1
            self.agent.rebind(address, now_ms)
        return True

    def holds(self, address: Address, now_ms: int) -> bool:
        self._catch_up()
        return address == self.agent.path and now_ms - self.agent.path_heard_ms <= SILENT_MS

    def on_timer(self, now_ms: int) -> None:
        """Call every 50 ms or so: notices silence, and leaves a path that no check confirmed."""
        self._catch_up()
        self.agent.on_timer(now_ms)
        silent_ms = now_ms - self.heard_ms
        if self.phase is Phase.CONNECTING and now_ms - self._began_ms > CONNECT_MS:
            self._enter(Phase.OVER)
        elif self.phase is Phase.UP and silent_ms > DOWN_MS:
            self._enter(Phase.DOWN)
        elif self.phase is Phase.DOWN and silent_ms > FORGOTTEN_MS:
            self._enter(Phase.OVER)

    # Inside

    def _on_path(self, address: Address) -> None:
        """A compiled engine sends by UDP alone; what goes over TCP goes by `transmit`."""
        if not self._has_keys:
            return
        former = self.wire
        if is_tcp(address):
            self.wire = None
        else:
            self.wire = former or self._engine.wire(self._outbound, self._port.descriptor)
            if self.wire is not None:
                self.wire.to(address)
        if self.wire is not former:
            self._watcher.on_wire(self)
        self._quicken()

    def _quicken(self) -> None:
        """Let plain packets from the path be taken without Python while the link is up."""
        up = self.phase is Phase.UP and self.wire is not None
        self._port.quicken(self, self.agent.path if up else None, self.taker)

    def _catch_up(self) -> None:
        """What was taken without Python came by the path."""
        self.agent.path_heard_ms = max(self.agent.path_heard_ms, self.taker.books.heard_ms)

    def _receive(self, datagram: bytes, now_ms: int) -> bool:
        """Pass media on. True if whoever took it found it authentic."""
        if not self._has_keys:
            self._port.counters["media_before_keys"] += 1
            return False
        self.taker.books.waited_ms = self._port.waited_ms
        if not self._watcher.on_media(self, datagram, now_ms):
            return False
        self._heard(now_ms)
        return True

    def _heard(self, now_ms: int) -> None:
        self._heard_ms = now_ms
        if self.phase is Phase.DOWN:
            self._enter(Phase.UP)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self._quicken()
        self._watcher.on_phase(self)

    async def _shake_hands(self) -> None:
        try:
            await self._dtls.handshake(self.offer.fingerprints, timeout_s=CONNECT_MS / 1000)
        except DtlsError as error:
            self._port.counters[f"handshake_{error.reason}"] += 1
            if self.phase is not Phase.OVER:
                log.info("media_handshake_failed", room=self.room, seat=self.seat, reason=error.reason)
                self._enter(Phase.OVER)

    def _on_keys(self, sessions: SrtpSessions) -> None:
        if self.phase is Phase.OVER:
            return
        self._heard_ms = self._port.clock()
        self._take_keys(sessions)
        self._watcher.on_keys(self, self.heard_ms)
        self._enter(Phase.UP)

    def _take_keys(self, sessions: SrtpSessions) -> None:
        self.unprotect, self.protect = unprotector(sessions.inbound), protector(sessions.outbound)
        self.unprotect_rtcp = rtcp_unprotector(sessions.inbound)
        self.protect_rtcp = rtcp_protector(sessions.outbound)
        self._outbound = sessions.outbound
        self.taker = self._engine.taker(sessions.inbound)
        self._has_keys = True
        if self.agent.path is not None:
            self._on_path(self.agent.path)

    def _on_close_notify(self) -> None:
        if self.phase is not Phase.OVER:
            self._enter(Phase.OVER)
