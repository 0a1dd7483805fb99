"""What the people of a group are told of a meeting by mail: that it will be, has moved, is cancelled, is tomorrow;
and a new link to it, where somebody had an old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from server.by_locale import day_and_time
from server.groups.calendar import entry
from server.groups.letters import Letter
from server.store import Group, Member, Planned

Kind = Literal["invited", "moved", "cancelled", "reminded"]
Say = Callable[..., str]
"""A message's id and its values → the words, in one language."""


def letter_of(
    kind: Kind,
    group: Group,
    meeting: Planned,
    member: Member,
    link: str,
    minutes: int,
    sender: str,
    language: str,
    say: Say,
    now: datetime,
) -> Letter:
    """`link` is the member's own; a meeting that is cancelled has none. `minutes` is how long it takes as a rule.
    `language` is that of `say`."""
    when = day_and_time(starts(group, meeting), language)
    subject = say(f"mail-{kind}-title", group=group.name, when=when)
    cancelled = kind == "cancelled"
    telephone = () if cancelled else _telephone(group, say)
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
                "\n".join((say("mail-calendar"), *telephone)),
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
        after=() if cancelled else (say("mail-link-yours"), *telephone),
        aside=None if cancelled else _kept(link, say),
        calendar=calendar,
    )


def fresh_letter(
    group: Group, meeting: Planned | None, member: Member, link: str, language: str, say: Say
) -> Letter:
    """To `meeting`; None: to the one that is open now. `language` is that of `say`."""
    when = "" if meeting is None else day_and_time(starts(group, meeting), language)
    kind = "now" if meeting is None else "fresh"
    return Letter(
        subject=say(f"mail-{kind}-title", group=group.name, when=when),
        before=(say("mail-hello", name=member.name), say(f"mail-{kind}-text", group=group.name, when=when)),
        link=link,
        press=say("mail-press"),
        after=(say("mail-link-yours"), *_telephone(group, say), say("mail-fresh-not-you")),
        aside=_kept(link, say),
    )


def _telephone(group: Group, say: Say) -> tuple[str, ...]:
    number = group.terms.telephone
    return (say("mail-telephone", number=number),) if number else ()


def _kept(link: str, say: Say) -> tuple[str, str]:
    """Where one reads what is known of oneself, by the same token."""
    return say("mail-mine"), link.replace("/join#", "/mine#")


def starts(group: Group, meeting: Planned) -> datetime:
    """In the group's own zone."""
    return datetime.fromtimestamp(meeting.starts_at, UTC).astimezone(ZoneInfo(group.terms.time_zone or "UTC"))
