"""How loud a seat is and whether it speaks, from the level that clients put on each packet (RFC 6464).

The level comes from the client: fit for the screen and the structure record, never for authorisation.
Coarse on purpose. Imports nothing but the standard library.
"""

from __future__ import annotations

SILENT_DBOV = 127  # levels are -dBov: 0 is the loudest, 127 digital silence
SPEAKS_DBOV = 45
WINDOW_MS = 200
# Gaps between words and the concealment of a lost packet do not end a turn of speech.
HOLD_MS = 400

_STEP_MS = 20
_STEPS = WINDOW_MS // _STEP_MS
_FEWEST = 3  # steps with sound before a click counts as a voice


class Speech:
    """The level of one seat over the last 200 ms."""

    __slots__ = ("_levels", "_speech_ms", "_steps")

    def __init__(self) -> None:
        self._levels = [SILENT_DBOV] * _STEPS
        self._steps = [-_STEPS] * _STEPS  # which 20 ms of the clock each level belongs to
        self._speech_ms: int | None = None

    def heard(self, level: int, now_ms: int) -> None:
        """Note the level of one audio packet, 0..127 -dBov."""
        step = now_ms // _STEP_MS
        self._levels[step % _STEPS] = level
        self._steps[step % _STEPS] = step
        if level <= SPEAKS_DBOV:
            present = self._present(now_ms)
            if len(present) >= _FEWEST and sum(present) <= SPEAKS_DBOV * len(present):
                self._speech_ms = now_ms

    def level(self, now_ms: int) -> int:
        """The mean over the last 200 ms in -dBov; 127 when nothing arrived."""
        present = self._present(now_ms)
        return sum(present) // len(present) if present else SILENT_DBOV

    def speaking(self, now_ms: int) -> bool:
        """Whether the seat speaks, or spoke within the last 400 ms."""
        return self._speech_ms is not None and now_ms - self._speech_ms <= HOLD_MS

    def _present(self, now_ms: int) -> list[int]:
        oldest = now_ms // _STEP_MS - _STEPS
        return [level for level, step in zip(self._levels, self._steps, strict=True) if step > oldest]
