"""Released records are destroyed to the last byte, and expire by their month; the log of it shows any change."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from server.store import AuditLine, NotSaved, Store
from server.store.audit import NONE_BEFORE, broken
from server.store.migrations import steps

RECORD = b'{"month":"2026-10","a":"structure-record-canary"}'
DAY = "2026-11-29"


async def released(store: Store, *months: str | None) -> list[str]:
    """Records of these months, that differ; their ids in this order."""
    ids: list[str] = []
    for number, month in enumerate(months):
        before = await store.records()
        session = f"s{len(before)}{number}"
        await store.create_session(session, "form", 1.0, 0.0)
        await store.end_session(session, (), RECORD + b" " * number, 1.0, (), None, month)
        await store.release_records(1.0)
        (new,) = set(await store.records()) - set(before)
        ids.append(new)
    return ids


def left(folder: Path) -> bool:
    return any(b"record-canary" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_record_is_destroyed_to_the_last_byte_for_a_receipt(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    (record,) = await released(store, "2026-10")
    assert left(tmp_path), "else this test finds nothing at all"
    receipt = await store.released.destroy([record, "nobody"], "operator", DAY)
    assert (
        receipt is not None
        and receipt.scrubbed
        and receipt.hashes == {record: hashlib.sha256(RECORD).hexdigest()}
    )
    assert not left(tmp_path), "while the store is open"
    assert await store.released.destroy([record], "operator", DAY) is None
    assert await store.released.audit() == [receipt.line]
    await store.close()
    assert not left(tmp_path)
    assert json.loads(receipt.line.text) == {
        "line": 1, "day": DAY, "who": "operator", "act": "destroyed", "as": None,
        "records": dict(receipt.hashes), "before": NONE_BEFORE,
    }  # fmt: skip


async def test_what_waits_can_neither_be_destroyed_nor_expire_nor_be_taken_away(store: Store) -> None:
    await store.create_session("waits", "form", 1.0, 0.0)
    await store.end_session("waits", (), RECORD, 500.0, (), None, "2020-01")
    assert await store.released.older_than("2026-11") == []
    assert await store.released.expire("2026-11", DAY) == 0
    assert await store.waiting_record("waits") is not None and await store.released.audit() == []


async def test_records_expire_by_their_month(store: Store) -> None:
    ids = await released(store, "2025-10", "2025-11", "2026-01", None)
    assert await store.released.older_than("2025-11") == [ids[0]]
    transactions = store.transactions
    assert await store.released.expire("2025-10", DAY) == 0
    assert store.transactions == transactions, "a minute in which nothing expires costs no writing"
    assert await store.released.expire("2026-01", DAY) == 2
    assert set(await store.records()) == set(ids[2:]), "of one without a month nobody knows how old it is"
    (line,) = await store.released.audit()
    said = json.loads(line.text)
    assert (said["who"], said["act"], set(said["records"])) == ("server", "destroyed", set(ids[:2]))


async def test_whoever_takes_records_away_is_noted_and_what_is_gone_meanwhile_is_not_taken(
    store: Store,
) -> None:
    ids = await released(store, "2026-10", "2026-10")
    kept = await store.records()
    await store.released.taken_away(kept, "zip", "0123456789abcdef", DAY)
    (line,) = await store.released.audit()
    said = json.loads(line.text)
    assert (said["who"], said["act"], said["as"], set(said["records"])) == (
        "0123456789abcdef", "exported", "zip", set(ids),
    )  # fmt: skip
    await store.released.destroy(ids[:1], "operator", DAY)
    with pytest.raises(NotSaved, match="destroyed meanwhile"):
        await store.released.taken_away(kept, "zip", "operator", DAY)
    other = {ids[1]: kept[ids[1]] + b" "}
    with pytest.raises(NotSaved, match="destroyed meanwhile"):
        await store.released.taken_away(other, "zip", "operator", DAY)
    assert len(await store.released.audit()) == 2, "of what does not leave nothing is noted"


async def test_who_reads_keeps_the_journal_and_nothing_back_from_being_destroyed(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    first, _ = await released(store, "2026-10", "2026-11")
    reader = sqlite3.connect(tmp_path / "restarea.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM records").fetchall()
    receipt = await store.released.destroy([first], "operator", DAY)
    assert receipt is not None and not receipt.scrubbed and left(tmp_path)
    assert await store.released.expire("2026-12", DAY) == 1 and not await store.released.scrub()
    reader.execute("COMMIT")
    reader.close()
    assert await store.released.scrub() and not left(tmp_path)
    await store.close()
    assert not await store.released.scrub(), "and raises nothing"


async def test_what_was_damaged_stops_nothing(store: Store) -> None:
    await released(store, "2026-10")
    await a_log(store)

    def damage(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE audit SET sha256 = 'no bytes', text = '[]' WHERE line = 4")
        connection.exec_driver_sql("UPDATE records SET text = 'no bytes'")

    await store._writer.write(damage)
    await store.released.taken_away(await store.records(), "zip", "operator", DAY)
    assert await store.released.newest_month() == DAY[:7]
    assert await store.released.expire("2026-11", DAY) == 1
    assert broken(await store.released.audit()) == 4


async def test_the_newest_month_is_of_a_record_or_a_day_of_the_log(store: Store) -> None:
    assert await store.released.newest_month() is None
    await released(store, "2026-10", None)
    assert await store.released.newest_month() == "2026-10"
    await a_log(store)
    assert await store.released.newest_month() == "2026-11"
    await released(store, "2026-12")
    assert await store.released.newest_month() == "2026-12"


@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("Anna Berg", DAY),
        ("", DAY),
        ("ada", DAY),
        ("0123456789abcde", DAY),
        ("0123456789abcdef0", DAY),
        ("operator", "2026-11-29 20:15"),
        ("anna@example.org", DAY),
    ],
)
async def test_no_name_and_no_hour_gets_into_the_log(store: Store, who: str, day: str) -> None:
    (record,) = await released(store, "2026-10")
    with pytest.raises(ValueError, match="no name and no hour"):
        await store.released.taken_away(await store.records(), "zip", who, day)
    with pytest.raises(ValueError, match="no name and no hour"):
        await store.released.destroy([record], who, day)
    assert await store.released.audit() == [] and list(await store.records()) == [record]


async def a_log(store: Store) -> list[AuditLine]:
    for number in range(4):
        await store.released.taken_away({}, "zip", f"{number:016x}", DAY)
    return await store.released.audit()


async def test_one_byte_that_is_another_is_found_and_its_line_named(store: Store) -> None:
    lines = await a_log(store)
    assert broken(lines) is None and broken([]) is None
    for number, line in enumerate(lines):
        for at in range(len(line.text)):
            text = line.text[:at] + bytes([line.text[at] ^ 1]) + line.text[at + 1 :]
            assert broken([*lines[:number], line._replace(text=text), *lines[number + 1 :]]) == number + 1
        for at in range(32):
            other = line.sha256[:at] + bytes([line.sha256[at] ^ 1]) + line.sha256[at + 1 :]
            assert broken([*lines[:number], line._replace(sha256=other), *lines[number + 1 :]]) == number + 1


async def test_a_line_that_was_taken_out_moved_or_written_anew_is_found(store: Store) -> None:
    one, two, three, four = await a_log(store)
    assert broken([two, three, four]) == 1
    assert broken([one, three, four]) == 2
    assert broken([one, three._replace(number=2), four]) == 2
    assert broken([two, one, three, four]) == 1
    text = two.text.replace(b'1", "act"', b'9", "act"')
    forged = two._replace(text=text, sha256=hashlib.sha256(text).digest())
    assert text != two.text and broken([one, forged, three, four]) == 3, (
        "the next still holds the hash of what it was"
    )
    no_json = two._replace(text=b"[]", sha256=hashlib.sha256(b"[]").digest())
    assert broken([one, no_json]) == 2


async def test_the_log_goes_on_where_it_stood_after_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        store = await Store.open(tmp_path / "restarea.db")
        await a_log(store)
        lines = await store.released.audit()
        await store.close()
    assert len(lines) == 8 and broken(lines) is None


async def test_records_from_before_learn_their_month(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'restarea.db'}")
    texts = {"whole": RECORD, "damaged": RECORD[:-9], "none": b'{"month": null}'}
    with engine.begin() as connection:
        steps.take(connection, to="0008")
        for record, kept in texts.items():
            connection.execute(
                text("INSERT INTO records (record, text) VALUES (:r, :t)"), {"r": record, "t": kept}
            )
    engine.dispose()
    store = await Store.open(tmp_path / "restarea.db")
    assert await store.released.older_than("2026-11") == ["whole"]
    await store.close()
