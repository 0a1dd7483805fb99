"""A meeting's page that is older than the meeting: what is pressed on it is asked about, where somebody else has moved
the meeting since. The form carries along at which time it was looked at."""

from __future__ import annotations

from collections.abc import Mapping

from server.store import Planned

DIGITS = 11
"""Of the seconds until the year 5138; what has more is no time that one could have looked at."""


def seen_at(meeting: Planned, fields: Mapping[str, str]) -> float:
    """UTC, in seconds since 1970; of a page that does not say it, as it is."""
    said = fields.get("seen", "")
    return float(said) if said.isdecimal() and len(said) <= DIGITS else meeting.starts_at


def mark(meeting: Planned) -> str:
    """As a form has it: meetings begin at whole minutes."""
    return f"{meeting.starts_at:.0f}"


def moved_since(meeting: Planned, fields: Mapping[str, str]) -> bool:
    """What is cancelled says so by itself."""
    return not meeting.cancelled and mark(meeting) != f"{seen_at(meeting, fields):.0f}"
