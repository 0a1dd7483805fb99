"""Sessions as such: opened, listed, ended. Functions of a connection, run by the writer's thread."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from server.store.rows import SessionRow
from server.store.tables import log_heads, sessions


def create(connection: Connection, row: SessionRow) -> None:
    connection.execute(
        insert(sessions).values(
            session=row.session,
            format_text=row.format_text,
            speed=row.speed,
            opened_at=row.opened_at,
            ended=row.ended,
            keeping=row.keeping,
            early=row.early,
        )
    )
    connection.execute(insert(log_heads).values(session=row.session, fencing=0, length=0, reached_ms=0))


def listed(connection: Connection, *, ended: bool) -> list[SessionRow]:
    """In the order of their opening."""
    asked = select(sessions).where(sessions.c.ended == ended).order_by(sessions.c.opened_at)
    return [_row(row) for row in connection.execute(asked)]


def by_id(connection: Connection, session: str) -> SessionRow | None:
    row = connection.execute(select(sessions).where(sessions.c.session == session)).one_or_none()
    return None if row is None else _row(row)


def date(connection: Connection, session: str, opened_at: float) -> None:
    of_it = (sessions.c.session == session) & sessions.c.ended.is_(False)
    connection.execute(update(sessions).where(of_it).values(opened_at=opened_at))


def end(connection: Connection, session: str, *, let_go: bool) -> None:
    """When it was is nobody's business any more: no record is to be known by it. What was let go has been ended by
    nobody; a second end changes nothing of that."""
    ended = update(sessions).where(sessions.c.session == session)
    connection.execute(ended.where(sessions.c.ended.is_(False)).values(let_go=let_go))
    connection.execute(ended.values(ended=True, opened_at=0.0, series=None))


def _row(row: Row[Any]) -> SessionRow:
    together = row.series is not None
    return SessionRow(
        row.session,
        row.format_text,
        row.speed,
        row.opened_at,
        row.ended,
        row.keeping,
        together,
        early=row.early,
        let_go=row.let_go,
    )
