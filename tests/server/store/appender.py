"""Appends to a log until it is killed, and says what was acknowledged. Run by test_kills.py.

usage: appender.py DATABASE SESSION; prints a line `<version> <lines>` after each append
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from server.store import Kept, Store


async def main(path: str, session: str) -> None:
    store = await Store.open(Path(path))
    fencing = await store.acquire(session)
    version = await store.log_length(session)
    while True:
        lines = [b"event %d" % (version + step) for step in range(1 + version % 3)]
        await store.append(session, fencing, version, lines, version, Kept(1, f"id{version}", b"answer"))
        print(version, len(lines), flush=True)
        version += len(lines)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
