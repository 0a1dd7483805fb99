"""That somebody was there, for their own browser: a certificate can be shown there for as long as this is kept.

The browser has a secret; here stand a hash of it, the month, and what a certificate says, encrypted under what only the
secret gives. No copy of the database, nor of the keys, says who was there or when. May import neither log.py, people.py
nor records.py, nor whatever leads to them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from server.store.failures import on_disk
from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import Attendance
from server.store.tables import attendances
from server.store.writer import Writer

KEY = "certificates"
"""Of the codes on certificates, beside the keys of sessions and groups, whose names are hexadecimal."""


class Attendances:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def of(self, tickets: Iterable[str]) -> dict[str, Attendance]:
        """What is kept for these, by the ticket, in the order of the times."""
        asked = tuple(tickets)
        return await self._writer.read(lambda connection: _of(connection, asked))

    async def forget(self, ticket: str) -> None:
        """To the last byte."""
        await self._writer.write(
            lambda connection: (
                connection.execute(delete(attendances).where(attendances.c.found_by == _found_by(ticket)))
                and None
            )
        )
        await self._writer.scrub()

    async def seal(self) -> bytes:
        """The key of the codes by which a certificate is known to be of this server."""
        if (key := self._keys.read(KEY)) is None:
            await self._writer.write(lambda _: self._make_key())
            key = self._keys.read(KEY)
        assert key is not None
        return key

    def _make_key(self) -> None:
        """By the writer's thread, one after the other: whoever comes second finds it."""
        if KEY not in self._keys.all():
            on_disk(lambda: self._keys.make(KEY))


def note(connection: Connection, ticket: str, month: str, attendance: Attendance) -> None:
    hashed = _found_by(ticket)
    text = encrypt(_opens(ticket), attendance.to_text(), hashed.hex())
    connection.execute(insert(attendances).values(found_by=hashed, month=month, text=text))


def _found_by(ticket: str) -> bytes:
    return hashlib.sha256(b"attended " + ticket.encode("utf-8", "surrogatepass")).digest()


def _opens(ticket: str) -> bytes:
    return hashlib.sha256(b"opens " + ticket.encode("utf-8", "surrogatepass")).digest()


def _of(connection: Connection, tickets: tuple[str, ...]) -> dict[str, Attendance]:
    by_hash = {_found_by(ticket): ticket for ticket in tickets}
    rows = connection.execute(select(attendances).where(attendances.c.found_by.in_(by_hash)))
    found = {}
    for row in rows:
        ticket = by_hash[row.found_by]
        if text := decrypt(_opens(ticket), row.text, row.found_by.hex()):
            found[ticket] = Attendance.of_text(text)
    return dict(sorted(found.items(), key=lambda one: one[1].began_at))
