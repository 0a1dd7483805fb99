"""What one participant may send: a token bucket for packets and one for bytes, on the forwarder's clock.

Every packet costs a copy for each listener, so one hostile client could hold up everybody. Only what the seat's keys
have opened is counted: whoever forges its address cannot use its budget up. Imports `books` and nothing else.
"""

from __future__ import annotations

from server.media.books import SenderBooks

PACKETS_PER_S = 600
"""A voice is 50 to 100, a camera with its repairs and probes hardly 300."""
BYTES_PER_S = 375_000
"""3 Mbit/s: a page of ours sends a seventh of that, and room is left for better cameras."""
BURST_S = 1.0


def full() -> tuple[float, float]:
    """Packets and bytes that may be sent at once."""
    return PACKETS_PER_S * BURST_S, BYTES_PER_S * BURST_S


def spend(books: SenderBooks, size: int, now_ms: int) -> bool:
    """False if one packet of `size` bytes is too much now; then nothing is spent."""
    if now_ms > books.budget_at_ms:
        seconds, (packets, octets) = (now_ms - books.budget_at_ms) / 1000, full()
        books.budget_at_ms = now_ms
        books.budget_packets = min(packets, books.budget_packets + seconds * PACKETS_PER_S)
        books.budget_bytes = min(octets, books.budget_bytes + seconds * BYTES_PER_S)
    if books.budget_packets < 1 or books.budget_bytes < size:
        return False
    books.budget_packets -= 1
    books.budget_bytes -= size
    return True
