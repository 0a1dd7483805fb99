"""The clock, the disk, the data folder and the built pages of this machine.

May import the standard library and server.occupancy only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.doctor.findings import Finding, Level
from server.occupancy import is_occupied

# No correct clock shows a time before this program was written.
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)
SCARCE_BYTES = 500 * 1024**2
FULL_BYTES = 50 * 1024**2
SLACK = timedelta(minutes=1)
ALONE = "data folder"


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
    subject = "clock"
    if now < WRITTEN:
        return Finding(
            Level.PROBLEM,
            subject,
            f"It shows {now:%d %B %Y}, which is before this program was written.",
            "Set it, and let an NTP client such as chrony keep it right.",
        )
    if written is not None and written - now > SLACK:
        return Finding(
            Level.WARNING,
            subject,
            f"It shows {now:%d %B %Y, %H:%M} UTC, and the database was last written at {written:%d %B %Y, %H:%M}: "
            "it is behind now, or was ahead then.",
            "Compare it with a watch, set it, and let an NTP client such as chrony keep it right.",
        )
    if kept is None:
        return Finding(Level.FINE, subject, f"It shows {now:%d %B %Y, %H:%M} UTC; compare it with a watch.")
    if not kept:
        return Finding(
            Level.WARNING,
            subject,
            f"It shows {now:%d %B %Y, %H:%M} UTC, but nothing keeps it right.",
            "Install an NTP client such as chrony: a wrong clock makes links expire at the wrong time.",
        )
    return Finding(Level.FINE, subject, f"It shows {now:%d %B %Y, %H:%M} UTC and is kept right.")


def check_folder(folder: Path) -> Finding:
    """Can sessions be written to `folder`, or to where it will be made, and is there room?"""
    subject = "disk"
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Finding(
            Level.PROBLEM,
            subject,
            f"{place} is no folder that this user may write to.",
            "Choose another, or give access.",
        )
    return judge_space(shutil.disk_usage(place).free, folder)


def judge_space(free_bytes: int, folder: Path) -> Finding:
    """Is `free_bytes` enough for the database in `folder`?"""
    subject = "disk"
    free = f"{free_bytes / 1024**3:.1f} GB are free in {folder}"
    if free_bytes < FULL_BYTES:
        return Finding(Level.PROBLEM, subject, f"Only {free}: sessions could not be kept.", "Make room.")
    if free_bytes < SCARCE_BYTES:
        return Finding(Level.WARNING, subject, f"Only {free}.", "Make room soon.")
    return Finding(Level.FINE, subject, f"{free}.")


def check_alone(folder: Path) -> Finding:
    """Does no server run on `folder` already?"""
    subject = ALONE
    try:
        occupied = is_occupied(folder)
    except OSError as error:
        return Finding(
            Level.WARNING,
            subject,
            f"It cannot be told whether a server is running on {folder}: {error.strerror}.",
            "Run this as the user who runs the server.",
        )
    if not occupied:
        return Finding(Level.FINE, subject, f"No server is running on {folder}.")
    return Finding(
        Level.WARNING,
        subject,
        f"A server is running on {folder}.",
        "That is as it should be if it is yours; another needs a RESTAREA_DATA_DIR of its own.",
    )


def judge_forwarding(engine: str) -> Finding:
    """Which loop forwards: `engine` is its name."""
    subject = "forwarding"
    if engine != "Python":
        return Finding(Level.FINE, subject, f"It is done in {engine}.")
    return Finding(
        Level.FINE,
        subject,
        "It is done in Python. That is enough for a few groups at a time; in C a packet costs about a quarter less.",
        "For that, install a C compiler and then restarea anew (without RESTAREA_NO_EXTENSIONS).",
    )


def judge_workers(workers: int, cores: int) -> Finding:
    """How many processes forward beside the server's own, on a machine of so many cores?"""
    subject = "media workers"
    if workers == 0:
        return Finding(Level.FINE, subject, "The server forwards by itself, on one core.")
    count = "One process forwards" if workers == 1 else f"{workers} processes forward"
    if workers > cores:
        return Finding(
            Level.WARNING,
            subject,
            f"{count}, and there is no more than {'one core' if cores == 1 else f'{cores} cores'}.",
            "Set RESTAREA_MEDIA_WORKERS to the number of cores or less.",
        )
    return Finding(Level.FINE, subject, f"{count}, each on a port of its own.")


def check_pages(static: Path) -> Finding:
    """Are the pages' built scripts there?"""
    if (static / "manifest.json").is_file():
        return Finding(Level.FINE, "pages", "They are built.")
    return Finding(
        Level.PROBLEM,
        "pages",
        "They are not built, so browsers would show an empty page.",
        "`make client`, or reinstall.",
    )
