"""A leader's shelf: the records that they keep among their own, for themselves and a supervisor; and the choice to put
one there, until it is released. May import neither log.py nor people.py."""

from __future__ import annotations

from sqlalchemy import Connection

from server.store import choosing, shares, shelved
from server.store.keys import Keys
from server.store.rows import Choice, Owner
from server.store.writer import Writer


class Shelf:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    def owner(self, leader: str) -> Owner:
        """By what the leader's own records, and links to them, are known to be theirs."""
        return shelved.owner(self._keys, leader)

    async def of(self, owner: Owner) -> dict[str, bytes]:
        """Those that stand there, by their ids, in the order of their months."""
        return await self._writer.read(lambda connection: shelved.of(connection, self._keys, owner))

    async def take_off(self, owner: Owner, record: str) -> bool:
        """The leader's line to it is gone, to the last byte, from the links that they have shared, too; the record
        stays. False, and no effect, where it is not there."""

        def take(connection: Connection) -> bool:
            shares.leave_out(connection, self._keys, owner, record)
            return shelved.take_off(connection, self._keys, owner, record)

        taken = await self._writer.write(take)
        await self._writer.scrub()
        return taken

    async def choice(self, person: str) -> Choice:
        """Of somebody who led the session, while its record waits."""
        return await self._writer.read(lambda connection: choosing.choice(connection, self._keys, person))

    async def choose(self, person: str, leader: str, *, keeps: bool) -> None:
        """Its record comes to stand on this leader's shelf, or does not. No effect once it is released or destroyed."""
        await self._writer.write(
            lambda connection: choosing.choose(connection, self._keys, person, leader, keeps=keeps)
        )
