"""RTP packets as bytes (RFC 3550) and their one-byte header extensions (RFC 8285).

Nothing here knows a stream: `incoming` and `outgoing` do. Imports nothing but the standard library.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import NamedTuple

FIXED = struct.Struct("!BBHII")  # the twelve bytes that every packet has
FIXED_SIZE = 12
PLAIN = 0x80  # first byte: version 2, no padding, no extension, no CSRC
EXTENDED = 0x90  # the same with a header extension
MARKER = 0x80  # in the second byte

AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"  # RFC 6464
MID = "urn:ietf:params:rtp-hdrext:sdes:mid"  # RFC 8843
RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"  # RFC 8852
REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id"
SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"
TRANSPORT_SEQUENCE = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"

_ONE_BYTE = b"\xbe\xde"
_LAST_ID = 14  # 15 is reserved: everything after it is ignored


class RtpError(ValueError):
    """The bytes are not an RTP packet."""


class Header(NamedTuple):
    """What a packet's first bytes say, and where its parts lie, as offsets into the packet.

    The padding is outside `payload_at:payload_end`. `extension_at == extension_end`: no extension.
    """

    marker: bool
    payload_type: int
    sequence: int
    timestamp: int
    ssrc: int
    extension_at: int
    extension_end: int
    payload_at: int
    payload_end: int


def parse(packet: bytes) -> Header:
    """Read a packet's header. Raises RtpError."""
    size = len(packet)
    if size < FIXED_SIZE:
        raise RtpError("short")
    first, second, sequence, timestamp, ssrc = FIXED.unpack_from(packet)
    if first >> 6 != 2:
        raise RtpError("version")
    extension_at = payload_at = FIXED_SIZE + 4 * (first & 0x0F)
    if first & 0x10:
        extension_at += 4
        if extension_at > size:
            raise RtpError("extension")
        payload_at = extension_at + 4 * (packet[extension_at - 2] << 8 | packet[extension_at - 1])
    payload_end = size - packet[-1] if first & 0x20 else size
    if payload_at > payload_end or (first & 0x20 and payload_end == size):
        raise RtpError("length")
    return Header(
        second > 0x7F,
        second & 0x7F,
        sequence,
        timestamp,
        ssrc,
        extension_at,
        payload_at,
        payload_at,
        payload_end,
    )


def build(
    payload_type: int,
    sequence: int,
    timestamp: int,
    ssrc: int,
    payload: bytes,
    *,
    marker: bool = False,
    extensions: Mapping[int, bytes] | None = None,
) -> bytes:
    """Write a packet. `extensions` maps ids (1..14) to values of 1..16 bytes; otherwise ValueError."""
    block = extension_block(extensions or {})
    first = EXTENDED if block else PLAIN
    return FIXED.pack(first, marker << 7 | payload_type, sequence, timestamp, ssrc) + block + payload


def extensions(packet: bytes, header: Header) -> dict[int, bytes]:
    """The one-byte header extensions by id. Anything else, and whatever is cut short, is left out."""
    found: dict[int, bytes] = {}
    at, end = header.extension_at, header.extension_end
    if at == end or packet[at - 4 : at - 2] != _ONE_BYTE:
        return found
    while at < end:
        first = packet[at]
        at += 1
        if first == 0:  # padding between elements
            continue
        after = at + (first & 0x0F) + 1
        if first >= 0xF0 or after > end:
            break
        if first > 0x0F:  # id 0 with a length is skipped, as the RFC says
            found[first >> 4] = packet[at:after]
        at = after
    return found


def extension_block(values: Mapping[int, bytes]) -> bytes:
    """The extension part of a header, nothing for no values. Raises ValueError."""
    if not values:
        return b""
    body = bytearray()
    for identity, value in values.items():
        if not (1 <= identity <= _LAST_ID and 1 <= len(value) <= 16):
            raise ValueError("not a one-byte extension")
        body.append(identity << 4 | len(value) - 1)
        body += value
    body += bytes(-len(body) % 4)
    return _ONE_BYTE + struct.pack("!H", len(body) // 4) + bytes(body)


def usable_id(extensions: Mapping[str, int], uri: str) -> int:
    """The id negotiated for `uri`; 0 if there is none or if it does not fit a one-byte extension."""
    identity = extensions.get(uri, 0)
    return identity if 1 <= identity <= _LAST_ID else 0


def send_time(now_ms: int) -> bytes:
    """The value of abs-send-time: seconds modulo 64 as 6.18 fixed point, three bytes."""
    return ((now_ms << 18) // 1000 & 0xFFFFFF).to_bytes(3, "big")


def extended(number: int, near: int) -> int:
    """The 16-bit `number` as the count without end that lies nearest to `near`."""
    ahead = (number - near) & 0xFFFF
    return near + ahead if ahead < 0x8000 else near + ahead - 0x10000


def unwrapped(packet: bytes, header: Header, payload_type: int, ssrc: int) -> bytes | None:
    """The original inside a retransmission (RFC 4588), to be sent as `payload_type` of `ssrc`.

    None for padding, which browsers send as retransmissions of nothing to probe their uplink.
    """
    at, end = header.payload_at, header.payload_end
    if end - at <= 2:
        return None
    original = packet[at] << 8 | packet[at + 1]
    second = header.marker << 7 | payload_type
    fixed = FIXED.pack(packet[0] & ~0x20, second, original, header.timestamp, ssrc)
    return fixed + packet[FIXED_SIZE:at] + packet[at + 2 : end]
