"""The VP8 payload descriptor (RFC 7741): what a packetiser writes before the picture's bytes.

With end-to-end encryption this, and the picture's first bytes, are all of a picture that stay readable.
Imports nothing but the standard library.
"""

from __future__ import annotations

from typing import NamedTuple


class Vp8Error(ValueError):
    """The payload has no whole descriptor."""


class Descriptor(NamedTuple):
    """A payload's descriptor. `picture_id` and `tl0` (TL0PICIDX) are None where absent.

    `picture_at` and `tl0_at` are their offsets, `picture_bits` is 7 or 15 (0: no picture id).
    """

    keyframe_start: bool  # the first packet of a picture that needs no other one
    picture_id: int | None
    picture_bits: int
    picture_at: int
    tl0: int | None
    tl0_at: int


def parse(payload: bytes) -> Descriptor:
    """Read the descriptor. Raises Vp8Error."""
    try:
        return _parse(payload)
    except IndexError:
        raise Vp8Error("short") from None


def _parse(payload: bytes) -> Descriptor:
    first = payload[0]
    at = 1
    picture_id: int | None = None
    picture_bits = picture_at = tl0_at = 0
    tl0: int | None = None
    if first & 0x80:  # X: optional fields follow
        fields = payload[1]
        at = 2
        if fields & 0x80:  # I: picture id, one byte or two
            picture_at = at
            picture_id, picture_bits = payload[at], 7
            if picture_id & 0x80:
                picture_id, picture_bits = (picture_id & 0x7F) << 8 | payload[at + 1], 15
            at += 1 + (picture_bits == 15)
        if fields & 0x40:  # L: TL0PICIDX
            tl0_at, tl0 = at, payload[at]
            at += 1
        if fields & 0x30:  # T or K share one byte
            at += 1
    # S set and partition 0: a picture starts here; then the lowest bit of its first byte is 0 in a key frame.
    keyframe_start = first & 0x17 == 0x10 and not payload[at] & 0x01
    return Descriptor(keyframe_start, picture_id, picture_bits, picture_at, tl0, tl0_at)


def shifted(payload: bytes, descriptor: Descriptor, picture_shift: int, tl0_shift: int) -> bytes:
    """The payload with its picture id and TL0PICIDX moved on, modulo their sizes; all else as it was."""
    moved = bytearray(payload)
    if descriptor.picture_id is not None:
        at, picture_id = descriptor.picture_at, descriptor.picture_id + picture_shift
        if descriptor.picture_bits == 15:
            moved[at] = 0x80 | picture_id >> 8 & 0x7F
            moved[at + 1] = picture_id & 0xFF
        else:
            moved[at] = picture_id & 0x7F
    if descriptor.tl0 is not None:
        moved[descriptor.tl0_at] = descriptor.tl0 + tl0_shift & 0xFF
    return bytes(moved)
