"""What one participant may send: a token bucket for packets and one for bytes, on the forwarder's clock.

Every packet costs a copy for each listener, so one hostile client could hold up everybody. Only what the seat's keys
have opened is counted: whoever forges its address cannot use its budget up. Imports nothing.
"""

from __future__ import annotations

PACKETS_PER_S = 600
"""A voice is 50 to 100, a camera with its repairs and probes hardly 300."""
BYTES_PER_S = 375_000
"""3 Mbit/s: a page of ours sends a seventh of that, and room is left for better cameras."""
BURST_S = 1.0


class Budget:
    """The budget of one join; full at first."""

    __slots__ = ("_at_ms", "_bytes", "_packets")

    def __init__(self) -> None:
        self._at_ms = 0
        self._packets = PACKETS_PER_S * BURST_S
        self._bytes = BYTES_PER_S * BURST_S

    def spend(self, size: int, now_ms: int) -> bool:
        """False if one packet of `size` bytes is too much now; then nothing is spent."""
        if now_ms > self._at_ms:
            seconds = (now_ms - self._at_ms) / 1000
            self._at_ms = now_ms
            self._packets = min(PACKETS_PER_S * BURST_S, self._packets + seconds * PACKETS_PER_S)
            self._bytes = min(BYTES_PER_S * BURST_S, self._bytes + seconds * BYTES_PER_S)
        if self._packets < 1 or self._bytes < size:
            return False
        self._packets -= 1
        self._bytes -= size
        return True
