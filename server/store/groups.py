"""Groups that meet again and again: who belongs to them, and how many cases each has presented in earlier meetings.

A group's names are encrypted under a key of its own, which is destroyed with the group. Of its meetings nothing is kept
here but that number: a place in a session names its member only until the session ends. Functions of a connection, run
by the writer's thread. May not import log.py.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import Group, Listed, Member
from server.store.tables import group_members, groups, invitations, people


def write(connection: Connection, key: bytes, group: str, name: str, format_key: str) -> None:
    """A new group, or another name and format for one that there is."""
    values = {"name": encrypt(key, name, group), "format": format_key}
    changed = connection.execute(update(groups).where(groups.c.group == group).values(values))
    if changed.rowcount == 0:
        connection.execute(insert(groups).values(group=group, **values))


def write_roster(connection: Connection, key: bytes, group: str, roster: tuple[Listed, ...]) -> None:
    """Who belongs to the group from now on. Whoever was there under that name keeps their tally; who is not named any
    more is forgotten."""
    before = {member.name: member for member in _members(connection, key, group)}
    kept = {listed.name for listed in roster}
    forget_members(connection, [member.member for name, member in before.items() if name not in kept])
    for listed in roster:
        if (known := before.get(listed.name)) is not None:
            of_them = group_members.c.member == known.member
            connection.execute(update(group_members).where(of_them).values(role=listed.role))
        else:
            member = secrets.token_hex(16)
            stored = encrypt(key, listed.name, member)
            connection.execute(
                insert(group_members).values(
                    member=member, group=group, role=listed.role, name=stored, presented=0
                )
            )


def listed(connection: Connection, keys: Keys) -> list[Group]:
    """Every group whose key is there, with its members as they were added."""
    found = []
    for row in connection.execute(select(groups)).all():
        key = keys.read(row.group)
        if key is not None:
            name = decrypt(key, row.name, row.group)
            found.append(Group(row.group, name, row.format, _members(connection, key, row.group)))
    return sorted(found, key=lambda group: group.name)


def _members(connection: Connection, key: bytes, group: str) -> tuple[Member, ...]:
    rows = connection.execute(select(group_members).where(group_members.c.group == group))
    return tuple(
        Member(row.member, row.role, decrypt(key, row.name, row.member), row.presented) for row in rows
    )


def forget(connection: Connection, group: str) -> None:
    of_group = select(group_members.c.member).where(group_members.c.group == group)
    forget_members(connection, list(connection.execute(of_group).scalars()))
    connection.execute(delete(groups).where(groups.c.group == group))


def forget_members(connection: Connection, members: list[str]) -> None:
    """A meeting that they are in goes on with them, and is no longer counted."""
    for table in (people, invitations):
        connection.execute(update(table).where(table.c.member.in_(members)).values(member=None))
    connection.execute(delete(group_members).where(group_members.c.member.in_(members)))


def name_of(connection: Connection, keys: Keys, member: str) -> str:
    """What the group calls this member; empty if it is gone."""
    row = connection.execute(select(group_members).where(group_members.c.member == member)).one_or_none()
    return "" if row is None else decrypt(keys.read(row.group), row.name, member)


def presented_earlier(connection: Connection, session: str) -> dict[int, int]:
    """Seat → cases presented in earlier meetings of the group, of everyone seated who belongs to one."""
    rows = connection.execute(
        select(people.c.seat, group_members.c.presented)
        .join(group_members, group_members.c.member == people.c.member)
        .where(people.c.session == session)
        .where(people.c.seat.is_not(None))
    )
    return {row.seat: row.presented for row in rows}


def count(connection: Connection, session: str, presented: Iterable[int]) -> None:
    """Adds what was presented in a session (the seat of each case) to the group's tally, and forgets who sat where.

    A second time changes nothing: nobody is left whose it could be."""
    rows = connection.execute(
        select(people.c.seat, people.c.member)
        .where(people.c.session == session)
        .where(people.c.member.is_not(None))
    ).all()
    cases = Counter(presented)
    for row in rows:
        if times := cases[row.seat]:
            connection.execute(
                update(group_members)
                .where(group_members.c.member == row.member)
                .values(presented=group_members.c.presented + times)
            )
    for table in (people, invitations):
        connection.execute(update(table).where(table.c.session == session).values(member=None))
