"""Invitations, places and names. Knows nothing of the log; a person's seat is the only thing both speak of.

Functions of a connection, run by the writer's thread. Tokens and cookies are stored as SHA-256 only: they are long and
random, so a slow hash would protect nothing. May not import log.py.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from server.names import distinct
from server.store import doorstep, former, groups
from server.store.failures import LinkRefused
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.rows import Invitation, Person, Reader
from server.store.tables import invitations, people, sessions


def invite(connection: Connection, keys: Keys, token: str, invitation: Invitation) -> None:
    """Raises KeyError if a member is invited to a session whose key is gone."""
    invite_hashed(connection, keys, sha256(token), invitation)
    if invitation.member is not None:
        former.keep(connection, token, invitation.member, invitation.expires_at)


def invite_hashed(
    connection: Connection, keys: Keys, hashed: bytes, invitation: Invitation, declined: bool = False
) -> None:
    """By a link that is in people's hands already. `declined`: they had said by it that they cannot come."""
    member = None
    if invitation.member is not None:
        key = keys.read(invitation.session)
        if key is None:
            raise KeyError(invitation.session)
        member = encrypt(key, invitation.member, hashed.hex())
    connection.execute(
        insert(invitations).values(
            token_sha256=hashed,
            session=invitation.session,
            role=invitation.role,
            uses_left=invitation.uses_left,
            expires_at=invitation.expires_at,
            member=member,
            declined=declined,
        )
    )


def meeting_of(connection: Connection, keys: Keys, members: Collection[str], now: float) -> str | None:
    """The newest session to which a link that is still good invites one of these members of a group; None if all have
    ended."""
    asked = (
        select(invitations)
        .join(sessions, sessions.c.session == invitations.c.session)
        .where(sessions.c.ended.is_(False), invitations.c.member.is_not(None), invitations.c.expires_at > now)
        .order_by(sessions.c.opened_at.desc())
    )
    for row in connection.execute(asked):
        if decrypt(keys.read(row.session), row.member, row.token_sha256.hex()) in members:
            return str(row.session)
    return None


def invite_anew(connection: Connection, keys: Keys, session: str, anew: Mapping[str, Invitation]) -> None:
    """The members' links to this meeting of their group, from now on: those before open nothing, and whoever is in has
    their place. Raises LinkRefused if it has ended."""
    if keys.read(session) is None:
        raise LinkRefused("session_ended")
    of_members = (invitations.c.session == session) & invitations.c.member.is_not(None)
    connection.execute(delete(invitations).where(of_members))
    for token, invitation in anew.items():
        invite(connection, keys, token, invitation)


def uninvite(connection: Connection, keys: Keys, session: str, member: str) -> int:
    """No link of this member leads to the session any more; how many did."""
    return _forget_links(connection, keys, member, invitations.c.session == session)


def _forget_links(connection: Connection, keys: Keys, member: str, *which: ColumnElement[bool]) -> int:
    asked = select(invitations).where(invitations.c.member.is_not(None), *which)
    theirs = [
        row.token_sha256
        for row in connection.execute(asked)
        if decrypt(keys.read(row.session), row.member, row.token_sha256.hex()) == member
    ]
    connection.execute(delete(invitations).where(invitations.c.token_sha256.in_(theirs)))
    return len(theirs)


def look_up(connection: Connection, keys: Keys, token: str, now: float) -> Invitation:
    """Uses nothing up. Raises LinkRefused; a link that is used up is no reason here."""
    row = connection.execute(
        select(invitations, sessions.c.ended)
        .join(sessions, sessions.c.session == invitations.c.session)
        .where(invitations.c.token_sha256 == sha256(token))
    ).one_or_none()
    if row is None:
        raise LinkRefused("unknown_link")
    member = decrypt(keys.read(row.session), row.member, row.token_sha256.hex()) or None
    invitation = Invitation(row.session, row.role, row.uses_left, row.expires_at, member)
    if row.ended:
        raise LinkRefused("session_ended", invitation)
    if row.expires_at <= now:
        raise LinkRefused("expired_link", invitation)
    return invitation


def redeem(connection: Connection, keys: Keys, token: str, now: float) -> tuple[str, Person]:
    """A new place by the link: its cookie's secret, and the person. What it costs is spent when they go in (`go_in`).
    Raises LinkRefused.

    A member's own link is never used up: it leads to the one place they have, also once it has expired. The browser
    that opened it has the place when they go in there (`go_in`); until then the one before has it, too."""
    try:
        invitation = look_up(connection, keys, token, now)
    except LinkRefused as refused:
        if refused.code != "expired_link" or refused.invitation is None:
            raise
        found = _found(connection, keys, refused.invitation)
        if found is None:
            raise
        return found
    if (found := _found(connection, keys, invitation)) is not None:
        return found
    if invitation.member is None:
        doorstep.step_up(connection, invitation)
    cookie, person, member = secrets.token_urlsafe(32), secrets.token_hex(16), None
    if invitation.member is not None:
        key = keys.read(invitation.session)
        assert key is not None, "else nobody could have read whose link it is"
        member = encrypt(key, invitation.member, _bound(person))
    connection.execute(
        insert(people).values(
            person=person,
            session=invitation.session,
            role=invitation.role,
            cookie_sha256=sha256(cookie),
            removed=False,
            member=member,
            opened=sha256(token) if invitation.member is None else None,
        )
    )
    if invitation.member is not None:
        rename(connection, keys, person, groups.name_of(connection, keys, invitation.member))
    known = by_id(connection, keys, person)
    assert known is not None
    return cookie, known


def _found(connection: Connection, keys: Keys, invitation: Invitation) -> tuple[str, Person] | None:
    """The member's place, with a cookie for one more browser; None if they have none yet, and for shared links."""
    if invitation.member is None:
        return None
    rows = connection.execute(select(people).where(people.c.session == invitation.session)).all()
    found = (_person(keys, row) for row in rows)
    person = next((one for one in found if one is not None and one.member == invitation.member), None)
    if person is None:
        return None
    if person.removed:
        raise LinkRefused("removed", invitation)
    cookie = secrets.token_urlsafe(32)
    of_them = people.c.person == person.person
    connection.execute(update(people).where(of_them).values(next_cookie_sha256=sha256(cookie)))
    return cookie, replace(person, attested=0)


def by_cookie(connection: Connection, keys: Keys, cookie: str, settled: bool) -> Person | None:
    """`settled`: only of the browser that has the place, not of one that has opened the link and has not gone in."""
    hashed = sha256(cookie)
    return _person(keys, of_browser(connection, hashed, settled), hashed)


def of_browser(connection: Connection, hashed: bytes, settled: bool) -> Row[Any] | None:
    """As above; `hashed`: its cookie."""
    has = people.c.cookie_sha256 == hashed
    wanted = has if settled else or_(has, people.c.next_cookie_sha256 == hashed)
    return connection.execute(select(people).where(wanted)).one_or_none()


def by_id(connection: Connection, keys: Keys, person: str) -> Person | None:
    return _person(keys, connection.execute(select(people).where(people.c.person == person)).one_or_none())


def _person(keys: Keys, row: Row[Any] | None, browser: bytes | None = None) -> Person | None:
    """What was attested was so in the browser that has the place; in another nothing has been."""
    if row is None:
        return None
    key = keys.read(row.session)
    name, member = decrypt(key, row.name, row.person), decrypt(key, row.member, _bound(row.person))
    attested = row.attested if browser in (None, row.cookie_sha256) else 0
    return Person(row.person, row.session, row.role, row.seat, name, row.removed, member or None, attested)


def _bound(person: str) -> str:
    """What a stored member is bound to, so that it opens nowhere else, nor as a name."""
    return f"{person} member"


def rename(connection: Connection, keys: Keys, person: str, name: str) -> None:
    """No effect on an unknown person, or once the session's key is destroyed."""
    session = connection.execute(select(people.c.session).where(people.c.person == person)).scalar()
    key = keys.read(session) if session else None
    if key is None:
        return
    stored = encrypt(key, name, person)
    connection.execute(update(people).where(people.c.person == person).values(name=stored))


def call_seat(connection: Connection, keys: Keys, session: str, seat: int, name: str) -> None:
    """As `rename`, by the name that is free."""
    of_seat = select(people.c.person).where(people.c.session == session).where(people.c.seat == seat)
    if (person := connection.execute(of_seat).scalar()) is not None:
        rename(connection, keys, person, free_name(connection, keys, person, name))


def free_name(connection: Connection, keys: Keys, person: str, name: str) -> str:
    """With a number where another is called so who has a seat, also if they have left it and may come back."""
    if (this := by_id(connection, keys, person)) is None:
        return name
    seated = people.c.seat.is_not(None)
    others = select(people).where(people.c.session == this.session, people.c.person != person, seated)
    rows, key = connection.execute(others.where(people.c.removed.is_(False))).all(), keys.read(this.session)
    return distinct(name, (decrypt(key, row.name, row.person) for row in rows))


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


def members(connection: Connection, keys: Keys, session: str) -> dict[int, str]:
    """Seat → whose it is in a group, of everyone seated who belongs to one."""
    key = keys.read(session)
    seated = select(people).where(people.c.session == session).where(people.c.seat.is_not(None))
    found = ((row.seat, decrypt(key, row.member, _bound(row.person))) for row in connection.execute(seated))
    return {seat: member for seat, member in found if member}


def unseat(connection: Connection, session: str, there: frozenset[int]) -> None:
    """Whoever never sat in the circle has no seat of it any more."""
    connection.execute(
        update(people).where(people.c.session == session).where(people.c.seat.not_in(there)).values(seat=None)
    )


def agree(connection: Connection, person: str, agrees: bool) -> None:
    connection.execute(update(people).where(people.c.person == person).values(agrees=agrees))


def agrees(connection: Connection, person: str) -> bool:
    return bool(connection.scalar(select(people.c.agrees).where(people.c.person == person)))


def agreed(connection: Connection, session: str) -> int:
    """How many of those who had a seat in it. Who said what is forgotten with this."""
    of_it = people.c.session == session
    asked = select(func.count()).select_from(people).where(of_it, people.c.seat.is_not(None), people.c.agrees)
    count = connection.scalar(asked) or 0
    forget_agreement(connection, session)
    return count


def forget_agreement(connection: Connection, session: str) -> None:
    connection.execute(update(people).where(people.c.session == session).values(agrees=False))


def remove(connection: Connection, session: str, seat: int) -> None:
    connection.execute(
        update(people).where(people.c.session == session).where(people.c.seat == seat).values(removed=True)
    )


def ticket(connection: Connection, keys: Keys, person: str) -> str | None:
    """The secret by which this person's browsers find later that they were there; the same for each. None once the
    session has ended."""
    row = connection.execute(select(people).where(people.c.person == person)).one_or_none()
    key = None if row is None else keys.read(row.session)
    if row is None or key is None:
        return None
    if known := decrypt(key, row.ticket, _bound_ticket(person)):
        return known
    secret = secrets.token_urlsafe(32)
    stored = encrypt(key, secret, _bound_ticket(person))
    connection.execute(update(people).where(people.c.person == person).values(ticket=stored))
    return secret


def tickets(connection: Connection, keys: Keys, session: str) -> dict[int, str]:
    """Seat → ticket, of everyone seated who has one."""
    key = keys.read(session)
    seated = select(people).where(people.c.session == session).where(people.c.seat.is_not(None))
    rows = connection.execute(seated)
    found = ((row.seat, decrypt(key, row.ticket, _bound_ticket(row.person))) for row in rows)
    return {seat: secret for seat, secret in found if secret}


def _bound_ticket(person: str) -> str:
    return f"{person} ticket"


def readers(connection: Connection, keys: Keys, session: str) -> dict[str, Reader]:
    """Member of a group → what their browser has said; of everyone who has a place."""
    key = keys.read(session)
    rows = connection.execute(select(people).where(people.c.session == session)).all()
    told = {decrypt(key, row.member, _bound(row.person)): reader_said(key, row) for row in rows}
    return {member: reader for member, reader in told.items() if member}


def reader_of(connection: Connection, keys: Keys, member: str) -> Reader:
    """As their browser said it in a session that goes on."""
    rows = (row for row, _ in places_of(connection, keys, member))
    told = (reader_said(keys.read(row.session), row) for row in rows)
    return next(filter(any, told), Reader())


def reader_said(key: bytes | None, row: Row[Any]) -> Reader:
    return Reader(
        decrypt(key, row.zone, f"{row.person} zone"), decrypt(key, row.language, f"{row.person} language")
    )


def forget_names(connection: Connection, session: str) -> None:
    """And who belonged to a group, and that they said what is asked of everyone. What the journal still holds of names
    opens no more, once the key is destroyed."""
    of_session = people.c.session == session
    connection.execute(
        update(people)
        .where(of_session)
        .values(
            name=None, member=None, next_cookie_sha256=None, attested=0, ticket=None, zone=None, language=None
        )
    )
    connection.execute(update(invitations).where(invitations.c.session == session).values(member=None))


def places_of(connection: Connection, keys: Keys, member: str) -> Iterator[tuple[Row[Any], str]]:
    """Whose places a member of a group has in sessions that go on, each with its session's opening, and their name."""
    asked = select(people, sessions.c.opened_at).join(sessions, sessions.c.session == people.c.session)
    for row in connection.execute(asked.where(people.c.member.is_not(None))).all():
        key = keys.read(row.session)
        if decrypt(key, row.member, _bound(row.person)) == member:
            yield row, decrypt(key, row.name, row.person)


def forget_member(connection: Connection, keys: Keys, member: str) -> dict[str, int]:
    """Their name, whose it is, and by what they would find that they were there, in sessions that go on; their place
    stays until the end. And the links that invite them. How many rows of each table that were."""
    places = [row.person for row, _ in places_of(connection, keys, member)]
    of_them = update(people).where(people.c.person.in_(places))
    connection.execute(of_them.values(name=None, member=None, ticket=None, zone=None, language=None))
    return {"people": len(places), "invitations": _forget_links(connection, keys, member)}
