"""What the people of a group are told of a meeting by mail: that it will be, has moved, is cancelled, is tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from server.groups.calendar import entry
from server.groups.letters import Letter
from server.store import Group, Member, Planned

Kind = Literal["invited", "moved", "cancelled", "reminded"]
Say = Callable[..., str]
"""A message's id and its values → the words, in the group's language."""


def letter_of(
    kind: Kind,
    group: Group,
    meeting: Planned,
    member: Member,
    link: str,
    minutes: int,
    sender: str,
    say: Say,
    now: datetime,
) -> Letter:
    """`link` is the member's own; a meeting that is cancelled has none. `minutes` is how long it takes as a rule."""
    when = told(starts(group, meeting), group.terms.language)
    subject = say(f"mail-{kind}-title", group=group.name, when=when)
    cancelled = kind == "cancelled"
    calendar = None
    if kind != "reminded":
        method: Literal["REQUEST", "CANCEL"] = "CANCEL" if cancelled else "REQUEST"
        calendar = (
            method,
            entry(
                meeting.meeting,
                meeting.sequence,
                meeting.starts_at,
                minutes,
                group.name,
                say("mail-calendar"),
                sender,
                member.address,
                method,
                now,
            ),
        )
    return Letter(
        subject=subject,
        before=(say("mail-hello", name=member.name), say(f"mail-{kind}-text", group=group.name, when=when)),
        link="" if cancelled else link,
        press=say("mail-press"),
        after=() if cancelled else (say("mail-link-yours"),),
        calendar=calendar,
    )


def starts(group: Group, meeting: Planned) -> datetime:
    """In the group's own zone."""
    return datetime.fromtimestamp(meeting.starts_at, UTC).astimezone(ZoneInfo(group.terms.time_zone or "UTC"))


def told(meeting: datetime, chosen: str) -> str:
    """With the day of the week, and the place whose clock it is."""
    place = str(meeting.tzinfo).rpartition("/")[2].replace("_", " ")
    when = format_datetime(meeting, "EEEE d MMMM y, HH:mm", locale=chosen)
    return f"{when} ({place})"
