"""From the levels of a seat's packets (RFC 6464) to stretches of speech: for the structure record. The ring on the
screen asks `speech`, which is coarser and has no memory.

The noise of a room is the quietest of the last seconds. Speech begins where some packets in a row stand well above it,
and lasts while packets stand a little above it. A pause of less than 300 ms is within it; what is too short for a
syllable is dropped. The levels are the client's word: fit for sums, never for authorisation. Times are those at
which a packet was said, as far as delay.py knows, in ms, on any clock that only goes on. Imports the standard library
only.
"""

from __future__ import annotations

from collections import deque

Span = tuple[int, int]

PACKET_MS = 20
PAUSE_MS = 300
"""A shorter one is within speech: breath, a stop, packets that were lost."""
SHORTEST_MS = 120
"""Shorter is a click, a cup, a chair."""
PIECE_MS = 10_000
"""Speech that goes on is given out in pieces that touch: a crash costs no more than the last."""
BEGINS_DB, BEGIN_PACKETS = 3, 3
GOES_ON_DB, ROW_MS = 1, 100
"""Both above the loudest of the room's noise."""
FAINTEST_DBOV = -60
"""Quieter than this is nobody at the microphone, however quiet the room is."""
MUTE_DBOV = -120
"""Packets from here on say nothing of the room: the microphone is muted, or gates itself."""
WINDOW_MS, WINDOWS = 1_000, 8
STEADY_DB, STEADY_PACKETS = 7, 10
"""What stays within this for a whole window is no speech, however loud: a fan was turned on."""
NARROWEST_DB = 2
"""Noise varies by this much at least: levels are whole decibels."""


class Room:
    """The noise of a room while nobody speaks in it, in dBov: how faint it was in the last eight seconds, and how much
    it varies."""

    __slots__ = ("_began_ms", "_heard", "_high", "_low", "_lows", "_varies", "loudest")

    def __init__(self) -> None:
        self._varies = NARROWEST_DB
        self.loudest = FAINTEST_DBOV
        self._lows: deque[int] = deque([FAINTEST_DBOV - NARROWEST_DB], WINDOWS)
        self._low, self._high, self._heard, self._began_ms = 0, MUTE_DBOV, 0, 0

    def heard(self, dbov: int, at_ms: int) -> None:
        if self._heard and at_ms - self._began_ms >= WINDOW_MS:
            self._turn_over()
        if not self._heard:
            self._began_ms = at_ms
        self._low, self._high = min(self._low, dbov), max(self._high, dbov)
        self._heard += 1
        self.loudest = min(*self._lows, self._low) + self._varies

    def _turn_over(self) -> None:
        """A window is over. If it was steady it is the room, and what the room was before is over, too."""
        varied = self._high - self._low
        if self._heard >= STEADY_PACKETS and varied <= STEADY_DB:
            self._lows.clear()
            self._varies = max(NARROWEST_DB, varied)
        self._lows.append(self._low)
        self._low, self._high, self._heard = 0, MUTE_DBOV, 0


class Detector:
    """When one seat speaks."""

    __slots__ = ("_found", "_given_ms", "_heard_ms", "_last_ms", "_loud", "_room", "_since_ms", "_speaks")

    def __init__(self) -> None:
        self._room = Room()
        self._found: list[Span] = []
        self._heard_ms = -PAUSE_MS
        self._speaks = False
        self._since_ms: int | None = None
        """Since when packets in a row have been loud enough to go on; of speech, its beginning."""
        self._loud = 0
        """How many of them were loud enough to begin."""
        self._last_ms = 0
        """When the last came that was loud enough to go on."""
        self._given_ms: int | None = None
        """Up to where this speech has been given out."""

    def heard(self, level: int, at_ms: int) -> None:
        """Note the level of one audio packet, 0..127 -dBov, that was said at `at_ms`. One that comes after a later one
        is no news."""
        dbov = -level
        if dbov <= MUTE_DBOV or at_ms < self._heard_ms:
            return
        self._end(at_ms)
        noise = self._room.loudest
        self._room.heard(dbov, at_ms)
        in_a_row, self._heard_ms = at_ms - self._heard_ms <= ROW_MS, at_ms
        if dbov < max(noise + GOES_ON_DB, FAINTEST_DBOV):
            if not self._speaks:
                self._since_ms = None
            return
        if self._since_ms is None or not (self._speaks or in_a_row):
            self._since_ms, self._loud = at_ms - PACKET_MS, 0
        self._last_ms = at_ms
        self._loud += dbov >= noise + BEGINS_DB
        self._speaks = self._speaks or self._loud >= BEGIN_PACKETS

    def spoken(self, now_ms: int) -> list[Span]:
        """What was spoken and not given out yet, as (start, end); of speech that goes on a piece, once it is long."""
        self._end(now_ms)
        if self._speaks and self._last_ms - self._begins() >= PIECE_MS:
            self._give()
        found, self._found = self._found, []
        return found

    def ended(self) -> list[Span]:
        """The rest: nothing more comes of this seat."""
        return self.spoken(self._heard_ms + PAUSE_MS + PACKET_MS)

    def _begins(self) -> int:
        assert self._since_ms is not None
        return self._since_ms if self._given_ms is None else self._given_ms

    def _give(self) -> None:
        """Up to the last packet that was loud enough."""
        begins = self._begins()
        if self._last_ms - begins >= (SHORTEST_MS if self._given_ms is None else 1):
            self._found.append((begins, self._last_ms))
            self._given_ms = self._last_ms

    def _end(self, now_ms: int) -> None:
        """Speech is over if the pause is longer than one within speech."""
        if self._speaks and now_ms - PACKET_MS - self._last_ms >= PAUSE_MS:
            self._give()
            self._speaks, self._since_ms, self._given_ms = False, None, None
