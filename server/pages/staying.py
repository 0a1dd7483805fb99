"""What was planned and sent before a group was changed: moved to its new hour, or sent anew with its new name or
number, by one press, and everybody is told of all of theirs in one letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from aiohttp import web

from server.groups.invitations import in_zone
from server.groups.staying import astray
from server.pages import meanwhile, said
from server.pages.groups import group_of
from server.pages.knowing import numbered, to_renew
from server.pages.leader import leader_of, written
from server.pages.places import HOUSE, WALL_CLOCK
from server.pages.reminders import begins_soon
from server.pages.sign_in import POST
from server.pages.telling import tell_of_several
from server.store import Group, Planned
from server.store.rescheduled import Move

OLD = "?entries=old"
"""On the group's page: what was sent before has another name or number. It is offered until the page is left."""

PASSED_MOST = 6
"""So many are named: a browser takes no more with it to the next page."""


def still_old(fields: Mapping[str, str]) -> str:
    """What is pressed beside that offer leads back to it."""
    return OLD if fields.get("entries") == "old" else ""


async def move(request: web.Request) -> web.Response:
    """`POST /groups/{group}/hours {shown}`: the meetings that were shown at another hour than the rhythm's go to it;
    none that has been moved, or would go elsewhere, since the page was looked at."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    store, shown = request.app[HOUSE].store, fields.get("shown", "").split(",")
    planned = await store.meetings.of(group.group)
    wanted = [one for one in astray(group, planned, _now(request)) if one.key in shown]
    hours = [(one.meeting, one.to.timestamp()) for one in wanted]
    moves = [Move(one.meeting, one.starts_at, at, begins_soon(request, at)) for one, at in hours]
    moved = await store.meetings.move_all(moves)
    was = [one.meeting for one in wanted if one.meeting.meeting in moved]
    told = await tell_of_several(request.app, group, "moved", was)
    to = f"/groups/{group.group}{still_old(fields)}"
    passed = _passed_over(group, shown, moved, await store.meetings.of(group.group))
    raise said.leads_to(request, to, ("hours", len(moved)), *passed, *said.letters(told))


def _passed_over(
    group: Group, shown: Sequence[str], moved: Sequence[str], planned: Sequence[Planned]
) -> list[tuple[str, int]]:
    """Which of those that were shown have not moved, and why; `planned` as they are now."""
    now = {one.meeting: one for one in planned if not one.cancelled}
    found = []
    for key in shown:
        meeting, _, times = key.partition(".")
        at, _, to = times.partition(".")
        if meeting in moved or not (_is_time(at) and _is_time(to)):
            continue
        one = now.get(meeting)
        if one is not None and meanwhile.mark(one) == to:  # they have pressed twice
            continue
        there = one is not None and meanwhile.mark(one) == at and _taken(group, float(to), one, now.values())
        why = "gone" if one is None else "there" if there else "moved"
        found.append(said.of_day(f"passed-{why}", in_zone(group, float(at)).date()))
    return found[:PASSED_MOST]


def _is_time(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) < meanwhile.DIGITS


def _taken(group: Group, to: float, one: Planned, others: Iterable[Planned]) -> bool:
    """Whether another is planned for that date."""
    day = in_zone(group, to).date()
    return any(in_zone(group, each.starts_at).date() == day for each in others if each is not one)


async def renew(request: web.Request) -> web.Response:
    """`POST /groups/{group}/entries {shown}`: whoever has been told of a meeting gets its entry anew, as it is now; of
    none that has been sent anew, moved or cancelled since the page was looked at."""
    group, fields = await group_of(request, await leader_of(request)), await written(request)
    meetings, shown = request.app[HOUSE].store.meetings, fields.get("shown", "").split(",")
    there = await meetings.of(group.group) if request.app[POST].set_up else []
    wanted = [one for one in to_renew(group, there, _now(request)) if numbered(one) in shown]
    renewed = await meetings.renew({one.meeting: one.sequence for one in wanted})
    was = [one for one in wanted if one.meeting in renewed]
    told = await tell_of_several(request.app, group, "changed", was)
    to = f"/groups/{group.group}"
    raise said.leads_to(request, to, *(said.letters(told) or ("no-letters",)))


def _now(request: web.Request) -> datetime:
    return datetime.fromtimestamp(request.app[WALL_CLOCK](), UTC)
