"""The event log of each session: append-only, versions without a gap, one writer. Seats, roles and times only.

Functions of a connection, run by the writer's thread. May not import people.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, case, delete, insert, select, update

from server.store.failures import Fenced, NewerLog
from server.store.rows import Kept
from server.store.tables import LOG_VERSION, answers, events, log_heads

_take_over = (
    update(log_heads).where(log_heads.c.session == bindparam("of")).values(fencing=log_heads.c.fencing + 1)
)
_head = select(log_heads).where(log_heads.c.session == bindparam("of"))
# One statement is the whole guard: it finds a row only for the newest writer, who knows how long the log is.
_grow = (
    update(log_heads)
    .where(log_heads.c.session == bindparam("of"))
    .where(log_heads.c.fencing == bindparam("by"))
    .where(log_heads.c.length == bindparam("at_version"))
    .values(
        length=log_heads.c.length + bindparam("more"),
        reached_ms=case(
            (log_heads.c.reached_ms < bindparam("at_ms"), bindparam("at_ms")), else_=log_heads.c.reached_ms
        ),
    )
)
_reach = (
    update(log_heads)
    .where(log_heads.c.session == bindparam("of"))
    .where(log_heads.c.reached_ms < bindparam("at_ms"))
    .values(reached_ms=bindparam("at_ms"))
)
_events = (
    select(events.c.event, events.c.log_version)
    .where(events.c.session == bindparam("of"))
    .order_by(events.c.version)
)
_forget = delete(answers).where(
    answers.c.session == bindparam("of"),
    answers.c.seat == bindparam("whose"),
    answers.c.command_id == bindparam("id"),
)
_answers = select(answers.c.seat, answers.c.command_id, answers.c.answer).where(
    answers.c.session == bindparam("of")
)


def acquire(connection: Connection, session: str) -> int:
    """A new fencing token, higher than all before. Raises KeyError if there is no such session."""
    connection.execute(_take_over, {"of": session})
    head = connection.execute(_head, {"of": session}).one_or_none()
    if head is None:
        raise KeyError("no such session")
    return int(head.fencing)


def load(connection: Connection, session: str) -> tuple[list[bytes], int]:
    """Raises NewerLog."""
    head = connection.execute(_head, {"of": session}).one_or_none()
    lines = connection.execute(_events, {"of": session}).all()
    if any(line.log_version > LOG_VERSION for line in lines):
        raise NewerLog("a newer server has written in this log")
    return [line.event for line in lines], int(head.reached_ms) if head else 0


def length(connection: Connection, session: str) -> int:
    head = connection.execute(_head, {"of": session}).one_or_none()
    return int(head.length) if head else 0


def append(
    connection: Connection,
    session: str,
    fencing: int,
    version: int,
    lines: Sequence[bytes],
    at_ms: int,
    kept: Kept | None,
) -> None:
    grown = connection.execute(
        _grow, {"of": session, "by": fencing, "at_version": version, "more": len(lines), "at_ms": at_ms}
    )
    if grown.rowcount != 1:
        raise Fenced
    if lines:
        rows = [
            {"session": session, "version": version + step, "event": line, "log_version": LOG_VERSION}
            for step, line in enumerate(lines)
        ]
        connection.execute(insert(events), rows)
    if kept is not None:
        seat, command_id, answer, forgets = kept
        row = {"session": session, "seat": seat, "command_id": command_id, "answer": answer}
        connection.execute(insert(answers), row)
        if forgets is not None:
            connection.execute(_forget, {"of": session, "whose": seat, "id": forgets})


def stored_answers(connection: Connection, session: str) -> dict[tuple[int, str], bytes]:
    rows = connection.execute(_answers, {"of": session})
    return {(seat, command_id): answer for seat, command_id, answer in rows}


def forget(connection: Connection, session: str) -> None:
    """An ended session is asked nothing again, and who did what when in it, and how long it took, is nobody's business
    any more."""
    connection.execute(delete(answers).where(answers.c.session == session))
    connection.execute(delete(events).where(events.c.session == session))
    head = update(log_heads).where(log_heads.c.session == session)
    connection.execute(head.values(length=0, reached_ms=0))


def mark(connection: Connection, marks: Mapping[str, int]) -> None:
    """Time only goes on: a mark behind the last one changes nothing."""
    if marks:
        connection.execute(_reach, [{"of": session, "at_ms": at_ms} for session, at_ms in marks.items()])
