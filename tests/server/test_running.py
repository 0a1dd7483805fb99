"""What is told of a session five times a second: one that cannot be told holds up no other, and is said once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from structlog.testing import capture_logs

from facilitation.vocabulary import Stage
from server.running import Running


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
