"""A session begins: its row, the key of its names and whom its links invite, together or not at all.

Functions that take a connection last, run by the writer's thread.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from server.store import held, meetings, people, replies, series, sessions
from server.store.failures import GroupRefused, on_disk
from server.store.invited import take_back
from server.store.keys import Keys
from server.store.rows import Invitation, SessionRow


def create(
    keys: Keys,
    row: SessionRow,
    invited: Mapping[str, Invitation],
    together: str | None,
    connection: Connection,
) -> None:
    """Raises GroupRefused, NotSaved."""
    sessions.create(connection, row)
    # Before the commit: a session without a key would swallow names; a key without a session opens nothing.
    on_disk(lambda: keys.make(row.session))
    if together is not None:
        series.begin(connection, keys, row.session, together)
    for token, invitation in invited.items():
        people.invite(connection, keys, token, invitation)


def open_planned(
    keys: Keys,
    meeting: str,
    row: SessionRow,
    invited: Mapping[str, Invitation],
    together: str | None,
    connection: Connection,
) -> None:
    """The links that were mailed lead to it from now on, and keep who has said that they cannot come; what was taken
    back stays so. Raises NotSaved, and GroupRefused: it is gone, or another meeting of the group is open, which nobody
    would find any more."""
    revoked, planned = meetings.taken_back(connection, meeting), meetings.planned(connection, meeting)
    links, declined = meetings.links(connection, meeting), replies.declined(connection, meeting)
    if not meetings.over(connection, meeting, row.opened_at):
        raise GroupRefused("unknown_meeting")
    if people.meeting_of(connection, keys, invited.keys(), row.opened_at) is not None:
        raise GroupRefused("meeting_open")
    create(keys, row, {}, together, connection)
    if planned is not None:
        held.note(connection, keys, meeting, planned.group, planned.starts_at, row.session)
    for hashed, member in links:
        if (invitation := invited.get(member)) is not None:
            people.invite_hashed(connection, keys, hashed, invitation, member in declined)
    for member in sorted(revoked & invited.keys()):
        take_back(connection, keys, invited[member])
