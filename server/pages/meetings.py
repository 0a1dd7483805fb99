"""A leader plans a meeting of a group, moves it, invites by mail, opens it and goes to their desk."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from aiohttp import web

from facilitation.vocabulary import Keeping, Role
from server.by_locale import day_and_time
from server.groups.invitations import following, in_zone, shown_at, starts
from server.groups.roster import RosterError, check
from server.groups.written import rhythm_of
from server.opening import LASTS_S
from server.pages import held, language, meanwhile, said
from server.pages.choices import Choices, of_fields
from server.pages.groups import FORMATS, LEADS, group_of, open_session_of
from server.pages.knowing import coming
from server.pages.leader import leader_of, written
from server.pages.moments import Amiss, moment_of
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.reminders import begins_soon
from server.pages.rendering import render
from server.pages.security import from_this_site
from server.pages.sign_in import POST
from server.pages.telling import linked, tell
from server.store import Group, GroupRefused, Invitation, Leader, Member, Planned
from server.store.held import Held
from server.store.rows import BY_HAND, FAILED

MENDED = {
    **dict.fromkeys((f"meeting-wrong-{one}" for one in ("time", "far", "there", "moved-to")), "day"),
    "meeting-wrong-hour": "at",
    "meeting-wrong-together": "keep-aggregate",
}
"""What is wrong → the field in which it is mended."""


async def plan(request: web.Request) -> web.Response:
    """`POST /groups/{group}/meetings {day, at}`; with `again`, for a date that was left out: where another leader has
    planned one for it meanwhile, at whichever hour, that is shown."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    starts_at, amiss = moment_of(request, group, fields)
    if amiss is not None:
        raise _typed_again(group, fields, amiss)
    soon, at = begins_soon(request, starts_at), in_zone(group, starts_at)
    day = _whole_day(at) if "again" in fields else None
    apart = following(group, at - timedelta(seconds=1)) != at
    try:
        meeting = await request.app[HOUSE].store.meetings.plan(
            group.group, starts_at, soon=soon, apart=apart, day=day
        )
    except GroupRefused:
        if day is not None:
            await _lead_to_planned(request, group, at.date())
        raise _typed_again(group, fields, "there") from None
    raise said.leads_to(request, f"/groups/{group.group}/meetings/{meeting}", "planned")


def _whole_day(at: datetime) -> tuple[float, float]:
    """From when until when that is a date, on the group's clock."""
    begins = at.replace(hour=0, minute=0)
    return begins.timestamp(), (begins + timedelta(days=1)).timestamp()


async def _lead_to_planned(request: web.Request, group: Group, day: date) -> None:
    for one in await request.app[HOUSE].store.meetings.of(group.group):
        if not one.cancelled and starts(group, one).date() == day:
            raise said.leads_to(request, path_of(group, one), "there")


def _typed_again(group: Group, fields: Mapping[str, str], amiss: Amiss) -> web.HTTPSeeOther:
    """To the group's page, which says what is amiss and has what was typed."""
    kept = {"when": amiss, "day": fields.get("day", "")[:10], "at": fields.get("at", "")[:5]}
    return web.HTTPSeeOther(f"/groups/{group.group}?{urlencode(kept)}")


async def show(request: web.Request) -> web.Response:
    """`GET /groups/{group}/meetings/{meeting}`: who has been invited, and what became of the mails. What is chosen on
    the page may stand in the query; not where another site's page or a mail leads here, which would choose for the
    leader. One that has been held says so."""
    group, meeting = await meeting_or_held(request)
    if isinstance(meeting, Held):
        return held.page(request, group, meeting)
    return _page(request, group, meeting, request.query if from_this_site(request) else {})


def _page(
    request: web.Request,
    group: Group,
    meeting: Planned,
    fields: Mapping[str, str],
    wrong: str = "",
    status: int = 200,
) -> web.Response:
    read_in, start = language.choose(request), shown_at(group, meeting)
    chosen = chosen_of(group, meeting, fields)
    day, at = _day_and_at(start)
    day, at = chosen.day or day, chosen.at or at
    entry = request.app[FORMATS].get(group.format)
    states = [(one, _state(one, meeting)) for one in group.members]
    found = {state for _, state in states}
    uninvited = sum(state in ("none", "no-address") for _, state in states)
    mail, soon = request.app[POST].set_up, _opens(request, meeting)
    return render(
        request,
        "meeting.html",
        status,
        page="meeting",
        group=group,
        meeting=meeting,
        when=day_and_time(start, read_in),
        day=day,
        at=at,
        seen=meanwhile.mark(meeting),
        chosen=chosen,
        states=states,
        coming=coming(group, meeting, read_in),
        mail=mail,
        soon=soon,
        keepings=list(Keeping),
        early=entry is not None and not entry.form.circles,
        uninvited="none" in found,
        linkless=uninvited,
        sure=chosen.day if wrong == "meeting-wrong-far" else "",
        go_in=wrong == "meeting-wrong-open",
        unmoved=bool(chosen.day or chosen.at) and not wrong,
        unreached=bool(found.intersection(FAILED)),
        knows={
            one.member: day_and_time(in_zone(group, known), read_in)
            for one in group.members
            if (known := meeting.knows_another(one.member)) is not None and not meeting.cancelled
        },
        to_come=start.timestamp() > request.app[WALL_CLOCK](),
        under_way="under-way" in found,
        rhythm=rhythm_of(group) is not None,
        needed="invite" if mail and "none" in found else "open" if soon else "",
        mend=MENDED.get(wrong, ""),
        wrong=_said_wrong(read_in, wrong, start, f"{day}T{at}") if wrong else "",
    )


def _said_wrong(read_in: str, wrong: str, start: datetime, typed: str) -> str:
    """With when it is, and to when a press would move it."""
    try:
        to = datetime.fromisoformat(typed).replace(tzinfo=start.tzinfo)
    except ValueError:
        to = start
    when, to_when = day_and_time(start, read_in), day_and_time(to, read_in)
    return language.text(read_in, wrong, when=when, to=to_when)


def chosen_of(group: Group, meeting: Planned, fields: Mapping[str, str]) -> Choices:
    """What differs from when it was planned for as they looked at it."""
    return of_fields(fields, *_day_and_at(in_zone(group, meanwhile.seen_at(meeting, fields))))


def _day_and_at(start: datetime) -> tuple[str, str]:
    """As the fields of a form hold them."""
    return start.date().isoformat(), f"{start:%H:%M}"


def _state(member: Member, meeting: Planned) -> str:
    """The last part of the message that says it."""
    state = meeting.mails.get(member.member, "none")
    return state.replace("_", "-") if member.address or state in BY_HAND else "no-address"


async def move(request: web.Request) -> web.Response:
    """`POST …/move {day, at}`: whoever was invited is told, and their calendar; nobody where it is then already."""
    group, meeting = await meeting_of(request)
    fields = await written(request)
    if meeting.cancelled:
        return _page(request, group, meeting, {}, "meeting-wrong-cancelled", 409)
    starts_at, amiss = moment_of(request, group, fields)
    if amiss is not None:
        return _page(
            request, group, meeting, fields, f"meeting-wrong-{amiss}", 409 if amiss == "far" else 400
        )
    chosen = chosen_of(group, meeting, fields)._replace(day="", at="")
    soon, seen = begins_soon(request, starts_at), meanwhile.seen_at(meeting, fields)
    with as_it_is_now(group, meeting):
        try:
            moved = await request.app[HOUSE].store.meetings.move(
                meeting.meeting, starts_at, soon=soon, seen=seen
            )
        except GroupRefused as refused:
            if str(refused) == "meeting_moved":
                return await moved_meanwhile(request, fields, to=True)
            if str(refused) != "meeting_there":
                raise
            return _page(request, group, meeting, fields, "meeting-wrong-there", 400)
    to = path_of(group, meeting) + chosen.query
    if not moved:
        raise said.leads_to(request, to, "not-moved")
    told = linked(request.app, group, meeting)
    await tell(request.app, group, meeting.meeting, told, "moved", was=meeting)
    raise said.leads_to(request, to, "moved", *said.letters(len(told)))


async def moved_meanwhile(
    request: web.Request, fields: Mapping[str, str], *, to: bool = False
) -> web.Response:
    """Nothing is done or sent: the page as it is now, with what was typed, to be pressed on again; the day or the hour
    that was not typed is the one that it has now. `to`: the question names to when it would be moved."""
    group, meeting = await meeting_of(request)
    chosen = chosen_of(group, meeting, fields)
    asked = "meeting-wrong-moved-to" if to and (chosen.day or chosen.at) else "meeting-wrong-moved"
    return _page(request, group, meeting, fields, asked, 409)


async def invite(request: web.Request) -> web.Response:
    """`POST …/invite`: everyone with an address whom no mail has reached; `member`: that one, by a new link in place of
    those before. Of one that is cancelled: whom that has not reached."""
    group, meeting = await meeting_of(request)
    fields = await written(request)
    again, to = fields.get("member", ""), path_of(group, meeting) + chosen_of(group, meeting, fields).query
    asked = [one for one in group.members if one.address and (one.member == again or not again)]
    reached = ("sent", "under_way", *BY_HAND)
    whom = [one for one in asked if again or meeting.mails.get(one.member) not in reached]
    if not request.app[POST].set_up:
        raise web.HTTPSeeOther(to)
    if meanwhile.moved_since(meeting, fields):
        return await moved_meanwhile(request, fields)
    if meeting.cancelled:
        whom = [one for one in asked if meeting.mails.get(one.member) in FAILED]
        await tell(request.app, group, meeting.meeting, whom, "cancelled")
        raise said.leads_to(request, to, *said.letters(len(whom)))
    if again and any(one.member == again for one in group.members):
        await request.app[HOUSE].store.returned.forget(again)
    await tell(request.app, group, meeting.meeting, whom, "invited", anew=bool(again), was=meeting)
    raise said.leads_to(request, to, *(said.letters(len(whom)) or ("no-letters",)))


async def open_(request: web.Request) -> web.Response:
    """`POST …/open {keep, together, early}`: everyone's link leads to the waiting room from now on, and the leader to
    the door of it. What is kept of it cannot be changed any more, nor whether those who come early may talk."""
    leader = await leader_of(request)
    group, meeting = await meeting_of(request)
    fields = await written(request)
    entry, store = request.app[FORMATS].get(group.format), request.app[HOUSE].store
    if meanwhile.moved_since(meeting, fields):
        return await moved_meanwhile(request, fields)
    if not _opens(request, meeting):
        return _page(request, group, meeting, fields, "meeting-open-later", 409)
    if entry is None or meeting.cancelled:
        why = "meeting-wrong-format" if entry is None else "meeting-cancelled"
        return _page(request, group, meeting, fields, why, 409)
    try:
        check(group.members, entry.form)
    except RosterError:
        return _page(request, group, meeting, fields, "meeting-wrong-roster", 409)
    chosen = chosen_of(group, meeting, fields)
    if chosen.together and chosen.keep is Keeping.NOTHING:
        return _page(request, group, meeting, fields, "meeting-wrong-together", 400)
    session, now = secrets.token_hex(8), request.app[WALL_CLOCK]()
    invited = {
        one.member: Invitation(session, one.role, 1, now + LASTS_S, one.member) for one in group.members
    }
    with as_it_is_now(group, meeting):
        of = group.group if chosen.together else None
        early = chosen.early and not entry.form.circles
        try:
            await store.open_planned(
                meeting.meeting, session, entry.text, now, invited, chosen.keep, of, early
            )
        except GroupRefused as refused:
            if str(refused) != "meeting_open":
                raise
            return _page(request, group, meeting, fields, "meeting-wrong-open", 409)
    raise web.HTTPSeeOther(await _way_in(request, leader, group, session))


async def desk(request: web.Request) -> web.Response:
    """`POST /groups/{group}/desk`: the leader goes to the meeting that is open."""
    leader = await leader_of(request)
    group = await group_of(request, leader)
    await written(request)
    session = await open_session_of(request, group)
    raise web.HTTPSeeOther(
        f"/groups/{group.group}" if session is None else await _way_in(request, leader, group, session)
    )


async def _way_in(request: web.Request, leader: Leader, group: Group, session: str) -> str:
    """A link of their own, made for this press."""
    leads = [one for one in group.members if one.role in LEADS]
    address = leader.address.casefold()
    own = next((one for one in leads if one.address.casefold() == address), None)
    member = own or next((one for one in leads if one.role == Role.LEADER), None)
    if member is None:  # who led it has been erased while it was open
        return f"/groups/{group.group}"
    token, until = secrets.token_urlsafe(24), request.app[WALL_CLOCK]() + LASTS_S
    await request.app[HOUSE].store.invite(token, session, member.role, 1, until, member.member)
    return f"/join#{token}"


# --- inside ---


async def meeting_of(request: web.Request) -> tuple[Group, Planned]:
    """One that has been held has nothing that could be done with it: its page says so."""
    group, meeting = await meeting_or_held(request)
    if isinstance(meeting, Held):
        raise web.HTTPSeeOther(f"/groups/{group.group}/meetings/{meeting.meeting}")
    return group, meeting


async def meeting_or_held(request: web.Request) -> tuple[Group, Planned | Held]:
    """One that is open is found on the group's page; and so it is said where nothing is known of it."""
    group = await group_of(request, await leader_of(request))
    asked, store = request.match_info["meeting"], request.app[HOUSE].store
    known: list[Planned | Held] = [
        *await store.meetings.of(group.group),
        *await store.held.of(group.group, request.app[WALL_CLOCK]()),
    ]
    found = next((one for one in known if one.meeting == asked), None)
    if found is not None:
        return group, found
    unknown = () if await open_session_of(request, group) else ("no-meeting",)
    raise said.leads_to(request, f"/groups/{group.group}", *unknown)


def _opens(request: web.Request, meeting: Planned) -> bool:
    """Not weeks before, by a slip: links are good for so long from the opening on."""
    return meeting.starts_at - request.app[WALL_CLOCK]() <= LASTS_S


@contextmanager
def as_it_is_now(group: Group, meeting: Planned) -> Iterator[None]:
    """Two who press at once, or one who presses twice: whoever comes second sees what the first has done."""
    try:
        yield
    except GroupRefused:
        raise web.HTTPSeeOther(path_of(group, meeting)) from None


def path_of(group: Group, meeting: Planned) -> str:
    return f"/groups/{group.group}/meetings/{meeting.meeting}"
