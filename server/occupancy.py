"""One server a data folder. Two would take its sessions from each other without end.

A lock on a file in the folder says so. The kernel keeps it, and releases it however the process ends; the file itself
stays and means nothing; only whoever holds it may remove it. `restarea open` needs no lock: it only adds to the
database. May import the standard library only, so that the doctor may use it.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import IO

LOCK = "server.lock"
TRIES = 10
"""A tenth of a second in all: to ask whether a folder is held takes its lock for a moment."""


class Occupied(OSError):
    """Another server runs on this data folder; `str()` says so in a sentence's words."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another server is running on the data folder {folder}")


def occupy(folder: Path) -> IO[bytes]:
    """Holds `folder`, made if need be, until what this returns is closed. Raises Occupied, or OSError."""
    for _ in range(TRIES):
        with suppress(FileNotFoundError):  # whoever held it has just removed the folder, too
            _make(folder)
            lock = (folder / LOCK).open("ab")
            try:
                if _take(lock, fcntl.LOCK_EX) and _stands(lock, folder):
                    return lock
            except BaseException:
                lock.close()
                raise
            lock.close()
        sleep(0.01)
    raise Occupied(folder)


def _make(folder: Path) -> None:
    """Raises FileNotFoundError where it was there and goes at this moment."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        if any(os.path.lexists(one) and not one.is_dir() for one in (folder, *folder.parents)):
            raise  # no folder: a file, or a link to nowhere
        raise FileNotFoundError from None


def _stands(lock: IO[bytes], folder: Path) -> bool:
    """Not so where whoever held the folder has just removed the file: another may hold the next of that name.
    Raises FileNotFoundError: nobody does yet."""
    return os.path.samestat(os.fstat(lock.fileno()), (folder / LOCK).stat())


def _take(lock: IO[bytes], how: int) -> bool:
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_occupied(folder: Path) -> bool:
    """Whether a server runs on `folder`. Changes nothing. Raises OSError if it cannot be asked."""
    try:
        with (folder / LOCK).open("rb") as lock:
            return not _take(lock, fcntl.LOCK_SH)
    except (FileNotFoundError, NotADirectoryError):
        return False
