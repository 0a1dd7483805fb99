"""Leaders, who sign in by a link that goes to their mail address, or by a passkey: passkeys.py. May import
neither log.py, people.py nor groups.py.

Addresses and names are encrypted under one key of all leaders; an address is found by an HMAC under the same key, so
that a copy of the database says neither whose they are nor whether somebody's is among them. Of the secrets in links
and cookies only hashes are kept.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from server.store import choosing
from server.store.failures import LeaderRefused, on_disk
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.rows import Leader
from server.store.tables import (
    groups,
    leader_hours,
    leader_records,
    leaders,
    passkeys,
    shares,
    sign_ins,
    signed_in,
)
from server.store.writer import Writer

KEY = "leaders"
"""What the key is called beside those of sessions and groups, whose names are hexadecimal."""
HOURS, RECORDS = "hours", "records"


class Leaders:
    """Every method may raise NotSaved, and then nothing has changed. Times are UTC, in seconds since 1970."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def add(self, address: str, name: str, *, operator: bool = False) -> Leader:
        """Raises LeaderRefused: there is a leader of that address."""
        return await self._writer.write(
            lambda connection: _add(connection, self._keys, address, name, operator)
        )

    async def entrust(self, leader: str, *, operator: bool) -> None:
        """Whether they run the server, from now on."""
        changed = update(leaders).where(leaders.c.leader == leader).values(operator=operator)
        await self._writer.write(lambda connection: connection.execute(changed) and None)

    async def listed(self) -> list[Leader]:
        """By address."""
        return await self._writer.read(lambda connection: listed(connection, self._keys))

    async def remove(self, leader: str) -> bool:
        """Whoever is signed in is so no more. Their groups stay; what they have led is forgotten,
        and their records lead to them no more. False if they are gone already."""
        went = await self._writer.write(lambda connection: remove(connection, self._keys, leader))
        await self._writer.scrub()
        return went[leaders.name] > 0

    async def by_address(self, address: str) -> Leader | None:
        return await self._writer.read(lambda connection: by_address(connection, self._keys, address))

    async def may_sign_in(self, leader: str, token: str, now: float, until: float) -> None:
        """Whoever presses at the link with this token before `until`, once, is this leader. No effect for one who has
        been removed meanwhile."""
        await self._writer.write(lambda connection: _may_sign_in(connection, leader, token, now, until))

    async def sign_in(self, token: str, now: float, until: float) -> str | None:
        """The secret of a cookie that is this leader's `until` then; None if the link is not good (any more)."""
        return await self._writer.write(lambda connection: _sign_in(connection, token, now, until))

    def noted_as(self, leader: str) -> str:
        """Sixteen hexadecimal digits, always the same, by which the audit log names a leader: without the key of all
        leaders they lead from a record to nobody, and to no group."""
        key = self._keys.read(KEY)
        assert key is not None, "it is made with the first leader"
        return audited_as(key, leader)

    async def by_cookie(self, cookie: str, now: float) -> Leader | None:
        return await self._writer.read(lambda connection: _by_cookie(connection, self._keys, cookie, now))

    async def sign_out(self, cookie: str) -> None:
        await self._writer.write(lambda connection: _sign_out(connection, cookie))


def _add(connection: Connection, keys: Keys, address: str, name: str, operator: bool) -> Leader:
    if KEY not in keys.all():
        on_disk(lambda: keys.make(KEY))
    if by_address(connection, keys, address) is not None:
        raise LeaderRefused("address_taken")
    key, leader = keys.read(KEY), secrets.token_hex(8)
    assert key is not None
    connection.execute(
        insert(leaders).values(
            leader=leader,
            address_hmac=_known_by(key, address),
            address=encrypt(key, address, _bound(leader)),
            name=encrypt(key, name, leader),
            operator=operator,
        )
    )
    return Leader(leader, address, name, operator)


def listed(connection: Connection, keys: Keys) -> list[Leader]:
    found = [_leader(keys, row) for row in connection.execute(select(leaders))]
    return sorted(found, key=lambda leader: leader.address)


def remove(connection: Connection, keys: Keys, leader: str) -> dict[str, int]:
    """How many rows of each table that were."""
    went = {
        table.name: connection.execute(delete(table).where(table.c.leader == leader)).rowcount
        for table in (sign_ins, signed_in, passkeys, leaders)
    }
    if (key := keys.read(KEY)) is not None:
        for table, what in ((leader_hours, HOURS), (leader_records, RECORDS), (shares, RECORDS)):
            theirs = table.c.whose == whose(key, leader, what)
            went[table.name] = connection.execute(delete(table).where(theirs)).rowcount
    went["people"] = choosing.forget_leader(connection, keys, leader)
    connection.execute(update(groups).where(groups.c.owner == leader).values(owner=None))
    return went


def by_address(connection: Connection, keys: Keys, address: str) -> Leader | None:
    if (key := keys.read(KEY)) is None:
        return None
    asked = select(leaders).where(leaders.c.address_hmac == _known_by(key, address))
    row = connection.execute(asked).one_or_none()
    return None if row is None else _leader(keys, row)


def _may_sign_in(connection: Connection, leader: str, token: str, now: float, until: float) -> None:
    connection.execute(delete(sign_ins).where(sign_ins.c.expires_at <= now))
    if connection.execute(select(leaders.c.leader).where(leaders.c.leader == leader)).one_or_none():
        row = insert(sign_ins).values(token_sha256=sha256(token), leader=leader, expires_at=until)
        connection.execute(row)


def _sign_in(connection: Connection, token: str, now: float, until: float) -> str | None:
    used = (
        delete(sign_ins)
        .where(sign_ins.c.token_sha256 == sha256(token), sign_ins.c.expires_at > now)
        .returning(sign_ins.c.leader)
    )
    leader = connection.execute(used).scalar_one_or_none()
    if leader is None:
        return None
    # The link came by mail, so mail reaches them.
    connection.execute(update(leaders).where(leaders.c.leader == leader).values(returned=None))
    return let_in(connection, leader, now, until)


def let_in(connection: Connection, leader: str, now: float, until: float) -> str:
    """The secret of a cookie that is this leader's `until` then."""
    connection.execute(delete(signed_in).where(signed_in.c.expires_at <= now))
    cookie = secrets.token_urlsafe(32)
    row = insert(signed_in).values(cookie_sha256=sha256(cookie), leader=leader, expires_at=until)
    connection.execute(row)
    month = time.strftime("%Y-%m", time.gmtime(now))
    connection.execute(update(leaders).where(leaders.c.leader == leader).values(seen=month))
    return cookie


def _by_cookie(connection: Connection, keys: Keys, cookie: str, now: float) -> Leader | None:
    asked = (
        select(leaders)
        .join(signed_in, signed_in.c.leader == leaders.c.leader)
        .where(signed_in.c.cookie_sha256 == sha256(cookie), signed_in.c.expires_at > now)
    )
    row = connection.execute(asked).one_or_none()
    return None if row is None else _leader(keys, row)


def _sign_out(connection: Connection, cookie: str) -> None:
    connection.execute(delete(signed_in).where(signed_in.c.cookie_sha256 == sha256(cookie)))


def _leader(keys: Keys, row: Row[Any]) -> Leader:
    key = keys.read(KEY)
    address, name = decrypt(key, row.address, _bound(row.leader)), decrypt(key, row.name, row.leader)
    return Leader(row.leader, address, name, row.operator, row.seen, row.returned or "")


def whose(key: bytes, leader: str, what: str) -> bytes:
    """By what a leader's hours, or records, are known to be theirs; the one does not lead to the other."""
    return hmac.digest(key, f"{what} {leader}".encode(), hashlib.sha256)


def audited_as(key: bytes, leader: str) -> str:
    return hmac.new(key, f"audit {leader}".encode(), hashlib.sha256).hexdigest()[:16]


def _known_by(key: bytes, address: str) -> bytes:
    """Upper and lower case are one: nobody remembers how they once wrote it."""
    return hmac.digest(key, b"address " + address.casefold().encode(), hashlib.sha256)


def _bound(leader: str) -> str:
    """What a stored address is bound to, so that it opens nowhere else, nor as a name."""
    return f"{leader} address"
