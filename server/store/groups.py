"""Groups that meet again and again: who belongs to them, and how many cases each has presented in meetings that ended.

A group's names are encrypted under a key of its own, which is destroyed with the group. Functions of a connection, run
by the writer's thread. May import neither log.py nor people.py: a group knows nothing of a meeting but that number.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from server.store import former
from server.store.failures import GroupRefused, on_disk
from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import BY_HAND, Group, Listed, Member, Reader, Terms
from server.store.tables import group_members, groups, meeting_links, meeting_mails, meeting_replies


def found(
    connection: Connection,
    keys: Keys,
    name: str,
    format_key: str,
    roster: Sequence[Listed],
    terms: Terms,
    owner: str | None,
) -> str:
    """A new group with its key; its opaque id. Raises GroupRefused, NotSaved."""
    group = secrets.token_hex(8)
    on_disk(lambda: keys.make(group))
    add(connection, keys, group, name, format_key, owner)
    rewrite(connection, keys, group, 0, name, format_key, roster, terms)
    return group


def rewrite(
    connection: Connection,
    keys: Keys,
    group: str,
    revision: int,
    name: str,
    format_key: str,
    roster: Sequence[Listed],
    terms: Terms,
) -> None:
    """All of it at once. Raises GroupRefused."""
    describe(connection, keys, group, name, terms, revision)
    change(connection, keys, group, format_key, roster)


def add(
    connection: Connection, keys: Keys, group: str, name: str, format_key: str, owner: str | None = None
) -> None:
    """A new group, whose key is there already. Raises GroupRefused: another has that name."""
    _refuse_taken(connection, keys, group, name)
    stored = encrypt(_key(keys, group), name, group)
    connection.execute(insert(groups).values(group=group, name=stored, format=format_key, owner=owner))


def describe(connection: Connection, keys: Keys, group: str, name: str, terms: Terms, revision: int) -> None:
    """What the group is called, and how it meets. Raises GroupRefused, also if `revision` is not its own any more."""
    now = connection.execute(select(groups.c.revision).where(groups.c.group == group)).scalar_one_or_none()
    if now is None:
        raise GroupRefused("unknown_group")
    if now != revision:
        raise GroupRefused("changed_meanwhile")
    _refuse_taken(connection, keys, group, name)
    key = _key(keys, group)
    connection.execute(
        update(groups)
        .where(groups.c.group == group)
        .values(
            name=encrypt(key, name, group),
            telephone=encrypt(key, terms.telephone, _bound_telephone(group)) if terms.telephone else None,
            language=terms.language,
            time_zone=terms.time_zone,
            rhythm=terms.rhythm,
        )
    )


def change(connection: Connection, keys: Keys, group: str, format_key: str, roster: Sequence[Listed]) -> None:
    """Another format, and who belongs to the group from now on, in this order. Whoever was there keeps their tally, and
    their address where none is given; who is not named any more is forgotten. What somebody has said of meetings to
    come goes with them, and where their row may be somebody else's; so do links that were mailed to an address that
    was another. Raises GroupRefused: it is gone."""
    changed = update(groups).where(groups.c.group == group)
    changed = changed.values(format=format_key, revision=groups.c.revision + 1, gone=0)
    if connection.execute(changed).rowcount != 1:
        raise GroupRefused("unknown_group")
    key = _key(keys, group)
    before = _members(connection, key, group)
    whose = _known(before, roster)
    stay = {one.member for one in whose if one is not None}
    former.forget(connection, [one.member for one in before if one.member not in stay])
    connection.execute(delete(group_members).where(group_members.c.group == group))
    same_people = set()
    for place, (one, known) in enumerate(zip(roster, whose, strict=True)):
        member = known.member if known else secrets.token_hex(16)
        address = (known.address if known else "") if one.address is None else one.address
        # else the row may be somebody else's from now on
        same = known is not None and known.address == address
        if same:
            same_people.add(member)
        connection.execute(
            insert(group_members).values(
                member=member,
                group=group,
                place=place,
                role=one.role,
                name=encrypt(key, one.name, member),
                presented=known.presented if known else 0,
                address=encrypt(key, address, _bound(member)) if address else None,
                returned=(known.returned or None) if known and same else None,
                zone=encrypt(key, known.zone if known and same else "", _bound_zone(member)),
                language=encrypt(key, known.language if known and same else "", _bound_language(member)),
            )
        )
    others = [one.member for one in before if one.member not in same_people]
    connection.execute(delete(meeting_replies).where(meeting_replies.c.member.in_(others)))
    for who in before:
        if who.member in stay and who.member not in same_people and who.address:
            _forget_mailed(connection, who.member)


def _forget_mailed(connection: Connection, member: str) -> None:
    """Their links to planned meetings, but those that the leader takes care of. An old one offers a new one. So, too,
    what failed at the address before: they have not been invited. What they know of a date stays."""
    by_hand = select(meeting_mails.c.meeting).where(
        meeting_mails.c.member == member, meeting_mails.c.state.in_(BY_HAND)
    )
    mailed = (meeting_links.c.member == member) & meeting_links.c.meeting.not_in(by_hand)
    connection.execute(delete(meeting_links).where(mailed))
    failed = (meeting_mails.c.member == member) & meeting_mails.c.state.in_(("refused", "later"))
    connection.execute(delete(meeting_mails).where(failed, meeting_mails.c.knows_at.is_(None)))
    connection.execute(update(meeting_mails).where(failed).values(state="none"))


def _known(members: Sequence[Member], roster: Sequence[Listed]) -> list[Member | None]:
    """Whom of the members each on the roster is: the one it says, else whoever has the name and is nobody else."""
    by_id = {member.member: member for member in members}
    said = {one.member for one in roster}
    by_name = {member.name: member for member in members if member.member not in said}
    return [by_id.get(one.member or "") or by_name.get(one.name) for one in roster]


def _refuse_taken(connection: Connection, keys: Keys, group: str, name: str) -> None:
    if name in {other.name for other in listed(connection, keys) if other.group != group}:
        raise GroupRefused("name_taken")


def listed(connection: Connection, keys: Keys) -> list[Group]:
    """Every group whose key is there, by name, with its members as the roster has them."""
    found = [_group(connection, keys, row) for row in connection.execute(select(groups)).all()]
    return sorted((one for one in found if one is not None), key=lambda group: group.name)


def one(connection: Connection, keys: Keys, group: str) -> Group | None:
    """None if it is gone, or its key is."""
    row = connection.execute(select(groups).where(groups.c.group == group)).one_or_none()
    return None if row is None else _group(connection, keys, row)


def of_member(connection: Connection, keys: Keys, member: str) -> tuple[Group, Member] | None:
    """The group to which somebody belongs."""
    of = connection.scalar(select(group_members.c.group).where(group_members.c.member == member))
    group = None if of is None else one(connection, keys, of)
    return None if group is None else (group, next(each for each in group.members if each.member == member))


def note_readers(connection: Connection, keys: Keys, told: Mapping[str, Reader]) -> None:
    """Member → what their browser has said of them; what it did not say stays. Every row of their group is written
    anew, so that none says who came."""
    for group in of_members(connection, keys, told):
        key = _key(keys, group.group)
        for one in group.members:
            said, theirs = told.get(one.member, Reader()), group_members.c.member == one.member
            zone = encrypt(key, said.zone or one.zone, _bound_zone(one.member))
            language = encrypt(key, said.language or one.language, _bound_language(one.member))
            connection.execute(update(group_members).where(theirs).values(zone=zone, language=language))


def _group(connection: Connection, keys: Keys, row: Row[Any]) -> Group | None:
    if (key := keys.read(row.group)) is None:
        return None
    name, members = decrypt(key, row.name, row.group), _members(connection, key, row.group)
    telephone = decrypt(key, row.telephone, _bound_telephone(row.group))
    terms = Terms(row.language, row.time_zone, row.rhythm, telephone)
    return Group(row.group, name, row.format, members, terms, row.owner, row.revision, row.gone)


def ids(connection: Connection) -> set[str]:
    return set(connection.execute(select(groups.c.group)).scalars())


def _members(connection: Connection, key: bytes, group: str) -> tuple[Member, ...]:
    of_group = select(group_members).where(group_members.c.group == group).order_by(group_members.c.place)
    return tuple(
        Member(
            row.member,
            row.role,
            decrypt(key, row.name, row.member),
            row.presented,
            decrypt(key, row.address, _bound(row.member)),
            row.returned or "",
            decrypt(key, row.zone, _bound_zone(row.member)),
            decrypt(key, row.language, _bound_language(row.member)),
        )
        for row in connection.execute(of_group)
    )


def _bound(member: str) -> str:
    """What a stored address is bound to, so that it opens nowhere else, nor as a name."""
    return f"{member} address"


def _bound_zone(member: str) -> str:
    return f"{member} zone"


def _bound_language(member: str) -> str:
    return f"{member} language"


def _bound_telephone(group: str) -> str:
    return f"{group} telephone"


def _key(keys: Keys, group: str) -> bytes:
    if (key := keys.read(group)) is None:
        raise GroupRefused("unknown_group")
    return key


def forget(connection: Connection, group: str) -> None:
    of_group = select(group_members.c.member).where(group_members.c.group == group)
    former.forget(connection, connection.execute(of_group).scalars().all())
    connection.execute(delete(group_members).where(group_members.c.group == group))
    connection.execute(delete(groups).where(groups.c.group == group))


def of_members(connection: Connection, keys: Keys, members: Iterable[str]) -> list[Group]:
    """The groups to which these belong."""
    asked = set(members)
    return [one for one in listed(connection, keys) if asked & {member.member for member in one.members}]


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
