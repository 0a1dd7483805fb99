"""A light WebRTC client of ours: one UDP socket, ICE, DTLS and SRTP, sound and picture from a media file.

It is a rehearsal member's connection, the load of the benches and the hostile client of the tests: it does exactly
what it is told and obeys nobody's reach. May import server.media.dtls, aiortc and the standard library; never the
server's room or signalling.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import socket
import time
from collections.abc import Callable, Mapping

from aiortc.rtp import RtcpPacket, RtcpPsfbPacket, RtcpRtpfbPacket

from server.media.dtls import Certificate, Dtls, Fingerprint, SrtpSessions
from server.rehearsal.checks import Checks
from server.rehearsal.mediafile import MediaFile, bundled, load
from server.rehearsal.offer import Answer, Local, Stream, build_offer, parse_answer
from server.rehearsal.pacer import Pacer
from server.rehearsal.reception import Counts, Received, picture_loss, reports
from server.rehearsal.streams import OutgoingAudio, OutgoingVideo, TransportSequence

REPORT_INTERVAL_MS = 1000
CONNECT_TIMEOUT_S = 10.0
DRAIN = 64
BURST = 32
BURST_PAUSE_S = 0.002  # leaves the receiver's socket buffer room: 10,000 packets take about a second
_LONGEST = 2048
_PLI, _FIR, _NACK = 1, 4, 1


class PeerError(Exception):
    """The connection could not be made: no candidate answered, or the handshake failed."""


class LightPeer:
    """One participant's connection with `seats` pairs of slots; use within one running event loop.

    `received` maps a seat number to its Counts. `on_rtp(stream, packet)` sees every decrypted packet of a slot;
    `on_down()` is called once when the server says goodbye (close_notify) or consent ends.
    """

    def __init__(
        self,
        seats: int = 14,
        *,
        media: MediaFile | None = None,
        certificate: Certificate | None = None,
        seed: int | None = None,
        on_rtp: Callable[[Stream, bytes], None] | None = None,
        on_down: Callable[[], None] | None = None,
    ) -> None:
        rng = random.Random(seed)
        media = media or load(bundled()[0])
        self.seats = seats
        transport = TransportSequence()
        first, second, third = (rng.randrange(1, 1 << 32) for _ in range(3))
        self.audio = OutgoingAudio(media, first, rng, transport)
        self.video = OutgoingVideo(media, second, third, rng, transport)
        self.received: Mapping[int, Counts] = {}
        self.malformed = 0  # datagrams that did not decrypt or parse
        self.on_rtp = on_rtp
        self.on_down = on_down
        self._certificate = certificate or Certificate()
        self._local = Local(
            secrets.token_hex(4),
            secrets.token_hex(16),
            self._certificate.fingerprint.value,
            self.audio.ssrc,
            self.video.ssrc,
            self.video.rtx_ssrc,
        )
        self._pacer: Pacer | None = None
        self._socket: socket.socket | None = None
        self._answer: Answer | None = None
        self._checks: Checks | None = None
        self._dtls: Dtls | None = None
        self._srtp: SrtpSessions | None = None
        self._tally: Received | None = None
        self._answered = asyncio.Event()
        self._report_due_ms = 0
        self._down = False

    def offer(self) -> str:
        """The offer's SDP: the same text each time."""
        return build_offer(self._local, self.seats)

    @property
    def connected(self) -> bool:
        """Whether keys exist and neither side has ended the connection."""
        return self._srtp is not None and not self._down

    async def connect(self, answer: str) -> None:
        """Connect by the server's answer. Returns when media may flow; raises AnswerError or PeerError."""
        self._answer = parse_answer(answer)
        self._checks = Checks(
            self._local.ufrag, self._answer.ufrag, self._answer.password, self._answer.candidates
        )
        self._tally = Received(self._answer.streams, self.seats)
        self.received = self._tally.seats
        self._pacer = Pacer.shared()
        self._open_socket()
        self._dtls = Dtls(self._certificate, self._send_dtls, client=False, on_close=self._go_down)
        self._pacer.add(self)
        try:
            await asyncio.wait_for(self._answered.wait(), CONNECT_TIMEOUT_S)
            expected = [Fingerprint("sha-256", self._answer.fingerprint)]
            self._srtp = await self._dtls.handshake(expected, timeout_s=CONNECT_TIMEOUT_S)
        except Exception as error:
            await self.close()
            raise PeerError(type(error).__name__) from error

    def speak(self, speaking: bool) -> None:
        """Talk, or keep a quiet microphone open."""
        self.audio.speak(speaking)

    def show(self, showing: bool) -> None:
        """Switch the camera on or off."""
        self.video.show(showing)

    def request_picture(self, seat: int) -> None:
        """Send a PLI for one seat's video slot."""
        for ssrc, stream in (self._answer.streams if self._answer else {}).items():
            if (stream.seat, stream.kind, stream.retransmission) == (seat, "video", False):
                self.send_rtcp(picture_loss(self.video.ssrc, ssrc))

    def send_rtp(self, packet: bytes) -> bool:
        """Encrypt and send any RTP packet, forged or not. False when there are no keys or the socket is full."""
        return self._srtp is not None and self._send(self._srtp.protect(packet))

    def send_rtcp(self, packet: bytes) -> bool:
        """Encrypt and send any RTCP packet."""
        return self._srtp is not None and self._send(self._srtp.protect_rtcp(packet))

    def send_datagram(self, datagram: bytes) -> bool:
        """Send bytes as they are on the path. False when there is no path or the socket is full."""
        return self._send(datagram)

    async def burst(self, count: int, payload: bytes = b"hostile", *, ssrc: int | None = None) -> int:
        """Send `count` audio packets as fast as the socket takes them; returns how many left.

        They continue the own stream's numbers, with another SSRC if one is given. Closed keys go on being used.
        """
        sent = 0
        for number in range(count):
            packet = self.audio.frame(payload, self._now_ms(), ssrc=ssrc)
            sent += self.send_rtp(packet)
            if number % BURST == BURST - 1:
                await asyncio.sleep(BURST_PAUSE_S)
        return sent

    def rebind(self) -> None:
        """Go on from a new local port, as behind a NAT that has forgotten us; the next check comes in its turn."""
        self._close_socket()
        self._open_socket()

    async def close(self, *, goodbye: bool = True) -> None:
        """End: with a close_notify, or silently as a lost link would. Safe to call twice."""
        self._down = True
        if self._pacer is not None:
            self._pacer.remove(self)
        if not goodbye:
            self._close_socket()
        if self._dtls is not None:
            await self._dtls.close()
        self._close_socket()

    def on_tick(self, now_ms: int) -> None:
        """Called by the pacer: checks, media that is due, reports."""
        assert self._checks is not None
        for request, address in self._checks.due(now_ms):
            self._send_to(request, address)
        if self._checks.lost(now_ms):
            self._go_down()
        if self._srtp is None:
            return
        for packet in self.audio.packets(now_ms):
            self._send(self._srtp.protect(packet))
        for packet in self.video.packets(now_ms):
            self._send(self._srtp.protect(packet))
        if now_ms >= self._report_due_ms:
            self._report_due_ms = now_ms + REPORT_INTERVAL_MS
            self.send_rtcp(reports(self.audio, self.video, self._tally, now_ms, time.time()))

    def _now_ms(self) -> int:
        return self._pacer.now_ms() if self._pacer is not None else 0

    def _go_down(self) -> None:
        if not self._down:
            self._down = True
            if self.on_down is not None:
                self.on_down()

    def _open_socket(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self._socket.bind(("0.0.0.0", 0))
        asyncio.get_running_loop().add_reader(self._socket, self._drain)

    def _close_socket(self) -> None:
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    def _send(self, datagram: bytes) -> bool:
        path = self._checks.path if self._checks else None
        return path is not None and self._send_to(datagram, path)

    def _send_dtls(self, datagram: bytes) -> None:
        self._send(datagram)

    def _send_to(self, datagram: bytes, address: tuple[str, int]) -> bool:
        if self._socket is None:
            return False
        try:
            self._socket.sendto(datagram, address)
        except OSError:  # full, or an unreachable candidate: as lost on the way
            return False
        return True

    def _drain(self) -> None:
        for _ in range(DRAIN):
            if self._socket is None:
                return
            try:
                datagram = self._socket.recv(_LONGEST)
            except OSError:
                return
            if datagram:
                self._take(datagram)

    def _take(self, datagram: bytes) -> None:
        first = datagram[0]  # RFC 7983
        if 128 <= first <= 191:
            try:
                self._take_media(datagram)
            except Exception:  # replayed, forged, or cut short: a client drops it
                self.malformed += 1
        elif 20 <= first <= 63:
            if self._dtls is not None:
                self._dtls.feed(datagram)
        elif first < 4 and self._checks and self._checks.on_datagram(datagram, self._now_ms()):
            self._answered.set()

    def _take_media(self, datagram: bytes) -> None:
        if self._srtp is None or self._tally is None or len(datagram) < 12:
            self.malformed += 1
        elif 192 <= datagram[1] <= 223:
            self._take_feedback(self._srtp.unprotect_rtcp(datagram))
        else:
            packet = self._srtp.unprotect(datagram)
            stream = self._tally.note(packet)
            if stream is not None and self.on_rtp is not None:
                self.on_rtp(stream, packet)

    def _take_feedback(self, compound: bytes) -> None:
        for part in RtcpPacket.parse(compound):
            if isinstance(part, RtcpPsfbPacket) and part.fmt in (_PLI, _FIR):
                self.video.keyframe()
            elif isinstance(part, RtcpRtpfbPacket) and part.fmt == _NACK:
                for packet in map(self.video.retransmission, part.lost):
                    if packet is not None:
                        self.send_rtp(packet)
