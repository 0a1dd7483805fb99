"""One stream that a participant publishes: where it stands, what it sent lately, and who receives it now.

A picture in two layers is two streams. May import the standard library and its sisters below
(`rtp`, `vp8`, `cache`, `feedback`, `negotiated`, `redundancy`, `taking`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from server.media import rtp
from server.media.cache import CAPACITY
from server.media.feedback import KeyframeRequest, Reception, Repair
from server.media.negotiated import Publication
from server.media.redundancy import EARLIER
from server.media.taking import Taker
from server.media.vp8 import Descriptor

if TYPE_CHECKING:
    from server.media.gate import Ready
    from server.media.outgoing import Outgoing

AUDIO_HZ, VIDEO_HZ = 48_000, 90_000
RECENT_MS = 2_000
FLOWS_MS = 500
"""Longer than a camera pauses between two pictures."""


class Incoming:
    """A publication in its forwarding: `outgoing` is the gate, the exact list of who gets the next packet.

    Only `Forwarder` writes `outgoing`, by `admit`. `number` everywhere is the sequence number counted on past 65,535.
    """

    __slots__ = (
        "_outgoing",
        "_ready",
        "_taker",
        "books",
        "cache",
        "clock",
        "clock_hz",
        "codec",
        "keyframes",
        "level_id",
        "mid",
        "mid_id",
        "reception",
        "repair",
        "repaired_rid_id",
        "reported_ms",
        "rid",
        "rid_id",
        "rtx_ssrc",
        "seat",
        "ssrc",
        "transport_id",
        "video",
    )

    def __init__(
        self, seat: int, publication: Publication, taker: Taker, *, video: bool, rid: str | None = None
    ) -> None:
        self.seat = seat
        self.video = video
        self.clock_hz = VIDEO_HZ if video else AUDIO_HZ
        self.codec = publication.codec
        self.mid = publication.mid.encode()
        self.mid_id = rtp.usable_id(publication.extensions, rtp.MID)
        self.rid = None if rid is None else rid.encode()
        self.rid_id = rtp.usable_id(publication.extensions, rtp.RID)
        self.repaired_rid_id = rtp.usable_id(publication.extensions, rtp.REPAIRED_RID)
        self.level_id = 0 if video else rtp.usable_id(publication.extensions, rtp.AUDIO_LEVEL)
        self.transport_id = rtp.usable_id(publication.extensions, rtp.TRANSPORT_SEQUENCE)
        # None until learnt from the first packet, where the offer announced none.
        self.ssrc: int | None = publication.ssrcs[0] if publication.ssrcs else None
        self.rtx_ssrc: int | None = publication.rtx_ssrcs[0] if publication.rtx_ssrcs else None
        self._outgoing: tuple[Outgoing, ...] = ()
        self._ready: Ready | None = None
        self._taker = taker
        self.books, self.cache = taker.stream(
            video=video, clock_hz=self.clock_hz, level_id=self.level_id, transport_id=self.transport_id
        )
        self.reception = Reception(self.books, self.clock_hz)
        self.keyframes = KeyframeRequest(self.books)
        self.repair = Repair()
        self.reported_ms: int | None = None  # when a sender report of it was last passed on
        self.clock: tuple[int, int] | None = None
        """By its last sender report: a moment as NTP, and the timestamp that belongs to it."""

    @property
    def outgoing(self) -> tuple[Outgoing, ...]:
        return self._outgoing

    def admit(self, outgoing: tuple[Outgoing, ...]) -> None:
        """Who gets the next packet, and nobody else."""
        self._outgoing, self.ready = outgoing, None

    @property
    def ready(self) -> Ready | None:
        """The gate made ready for the loop; None once it may have changed."""
        return self._ready

    @ready.setter
    def ready(self, ready: Ready | None) -> None:
        self._ready = ready
        self._taker.gate(self.books, ready)

    def accept(
        self, packet: bytes, header: rtp.Header, descriptor: Descriptor | None, now_ms: int
    ) -> int | None:
        """Take a packet, sent for the first time or repaired. Its number; None for a copy or one too late."""
        books = self.books
        if books.highest < 0:
            number = header.sequence
        else:
            number = rtp.extended(header.sequence, books.highest)
        if number > books.highest:
            books.highest = number
            books.timestamp = header.timestamp
            books.arrived_ms = now_ms
            if descriptor is not None:
                books.picture_id = -1 if descriptor.picture_id is None else descriptor.picture_id
                books.tl0 = -1 if descriptor.tl0 is None else descriptor.tl0
        elif number < 0 or number <= books.highest - CAPACITY or self.cache.holds(number):
            return None
        self.cache.put(number, packet, now_ms)
        return number

    def earlier(self, number: int, timestamp: int, floor: int, now_ms: int) -> list[tuple[int, bytes]]:
        """What came just before packet `number`, but not before `floor`: ticks ago and payload, the oldest first."""
        found = []
        for before in range(max(floor, number - EARLIER), number):
            kept = self.cache.get(before, now_ms)
            if kept is not None:
                packet, header = kept[0], rtp.parse(kept[0])
                if payload := packet[header.payload_at : header.payload_end]:
                    found.append(((timestamp - header.timestamp) & 0xFFFFFFFF, payload))
        return found

    def named(self, elements: Mapping[int, bytes], *, retransmission: bool) -> bool:
        """Whether a packet with these header extensions may be its: by MID, and by rid where it is a layer."""
        if elements.get(self.mid_id, self.mid) != self.mid:
            return False
        named_by = self.repaired_rid_id if retransmission else self.rid_id
        return self.rid is None or elements.get(named_by) == self.rid

    def shares_camera_with(self, other: Incoming) -> bool:
        """Whether both are of one join of one participant."""
        return self._taker is other._taker

    def recent(self, now_ms: int, within_ms: int = RECENT_MS) -> bool:
        """Whether packets came lately: a camera that is off answers no request."""
        return self.books.highest >= 0 and now_ms - self.books.arrived_ms <= within_ms

    def forget(self) -> None:
        """Drop what was sent: its publisher left, and a slot may remember this stream for a while."""
        self.cache.clear()
