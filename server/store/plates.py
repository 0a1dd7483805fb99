"""What stands on the plates of a scene's parts, by the part's number. As names are: encrypted, gone with the session.

Functions of a connection, run by the writer's thread. May not import log.py.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from server.store.keys import Keys, decrypt, encrypt
from server.store.tables import plates


def write(connection: Connection, keys: Keys, session: str, part: int, text: str) -> None:
    """In place of what stood there; an empty text takes it off. No effect once the session's key is destroyed."""
    key = keys.read(session)
    if key is None:
        return
    connection.execute(delete(plates).where(plates.c.session == session).where(plates.c.part == part))
    if text:
        stored = encrypt(key, text, _bound(session, part))
        connection.execute(insert(plates).values(session=session, part=part, text=stored))


def read(connection: Connection, keys: Keys, session: str) -> dict[int, str]:
    key = keys.read(session)
    rows = connection.execute(select(plates.c.part, plates.c.text).where(plates.c.session == session))
    return {row.part: text for row in rows if (text := decrypt(key, row.text, _bound(session, row.part)))}


def forget(connection: Connection, session: str) -> None:
    connection.execute(delete(plates).where(plates.c.session == session))


def _bound(session: str, part: int) -> str:
    """What a stored text is bound to, so that it opens nowhere else."""
    return f"{session} part {part}"
