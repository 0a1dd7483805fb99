"""Whoever has opened a link that several share, and has not gone in yet: they have a place, and have used nothing up.

A mail scanner that runs scripts opens a link as a browser does; it never says what is asked of everyone before they go
in. So that is when one of the link's uses is spent. Functions of a connection, run by the writer's thread.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, literal_column, select, update

from server.store.failures import LinkRefused
from server.store.rows import Invitation
from server.store.tables import invitations, people

MOST = 100
"""Of one session; whoever opened the link before the newest of these opens it again. More than ever come at once."""


def step_up(connection: Connection, invitation: Invitation) -> None:
    """One more may stand there. Raises LinkRefused: as many as the link is for have gone in."""
    if invitation.uses_left < 1:
        raise LinkRefused("used_link", invitation)
    there = (people.c.session == invitation.session) & people.c.opened.is_not(None)
    row: ColumnElement[int] = literal_column("people.rowid")
    last = connection.scalar(select(row).where(there).order_by(row.desc()).offset(MOST - 1).limit(1))
    if last is not None:
        connection.execute(delete(people).where(there, row <= last))


def may_go_in(connection: Connection, opened: bytes | None) -> None:
    """By the link that they opened, if they have not been in yet. Raises LinkRefused: others have been quicker."""
    of_it = select(invitations.c.uses_left).where(invitations.c.token_sha256 == opened)
    if opened is not None and (connection.scalar(of_it) or 0) < 1:
        raise LinkRefused("used_link")


def go_in(connection: Connection, opened: bytes | None) -> None:
    """The first time that somebody does: one use of the link that they opened is spent. Raises LinkRefused."""
    if opened is None:
        return
    left = (invitations.c.token_sha256 == opened) & (invitations.c.uses_left > 0)
    spent = update(invitations).where(left).values(uses_left=invitations.c.uses_left - 1)
    if connection.execute(spent).rowcount != 1:
        raise LinkRefused("used_link")
