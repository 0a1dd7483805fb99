"""What the people of a group are told of a meeting by mail: that it will be, has moved, is cancelled, is tomorrow;
and a new link to it, where somebody had an old one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from server.by_locale import day_and_time, in_full, time_and_place
from server.groups.calendar import Method, entry
from server.groups.letters import CalendarFile, Letter
from server.groups.zones import zone_of
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
    short, when = _short(group, meeting, member, language), _in_full(group, meeting, member, language, say)
    subject = say(f"mail-{kind}-title", group=group.name, when=short)
    cancelled = kind == "cancelled"
    telephone = () if cancelled else _telephone(group, say)
    method: Method = "CANCEL" if cancelled else "REQUEST"
    described = "\n".join((say("mail-calendar"), *telephone))
    calendar = _file(group, meeting, member, minutes, described, sender, method, now)
    return Letter(
        subject=subject,
        before=(say("mail-hello", name=member.name), say(f"mail-{kind}-text", group=group.name, when=when)),
        link="" if cancelled else link,
        press=say("mail-press"),
        after=() if cancelled else (say("mail-link-yours"), *telephone),
        aside=None if cancelled else _kept(link, say),
        calendars=() if kind == "reminded" else (calendar,),
    )


def series_letter(
    group: Group,
    meetings: Sequence[Planned],
    member: Member,
    link: str,
    minutes: int,
    sender: str,
    language: str,
    say: Say,
    now: datetime,
) -> Letter:
    """All of several meetings at once, in their order. `link` is to the first; those to the others go out with the
    reminders, a day before each."""
    telephone = _telephone(group, say)
    described = "\n".join((say("mail-series-calendar"), *telephone))
    return Letter(
        subject=say("mail-series-title", group=group.name, count=len(meetings)),
        before=(say("mail-hello", name=member.name), say("mail-series-text", group=group.name)),
        listed=tuple(_in_full(group, one, member, language, say) for one in meetings),
        link=link,
        press=say("mail-series-press"),
        after=(say("mail-link-yours"), say("mail-series-others"), say("mail-series-files"), *telephone),
        aside=_kept(link, say),
        calendars=tuple(
            _file(group, one, member, minutes, described, sender, "REQUEST", now) for one in meetings
        ),
    )


def ended_letter(
    group: Group,
    meetings: Sequence[Planned],
    member: Member,
    minutes: int,
    sender: str,
    language: str,
    say: Say,
    now: datetime,
) -> Letter:
    """That these are cancelled, in their order, each in its new sequence."""
    if len(meetings) == 1:
        return letter_of("cancelled", group, meetings[0], member, "", minutes, sender, language, say, now)
    described = say("mail-calendar")
    return Letter(
        subject=say("mail-ended-title", group=group.name, count=len(meetings)),
        before=(say("mail-hello", name=member.name), say("mail-ended-text", group=group.name)),
        listed=tuple(_in_full(group, one, member, language, say) for one in meetings),
        link="",
        press="",
        after=(say("mail-ended-files"),),
        calendars=tuple(
            _file(group, one, member, minutes, described, sender, "CANCEL", now) for one in meetings
        ),
    )


def _file(
    group: Group,
    meeting: Planned,
    member: Member,
    minutes: int,
    described: str,
    sender: str,
    method: Method,
    now: datetime,
) -> CalendarFile:
    content = entry(
        meeting.meeting,
        meeting.sequence,
        meeting.starts_at,
        minutes,
        group.name,
        described,
        sender,
        member.address,
        method,
        now,
    )
    return CalendarFile(method, f"{starts(group, meeting):%Y-%m-%d}.ics", content)


def fresh_letter(
    group: Group, meeting: Planned | None, member: Member, link: str, language: str, say: Say
) -> Letter:
    """To `meeting`; None: to the one that is open now. `language` is that of `say`."""
    short = "" if meeting is None else _short(group, meeting, member, language)
    when = "" if meeting is None else _in_full(group, meeting, member, language, say)
    kind = "now" if meeting is None else "fresh"
    return Letter(
        subject=say(f"mail-{kind}-title", group=group.name, when=short),
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


def _short(group: Group, meeting: Planned, member: Member, language: str) -> str:
    """On the reader's clock, where we know it, else on the group's."""
    return day_and_time(_theirs(group, meeting, member), language)


def _in_full(group: Group, meeting: Planned, member: Member, language: str, say: Say) -> str:
    """On the reader's clock, and on the group's where that shows another time; where we do not know the reader's, the
    group's clock is named so that nobody takes it for their own."""
    here, theirs = starts(group, meeting), _theirs(group, meeting, member)
    if zone_of(member.zone) is None:
        return in_full(here, language)
    if here.utcoffset() == theirs.utcoffset():
        return day_and_time(theirs, language)
    told = time_and_place if here.date() == theirs.date() else day_and_time
    return say("mail-both-clocks", theirs=day_and_time(theirs, language), group=told(here, language))


def _theirs(group: Group, meeting: Planned, member: Member) -> datetime:
    here = starts(group, meeting)
    zone = zone_of(member.zone)
    return here if zone is None else here.astimezone(zone)


def starts(group: Group, meeting: Planned) -> datetime:
    """In the group's own zone."""
    return datetime.fromtimestamp(meeting.starts_at, UTC).astimezone(ZoneInfo(group.terms.time_zone or "UTC"))
