"""What a light peer receives: counts per seat, loss per stream, and the RTCP reports made of them (RFC 3550).

May import the standard library and aiortc's RTCP packets.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from aiortc.rtp import (
    RtcpReceiverInfo,
    RtcpRrPacket,
    RtcpSdesPacket,
    RtcpSenderInfo,
    RtcpSourceInfo,
    RtcpSrPacket,
)

from server.rehearsal.offer import AUDIO_LEVEL, Stream
from server.rehearsal.streams import OutgoingAudio, OutgoingVideo

SILENT = 127
LONGEST_REPORT = 31
_CNAME = 1
_NTP_EPOCH_S = 2_208_988_800


@dataclass(slots=True)
class Counts:
    """Packets of one seat that arrived and decrypted. `level` is the last audio packet's -dBov, 127 when none came."""

    audio: int = 0
    video: int = 0
    keyframes: int = 0
    retransmitted: int = 0
    level: int = SILENT


class Reception:
    """Sequence numbers of one incoming stream, for its reception report."""

    __slots__ = ("_base", "_expected_before", "_highest", "_received", "_received_before")

    def __init__(self, sequence: int) -> None:
        self._base = self._highest = sequence
        self._received = self._received_before = self._expected_before = 0

    def note(self, sequence: int) -> None:
        """Count one packet with this 16-bit sequence number."""
        self._received += 1
        ahead = (sequence - self._highest) & 0xFFFF
        if ahead < 0x8000:
            self._highest += ahead

    def report(self, ssrc: int) -> RtcpReceiverInfo:
        """The report block since the last one; loss as a fraction of 256."""
        expected = self._highest - self._base + 1
        newly, got = expected - self._expected_before, self._received - self._received_before
        self._expected_before, self._received_before = expected, self._received
        fraction = max(0, min(255, 256 * (newly - got) // newly)) if newly > 0 else 0
        lost = max(0, min(0x7FFFFF, expected - self._received))
        return RtcpReceiverInfo(ssrc, fraction, lost, self._highest & 0xFFFFFFFF, 0, 0, 0)


class Received:
    """Sorts decrypted RTP by slot. `seats` is the public tally: seat number → Counts."""

    def __init__(self, streams: Mapping[int, Stream], seats: int) -> None:
        self.seats = {seat: Counts() for seat in range(1, seats + 1)}
        self.unknown = 0
        self._streams = streams
        self._receptions: dict[int, Reception] = {}

    def note(self, packet: bytes) -> Stream | None:
        """Count one RTP packet; None when no slot announced its SSRC."""
        sequence, ssrc = int.from_bytes(packet[2:4], "big"), int.from_bytes(packet[8:12], "big")
        stream = self._streams.get(ssrc)
        if stream is None or stream.seat not in self.seats:
            self.unknown += 1
            return None
        counts = self.seats[stream.seat]
        if stream.retransmission:
            counts.retransmitted += 1
            return stream
        reception = self._receptions.get(ssrc)
        if reception is None:
            reception = self._receptions[ssrc] = Reception(sequence)
        reception.note(sequence)
        if stream.kind == "audio":
            counts.audio += 1
            counts.level = audio_level(packet, counts.level)
        else:
            counts.video += 1
            counts.keyframes += starts_keyframe(packet)
        return stream

    def reports(self) -> list[RtcpReceiverInfo]:
        """A report block for each stream that has come, at most 31."""
        return [reception.report(ssrc) for ssrc, reception in self._receptions.items()][:LONGEST_REPORT]


def payload_start(packet: bytes) -> int:
    """Where the payload of an RTP packet begins, behind CSRCs and header extensions."""
    start = 12 + 4 * (packet[0] & 0x0F)
    if packet[0] & 0x10:
        start += 4 + 4 * int.from_bytes(packet[start + 2 : start + 4], "big")
    return start


def audio_level(packet: bytes, otherwise: int) -> int:
    """The level in the packet's audio-level extension, or `otherwise`."""
    if not packet[0] & 0x10 or packet[12:14] != b"\xbe\xde":
        return otherwise
    position, end = 16, min(len(packet), payload_start(packet))
    while position < end - 1:
        if packet[position] == 0:
            position += 1
        elif packet[position] >> 4 == AUDIO_LEVEL:
            return packet[position + 1] & 0x7F
        else:
            position += 2 + (packet[position] & 0x0F)
    return otherwise


def starts_keyframe(packet: bytes) -> bool:
    """Whether a VP8 packet is the first of a keyframe (RFC 7741, 4.2 and 4.3)."""
    start = payload_start(packet)
    first = packet[start] if start < len(packet) else 0
    if not first & 0x10 or first & 0x07:
        return False
    position = start + 1
    if first & 0x80 and position < len(packet):
        extended = packet[position]
        position += 1
        if extended & 0x80 and position < len(packet):
            position += 2 if packet[position] & 0x80 else 1
        position += bool(extended & 0x40) + bool(extended & 0x30)
    return position < len(packet) and not packet[position] & 1


def reports(
    audio: OutgoingAudio, video: OutgoingVideo, received: Received | None, now_ms: int, utc_s: float
) -> bytes:
    """One compound packet: a sender report for each stream that has sent, reception reports, and the CNAME."""
    ntp = int((utc_s + _NTP_EPOCH_S) * (1 << 32)) & 0xFFFFFFFFFFFFFFFF
    parts = []
    for stream in (audio, video):
        if stream.sent.packets:
            info = RtcpSenderInfo(ntp, stream.timestamp_at(now_ms), stream.sent.packets, stream.sent.octets)
            parts.append(bytes(RtcpSrPacket(stream.ssrc, info)))
    parts.append(bytes(RtcpRrPacket(audio.ssrc, received.reports() if received else [])))
    chunks = [RtcpSourceInfo(stream.ssrc, [(_CNAME, b"rehearsal")]) for stream in (audio, video)]
    parts.extend(bytes(RtcpSdesPacket([chunk])) for chunk in chunks)
    return b"".join(parts)


def picture_loss(sender_ssrc: int, media_ssrc: int) -> bytes:
    """A PLI (RFC 4585, 6.3.1) for one slot's video, behind the empty report that a compound packet begins with."""
    return bytes(RtcpRrPacket(sender_ssrc)) + struct.pack("!BBHII", 0x81, 206, 2, sender_ssrc, media_ssrc)
