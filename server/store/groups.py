"""Groups that meet again and again: who belongs to them, and how many cases each has presented in meetings that ended.

A group's names are encrypted under a key of its own, which is destroyed with the group. Functions of a connection, run
by the writer's thread. May import neither log.py nor people.py: a group knows nothing of a meeting but that number.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from server.store.failures import GroupRefused
from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import Group, Listed, Member
from server.store.tables import group_members, groups


def add(connection: Connection, keys: Keys, group: str, name: str, format_key: str) -> None:
    """A new group, whose key is there already. Raises GroupRefused: another has that name."""
    if name in {other.name for other in listed(connection, keys)}:
        raise GroupRefused("name_taken")
    stored = encrypt(_key(keys, group), name, group)
    connection.execute(insert(groups).values(group=group, name=stored, format=format_key))


def change(connection: Connection, keys: Keys, group: str, format_key: str, roster: Sequence[Listed]) -> None:
    """Another format, and who belongs to the group from now on, in this order. Whoever was there under that name keeps
    their tally; who is not named any more is forgotten. Raises GroupRefused: it is gone."""
    changed = connection.execute(update(groups).where(groups.c.group == group).values(format=format_key))
    if changed.rowcount != 1:
        raise GroupRefused("unknown_group")
    key = _key(keys, group)
    before = {member.name: member for member in _members(connection, key, group)}
    connection.execute(delete(group_members).where(group_members.c.group == group))
    for place, one in enumerate(roster):
        known = before.get(one.name)
        member = known.member if known else secrets.token_hex(16)
        connection.execute(
            insert(group_members).values(
                member=member,
                group=group,
                place=place,
                role=one.role,
                name=encrypt(key, one.name, member),
                presented=known.presented if known else 0,
            )
        )


def listed(connection: Connection, keys: Keys) -> list[Group]:
    """Every group whose key is there, by name, with its members as the roster has them."""
    found = []
    for row in connection.execute(select(groups)).all():
        if (key := keys.read(row.group)) is not None:
            name = decrypt(key, row.name, row.group)
            found.append(Group(row.group, name, row.format, _members(connection, key, row.group)))
    return sorted(found, key=lambda group: group.name)


def ids(connection: Connection) -> set[str]:
    return set(connection.execute(select(groups.c.group)).scalars())


def _members(connection: Connection, key: bytes, group: str) -> tuple[Member, ...]:
    of_group = select(group_members).where(group_members.c.group == group).order_by(group_members.c.place)
    return tuple(
        Member(row.member, row.role, decrypt(key, row.name, row.member), row.presented)
        for row in connection.execute(of_group)
    )


def _key(keys: Keys, group: str) -> bytes:
    if (key := keys.read(group)) is None:
        raise GroupRefused("unknown_group")
    return key


def forget(connection: Connection, group: str) -> None:
    connection.execute(delete(group_members).where(group_members.c.group == group))
    connection.execute(delete(groups).where(groups.c.group == group))


def name_of(connection: Connection, keys: Keys, member: str) -> str:
    """What the group calls this member; empty if it knows them no more."""
    row = connection.execute(select(group_members).where(group_members.c.member == member)).one_or_none()
    return "" if row is None else decrypt(keys.read(row.group), row.name, member)


def presented(connection: Connection, members: Iterable[str]) -> dict[str, int]:
    """Member → cases presented in meetings that have ended; of those that a group still knows."""
    rows = connection.execute(select(group_members).where(group_members.c.member.in_(list(members))))
    return {row.member: row.presented for row in rows}


def count(connection: Connection, cases: Mapping[str, int]) -> None:
    """Adds what each member presented in a meeting that ends."""
    for member, times in cases.items():
        of_them = group_members.c.member == member
        connection.execute(
            update(group_members).where(of_them).values(presented=group_members.c.presented + times)
        )
