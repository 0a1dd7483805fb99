"""Letters that tell the people of a group of a meeting, and a new link of theirs in each."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from aiohttp import web

from server.formats.length import minutes_of
from server.groups.invitations import Kind, Paper, letter_of
from server.groups.letters import Letter
from server.pages import knowing, language
from server.pages.groups import FORMATS
from server.pages.mailing import deliver, reads_in, send_off
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.sign_in import POST, URL
from server.store import Group, Member, Planned


async def tell(
    app: web.Application,
    group: Group,
    meeting: str,
    members: Sequence[Member],
    kind: Kind,
    *,
    anew: bool = False,
    was: Planned | None = None,
) -> None:
    """Starts the mails on their way; the page shows what becomes of each. `was`: the meeting before it moved,
    or before these letters."""
    if not members:
        return
    store = app[HOUSE].store
    await store.meetings.begin(meeting, [one.member for one in members])
    tokens = {one.member: secrets.token_urlsafe(24) for one in members}
    # Before any mail goes: a meeting that is opened meanwhile takes these links with it, too.
    for member in tokens if kind != "cancelled" else ():
        await store.meetings.invite(meeting, member, tokens[member], anew=anew)
    now = next((one for one in await store.meetings.of(group.group) if one.meeting == meeting), None)
    if now is not None:
        write = _letters(app, group, now, kind, tokens, was)
        send_off(app, deliver(app, group, members, dict.fromkeys(tokens, (meeting,)), write))


def _letters(
    app: web.Application,
    group: Group,
    meeting: Planned,
    kind: Kind,
    tokens: Mapping[str, str],
    was: Planned | None,
) -> Callable[[Member], Letter]:
    def write(member: Member) -> Letter:
        link = f"{app[URL]()}/join#{tokens[member.member]}"
        return letter_of(kind, (meeting,), member, link, paper_of(app, group, member), was)

    return write


def paper_of(app: web.Application, group: Group, member: Member) -> Paper:
    """For a letter of this moment to one of the group."""
    entry, read_in = app[FORMATS].get(group.format), reads_in(group, member)
    return Paper(
        group,
        90 if entry is None else minutes_of(entry.form),
        app[HOUSE].settings.mail_from,
        read_in,
        partial(language.text, read_in),
        datetime.fromtimestamp(app[WALL_CLOCK](), UTC),
    )


async def tell_of_several(app: web.Application, group: Group, kind: Kind, meetings: Sequence[Planned]) -> int:
    """One letter to each, of all of these of which they have been told and to which they have a link; how many. The
    meetings are as they were before; the letter is of how they are now."""
    store, was = app[HOUSE].store, {one.meeting: one for one in meetings}
    now = [one for one in await store.meetings.of(group.group) if one.meeting in was]
    has_link = {each.meeting: linked(app, group, each) for each in now}
    dates = {one.member: [each for each in now if one in has_link[each.meeting]] for one in group.members}
    whose = {member: theirs for member, theirs in dates.items() if theirs}
    tokens = {member: secrets.token_urlsafe(24) for member in whose}
    for each in now:
        await store.meetings.begin(
            each.meeting, [member for member, theirs in whose.items() if each in theirs]
        )
    for member, theirs in whose.items():
        await store.meetings.invite(theirs[0].meeting, member, tokens[member], anew=False)

    def write(member: Member) -> Letter:
        theirs = whose[member.member]
        link = f"{app[URL]()}/join#{tokens[member.member]}"
        return letter_of(kind, theirs, member, link, paper_of(app, group, member), was[theirs[0].meeting])

    members = [one for one in group.members if one.member in whose]
    told = {member: [each.meeting for each in theirs] for member, theirs in whose.items()}
    if members:
        send_off(app, deliver(app, group, members, told, write))
    return len(members)


async def tell_off(
    app: web.Application, group: Group, planned: Sequence[Planned], gone: Sequence[Member]
) -> int:
    """How many of those who are off the list hear so: all dates of which they had been told, in one letter, and out of
    their calendars. Of their being off it nothing else is kept."""
    ended = [replace(one, sequence=one.sequence + 1) for one in planned]
    dates = {one.member: [each for each in ended if each.concerns(one.member)] for one in gone if one.address}
    members = [one for one in gone if dates.get(one.member) and app[POST].set_up]

    def write(member: Member) -> Letter:
        return letter_of("off", dates[member.member], member, "", paper_of(app, group, member))

    if members:
        taken_out = {each.meeting for one in members for each in dates[one.member]}
        await app[HOUSE].store.meetings.renumber(taken_out)
        send_off(app, deliver(app, group, members, {}, write))
    return len(members)


def linked(app: web.Application, group: Group, meeting: Planned) -> list[Member]:
    """Whom a letter tells of it that has a link to it; nobody, where no mail is set up."""
    return knowing.linked(group, meeting) if app[POST].set_up else []


def told_of(app: web.Application, group: Group, meeting: Planned) -> list[Member]:
    """Whom a letter tells what becomes of it; nobody, where no mail is set up."""
    return knowing.told_of(group, meeting) if app[POST].set_up else []
