"""What becomes of the structure records that were released: taken away, destroyed, expired, and each of it noted.

May not import people.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from server.store import audit
from server.store.rows import AuditLine, Receipt
from server.store.tables import records
from server.store.writer import Writer


class Released:
    """Every method may raise NotSaved, and then nothing has changed; and ValueError: see audit.py for `who` and `day`.
    Of records that are not released nothing is known here."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def older_than(self, month: str) -> list[str]:
        """The ids of those of an earlier month than this one, such as 2026-11; not those that say none."""
        return await self._writer.read(lambda connection: _older_than(connection, month))

    async def of_series(self, series: str) -> dict[str, bytes]:
        """Those that a group keeps together, by their ids, in the order of their months."""
        return await self._writer.read(lambda connection: in_series(connection, series))

    async def taken_away(self, ids: Collection[str], as_: str, who: str, day: str) -> None:
        """Notes it, before it is done: what is not noted may not go. Those that are gone meanwhile are left out."""

        def note(connection: Connection) -> None:
            audit.add(connection, who, "exported", day, hashes_of(connection, ids), as_)

        await self._writer.write(note)

    async def destroy(self, ids: Collection[str], who: str, day: str) -> Receipt | None:
        """To the last byte; None if there is none of these (any more)."""
        receipt = await self._writer.write(lambda connection: _destroy(connection, ids, who, day))
        if receipt is not None:
            await self._writer.scrub()
        return receipt

    async def expire(self, month: str, day: str) -> int:
        """Destroys those of an earlier month than this one, and says how many that were."""

        def expire(connection: Connection) -> Receipt | None:
            return _destroy(connection, _older_than(connection, month), "server", day)

        if not await self.older_than(
            month
        ):  # almost always; and a transaction that writes waits for the disk
            return 0
        receipt = await self._writer.write(expire)
        await self._writer.scrub()
        return 0 if receipt is None else len(receipt.hashes)

    async def audit(self) -> list[AuditLine]:
        return await self._writer.read(audit.lines)


def in_series(connection: Connection, series: str) -> dict[str, bytes]:
    asked = select(records.c.record, records.c.text).where(
        records.c.session.is_(None), records.c.series == series
    )
    in_order = asked.order_by(records.c.month, records.c.record)
    return {row.record: row.text for row in connection.execute(in_order)}


def _older_than(connection: Connection, month: str) -> list[str]:
    asked = select(records.c.record).where(records.c.session.is_(None), records.c.month < month)
    return list(connection.scalars(asked.order_by(records.c.record)))


def hashes_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(records.c.record, records.c.text).where(records.c.session.is_(None))
    found = connection.execute(asked.where(records.c.record.in_(ids)).order_by(records.c.record))
    return {row.record: hashlib.sha256(row.text).hexdigest() for row in found}


def _destroy(connection: Connection, ids: Collection[str], who: str, day: str) -> Receipt | None:
    hashes = hashes_of(connection, ids)
    if not hashes:
        return None
    connection.execute(delete(records).where(records.c.record.in_(hashes)))
    return Receipt(hashes, audit.add(connection, who, "destroyed", day, hashes))
