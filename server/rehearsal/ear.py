"""Whose voice arrives now, from the counts of a light peer, by slot: what a person would hear.

May import the standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.rehearsal.reception import Counts

VOICE_LEVEL = 50  # -dBov: quieter than this is a room, not a voice
WEIGHT = 0.4
RISES_ABOVE, FALLS_BELOW = 0.5, 0.2


class Ear:
    """Smooths levels, so that neither a click is taken for a voice nor the gap between two words for silence.

    `listen` is to be called about ten times a second.
    """

    def __init__(self) -> None:
        self._packets: dict[int, int] = {}
        self._loudness: dict[int, float] = {}
        self._heard: set[int] = set()

    def listen(self, received: Mapping[int, Counts]) -> frozenset[int]:
        """The slots in which a voice is heard now."""
        for slot, counts in received.items():
            arrived = counts.audio != self._packets.get(slot, 0)
            self._packets[slot] = counts.audio
            loud = 1.0 if arrived and counts.level < VOICE_LEVEL else 0.0
            loudness = self._loudness.get(slot, 0.0) * (1 - WEIGHT) + loud * WEIGHT
            self._loudness[slot] = loudness
            if loudness > RISES_ABOVE:
                self._heard.add(slot)
            elif loudness < FALLS_BELOW:
                self._heard.discard(slot)
        return frozenset(self._heard)
