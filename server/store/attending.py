"""Notes who was there when a session ends, and lets go of what is older than it is kept. Here alone meet a session's
people, its group, and what is left for each of them."""

from __future__ import annotations

import time
from dataclasses import replace

from sqlalchemy import Connection, Table, delete, func, select

from server.store import attendance, feedback, groups, hours, people, whose
from server.store.keys import Keys
from server.store.rows import LEADS, Attendance, Attended, Stay
from server.store.tables import attendances, leader_hours, vouchers
from server.store.writer import Writer


class Attending:
    """Every method may raise NotSaved, and then nothing has changed. Months are such as 2026-11."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def older_than(self, certificates: str, led: str) -> bool:
        """Whether there is anything of a month before these: of certificates and feedback, of what leaders led."""
        return await self._writer.read(lambda connection: _older_than(connection, certificates, led))

    async def expire(self, certificates: str, led: str) -> None:
        await self._writer.write(lambda connection: _expire(connection, certificates, led))
        await self._writer.scrub()

    async def newest_month(self) -> str | None:
        """Of all that is noted here."""
        return await self._writer.read(_newest_month)


def note(connection: Connection, keys: Keys, session: str, attended: Attended) -> None:
    """While the key of the session's names is there, once."""
    members = people.members(connection, keys, session)
    group = next(iter(groups.of_members(connection, keys, members.values())), None)
    name, zone = ("", "") if group is None else (group.name, group.terms.time_zone)
    known = whose.leaders_in(connection, keys, session) if attended.noting.hours else {}
    tickets = people.tickets(connection, keys, session)
    month = time.strftime("%Y-%m", time.gmtime(attended.began_at))
    for seat, stay in attended.stays.items():
        theirs = _of(attended, stay, name, zone)
        ticket = tickets.get(seat)
        if ticket is not None and attended.noting.certificates:
            attendance.note(connection, ticket, month, theirs)
        if ticket is not None and attended.noting.feedback:
            feedback.allow(connection, ticket, month)
        if stay.role in LEADS and (leader := known.get(seat)) is not None:
            hours.note(connection, keys, leader, month, _in_quarters(theirs))


def _in_quarters(theirs: Attendance) -> Attendance:
    """As accreditation counts; and minutes would tell which record of the month is of the same meeting."""
    return replace(theirs, minutes=_quarters(theirs.minutes), of_minutes=_quarters(theirs.of_minutes))


def _quarters(minutes: int) -> int:
    return max(1, (minutes + 7) // 15) * 15


def _of(attended: Attended, stay: Stay, group: str, zone: str) -> Attendance:
    began_at = attended.began_at // 60 * 60
    return Attendance(began_at, zone, stay.of_minutes, stay.minutes, stay.called, attended.format, group)


def _older_than(connection: Connection, certificates: str, led: str) -> bool:
    return any(
        connection.execute(select(kind.c.month).where(kind.c.month < month)).first() is not None
        for kind, month in _kinds(certificates, led)
    )


def _expire(connection: Connection, certificates: str, led: str) -> None:
    for kind, month in _kinds(certificates, led):
        connection.execute(delete(kind).where(kind.c.month < month))


def _newest_month(connection: Connection) -> str | None:
    newest = [connection.scalar(select(func.max(kind.c.month))) for kind, _ in _kinds("", "")]
    return max((month for month in newest if month is not None), default=None)


def _kinds(certificates: str, led: str) -> tuple[tuple[Table, str], ...]:
    return (attendances, certificates), (vouchers, certificates), (leader_hours, led)
