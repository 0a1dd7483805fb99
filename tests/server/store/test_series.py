"""A group's records are kept together by choice; from outside nobody can tell whose they are."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.store import GroupRefused, Invitation, Listed, Store

ROSTER = [Listed("leader", "Anna"), Listed("member", "Carla")]


async def held(store: Store, name: str, together: str | None, month: str = "2026-11") -> None:
    """A session of which something is kept, from its opening to the release."""
    await store.create_session(name, "form", 1.0, 0.0, keeping="aggregate", together=together)
    await store.end_session(name, (), name.encode(), 1.0, (), None, month)
    await store.release_records(1.0)


async def the_series(store: Store, group: str) -> list[bytes]:
    series = await store.series.of(group)
    assert series is not None
    return list((await store.released.of_series(series)).values())


async def test_only_what_was_opened_so_is_kept_together_and_in_the_order_of_its_months(store: Store) -> None:
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    other = await store.add_group("Fridays", "classic", ROSTER)
    assert await store.series.of(group) is None
    await held(store, "second", group, "2026-12")
    await held(store, "first", group, "2026-09")
    await held(store, "apart", None)
    await held(store, "others", other)
    assert await the_series(store, group) == [b"first", b"second"]
    assert await the_series(store, other) == [b"others"]
    assert len(await store.records()) == 4


async def test_everyone_can_be_told_from_the_opening_on(store: Store) -> None:
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    meeting = await store.meetings.plan(group, 100.0)
    invited = {one.member: Invitation("s1", one.role, 1, 999.0) for one in (await store.groups())[0].members}
    await store.open_planned(meeting, "s1", "form", 0.0, invited, "aggregate", group)
    await store.create_session("s2", "form", 1.0, 0.0, keeping="aggregate")
    assert {one.session: one.together for one in await store.sessions()}.items() >= {
        ("s1", True),
        ("s2", False),
    }
    await store.end_session("s1", (), b"record", 5.0, (), None, "2026-11")
    await store.end_session("s2", (), b"record", 5.0, (), None, "2026-11")
    told = [await store.waiting_record(session) for session in ("s1", "s2")]
    assert [one and one.together for one in told] == [True, False]
    series = await store.series.of(group)
    assert series is not None and await store.released.of_series(series) == {}, "it may be vetoed still"
    ended = await store.session("s1")
    assert ended is not None and not ended.together, "which session it was is not written down"


async def test_what_is_kept_together_can_be_kept_apart_from_now_on(store: Store) -> None:
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    await held(store, "before", group)
    series = await store.series.of(group)
    await store.series.end(group)
    assert series is not None and await store.released.of_series(series) == {}
    assert await store.series.of(group) is None and list((await store.records()).values()) == [b"before"]
    await held(store, "after", group)
    assert await the_series(store, group) == [b"after"] and await store.series.of(group) != series


async def test_with_the_group_goes_what_held_its_records_together(store: Store) -> None:
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    await held(store, "one", group)
    series = await store.series.of(group)
    await store.forget_group(group)
    assert series is not None and await store.released.of_series(series) == {}
    assert len(await store.records()) == 1
    with pytest.raises(GroupRefused):
        await held(store, "two", group)


async def test_a_copy_of_the_database_does_not_say_whose_records_they_are(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    await store.create_session("going", "form", 1.0, 0.0, keeping="aggregate", together=group)
    series = await store.series.of(group)
    assert series is not None
    assert not found(tmp_path, series), "neither the group's row nor the session's says it"
    await store.end_session("going", (), b"record", 1.0, (), None, "2026-11")
    await store.release_records(1.0)
    assert found(tmp_path, series), "the record's does; else this test finds nothing at all"
    await store.series.end(group)
    assert not found(tmp_path, series), "to the last byte"
    await store.close()


def found(folder: Path, text: str) -> bool:
    return any(text.encode() in one.read_bytes() for one in folder.glob("restarea.db*"))


async def test_of_two_who_want_the_same_moment_one_has_it(tmp_path: Path) -> None:
    """Two leaders, and two processes: each has seen that the time is free."""
    both = [await Store.open(tmp_path / "restarea.db") for _ in range(2)]
    group = await both[0].add_group("Tuesdays", "classic", ROSTER)
    planned = await asyncio.gather(*(one.meetings.plan(group, 100.0) for one in both), return_exceptions=True)
    await both[0].meetings.plan(group, 200.0)
    first, second = [one.meeting for one in await both[1].meetings.of(group)]
    moves = zip(both, (first, second), strict=True)
    moved = await asyncio.gather(
        *(one.meetings.move(meeting, 300.0) for one, meeting in moves), return_exceptions=True
    )
    for answers in (planned, moved):
        assert [str(one) for one in answers if isinstance(one, GroupRefused)] == ["meeting_there"]
    assert sorted(one.starts_at for one in await both[0].meetings.of(group)) in ([100, 300], [200, 300])
    (there,) = [one for one in await both[0].meetings.of(group) if one.starts_at != 300]
    assert not await both[0].meetings.move(there.meeting, there.starts_at), "where it is already"
    await both[0].meetings.cancel(there.meeting)
    await both[1].meetings.plan(group, there.starts_at)
    for one in both:
        await one.close()
