"""Who of a group is invited to a meeting that goes on, and from whom a leader has taken their link back. May not import
log.py."""

from __future__ import annotations

import secrets
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, select

from server.store import people
from server.store.keys import Keys, decrypt, sha256
from server.store.rows import Invitation
from server.store.tables import invitations

NEVER = 0.0
"""When an invitation was good that stands for a link that was taken back."""


def take_back(connection: Connection, keys: Keys, invitation: Invitation) -> None:
    """No link of this member leads to the session any more, and that it was taken back stays known while it lasts: by
    an invitation whose link nobody has, and which never was good. Raises KeyError if it has ended."""
    assert invitation.member is not None
    people.uninvite(connection, keys, invitation.session, invitation.member)
    never = replace(invitation, uses_left=0, expires_at=NEVER)
    people.invite_hashed(connection, keys, sha256(secrets.token_urlsafe(24)), never)


def awaited(connection: Connection, keys: Keys, session: str) -> dict[str, bool]:
    """Who of a group is invited to this meeting and has no seat in it yet; False: they cannot come, as they said. Of
    whoever has been given a link since then they are awaited again."""
    invited, there = (
        _invited(connection, keys, session),
        set(people.members(connection, keys, session).values()),
    )
    comes = {member for member, declined in invited if not declined}
    return {member: member in comes for member, _ in invited if member not in there}


def invited(connection: Connection, keys: Keys, session: str) -> set[str]:
    """Who of a group has a link to this meeting."""
    return {member for member, _ in _invited(connection, keys, session)}


def taken_back(connection: Connection, keys: Keys, session: str) -> set[str]:
    """From whom a leader has taken back their link to this meeting, and given none since."""
    marked = {member for member, _ in _invited(connection, keys, session, invitations.c.expires_at == NEVER)}
    return marked - invited(connection, keys, session)


def _invited(
    connection: Connection,
    keys: Keys,
    session: str,
    which: ColumnElement[bool] = invitations.c.expires_at > NEVER,
) -> set[tuple[str, bool]]:
    """By each link whose it is, and whether they had declined."""
    key = keys.read(session)
    of_members = (invitations.c.session == session) & invitations.c.member.is_not(None)
    asked = select(invitations).where(of_members, which)
    found = (
        (decrypt(key, row.member, row.token_sha256.hex()), row.declined) for row in connection.execute(asked)
    )
    return {(member, declined) for member, declined in found if member}
