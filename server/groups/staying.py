"""What stays as it was when the hour, the time zone or the rhythm of a group changes: the meetings that are planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from server.groups import rhythm
from server.groups.invitations import starts
from server.groups.written import rhythm_of, time_zones
from server.store import Group, Planned

NEAR = timedelta(hours=14)
"""Further apart than the clocks of two places between which a group moves; nearer than its next date."""
DAY = timedelta(days=1)


class Astray(NamedTuple):
    """A meeting that stands for a date of the rhythm, and is at another hour."""

    meeting: Planned
    to: datetime
    """When that date is, in the group's zone."""

    @property
    def key(self) -> str:
        """As a form has it: which meeting, when it is, and when it would be."""
        return f"{self.meeting.meeting}.{self.meeting.starts_at:.0f}.{self.to.timestamp():.0f}"


def astray(group: Group, planned: Sequence[Planned], now: datetime) -> list[Astray]:
    """Those to come that stood on the rhythm when they were planned, and that nobody has moved by themselves: whoever
    planned or moved them to another hour meant it. None for whose date another is planned, nor whose hour by the rhythm
    is over."""
    when = rhythm_of(group)
    if when is None or group.terms.time_zone not in time_zones():
        return []
    there = [one for one in planned if not one.cancelled]
    found = []
    for one in there:
        if one.stands_for is not None or one.starts_at <= now.timestamp():
            continue
        to = _date_of(when, ZoneInfo(group.terms.time_zone), starts(group, one))
        others = {starts(group, each).date() for each in there if each is not one}
        if to is not None and to > now and to != starts(group, one) and to.date() not in others:
            found.append(Astray(one, to))
    return found


def _date_of(when: rhythm.Rhythm, zone: ZoneInfo, at: datetime) -> datetime | None:
    """The date of the rhythm for which a meeting at that time stands: the same day, or the nearest within `NEAR`."""
    near = takewhile(lambda one: one < at + DAY, rhythm.dates(when, zone, at - DAY))
    return min(
        (one for one in near if one.date() == at.date() or abs(one - at) <= NEAR),
        key=lambda one: (one.date() != at.date(), abs(one - at)),
        default=None,
    )
