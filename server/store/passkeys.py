"""Passkeys by which leaders sign in. May import neither log.py, people.py nor groups.py.

A credential's id is encrypted under the key of all leaders and found by an HMAC under it, as addresses are: it stands
for one device of one person, wherever else that is seen. So is the public key. What is in plain says whose it is,
in which month it was added, and how much it has signed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from server.store import leaders
from server.store.failures import PasskeyRefused
from server.store.keys import Keys, decrypt, encrypt, sha256
from server.store.rows import Passkey
from server.store.tables import leaders as leaders_table
from server.store.tables import passkeys, signed_in
from server.store.writer import Writer

MOST = 10


class Passkeys:
    """Every method may raise NotSaved, and then nothing has changed. Times are UTC, in seconds since 1970."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    def owner(self, leader: str) -> bytes:
        """By what a device knows whose its passkey is: always the same, and leads to nobody without the key."""
        return hmac.digest(_key(self._keys), f"passkeys {leader}".encode(), hashlib.sha256)

    async def of(self, leader: str) -> list[Passkey]:
        """In the order in which they were added."""
        return await self._writer.read(lambda connection: _of(connection, self._keys, leader))

    async def add(
        self, leader: str, credential: bytes, public_key: bytes, sign_count: int, month: str
    ) -> None:
        """Raises PasskeyRefused. No effect for a leader who has been removed meanwhile."""
        one = (credential, public_key, sign_count, month)
        await self._writer.write(lambda connection: _add(connection, self._keys, leader, *one))

    async def remove(self, leader: str, passkey: str, cookie: str) -> bool:
        """And whoever is signed in as this leader without this cookie is so no more: the device may be lost. False, and
        no effect, where the passkey is another's, or gone already."""
        gone = await self._writer.write(lambda connection: _remove(connection, leader, passkey, cookie))
        await self._writer.scrub()
        return gone

    async def by_credential(self, credential: bytes) -> Passkey | None:
        return await self._writer.read(lambda connection: _find(connection, self._keys, credential))

    async def sign_in(self, passkey: Passkey, sign_count: int, now: float, until: float) -> str | None:
        """The secret of a cookie that is this leader's `until` then; None if the passkey has been removed, or has
        signed something else, since it was read."""
        return await self._writer.write(
            lambda connection: _sign_in(connection, passkey, sign_count, now, until)
        )


def months(connection: Connection, leader: str) -> list[str]:
    """In which their passkeys were added."""
    asked = select(passkeys.c.month).where(passkeys.c.leader == leader).order_by(passkeys.c.number)
    return list(connection.scalars(asked))


def _add(
    connection: Connection,
    keys: Keys,
    leader: str,
    credential: bytes,
    public_key: bytes,
    sign_count: int,
    month: str,
) -> None:
    if not connection.scalar(select(leaders_table.c.leader).where(leaders_table.c.leader == leader)):
        return
    if _find(connection, keys, credential) is not None:
        raise PasskeyRefused("passkey_taken")
    theirs = select(func.count(), func.max(passkeys.c.number)).where(passkeys.c.leader == leader)
    count, last = connection.execute(theirs).one()
    if count >= MOST:
        raise PasskeyRefused("passkeys_many")
    key, passkey = _key(keys), secrets.token_hex(8)
    connection.execute(
        insert(passkeys).values(
            passkey=passkey,
            leader=leader,
            number=(last or 0) + 1,
            month=month,
            credential_hmac=_known_by(key, credential),
            credential=_sealed(key, credential, f"{passkey} credential"),
            public_key=_sealed(key, public_key, f"{passkey} key"),
            sign_count=sign_count,
        )
    )


def _of(connection: Connection, keys: Keys, leader: str) -> list[Passkey]:
    asked = select(passkeys).where(passkeys.c.leader == leader).order_by(passkeys.c.number)
    return [_passkey(keys, row) for row in connection.execute(asked)]


def _find(connection: Connection, keys: Keys, credential: bytes) -> Passkey | None:
    if (key := keys.read(leaders.KEY)) is None:
        return None
    asked = select(passkeys).where(passkeys.c.credential_hmac == _known_by(key, credential))
    row = connection.execute(asked).one_or_none()
    return None if row is None else _passkey(keys, row)


def _remove(connection: Connection, leader: str, passkey: str, cookie: str) -> bool:
    theirs = delete(passkeys).where(passkeys.c.passkey == passkey, passkeys.c.leader == leader)
    if not connection.execute(theirs).rowcount:
        return False
    elsewhere = (signed_in.c.leader == leader) & (signed_in.c.cookie_sha256 != sha256(cookie))
    connection.execute(delete(signed_in).where(elsewhere))
    return True


def _sign_in(
    connection: Connection, passkey: Passkey, sign_count: int, now: float, until: float
) -> str | None:
    unchanged = (passkeys.c.passkey == passkey.passkey) & (passkeys.c.sign_count == passkey.sign_count)
    if not connection.execute(update(passkeys).where(unchanged).values(sign_count=sign_count)).rowcount:
        return None
    return leaders.let_in(connection, passkey.leader, now, until)


def _key(keys: Keys) -> bytes:
    key = keys.read(leaders.KEY)
    assert key is not None, "it is made with the first leader"
    return key


def _known_by(key: bytes, credential: bytes) -> bytes:
    return hmac.digest(key, b"credential " + credential, hashlib.sha256)


def _sealed(key: bytes, content: bytes, bound: str) -> bytes:
    return encrypt(key, base64.b64encode(content).decode(), bound)


def _passkey(keys: Keys, row: Row[Any]) -> Passkey:
    key = keys.read(leaders.KEY)
    credential = decrypt(key, row.credential, f"{row.passkey} credential")
    public_key = decrypt(key, row.public_key, f"{row.passkey} key")
    return Passkey(
        row.passkey,
        row.leader,
        row.number,
        row.month,
        base64.b64decode(credential),
        base64.b64decode(public_key),
        row.sign_count,
    )
