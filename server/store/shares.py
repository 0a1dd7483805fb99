"""Links by which somebody else, such as a supervisor, looks at records that a group keeps together, until they end.

Of the secret in a link only a hash is kept; which record it shows is encrypted under the key of the group's names. May
import neither log.py nor people.py.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from server.store import audit, series
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.released import hashes_of, in_series
from server.store.rows import Share
from server.store.tables import shares
from server.store.writer import Writer


class Shares:
    """Every method may raise NotSaved, and then nothing has changed. Times are UTC, in seconds since 1970; `day` is
    that of audit.py, which notes each."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def make(
        self, token: str, group: str, record: str | None, who: str, now: float, until: float, day: str
    ) -> bool:
        """The leader shares one record of the group, or with None all that it keeps together, then and later. False if
        it keeps no such one."""
        share = Share(secrets.token_hex(8), group, record, until)
        return await self._writer.write(
            lambda connection: _make(connection, self._keys, token, share, who, now, day)
        )

    async def of(self, group: str, now: float) -> list[Share]:
        """Those that have not ended, the first to end first."""
        return await self._writer.read(lambda connection: _of(connection, self._keys, group, now))

    async def by_token(self, token: str, now: float) -> Share | None:
        return await self._writer.read(lambda connection: _by_token(connection, self._keys, token, now))

    async def opened(self, share: Share, day: str) -> None:
        """Somebody has pressed at the link."""
        await self._writer.write(
            lambda connection: _note(
                connection, self._keys, share, noted_as(self._keys, share), "opened", day
            )
        )

    async def end(self, group: str, share: str, who: str, now: float, day: str) -> None:
        """It opens nothing any more. No effect where the group has no such one."""
        await self._writer.write(lambda connection: _end(connection, self._keys, group, share, who, now, day))


def _make(
    connection: Connection, keys: Keys, token: str, share: Share, who: str, now: float, day: str
) -> bool:
    connection.execute(delete(shares).where(shares.c.expires_at <= now))
    if not _shown(connection, keys, share):
        return False
    key = keys.read(share.group)
    assert key is not None, "else it would keep nothing together"
    record = None if share.record is None else encrypt(key, share.record, _bound(share.share))
    row = {"token_sha256": sha256(token), "share": share.share, "group": share.group, "record": record}
    connection.execute(insert(shares).values(**row, expires_at=share.until))
    _note(connection, keys, share, who, "shared", day)
    return True


def _of(connection: Connection, keys: Keys, group: str, now: float) -> list[Share]:
    asked = select(shares).where(shares.c.group == group, shares.c.expires_at > now)
    return [
        _share(keys, row) for row in connection.execute(asked.order_by(shares.c.expires_at, shares.c.share))
    ]


def _by_token(connection: Connection, keys: Keys, token: str, now: float) -> Share | None:
    asked = select(shares).where(shares.c.token_sha256 == sha256(token), shares.c.expires_at > now)
    row = connection.execute(asked).one_or_none()
    return None if row is None else _share(keys, row)


def _end(connection: Connection, keys: Keys, group: str, share: str, who: str, now: float, day: str) -> None:
    found = next((one for one in _of(connection, keys, group, now) if one.share == share), None)
    if found is not None:
        connection.execute(delete(shares).where(shares.c.share == share))
        _note(connection, keys, found, who, "unshared", day)


def noted_as(keys: Keys, share: Share) -> str:
    """By what the audit log names a link: without the key of the group's names it leads from a record to no group."""
    key = keys.read(share.group) or b""
    return hmac.new(key, f"audit {share.share}".encode(), hashlib.sha256).hexdigest()[:16]


def _note(connection: Connection, keys: Keys, share: Share, who: str, act: str, day: str) -> None:
    shown = hashes_of(connection, _shown(connection, keys, share))
    audit.add(connection, who, act, day, shown, "link")


def _shown(connection: Connection, keys: Keys, share: Share) -> list[str]:
    """The records that the link shows now."""
    own = series.of_group(connection, keys, share.group)
    kept = [] if own is None else list(in_series(connection, own))
    return [one for one in kept if share.record in (None, one)]


def _share(keys: Keys, row: Row[Any]) -> Share:
    stored = row.record
    record = None if stored is None else decrypt(keys.read(row.group), stored, _bound(row.share))
    return Share(row.share, row.group, record, row.expires_at)


def _bound(share: str) -> str:
    """What a stored id is bound to, so that it opens nowhere else, nor as a name."""
    return f"{share} record"
