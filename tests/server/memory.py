"""A store that keeps everything in a dict, and a plane that only writes down what it is told: for virtual-clock tests.

The store answers as `server.store.Store` does; tests/server/store holds both to the same contract where they overlap.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from server.store import Expected, Fenced, Kept, NotSaved
from tests.waiting import turns


class MemoryStore:
    def __init__(self, journal: list[Any] | None = None) -> None:
        self.journal: list[Any] = [] if journal is None else journal
        self.lines: list[bytes] = []
        self.kept: dict[tuple[int, str], bytes] = {}
        self.reached = 0
        self.fencing = 0
        self.broken = False
        self.ended = False
        self.earlier: dict[int, int] = {}
        self.presented: tuple[int, ...] | None = None

    async def acquire(self, session: str) -> int:
        self.fencing += 1
        return self.fencing

    async def load(self, session: str) -> tuple[list[bytes], int]:
        return list(self.lines), self.reached

    async def append(
        self, session: str, fencing: int, version: int, events: Sequence[bytes], at_ms: int, kept: Kept | None
    ) -> None:
        await turns()
        if fencing != self.fencing or self.ended:  # with its end the log is destroyed
            raise Fenced
        if self.broken:
            raise NotSaved
        assert version == len(self.lines)
        self.journal.append(("commit", len(events)))
        self.lines += events
        self.reached = max(self.reached, at_ms)
        if kept is not None:
            self.kept[kept.seat, kept.command_id] = kept.answer
            if kept.forgets is not None:
                del self.kept[kept.seat, kept.forgets]

    async def answers(self, session: str) -> dict[tuple[int, str], bytes]:
        return dict(self.kept)

    async def names(self, session: str) -> dict[int, str]:
        return {}

    async def plates(self, session: str) -> dict[int, str]:
        return {}

    async def date_session(self, session: str, opened_at: float) -> None:
        """Nobody asks here when it was."""

    async def presented_earlier(self, session: str) -> dict[int, int]:
        return self.earlier

    async def expected(self, session: str) -> Expected:
        return Expected()

    async def remove(self, session: str, seat: int) -> None:
        self.journal.append(("remove", seat))

    async def end_session(
        self, session: str, presented: Iterable[int] = (), *left: object, begun: bool = True
    ) -> None:
        self.ended = True
        self.presented = tuple(presented)
        self.kept.clear()


class WrittenPlane:
    """Obeys at once, unless `stuck`."""

    def __init__(self, journal: list[Any]) -> None:
        self.journal = journal
        self.stuck = False
        self.reach: Mapping[int, Any] = {}
        self.slots: Mapping[int, int] | None = None
        self.on_reach: Callable[[], None] = lambda: None

    def open_room(self, room: str, seats: int, slots: int | None = None) -> None: ...

    async def close_room(self, room: str) -> None:
        self.reach = {}

    async def set_reach(
        self, room: str, reach: Mapping[int, Any], slots: Mapping[int, int] | None = None
    ) -> None:
        if self.stuck:
            await asyncio.Event().wait()
        self.reach, self.slots = reach, slots
        self.journal.append(("reach", {seat: sorted(r.audio) for seat, r in sorted(reach.items())}))

    async def drop(self, room: str, seat: int) -> None:
        self.journal.append(("drop", seat))

    def silence(self, room: str) -> None:
        self.reach = {}
        self.journal.append(("silence",))


class Page:
    """An outlet that keeps what it was sent, and writes down its events where a journal is given."""

    def __init__(self, journal: list[Any] | None = None) -> None:
        self.journal: list[Any] = [] if journal is None else journal
        self.got: list[tuple[str, dict[str, Any]]] = []
        self.closed = False
        self.asked: list[Callable[[bool], None]] = []

    def ask_there(self, tell: Callable[[bool], None]) -> None:
        self.asked.append(tell)

    def send(self, event: str, message: dict[str, Any]) -> None:
        self.got.append((event, message))
        self.journal.append((event,))

    def close(self) -> None:
        self.closed = True

    def news(self) -> list[dict[str, Any]]:
        return [message for event, message in self.got if event == "news"]
