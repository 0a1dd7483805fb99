"""`restarea demo`: a server, a session in compressed time, and a rehearsal group in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from server.app import Server, when_told_to_stop
from server.occupancy import is_occupied
from server.opening import Links, open_session
from server.settings import Settings


async def rehearse(
    settings: Settings, format_text: str, members: int, speed: float, seed: int, language: str
) -> None:
    """Runs until SIGTERM or SIGINT. Raises OSError if the server cannot start.

    Beside a server that runs on the data folder it keeps its session, which nobody needs later, in a folder of its own.
    """
    if not is_occupied(settings.data_dir):
        await _rehearse(settings, format_text, members, speed, seed, language)
        return
    with TemporaryDirectory(prefix="restarea-") as own:
        there = settings.model_copy(update={"data_dir": Path(own)})
        await _rehearse(there, format_text, members, speed, seed, language)


async def _rehearse(
    settings: Settings, format_text: str, members: int, speed: float, seed: int, language: str
) -> None:
    told = asyncio.Event()
    when_told_to_stop(told.set)
    server = Server(settings)
    await server.start()
    group: asyncio.subprocess.Process | None = None
    links: Links | None = None
    store = server.house.store
    try:
        before = len(await store.sessions())
        links = await open_session(store, format_text, server.url, speed=speed, members=members + 4)
        group = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "server.rehearsal",
            "--members", str(members), "--speed", str(speed), "--seed", str(seed), "--language", language,
            stdin=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert group.stdin is not None
        group.stdin.write(links.join.encode())
        group.stdin.close()
        print(_welcome(links, members, speed, goes_on=before > 0), flush=True)
        over = asyncio.create_task(_is_over(group, told))
        await told.wait()
        over.cancel()
    finally:
        if group is not None and group.returncode is None:
            group.terminate()
            await group.wait()
        if links is not None:
            await store.end_session(links.session)
        await server.stop()


async def _is_over(group: asyncio.subprocess.Process, told: asyncio.Event) -> None:
    """The group goes home when the session has ended; Ctrl-C sends it home, too."""
    await group.wait()
    if told.is_set():
        return
    print("The rehearsal is over. Ctrl-C, and start it again for another.\n", flush=True)


def _welcome(links: Links, members: int, speed: float, *, goes_on: bool) -> str:
    older = "\nA session that had not ended goes on in the pages that are open. This is a new one.\n"
    return (older if goes_on else "") + (
        f"\nA rehearsal group of {members} is arriving; a minute of the form takes {60 / speed:.0f} seconds.\n\n"
        f"  to lead it   {links.lead}   (a second person who opens it leads along)\n"
        f"  to join it   {links.join}\n\n"
        "Open one of them in a browser; for both, take a private window for the second. Ctrl-C ends the rehearsal.\n"
    )
