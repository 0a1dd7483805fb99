"""What is left of people who have gone: an hour's joins and leaves in a row, by the server's descriptors and memory.

Everyone comes by the link, takes a seat, connects, sends and leaves; half of them vanish without a word instead.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from server.rehearsal.peer import LightPeer
from tests.bench.table import Row, at_most, below
from tests.server.visitor import Visitor

FIRST, TIMES = 500, 300
"""A group of ten in which each comes and goes every two minutes, for an hour; after so many that the heap has grown to
what it keeps, which is told beside it."""


async def rows(url: str, link: str, pid: int, figures: Callable[[], Awaitable[dict[str, Any]]]) -> list[Row]:
    """One person of the session `link` leads to, again and again."""
    person = Visitor(url, link)
    seen: list[tuple[int, float]] = []
    for number in range(FIRST + TIMES + 1):
        if number in (1, FIRST, FIRST + TIMES):
            seen.append((descriptors(pid), (await figures())["rss_kb"] / 1024))
        await person.enter("Comes and goes")
        await person.connect()
        peer = await person.media()
        assert isinstance(peer, LightPeer)
        await peer.burst(20)
        if number % 2:
            await person.do("leave")
        await peer.close(goodbye=bool(number % 2))
        await person.disconnect()
    first, before, now = seen
    return [
        at_most(f"descriptors more after {TIMES} joins and leaves", now[0] - before[0], 0, "", 0),
        below("resident memory more after them", now[1] - before[1], 1, "MB", 2),
        Row(f"   and after the {FIRST} before them", f"{before[1] - first[1]:.2f} MB"),
    ]


def descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
