"""Links by which somebody else, such as a supervisor, looks at records that a group keeps together, or at some of a
leader's own, until they end: those for which the link was made, and none that comes later.

Of the secret in a link only a hash is kept; which records it shows, and when it ends, is encrypted under the key of the
group's names, or of all leaders: an end that could be read would say the day on which it was made, and so which line of
the audit log is of it, and a leader's own records stand in that line. All are of one length and kept in no order. May
import neither log.py nor people.py.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b85decode, b85encode
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from server.store import leaders, series, shelved
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.released import add_line, in_series
from server.store.rows import Owner, Share
from server.store.tables import shares
from server.store.writer import Writer

MOST = 72
"""Records to which one link can lead: six years of months."""
LENGTH = 768
"""Of what is encrypted, of one record or of so many: how many there are is in the audit log, too. A longer row would
lie on pages of its own, and these in the order in which links were made."""


class Shares:
    """Every method may raise NotSaved, and then nothing has changed. Times are UTC, in seconds since 1970; `day` is
    that of audit.py, which notes each."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def make(
        self,
        token: str,
        owner: Owner,
        records: tuple[str, ...],
        who: str,
        now: float,
        until: float,
        day: str,
    ) -> bool:
        """The leader shares these records, MOST of them at most. False if one of them is not there, or none is."""
        share = Share(secrets.token_hex(8), owner, records, until)
        made = await self._writer.write(
            lambda connection: _make(connection, self._keys, token, share, who, now, day)
        )
        await self._writer.scrub()  # the journal has the row beside its line of the audit log
        return made

    async def of(self, owner: Owner, now: float) -> list[Share]:
        """Those that have not ended, the first to end first."""
        return await self._writer.read(lambda connection: _of(connection, self._keys, owner, now))

    async def by_token(self, token: str, now: float) -> Share | None:
        return await self._writer.read(lambda connection: _by_token(connection, self._keys, token, now))

    async def opened(self, share: Share, day: str) -> None:
        """Somebody has pressed at the link."""
        await self._writer.write(
            lambda connection: _note(
                connection, self._keys, share, noted_as(self._keys, share), "opened", day
            )
        )

    async def end(self, owner: Owner, share: str, who: str, now: float, day: str) -> bool:
        """It opens nothing any more. False, and no effect, where it is another's, or has ended."""
        ended = await self._writer.write(
            lambda connection: _end(connection, self._keys, owner, share, who, now, day)
        )
        await self._writer.scrub()
        return ended


def leave_out(connection: Connection, keys: Keys, owner: Owner, record: str) -> None:
    """A record is its owner's no more: no link shows it, and one that shows nothing else is gone."""
    for row in connection.execute(select(shares).where(_owned_by(owner))).all():
        share, same = _share(keys, row), shares.c.share == row.share
        if share is None:
            continue
        left = tuple(one for one in share.records if one != record)
        if not left:
            connection.execute(delete(shares).where(same))
        else:
            stored = _stored(keys, share._replace(records=left))
            connection.execute(update(shares).where(same).values(record=stored))


def _make(
    connection: Connection, keys: Keys, token: str, share: Share, who: str, now: float, day: str
) -> bool:
    _forget_ended(connection, keys, now)
    shown = _shown(connection, keys, share)
    if not shown or len(share.records) > MOST or set(shown) != set(share.records):
        return False
    row = {"token_sha256": sha256(token), "share": share.share, "record": _stored(keys, share)}
    owner = {"group": share.owner.group, "whose": share.owner.whose}
    connection.execute(insert(shares).values(**row, **owner))
    _note(connection, keys, share, who, "shared", day)
    return True


def _forget_ended(connection: Connection, keys: Keys, now: float) -> None:
    """Everybody's, and what no key opens any more."""
    for row in connection.execute(select(shares)).all():
        share = _share(keys, row)
        if share is None or share.until <= now:
            connection.execute(delete(shares).where(shares.c.share == row.share))


def _of(connection: Connection, keys: Keys, owner: Owner, now: float) -> list[Share]:
    rows = connection.execute(select(shares).where(_owned_by(owner)))
    found = (_share(keys, row) for row in rows)
    good = (one for one in found if one is not None and one.until > now)
    return sorted(good, key=lambda one: (one.until, one.share))


def _by_token(connection: Connection, keys: Keys, token: str, now: float) -> Share | None:
    asked = select(shares).where(shares.c.token_sha256 == sha256(token))
    row = connection.execute(asked).one_or_none()
    share = None if row is None else _share(keys, row)
    return share if share is not None and share.until > now else None


def _end(
    connection: Connection, keys: Keys, owner: Owner, share: str, who: str, now: float, day: str
) -> bool:
    found = next((one for one in _of(connection, keys, owner, now) if one.share == share), None)
    if found is None:
        return False
    connection.execute(delete(shares).where(shares.c.share == share))
    _note(connection, keys, found, who, "unshared", day)
    return True


def noted_as(keys: Keys, share: Share) -> str:
    """By what the audit log names a link: without the owner's key it leads from a record to nobody and to no group."""
    key = _key(keys, share.owner) or b""
    return hmac.new(key, f"audit {share.share}".encode(), hashlib.sha256).hexdigest()[:16]


def _note(connection: Connection, keys: Keys, share: Share, who: str, act: str, day: str) -> None:
    add_line(connection, keys, who, act, day, _shown(connection, keys, share), "link", share.owner)


def _shown(connection: Connection, keys: Keys, share: Share) -> list[str]:
    """The records that the link shows now: of those for which it was made, what its owner still has."""
    return [one for one in _all_of(connection, keys, share.owner) if one in share.records]


def _all_of(connection: Connection, keys: Keys, owner: Owner) -> list[str]:
    if owner.group is None:
        return list(shelved.of(connection, keys, owner))
    own = series.of_group(connection, keys, owner.group)
    return [] if own is None else list(in_series(connection, own))


def _owned_by(owner: Owner) -> ColumnElement[bool]:
    return shares.c.whose == owner.whose if owner.group is None else shares.c.group == owner.group


def _key(keys: Keys, owner: Owner) -> bytes | None:
    return keys.read(leaders.KEY if owner.group is None else owner.group)


def _stored(keys: Keys, share: Share) -> bytes:
    """Its end, and the ids of the records."""
    key = _key(keys, share.owner)
    assert key is not None, "else there would be nothing to show"
    ids = b85encode(bytes.fromhex("".join(share.records))).decode()
    text = f"{share.until!r} {ids}"
    return encrypt(key, text.ljust(LENGTH), _bound(share.share))


def _share(keys: Keys, row: Row[Any]) -> Share | None:
    """None where no key opens it any more."""
    owner = Owner(row.group, row.whose)
    if not (stored := decrypt(_key(keys, owner), row.record, _bound(row.share))):
        return None
    until, ids = stored.split()
    return Share(row.share, owner, tuple(b85decode(ids).hex(" ", 8).split()), float(until))


def _bound(share: str) -> str:
    """What is stored is bound to it, so that it opens nowhere else, nor as a name."""
    return f"{share} record"
