"""A meeting as an entry for people's calendars (RFC 5545, RFC 5546). Times are in UTC, which every calendar shows in
its reader's own zone. The only importer of icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from icalendar import Calendar, Event, vCalAddress

Method = Literal["REQUEST", "CANCEL"]


def entry(
    meeting: str,
    sequence: int,
    starts_at: float,
    minutes: int,
    summary: str,
    description: str,
    organizer: str,
    attendee: str,
    method: Method,
    now: datetime,
) -> bytes:
    """`meeting` makes the UID, which stays the same however often it is moved; `sequence` grows. Nobody's link is in
    it: others see a calendar, too."""
    event = Event()
    event.add("uid", f"{meeting}@{organizer.rpartition('@')[2]}")
    event.add("sequence", sequence)
    event.add("dtstamp", now)
    start = datetime.fromtimestamp(starts_at, UTC)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=minutes))
    event.add("summary", summary)
    event.add("description", description)
    event.add("status", "CONFIRMED" if method == "REQUEST" else "CANCELLED")
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    invited = vCalAddress(f"mailto:{attendee}")
    # No answer is asked for, since none that a calendar gives is read: it would go to the address that mail comes from.
    invited.params["RSVP"] = "FALSE"
    event.add("attendee", invited)
    calendar = Calendar()
    calendar.add("prodid", "-//Restarea//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
