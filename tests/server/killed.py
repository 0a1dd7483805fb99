"""A server that is killed (SIGKILL, by itself) at one chosen moment of its nth commit. Run by test_kill.py.

usage: killed.py DATA_DIR PORT before|between|after|unnoted|never NTH PREFIX

Counted are the commits that answer a command whose id begins with PREFIX; for `unnoted` the seats that were taken, in
the log, and of which it is now to be noted whose they are.

When people may come it prints, as JSON, whom each seat hears in the media plane.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from server import logs
from server.app import Server, serve_until_told
from server.settings import Settings
from server.store import Store


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def doom(store: Any, moment: str, nth: int, prefix: str) -> None:
    """Lets `store` live through `nth` - 1 of the commits that count."""
    append = store.append
    count = 0

    async def doomed(*commit: Any) -> None:
        nonlocal count
        kept = commit[-1]
        counts = kept is not None and kept.command_id.startswith(prefix)
        count += counts
        now = counts and count == nth
        if now and moment == "before":
            die()
        await append(*commit)
        if now and moment == "between":
            die()
        if now and moment == "after":
            asyncio.get_running_loop().call_later(0.03, die)

    noted = store.seat

    async def unnoted(person: str, seat: int) -> None:
        nonlocal count
        count += moment == "unnoted"
        if count == nth and moment == "unnoted":
            die()
        await noted(person, seat)

    store.append, store.seat = doomed, unnoted


async def main(folder: str, port: str, moment: str, nth: str, prefix: str) -> None:
    settings = Settings(data_dir=Path(folder), host="127.0.0.1", port=int(port), media_port=0)
    store = await Store.open(settings.data_dir / "restarea.db")
    doom(store, moment, int(nth), prefix)
    server = Server(settings, store)

    def started() -> None:
        rooms = [running.room for running in server.house._running.values()]
        print(
            json.dumps({seat: sorted(r.audio) for room in rooms for seat, r in room.reach.items()}),
            flush=True,
        )

    await serve_until_told(server, started)


if __name__ == "__main__":
    logs.configure()
    asyncio.run(main(*sys.argv[1:]))
