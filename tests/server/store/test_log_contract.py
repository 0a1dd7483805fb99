"""What every event log must hold to: the SQLite file, SQLite in memory, and the dict of the virtual-clock tests."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.store import Fenced, Kept, Store
from server.store.failures import NewerLog
from tests.server.memory import MemoryStore

SESSION = "5e55104"
SESSIONS = map("{:x}".format, itertools.count())
"""As many more as are asked for."""


@pytest.fixture(params=["file", "memory", "dict"])
async def log(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Any]:
    if request.param == "dict":
        yield MemoryStore()
        return
    store = await Store.open(tmp_path / "restarea.db" if request.param == "file" else None)
    await store.create_session(SESSION, "form", 1.0, 0.0)
    yield store
    await store.close()


async def test_a_new_log_is_empty_at_time_zero(log: Any) -> None:
    assert await log.load(SESSION) == ([], 0)


async def test_events_come_back_in_order_and_byte_for_byte(log: Any) -> None:
    fencing = await log.acquire(SESSION)
    await log.append(SESSION, fencing, 0, [b'{"b":1}', b'{"a":"\xc3\xa9"}'], 10, None)
    await log.append(SESSION, fencing, 2, [b"third"], 20, None)
    assert await log.load(SESSION) == ([b'{"b":1}', b'{"a":"\xc3\xa9"}', b"third"], 20)


async def test_an_answer_is_kept_with_its_events_and_also_without_any(log: Any) -> None:
    fencing = await log.acquire(SESSION)
    await log.append(SESSION, fencing, 0, [b"raised"], 10, Kept(3, "id-1", b'{"ok":true}'))
    await log.append(SESSION, fencing, 1, [], 11, Kept(3, "id-2", b'{"ok":false}'))
    assert (await log.answers(SESSION)).get((3, "id-1")) == b'{"ok":true}'
    assert (await log.answers(SESSION)).get((3, "id-2")) == b'{"ok":false}'
    assert (await log.answers(SESSION)).get((4, "id-1")) is None
    assert await log.load(SESSION) == ([b"raised"], 11)


async def test_an_answer_is_forgotten_with_the_next_one_of_its_seat(log: Any) -> None:
    fencing = await log.acquire(SESSION)
    for seat, command_id in ((3, "old"), (4, "old"), (3, "kept")):
        await log.append(SESSION, fencing, 0, [], 10, Kept(seat, command_id, b"{}"))
    await log.append(SESSION, fencing, 0, [], 11, Kept(3, "new", b"{}", "old"))
    assert set(await log.answers(SESSION)) == {(4, "old"), (3, "kept"), (3, "new")}


async def test_whoever_took_over_last_writes_and_nobody_else(log: Any) -> None:
    older = await log.acquire(SESSION)
    newer = await log.acquire(SESSION)
    assert newer > older
    with pytest.raises(Fenced):
        await log.append(SESSION, older, 0, [b"late"], 10, Kept(1, "id", b"{}"))
    assert await log.load(SESSION) == ([], 0)
    assert (await log.answers(SESSION)).get((1, "id")) is None
    await log.append(SESSION, newer, 0, [b"first"], 5, None)
    assert await log.load(SESSION) == ([b"first"], 5)


async def test_time_never_goes_back(log: Any) -> None:
    fencing = await log.acquire(SESSION)
    await log.append(SESSION, fencing, 0, [b"one"], 500, None)
    await log.append(SESSION, fencing, 1, [b"two"], 400, None)
    assert (await log.load(SESSION))[1] == 500


# --- what only the real store has -----------------------------------------------------------------------


@pytest.mark.parametrize("version", [0, 2])
async def test_a_writer_that_is_wrong_about_the_length_writes_nothing(store: Store, version: int) -> None:
    fencing = await store.acquire(SESSION)
    await store.append(SESSION, fencing, 0, [b"one"], 10, None)
    with pytest.raises(Fenced):
        await store.append(SESSION, fencing, version, [b"other"], 20, None)
    assert await store.load(SESSION) == ([b"one"], 10)
    assert await store.log_length(SESSION) == 1


async def test_a_heartbeat_moves_the_time_of_each_session_forward_only(store: Store) -> None:
    await store.create_session("0ther", "form", 1.0, 0.0)
    fencing = await store.acquire(SESSION)
    await store.append(SESSION, fencing, 0, [b"one"], 900, None)
    before = store.transactions
    await store.heartbeat({SESSION: 800, "0ther": 70, "unknown": 5})
    assert store.transactions == before + 1
    assert (await store.load(SESSION))[1] == 900
    assert (await store.load("0ther"))[1] == 70
    await store.heartbeat({})


async def test_fencing_goes_on_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    store = await Store.open(path)
    await store.create_session(SESSION, "form", 1.0, 0.0)
    first = await store.acquire(SESSION)
    await store.close()
    store = await Store.open(path)
    second = await store.acquire(SESSION)
    with pytest.raises(Fenced):
        await store.append(SESSION, first, 0, [b"late"], 1, None)
    await store.close()
    assert second > first


async def test_a_log_that_a_newer_server_has_written_in_is_not_misread(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    store = await Store.open(path)
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await store.append(SESSION, await store.acquire(SESSION), 0, [b"one"], 1, None)
    assert await store.load(SESSION) == ([b"one"], 1)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE events SET log_version = 99")
    database.close()
    with pytest.raises(NewerLog):
        await store.load(SESSION)
    await store.close()


async def test_two_processes_on_one_file_see_the_newer_one_win(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    one, two = await Store.open(path), await Store.open(path)
    await one.create_session(SESSION, "form", 1.0, 0.0)
    held = await one.acquire(SESSION)
    await one.append(SESSION, held, 0, [b"one"], 1, None)
    taken = await two.acquire(SESSION)
    with pytest.raises(Fenced):
        await one.append(SESSION, held, 1, [b"late"], 2, None)
    await two.append(SESSION, taken, 1, [b"two"], 3, None)
    assert await one.load(SESSION) == ([b"one", b"two"], 3)
    await one.close()
    await two.close()


async def test_an_unknown_session_cannot_be_taken_over_or_written(store: Store) -> None:
    with pytest.raises(KeyError):
        await store.acquire("unknown")
    with pytest.raises(Fenced):
        await store.append("unknown", 1, 0, [b"x"], 1, None)
    assert await store.log_length("unknown") == 0
    assert await store.load("unknown") == ([], 0)


@pytest.fixture
async def in_memory() -> AsyncIterator[Store]:
    store = await Store.open(None)
    yield store
    await store.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(batches=st.lists(st.lists(st.binary(max_size=30), max_size=4), max_size=8))
async def test_the_log_is_the_sum_of_what_was_appended(in_memory: Store, batches: list[list[bytes]]) -> None:
    """Whatever stands in the logs of other sessions."""
    store, session = in_memory, next(SESSIONS)
    await store.create_session(session, "form", 1.0, 0.0)
    fencing = await store.acquire(session)
    whole: list[bytes] = []
    for at, batch in enumerate(batches):
        await store.append(session, fencing, len(whole), batch, at, None)
        whole += batch
    assert (await store.load(session))[0] == whole
    assert await store.log_length(session) == len(whole)


async def test_an_ended_session_keeps_no_answers(log: Any) -> None:
    fencing = await log.acquire(SESSION)
    await log.append(SESSION, fencing, 0, [b"ended"], 10, Kept(3, "id-1", b'{"ok":true}'))
    await log.end_session(SESSION)
    assert await log.answers(SESSION) == {}
