"""Time zones by their IANA names, as a browser says its own. Imports the standard library only."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

_NAME = re.compile(r"(?!posix/|right/)[A-Za-z][A-Za-z0-9_+-]{1,30}(/[A-Za-z0-9_+-]{1,30}){0,2}")


def zone_of(name: str) -> ZoneInfo | None:
    """None if this machine knows none of that name."""
    try:
        return ZoneInfo(name) if _NAME.fullmatch(name) else None
    except (ValueError, LookupError, OSError):
        return None
