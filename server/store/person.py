"""What is known of somebody by their mail address, in all tables at once: shown, or erased.

docs/personal-data.md says of each column what it may hold about a person; a test holds the two together. Functions of
a connection, run by the writer's thread. May not import log.py: what is said in a session leads to no address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, select, update

from server.store import audit, choosing, former, groups, hours, leaders, passkeys, people, shelved
from server.store.failures import LinkRefused
from server.store.keys import Keys, sha256
from server.store.rows import Attendance, Erased, Group, Member, Reader
from server.store.tables import (
    former_links,
    group_members,
    meeting_links,
    meeting_mails,
    meeting_replies,
    meetings,
    shares,
    sign_ins,
    signed_in,
)
from server.store.tables import groups as groups_table
from server.store.writer import Writer

OF_MEMBERS = (meeting_links, meeting_mails, meeting_replies)
"""Whose rows say in plain whose they are."""


class Known(NamedTuple):
    """Somebody's place in a group."""

    group: Group
    member: Member


class Persons:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def known(self, address: str) -> dict[str, Any] | None:
        """All that leads from this address to somebody, as JSON has it; None: nothing does."""
        return await self._writer.read(lambda connection: _all(connection, self._keys, address))

    async def erase(self, address: str, who: str, day: str) -> Erased | None:
        """As a leader, and in every group; None: nothing leads to anybody. `who` and `day` are those of audit.py."""
        erased = await self._writer.write(
            lambda connection: _erase(connection, self._keys, address, who, day)
        )
        return None if erased is None else erased._replace(scrubbed=await self._writer.scrub())

    async def by_link(self, token: str, now: float) -> tuple[Known, dict[str, Any]] | None:
        """Whose link of their own this is, to a meeting that is planned or goes on, and what is known of them in that
        group; None: it is nobody's, or of an earlier meeting."""
        return await self._writer.read(lambda connection: _by_link(connection, self._keys, token, now))

    async def has_gone(self, token: str) -> bool:
        """Whether this was the link of somebody who is on no group's list any more; nobody knows whose."""
        return await self._writer.read(lambda connection: former.is_nobodys(connection, token))

    async def note_member(self, member: str, reader: Reader) -> None:
        """What the browser of a member says of whoever reads in it; their group knows it at once."""
        await self._writer.write(
            lambda connection: groups.note_readers(connection, self._keys, {member: reader})
        )

    async def leave(self, member: str, who: str, day: str) -> Erased | None:
        """One member of one group, who asked for it; None: they are gone already."""
        erased = await self._writer.write(lambda connection: _leave(connection, self._keys, member, who, day))
        return None if erased is None else erased._replace(scrubbed=await self._writer.scrub())


def _places(connection: Connection, keys: Keys, address: str) -> Iterator[Known]:
    asked = address.casefold()
    for group in groups.listed(connection, keys):
        for member in group.members:
            if member.address.casefold() == asked:
                yield Known(group, member)


def _all(connection: Connection, keys: Keys, address: str) -> dict[str, Any] | None:
    leader = leaders.by_address(connection, keys, address)
    places = list(_places(connection, keys, address))
    if leader is None and not places:
        return None
    found: dict[str, Any] = {"address": address, "leader": None}
    if leader is not None:
        own = shelved.owner(keys, leader.leader)
        found["leader"] = {
            "name": leader.name,
            "operator": leader.operator,
            "last_signed_in": leader.seen,
            "last_letter_came_back": leader.returned,
            "browsers_signed_in": _count(connection, signed_in, leader=leader.leader),
            "links_to_sign_in": _count(connection, sign_ins, leader=leader.leader),
            "passkeys_added": passkeys.months(connection, leader.leader),
            "months_of_own_records": shelved.months(connection, keys, own),
            "links_to_own_records": _count(connection, shares, whose=own.whose),
            "records_that_may_become_own": len(choosing.places_of(connection, keys, leader.leader)),
            "meetings_led": [_led(one) for one in hours.of(connection, keys, leader.leader).values()],
            "groups_made": [
                one.name for one in groups.listed(connection, keys) if one.owner == leader.leader
            ],
        }
    return found | {"groups": [place(connection, keys, known) for known in places]}


def _led(one: Attendance) -> dict[str, Any]:
    return {
        "began": datetime.fromtimestamp(one.began_at, UTC).isoformat(timespec="minutes"),
        "minutes": one.minutes,
        "of_minutes": one.of_minutes,
        "role": one.called,
        "format": one.format,
        "group": one.group,
    }


def place(connection: Connection, keys: Keys, known: Known) -> dict[str, Any]:
    """What is known of a member of a group."""
    group, member = known
    reader = people.reader_of(connection, keys, member.member)
    mails = connection.execute(select(meeting_mails).where(meeting_mails.c.member == member.member))
    return {
        "group": group.name,
        "telephone_of_the_group": group.terms.telephone,
        "name": member.name,
        "address": member.address,
        "role": member.role,
        "cases_presented": member.presented,
        "mails": sorted(mail.state for mail in mails),
        "replies": _replies(connection, member.member),
        "last_letter_came_back": member.returned,
        "time_zone": reader.zone or member.zone,
        "language": reader.language or member.language,
        "links_to_planned_meetings": _count(connection, meeting_links, member=member.member),
        "links_known_as_theirs": _count(connection, former_links, member=member.member),
        "open_meetings": [
            {
                "opened": datetime.fromtimestamp(row.opened_at, UTC).isoformat(timespec="minutes"),
                "name": name,
                "role": row.role,
                "seat": row.seat,
            }
            for row, name in people.places_of(connection, keys, member.member)
        ],
    }


def _replies(connection: Connection, member: str) -> list[dict[str, Any]]:
    """Whether they mean to come, in the order of the meetings."""
    asked = select(meetings.c.starts_at, meeting_replies.c.comes).join(
        meeting_replies, meeting_replies.c.meeting == meetings.c.meeting
    )
    rows = connection.execute(asked.where(meeting_replies.c.member == member).order_by(meetings.c.starts_at))
    return [
        {
            "begins": datetime.fromtimestamp(row.starts_at, UTC).isoformat(timespec="minutes"),
            "comes": row.comes,
        }
        for row in rows
    ]


def _by_link(
    connection: Connection, keys: Keys, token: str, now: float
) -> tuple[Known, dict[str, Any]] | None:
    planned = select(meeting_links.c.member).where(meeting_links.c.token_sha256 == sha256(token))
    member = connection.scalar(planned)
    if member is None:
        with suppress(LinkRefused):
            member = people.look_up(connection, keys, token, now).member
    found = None if member is None else groups.of_member(connection, keys, member)
    return None if found is None else (Known(*found), place(connection, keys, Known(*found)))


def _count(connection: Connection, table: Any, **whose: Any) -> int:
    asked = select(func.count()).select_from(table).filter_by(**whose)
    return connection.scalar(asked) or 0


def _erase(connection: Connection, keys: Keys, address: str, who: str, day: str) -> Erased | None:
    went: Counter[str] = Counter()
    leader = leaders.by_address(connection, keys, address)
    if leader is not None:
        owned = select(func.count()).select_from(groups_table).where(groups_table.c.owner == leader.leader)
        went["groups"] += connection.scalar(owned) or 0
        went.update(leaders.remove(connection, keys, leader.leader))
    for known in list(_places(connection, keys, address)):
        went.update(_forget(connection, keys, known))
    return _noted(connection, went, who, day)


def _leave(connection: Connection, keys: Keys, member: str, who: str, day: str) -> Erased | None:
    found = groups.of_member(connection, keys, member)
    return None if found is None else _noted(connection, _forget(connection, keys, Known(*found)), who, day)


def _forget(connection: Connection, keys: Keys, known: Known) -> Counter[str]:
    """How many rows of each table held something of them and are gone, or hold it no more; but for those that stay as
    nobody's."""
    went: Counter[str] = Counter()
    for table in (*OF_MEMBERS, group_members):
        gone = connection.execute(delete(table).where(table.c.member == known.member.member))
        went[table.name] += gone.rowcount
    former.forget(connection, [known.member.member])  # no row of it goes
    went.update(people.forget_member(connection, keys, known.member.member))
    changed = update(groups_table).where(groups_table.c.group == known.group.group)
    # A page on which a leader is just writing would bring them back: it is told that somebody has changed the group.
    connection.execute(changed.values(revision=groups_table.c.revision + 1, gone=groups_table.c.gone + 1))
    return went


def _noted(connection: Connection, went: Counter[str], who: str, day: str) -> Erased | None:
    rows = {table: count for table, count in sorted(went.items()) if count}
    return Erased(rows, audit.add(connection, who, "erased", day, {}, rows=rows)) if rows else None
