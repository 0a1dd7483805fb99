"""What waits before one listener's narrow way: pictures leave at the pace of that way, so that no voice queues behind
them there. Voices and control packets never come here; nor does anything of a listener whose way is wide.

A picture that waits has been let in by the gate, and the end of its run takes it away: whoever closes a slot, or has it
begin anew, drops what is left of it here in the same call (`forget`). So nothing is sent that reach does not allow any
more.
May import the standard library and its sisters `fanout`, `rtp`, `vp8`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from server.media import rtp, vp8
from server.media.fanout import Packet

if TYPE_CHECKING:
    from server.media.outgoing import Outgoing

BURST_US = 5_000
"""A clock of milliseconds and a timer that comes late cost no pace, as long as they are together less than this."""
LONGEST_S = 2
SMALLEST_MOST = 48_000
"""Bytes that may wait, as they are on the way: two seconds of the pace, and a key frame in any case."""
OLDEST_MS = 3_000
"""So old a picture may be that waits, where the pace is so low that the bytes above are more than that."""
REPAIRS_MOST = 50
BEHIND_MS = 2_000
_WRAPPED = 28 + 10
"""Of each packet: IP and UDP, and what SRTP appends."""

Again = Callable[["Outgoing", int, int], int]
"""Sends a slot's packet of this number once more, at this time (ms). Returns its bytes; 0 if it is gone, or not allowed
any more."""


class _Held(NamedTuple):
    slot: Outgoing
    packet: Packet
    came_ms: int
    key: bool
    """Of a key frame."""


class Backlog:
    """Of one listener. `waiting` is where it stands as long as anything is in it; `drops` are the room's."""

    __slots__ = (
        "_bytes",
        "_drops",
        "_free_us",
        "_held",
        "_keys",
        "_patient_ms",
        "_repairs",
        "_through",
        "_waiting",
        "behind_ms",
        "bps",
        "waited",
    )

    def __init__(self, bps: int, drops: Counter[str], waiting: set[Backlog]) -> None:
        self.bps = bps
        self.waited = False
        """Whether something had to wait since this was last set to False."""
        self.behind_ms: int | None = None
        """When it last was more than may wait."""
        self._drops, self._waiting = drops, waiting
        self._free_us = 0
        self._bytes = 0
        self._held: deque[_Held] = deque()
        self._repairs: dict[tuple[Outgoing, int], Again] = {}
        self._keys: dict[Outgoing, int] = {}
        """The timestamp of each one's last key frame."""
        self._patient_ms = 0
        """When a key frame's packet last left after waiting, or somebody began anew: what waits counts as no older."""
        self._through: dict[Outgoing, int] = {}
        """The highest number of each one's run that has left: of those of which something has had to wait."""

    @property
    def empty(self) -> bool:
        return not self._held and not self._repairs

    @property
    def due_ms(self) -> int:
        """When the next packet may leave."""
        return -(-(self._free_us - BURST_US) // 1_000)

    def is_behind(self, now_ms: int) -> bool:
        return self.behind_ms is not None and now_ms - self.behind_ms <= BEHIND_MS

    def put(self, slot: Outgoing, packet: Packet, now_ms: int) -> int:
        """Send a packet of a picture, now or when its turn comes. How many could not be sent."""
        key = self._of_key_frame(slot, packet)
        if not self._held and self._free_us <= now_ms * 1_000 + BURST_US:
            return self._let_out(slot, packet, now_ms)
        source = slot.source
        assert source is not None
        highest = source.books.highest
        self._through.setdefault(slot, packet.number - 1 if packet.number == highest else highest)
        self._held.append(_Held(slot, packet, now_ms, key))
        self._bytes += _size(packet)
        self._waits()
        if self._bytes > max(SMALLEST_MOST, LONGEST_S * self.bps // 8) or self._is_late(now_ms):
            self._give_up(now_ms)
        return 0

    def repeat(self, slot: Outgoing, sequence: int, again: Again, now_ms: int) -> None:
        """Send a packet once more when nothing else waits; once, however often it is asked for until then."""
        if self.empty and self._free_us <= now_ms * 1_000 + BURST_US:
            self._spend(again(slot, sequence, now_ms), now_ms)
        elif (slot, sequence) in self._repairs or len(self._repairs) < REPAIRS_MOST:
            self._repairs[slot, sequence] = again
            self._waits()
        else:
            self._drops["nack_limit"] += 1

    def release(self, now_ms: int) -> int:
        """Send what is due. How many could not be sent."""
        failed = 0
        while self._held and self._free_us <= now_ms * 1_000 + BURST_US:
            slot, packet, _, key = self._held.popleft()
            self._bytes -= _size(packet)
            if key:
                self._patient_ms = now_ms
            self._through[slot] = max(self._through[slot], packet.number)
            # A listener reckons its estimate by when a packet is said to have been sent.
            block = slot.shape.extension(None, now_ms)
            body = packet.rest[len(packet.rest) - packet.octets :]
            first = rtp.EXTENDED if block else rtp.PLAIN
            failed += self._let_out(slot, packet._replace(first=first, rest=block + body), now_ms)
        if not self._held:
            while self._repairs and self._free_us <= now_ms * 1_000 + BURST_US:
                slot, sequence = asked = next(iter(self._repairs))
                self._spend(self._repairs.pop(asked)(slot, sequence, now_ms), now_ms)
        self._rests()
        return failed

    def through(self, slot: Outgoing) -> int | None:
        """The highest number of its run that has left; None: that is the highest that came."""
        return self._through.get(slot)

    def forget(self, slot: Outgoing) -> int | None:
        """Drop all that waits in this slot: its run is over. What `through` said."""
        through = self._through.pop(slot, None)
        self._keys.pop(slot, None)
        self._repairs = {asked: again for asked, again in self._repairs.items() if asked[0] is not slot}
        if through is not None:
            kept = deque(held for held in self._held if held.slot is not slot)
            self._drops["paced"] += len(self._held) - len(kept)
            self._held = kept
            self._bytes = sum(_size(held.packet) for held in kept)
        self._rests()
        return through

    def _of_key_frame(self, slot: Outgoing, packet: Packet) -> bool:
        body = packet.rest[len(packet.rest) - packet.octets :]
        if body and vp8.parse(body).keyframe_start:
            self._keys[slot] = packet.timestamp
        return self._keys.get(slot) == packet.timestamp

    def _is_late(self, now_ms: int) -> bool:
        """A key frame that is leaving may take longer: another in its place would take as long. What had to wait for
        one has as much time after it, and so has what is left once somebody began anew."""
        return now_ms - max(self._held[0].came_ms, self._patient_ms) > OLDEST_MS

    def _give_up(self, now_ms: int) -> None:
        """More waits than may, or for longer: whoever has most of it goes on with the next key frame. Each picture but
        that one needs those before it, so no part of them is worth sending."""
        self.behind_ms = self._patient_ms = now_ms
        sizes: Counter[Outgoing] = Counter()
        for held in self._held:
            sizes[held.slot] += _size(held.packet)
        sizes.most_common(1)[0][0].begin_anew()

    def _let_out(self, slot: Outgoing, packet: Packet, now_ms: int) -> int:
        self._spend(len(packet.rest) + rtp.FIXED_SIZE, now_ms)
        return slot.engine.send(slot.engine.gather([slot.line]), packet, now_ms)

    def _spend(self, size: int, now_ms: int) -> None:
        if size:
            free_us = max(self._free_us, now_ms * 1_000 - BURST_US)
            self._free_us = free_us + (size + _WRAPPED) * 8_000_000 // self.bps

    def _waits(self) -> None:
        self.waited = True
        self._waiting.add(self)

    def _rests(self) -> None:
        if not self._held:  # what comes next goes at once, and is not noted
            self._through.clear()
        if self.empty:
            self._waiting.discard(self)


def _size(packet: Packet) -> int:
    """Its bytes on the way."""
    return len(packet.rest) + rtp.FIXED_SIZE + _WRAPPED


class _Paced:
    """What a gate's group of paced slots is sent by: to each of them at the pace of its own listener."""

    name = "paced"

    def send(self, lines: Any, packet: Packet, now_ms: int) -> int:
        return sum(slot.backlog.put(slot, packet, now_ms) for slot in lines)


PACED = _Paced()
