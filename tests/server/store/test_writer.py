"""The one writer thread: group commit, each request's own failure, full disks, waiting for another process."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect

from server.store import Fenced, Kept, NotSaved, Store
from server.store.migrations import REVISIONS, steps
from tests.waiting import turns

SESSION = "5e55104"


async def test_many_at_once_share_a_few_transactions(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    rooms = [f"room{number}" for number in range(40)]
    await asyncio.gather(*(store.create_session(room, "form", 1.0, 0.0) for room in rooms))
    fencing = await asyncio.gather(*(store.acquire(room) for room in rooms))
    before = store.transactions
    for version in range(5):
        await asyncio.gather(
            *(
                store.append(room, token, version, [b"e"], version, Kept(1, f"id{version}", b"{}"))
                for room, token in zip(rooms, fencing, strict=True)
            )
        )
    # Two a round at most: the first request may set out alone, the others follow together.
    assert store.transactions - before <= 10
    for room in rooms:
        assert await store.load(room) == ([b"e"] * 5, 4)
    await store.close()


async def test_one_refusal_leaves_the_others_of_its_batch_alone(store: Store) -> None:
    await store.create_session("second", "form", 1.0, 0.0)
    held, other = await store.acquire(SESSION), await store.acquire("second")
    results = await asyncio.gather(
        store.append("second", other, 0, [b"a"], 1, None),
        store.append(SESSION, held - 1, 0, [b"late"], 1, None),
        store.invite("t", "unknown", "member", 1, 0.0),
        store.append(SESSION, held, 0, [b"b"], 1, None),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [type(None), Fenced, NotSaved, type(None)]
    assert (await store.load("second"))[0] == [b"a"]
    assert (await store.load(SESSION))[0] == [b"b"]


async def test_what_failed_half_way_is_undone_as_a_whole(store: Store) -> None:
    held = await store.acquire(SESSION)
    await store.append(SESSION, held, 0, [b"a"], 1, Kept(1, "id", b"first"))
    with pytest.raises(NotSaved):  # the event could be written, the answer's id exists
        await store.append(SESSION, held, 1, [b"b"], 2, Kept(1, "id", b"second"))
    assert await store.load(SESSION) == ([b"a"], 1)
    assert (await store.answers(SESSION)).get((1, "id")) == b"first"
    await store.append(SESSION, held, 1, [b"b"], 2, Kept(1, "id2", b"second"))


async def test_a_full_disk_is_not_saved_and_what_comes_after_room_is_made_is(store: Store) -> None:
    def limit(pages: int) -> None:
        def act(connection: Connection) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        limits.append(store._writer.read(act))  # type: ignore[arg-type]

    limits: list[asyncio.Future[None]] = []
    held = await store.acquire(SESSION)
    await store.create_session("small", "form", 1.0, 0.0)
    small = await store.acquire("small")
    limit(1)  # SQLite takes the size that the file has now
    await limits.pop()
    results = await asyncio.gather(
        store.append("small", small, 0, [b"s"], 1, None),
        store.append(SESSION, held, 0, [b"x" * 500_000], 1, None),
        return_exceptions=True,
    )
    assert isinstance(results[1], NotSaved)
    assert await store.load(SESSION) == ([], 0)
    # Whatever became of the small one, what was said is what is there.
    assert (await store.load("small"))[0] == ([] if isinstance(results[0], NotSaved) else [b"s"])
    limit(1_000_000)
    await limits.pop()
    await store.append(SESSION, held, 0, [b"x" * 500_000], 1, None)
    assert len((await store.load(SESSION))[0][0]) == 500_000


async def test_a_commit_that_fails_is_not_saved_for_everyone_in_it(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    held = await store.acquire(SESSION)
    dbapi = store._writer._connection.connection
    store._writer._connection.dialect.do_commit = _refuse  # type: ignore[method-assign]
    try:
        results = await asyncio.gather(
            store.append(SESSION, held, 0, [b"a"], 1, None),
            store.invite("t", SESSION, "member", 1, 0.0),
            return_exceptions=True,
        )
    finally:
        del store._writer._connection.dialect.do_commit
    assert [type(result) for result in results] == [NotSaved, NotSaved]
    assert not dbapi.in_transaction
    assert await store.load(SESSION) == ([], 0)
    await store.append(SESSION, held, 0, [b"a"], 1, None)
    await store.close()


def _refuse(connection: object) -> None:
    raise sqlite3.OperationalError("disk I/O error")


async def test_a_journal_that_the_disk_lets_nobody_cut_is_said_to_be_there(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        assert not await store.released.scrub()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert await store.released.scrub() and not (tmp_path / "restarea.db-wal").stat().st_size
    assert await store.session(SESSION) is not None
    await store.close()


async def test_another_process_that_writes_is_waited_for(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    held = await store.acquire(SESSION)
    other = sqlite3.connect(tmp_path / "restarea.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(store.append(SESSION, held, 0, [b"a"], 1, None))
    await turns()
    assert not waiting.done()
    other.execute("COMMIT")
    await waiting
    other.close()
    assert await store.log_length(SESSION) == 1
    await store.close()


async def test_between_reading_and_writing_nobody_else_writes(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)

    def read_then_write(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT * FROM sessions").all()
        other = sqlite3.connect(tmp_path / "restarea.db", timeout=0)
        try:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("UPDATE sessions SET speed = 9")
        finally:
            other.close()
        connection.exec_driver_sql("UPDATE sessions SET speed = 3")

    await store._writer.write(read_then_write)
    row = await store.session(SESSION)
    assert row is not None
    assert row.speed == 3
    await store.close()


async def test_whoever_stops_waiting_disturbs_nobody(store: Store) -> None:
    held = await store.acquire(SESSION)
    task = asyncio.create_task(store.append(SESSION, held, 0, [b"a"], 1, None))
    await turns()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    length = await store.log_length(SESSION)
    await store.append(SESSION, held, length, [b"b"], 2, None)
    assert (await store.load(SESSION))[0][-1] == b"b"


async def test_closing_finishes_what_was_asked_and_refuses_what_comes_after(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    held = await store.acquire(SESSION)
    last = asyncio.create_task(store.append(SESSION, held, 0, [b"last"], 1, None))
    await turns()
    await store.close()
    await last
    with pytest.raises(NotSaved):
        await store.append(SESSION, held, 1, [b"late"], 1, None)
    await store.close()
    again = await Store.open(tmp_path / "restarea.db")
    assert (await again.load(SESSION))[0] == [b"last"]
    await again.close()


async def test_an_error_of_ours_reaches_whoever_asked_and_the_thread_goes_on(store: Store) -> None:
    def broken(connection: Connection) -> None:
        raise ZeroDivisionError

    def ended(connection: Connection) -> None:
        raise asyncio.CancelledError  # no Exception

    for ask in (store._writer.read, store._writer.write):
        with pytest.raises(ZeroDivisionError):
            await ask(broken)
        with pytest.raises(asyncio.CancelledError):
            await ask(ended)
    assert await store.session(SESSION) is not None


async def test_commits_survive_a_power_cut_and_rows_refer_to_what_exists(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")

    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await store._writer.read(pragmas) == ["wal", 2, 1, 1, 5000]
    await store.close()


# --- tables and migrations ------------------------------------------------------------------------------


def shape(engine: Engine) -> dict[str, str]:
    """Of each table, whatever can be asked about it."""
    asks = ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_unique_constraints", "get_indexes")
    found = inspect(engine)
    return {
        table: "; ".join(str(getattr(found, ask)(table)) for ask in asks) for table in found.get_table_names()
    }


@pytest.mark.parametrize("first", [REVISIONS[0], REVISIONS[-2], REVISIONS[-1]])
async def test_step_by_step_a_database_comes_to_the_tables_that_a_new_one_has(
    tmp_path: Path, first: str
) -> None:
    older, new = (create_engine(f"sqlite:///{tmp_path / name}") for name in ("older.db", "new.db"))
    with older.begin() as connection:
        steps.take(connection, to=first)
    for name in ("older.db", "new.db"):
        await (await Store.open(tmp_path / name)).close()
    assert shape(older) == shape(new)
    for engine in (older, new):
        with engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        assert found == [REVISIONS[-1]]
        engine.dispose()


async def test_a_database_of_a_newer_version_is_left_alone_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    await (await Store.open(path)).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(OSError, match=f"newer version .* step 9999, and .* up to {REVISIONS[-1]}$"):
        await Store.open(path)


async def test_the_tables_of_another_program_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE people (name TEXT)")
    database.close()
    with pytest.raises(OSError, match="another program"):
        await Store.open(path)


async def test_what_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "restarea.db").write_text("a letter of some length, " * 100)
    with pytest.raises(OSError, match="cannot be used"):
        await Store.open(tmp_path / "restarea.db")
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        await Store.open(tmp_path / "file" / "restarea.db")
