"""A server that is killed (SIGKILL, by itself) at one chosen moment of its nth commit. Run by test_kill.py.

Counted are the commits that answer a command whose id begins with `prefix`; for the moment `unnoted` the seats that
were taken, in the log, and of which it is now to be noted whose they are.
"""

from __future__ import annotations

import asyncio
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from server import logs, wire
from server.app import Server, serve_until_told
from server.settings import Settings
from server.store import Entry, Store


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def doom(store: Any, moment: str, nth: int, prefix: str) -> None:
    """Lets `store` live through `nth` - 1 of the commits that count."""
    append = store.append
    count = 0
    counting = {wire.kept_id(f"{prefix}{step}") for step in ("last", *range(100))}

    async def doomed(*commit: Any) -> None:
        nonlocal count
        kept = commit[-1]
        counts = kept is not None and kept.command_id in counting
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

    async def unnoted(person: str, seat: int, entry: Entry) -> bool:
        nonlocal count
        count += moment == "unnoted"
        if count == nth and moment == "unnoted":
            die()
        return bool(await noted(person, seat, entry))

    store.append, store.seat = doomed, unnoted


async def serve(folder: Path, port: int, moment: str, nth: int, prefix: str, tell: Connection) -> None:
    settings = Settings(data_dir=folder, host="127.0.0.1", port=port, media_port=0)
    store = await Store.open(settings.data_dir / "restarea.db")
    doom(store, moment, nth, prefix)
    server = Server(settings, store)

    def started() -> None:
        rooms = [running.room for running in server.house._running.values()]
        tell.send({str(seat): sorted(r.audio) for room in rooms for seat, r in room.reach.items()})

    await serve_until_told(server, started)


def run(folder: Path, port: int, moment: str, nth: int, prefix: str, tell: Connection) -> None:
    """A whole process: dies before|between|after|unnoted the `nth` commit, or never.

    When people may come it tells whom each seat hears in the media plane, by seat.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    logs.configure()
    asyncio.run(serve(folder, port, moment, nth, prefix, tell))
