"""Who spoke when, and the structure records: they lead to nobody, and what is destroyed is gone to the last byte."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from server.store import Invitation, Store, writer
from tests.server.store.conftest import SESSION

RECORD = b'{"a":"structure-record-canary"}'
SPOKEN = [(3, 70_123_457, 70_987_651), (1, 0, 70_123_456)]
LINE = b'{"type":"hand-raised-canary"}'


async def worked(store: Store) -> None:
    fencing = await store.acquire(SESSION)
    await store.append(SESSION, fencing, 0, [LINE] * 50, 10, None)
    await store.add_speech(SESSION, SPOKEN[:1])
    await store.add_speech(SESSION, SPOKEN[1:])


async def test_speech_comes_back_in_its_order(store: Store) -> None:
    await worked(store)
    assert await store.speech(SESSION) == SPOKEN
    await store.create_session("second", "form", 1.0, 0.0)
    assert await store.speech("second") == []
    await store.add_speech("nobodys", SPOKEN)
    assert await store.speech("nobodys") == []


async def test_what_is_kept_is_said_at_the_opening_and_is_nothing_else(store: Store) -> None:
    await store.create_session("second", "form", 1.0, 0.0, keeping="aggregate")
    kept = {row.session: row.keeping for row in await store.sessions()}
    assert kept == {SESSION: "nothing", "second": "aggregate"}


async def test_a_record_waits_and_is_released(store: Store) -> None:
    await worked(store)
    await store.end_session(SESSION, (), RECORD, 500.0)
    waiting = await store.waiting_record(SESSION)
    assert waiting is not None and (waiting.text, waiting.left_s) == (RECORD, 500.0)
    assert (await store.speech(SESSION), await store.load(SESSION)) == ([], ([], 0))
    assert await store.records() == {}, "nobody sees it before its hour but those who were there"
    assert await store.release_records(499.9) == 0
    waiting = await store.waiting_record(SESSION)
    assert waiting is not None and waiting.left_s == pytest.approx(0.1), "an hour without a server is none"
    assert await store.release_records(0.2) == 1
    assert list((await store.records()).values()) == [RECORD]
    assert await store.waiting_record(SESSION) is None
    assert await store.release_records(1.0) == 0


async def test_a_veto_destroys_it_at_its_hour_and_is_not_to_be_seen_before(store: Store) -> None:
    await worked(store)
    await store.end_session(SESSION, (), RECORD, 500.0)
    before = await store.waiting_record(SESSION)
    assert not await store.veto("nobodys")
    assert await store.veto(SESSION) and await store.veto(SESSION)
    assert await store.waiting_record(SESSION) == before
    assert await store.release_records(499.0) == 0 and await store.waiting_record(SESSION) is not None
    assert await store.release_records(1.0) == 0 and await store.records() == {}
    assert await store.waiting_record(SESSION) is None and not await store.veto(SESSION)


SERVED_S = 20 * 3600.0
HOUR = 1_792_859_400.0


async def hour(store: Store) -> float | None:
    waiting = await store.waiting_record(SESSION)
    return None if waiting is None else waiting.until


async def test_its_hour_holds_however_often_a_server_is_started_anew(store: Store) -> None:
    await store.end_session(SESSION, (), RECORD, SERVED_S, (), None, None, HOUR)
    for served_s, left_s in ((SERVED_S / 2 - 300, SERVED_S / 2), (SERVED_S / 2 - 240, 60)):
        await store.release_records(served_s, HOUR - left_s)
        assert await hour(store) == HOUR, "it stood still for nine minutes in all"
    assert await store.release_records(60, HOUR - 1) == 0
    assert await store.release_records(1, HOUR, counts_only=True) == 0, "it has only just begun"
    assert await store.release_records(1, HOUR) == 1


async def test_a_server_that_stood_still_for_long_takes_nobodys_time(store: Store) -> None:
    await store.end_session(SESSION, (), RECORD, SERVED_S, (), None, None, HOUR)
    assert await store.release_records(SERVED_S - 3600, HOUR + 7200, counts_only=True) == 0
    assert await hour(store) == HOUR + 3 * 3600, "an hour is left, from when it is back"
    assert await store.release_records(3599, HOUR + 3 * 3600 - 1) == 0
    assert await store.release_records(1, HOUR + 3 * 3600) == 1


@pytest.mark.parametrize("off_s", [400 * 86_400.0, -400 * 86_400.0])
async def test_a_clock_that_is_wrong_for_a_while_neither_releases_nor_keeps_it(
    store: Store, off_s: float
) -> None:
    await store.end_session(SESSION, (), RECORD, SERVED_S, (), None, None, HOUR)
    assert await store.release_records(60, HOUR - SERVED_S + 60 + off_s) == 0
    assert await store.release_records(60, HOUR - SERVED_S + 120) == 0
    assert await hour(store) == HOUR, "it has its hour again"
    assert await store.release_records(SERVED_S - 120, HOUR) == 1


async def test_what_waited_before_there_were_hours_gets_one(store: Store) -> None:
    await store.end_session(SESSION, (), RECORD, 3600.0)
    await store.release_records(0, HOUR - 3600 - 100)
    assert await hour(store) == HOUR, "the next quarter"


async def test_once_its_hour_has_come_a_record_stays(store: Store) -> None:
    await store.end_session(SESSION, (), RECORD, 500.0)
    await store.release_records(500.0)
    assert not await store.veto(SESSION)
    assert list((await store.records()).values()) == [RECORD]


async def test_the_end_makes_one_record(store: Store) -> None:
    await store.end_session(SESSION, (), RECORD, 500.0)
    await store.end_session(SESSION, (), b"another", 900.0)
    assert await store.veto(SESSION)
    await store.end_session(SESSION, (), RECORD, 500.0)
    await store.release_records(500.0)
    await store.end_session(SESSION, (), RECORD, 500.0)
    assert await store.waiting_record(SESSION) is None, "what was vetoed does not come back"


async def test_without_a_record_the_end_leaves_nothing(store: Store) -> None:
    await worked(store)
    await store.end_session(SESSION)
    assert (await store.speech(SESSION), await store.load(SESSION)) == ([], ([], 0))
    assert await store.waiting_record(SESSION) is None


# --- on the disk -------------------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def numbers(start_ms: int) -> bytes:
    """As SQLite writes it: the four bytes that are nowhere else."""
    return start_ms.to_bytes(4, "big")


def found(folder: Path) -> set[str]:
    """What can still be read anywhere, in the database, its journal and its free pages."""
    whole = b"".join(files(folder).values())
    canaries = {"record": b"record-canary", "log": b"raised-canary", "speech": numbers(SPOKEN[0][1])}
    return {name for name, bytes_ in canaries.items() if bytes_ in whole}


@pytest.fixture
async def on_disk(tmp_path: Path) -> Store:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await store.invite("token", SESSION, "member", 3, 1e9)
    await worked(store)
    return store


async def test_nothing_is_left_of_a_vetoed_record_once_its_hour_has_come(
    on_disk: Store, tmp_path: Path
) -> None:
    assert found(tmp_path) == {"log", "speech"}, "else this test finds nothing at all"
    await on_disk.end_session(SESSION, (), RECORD, 500.0)
    assert found(tmp_path) == {"record"}, "while the store is open"
    await on_disk.veto(SESSION)
    assert found(tmp_path) == {"record"}, "whoever was there sees it until then"
    await on_disk.release_records(500.0)
    assert found(tmp_path) == set()
    await on_disk.close()
    assert found(tmp_path) == set()


async def test_nothing_but_the_record_is_left_once_it_was_released(on_disk: Store, tmp_path: Path) -> None:
    await on_disk.end_session(SESSION, (), RECORD, 500.0)
    await on_disk.release_records(500.0)
    assert found(tmp_path) == {"record"}
    await on_disk.close()
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        rows = database.execute("SELECT * FROM records").fetchall()
        times = database.execute(
            "SELECT opened_at, reached_ms, length FROM sessions JOIN log_heads USING (session)"
        )
        assert times.fetchall() == [(0.0, 0, 0)], (
            "when it was, and for how long, would say which record is its own"
        )
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            database.execute("SELECT rowid FROM records")
    assert [row[1:] for row in rows] == [(RECORD, None, None, None, None, None, None, None, 0)], (
        "it does not say of which session it was"
    )


@pytest.fixture
def patient_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is: whoever waits as a writer does waits too long."""
    monkeypatch.setattr(writer, "BUSY_MS", 600_000)


@pytest.mark.usefixtures("patient_writers")
async def test_whoever_reads_beside_it_keeps_nobody_waiting(on_disk: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "restarea.db", isolation_level=None) as beside:
        beside.execute("BEGIN")
        beside.execute("SELECT count(*) FROM events").fetchall()
        async with asyncio.timeout(20):  # and not as long as a writer waits
            await on_disk.end_session(SESSION)
        assert "log" in found(tmp_path)
        beside.execute("COMMIT")
    beside.close()
    assert await on_disk.released.scrub()
    assert found(tmp_path) == set(), "the next one makes up for it"
    await on_disk.close()


async def test_nothing_is_left_where_nothing_is_kept(on_disk: Store, tmp_path: Path) -> None:
    await on_disk.end_session(SESSION)
    assert found(tmp_path) == set()
    await on_disk.close()


async def test_speech_shares_no_key_with_people(on_disk: Store, tmp_path: Path) -> None:
    invitation: Invitation = await on_disk.look_up("token", 0.0)
    assert invitation.session == SESSION
    await on_disk.close()
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        courses = {course for (course,) in database.execute("SELECT DISTINCT course FROM speech")}
        assert len(courses) == 1
        for table in set(tables) - {"speech"}:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                assert not courses & {value for value in row if isinstance(value, str)}, table
        assert SESSION not in courses
