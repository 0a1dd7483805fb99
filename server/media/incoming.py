"""One stream that a participant publishes: where it stands, what it sent lately, and who receives it now.

May import the standard library and its sisters below (`rtp`, `vp8`, `cache`, `feedback`, `negotiated`).
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from server.media import rtp
from server.media.cache import CAPACITY, PacketCache
from server.media.feedback import KeyframeRequest, Reception, Repair
from server.media.negotiated import Publication
from server.media.redundancy import EARLIER
from server.media.vp8 import Descriptor

if TYPE_CHECKING:
    from server.media.gate import Ready
    from server.media.outgoing import Outgoing

AUDIO_HZ, VIDEO_HZ = 48_000, 90_000
RECENT_MS = 2_000


class Incoming:
    """A publication in its forwarding: `outgoing` is the gate, the exact list of who gets the next packet.

    Only `Forwarder` writes `outgoing`, by `admit`. `number` everywhere is the sequence number counted on past 65,535.
    """

    __slots__ = (
        "_outgoing",
        "arrived_ms",
        "cache",
        "clock_hz",
        "codec",
        "highest",
        "keyframes",
        "level_id",
        "mid",
        "mid_id",
        "picture_id",
        "ready",
        "reception",
        "repair",
        "reported_ms",
        "rtx_ssrc",
        "seat",
        "spoken",
        "ssrc",
        "timestamp",
        "tl0",
        "transport_id",
        "video",
    )

    def __init__(self, seat: int, publication: Publication, *, video: bool) -> None:
        self.seat = seat
        self.video = video
        self.clock_hz = VIDEO_HZ if video else AUDIO_HZ
        self.codec = publication.codec
        self.mid = publication.mid.encode()
        self.mid_id = rtp.usable_id(publication.extensions, rtp.MID)
        self.level_id = 0 if video else rtp.usable_id(publication.extensions, rtp.AUDIO_LEVEL)
        self.transport_id = rtp.usable_id(publication.extensions, rtp.TRANSPORT_SEQUENCE)
        # None until learnt from the first packet, where the offer announced none.
        self.ssrc: int | None = publication.ssrcs[0] if publication.ssrcs else None
        self.rtx_ssrc: int | None = publication.rtx_ssrcs[0] if publication.rtx_ssrcs else None
        self._outgoing: tuple[Outgoing, ...] = ()
        self.ready: Ready | None = None
        """The gate made ready for the loop; None once it may have changed."""
        self.highest = -1
        # Of the packet with the highest number: whoever continues after it counts from here.
        self.timestamp = 0
        self.arrived_ms = 0
        self.picture_id: int | None = None
        self.tl0: int | None = None
        self.cache = PacketCache()
        self.spoken: deque[tuple[int, int, bytes]] = deque(maxlen=EARLIER)
        """Of a voice the last packets in order: number, timestamp, payload."""
        self.reception = Reception(self.clock_hz)
        self.keyframes = KeyframeRequest()
        self.repair = Repair()
        self.reported_ms: int | None = None  # when a sender report of it was last passed on

    @property
    def outgoing(self) -> tuple[Outgoing, ...]:
        return self._outgoing

    def admit(self, outgoing: tuple[Outgoing, ...]) -> None:
        """Who gets the next packet, and nobody else."""
        self._outgoing, self.ready = outgoing, None

    def accept(
        self, packet: bytes, header: rtp.Header, descriptor: Descriptor | None, now_ms: int
    ) -> int | None:
        """Take a packet, sent for the first time or repaired. Its number; None for a copy or one too late."""
        if self.highest < 0:
            number = header.sequence
        else:
            number = rtp.extended(header.sequence, self.highest)
        if number > self.highest:
            self.highest = number
            self.timestamp = header.timestamp
            self.arrived_ms = now_ms
            if descriptor is not None:
                self.picture_id, self.tl0 = descriptor.picture_id, descriptor.tl0
        elif number < 0 or number <= self.highest - CAPACITY or self.cache.holds(number):
            return None
        self.cache.put(number, packet, now_ms)
        return number

    def earlier(self, number: int, timestamp: int, floor: int) -> list[tuple[int, bytes]]:
        """What came just before packet `number`, but not before `floor`: ticks ago and payload, the oldest first."""
        return [
            ((timestamp - at) & 0xFFFFFFFF, payload)
            for before, at, payload in self.spoken
            if floor <= before < number <= before + EARLIER
        ]

    def speak(self, number: int, timestamp: int, payload: bytes) -> None:
        """Remember a packet of a voice for those after it."""
        if payload and (not self.spoken or number > self.spoken[-1][0]):
            self.spoken.append((number, timestamp, payload))

    def recent(self, now_ms: int) -> bool:
        """Whether packets came within two seconds: a camera that is off answers no request."""
        return self.highest >= 0 and now_ms - self.arrived_ms <= RECENT_MS

    def forget(self) -> None:
        """Drop what was sent: its publisher left, and a slot may remember this stream for a while."""
        self.cache = PacketCache()
        self.spoken.clear()
