"""What is counted of each packet: of one stream, and of one participant. -1 says: none yet.

The compiled engine keeps the same fields in structures of its own (forward.h), which both it and Python write to:
so a packet may be taken by either, one after another. Imports nothing but the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class StreamBooks(Protocol):
    """Where an incoming stream stands. Numbers are sequence numbers counted on past 65,535."""

    highest: int
    # Of the packet with the highest number: whoever continues after it counts from here.
    timestamp: int
    arrived_ms: int
    picture_id: int
    tl0: int
    """TL0PICIDX."""

    # For receiver reports (RFC 3550, appendix A), of originals only: what is repaired counts as lost.
    first: int
    most: int
    """The highest number."""
    received: int
    transit: int
    """Arrival minus timestamp, in ticks, 32 bits of it."""
    jitter: float
    """Ticks."""

    key_frame_wanted: bool


@dataclass(slots=True)
class PythonStreamBooks:
    highest: int = -1
    timestamp: int = 0
    arrived_ms: int = 0
    picture_id: int = -1
    tl0: int = -1
    first: int = -1
    most: int = -1
    received: int = 0
    transit: int = -1
    jitter: float = 0.0
    key_frame_wanted: bool = False


class SenderBooks(Protocol):
    """What a participant may still send, and has sent."""

    budget_at_ms: int
    budget_packets: float
    budget_bytes: float
    packets_in: int
    """Authenticated RTP packets."""
    audio_packets_in: int
    last_packet_ms: int
    """The last authenticated packet, RTP or RTCP."""
    heard_ms: int
    """The last one that was taken from the port without Python."""
    waited_ms: int
    """How long the kernel held the datagram that is taken now."""


@dataclass(slots=True)
class PythonSenderBooks:
    budget_packets: float
    budget_bytes: float
    budget_at_ms: int = 0
    packets_in: int = 0
    audio_packets_in: int = 0
    last_packet_ms: int = -1
    heard_ms: int = -1
    waited_ms: int = 0
