"""Meetings that a group plans: when, whom a mail has told, and the links in those mails. May import neither log.py nor
people.py.

Of a meeting that is opened nothing is left here: its links then lead to its session. Whom a link invites is written as
the roster's opaque id; that somebody was invited says nothing of who came.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from server.store import former, held
from server.store.keys import Keys, sha256
from server.store.rescheduled import Move, change, move, move_all, refuse_moved, refuse_there, renew, renumber
from server.store.rows import BY_HAND, Planned
from server.store.tables import group_members, groups, meeting_links, meeting_mails, meeting_replies, meetings
from server.store.writer import Writer

UNTOLD = ("none", "later", "unsure")
KEPT_S = 24 * 3600
"""So long after its time a meeting that was not opened is forgotten."""


class Meetings:
    """Every method may raise NotSaved, and then nothing has changed. Times are UTC, in seconds since 1970."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def plan(
        self,
        group: str,
        starts_at: float,
        *,
        soon: bool = False,
        apart: bool = False,
        day: tuple[float, float] | None = None,
    ) -> str:
        """Its opaque id. `soon`: nobody need be reminded of it. `apart`: that is no date of the group's rhythm. Raises
        GroupRefused: the group has one then, or within that `day`."""
        return await self._writer.write(
            lambda connection: _plan_one(connection, group, starts_at, soon, apart, day)
        )

    async def plan_several(
        self,
        group: str,
        times: Mapping[float, bool],
        tokens: Mapping[str, str] | None = None,
        before: Collection[str] = (),
        left_out: Collection[float] = (),
    ) -> dict[str, list[Planned]]:
        """When → whether that is `soon`. Those that are planned for such a moment already stay as they are. At those
        that are `left_out` stands that there is no meeting, which nobody is told.

        `tokens` is of each member who is told by mail their link to the first that they are told of: of these meetings,
        and of those `before` of which they have not been told. All of it at once; member → what they are told of."""
        return await self._writer.write(
            lambda connection: _plan_several(connection, group, times, tokens or {}, before, left_out)
        )

    async def of(self, group: str) -> list[Planned]:
        """In the order of their times."""
        return await self._writer.read(lambda connection: listed(connection, meetings.c.group == group))

    async def move(
        self, meeting: str, starts_at: float, *, soon: bool = False, seen: float | None = None
    ) -> bool:
        """Whoever has said that they come, or cannot, said it of another time: nobody has any more. False: it is at
        that time already, and nothing has changed. Raises GroupRefused: the group has another one then, or it has
        been opened, cancelled or forgotten meanwhile, or is not at the time any more at which it was `seen`."""
        asked = Move(meeting, seen, starts_at, soon)
        return await self._writer.write(lambda connection: move(connection, asked))

    async def move_all(self, moves: Sequence[Move]) -> list[str]:
        """Which of them have moved; as `move`, but nobody is refused."""
        return await self._writer.write(lambda connection: move_all(connection, moves))

    async def cancel(self, meeting: str, *, seen: float | None = None) -> None:
        """What had failed to tell people of it, who know nothing of it, is forgotten: what fails from now on is that
        it does not take place. Raises GroupRefused, so too."""
        await self._writer.write(lambda connection: _cancel(connection, meeting, seen))

    async def renumber(self, these: Collection[str]) -> None:
        """What is sent of them from now on counts as later than what was: than an entry with another text, and than
        the next number, which cancels somebody's part who is off the list, should they be put on it again
        (RFC 5546, 2.1.4)."""
        await self._writer.write(lambda connection: renumber(connection, these))

    async def renew(self, numbers: Mapping[str, int]) -> list[str]:
        """Meeting → its number as it was looked at. Which of them had that still, and have a later one now."""
        return await self._writer.write(lambda connection: renew(connection, numbers))

    async def begin(self, meeting: str, members: Collection[str]) -> None:
        """A mail to each of these is on its way; to nobody who is off the roster meanwhile."""
        await self._writer.write(lambda connection: _begin(connection, meeting, tuple(members)))

    async def invite(self, meeting: str, member: str, token: str, *, anew: bool) -> None:
        """One more link of theirs; with `anew`, those before open nothing any more. No effect for whoever is off the
        roster meanwhile."""
        await self._writer.write(lambda connection: _invite(connection, meeting, member, token, anew))

    async def mailed(self, meeting: str, member: str, state: str) -> None:
        """What became of the mail; see `Planned.mails`. No effect once the meeting is gone, or the leader has taken
        care of the link meanwhile."""
        await self._writer.write(lambda connection: _mailed(connection, meeting, member, state))

    async def learned(self, meeting: str, member: str) -> None:
        """They know when it is, by a letter that changes nothing of what became of their invitation."""
        await self._writer.write(lambda connection: _learned(connection, meeting, member))

    async def undelivered(self, now: float) -> list[Planned]:
        """Those to come, or that were, of which a letter has not been taken that another attempt may deliver."""
        return await self._writer.read(lambda connection: _undelivered(connection, now))

    async def by_token(self, token: str) -> Planned | None:
        """The meeting, not opened yet, to which a link leads."""
        return await self._writer.read(lambda connection: by_token(connection, token))

    async def due(self, now: float, within_s: float) -> list[Planned]:
        """Those that begin within so many seconds, each once: whoever is told of it reminds people, or nobody does.
        Forgets those whose time was long ago, and whose the links were that are older than a year."""
        return await self._writer.write(lambda connection: _due(connection, self._keys, now, within_s))

    async def lose_mails(self) -> None:
        """After a crash nobody knows what became of the mails that were on their way."""
        lost = update(meeting_mails).where(meeting_mails.c.state == "under_way").values(state="unsure")
        await self._writer.write(lambda connection: connection.execute(lost) and None)


def _plan_one(
    connection: Connection,
    group: str,
    starts_at: float,
    soon: bool,
    apart: bool,
    day: tuple[float, float] | None,
) -> str:
    refuse_there(connection, group, starts_at, day)
    return _plan(connection, group, starts_at, soon, starts_at if apart else None)


def _plan(
    connection: Connection, group: str, starts_at: float, soon: bool, stands_for: float | None = None
) -> str:
    meeting = secrets.token_hex(8)
    row = {"meeting": meeting, "group": group, "starts_at": starts_at, "stands_for": stands_for}
    connection.execute(insert(meetings).values(**row, sequence=0, cancelled=False, reminded=soon))
    return meeting


def _plan_several(
    connection: Connection,
    group: str,
    times: Mapping[float, bool],
    tokens: Mapping[str, str],
    before: Collection[str],
    left_out: Collection[float],
) -> dict[str, list[Planned]]:
    there = {one.starts_at for one in listed(connection, meetings.c.group == group)}
    made = [_plan(connection, group, at, soon) for at, soon in times.items() if at not in there]
    for at in {*left_out} - there:
        _leave_out(connection, group, at)
    planned = listed(connection, (meetings.c.group == group) & meetings.c.cancelled.is_(False))
    asked, told = {*made, *before}, {}
    for member, token in tokens.items():
        theirs = [one for one in planned if one.meeting in asked and untold(one, member)]
        for one in theirs:
            note(connection, one.meeting, member, "under_way")
        if theirs:
            _invite(connection, theirs[0].meeting, member, token, False)
            told[member] = theirs
    return told


def _leave_out(connection: Connection, group: str, at: float) -> None:
    change(connection, _plan(connection, group, at, True), {"cancelled": True})


def untold(meeting: Planned, member: str) -> bool:
    """Whether no mail has told them of it, or nobody knows."""
    return meeting.mails.get(member, "none") in UNTOLD


def listed(connection: Connection, which: ColumnElement[bool]) -> list[Planned]:
    rows = connection.execute(select(meetings).where(which).order_by(meetings.c.starts_at)).all()
    return [_planned(connection, row) for row in rows]


def _planned(connection: Connection, row: Row[Any]) -> Planned:
    mails = connection.execute(select(meeting_mails).where(meeting_mails.c.meeting == row.meeting)).all()
    states = {mail.member: mail.state for mail in mails}
    known = {mail.member: mail.knows_at for mail in mails if mail.knows_at is not None}
    said = connection.execute(select(meeting_replies).where(meeting_replies.c.meeting == row.meeting))
    replies = {reply.member: reply.comes for reply in said}
    when = row.starts_at, row.sequence, row.cancelled
    return Planned(row.meeting, row.group, *when, states, replies, row.stands_for, known)


def _cancel(connection: Connection, meeting: str, seen: float | None) -> None:
    refuse_moved(connection, meeting, seen)
    change(connection, meeting, {"cancelled": True})
    unaware = (meeting_mails.c.state == "refused") & meeting_mails.c.knows_at.is_(None)
    connection.execute(delete(meeting_mails).where(meeting_mails.c.meeting == meeting, unaware))


def planned(connection: Connection, meeting: str) -> Planned | None:
    """None: it is forgotten."""
    return next(iter(listed(connection, meetings.c.meeting == meeting)), None)


def _learned(connection: Connection, meeting: str, member: str) -> None:
    if (known := planned(connection, meeting)) is not None:
        note(connection, meeting, member, known.mails.get(member, "none"), knows=True)


def _undelivered(connection: Connection, now: float) -> list[Planned]:
    later = select(meeting_mails.c.meeting).where(meeting_mails.c.state == "later")
    return listed(connection, (meetings.c.starts_at > now) & meetings.c.meeting.in_(later))


def _begin(connection: Connection, meeting: str, members: tuple[str, ...]) -> None:
    for member in members:
        note(connection, meeting, member, "under_way")


def note(connection: Connection, meeting: str, member: str, state: str, *, knows: bool = False) -> None:
    """What became of their invitation from now on; nothing, of whoever is off the roster meanwhile. `knows`: they know
    when it is now; else they know what they knew."""
    theirs = (meeting_mails.c.meeting == meeting) & (meeting_mails.c.member == member)
    before = connection.scalar(select(meeting_mails.c.knows_at).where(theirs))
    connection.execute(delete(meeting_mails).where(theirs))
    if (planned := _listed_for(connection, meeting, member)) is not None:
        knows_at = planned.starts_at if knows else before
        row = {"meeting": meeting, "member": member, "state": state, "knows_at": knows_at}
        connection.execute(insert(meeting_mails).values(**row))


def _listed_for(connection: Connection, meeting: str, member: str) -> Row[Any] | None:
    """The meeting, if it is there and they are on the roster of its group."""
    asked = select(meetings).join(group_members, group_members.c.group == meetings.c.group)
    return connection.execute(
        asked.where(meetings.c.meeting == meeting, group_members.c.member == member)
    ).one_or_none()


def _invite(connection: Connection, meeting: str, member: str, token: str, anew: bool) -> None:
    if anew:
        replace_links(connection, meeting, member, token)
    elif (planned := _listed_for(connection, meeting, member)) is not None:
        _add_link(connection, planned, member, token)


def _add_link(connection: Connection, planned: Row[Any], member: str, token: str) -> None:
    row = insert(meeting_links).values(token_sha256=sha256(token), meeting=planned.meeting, member=member)
    connection.execute(row)
    former.keep(connection, token, member, planned.starts_at)


def replace_links(connection: Connection, meeting: str, member: str, token: str | None) -> bool:
    """This link, or none, in place of all of theirs. False: the meeting is gone, or they are."""
    theirs = (meeting_links.c.meeting == meeting) & (meeting_links.c.member == member)
    connection.execute(delete(meeting_links).where(theirs))
    planned = _listed_for(connection, meeting, member)
    if planned is not None and token is not None:
        _add_link(connection, planned, member, token)
    return planned is not None


def _mailed(connection: Connection, meeting: str, member: str, state: str) -> None:
    theirs = (meeting_mails.c.meeting == meeting) & (meeting_mails.c.member == member)
    by_mail = meeting_mails.c.state.not_in(BY_HAND)
    starts_at = select(meetings.c.starts_at).where(meetings.c.meeting == meeting).scalar_subquery()
    told = {"state": state, "knows_at": starts_at} if state == "sent" else {"state": state}
    connection.execute(update(meeting_mails).where(theirs, by_mail).values(**told))


def by_token(connection: Connection, token: str) -> Planned | None:
    """Whoever is off the roster has no link any more."""
    asked = (
        select(meetings)
        .join(meeting_links, meeting_links.c.meeting == meetings.c.meeting)
        .join(group_members, group_members.c.member == meeting_links.c.member)
        .where(meeting_links.c.token_sha256 == sha256(token))
    )
    row = connection.execute(asked).one_or_none()
    return None if row is None else _planned(connection, row)


def _due(connection: Connection, keys: Keys, now: float, within_s: float) -> list[Planned]:
    for (old,) in connection.execute(
        select(meetings.c.meeting).where(meetings.c.starts_at < now - KEPT_S)
    ).all():
        over(connection, old, now)
    former.forget_old(connection, now)
    held.forget_old(connection, keys, now)
    soon = (
        meetings.c.reminded.is_(False)
        & meetings.c.cancelled.is_(False)
        & (meetings.c.starts_at > now)
        & (meetings.c.starts_at <= now + within_s)
    )
    found = listed(connection, soon)
    connection.execute(update(meetings).where(soon).values(reminded=True))
    return found


def links(connection: Connection, meeting: str) -> list[tuple[bytes, str]]:
    """The hash of each link's token, and whom it invites; in the order of the hashes, which is chance's."""
    asked = select(meeting_links).where(meeting_links.c.meeting == meeting)
    return [
        (row.token_sha256, row.member)
        for row in connection.execute(asked.order_by(meeting_links.c.token_sha256))
    ]


def taken_back(connection: Connection, meeting: str) -> frozenset[str]:
    """From whom the leader has taken back their link."""
    revoked = (meeting_mails.c.meeting == meeting) & (meeting_mails.c.state == "revoked")
    return frozenset(connection.scalars(select(meeting_mails.c.member).where(revoked)))


def over(connection: Connection, meeting: str, now: float) -> bool:
    """Forgets what has been, or is open now. The date from which it was moved forward is left out until it has passed:
    else the group's rhythm would offer it again. False if it was not there."""
    asked = select(meetings.c.group, meetings.c.starts_at, meetings.c.stands_for).join(groups)
    forward = (meetings.c.stands_for > now) & (meetings.c.stands_for > meetings.c.starts_at)
    asked = asked.where(meetings.c.meeting == meeting, forward, groups.c.rhythm != "")
    moved = connection.execute(asked).one_or_none()
    gone = forget(connection, meeting)
    if moved is not None:
        there = (meetings.c.group == moved.group) & (meetings.c.starts_at == moved.stands_for)
        if not listed(connection, there):
            row = {"meeting": secrets.token_hex(8), "group": moved.group, "starts_at": moved.stands_for}
            connection.execute(insert(meetings).values(**row, sequence=0, cancelled=True, reminded=True))
    return gone


def forget(connection: Connection, meeting: str) -> bool:
    """With its links and mails; False if it was not there."""
    for table in (meeting_links, meeting_mails, meeting_replies):
        connection.execute(delete(table).where(table.c.meeting == meeting))
    return connection.execute(delete(meetings).where(meetings.c.meeting == meeting)).rowcount == 1


def forget_all(connection: Connection, group: str) -> list[Planned]:
    """Those that are forgotten."""
    planned = listed(connection, meetings.c.group == group)
    for one in planned:
        forget(connection, one.meeting)
    return planned
