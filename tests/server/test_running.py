"""What is done for each session again and again: what fails of one holds up no other, and is said once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from structlog.testing import capture_logs

from facilitation.vocabulary import Stage
from server.house import House
from server.media.plane import Plane
from server.running import Running
from server.settings import Settings
from server.store import Store
from tests.waiting import turns


class Broken:
    session = "0123"
    broken = True

    @property
    def state(self) -> Any:
        if self.broken:
            raise RuntimeError
        return SimpleNamespace(stage=Stage.ENDED)


def test_facts_that_cannot_be_told_are_said_once_until_they_can() -> None:
    room: Any = Broken()
    running, plane = Running(room), cast(Any, None)
    with capture_logs() as lines:
        for room.broken in (True, True, False, True):
            running.tell_facts(plane)
    said = {"event": "facts_failed", "log_level": "error", "room": "0123", "reason": "RuntimeError"}
    assert lines == [said, said]


class Measured:
    """A room of which something is kept; its speech can be taken, or cannot."""

    state = SimpleNamespace(stage=Stage.RUNNING)
    closed = False
    clock = SimpleNamespace(now=lambda: 1000)

    def __init__(self, session: str, broken: bool) -> None:
        self.session, self.broken, self.taken = session, broken, 0
        self.measure = self

    async def take(self) -> None:
        if self.broken:
            raise ZeroDivisionError("Marguerite")
        await turns()  # the other has failed by now
        self.taken += 1


@pytest.mark.parametrize("broken", ["first", "second"])
async def test_a_room_whose_speech_cannot_be_taken_ends_no_beat_and_is_counted_and_said_once(
    tmp_path: Path, broken: str
) -> None:
    store = await Store.open(None)
    house = House(Settings(data_dir=tmp_path), store, Plane())
    rooms = [Measured(session, session == broken) for session in ("first", "second")]
    house._running = {one.session: Running(cast(Any, one), failures=house.failures) for one in rooms}
    with capture_logs() as lines:
        for _ in range(2):
            await house._beat()
    assert {one.session: one.taken for one in rooms} == {"first": 2, "second": 2} | {broken: 0}
    assert house.failures == {"facts": 0, "speech": 2}
    reason = "ZeroDivisionError"
    assert lines == [{"event": "speech_failed", "log_level": "error", "room": broken, "reason": reason}]
    await store.close()
