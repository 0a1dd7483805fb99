"""What is kept only if everyone agrees: one silence, and less is kept; who said what is nowhere afterwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from server.store import Entry, Store
from tests.server.store.conftest import SESSION

TIMELINE, SUMS = b'{"seats":"timeline"}', b'{"seats":"sums"}'
WAITS_S = 100.0


async def ended(store: Store, there: int = 3) -> list[str]:
    """Three came, of whom the first so many sat in the circle; the persons."""
    await store.invite("token", SESSION, "member", 3, 1e9)
    persons = []
    for seat in (1, 2, 3):
        cookie, person = await store.redeem("token", 0.0)
        await store.seat(person.person, seat, Entry(cookie, f"Member {seat}", 1))
        persons.append(person.person)
    await store.end_session(SESSION, (), TIMELINE, WAITS_S, range(1, there + 1), SUMS)
    return persons


async def released(store: Store) -> list[bytes]:
    assert await store.release_records(WAITS_S) == 1
    return list((await store.records()).values())


async def test_it_is_kept_if_everyone_agrees(store: Store) -> None:
    persons = await ended(store)
    waiting = await store.waiting_record(SESSION)
    assert waiting is not None and waiting.needs_everyone and waiting.text == TIMELINE
    for person in persons:
        assert not await store.agrees(person)
        await store.agree(person, True)
        assert await store.agrees(person)
    assert await released(store) == [TIMELINE]


@pytest.mark.parametrize("last", ["silent", "takes it back", "was removed"])
async def test_one_who_does_not_is_enough_for_less(store: Store, last: str) -> None:
    persons = await ended(store)
    for person in persons[:2]:
        await store.agree(person, True)
    if last == "takes it back":
        await store.agree(persons[2], True)
        await store.agree(persons[2], False)
    if last == "was removed":
        await store.remove(SESSION, 3)
    assert await released(store) == [SUMS]


async def test_whoever_was_left_at_the_door_is_not_asked(store: Store) -> None:
    for person in (await ended(store, there=2))[:2]:
        await store.agree(person, True)
    assert await released(store) == [TIMELINE]


async def test_a_veto_leaves_neither(store: Store) -> None:
    for person in await ended(store):
        await store.agree(person, True)
    assert await store.veto(SESSION)
    assert await store.release_records(WAITS_S) == 0 and await store.records() == {}


@pytest.mark.parametrize("vetoed", [False, True])
async def test_nothing_says_afterwards_who_agreed(tmp_path: Path, vetoed: bool) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await store.agree((await ended(store))[1], True)
    if vetoed:
        await store.veto(SESSION)
    await store.release_records(WAITS_S)
    await store.close()
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        assert set(database.execute("SELECT agrees FROM people")) == {(0,)}
        assert b"timeline" not in (tmp_path / "restarea.db").read_bytes()
        assert set(database.execute("SELECT less, session FROM records")) == (
            set() if vetoed else {(None, None)}
        )
