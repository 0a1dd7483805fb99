"""The last packets of one incoming stream: tells copies from new ones, and answers what got lost on the way.

One cache a publisher, not one a listener: a listener's packet is made again from the publisher's, which keeps
a tenth of the memory in a room of ten. Imports nothing but the standard library.
"""

from __future__ import annotations

from typing import Protocol

# 128 packets are a second of 640x360 video (about 110 packets, a key frame 10 to 30 of them), two and a half of audio,
# five of a small picture at 100 kbit/s. Over a link of 600 ms there and back the first request comes 600 ms after the
# packet, and the second, where the answer was lost, after 1,200. Older than two seconds a picture is past mending: its
# viewer has asked for a key frame by then.
CAPACITY = 128
LONGEST_MS = 2_000


class Cache(Protocol):
    """`PacketCache`, or the compiled engine's own."""

    def holds(self, number: int) -> bool: ...

    def put(self, number: int, packet: bytes, now_ms: int) -> None: ...

    def get(self, number: int, now_ms: int) -> tuple[bytes, int] | None: ...

    def clear(self) -> None: ...


class PacketCache:
    """A ring by extended sequence number (counted on past 65,535)."""

    __slots__ = ("_arrivals_ms", "_numbers", "_packets")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Keep nothing."""
        self._numbers = [-1] * CAPACITY
        self._packets: list[bytes] = [b""] * CAPACITY
        self._arrivals_ms = [0] * CAPACITY

    def holds(self, number: int) -> bool:
        """Whether this packet arrived, for numbers less than CAPACITY behind the highest one put."""
        return self._numbers[number % CAPACITY] == number

    def put(self, number: int, packet: bytes, now_ms: int) -> None:
        """Keep a packet, in the place of the one CAPACITY before it."""
        at = number % CAPACITY
        self._numbers[at] = number
        self._packets[at] = packet
        self._arrivals_ms[at] = now_ms

    def get(self, number: int, now_ms: int) -> tuple[bytes, int] | None:
        """The packet and the time it arrived (ms); None if it never came, was replaced or is too old."""
        at = number % CAPACITY
        if self._numbers[at] != number or now_ms - self._arrivals_ms[at] > LONGEST_MS:
            return None
        return self._packets[at], self._arrivals_ms[at]
