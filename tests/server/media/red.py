"""Redundant audio as a receiver reads it."""

from __future__ import annotations


def unpacked(payload: bytes) -> list[tuple[int, int, bytes]]:
    """The blocks of a RED payload (RFC 2198, section 3): payload type, ticks ago, bytes; the primary comes last."""
    heads = []
    while payload[0] & 0x80:
        word, payload = int.from_bytes(payload[:4], "big"), payload[4:]
        heads.append((word >> 24 & 0x7F, word >> 10 & 0x3FFF, word & 0x3FF))
    primary, payload = payload[0], payload[1:]
    blocks = []
    for kind, ago, size in heads:
        blocks.append((kind, ago, payload[:size]))
        payload = payload[size:]
    return [*blocks, (primary, 0, payload)]
