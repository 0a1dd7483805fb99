"""Whose places in a session are, where it is a group's: what the people and the groups say together, in memory only."""

from __future__ import annotations

from sqlalchemy import Connection

from server.store import former, groups, held, invited, leaders, meetings, people, series
from server.store.failures import GroupRefused
from server.store.keys import Keys
from server.store.rows import Expected, Group, Member, Planned


def presented_earlier(connection: Connection, keys: Keys, session: str) -> dict[int, int]:
    """Seat → cases presented in earlier meetings; nobody, where the session is no group's."""
    whose = people.members(connection, keys, session)
    times = groups.presented(connection, whose.values())
    return {seat: times[member] for seat, member in whose.items() if member in times}


def expected(connection: Connection, keys: Keys, session: str) -> Expected:
    awaited = invited.awaited(connection, keys, session)
    here = {*people.members(connection, keys, session).values()}
    group = next(iter(groups.of_members(connection, keys, here | awaited.keys())), None)
    missing = [] if group is None else [one for one in group.members if one.member not in here]
    named = sorted((one.name, awaited.get(one.member)) for one in missing)
    return Expected(
        *(tuple(name for name, comes in named if comes is which) for which in (True, False, None))
    )


def leaders_in(connection: Connection, keys: Keys, session: str) -> dict[int, str]:
    """Seat → the leader of this server whose place it is by the group's roster, as whatever they were there."""
    members = people.members(connection, keys, session)
    group = next(iter(groups.of_members(connection, keys, members.values())), None)
    addresses = {} if group is None else {one.member: one.address for one in group.members}
    found = {
        seat: leaders.by_address(connection, keys, addresses.get(member, ""))
        for seat, member in members.items()
    }
    return {seat: leader.leader for seat, leader in found.items() if leader is not None}


def owner_of(connection: Connection, keys: Keys, token: str) -> tuple[Group, Member] | None:
    member = former.whose(connection, token)
    return None if member is None else groups.of_member(connection, keys, member)


def forget_group(
    connection: Connection, keys: Keys, group: str, unless_open_at: float | None
) -> list[Planned]:
    """The meetings that it had planned. Raises GroupRefused if a meeting of it is open then."""
    known = None if unless_open_at is None else groups.one(connection, keys, group)
    if known is not None and unless_open_at is not None:
        members = {one.member for one in known.members}
        if people.meeting_of(connection, keys, members, unless_open_at) is not None:
            raise GroupRefused("meeting_open")
    planned = meetings.forget_all(connection, group)
    held.forget(connection, group)
    series.end(connection, keys, group)
    groups.forget(connection, group)
    return planned
