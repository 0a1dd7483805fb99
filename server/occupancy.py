"""One server a data folder. Two would take its sessions from each other without end.

A lock on a file in the folder says so. The kernel keeps it, and releases it however the process ends; the file itself
stays and means nothing. `restarea open` needs no lock: it only adds to the database. May import the standard library
only, so that the doctor may use it.
"""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

LOCK = "server.lock"


class Occupied(OSError):
    """Another server runs on this data folder; `str()` says so in a sentence's words."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another server is running on the data folder {folder}")


def occupy(folder: Path) -> IO[bytes]:
    """Holds `folder`, made if need be, until what this returns is closed. Raises Occupied, or OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder / LOCK).open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise Occupied(folder) from None
    except BaseException:
        lock.close()
        raise
    return lock


def is_occupied(folder: Path) -> bool:
    """Whether a server runs on `folder`. Changes nothing. Raises OSError if it cannot be asked."""
    try:
        with (folder / LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except BlockingIOError:
        return True
    return False
