"""Once a group's records are kept apart, nothing in the database leads from one of them to another."""

from __future__ import annotations

import json
from pathlib import Path

from server.record_commands.audit_words import in_words
from server.store import Owner, Store
from server.store import shelved as own_records
from server.store.audit import broken
from tests.server.store.noted import records_of
from tests.server.store.test_attendance import ANNA, BELA
from tests.server.store.test_series import found, held
from tests.server.store.test_shares import DAY, LEADER, NOW, UNTIL, a_group
from tests.server.store.test_shelf import shelved


async def test_a_line_of_the_audit_log_is_of_records_as_long_as_they_are_kept_together(
    tmp_path: Path,
) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    group, ids = await a_group(store, "one", "two", "three")
    await held(store, "alone", None)
    kept = await store.records()
    await store.released.taken_away(kept, "zip", LEADER, DAY)
    assert await store.shares.make("all", Owner(group), tuple(ids), LEADER, NOW, UNTIL, DAY)
    lines, together = await store.released.audit(), await store.released.kept_together()
    assert set(together.values()) == set(ids) and all(
        set(json.loads(line.text)["together"]) == set(together) for line in lines
    ), "whoever has the records sees that they are the ones"
    (alone,) = set(kept) - set(ids)
    assert (
        all(one in in_words(lines[0], together) for one in kept)
        and alone in json.loads(lines[0].text)["records"]
    )
    await store.series.end(group)
    assert await store.released.audit() == lines and broken(lines) is None
    assert await store.released.kept_together() == {}
    assert in_words(lines[0], {}).endswith(
        f"leader {LEADER} took away, as zip, 4 records: {alone} (3 of them since destroyed or kept apart)"
    )
    assert in_words(lines[1], {}).endswith(
        "made a link to 3 records (3 of them since destroyed or kept apart)"
    )
    await store.close()
    of_records = written(tmp_path, alone) - 1  # in the log it is once
    assert of_records and [written(tmp_path, one) for one in ids] == [of_records] * 3


async def test_no_session_that_goes_on_brings_back_what_held_them_together(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    group, _ = await a_group(store, "one")
    await store.create_session("going", "form", 1.0, 0.0, keeping="aggregate", together=group)
    series = await store.series.of(group)
    assert series is not None and found(tmp_path, series)
    await store.series.end(group)
    await store.end_session("going", (), b"record", 1.0, (), None, "2026-11")
    await store.release_records(1.0)
    assert len(await store.records()) == 2 and not found(tmp_path, series)
    await store.close()


def written(folder: Path, text: str) -> int:
    """How often, in everything that the folder has."""
    return sum(one.read_bytes().count(text.encode()) for one in folder.rglob("*") if one.is_file())


async def test_a_line_leads_to_a_leaders_own_record_as_long_as_it_is_among_them(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    anna, (one, other) = await shelved(store, ANNA, "2026-10", "2026-11")
    known = await store.leaders.by_address(ANNA)
    assert known is not None
    who, own = store.leaders.noted_as(known.leader), await store.records()
    bela, _ = await shelved(store, BELA)
    await put(store, BELA, one)
    await store.released.taken_away(own, "zip", who, DAY)
    assert await store.shares.make("link", anna, (one,), who, NOW, UNTIL, DAY)
    lines = await store.released.audit()
    assert [json.loads(line.text)["records"] for line in lines] == [{}, {}]
    assert [set(of) for of in await records_of(store)] == [{one, other}, {one}]
    assert await store.shelf.take_off(anna, one)
    together = await store.released.kept_together()
    assert in_words(lines[0], together).endswith(
        f"2 records: {other} (1 of them since destroyed or kept apart)"
    ), "though Bela keeps the one among hers"
    assert set(await store.shelf.of(bela)) == {one} and await store.released.audit() == lines
    assert in_words(lines[1], together).endswith(
        "made a link to 1 record (it has since been destroyed or kept apart)"
    )
    await store.close()


async def put(store: Store, address: str, record: str) -> None:
    """Among the leader's own, as where two led."""
    known = await store.leaders.by_address(address)
    assert known is not None
    await store.released._writer.write(
        lambda connection: own_records.put(connection, store.released._keys, known.leader, record)
    )
