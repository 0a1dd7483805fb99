"""Links by which others look at a group's records: they end, say nothing to a copy of the database, and are noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.retention import day_of
from server.store import Owner, Share, Store, shares
from tests.server.store.noted import lines, records_of
from tests.server.store.test_series import ROSTER, found, held

LEADER, DAY = "1eade7001eade700", "2026-11-29"
NOW, UNTIL = 1000.0, 2000.0
DAY_S = 24 * 3600


async def a_group(store: Store, *names: str) -> tuple[str, list[str]]:
    group = await store.add_group(" ".join(["Tuesdays", *names]), "classic", ROSTER)
    for name in names:
        await held(store, name, group)
    by_text = {text.decode(): one for one, text in (await store.records()).items()}
    return group, [by_text[name] for name in names]


async def shared(store: Store, token: str, group: str, *records: str) -> bool:
    return await store.shares.make(token, Owner(group), records, LEADER, NOW, UNTIL, DAY)


async def noted(store: Store) -> list[tuple[str, str, set[str]]]:
    found = zip(await lines(store), await records_of(store), strict=True)
    return [(line["who"], line["act"], set(ids)) for line, ids in found]


async def test_a_link_opens_what_it_was_made_for_until_it_ends(store: Store) -> None:
    group, (one, two) = await a_group(store, "one", "two")
    assert await shared(store, "to one", group, one) and await shared(store, "to both", group, one, two)
    opened = await store.shares.by_token("to one", UNTIL - 1)
    assert opened is not None and (opened.owner.group, opened.records, opened.until) == (group, (one,), UNTIL)
    whole = await of(store, group, "to both")
    assert set(whole.records) == {one, two}
    assert await store.shares.by_token("to one", UNTIL) is None
    assert await store.shares.by_token("to nothing", NOW) is None
    await store.shares.opened(whole, DAY)
    opener = (await noted(store))[-1][0]
    assert opener != whole.share, "its row names the group: the log would lead from a record to it"
    assert await noted(store) == [
        (LEADER, "shared", {one}), (LEADER, "shared", {one, two}), (opener, "opened", {one, two}),
    ]  # fmt: skip


async def test_no_record_that_comes_later_is_in_it_and_each_that_it_opens_is_noted(store: Store) -> None:
    group, ids = await a_group(store, "one", "two", "three")
    assert await shared(store, "to all", group, *ids)
    await held(store, "later", group)
    assert len(await store.records()) == 4
    share = await of(store, group, "to all")
    assert set(share.records) == set(ids)
    await store.shares.opened(share, DAY)
    await store.shares.end(Owner(group), share.share, LEADER, NOW, DAY)
    acts = [(act, of_it) for _, act, of_it in await noted(store)]
    assert acts == [(act, set(ids)) for act in ("shared", "opened", "unshared")]


async def test_one_link_has_its_most(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    group, (one, two) = await a_group(store, "one", "two")
    assert len(
        shares._stored(store._keys, Share("a", Owner(group), ("f" * 16,) * shares.MOST, 1e10 / 3))
    ) == len(shares._stored(store._keys, Share("a", Owner(group), (one,), UNTIL)))
    assert not await shared(store, "none", group)
    monkeypatch.setattr(shares, "MOST", 1)
    assert not await shared(store, "both", group, one, two)


async def test_it_is_ended_by_whoever_leads_that_group(store: Store) -> None:
    group, ids = await a_group(store, "one")
    await shared(store, "first", group, *ids)
    await shared(store, "second", group, *ids)
    first, second = await of(store, group, "first"), await of(store, group, "second")
    other = await store.add_group("Fridays", "classic", ROSTER)
    await store.shares.end(Owner(other), first.share, LEADER, NOW, DAY)
    assert await store.shares.by_token("first", NOW) == first, "it is another's"
    await store.shares.end(Owner(group), first.share, LEADER, NOW, DAY)
    assert await store.shares.by_token("first", NOW) is None
    assert await store.shares.of(Owner(group), NOW) == [second]
    assert (await noted(store))[-1][:2] == (LEADER, "unshared")


async def of(store: Store, group: str, token: str) -> Share:
    found = await store.shares.by_token(token, NOW)
    assert found is not None and found in await store.shares.of(Owner(group), NOW)
    return found


async def test_what_the_group_does_not_keep_together_cannot_be_shared(store: Store) -> None:
    group, _ = await a_group(store, "one")
    await held(store, "apart", None)
    (apart,) = [one for one, text in (await store.records()).items() if text == b"apart"]
    assert not await shared(store, "a", group, apart) and not await shared(store, "b", "0" * 16, apart)
    empty = await store.add_group("Fridays", "classic", ROSTER)
    assert not await shared(store, "c", empty, apart)
    assert [await store.shares.by_token(token, NOW) for token in "abc"] == [None] * 3
    assert await noted(store) == []


async def test_records_that_are_kept_apart_are_no_longer_looked_at(store: Store) -> None:
    group, ids = await a_group(store, "one")
    await shared(store, "a", group, *ids)
    await store.series.end(group)
    assert await store.shares.by_token("a", NOW) is None
    again = await store.add_group("Fridays", "classic", ROSTER)
    await held(store, "two", again)
    (two,) = set(await store.records()) - set(ids)
    assert await shared(store, "b", again, two)
    await store.forget_group(again)
    assert await store.shares.by_token("b", NOW) is None


async def test_a_copy_of_the_database_says_neither_the_secret_nor_the_record(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    group, (one,) = await a_group(store, "one")
    await shared(store, "a-token-of-some-length", group, one)
    (row,) = await store._writer.read(lambda c: c.exec_driver_sql("SELECT * FROM shares").all())
    assert one.encode() not in row.record and one not in row
    assert not found(tmp_path, "a-token-of-some-length")
    await store.close()


async def test_no_day_no_size_and_no_order_joins_a_link_to_its_line_of_the_audit_log(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    groups = [await a_group(store, *(f"{n}-{one}" for one in range(n + 1))) for n in range(4)]
    for n, (group, ids) in enumerate(groups):
        now, until = NOW + n * DAY_S, NOW + (n + 30) * DAY_S
        assert await store.shares.make(f"{n}", Owner(group), tuple(ids), LEADER, now, until, day_of(now))
        assert await journal(tmp_path) == 0, "where the row stands beside its line"
    rows = await store._writer.read(lambda c: c.exec_driver_sql("SELECT * FROM shares").all())
    assert {type(value) for row in rows for value in row} == {str, bytes, type(None)}, "no number: no time"
    assert len({len(row.record) for row in rows}) == 1
    asked = "SELECT sql FROM sqlite_master WHERE name = 'shares'"
    assert "WITHOUT ROWID" in await store._writer.read(lambda c: c.exec_driver_sql(asked).scalar_one())
    (one,) = await store.shares.of(Owner(groups[0][0]), NOW)
    await store.shares.end(one.owner, one.share, LEADER, NOW, DAY)
    assert await journal(tmp_path) == 0
    late = NOW + 32 * DAY_S
    assert await store.shares.make("x", Owner(groups[3][0]), tuple(groups[3][1]), LEADER, late, late + 1, DAY)
    left = await store._writer.read(lambda c: c.exec_driver_sql('SELECT "group" FROM shares').scalars().all())
    assert left == [groups[3][0]] * 2, "what has ended is gone"
    await store.close()


async def journal(folder: Path) -> int:
    return (folder / "restarea.db-wal").stat().st_size
