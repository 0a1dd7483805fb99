"""Which of those who led a session keep its record among their own: theirs to choose, and to take back, until it is
released.

A choice stands with a place in the session, encrypted under a key that is made for the choices of this session and is
destroyed with them: so no copy of the database says who led and who chose, and later none does with all the keys that
there are. Functions of a connection, run by the writer's thread. May import neither log.py nor people.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select, update

from server.store.failures import on_disk
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.rows import LEADS, Choice
from server.store.tables import people, records

_KEEPS = "keeps"


def key_of(session: str) -> str:
    """What the key is called: that of the session's names is destroyed at its end, and nobody has chosen then."""
    return sha256(f"{session} choices").hex()


def in_use(connection: Connection) -> set[str]:
    """The names of the keys that a record which waits still needs."""
    waiting = connection.scalars(select(records.c.session).where(records.c.session.is_not(None)))
    return {key_of(session) for session in waiting}


def note(connection: Connection, keys: Keys, session: str, leaders: Mapping[int, str]) -> None:
    """Which leader of this server sits where: of those who led there, and none has chosen yet."""
    led = select(people.c.person, people.c.seat).where(
        people.c.session == session, people.c.role.in_(LEADS), people.c.seat.in_(leaders)
    )
    for row in connection.execute(led).all():
        _write(connection, keys, session, row.person, leaders[row.seat], keeps=False)


def choose(connection: Connection, keys: Keys, person: str, leader: str, *, keeps: bool) -> None:
    """No effect once the record was released, or destroyed."""
    session = connection.scalar(select(people.c.session).where(people.c.person == person))
    if session is not None and key_of(session) in in_use(connection):
        _write(connection, keys, session, person, leader, keeps=keeps)


def choice(connection: Connection, keys: Keys, person: str) -> Choice:
    row = connection.execute(select(people).where(people.c.person == person)).one_or_none()
    return Choice(None, False) if row is None else _read(keys, row.session, row.person, row.keeps)


def chosen(connection: Connection, keys: Keys, session: str) -> set[str]:
    """The leaders who keep its record."""
    rows = connection.execute(select(people.c.person, people.c.keeps).where(people.c.session == session))
    choices = (_read(keys, session, row.person, row.keeps) for row in rows)
    return {one.leader for one in choices if one.keeps and one.leader is not None}


def forget(connection: Connection, session: str) -> None:
    """Who chose what; the key is to be destroyed once this is on the disk."""
    connection.execute(update(people).where(people.c.session == session).values(keeps=None))


def places_of(connection: Connection, keys: Keys, leader: str) -> list[str]:
    """Theirs, in sessions whose record waits."""
    rows = connection.execute(select(people).where(people.c.keeps.is_not(None)))
    return [row.person for row in rows if _read(keys, row.session, row.person, row.keeps).leader == leader]


def forget_leader(connection: Connection, keys: Keys, leader: str) -> int:
    """In how many places something of them was."""
    theirs = places_of(connection, keys, leader)
    connection.execute(update(people).where(people.c.person.in_(theirs)).values(keeps=None))
    return len(theirs)


def _write(
    connection: Connection, keys: Keys, session: str, person: str, leader: str, *, keeps: bool
) -> None:
    name = key_of(session)
    if keys.read(name) is None:
        on_disk(lambda: keys.make(name))
    key = keys.read(name)
    assert key is not None
    stored = encrypt(key, f"{leader} {_KEEPS if keeps else ''}", _bound(person))
    connection.execute(update(people).where(people.c.person == person).values(keeps=stored))


def _read(keys: Keys, session: str, person: str, stored: bytes | None) -> Choice:
    leader, _, said = decrypt(keys.read(key_of(session)), stored, _bound(person)).partition(" ")
    return Choice(leader or None, said == _KEEPS)


def _bound(person: str) -> str:
    """What a stored choice is bound to, so that it opens nowhere else, nor as a name."""
    return f"{person} keeps"
