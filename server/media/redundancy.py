"""Redundant audio (RED, RFC 2198) for listeners on lossy links: each packet of a voice carries the two before it.

Where every fifth packet is lost, one earlier block leaves 4 % of the voice missing and two leave 0.8 %. It costs three
times the voice, so only those get it whose own reports say that they need it. Imports the standard library only.

A REMB is no help in telling a narrow link from a lossy one: it never says much more than what is sent just now.
"""

from __future__ import annotations

from collections.abc import Sequence

EARLIER = 2
LOSSY, LOSSY_MS = 0.03, 20_000
"""From this loss on, and until no report has said so for this long: whoever goes back and forth helps nobody."""
QUEUED_MS = 200
"""So much of a round trip in a queue means that it is full, or will be."""
QUEUED_MOST_MS = 320_000
_LONGEST_AGO = (1 << 14) - 1
_LONGEST_BLOCK = (1 << 10) - 1


class Redundancy:
    """Whether one listener needs it."""

    def __init__(self) -> None:
        self.wanted = False
        self._lossy_ms, self._queued_ms, self._waits_ms = 0, -LOSSY_MS, LOSSY_MS
        """The last is how long after a queue it is tried again: twice as long each time that it made one."""

    def reported(self, loss: float, late_ms: int, now_ms: int) -> bool:
        """Of a listener's report: the share of packets it lost, and how much of the round trip is a queue. What is
        wanted from now on: what a full queue loses it loses more of when more is sent."""
        if late_ms >= QUEUED_MS:
            if self.wanted:
                self._waits_ms = min(2 * self._waits_ms, QUEUED_MOST_MS)
            self.wanted, self._queued_ms = False, now_ms
        elif loss >= LOSSY and now_ms - self._queued_ms >= self._waits_ms:
            self.wanted, self._lossy_ms = True, now_ms
        elif now_ms - self._lossy_ms >= LOSSY_MS:
            self.wanted = False
        return self.wanted


def packed(payload: bytes, earlier: Sequence[tuple[int, bytes]], payload_type: int) -> bytes:
    """The payload of a RED packet: `earlier` are blocks as (clock ticks ago, bytes), the oldest first.

    A block that RED cannot hold, longer than 1,023 bytes or more than 16,383 ticks ago, is left out."""
    fitting = [
        (ago, block) for ago, block in earlier if 0 < ago <= _LONGEST_AGO and len(block) <= _LONGEST_BLOCK
    ]
    heads = [
        (1 << 31 | payload_type << 24 | ago << 10 | len(block)).to_bytes(4, "big") for ago, block in fitting
    ]
    return b"".join([*heads, bytes((payload_type,)), *(block for _, block in fitting), payload])
