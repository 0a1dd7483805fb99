"""Has something made in a process of its own: what takes longer than a voice may wait.

Both sides pickle, for each other and nobody else: what they pass is made by this server.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any

LONGEST_S = 60


class NotMade(Exception):
    """It could not be made. The message says of what kind the fault was, and nothing of what it was made of."""


def give_way() -> None:
    """On a machine with one core a voice goes before an export: this process takes what others leave of it."""
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    else:
        os.nice(10)


def command(module: str) -> tuple[str, ...]:
    return (
        sys.executable,
        "-c",
        f"from {__name__} import give_way; give_way(); from {module} import main; main()",
    )


async def elsewhere(module: str, sources: object) -> Any:
    """What the module's `main`, which calls `answer`, makes of the sources. Raises NotMade."""
    child = await asyncio.create_subprocess_exec(
        *command(module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(LONGEST_S):
            written, fault = await child.communicate(pickle.dumps(sources))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        raise NotMade(fault.decode("ascii", "replace").rpartition("\n")[2])
    return pickle.loads(written)


def answer(make: Callable[[Any], object]) -> None:
    """In the other process: reads the sources, and writes what is made of them."""
    try:
        made = make(pickle.load(sys.stdin.buffer))
    except Exception as error:  # its words may repeat what it could not read
        sys.stderr.write(type(error).__name__)
        sys.exit(1)
    sys.stdout.buffer.write(pickle.dumps(made))
