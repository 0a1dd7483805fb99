"""When the last backup was made. May import the standard library only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.doctor.findings import Finding, Level, found

ABOUT = "backup"
LAST = "last-backup"
"""The file, in the data folder, in which `restarea backup` leaves the day."""
OLD = timedelta(days=8)
"""Once a week, and a day's grace."""


def check_backup(folder: Path, now: datetime) -> Finding:
    if not (folder / "restarea.db").exists():
        return found(Level.FINE, ABOUT, "backup-not-needed")
    made = last_backup(folder)
    if made is None:
        return found(Level.WARNING, ABOUT, "backup-never", "backup", folder=str(folder))
    if now - made > OLD:
        return found(Level.WARNING, ABOUT, "backup-last", "backup", day=made.date())
    return found(Level.FINE, ABOUT, "backup-last", day=made.date())


def last_backup(folder: Path) -> datetime | None:
    """The day; None: never, as far as anybody knows."""
    try:
        return datetime.strptime((folder / LAST).read_text("ascii").strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None
