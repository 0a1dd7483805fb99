"""Released records are destroyed to the last byte, and expire by their month; the log of it shows any change."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from server.store import AuditLine, Store
from server.store.audit import NONE_BEFORE, broken
from server.store.migrations import steps

RECORD = b'{"month":"2026-10","a":"structure-record-canary"}'
DAY = "2026-11-29"


async def released(store: Store, *months: str | None) -> list[str]:
    """Records of these months, that differ; their ids in this order."""
    ids: list[str] = []
    for number, month in enumerate(months):
        session = f"s{len(await store.records())}{number}"
        await store.create_session(session, "form", 1.0, 0.0)
        await store.end_session(session, (), RECORD + b" " * number, 1.0, (), None, month)
        await store.release_records(1.0)
        (new,) = set(await store.records()) - set(ids)
        ids.append(new)
    return ids


def left(folder: Path) -> bool:
    return any(b"record-canary" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_record_is_destroyed_to_the_last_byte_for_a_receipt(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    (record,) = await released(store, "2026-10")
    assert left(tmp_path), "else this test finds nothing at all"
    receipt = await store.released.destroy([record, "nobody"], "operator", DAY)
    assert receipt is not None and receipt.hashes == {record: hashlib.sha256(RECORD).hexdigest()}
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


async def test_whoever_takes_records_away_is_noted_and_what_is_gone_is_not(store: Store) -> None:
    (record,) = await released(store, "2026-10")
    await store.released.taken_away([record, "gone"], "zip", "0123456789abcdef", DAY)
    (line,) = await store.released.audit()
    said = json.loads(line.text)
    assert (said["who"], said["act"], said["as"], set(said["records"])) == (
        "0123456789abcdef", "exported", "zip", {record},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "day"),
    [("Anna Berg", DAY), ("", DAY), ("operator", "2026-11-29 20:15"), ("anna@example.org", DAY)],
)
async def test_no_name_and_no_hour_gets_into_the_log(store: Store, who: str, day: str) -> None:
    (record,) = await released(store, "2026-10")
    with pytest.raises(ValueError, match="no name and no hour"):
        await store.released.taken_away([record], "zip", who, day)
    with pytest.raises(ValueError, match="no name and no hour"):
        await store.released.destroy([record], who, day)
    assert await store.released.audit() == [] and list(await store.records()) == [record]


async def a_log(store: Store) -> list[AuditLine]:
    for number in range(4):
        await store.released.taken_away([], "zip", f"{number:x}", DAY)
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
    text = two.text.replace(b'"who": "1"', b'"who": "9"')
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
