"""RTCP packets as bytes: reports (RFC 3550), feedback (RFC 4585, RFC 5104), REMB and transport-wide feedback.

REMB is draft-alvestrand-rmcat-remb-03, transport-wide feedback draft-holmer-rmcat-transport-wide-cc-extensions-01.
Builders return one packet; a datagram is a few of them joined. Imports nothing but the standard library.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SENDER_REPORT, RECEIVER_REPORT, DESCRIPTION, BYE = 200, 201, 202, 203
TRANSPORT_FEEDBACK, PAYLOAD_FEEDBACK = 205, 206
NACK, TRANSPORT_CC = 1, 15  # of transport feedback
PLI, FIR, APPLICATION = 1, 4, 15  # of payload feedback; REMB is an application message

_HEADER = struct.Struct("!BBH")
_PAIR = struct.Struct("!II")
_SENDER = struct.Struct("!IQIII")
_BLOCK = struct.Struct("!IIIIII")
_LOST_MOST, _LOST_LEAST = 0x7FFFFF, -0x800000


class RtcpError(ValueError):
    """The bytes are not RTCP, or this packet is cut short."""


class Packet(NamedTuple):
    """One packet of a compound: its type, the header's five bits (a count or a format), and what follows."""

    kind: int
    subtype: int
    body: bytes


class SenderReport(NamedTuple):
    """`ntp` is the 64-bit NTP time that belongs to `timestamp`, the RTP time of the stream `ssrc`."""

    ssrc: int
    ntp: int
    timestamp: int
    packets: int
    octets: int


class ReportBlock(NamedTuple):
    """How the stream `ssrc` arrives: `fraction` lost of 256, `lost` in all, `highest` extended sequence number,
    `jitter` in RTP time; `last_report` and `delay` (1/65536 s) let the sender measure the round trip."""

    ssrc: int
    fraction: int
    lost: int
    highest: int
    jitter: int
    last_report: int
    delay: int


def split(compound: bytes) -> list[Packet]:
    """The packets of a datagram. Raises RtcpError."""
    packets: list[Packet] = []
    at, end = 0, len(compound)
    while at < end:
        if at + 4 > end:
            raise RtcpError("short")
        first, kind, words = _HEADER.unpack_from(compound, at)
        after = at + 4 + 4 * words
        if first >> 6 != 2 or after > end:
            raise RtcpError("length")
        padding = compound[after - 1] if first & 0x20 else 0
        if padding > 4 * words or (first & 0x20 and not padding):
            raise RtcpError("padding")
        packets.append(Packet(kind, first & 0x1F, compound[at + 4 : after - padding]))
        at = after
    return packets


def read_sender_report(packet: Packet) -> SenderReport:
    """The sender's part of an SR; its blocks are for `read_blocks`. Raises RtcpError."""
    if len(packet.body) < _SENDER.size:
        raise RtcpError("sender report")
    return SenderReport(*_SENDER.unpack_from(packet.body))


def read_blocks(packet: Packet) -> Iterator[ReportBlock]:
    """The report blocks of an SR or RR. Raises RtcpError."""
    at = _SENDER.size if packet.kind == SENDER_REPORT else 4
    if len(packet.body) < at + packet.subtype * _BLOCK.size:
        raise RtcpError("report block")
    for index in range(packet.subtype):
        ssrc, loss, highest, jitter, last, delay = _BLOCK.unpack_from(packet.body, at + index * _BLOCK.size)
        lost = loss & 0xFFFFFF
        yield ReportBlock(ssrc, loss >> 24, lost - ((lost & 0x800000) << 1), highest, jitter, last, delay)


def read_feedback_ssrc(packet: Packet) -> int:
    """The SSRC of the media that a feedback packet is about (not for FIR and REMB). Raises RtcpError."""
    if len(packet.body) < 8:
        raise RtcpError("feedback")
    return int.from_bytes(packet.body[4:8], "big")


def read_nack(packet: Packet, most: int) -> list[int]:
    """The lost sequence numbers of a generic NACK, `most` of them at most. Raises RtcpError."""
    read_feedback_ssrc(packet)
    lost: list[int] = []
    for at in range(8, len(packet.body) - 3, 4):
        first, following = struct.unpack_from("!HH", packet.body, at)
        lost.append(first)
        lost.extend((first + 1 + bit) & 0xFFFF for bit in range(16) if following >> bit & 1)
        if len(lost) >= most:
            break
    return lost[:most]


def read_fir(packet: Packet) -> list[int]:
    """The SSRCs asked for a key frame by a Full Intra Request. Raises RtcpError."""
    read_feedback_ssrc(packet)
    return [_PAIR.unpack_from(packet.body, at)[0] for at in range(8, len(packet.body) - 7, 8)]


def read_remb(packet: Packet) -> int | None:
    """The bit rate (bit/s) of a REMB; None for another application message. Raises RtcpError."""
    read_feedback_ssrc(packet)
    if packet.body[8:12] != b"REMB":
        return None
    if len(packet.body) < 16:
        raise RtcpError("remb")
    word = int.from_bytes(packet.body[13:16], "big")
    return int((word & 0x3FFFF) << (word >> 18))


def sender_report(report: SenderReport) -> bytes:
    """An SR without blocks; the counts are cut to 32 bits."""
    ssrc, ntp, timestamp, packets, octets = report
    body = _SENDER.pack(ssrc, ntp, timestamp, packets & 0xFFFFFFFF, octets & 0xFFFFFFFF)
    return _packet(SENDER_REPORT, 0, body)


def receiver_report(ssrc: int, blocks: Sequence[ReportBlock]) -> bytes:
    """An RR by `ssrc` with at most 31 blocks."""
    body = ssrc.to_bytes(4, "big")
    for block in blocks:
        lost = max(_LOST_LEAST, min(block.lost, _LOST_MOST)) & 0xFFFFFF
        body += _BLOCK.pack(
            block.ssrc,
            block.fraction << 24 | lost,
            block.highest & 0xFFFFFFFF,
            block.jitter & 0xFFFFFFFF,
            block.last_report,
            block.delay & 0xFFFFFFFF,
        )
    return _packet(RECEIVER_REPORT, len(blocks), body)


def description(ssrc: int, canonical_name: str) -> bytes:
    """An SDES with the CNAME alone, which every compound packet carries."""
    name = canonical_name.encode()
    item = ssrc.to_bytes(4, "big") + bytes((1, len(name))) + name + b"\0"
    return _packet(DESCRIPTION, 1, item + bytes(-len(item) % 4))


def picture_loss(sender_ssrc: int, media_ssrc: int) -> bytes:
    """A PLI: please send a key frame."""
    return _packet(PAYLOAD_FEEDBACK, PLI, _PAIR.pack(sender_ssrc, media_ssrc))


def nack(sender_ssrc: int, media_ssrc: int, lost: Iterable[int]) -> bytes:
    """A generic NACK for these 16-bit sequence numbers, which must ascend (wrapping round allowed)."""
    entries: list[list[int]] = []
    for sequence in lost:
        if entries and 1 <= (distance := (sequence - entries[-1][0]) & 0xFFFF) <= 16:
            entries[-1][1] |= 1 << (distance - 1)
        else:
            entries.append([sequence, 0])
    body = _PAIR.pack(sender_ssrc, media_ssrc) + b"".join(struct.pack("!HH", *entry) for entry in entries)
    return _packet(TRANSPORT_FEEDBACK, NACK, body)


def bitrate_limit(sender_ssrc: int, bits_per_s: int, ssrcs: Sequence[int]) -> bytes:
    """A REMB: what these streams together may send. Rounded down to 18 significant bits."""
    exponent = max(0, bits_per_s.bit_length() - 18)
    word = len(ssrcs) << 24 | exponent << 18 | bits_per_s >> exponent
    body = _PAIR.pack(sender_ssrc, 0) + b"REMB" + word.to_bytes(4, "big")
    return _packet(PAYLOAD_FEEDBACK, APPLICATION, body + struct.pack(f"!{len(ssrcs)}I", *ssrcs))


def transport_feedback(
    sender_ssrc: int, media_ssrc: int, feedback_number: int, base: int, arrivals_ms: Sequence[int | None]
) -> bytes:
    """When the packets `base`, `base` + 1, ... of a transport arrived; None: not (yet).

    At least one must have arrived; `media_ssrc` must be one that the addressee sends, or it ignores all.
    """
    start = next(ms for ms in arrivals_ms if ms is not None) >> 6  # the reference time counts 64 ms
    statuses: list[int] = []
    deltas = b""
    before = start << 6
    for ms in arrivals_ms:
        if ms is None:
            statuses.append(0)
            continue
        ticks = 4 * (ms - before)  # of 250 us
        before = ms
        if 0 <= ticks <= 0xFF:
            statuses.append(1)
            deltas += ticks.to_bytes(1, "big")
        else:
            statuses.append(2)
            deltas += max(-0x8000, min(ticks, 0x7FFF)).to_bytes(2, "big", signed=True)
    chunks = b"".join(_status_chunk(statuses[at : at + 7]) for at in range(0, len(statuses), 7))
    fixed = struct.pack(
        "!HHI", base & 0xFFFF, len(statuses), (start & 0xFFFFFF) << 8 | feedback_number & 0xFF
    )
    body = _PAIR.pack(sender_ssrc, media_ssrc) + fixed + chunks + deltas
    return _packet(TRANSPORT_FEEDBACK, TRANSPORT_CC, body + bytes(-len(body) % 4))


def _status_chunk(statuses: Sequence[int]) -> bytes:
    """Up to seven statuses of two bits: a status vector chunk, the one form that fits every pattern."""
    word = 0xC000
    for place, status in enumerate(statuses):
        word |= status << (12 - 2 * place)
    return word.to_bytes(2, "big")


def _packet(kind: int, subtype: int, body: bytes) -> bytes:
    return _HEADER.pack(0x80 | subtype, kind, len(body) // 4) + body
