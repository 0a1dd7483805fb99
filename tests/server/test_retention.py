"""How old a record may become, and `restarea record destroy` and `audit`."""

from __future__ import annotations

import asyncio
import hashlib
import json
import resource
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from typer.testing import CliRunner

from server.cli import app
from server.expiry import DOUBTS_S, WAITS_S, Expiry
from server.house import House
from server.media.plane import Plane
from server.record.schema import to_json
from server.retention import day_of, kept_from, kept_until
from server.settings import Settings
from server.store import NotSaved, Receipt, Store
from server.store.released import Released
from tests.server.record_commands.asked import SUMS, kept
from tests.server.store.test_attendance import held, leader

runner = CliRunner()
NOVEMBER_29_S = 1_795_910_400.0
MAY_1_S = 1_809_129_600.0
"""2027, half a year and a month after October."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESTAREA_DATA_DIR", str(tmp_path))
    return tmp_path


def sha256(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def said(*asked: str, answer: str = "") -> tuple[int, str, str]:
    result = runner.invoke(app, ["record", *asked], input=answer)
    return result.exit_code, result.stdout, result.stderr


def test_months_are_whole_ones_after_a_records_own() -> None:
    assert day_of(NOVEMBER_29_S) == "2026-11-29"
    assert [kept_from(NOVEMBER_29_S, months) for months in (1, 10, 11, 12, 24)] == [
        "2026-10", "2026-01", "2025-12", "2025-11", "2024-11",
    ]  # fmt: skip
    for months in (1, 2, 12, 120):
        assert kept_until(kept_from(NOVEMBER_29_S, months), months) == "2026-11", (
            "the last in which it is kept"
        )


async def aged(path: Path | None = None) -> Store:
    """With a record of September and one of October."""
    store = await Store.open(path)
    for session, month in (("s1", "2026-09"), ("s2", "2026-10")):
        await store.create_session(session, "form", 1.0, 0.0)
        await store.end_session(session, (), to_json(SUMS), 0.0, (), None, month)
    await store.release_records(1.0)
    return store


def clock(monkeypatch: pytest.MonkeyPatch, now_s: float, served_s: float = WAITS_S) -> None:
    """What the wall says, and for how long a server that was made before has served."""
    began_s = time.monotonic()
    monkeypatch.setattr("server.expiry.time.time", lambda: now_s)
    monkeypatch.setattr("server.expiry.time.monotonic", lambda: began_s + served_s)


async def test_the_server_destroys_what_is_too_old_once_it_has_served_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await aged()
    keeps, house = (
        House(Settings(data_dir=tmp_path, records_months=months), store, Plane()) for months in (None, 1)
    )
    clock(monkeypatch, NOVEMBER_29_S, served_s=WAITS_S - 1)
    await house.let_go()
    assert len(await store.records()) == 2, "the clock may not be set yet"
    clock(monkeypatch, NOVEMBER_29_S)
    await keeps.let_go()
    assert len(await store.records()) == 2, "none, unless the operator says so"
    for error in (NotSaved("full"), AttributeError("Anna Berg")):

        async def refused(*_: object, error: Exception = error) -> None:
            raise error

        with monkeypatch.context() as full, capture_logs() as logged:
            full.setattr(store.released, "expire", refused)
            await house.let_go()
        assert [(one["event"], one["reason"]) for one in logged] == [
            ("records_not_expired", type(error).__name__)
        ]
    assert len(await store.records()) == 2
    await house.let_go()
    assert len(await store.records()) == 1 and len(await store.released.audit()) == 1
    await store.close()


async def test_a_clock_that_is_ahead_of_all_that_is_known_destroys_nothing_for_a_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = await aged()
    expiry = Expiry(store, 1)
    clock(monkeypatch, MAY_1_S, served_s=DOUBTS_S - 1)
    with capture_logs() as logged:
        await expiry.sweep()
        await expiry.sweep()
    assert [(one["event"], one["reason"]) for one in logged] == [("records_not_expired", "clock_seems_ahead")]
    assert len(await store.records()) == 2
    with monkeypatch.context() as longer:
        clock(longer, MAY_1_S, served_s=DOUBTS_S)
        await expiry.sweep()
    assert await store.records() == {}, "no record outlives what its page says by more than a day of serving"
    await store.close()


async def test_who_was_there_expires_too_each_kind_by_its_months(monkeypatch: pytest.MonkeyPatch) -> None:
    store = await Store.open(None)
    anna = await leader(store)
    tickets = (await held(store)).values()  # of November
    expiry = Expiry(store, None, certificates=1, hours=5)

    async def left() -> tuple[int, int]:
        return len(await store.attendances.of(tickets)), len(await store.hours.of(anna))

    for now_s, then in (
        (NOVEMBER_29_S + 30 * 86_400, (3, 1)), (NOVEMBER_29_S + 60 * 86_400, (0, 1)), (MAY_1_S, (0, 0)),
    ):  # fmt: skip
        clock(monkeypatch, now_s, served_s=WAITS_S - 1)
        await expiry.sweep()
        assert sum(await left()) >= sum(then)
        clock(monkeypatch, now_s)
        await expiry.sweep()
        assert await left() == then
    await store.close()


async def test_what_is_noted_no_longer_stays_for_as_long_as_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await Store.open(None)
    anna = await leader(store)
    tickets = (await held(store)).values()  # of November
    house = House(Settings(data_dir=tmp_path, certificates_months=0, hours_months=0), store, Plane())
    clock(monkeypatch, NOVEMBER_29_S + 10 * 86_400)
    await house.let_go()
    assert len(await store.attendances.of(tickets)) == len(await store.feedback.unspent(tickets)) == 3
    clock(monkeypatch, NOVEMBER_29_S + 60 * 86_400)
    await house.let_go()
    assert await store.attendances.of(tickets) == {} and await store.feedback.unspent(tickets) == []
    assert len(await store.hours.of(anna)) == 1, "a leader erases it"
    await store.close()


async def test_a_clock_that_is_far_ahead_takes_nobodys_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    store = await Store.open(None)
    tickets = (await held(store)).values()
    expiry = Expiry(store, None, certificates=1, hours=14)
    clock(monkeypatch, MAY_1_S + 31 * 86_400, served_s=DOUBTS_S - 1)
    with capture_logs() as logged:
        await expiry.sweep()
    assert [(one["event"], one["reason"]) for one in logged] == [
        ("attendance_not_expired", "clock_seems_ahead")
    ]
    assert len(await store.attendances.of(tickets)) == 3
    await store.close()


async def test_half_a_year_in_which_nothing_happened_is_no_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    store = await aged()
    expiry = Expiry(store, 1)
    clock(monkeypatch, MAY_1_S - 1)
    await expiry.sweep()
    assert await store.records() == {}
    await store.close()


async def test_what_another_process_could_not_cut_out_of_the_journal_a_sweep_does(folder: Path) -> None:
    store = await aged(folder / "restarea.db")
    first, second = await store.records()
    journal = folder / "restarea.db-wal"
    with sqlite3.connect("restarea.db", isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM records").fetchall()
        code, shown, told = await asyncio.to_thread(said, "destroy", first, "--yes", "-o", "receipt.json")
        assert (code, shown) == (0, "") and "not cut out of the database's journal yet" in told
        receipt = json.loads((folder / "receipt.json").read_text())
        assert (receipt["journal"], list(receipt["records"])) == ("not cut yet", [first])
        reader.execute("COMMIT")
    reader.close()
    assert journal.stat().st_size and second in await store.records()
    await House(Settings(data_dir=folder), store, Plane()).let_go()
    assert not journal.stat().st_size
    await store.close()


def test_a_receipt_says_what_was_destroyed_and_when_and_no_name(folder: Path) -> None:
    first, second = kept(to_json(SUMS), to_json(SUMS)[:-9])
    with sqlite3.connect("restarea.db") as database:
        whole = dict(database.execute("SELECT record, text FROM records"))
    database.close()
    assert said("destroy", first, answer="n\n")[0] == 1 and first in said("list")[1]
    code, shown, _ = said("destroy", first, "--yes")
    receipt = json.loads(shown)
    line = receipt.pop("hash")
    assert (code, receipt) == (0, {
        "line": 1, "day": day_of(time.time()), "who": "operator", "act": "destroyed", "as": None,
        "records": {first: sha256(whole[first])}, "before": "0" * 64,
    })  # fmt: skip
    assert first not in said("list")[1]
    assert said("destroy", second, "--yes", "-o", "receipt.json")[0] == 0, "a damaged one, too"
    assert json.loads((folder / "receipt.json").read_text())["before"] == line
    assert said("audit", "--holds", line)[0] == said("audit", "--holds", line.upper())[0] == 0
    assert said("audit", "--holds", "0" * 64) == (
        1, said("audit")[1],
        "No line has this hash: it was mistyped, or lines were cut off at the end, or all were written anew.\n",
    )  # fmt: skip
    for none in ("", "deadbeef", line[1:], line + "0", "g" + line[1:], line + "\n"):
        code, shown, told = said("audit", "--holds", none)
        assert (code, shown) == (2, "") and told.startswith("That is no hash: ")


@pytest.mark.parametrize("output", ["nowhere/receipt.json", "there.json"])
def test_without_a_place_for_the_receipt_nothing_is_destroyed(folder: Path, output: str) -> None:
    (folder / "there.json").write_text("an earlier one")
    (record,) = kept(to_json(SUMS))
    code, shown, told = said("destroy", record, "--yes", "-o", output)
    assert (code, shown) == (1, "") and told.startswith(f"{output} cannot be written: ")
    assert record in said("list")[1] and (folder / "there.json").read_text() == "an earlier one"


def test_a_receipt_that_cannot_be_written_any_more_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (record,) = kept(to_json(SUMS))
    of_store = Released.destroy
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    async def and_then_the_disk_is_full(*asked: Any) -> Receipt | None:
        receipt = await of_store(*asked)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        return receipt

    monkeypatch.setattr(Released, "destroy", and_then_the_disk_is_full)
    try:
        code, shown, told = said("destroy", record, "--yes", "-o", "receipt.json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code == 1 and told.startswith("The receipt cannot be written: ")
    assert list(json.loads(shown)["records"]) == [record] and said("list")[1] == ""


def test_where_nothing_is_destroyed_no_receipt_is_left(folder: Path) -> None:
    (record,) = kept(to_json(SUMS))
    for asked, answer in (((record,), "n\n"), (("nobody", "--yes"), ""), (("--older-than", "1"), "")):
        said("destroy", *asked, "-o", "receipt.json", answer=answer)
        assert not (folder / "receipt.json").exists()


def test_whoever_comes_second_to_destroy_a_record_is_told_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (record,) = kept(to_json(SUMS))
    of_store = Released.destroy

    async def second(*asked: Any) -> Receipt | None:
        assert await of_store(*asked) is not None
        return await of_store(*asked)

    monkeypatch.setattr(Released, "destroy", second)
    assert said("destroy", record, "--yes") == (2, "", f"There is no record {record!r}.\n")


def test_what_is_older_is_destroyed_together() -> None:
    kept(to_json(SUMS))  # it says 2026-11, and is kept under no month
    assert said("destroy", "--older-than", "1", "--yes") == (0, "", "No record is that old.\n")
    with sqlite3.connect("restarea.db") as database:
        database.execute("UPDATE records SET month = '2019-12'")
    database.close()
    code, shown, _ = said("destroy", "--older-than", "1", answer="y\n")
    assert code == 0 and len(json.loads(shown.splitlines()[-1])["records"]) == 1
    assert said("list")[1] == ""


@pytest.mark.parametrize(
    ("asked", "code", "answer"),
    [
        (("destroy",), 2, "Say which: a record's id, or --older-than with a number of months.\n"),
        (
            ("destroy", "x", "--older-than", "1"),
            2,
            "Say which: a record's id, or --older-than with a number of months.\n",
        ),
        (("destroy", "nobody"), 2, "There is no record 'nobody'.\n"),
    ],
)
def test_what_cannot_be_destroyed_is_said_in_one_line(asked: tuple[str, ...], code: int, answer: str) -> None:
    kept(to_json(SUMS))
    assert said(*asked) == (code, "", answer)


def test_the_log_tells_what_was_taken_away_and_shows_one_byte_that_was_changed() -> None:
    (record,) = kept(to_json(SUMS))
    assert said("audit") == (0, "", "0 lines, none of them broken.\n")
    for asked in (("export", record), ("export", "all", "--as", "csv"), ("plot", record, "-o", "p.html")):
        assert said(*asked)[0] == 0
    assert said("export", "nobody")[0] == 2
    code, shown, verdict = said("audit")
    assert shown.splitlines()[1].endswith(f"the operator took away, as csv, 1 record: {record}")
    code, shown, verdict = said("audit", "--as", "json")
    lines = [json.loads(line) for line in shown.splitlines()]
    assert (code, verdict) == (0, "3 lines, none of them broken.\n")
    assert [(one["line"], one["who"], one["act"], one["as"]) for one in lines] == [
        (1, "operator", "exported", "json"), (2, "operator", "exported", "csv"), (3, "operator", "exported", "plot"),
    ]  # fmt: skip
    assert [one["before"] for one in lines[1:]] == [one["hash"] for one in lines[:-1]]
    with sqlite3.connect("restarea.db") as database:
        database.execute("UPDATE audit SET text = replace(text, 'csv', 'csw') WHERE line = 2")
        database.execute("UPDATE audit SET text = X'1B5B' WHERE line = 3")
    database.close()
    code, shown, verdict = said("audit")
    assert (code, verdict) == (1, "Line 2 is broken: it was changed, or one before it was taken out.\n")
    assert shown.splitlines()[2] == "b'\\x1b['", "as it is, and nothing that a terminal obeys"


def test_what_cannot_be_noted_is_not_taken_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (record,) = kept(to_json(SUMS))

    async def refused(*_: object) -> None:
        raise NotSaved("full")

    monkeypatch.setattr("server.store.released.Released.taken_away", refused)
    for asked in (("export", record, "-o", "one.json"), ("plot", record, "-o", "one.html")):
        assert said(*asked) == (1, "", "Nothing was changed: full.\n")
    assert not (folder / "one.json").exists() and not (folder / "one.html").exists()
