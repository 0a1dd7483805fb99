"""A group's series: the records of the meetings that it keeps together. May import neither log.py nor people.py.

What they share is an opaque id. A record says it in plain; a group, and a session that is not over, keep it encrypted
under the key of their names, so that no copy of the database says whose records they are.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, select, update

from server.store.failures import GroupRefused
from server.store.keys import Keys, decrypt, encrypt
from server.store.tables import groups, records, sessions, shares
from server.store.writer import Writer


class Series:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def of(self, group: str) -> str | None:
        """None: the group has never kept records together, or does so no more."""
        return await self._writer.read(lambda connection: of_group(connection, self._keys, group))

    async def end(self, group: str) -> None:
        """The records stay, and lead neither to the group nor to each other, nor does a line of the
        audit log, which has them under the series' id; whatever it keeps together from now on is another series. Links
        by which others looked at them open nothing any more."""
        await self._writer.write(lambda connection: end(connection, self._keys, group))
        await self._writer.scrub()


def of_group(connection: Connection, keys: Keys, group: str) -> str | None:
    stored = connection.execute(select(groups.c.series).where(groups.c.group == group)).scalar()
    return decrypt(keys.read(group), stored, _bound(group)) or None


def of_session(connection: Connection, keys: Keys, session: str) -> str | None:
    """In which the record of a session that ends now will be."""
    stored = connection.execute(select(sessions.c.series).where(sessions.c.session == session)).scalar()
    return decrypt(keys.read(session), stored, _bound(session)) or None


def begin(connection: Connection, keys: Keys, session: str, group: str) -> None:
    """The record of this session will be in the group's series, which begins with it if there is none. Raises
    GroupRefused."""
    key, own = keys.read(group), keys.read(session)
    if key is None or own is None:
        raise GroupRefused("unknown_group")
    series = of_group(connection, keys, group)
    if series is None:
        series = secrets.token_hex(16)
        kept = update(groups).where(groups.c.group == group)
        connection.execute(kept.values(series=encrypt(key, series, _bound(group))))
    noted = update(sessions).where(sessions.c.session == session)
    connection.execute(noted.values(series=encrypt(own, series, _bound(session))))


def end(connection: Connection, keys: Keys, group: str) -> None:
    series = of_group(connection, keys, group)
    connection.execute(update(groups).where(groups.c.group == group).values(series=None))
    connection.execute(delete(shares).where(shares.c.group == group))
    if series is not None:
        connection.execute(update(records).where(records.c.series == series).values(series=None))
        _take_from_sessions(connection, keys, series)


def _take_from_sessions(connection: Connection, keys: Keys, series: str) -> None:
    """Else the record of one that goes on now would bring the id back."""
    for session in connection.scalars(select(sessions.c.session).where(sessions.c.series.is_not(None))).all():
        if of_session(connection, keys, session) == series:
            connection.execute(update(sessions).where(sessions.c.session == session).values(series=None))


def _bound(whose: str) -> str:
    """What a stored id is bound to, so that it opens nowhere else, nor as a name."""
    return f"{whose} series"
