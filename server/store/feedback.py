"""What people thought of it: sums, to which each adds once. May import neither log.py, people.py nor records.py, nor
whatever leads to them.

Whoever was there has a voucher that only their browser can spend; of one that is spent nothing is left. Answers are
counted by month and question: no row is one person's, and none says which group it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from server.store.rows import Count
from server.store.tables import feedback, vouchers
from server.store.writer import Writer


class Feedback:
    """Every method may raise NotSaved, and then nothing has changed."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def unspent(self, tickets: Iterable[str]) -> list[str]:
        """Those of these with which one may answer, in their order."""
        asked = tuple(tickets)
        return await self._writer.read(lambda connection: _unspent(connection, asked))

    async def answer(self, ticket: str, instrument: str, month: str, answers: Mapping[str, str]) -> bool:
        """Spends the voucher, and counts its answers, by the question. False if it was spent before."""
        done = await self._writer.write(
            lambda connection: _answer(connection, ticket, instrument, month, answers)
        )
        await self._writer.scrub()  # the journal would hold each one's answers, one after the other
        return done

    async def counts(self) -> list[Count]:
        return await self._writer.read(_counts)


def allow(connection: Connection, ticket: str, month: str) -> None:
    """Whoever has this ticket may answer once."""
    connection.execute(insert(vouchers).values(found_by=_found_by(ticket), month=month))


def _found_by(ticket: str) -> bytes:
    return hashlib.sha256(b"answers " + ticket.encode("utf-8", "surrogatepass")).digest()


def _unspent(connection: Connection, tickets: tuple[str, ...]) -> list[str]:
    hashes = [_found_by(ticket) for ticket in tickets]
    there = set(connection.scalars(select(vouchers.c.found_by).where(vouchers.c.found_by.in_(hashes))))
    return [one for one, hashed in zip(tickets, hashes, strict=True) if hashed in there]


def _answer(
    connection: Connection, ticket: str, instrument: str, month: str, answers: Mapping[str, str]
) -> bool:
    spent = delete(vouchers).where(vouchers.c.found_by == _found_by(ticket))
    if connection.execute(spent).rowcount != 1:
        return False
    for question, answer in answers.items():
        row = {"instrument": instrument, "month": month, "question": question, "answer": answer}
        so = [feedback.c[name] == value for name, value in row.items()]
        counted = update(feedback).where(*so).values(count=feedback.c.count + 1)
        if connection.execute(counted).rowcount != 1:
            connection.execute(insert(feedback).values(**row, count=1))
    return True


def _counts(connection: Connection) -> list[Count]:
    in_order = select(feedback).order_by(
        feedback.c.instrument, feedback.c.month, feedback.c.question, feedback.c.answer
    )
    return [Count(*row) for row in connection.execute(in_order)]
