"""How loud a seat is and whether it speaks, from the level that clients put on each packet (RFC 6464).

The level comes from the client: fit for the screen and the structure record, never for authorisation.
Coarse on purpose. Imports nothing but the standard library.
"""

from __future__ import annotations

from collections import deque

SILENT_DBOV = 127  # levels are -dBov: 0 is the loudest, 127 digital silence
NOTHING_DBOV = 100
"""Quieter than this is not a room with a person in it but a microphone that gives nothing."""
SPEAKS_DBOV = 45
WINDOW_MS = 200
# Gaps between words and the concealment of a lost packet do not end a turn of speech.
HOLD_MS = 400

_STEP_MS = 20
_STEPS = WINDOW_MS // _STEP_MS
_FEWEST = 3  # steps with sound before a click counts as a voice


class Speech:
    """The level of one seat over the last 200 ms."""

    __slots__ = ("_levels", "_speech_ms", "_sum", "sounds")

    def __init__(self) -> None:
        self._levels: deque[tuple[int, int]] = deque()  # which 20 ms of the clock, and the last level of them
        self._sum = 0  # of these levels: a busy room has some hundred packets a second
        self._speech_ms: int | None = None
        self.sounds = 0
        """Packets so far with any sound in them: in a mean of the last 200 ms a short one is lost among silent ones."""

    def heard(self, level: int, now_ms: int) -> None:
        """Note the level of one audio packet, 0..127 -dBov."""
        self.sounds += level < NOTHING_DBOV
        step, levels = now_ms // _STEP_MS, self._levels
        self._forget(step)
        if levels and levels[-1][0] == step:
            self._sum -= levels.pop()[1]
        levels.append((step, level))
        self._sum += level
        if level <= SPEAKS_DBOV and len(levels) >= _FEWEST and self._sum <= SPEAKS_DBOV * len(levels):
            self._speech_ms = now_ms

    def level(self, now_ms: int) -> int:
        """The mean over the last 200 ms in -dBov; 127 when nothing arrived."""
        self._forget(now_ms // _STEP_MS)
        return self._sum // len(self._levels) if self._levels else SILENT_DBOV

    def speaking(self, now_ms: int) -> bool:
        """Whether the seat speaks, or spoke within the last 400 ms."""
        return self._speech_ms is not None and now_ms - self._speech_ms <= HOLD_MS

    def _forget(self, step: int) -> None:
        levels = self._levels
        while levels and levels[0][0] <= step - _STEPS:
            self._sum -= levels.popleft()[1]
