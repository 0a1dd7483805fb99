"""One participant as the forwarder knows it: keys, published streams, slots, and what is known of the link.

May import the standard library and the forwarding modules below it; no asyncio, no sockets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from server.media import rtp
from server.media.backlog import Backlog
from server.media.delay import Delay
from server.media.detector import Detector
from server.media.fanout import Wire
from server.media.feedback import BitrateLimit
from server.media.incoming import FLOWS_MS, Incoming
from server.media.negotiated import Layer, Negotiated, Slot
from server.media.outgoing import Outgoing
from server.media.pace import FREE_BPS, Pace
from server.media.redundancy import Redundancy
from server.media.reported import Losses, Trips
from server.media.speech import Speech
from server.media.taking import PythonTaker, Taker

Unprotect = Callable[[bytes], bytes]
Protect = Callable[[bytes], bytes | memoryview]
Transmit = Callable[[bytes | memoryview], object]
"""False, or an exception, if it is not sent. Must be done with its argument when it returns."""

# Packets of unknown streams that are opened in the hope to learn from them. Each costs libsrtp a stream that
# lives as long as the session, so a client must not be able to make many.
MOST_GUESSES = 64
ESTIMATE_MS = 3_000
"""Without a picture browsers say nothing new: what they said before is no estimate after this long."""
MOST_REPORTERS = 64
"""SSRCs in whose name one participant's reports are opened: libsrtp keeps a stream for each of these, too."""


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """What the plane knows of one seat that has joined. Times are of the clock that is passed in."""

    level: int  # -dBov over the last 200 ms, 0..127 (127: silence or nothing)
    speaking: bool
    packets_in: int  # authenticated RTP packets since it joined
    audio_packets_in: int
    sounds: int  # of these, such with any sound in them
    last_packet_ms: int | None  # the last authenticated packet, RTP or RTCP
    forwarded_to: int  # listeners that got its audio within the last 500 ms
    uplink_loss: float  # share of its packets lost on the way here, 0..1
    downlink_loss: float  # share of ours lost on the way to it, as it reports
    round_trip_ms: int | None
    reports: int  # of its own, on what it received
    lost: float  # share of all packets to it that was lost in the last seconds, what is repaired left out
    late_ms: int  # how much longer than at its best a round trip takes
    estimate_bps: int | None  # what its browser said lately that it can receive of pictures, bit/s (REMB)
    picture_octets: int  # of pictures that were sent to it
    wanted: Layer = Layer.NONE
    """The largest picture of it that anybody is to receive."""
    own_lost: float | None = None
    """The share of all its packets that was lost in the last seconds; None while too few were sent to say so."""
    first_trip_ms: int | None = None
    """How long the first words of the handshake took there and back."""
    away: bool = False
    """The link is down."""
    behind: bool = False
    """Pictures to it were left out lately: more came than its pace lets through."""


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
        learnt: Callable[[int], None] | None = None,
    ) -> None:
        self.seat = seat
        self.away = False
        """Its link is down: nothing is sent there. What a page that is gone was sent stood in the next one's way."""
        self.first_trip_ms: int | None = None
        self.taker = taker or PythonTaker()
        self.books = self.taker.books
        self.unprotect, self.protect = unprotect, protect
        self.unprotect_rtcp, self.protect_rtcp = unprotect_rtcp, protect_rtcp
        self.transmit, self._wire = transmit, wire
        self._drops, self._learnt = drops, learnt
        audio, video = negotiated.audio, negotiated.video
        self.audio = Incoming(seat, audio, self.taker, video=False) if audio is not None else None
        rids = () if video is None else video.rids or (None,)
        self.pictures: tuple[Incoming, ...] = tuple(
            Incoming(seat, video, self.taker, video=True, rid=rid) for rid in rids if video is not None
        )
        """The layers of the camera, the small one first; or its one stream; or none."""
        self._flowing: list[bool] = []
        self.voices = () if self.audio is None else (self.audio,)
        self.streams: tuple[Incoming, ...] = (*self.voices, *self.pictures)
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
        self._delay = Delay()
        self.bitrate = BitrateLimit()
        self.redundancy = Redundancy()
        self.reported_ms: int | None = None
        self.downlink_loss = 0.0
        self.reports = 0
        self.trips, self.losses, self.losses_of_own = Trips(), Losses(), Losses()
        self.remb_bps: int | None = None
        self.remb_ms = 0
        self.pace: Pace | None = None
        """Whether its pictures are to have one; None: never."""
        self._backlog: Backlog | None = None
        self._waiting: set[Backlog] = set()

    def rewire(self, wire: Wire | None) -> None:
        """Send to it by this from now on."""
        self._wire = wire
        for slot in self.slots:
            slot.rewire(wire)

    def begin_pace(self, trip_ms: int | None, waiting: set[Backlog]) -> None:
        """Let what is sent to it have a pace where its way is narrow; `waiting` is where it then stands while something
        waits. `trip_ms`: what the handshake took there and back."""
        self.pace, self._waiting = Pace(trip_ms), waiting
        self._keep_pace()

    def estimated(self, estimate_bps: int, now_ms: int) -> None:
        """What its browser says that it can receive of pictures."""
        if self.pace is not None:
            self.pace.estimated(estimate_bps, now_ms)
            self._keep_pace()

    def mind_pace(self, unseen_ms: int, now_ms: int) -> None:
        """After a report of it, by which the oldest packet on the way has been there for so long at least."""
        if self.pace is not None:
            best_ms = self.trips.best()
            queue_ms = 0 if best_ms is None else max(self.trips.latest(now_ms) or 0, unseen_ms) - best_ms
            carried_bps = sum(slot.carries(now_ms) for slot in self.video_slots.values())
            waited = self._backlog is not None and self._backlog.waited
            self.pace.reported(queue_ms, carried_bps, now_ms, waited=waited)
            self._keep_pace()
            if self._backlog is not None:
                self._backlog.waited = not self._backlog.empty

    def _keep_pace(self) -> None:
        bps, before = self.pace.bps if self.pace is not None else None, self._backlog
        if bps is not None and before is None:
            self._backlog = Backlog(bps, self._drops, self._waiting)
        elif before is not None and (bps is not None or not before.empty):
            before.bps = bps or FREE_BPS
        else:
            self._backlog = None
        if self._backlog is not before:
            for slot in self.video_slots.values():
                if slot.rtx_ssrc is not None:
                    slot.pace_by(self._backlog)

    def learn(self, packet: bytes, header: rtp.Header) -> Route | None:
        """Bind an authenticated packet's unknown SSRC to the stream that announced none. None: there is none."""
        self.guesses -= 1
        elements = rtp.extensions(packet, header)
        for stream in self.streams:
            original = header.payload_type == stream.codec.payload_type and stream.ssrc is None
            repair = header.payload_type == stream.codec.rtx_payload_type and stream.rtx_ssrc is None
            if not (original or repair) or not stream.named(elements, retransmission=repair):
                continue
            if original:
                stream.ssrc = header.ssrc
            else:
                stream.rtx_ssrc = header.ssrc
            if self._learnt is not None:
                self._learnt(header.ssrc)
            return self._route(stream, header.ssrc, header.payload_type, retransmission=repair)
        return None

    def flows(self, layer: Incoming, now_ms: int) -> bool:
        """Whether this layer of the picture arrives just now."""
        return layer.recent(now_ms, FLOWS_MS)

    def trip_ms(self, now_ms: int) -> int:
        """There and back, as far as it is known."""
        return self.trips.latest(now_ms) or self.trips.best() or 0

    def flow_changed(self, now_ms: int) -> bool:
        """Whether a layer has begun or ceased to arrive since this was asked last."""
        before, self._flowing = self._flowing, [self.flows(layer, now_ms) for layer in self.pictures]
        return before != self._flowing

    def catch_up(self) -> None:
        """Note what was taken without Python."""
        for at_ms, level, timestamp in self.taker.notes():
            self.heard(level, at_ms, timestamp)

    def heard(self, level: int, at_ms: int, timestamp: int) -> None:
        """Note the level of one audio packet: who speaks now by when it came, who spoke when by when it was said."""
        self.speech.heard(level, at_ms)
        if self.voice is not None:
            self.voice.heard(level, self._delay.said_at(at_ms, timestamp))

    def send(self, packet: bytes) -> bool:
        """Protect and transmit an RTP packet. False, and counted, if that fails."""
        return self._sent(self.protect, packet)

    def send_control(self, compound: bytes) -> bool:
        """Protect and transmit a compound RTCP packet. False, and counted, if that fails."""
        told = None if self._wire is None else self._wire.tell(compound)
        if told is None:
            return self._sent(self.protect_rtcp, compound)
        if not told:
            self._drops["send"] += 1
        return told

    def _sent(self, protect: Protect, packet: bytes) -> bool:
        try:
            sent = self.transmit(protect(packet)) is not False
        except Exception:  # a full socket, a number too old: this packet is lost, nothing else
            sent = False
        if not sent:
            self._drops["send"] += 1
        return sent

    def facts(self, now_ms: int, forwarded_to: int, wanted: Layer = Layer.NONE) -> SeatFacts:
        """What is known of this seat now."""
        self.catch_up()
        return SeatFacts(
            level=self.speech.level(now_ms),
            speaking=self.speech.speaking(now_ms),
            packets_in=self.books.packets_in,
            audio_packets_in=self.books.audio_packets_in,
            sounds=self.speech.sounds,
            last_packet_ms=self.books.last_packet_ms if self.books.last_packet_ms >= 0 else None,
            forwarded_to=forwarded_to,
            uplink_loss=max((stream.reception.loss for stream in self.streams), default=0.0),
            downlink_loss=self.downlink_loss,
            round_trip_ms=self.trips.latest(now_ms),
            reports=self.reports,
            lost=self.losses.share(now_ms) or 0.0,
            late_ms=self.trips.late(now_ms),
            estimate_bps=self.remb_bps if now_ms - self.remb_ms <= ESTIMATE_MS else None,
            picture_octets=sum(slot.line.octets for slot in self.video_slots.values()),
            wanted=wanted,
            own_lost=self.losses_of_own.share(now_ms),
            first_trip_ms=self.first_trip_ms,
            away=self.away,
            behind=self._backlog is not None and self._backlog.is_behind(now_ms),
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
