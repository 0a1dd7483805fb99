"""Keys that belong to nothing any more: a crash came between a commit and a key, or the disk refused to destroy it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from server.store import attendance, choosing, groups, leaders, sessions
from server.store.failures import NotSaved, on_disk
from server.store.keys import Keys
from server.store.writer import Writer


class Strays:
    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def destroy(self) -> None:
        """Those of ended sessions, of choices that were made, and of groups that are gone. Raises NotSaved where one
        refuses still: then the others are gone.

        Looked for twice. What is read is on the disk for good, and an end that is undone yet takes no key along; in a
        transaction that writes nobody, in another process, is just making one."""
        if found := await self._writer.read(lambda connection: _strays(connection, self._keys)):
            await self._writer.write(lambda connection: _destroy(connection, self._keys, found))


def _strays(connection: Connection, keys: Keys) -> set[str]:
    in_use = {row.session for row in sessions.listed(connection, ended=False)} | groups.ids(connection)
    in_use |= {leaders.KEY, attendance.KEY} | choosing.in_use(connection)
    return keys.all() - in_use


def _destroy(connection: Connection, keys: Keys, found: Collection[str]) -> None:
    refused: NotSaved | None = None
    for stray in _strays(connection, keys).intersection(found):
        try:
            on_disk(lambda stray=stray: keys.destroy(stray))  # type: ignore[misc]
        except NotSaved as error:
            refused = error
    if refused is not None:
        raise refused
