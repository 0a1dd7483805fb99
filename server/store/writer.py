"""One thread with one connection: everything the store does happens here, in order, many requests to a transaction.

Knows nothing of what is stored. May import SQLAlchemy and the migrations.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from server.store.failures import NotSaved
from server.store.migrations import NewerDatabase, upgrade

log = structlog.get_logger()

T = TypeVar("T")

BATCH_MOST = 256
BUSY_MS = 5000
"""How long to wait for another process (`restarea open`) that writes to the same file."""

SCRUB_MS = 100


@dataclass(slots=True, eq=False)
class _Request:
    job: Callable[[Connection], Any]
    writes: bool | None
    """None: neither reads nor writes, and runs outside of any transaction."""
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Any]
    result: Any = None
    failure: BaseException | None = None


class Writer:
    """`read` and `write` may be awaited from any task. What `write` returned is on the disk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._inbox: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()
        self.transactions = 0
        """Write transactions committed so far."""

    @classmethod
    async def open(cls, path: Path | None) -> Writer:
        """None: in memory. Raises OSError, in plain words, if the file cannot be used."""
        return await asyncio.to_thread(lambda: cls(_connect(path)))

    async def read(self, job: Callable[[Connection], T]) -> T:
        """`job`'s result or what it raised. It sees everything that was acknowledged before. Raises NotSaved."""
        return await self._ask(job, writes=False)

    async def write(self, job: Callable[[Connection], T]) -> T:
        """`job`'s result, once it is committed; if it raises, all that it did is undone. Raises NotSaved."""
        return await self._ask(job, writes=True)

    async def scrub(self) -> bool:
        """Whether what was deleted is nowhere in the journal either, now. Not where another process is just reading,
        the disk refuses or the store is closed: the next one makes up for it. What was committed stays so."""
        try:
            return await self._ask(_cut_journal, writes=None)
        except NotSaved:
            return False

    async def close(self) -> None:
        """Finishes what was asked before."""
        if not self._closed:
            self._closed = True
            self._inbox.put(None)
        await asyncio.to_thread(self._thread.join)

    async def _ask(self, job: Callable[[Connection], T], *, writes: bool | None) -> T:
        if self._closed:
            raise NotSaved("the store is closed")
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._inbox.put(_Request(job, writes, loop, answer))
        return await answer

    # --- on the thread: whatever a job raises goes to whoever asked, since a dead thread would answer nobody ---

    def _run(self) -> None:
        last = False
        while not last:
            batch, last = self._next_batch()
            first = next((at for at, request in enumerate(batch) if request.writes), len(batch))
            writes = [request for request in batch if request.writes]
            before = [request for request in batch[:first] if request.writes is False]
            later = [request for request in batch[first:] if request.writes is False]
            alone = [request for request in batch if request.writes is None]
            # A read sees what was asked before it, even by somebody who stopped waiting; it never sees what might
            # yet be undone. So it runs before or after the transaction, not in it.
            for some, work in (
                (before, self._read_all),
                (writes, self._write_all),
                (later, self._read_all),
                (alone, self._scrub_all),
            ):
                if not some:
                    continue
                try:
                    work(some)
                except BaseException as error:
                    self._undo()
                    for request in some:
                        request.failure = request.failure or _refused_by_disk(error)
                _answer_all(some)
        self._connection.close()

    def _next_batch(self) -> tuple[list[_Request], bool]:
        """All that waits, at least one; and whether the end has come."""
        batch: list[_Request] = []
        request = self._inbox.get()
        while request is not None:
            batch.append(request)
            if len(batch) == BATCH_MOST:
                break
            try:
                request = self._inbox.get_nowait()
            except queue.Empty:
                break
        return batch, request is None

    def _read_all(self, requests: list[_Request]) -> None:
        with self._connection.begin():
            self._connection.exec_driver_sql("BEGIN")
            for request in requests:
                try:
                    request.result = request.job(self._connection)
                except BaseException as error:
                    request.failure = _refused_by_disk(error)

    def _write_all(self, requests: list[_Request]) -> None:
        """One transaction for all; each request in a savepoint of its own."""
        with self._connection.begin():
            # Immediate: a transaction that reads first and writes later cannot wait for its turn.
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            for request in requests:
                try:
                    with self._connection.begin_nested():
                        request.result = request.job(self._connection)
                except BaseException as error:
                    request.failure = _refused_by_disk(error)
                    # A full disk may undo the whole transaction, with what came before in the batch.
                    if not self._in_transaction():
                        raise NotSaved("the transaction was undone") from error
        self.transactions += 1

    def _scrub_all(self, requests: list[_Request]) -> None:
        done = requests[0].job(self._connection)
        for request in requests:
            request.result = done

    def _undo(self) -> None:
        """SQLAlchemy lets go of a transaction whose commit failed; SQLite still holds it, and would commit it later."""
        if self._in_transaction():
            self._connection.connection.rollback()

    def _in_transaction(self) -> bool:
        return bool(self._connection.connection.in_transaction)


def _cut_journal(connection: Connection) -> bool:
    """False: somebody just reads what is in it, or the disk refuses."""
    cursor = connection.connection.cursor()
    try:
        # Whoever just reads the file in another process must not keep every room waiting.
        cursor.execute(f"PRAGMA busy_timeout = {SCRUB_MS}")
        (busy, _, _) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except sqlite3.Error:
        return False
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        cursor.close()


def _refused_by_disk(error: BaseException) -> BaseException:
    """NotSaved for what the database itself raised; everything else is the job's own answer."""
    if not isinstance(error, DBAPIError):
        return error
    log.error("not_saved", reason=type(error).__name__)
    refusal = NotSaved("the database refused")
    refusal.__cause__ = error
    return refusal


def _answer_all(requests: list[_Request]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[_Request]] = {}
    for request in requests:
        by_loop.setdefault(request.loop, []).append(request)
    for loop, some in by_loop.items():
        try:
            loop.call_soon_threadsafe(_resolve, some)
        except RuntimeError:
            pass  # that loop is closed: nobody waits any more


def _resolve(requests: list[_Request]) -> None:
    for request in requests:
        if request.answer.done():
            continue  # whoever asked was cancelled
        if request.failure is not None:
            request.answer.set_exception(request.failure)
        else:
            request.answer.set_result(request.result)


def _connect(path: Path | None) -> Connection:
    """To a database at the newest tables. Raises OSError."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _engine(path and path.absolute()).connect()
        try:
            with connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                upgrade(connection)
        except BaseException:
            connection.close()
            raise
    except (DBAPIError, NewerDatabase) as error:
        if isinstance(error, NewerDatabase):
            raise OSError(f"{path} {error}") from error
        raise OSError(f"{path} cannot be used as a database: {error.orig}") from error
    return connection


@cache
def _engine(path: Path | None) -> Engine:
    """Keeps what it has compiled, and no connection: each is new, and in memory a database of its own."""
    engine = create_engine(
        f"sqlite:///{path}" if path else "sqlite://",
        poolclass=NullPool,
        # None: sqlite3 begins no transaction by itself; it would begin one too late for DDL and savepoints.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, record: object) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",  # a commit survives a power cut, not only a crash
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted is overwritten
    ):
        connection.execute(f"PRAGMA {pragma}").close()
