"""Letters that come back: whose they were, and that the address takes none.

A letter carries a word that is made of whose it is and of the address it goes to, under the key of their group, or of
all leaders. So nothing is kept of a letter; nobody who has not had it can say that it came back; and one that comes
back after the address has been changed says nothing of the new one. May import neither log.py nor people.py.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from sqlalchemy import Connection, Update, update

from server.store import groups, leaders
from server.store.keys import Keys
from server.store.rows import Leader, Member, Why
from server.store.tables import group_members
from server.store.tables import leaders as leaders_table
from server.store.writer import Writer

WORD_BYTES = 15


class Returned:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer, self._keys = writer, keys

    async def word_for(self, group: str, member: Member) -> str:
        """Letters and digits by which a letter to this member is known again; empty if the group is gone."""
        return await self._writer.read(lambda _: _word(self._keys.read(group), member.member, member.address))

    async def word_for_leader(self, leader: Leader) -> str:
        key = leaders.KEY
        return await self._writer.read(lambda _: _word(self._keys.read(key), leader.leader, leader.address))

    async def note(self, word: str, why: Why) -> bool:
        """The letter of this word came back. False: none to an address that somebody has now."""
        # Anybody's mail comes this way: one that is none of ours keeps nobody from writing.
        if await self._writer.read(lambda connection: _whose(connection, self._keys, word)) is None:
            return False
        return await self._writer.write(lambda connection: _note(connection, self._keys, word, why))

    async def forget(self, member: str) -> None:
        """A new letter goes to them: it will show."""
        changed = update(group_members).where(group_members.c.member == member).values(returned=None)
        await self._writer.write(lambda connection: connection.execute(changed) and None)


def _word(key: bytes | None, who: str, address: str) -> str:
    if key is None or not address:
        return ""
    made = hmac.digest(key, f"letter {who} {address.casefold()}".encode(), hashlib.sha256)
    return base64.b32encode(made[:WORD_BYTES]).decode().lower()


def _note(connection: Connection, keys: Keys, word: str, why: Why) -> bool:
    found = _whose(connection, keys, word)
    if found is None:
        return False
    connection.execute(found.values(returned=why))
    return True


def _whose(connection: Connection, keys: Keys, word: str) -> Update | None:
    """The row of whoever has the address of that letter now, to be changed; None: nobody has it."""
    for group in groups.listed(connection, keys):
        for one in group.members:
            if _same(_word(keys.read(group.group), one.member, one.address), word):
                return update(group_members).where(group_members.c.member == one.member)
    for leader in leaders.listed(connection, keys):
        if _same(_word(keys.read(leaders.KEY), leader.leader, leader.address), word):
            return update(leaders_table).where(leaders_table.c.leader == leader.leader)
    return None


def _same(known: str, word: str) -> bool:
    return bool(known) and hmac.compare_digest(known.encode(), word.encode("utf-8", "replace"))
