"""Whether the people of a group mean to come to a planned meeting: said by a link of their own, changed as often as
they like, and gone with the plan. May import neither log.py nor people.py.

Who was there is known by nothing of it: whoever said no may come, and no backup holds it.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from server.store.keys import sha256
from server.store.meetings import UNTOLD, by_token, listed
from server.store.rows import Planned
from server.store.tables import meeting_links, meeting_replies, meetings
from server.store.writer import Writer

NOT_REACHED = (*UNTOLD, "refused", "revoked")
"""Whom no letter has told of a date: they are not asked about it."""


class Dates(NamedTuple):
    """Of which dates somebody may say whether they come: that of their link first, then the others that they were told
    of and that are to come, in their order; none that is cancelled. `cancelled`: that of their link is, and the
    link leads to no other."""

    member: str
    meetings: tuple[Planned, ...]
    cancelled: bool


class Replies:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def dates(self, token: str, now: float) -> Dates | None:
        """None: it is no link to a meeting that is planned. `now` is UTC, in seconds since 1970."""
        return await self._writer.read(lambda connection: _dates(connection, token, now))

    async def note(self, token: str, meeting: str, sequence: int, comes: bool, now: float) -> Dates | None:
        """`dates` as they are then. Nothing is noted of a meeting that is not among them, nor of one that has been
        moved since they saw it: `sequence` is what it was then."""
        return await self._writer.write(
            lambda connection: _note(connection, token, (meeting, sequence), comes, now)
        )


def _dates(connection: Connection, token: str, now: float) -> Dates | None:
    first = by_token(connection, token)
    asked = select(meeting_links.c.member).where(meeting_links.c.token_sha256 == sha256(token))
    member = connection.scalar(asked)
    if first is None or member is None:
        return None
    to_come = (
        (meetings.c.group == first.group)
        & (meetings.c.meeting != first.meeting)
        & (meetings.c.starts_at > now)
        & meetings.c.cancelled.is_(False)
    )
    others = (one for one in listed(connection, to_come) if one.mails.get(member, "none") not in NOT_REACHED)
    return Dates(member, (*(() if first.cancelled else (first,)), *others), first.cancelled)


def declined(connection: Connection, meeting: str) -> frozenset[str]:
    """Who of the group has said that they cannot come."""
    said_no = (meeting_replies.c.meeting == meeting) & meeting_replies.c.comes.is_(False)
    return frozenset(connection.scalars(select(meeting_replies.c.member).where(said_no)))


def _note(connection: Connection, token: str, seen: tuple[str, int], comes: bool, now: float) -> Dates | None:
    found, (meeting, _) = _dates(connection, token, now), seen
    if found is None or seen not in {(one.meeting, one.sequence) for one in found.meetings}:
        return found
    theirs = (meeting_replies.c.meeting == meeting) & (meeting_replies.c.member == found.member)
    connection.execute(delete(meeting_replies).where(theirs))
    connection.execute(insert(meeting_replies).values(meeting=meeting, member=found.member, comes=comes))
    return _dates(connection, token, now)
