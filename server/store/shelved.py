"""Which released records a leader keeps among their own: whose a line is, and to which record it leads, take the key of
all leaders. Functions of a connection, run by the writer's thread; shelf.py is their face.

May import neither log.py nor people.py, nor what knows groups or hours.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, delete, insert, select

from server.store.keys import Keys, decrypt, encrypt
from server.store.leaders import KEY, RECORDS, audited_as, whose
from server.store.records import AS_IT_IS
from server.store.rows import Owner
from server.store.tables import leader_records, leaders, records


def owner(keys: Keys, leader: str) -> Owner:
    key = keys.read(KEY)
    assert key is not None, "it is made with the first leader"
    return Owner(whose=whose(key, leader, RECORDS))


def put(connection: Connection, keys: Keys, leader: str, record: str) -> None:
    """No effect where the leader has been removed."""
    key = keys.read(KEY)
    there = connection.execute(select(leaders.c.leader).where(leaders.c.leader == leader)).one_or_none()
    if key is None or there is None:
        return
    entry = secrets.token_hex(16)
    row = {"entry": entry, "whose": whose(key, leader, RECORDS)}
    connection.execute(insert(leader_records).values(**row, record=encrypt(key, record, _bound(entry))))


def of(connection: Connection, keys: Keys, owner: Owner) -> dict[str, bytes]:
    """By their ids, in the order of their months."""
    return {row.record: row.text for row in _rows(connection, keys, owner)}


def months(connection: Connection, keys: Keys, owner: Owner) -> list[str | None]:
    """Theirs."""
    return [row.month for row in _rows(connection, keys, owner)]


def _rows(connection: Connection, keys: Keys, owner: Owner) -> CursorResult[Any]:
    lines = connection.execute(select(leader_records).where(leader_records.c.whose == owner.whose))
    ids = {record for _, record in _opened(keys, lines)}
    asked = select(records.c.record, records.c.month, AS_IT_IS)
    theirs = asked.where(records.c.session.is_(None), records.c.record.in_(ids))
    return connection.execute(theirs.order_by(records.c.month, records.c.record))


def take_off(connection: Connection, keys: Keys, owner: Owner, record: str) -> bool:
    """The line to it; the record stays. False where there is none."""
    rows = connection.execute(select(leader_records).where(leader_records.c.whose == owner.whose)).all()
    lines = [entry for entry, found in _opened(keys, rows) if found == record]
    _forget(connection, lines)
    return bool(lines)


def forget(connection: Connection, keys: Keys, gone: Collection[str]) -> None:
    """Every leader's lines to records that are destroyed."""
    rows = connection.execute(select(leader_records)).all()
    _forget(connection, [entry for entry, record in _opened(keys, rows) if record in gone])


def noted_under(connection: Connection, keys: Keys, own: Owner | None = None) -> Iterator[tuple[str, str]]:
    """Each record that some leader keeps among their own, and under what a line of the audit log has it: made of the
    leader's line to it, which is chance's, and of the key of all leaders, so that it can be tried by nobody once either
    has gone. Those of `own` come last."""
    key = keys.read(KEY)
    rows = connection.execute(select(leader_records).order_by(leader_records.c.entry)).all()
    theirs = None if own is None else own.whose
    for entry, record in _opened(keys, sorted(rows, key=lambda row: row.whose == theirs)):
        if key is not None:
            yield record, hmac.new(key, f"audit {entry}".encode(), hashlib.sha256).hexdigest()


def noted_as(connection: Connection, keys: Keys, who: str) -> Owner | None:
    """The leader whom the audit log names so; None where it names none who is there."""
    key = keys.read(KEY)
    if key is None:
        return None
    there = connection.scalars(select(leaders.c.leader))
    return next((owner(keys, one) for one in there if audited_as(key, one) == who), None)


def _forget(connection: Connection, entries: Collection[str]) -> None:
    connection.execute(delete(leader_records).where(leader_records.c.entry.in_(entries)))


def _opened(keys: Keys, rows: Iterable[Row[Any]]) -> Iterator[tuple[str, str]]:
    """Each line's id, and the record to which it leads."""
    key = keys.read(KEY)
    for row in rows:
        yield row.entry, decrypt(key, row.record, _bound(row.entry))


def _bound(entry: str) -> str:
    """What a stored id is bound to, so that it opens nowhere else."""
    return f"{entry} shelf"
