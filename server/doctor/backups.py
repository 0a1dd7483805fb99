"""When the last backup was made. May import the standard library only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.doctor.findings import Finding, Level

SUBJECT = "backup"
LAST = "last-backup"
"""The file, in the data folder, in which `restarea backup` leaves the day."""
OLD = timedelta(days=8)
"""Once a week, and a day's grace."""
ADVICE = (
    "`restarea backup FILE` makes one while the server runs; docs/operating.md says how to do it each night."
)


def check_backup(folder: Path, now: datetime) -> Finding:
    if not (folder / "restarea.db").exists():
        return Finding(Level.FINE, SUBJECT, "There is no database yet, so none is needed.")
    made = last_backup(folder)
    if made is None:
        return Finding(
            Level.WARNING, SUBJECT, f"None of {folder} was ever made by `restarea backup`.", ADVICE
        )
    if now - made > OLD:
        return Finding(Level.WARNING, SUBJECT, f"The last one was made on {made:%d %B %Y}.", ADVICE)
    return Finding(Level.FINE, SUBJECT, f"The last one was made on {made:%d %B %Y}.")


def last_backup(folder: Path) -> datetime | None:
    """The day; None: never, as far as anybody knows."""
    try:
        return datetime.strptime((folder / LAST).read_text("ascii").strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None
