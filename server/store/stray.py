"""Keys that belong to nothing any more: a crash may have come between a commit and a key."""

from __future__ import annotations

from sqlalchemy import Connection

from server.store import attendance, choosing, groups, leaders, sessions
from server.store.failures import on_disk
from server.store.keys import Keys


def destroy(keys: Keys, connection: Connection) -> None:
    """Those of ended sessions, of choices that were made, and of groups that are gone. In a transaction that writes, so
    that nobody is just making one."""
    in_use = {row.session for row in sessions.listed(connection, ended=False)} | groups.ids(connection)
    in_use |= {leaders.KEY, attendance.KEY} | choosing.in_use(connection)
    for stray in keys.all() - in_use:
        on_disk(lambda stray=stray: keys.destroy(stray))  # type: ignore[misc]
