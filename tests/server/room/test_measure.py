"""A server that is stopped in the middle of a heartbeat: no speech is lost under the mark that nothing is missing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from facilitation.course import UNMEASURED
from facilitation.vocabulary import Keeping
from server.clock import SessionClock
from server.room.measure import UNTOLD_MS, Measure
from tests.waiting import turns

Spans = list[tuple[int, int, int]]
SPEAKING = (2, 20_000, 21_000)
TOLD_MS, NOW_MS = 29_000, 30_000
LOST_SINCE_MS = TOLD_MS - UNTOLD_MS


class Slow:
    """A plane and a disk, of which one takes its time, once: what it was given is gone by then."""

    def __init__(self, waits: str) -> None:
        self.waits = waits
        self.said = [SPEAKING]
        self.saved: Spans = []

    async def _answer_of(self, which: str) -> None:
        if self.waits == which:
            self.waits = ""
            await asyncio.Event().wait()

    async def spoken(self, room: str, *, rest: bool = False) -> Spans:
        said, self.said = self.said, []
        await self._answer_of("plane")
        return said

    async def add_speech(self, session: str, spans: Spans) -> None:
        await self._answer_of("disk")
        self.saved += spans


@pytest.mark.parametrize(
    ("waits", "first"), [("plane", (UNMEASURED, LOST_SINCE_MS, NOW_MS)), ("disk", SPEAKING)]
)
async def test_what_a_stop_cuts_short_is_saved_or_said_to_be_missing(
    waits: str, first: tuple[int, int, int]
) -> None:
    slow: Any = Slow(waits)
    measure = Measure(
        "circle", Keeping.AGGREGATE, "2026-11", slow, slow, SessionClock(NOW_MS, lambda: NOW_MS)
    )
    measure._told_ms = TOLD_MS
    beat = asyncio.create_task(measure.take())
    await turns()
    beat.cancel()
    await asyncio.gather(beat, return_exceptions=True)
    assert slow.saved == []
    await measure.stop()
    assert slow.saved == [first, (UNMEASURED, NOW_MS, NOW_MS)]
