"""Invitations, places and names. Knows nothing of the log; a person's seat is the only thing both speak of.

Functions of a connection, run by the writer's thread. Tokens and cookies are stored as SHA-256 only: they are long and
random, so a slow hash would protect nothing. May not import log.py.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from server.store import groups
from server.store.failures import LinkRefused
from server.store.keys import Keys, decrypt, encrypt
from server.store.rows import Invitation, Person
from server.store.tables import invitations, people, sessions


def _sha256(secret: str) -> bytes:
    # A cookie header may hold any bytes, which arrive as lone surrogates.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def invite(connection: Connection, token: str, invitation: Invitation) -> None:
    connection.execute(
        insert(invitations).values(
            token_sha256=_sha256(token),
            session=invitation.session,
            role=invitation.role,
            uses_left=invitation.uses_left,
            expires_at=invitation.expires_at,
            member=invitation.member,
        )
    )


def look_up(connection: Connection, token: str, now: float) -> Invitation:
    """Uses nothing up. Raises LinkRefused; a link that is used up is no reason here."""
    row = connection.execute(
        select(invitations, sessions.c.ended)
        .join(sessions, sessions.c.session == invitations.c.session)
        .where(invitations.c.token_sha256 == _sha256(token))
    ).one_or_none()
    if row is None:
        raise LinkRefused("unknown_link")
    invitation = Invitation(row.session, row.role, row.uses_left, row.expires_at, row.member)
    if row.ended:
        raise LinkRefused("session_ended", invitation)
    if row.expires_at <= now:
        raise LinkRefused("expired_link", invitation)
    return invitation


def redeem(connection: Connection, keys: Keys, token: str, now: float) -> tuple[str, Person]:
    """One use of the link for a new place: its cookie secret, and the person. Raises LinkRefused.

    A member's own link leads to the place they have, which then belongs to the browser that came last."""
    invitation = look_up(connection, token, now)
    if invitation.member is not None and (found := _moved(connection, keys, invitation)) is not None:
        return found
    used = connection.execute(
        update(invitations)
        .where(invitations.c.token_sha256 == _sha256(token))
        .where(invitations.c.uses_left > 0)
        .values(uses_left=invitations.c.uses_left - 1)
    )
    if used.rowcount != 1:
        raise LinkRefused("used_link", invitation)
    cookie, person = secrets.token_urlsafe(32), secrets.token_hex(16)
    connection.execute(
        insert(people).values(
            person=person,
            session=invitation.session,
            role=invitation.role,
            cookie_sha256=_sha256(cookie),
            removed=False,
            member=invitation.member,
        )
    )
    if invitation.member is not None:
        rename(connection, keys, person, groups.name_of(connection, keys, invitation.member))
    known = by_id(connection, keys, person)
    assert known is not None
    return cookie, known


def _moved(connection: Connection, keys: Keys, invitation: Invitation) -> tuple[str, Person] | None:
    """The member's place, with a new cookie; None if they have none yet."""
    row = connection.execute(
        select(people)
        .where(people.c.session == invitation.session)
        .where(people.c.member == invitation.member)
    ).one_or_none()
    person = _person(keys, row)
    if person is None:
        return None
    if person.removed:
        raise LinkRefused("removed", invitation)
    cookie = secrets.token_urlsafe(32)
    of_them = people.c.person == person.person
    connection.execute(update(people).where(of_them).values(cookie_sha256=_sha256(cookie)))
    return cookie, person


def by_cookie(connection: Connection, keys: Keys, cookie: str) -> Person | None:
    row = connection.execute(select(people).where(people.c.cookie_sha256 == _sha256(cookie))).one_or_none()
    return _person(keys, row)


def by_id(connection: Connection, keys: Keys, person: str) -> Person | None:
    return _person(keys, connection.execute(select(people).where(people.c.person == person)).one_or_none())


def _person(keys: Keys, row: Row[Any] | None) -> Person | None:
    if row is None:
        return None
    name = decrypt(keys.read(row.session), row.name, row.person)
    return Person(row.person, row.session, row.role, row.seat, name, row.removed, row.member)


def rename(connection: Connection, keys: Keys, person: str, name: str) -> None:
    """No effect on an unknown person, or once the session's key is destroyed."""
    session = connection.execute(select(people.c.session).where(people.c.person == person)).scalar()
    key = keys.read(session) if session else None
    if key is None:
        return
    stored = encrypt(key, name, person)
    connection.execute(update(people).where(people.c.person == person).values(name=stored))


def take_seat(connection: Connection, person: str, seat: int) -> None:
    connection.execute(update(people).where(people.c.person == person).values(seat=seat))


def seats(connection: Connection, session: str) -> set[int]:
    taken = select(people.c.seat).where(people.c.session == session).where(people.c.seat.is_not(None))
    return set(connection.execute(taken).scalars())


def names(connection: Connection, keys: Keys, session: str) -> dict[int, str]:
    key = keys.read(session)
    rows = connection.execute(
        select(people.c.person, people.c.seat, people.c.name)
        .where(people.c.session == session)
        .where(people.c.seat.is_not(None))
    )
    return {row.seat: name for row in rows if (name := decrypt(key, row.name, row.person))}


def remove(connection: Connection, session: str, seat: int) -> None:
    connection.execute(
        update(people).where(people.c.session == session).where(people.c.seat == seat).values(removed=True)
    )


def forget_names(connection: Connection, session: str) -> None:
    connection.execute(update(people).where(people.c.session == session).values(name=None))
