"""What the people of a group are told of a meeting by mail: that it will be, has moved, is cancelled, is tomorrow;
and a new link to it, where somebody had an old one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from facilitation.vocabulary import Role
from server.by_locale import day_and_time, in_full, time_and_place
from server.groups import rhythm
from server.groups.calendar import Method, entry
from server.groups.letters import CalendarFile, Letter
from server.groups.written import rhythm_of, time_zones
from server.groups.zones import zone_of
from server.store import Group, Member, Planned
from server.store.rows import FAILED

Kind = Literal["invited", "moved", "changed", "cancelled", "reminded", "off"]
SEVERAL = {"invited": "series", "moved": "moves", "changed": "changed", "cancelled": "ended", "off": "off"}
"""How the messages of a letter are called that tells of several meetings at once."""
Say = Callable[..., str]
"""A message's id and its values → the words, in one language."""


class Paper(NamedTuple):
    """On which the letters of one group are written, to whomever."""

    group: Group
    minutes: int
    """How long a meeting takes as a rule."""
    sender: str
    language: str
    """That of `say`."""
    say: Say
    now: datetime


def letter_of(
    kind: Kind,
    meetings: Sequence[Planned],
    member: Member,
    link: str,
    paper: Paper,
    was: Planned | None = None,
) -> Letter:
    """Of one meeting, or of several in their order: invited to, moved, cancelled, or with what the group has changed
    of itself; or of all of which somebody had been told who is off the list.
    `link` is the member's own, to the first; those to the others go out with the reminders, a day before
    each. A meeting that is cancelled has none. `was`: a single one as it was before it moved, or before this letter; of
    several, what had become of their letters stands in each. But whoever knows another time of it reads from which it
    has moved for them, whatever is sent."""
    kind, was = _as_known(kind, meetings, member, was)
    group, say, several = paper.group, paper.say, len(meetings) > 1
    cancelled, called = kind in ("cancelled", "off"), SEVERAL[kind] if several else kind
    short = _short(group, meetings[0], member, paper.language)
    before = "" if was is None else _short(group, was, member, paper.language)
    whens = tuple(_when(group, one, member, paper.language, say, several=several) for one in meetings)
    telephone = () if cancelled or kind == "changed" else _telephone(group, say)
    yours = () if cancelled else (*_yours(kind, say), *((say("mail-series-others"),) if several else ()))
    files = say(f"mail-file{'s' if several else ''}-{'out' if cancelled else 'in'}")
    return Letter(
        subject=say(f"mail-{called}-title", group=group.name, when=short, count=len(meetings)),
        before=(
            say("mail-hello", name=member.name),
            *(_led(group, member, say) if kind == "invited" else ()),
            *(
                _changed(group, say, dates_stay=not any(one.knows_another(member.member) for one in meetings))
                if kind == "changed"
                else (say(f"mail-{called}-text", group=group.name, when=whens[0], was=before),)
            ),
        ),
        listed=whens if several or kind in ("changed", "off") else (),
        link="" if cancelled else link,
        press="" if cancelled else say("mail-series-press" if several else "mail-press"),
        after=(*yours, *telephone, *(() if kind == "reminded" else (files,))),
        aside=None if cancelled else _kept(link, say),
        calendars=()
        if kind == "reminded"
        else tuple(
            _file(
                one,
                member,
                say("mail-off-title", group=group.name)
                if kind == "off"
                else _described("" if cancelled else link, one == meetings[0], paper),
                "CANCEL" if cancelled else "REQUEST",
                paper,
            )
            for one in meetings
        ),
    )


def _as_known(
    kind: Kind, meetings: Sequence[Planned], member: Member, was: Planned | None
) -> tuple[Kind, Planned | None]:
    """A letter that says what has changed may have failed: the next one says it in its place. Whom none has reached is
    invited, for nothing has moved for them."""
    meeting, who, several = meetings[0], member.member, len(meetings) > 1
    before = meetings if several else () if was is None else (was,)
    if kind in ("cancelled", "off"):
        return kind, was
    if before and all(one.mails.get(who) == "later" and who not in one.known for one in before):
        return "invited", None
    if several:
        return kind, was
    if (knows := meeting.knows_another(who)) is not None:
        return "moved", replace(meeting, starts_at=knows)
    failed = was is not None and was.mails.get(who) in FAILED
    changed = failed and who in meeting.known and meeting.sequence > 0  # else a new link alone has failed
    return ("changed" if kind == "invited" and changed else kind), was


def _when(group: Group, meeting: Planned, member: Member, language: str, say: Say, *, several: bool) -> str:
    """With the time from which it has moved, where a letter of several does not say so elsewhere."""
    when, knows = _in_full(group, meeting, member, language, say), meeting.knows_another(member.member)
    if not several or knows is None or meeting.cancelled:
        return when
    return say(
        "mail-when-moved", when=when, was=_short(group, replace(meeting, starts_at=knows), member, language)
    )


def _changed(group: Group, say: Say, *, dates_stay: bool) -> tuple[str, str]:
    dates = say("mail-changed-dates" if dates_stay else "mail-series-text", group=group.name)
    return f"{say('mail-changed-text')} {called_now(group, say)}", dates


def called_now(group: Group, say: Say) -> str:
    """The name and the number; not those from before, for nobody knows who has read which."""
    name, number = say("mail-changed-name", group=group.name), group.terms.telephone
    return f"{name} {say('mail-changed-number' if number else 'mail-changed-number-none', number=number)}"


def _yours(kind: Kind, say: Say) -> tuple[str, ...]:
    """What the link is good for, before the meeting and at it."""
    anew = (say("mail-reply-anew"),) if kind == "moved" else ()
    return (say("mail-link-yours"), say("mail-reply"), *anew)


def _described(link: str, first: bool, paper: Paper) -> str:
    """In the calendar's entry: where the link is, and how one comes by another. The page's address alone opens nothing
    to anybody else. `link` is to the first meeting of the letter; empty: it is cancelled."""
    if not link:
        return paper.say("meeting-cancelled")
    where = paper.say("mail-calendar" if first else "mail-series-calendar")
    lost = paper.say("mail-calendar-lost", page=link.partition("#")[0])
    return "\n".join((where, lost, paper.say("mail-calendar-reply"), *_telephone(paper.group, paper.say)))


def _led(group: Group, member: Member, say: Say) -> tuple[str, ...]:
    """From whom the letter comes; who leads need not be told."""
    leader = next((one for one in group.members if one.role == Role.LEADER and one != member), None)
    return () if leader is None else (say("mail-led", name=leader.name),)


def _file(meeting: Planned, member: Member, described: str, method: Method, paper: Paper) -> CalendarFile:
    content = entry(
        meeting.meeting,
        meeting.sequence,
        meeting.starts_at,
        paper.minutes,
        paper.group.name,
        described,
        paper.sender,
        member.address,
        method,
        paper.now,
    )
    return CalendarFile(method, f"{starts(paper.group, meeting):%Y-%m-%d}.ics", content)


def fresh_letter(
    group: Group, meeting: Planned | None, member: Member, link: str, language: str, say: Say
) -> Letter:
    """To `meeting`; None: to the one that is open now. `language` is that of `say`."""
    short = "" if meeting is None else _short(group, meeting, member, language)
    when = "" if meeting is None else _in_full(group, meeting, member, language, say)
    kind = "now" if meeting is None else "fresh"
    yours = (say("mail-link-yours"),) if meeting is None else _yours("invited", say)
    return Letter(
        subject=say(f"mail-{kind}-title", group=group.name, when=short),
        before=(say("mail-hello", name=member.name), say(f"mail-{kind}-text", group=group.name, when=when)),
        link=link,
        press=say("mail-press"),
        after=(*yours, *_telephone(group, say), say("mail-fresh-not-you")),
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
    return in_zone(group, meeting.starts_at)


def in_zone(group: Group, at: float) -> datetime:
    """A moment in UTC, in seconds since 1970, on the group's clock."""
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(group.terms.time_zone or "UTC"))


def following(group: Group, after: datetime, out: Collection[date] = ()) -> datetime | None:
    """When the group meets next after that, by its rhythm and in its own time zone, and on no day that is `out`; None
    if it has none."""
    if (when := rhythm_of(group)) is None or group.terms.time_zone not in time_zones():
        return None
    dates = rhythm.dates(when, ZoneInfo(group.terms.time_zone), after)
    return next((one for one in dates if one.date() not in out), None)


def shown_at(group: Group, meeting: Planned) -> datetime:
    """When it is; a date that was left out is at the hour that the group has by now, at which it would be planned."""
    at = starts(group, meeting)
    if not meeting.left_out:
        return at
    by_now = following(group, at.replace(hour=0, minute=0) - timedelta(seconds=1))
    return by_now if by_now is not None and by_now.date() == at.date() else at
