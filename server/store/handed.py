"""Links that a leader hands on by themselves, to a meeting that is planned or open: one in place of those before, or
none. May not import log.py."""

from __future__ import annotations

from sqlalchemy import Connection

from server.store import invited, meetings, people
from server.store.keys import Keys
from server.store.rows import Invitation
from server.store.writer import Writer


class Handed:
    """Every method may raise NotSaved, and then nothing has changed. Whoever is in the room stays there."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def planned(self, meeting: str, member: str, token: str | None) -> bool:
        """Their link to a meeting that is not open yet; None: they have none. False: it, or they, are gone."""
        return await self._writer.write(lambda connection: _planned(connection, meeting, member, token))

    async def open(self, session: str, member: str, token: str | None, invitation: Invitation) -> None:
        """Their link to a meeting that goes on; None: they have none. Raises KeyError if it has ended."""
        await self._writer.write(
            lambda connection: _open(connection, self._keys, session, member, token, invitation)
        )

    async def of(self, session: str) -> frozenset[str]:
        """Who of a group has a link to a meeting that goes on."""
        return await self._writer.read(
            lambda connection: frozenset(invited.invited(connection, self._keys, session))
        )

    async def taken_back(self, session: str) -> frozenset[str]:
        """From whom their link to a meeting that goes on has been taken back, and none given since."""
        return await self._writer.read(
            lambda connection: frozenset(invited.taken_back(connection, self._keys, session))
        )


def _planned(connection: Connection, meeting: str, member: str, token: str | None) -> bool:
    if not meetings.replace_links(connection, meeting, member, token):
        return False
    if token is None:
        meetings.note(connection, meeting, member, "revoked")
    else:
        meetings.note(connection, meeting, member, "handed", knows=True)
    return True


def _open(
    connection: Connection, keys: Keys, session: str, member: str, token: str | None, invitation: Invitation
) -> None:
    if token is None:
        invited.take_back(connection, keys, invitation)
    else:
        people.uninvite(connection, keys, session, member)
        people.invite(connection, keys, token, invitation)
