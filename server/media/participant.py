"""One participant as the forwarder knows it: keys, published streams, slots, and what is known of the link.

May import the standard library and the forwarding modules below it; no asyncio, no sockets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from server.media import rtp
from server.media.detector import Detector
from server.media.fanout import Wire
from server.media.feedback import BitrateLimit, TransportArrivals
from server.media.incoming import Incoming
from server.media.negotiated import Negotiated, Slot
from server.media.outgoing import Outgoing
from server.media.redundancy import Redundancy
from server.media.speech import Speech
from server.media.taking import PythonTaker, Taker

Unprotect = Callable[[bytes], bytes]
Protect = Callable[[bytes], bytes | memoryview]
Transmit = Callable[[bytes | memoryview], object]
"""False, or an exception, if it is not sent. Must be done with its argument when it returns."""

# Packets of unknown streams that are opened in the hope to learn from them. Each costs libsrtp a stream that
# lives as long as the session, so a client must not be able to make many.
MOST_GUESSES = 64
MOST_REPORTERS = 64
"""SSRCs in whose name one participant's reports are opened: libsrtp keeps a stream for each of these, too."""


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """What the plane knows of one seat that has joined. Times are of the clock that is passed in."""

    level: int  # -dBov over the last 200 ms, 0..127 (127: silence or nothing)
    speaking: bool
    packets_in: int  # authenticated RTP packets since it joined
    audio_packets_in: int
    last_packet_ms: int | None  # the last authenticated packet, RTP or RTCP
    forwarded_to: int  # listeners that got its audio within the last 500 ms
    uplink_loss: float  # share of its packets lost on the way here, 0..1
    downlink_loss: float  # share of ours lost on the way to it, as it reports
    round_trip_ms: int | None
    remb_bps: int | None  # what its browser says it can receive, bit/s


class Route(NamedTuple):
    """What an SSRC means within its participant's own session."""

    stream: Incoming
    payload_type: int
    retransmission: bool


class Participant:
    """State of one join; a new join of the same seat is a new Participant."""

    def __init__(
        self,
        seat: int,
        negotiated: Negotiated,
        unprotect: Unprotect,
        protect: Protect,
        unprotect_rtcp: Unprotect,
        protect_rtcp: Protect,
        transmit: Transmit,
        drops: Counter[str],
        wire: Wire | None = None,
        taker: Taker | None = None,
    ) -> None:
        self.seat = seat
        self.taker = taker or PythonTaker()
        self.books = self.taker.books
        self.unprotect, self.protect = unprotect, protect
        self.unprotect_rtcp, self.protect_rtcp = unprotect_rtcp, protect_rtcp
        self.transmit, self._wire = transmit, wire
        self._drops = drops
        audio, video = negotiated.audio, negotiated.video
        self.audio = Incoming(seat, audio, self.taker, video=False) if audio is not None else None
        self.video = Incoming(seat, video, self.taker, video=True) if video is not None else None
        self.streams = tuple(stream for stream in (self.audio, self.video) if stream is not None)
        self.routes: dict[int, Route] = {}
        self.guesses = 0
        self.reporters: set[int] = set()
        for stream in self.streams:
            self._announce(stream)
        self.audio_slots = {slot.seat: self._slot(slot, False) for slot in negotiated.audio_slots.values()}
        self.video_slots = {slot.seat: self._slot(slot, True) for slot in negotiated.video_slots.values()}
        self.slots = (*self.audio_slots.values(), *self.video_slots.values())
        self.slot_of_ssrc = {slot.line.ssrc: slot for slot in self.slots}
        self.speech = Speech()
        self.voice: Detector | None = None
        """Only in a room that is measured."""
        self.transport = TransportArrivals()
        self.bitrate = BitrateLimit()
        self.redundancy = Redundancy()
        self.reported_ms: int | None = None
        self.downlink_loss = 0.0
        self.round_trip_ms: int | None = None
        self.remb_bps: int | None = None

    def learn(self, packet: bytes, header: rtp.Header) -> Route | None:
        """Bind an authenticated packet's unknown SSRC to the stream that announced none. None: there is none."""
        self.guesses -= 1
        for stream in self.streams:
            mid = rtp.extensions(packet, header).get(stream.mid_id, stream.mid)
            if mid != stream.mid:
                continue
            if header.payload_type == stream.codec.payload_type and stream.ssrc is None:
                stream.ssrc = header.ssrc
                return self._route(stream, header.ssrc, header.payload_type, retransmission=False)
            if header.payload_type == stream.codec.rtx_payload_type and stream.rtx_ssrc is None:
                stream.rtx_ssrc = header.ssrc
                return self._route(stream, header.ssrc, header.payload_type, retransmission=True)
        return None

    def catch_up(self) -> None:
        """Note what was taken without Python."""
        for at_ms, transport, level in self.taker.notes():
            if transport >= 0:
                self.transport.arrived(transport, at_ms)
            if level >= 0:
                self.heard(level, at_ms)

    def heard(self, level: int, at_ms: int) -> None:
        """Note the level of one audio packet."""
        self.speech.heard(level, at_ms)
        if self.voice is not None:
            self.voice.heard(level, at_ms)

    def send(self, packet: bytes) -> bool:
        """Protect and transmit an RTP packet. False, and counted, if that fails."""
        return self._sent(self.protect, packet)

    def send_control(self, compound: bytes) -> bool:
        """Protect and transmit a compound RTCP packet. False, and counted, if that fails."""
        return self._sent(self.protect_rtcp, compound)

    def _sent(self, protect: Protect, packet: bytes) -> bool:
        try:
            sent = self.transmit(protect(packet)) is not False
        except Exception:  # a full socket, a number too old: this packet is lost, nothing else
            sent = False
        if not sent:
            self._drops["send"] += 1
        return sent

    def facts(self, now_ms: int, forwarded_to: int) -> SeatFacts:
        """What is known of this seat now."""
        self.catch_up()
        return SeatFacts(
            level=self.speech.level(now_ms),
            speaking=self.speech.speaking(now_ms),
            packets_in=self.books.packets_in,
            audio_packets_in=self.books.audio_packets_in,
            last_packet_ms=self.books.last_packet_ms if self.books.last_packet_ms >= 0 else None,
            forwarded_to=forwarded_to,
            uplink_loss=max((stream.reception.loss for stream in self.streams), default=0.0),
            downlink_loss=self.downlink_loss,
            round_trip_ms=self.round_trip_ms,
            remb_bps=self.remb_bps,
        )

    def _slot(self, slot: Slot, video: bool) -> Outgoing:
        return Outgoing(self.seat, slot, self.send, self.send_control, video=video, wire=self._wire)

    def _announce(self, stream: Incoming) -> None:
        codec = stream.codec
        if stream.ssrc is not None:
            self._route(stream, stream.ssrc, codec.payload_type, retransmission=False)
        else:
            self.guesses = MOST_GUESSES
        if codec.rtx_payload_type is None:
            return
        if stream.rtx_ssrc is not None:
            self._route(stream, stream.rtx_ssrc, codec.rtx_payload_type, retransmission=True)
        else:
            self.guesses = MOST_GUESSES

    def _route(self, stream: Incoming, ssrc: int, payload_type: int, *, retransmission: bool) -> Route:
        route = self.routes[ssrc] = Route(stream, payload_type, retransmission)
        if not retransmission:
            self.taker.route(ssrc, payload_type, stream.books)
        return route
