"""A process that the tests start leaves nothing open, whoever still holds its output."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from tests.warm import start_warm

FORKS = """
import os, signal
os.write(1, b"said by then")
if os.fork() == 0:
    signal.pause()
os._exit(3)
"""


async def test_once_it_has_ended_its_output_is_read_and_closed(tmp_path: Path) -> None:
    """Also where one that it forked goes on and holds the pipe."""
    process = await start_warm(env=os.environ, errors=tmp_path / "errors", before=FORKS, alone=True)
    try:
        assert await asyncio.wait_for(process.wait(), 30) == 3
        assert await asyncio.wait_for(process.stdout.read(), 5) == b"said by then"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
