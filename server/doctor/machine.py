"""The clock, the disk, the data folder and the built pages of this machine.

May import the standard library and server.occupancy only.
"""

from __future__ import annotations

import ctypes
import errno
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from server.doctor.findings import Bytes, Finding, Level, found
from server.occupancy import is_occupied

# No correct clock shows a time before this program was written.
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)
SCARCE_BYTES = 500 * 1024**2
FULL_BYTES = 50 * 1024**2
SLACK = timedelta(minutes=1)
ALONE = "folder"


def kernel_keeps_clock() -> bool | None:
    """Does the kernel say that its clock is synchronised (adjtimex(2))? None where it cannot be asked."""
    time_error = 5
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        # struct timex with modes = 0 only reads; it is smaller than this on every architecture.
        state = libc.adjtimex(ctypes.create_string_buffer(1024))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else bool(state != time_error)


def last_written(folder: Path) -> datetime | None:
    """When something was last written to the database in `folder`; None if there is none."""
    times = []
    for name in ("restarea.db", "restarea.db-wal"):
        with suppress(OSError, OverflowError, ValueError):
            times.append(datetime.fromtimestamp((folder / name).stat().st_mtime, UTC))
    return max(times, default=None)


def judge_clock(now: datetime, kept: bool | None, written: datetime | None = None) -> Finding:
    """Is the clock right? `kept`: whether something keeps it so, None if unknown. `written`: when the database was last
    written, by what the clock said then."""
    about = "clock"
    if now < WRITTEN:
        return found(Level.PROBLEM, about, "clock-before", "clock-before", now=now)
    if written is not None and written - now > SLACK:
        return found(Level.WARNING, about, "clock-behind", "clock-behind", now=now, written=written)
    if kept is None:
        return found(Level.FINE, about, "clock-shows", now=now)
    if not kept:
        return found(Level.WARNING, about, "clock-unkept", "clock-unkept", now=now)
    return found(Level.FINE, about, "clock-kept", now=now)


def check_folder(folder: Path) -> Finding:
    """Can sessions be written to `folder`, or to where it will be made, and is there room?"""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        # Tried, and not asked: in /proc root may do everything, and yet nothing can be made there.
        with TemporaryDirectory(prefix=".restarea-", dir=place):
            pass
    except OSError as error:
        if error.errno != errno.ENOSPC:  # a full one is another matter
            said = "disk-not-writable"
            return found(Level.PROBLEM, "disk", said, said, place=str(place))
    return judge_space(shutil.disk_usage(place).free, folder)


def judge_space(free_bytes: int, folder: Path) -> Finding:
    """Is `free_bytes` enough for the database in `folder`?"""
    free, where = Bytes(free_bytes), str(folder)
    if free_bytes < FULL_BYTES:
        return found(Level.PROBLEM, "disk", "disk-full", "disk-full", free=free, folder=where)
    if free_bytes < SCARCE_BYTES:
        return found(Level.WARNING, "disk", "disk-scarce", "disk-scarce", free=free, folder=where)
    return found(Level.FINE, "disk", "disk-fine", free=free, folder=where)


def check_alone(folder: Path) -> Finding:
    """Does no server run on `folder` already?"""
    where = str(folder)
    try:
        occupied = is_occupied(folder)
    except OSError as error:
        said, reason = "folder-unknown", str(error.strerror)
        return found(Level.WARNING, ALONE, said, said, folder=where, reason=reason)
    if not occupied:
        return found(Level.FINE, ALONE, "folder-free", folder=where)
    return found(Level.WARNING, ALONE, "folder-served", "folder-served", folder=where)


def judge_forwarding(engine: str) -> Finding:
    """Which loop forwards: `engine` is its name."""
    if engine != "Python":
        return found(Level.FINE, "forwarding", "forwarding-compiled", engine=engine)
    return found(Level.FINE, "forwarding", "forwarding-python", "forwarding-python")


def judge_workers(workers: int, cores: int) -> Finding:
    """How many processes forward beside the server's own, on a machine of so many cores?"""
    if workers == 0:
        return found(Level.FINE, "workers", "workers-none")
    if workers > cores:
        said = "workers-many"
        return found(Level.WARNING, "workers", said, said, workers=workers, cores=cores)
    return found(Level.FINE, "workers", "workers-some", workers=workers)


def check_pages(static: Path) -> Finding:
    """Are the pages' built scripts there?"""
    if (static / "manifest.json").is_file():
        return found(Level.FINE, "pages", "pages-built")
    return found(Level.PROBLEM, "pages", "pages-not-built", "pages-not-built")
