"""When a leader wants a group to meet, as typed: whether there is such a time, and whether it can be meant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web

from server.pages.places import WALL_CLOCK
from server.store import Group

FAR_S = 2 * 365.25 * 24 * 3600
"""A year that was mistyped is further away than anybody plans."""
Amiss = Literal["time", "hour", "there", "far"]
"""No time to come; the clocks leave that hour out; the group has a meeting then, which the store says as it
writes; so far off that it is asked whether it is meant."""


class Moment(NamedTuple):
    starts_at: float
    amiss: Amiss | None


def moment_of(request: web.Request, group: Group, fields: Mapping[str, str]) -> Moment:
    """Of `day` and `at`, in the group's own zone. `sure` is the day that was asked about."""
    day, at = fields.get("day", "")[:10], fields.get("at", "")[:5]
    now, zone = request.app[WALL_CLOCK](), ZoneInfo(group.terms.time_zone or "UTC")
    try:
        typed = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=zone)
        starts_at = typed.timestamp()
        there_is = typed.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == typed.replace(tzinfo=None)
    except (ValueError, OverflowError):
        return Moment(0, "time")
    if starts_at <= now:
        return Moment(starts_at, "time")
    if not there_is:
        return Moment(starts_at, "hour")
    return Moment(starts_at, "far" if starts_at - now > FAR_S and fields.get("sure") != day else None)
