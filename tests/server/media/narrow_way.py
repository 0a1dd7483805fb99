"""A narrow way from a forwarder to one listener, in a clock of its own: how long voices wait there for pictures.

Who speaks sends a voice and a small picture as browsers do, a key frame now and then; the way has a queue of a second.
The listener reports once a second what has come, as browsers do whose own camera is off: without any estimate.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from server.media import fanout, rtcp, rtp
from tests.server.media.forwarding_room import ALL, Hears, Room, delta, keyframe

VOICE_MS, PICTURE_MS, REPORT_MS = 20, 66, 1_000
VOICE_BYTES, PICTURE_BYTES, PACKET_BYTES = 80, 600, 1_000
KEY_PACKETS = 30
QUEUE_MS = 1_000
OVERHEAD = 28
_NTP_MS = (1 << 32) / 1_000


@dataclass
class NarrowWay:
    bps: int
    round_trip_ms: int
    paced: bool
    """Whether the forwarder may pace at all."""
    key_every_ms: int = 4_100
    one_by_one: bool = False
    """Whether the listener reports on each stream by itself, as libwebrtc's receivers do."""
    waits_ms: list[tuple[int, float]] = field(default_factory=list)
    """Of each voice packet: when it was sent, and how long it stood in the way's queue."""
    dropped: int = 0
    pictures: int = 0
    """Packets of pictures that came through."""

    def __post_init__(self) -> None:
        self.room = Room([1, 2], engine=fanout.PYTHON)
        self.listener = self.room.join(2, trip_ms=self.round_trip_ms)
        self.participant = self.room.forwarder._participants[2]
        if not self.paced:
            self.participant.pace = None
            for slot in self.participant.video_slots.values():
                slot.pace_by(None)
        self.participant.transmit = self._on_the_way
        self.room.reach({2: Hears(ALL, ALL)})
        self._free_ms = 0.0
        self._arrivals: list[tuple[float, bytes]] = []
        self._highest: dict[int, int] = {}
        self._came: Counter[int] = Counter()
        self._reported: dict[int, tuple[int, int]] = {}
        self._told: dict[int, tuple[int, float]] = {}

    def goes(self, for_ms: int) -> None:
        start = self.room.now_ms
        voice = picture = 1
        for at in range(for_ms):
            self.room.passes(1)
            if at % 50 == 0:
                self.room.tick(0)
            if at % VOICE_MS == 0:
                voice += 1
                self.room.send(1, self.room.clients[1].audio(voice, 48 * at, bytes(VOICE_BYTES)))
            if at % PICTURE_MS == 0:
                picture = self._picture(picture, at)
            if at % 500 == 0:
                for ssrc in (self.room.clients[1].audio_ssrc, self.room.clients[1].video_ssrc):
                    report = rtcp.SenderReport(ssrc, int((start + at) * _NTP_MS), 0, 1, 1)
                    self.room.send(1, self.room.clients[1].control(rtcp.sender_report(report)))
            self._arrive(at)

    def _picture(self, number: int, at: int) -> int:
        key = at % self.key_every_ms < PICTURE_MS
        for part in range(KEY_PACKETS if key else 1):
            number += 1
            body = keyframe(number) if key and part == 0 else delta(number, starts=part == 0)
            packet = body + bytes(PACKET_BYTES if key else PICTURE_BYTES)
            self.room.send(1, self.room.clients[1].video(number & 0xFFFF, 90 * at, packet))
        return number

    def _on_the_way(self, datagram: bytes | memoryview) -> None:
        packet, now_ms = bytes(datagram), self.room.now_ms
        waits_ms = max(0.0, self._free_ms - now_ms)
        voice = packet[1] & 0x7F == self.listener.audio_type
        if voice:
            self.waits_ms.append((now_ms, waits_ms))
        if waits_ms > QUEUE_MS:
            self.dropped += 1
            return
        self._free_ms = now_ms + waits_ms + (len(packet) + OVERHEAD) * 8_000 / self.bps
        self._arrivals.append((self._free_ms + self.round_trip_ms / 2, packet))

    def _arrive(self, at: int) -> None:
        """What has come to the listener; and, once a second, its report of it."""
        now_ms = self.room.now_ms
        while self._arrivals and self._arrivals[0][0] <= now_ms:
            came_ms, packet = self._arrivals.pop(0)
            if 192 <= packet[1] < 224:
                for told in rtcp.split(self.listener.into.unprotect_rtcp(packet)):
                    if told.kind == rtcp.SENDER_REPORT:
                        read = rtcp.read_sender_report(told)
                        self._told[read.ssrc] = read.ntp >> 16 & 0xFFFFFFFF, came_ms
            else:
                header = rtp.parse(packet)
                self._came[header.ssrc] += 1
                self._highest[header.ssrc] = max(self._highest.get(header.ssrc, 0), header.sequence)
                self.pictures += header.ssrc == self.listener.slot_ssrc(1, "video")
        if at % REPORT_MS == 0 and self._told:
            blocks = [self._block(ssrc) for ssrc in self._told]
            self.room.now_ms += self.round_trip_ms // 2  # the way up is wide
            for report in [[block] for block in blocks] if self.one_by_one else [blocks]:
                self.room.send(2, self.listener.control(rtcp.receiver_report(1, report)))
            self.room.now_ms -= self.round_trip_ms // 2

    def _block(self, ssrc: int) -> rtcp.ReportBlock:
        middle, came_ms = self._told[ssrc]
        (highest, came), now = (
            self._reported.get(ssrc, (0, 0)),
            (self._highest.get(ssrc, 0), self._came[ssrc]),
        )
        self._reported[ssrc] = now
        expected = now[0] - highest
        lost = max(0, 255 * (expected - now[1] + came) // expected) if expected > 0 else 0
        held = int((self.room.now_ms - came_ms) * 65.536)
        return rtcp.ReportBlock(ssrc, lost, 0, now[0], 0, middle, held)

    def waits(self, share: float, *, after_ms: int = 0) -> float:
        """So long, or less, this share of the voice packets waited that were sent from then on."""
        begun = self.waits_ms[0][0]
        waits = sorted(waited for sent_ms, waited in self.waits_ms if sent_ms - begun >= after_ms)
        return waits[min(len(waits) - 1, int(share * len(waits)))]
