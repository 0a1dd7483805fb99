"""Whoever goes in: seat, name, browser and the use of a link are one write.

Functions of a connection, run by the writer's thread. May not import log.py.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, update

from server.store import doorstep, people
from server.store.failures import LinkRefused, NameTaken
from server.store.keys import Keys, encrypt, sha256
from server.store.rows import Entry
from server.store.tables import people as table


def may_go_in(connection: Connection, keys: Keys, person: str, entry: Entry) -> Row[Any]:
    """Whose row that is. Changes nothing. Raises LinkRefused: see doorstep.py, and `no_session` where newer ones have
    pushed them from there, or another browser has the place meanwhile; NameTaken."""
    row = people.of_browser(connection, sha256(entry.cookie), settled=False)
    if row is None or row.person != person:
        raise LinkRefused("no_session")
    if (free := people.free_name(connection, keys, person, entry.name)) != entry.name:
        raise NameTaken(free)
    doorstep.may_go_in(connection, row.opened)
    return row


def go_in(connection: Connection, keys: Keys, person: str, seat: int, entry: Entry) -> bool:
    """All of it at once: what their link costs, the seat, the name, what their browser says of them, and that it has
    the place from now on. True if another had it until now, and has it no more. Raises as `may_go_in` does."""
    row = may_go_in(connection, keys, person, entry)
    doorstep.go_in(connection, row.opened)
    written = {"seat": seat, "attested": entry.attested, "opened": None, **_told(keys, row, entry)}
    if moved := bool(row.cookie_sha256 != (hashed := sha256(entry.cookie))):
        written |= {"cookie_sha256": hashed, "next_cookie_sha256": None}
    connection.execute(update(table).where(table.c.person == person).values(**written))
    return moved


def _told(keys: Keys, row: Row[Any], entry: Entry) -> dict[str, bytes]:
    """The name; and of a member what their browser says of its reader: what it does not say stays, and all of it is
    written, so that no row says who has chosen nothing. Nothing once the session's key is destroyed."""
    if (key := keys.read(row.session)) is None:
        return {}
    told = {"name": encrypt(key, entry.name, row.person)}
    if row.member is not None:
        before = people.reader_said(key, row)._asdict()
        for part, said in entry.reader._asdict().items():
            told[part] = encrypt(key, said or before[part], f"{row.person} {part}")
    return told
