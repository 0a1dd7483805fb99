"""What a leader has led, for their accreditation: a list of their own, apart from every session and record.

Whose an entry is, and what it says, take the key of all leaders; in plain stands the month alone. May import neither
log.py, people.py nor records.py, nor whatever leads to them.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, insert, select

from server.store.keys import Keys, decrypt, encrypt
from server.store.leaders import HOURS, KEY, whose
from server.store.rows import Attendance
from server.store.tables import leader_hours
from server.store.writer import Writer


class Hours:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def of(self, leader: str) -> dict[str, Attendance]:
        """By an id of the entry, in the order of the times."""
        return await self._writer.read(lambda connection: of(connection, self._keys, leader))

    async def forget(self, leader: str, entry: str | None = None) -> None:
        """One entry, or with None all; to the last byte. No effect where it is another's."""
        await self._writer.write(lambda connection: forget(connection, self._keys, leader, entry))
        await self._writer.scrub()


def note(connection: Connection, keys: Keys, leader: str, month: str, attendance: Attendance) -> None:
    if (key := keys.read(KEY)) is None:
        return
    entry = secrets.token_hex(8)
    row = {"entry": entry, "whose": whose(key, leader, HOURS), "month": month}
    connection.execute(
        insert(leader_hours).values(**row, text=encrypt(key, attendance.to_text(), _bound(entry)))
    )


def forget(connection: Connection, keys: Keys, leader: str, entry: str | None = None) -> None:
    if (key := keys.read(KEY)) is None:
        return
    theirs = leader_hours.c.whose == whose(key, leader, HOURS)
    which = theirs if entry is None else theirs & (leader_hours.c.entry == entry)
    connection.execute(delete(leader_hours).where(which))


def of(connection: Connection, keys: Keys, leader: str) -> dict[str, Attendance]:
    """By an id of the entry, in the order of the times."""
    if (key := keys.read(KEY)) is None:
        return {}
    rows = connection.execute(select(leader_hours).where(leader_hours.c.whose == whose(key, leader, HOURS)))
    texts = {row.entry: decrypt(key, row.text, _bound(row.entry)) for row in rows}
    found = {entry: Attendance.of_text(text) for entry, text in texts.items() if text}
    return dict(sorted(found.items(), key=lambda one: one[1].began_at))


def _bound(entry: str) -> str:
    """What a stored entry is bound to, so that it opens nowhere else."""
    return f"{entry} hours"
