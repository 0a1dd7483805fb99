"""`restarea` in a process of its own, forked from a Python that has read the server's code already.

Of a server's start the reading costs a second and more of a processor, and a test run starts some fifty. All else is
as in a process of its own: its environment, its output, its signals, its end. As people start it, it is started in
tests/server/test_occupancy.py.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

_forks = get_context("forkserver")
_forks.set_forkserver_preload(["server.cli", "server.app"])


class WarmProcess:
    """What tests ask of an asyncio.subprocess.Process."""

    def __init__(
        self, process: ForkServerProcess, stdout: asyncio.StreamReader, pipe: asyncio.ReadTransport
    ) -> None:
        self._process, self.stdout, self._pipe = process, stdout, pipe
        self._ended: asyncio.Future[int] | None = None

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """None while it runs; of a killed one the signal's number, below zero."""
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()

    def terminate(self) -> None:
        self._process.terminate()

    async def wait(self) -> int:
        """As `returncode`, once it has ended; any number may wait. What it had said by then can still be read."""
        if self._ended is None:
            loop = asyncio.get_running_loop()
            self._ended = loop.create_future()
            loop.add_reader(self._process.sentinel, self._end, loop)
        return await asyncio.shield(self._ended)

    def _end(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.remove_reader(self._process.sentinel)
        self._process.join()
        self._close()
        assert self._ended is not None and self._process.exitcode is not None
        self._ended.set_result(self._process.exitcode)

    def _close(self) -> None:
        """Not left to the pipe's own end, which may come after the loop's: somebody that it forked may hold it too."""
        if self._pipe.is_closing():
            return
        pipe = self._pipe.get_extra_info("pipe")
        while said := pipe.read(65_536):  # None where nothing is there yet: it does not block
            self.stdout.feed_data(said)
        self._pipe.close()


async def start_warm(
    *words: str, env: Mapping[str, str], errors: Path, before: str = "", alone: bool = False
) -> WarmProcess:
    """`restarea WORDS` with this environment. What it complains of is written below what is in `errors`.

    `before` is Python that is run first. `alone`: in a session of its own, as a program that a shell has started.
    """
    reads, writes = os.pipe()
    process = _forks.Process(
        target=_be, args=(DupFd(writes), dict(env), str(errors), before, alone, words), daemon=True
    )
    await asyncio.to_thread(process.start)  # the first has to wait until all is read
    os.close(writes)
    stdout = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    pipe, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stdout), os.fdopen(reads, "rb", 0)
    )
    return WarmProcess(process, stdout, pipe)


def _be(
    stdout: Any, env: dict[str, str], errors: str, before: str, alone: bool, words: tuple[str, ...]
) -> None:
    """In the forked process: becomes `restarea WORDS`."""
    if alone:
        os.setsid()
    with Path(errors).open("ab", buffering=0) as log:
        os.dup2(log.fileno(), 2)
    os.dup2(stdout.detach(), 1)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["restarea", *words]
    if before:
        exec(before, {})
    from server.cli import main

    main()
