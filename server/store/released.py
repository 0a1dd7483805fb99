"""What becomes of the structure records that were released: taken away, destroyed, expired, and each of it noted.

May not import people.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, func, select

from server.store import audit, shelved
from server.store.failures import NotSaved
from server.store.keys import Keys
from server.store.records import AS_IT_IS
from server.store.rows import AuditLine, Owner, Receipt
from server.store.tables import records
from server.store.writer import Writer


class Released:
    """Every method may raise NotSaved, and then nothing has changed; and ValueError: see audit.py for `who` and `day`.
    Of records that are not released nothing is known here."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def older_than(self, month: str) -> list[str]:
        """The ids of those of an earlier month than this one, such as 2026-11; not those that say none."""
        return await self._writer.read(lambda connection: _older_than(connection, month))

    async def of_series(self, series: str) -> dict[str, bytes]:
        """Those that a group keeps together, by their ids, in the order of their months."""
        return await self._writer.read(lambda connection: in_series(connection, series))

    async def taken_away(self, kept: Mapping[str, bytes], as_: str, who: str, day: str) -> None:
        """Notes it, before it is done: what is not noted may not go. `kept` are the very bytes of each, by its id.
        Raises NotSaved, too, where one of them has been destroyed since they were read."""
        hashes = {record: _sha256(text) for record, text in kept.items()}

        def note(connection: Connection) -> None:
            if hashes_of(connection, kept) != hashes:
                raise NotSaved("a record was destroyed meanwhile, so none is taken away")
            add_line(connection, self._keys, who, "exported", day, kept, as_)

        await self._writer.write(note)

    async def destroy(self, ids: Collection[str], who: str, day: str) -> Receipt | None:
        """To the last byte; None if there is none of these (any more). The receipt says whether they are out of the
        journal, too."""
        receipt = await self._writer.write(lambda connection: _destroy(connection, self._keys, ids, who, day))
        return None if receipt is None else receipt._replace(scrubbed=await self._writer.scrub())

    async def expire(self, month: str, day: str) -> int:
        """Destroys those of an earlier month than this one, and says how many that were."""

        def expire(connection: Connection) -> Receipt | None:
            return _destroy(connection, self._keys, _older_than(connection, month), "server", day)

        if not await self.older_than(
            month
        ):  # almost always; and a transaction that writes waits for the disk
            return 0
        receipt = await self._writer.write(expire)
        await self._writer.scrub()
        return 0 if receipt is None else len(receipt.hashes)

    async def scrub(self) -> bool:
        """Whether what was deleted, by another process, too, is out of the database's journal now."""
        return await self._writer.scrub()

    async def newest_month(self) -> str | None:
        """Of all that is known here: a record, also one that waits, or a day of the log. As 2026-11."""
        return await self._writer.read(_newest_month)

    async def audit(self) -> list[AuditLine]:
        return await self._writer.read(audit.lines)

    async def kept_together(self) -> dict[str, str]:
        """The ids of the records that groups keep together, or leaders among their own, by what lines of the log have
        in their place."""
        return await self._writer.read(lambda connection: _kept_together(connection, self._keys))


def in_series(connection: Connection, series: str) -> dict[str, bytes]:
    asked = select(records.c.record, AS_IT_IS).where(records.c.session.is_(None), records.c.series == series)
    in_order = asked.order_by(records.c.month, records.c.record)
    return {row.record: row.text for row in connection.execute(in_order)}


def _older_than(connection: Connection, month: str) -> list[str]:
    asked = select(records.c.record).where(records.c.session.is_(None), records.c.month < month)
    return list(connection.scalars(asked.order_by(records.c.record)))


def hashes_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(records.c.record, AS_IT_IS).where(records.c.session.is_(None), records.c.record.in_(ids))
    found = connection.execute(asked.order_by(records.c.record))
    return {row.record: _sha256(row.text) for row in found}


def add_line(
    connection: Connection,
    keys: Keys,
    who: str,
    act: str,
    day: str,
    ids: Collection[str],
    as_: str,
    owner: Owner | None = None,
) -> AuditLine:
    """That something other than their end became of these records. Those that a group keeps together stand there
    under the id of their series, and those that a leader keeps among their own under that leader's line to each: once
    that has gone, no line leads from one of them to another. `owner`: whose link it was."""
    own = owner or shelved.noted_as(connection, keys, who)
    under = dict(shelved.noted_under(connection, keys, own)) | _series_of(connection, ids)
    plain, together = dict[str, str](), list[str]()
    for record, sha256 in hashes_of(connection, ids).items():
        if record in under:
            together.append(audit.keyed(under[record], record, sha256))
        else:
            plain[record] = sha256
    return audit.add(connection, who, act, day, plain, as_, together=together)


def _kept_together(connection: Connection, keys: Keys) -> dict[str, str]:
    under = [*_series_of(connection).items(), *shelved.noted_under(connection, keys)]
    hashes = hashes_of(connection, {record for record, _ in under})
    return {audit.keyed(one, record, hashes[record]): record for record, one in under if record in hashes}


def _series_of(connection: Connection, ids: Collection[str] | None = None) -> dict[str, str]:
    """In which each is, of these or of all; not those that are in none."""
    asked = select(records.c.record, records.c.series).where(
        records.c.session.is_(None), records.c.series.is_not(None)
    )
    asked = asked if ids is None else asked.where(records.c.record.in_(ids))
    return {row.record: row.series for row in connection.execute(asked)}


def _sha256(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _newest_month(connection: Connection) -> str | None:
    of_record = connection.execute(select(func.max(records.c.month))).scalar_one()
    months = [day[:7] for day in audit.days(connection)]
    return max(months if of_record is None else [*months, of_record], default=None)


def _destroy(connection: Connection, keys: Keys, ids: Collection[str], who: str, day: str) -> Receipt | None:
    hashes = hashes_of(connection, ids)
    if not hashes:
        return None
    connection.execute(delete(records).where(records.c.record.in_(hashes)))
    shelved.forget(connection, keys, hashes)
    return Receipt(hashes, audit.add(connection, who, "destroyed", day, hashes))
