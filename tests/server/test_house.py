"""The sessions of a process: what is over is let go, and one that cannot be read keeps nobody else out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Code, Refused, Role, SeatId
from server import house as houses
from server.clock import SessionClock
from server.formats import find
from server.house import House
from server.media.plane import Plane
from server.opening import Links, open_session
from server.retention import UNNOTICED_S
from server.settings import Settings
from server.store import Entry, NotSaved, Person, Store
from server.store.choosing import key_of
from tests.waiting import until

LEADER = SeatId(1)


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    store = await Store.open(None)
    yield store
    await store.close()


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    house = House(Settings(data_dir=tmp_path), store, Plane())
    yield house
    await house.stop()


async def led(house: House) -> Links:
    """A session whose leader sits."""
    links = await open_session(house.store, find("classic").text, "")
    room = await house.room(links.session)
    assert room is not None
    assert (await room.ask(c.TakeSeat(Role.LEADER), None))["ok"]
    return links


async def test_a_room_that_failed_is_opened_anew_from_its_log(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = (await led(house)).session
    room = await house.room(session)
    assert room is not None
    with monkeypatch.context() as broken:
        broken.setattr("server.room.room.next_deadline", lambda _: 1 // 0)
        assert (await room.ask(c.Begin(), LEADER))["ok"]
        await until(lambda: room.closed)
    anew = await house.room(session)
    assert anew is not None and anew is not room and not anew.closed
    assert anew.state.entry == 1
    assert (await anew.ask(c.TakeSeat(Role.LEADER), None))["ok"]


async def test_a_relay_opens_for_an_hour_and_for_whoever_has_a_place(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path, turn_host="turn.example.org", turn_secret="5ecret" * 8)  # type: ignore[arg-type]
    house = House(settings, store, Plane())
    links = await led(house)
    _, person = await store.redeem(links.lead.partition("#")[2], time.time())
    assert await house.relay(person) is None
    leader = replace(person, seat=LEADER)
    now = time.time()
    for hours in (0, 3):  # the same page, at its beginning and when it comes back
        monkeypatch.setattr(time, "time", lambda now=now + 3600 * hours: now)
        relay = await house.relay(leader)
        assert relay is not None
        assert int(relay["username"].partition(":")[0]) == int(now + 3600 * hours) + 3600
    room = await house.room(links.session)
    assert room is not None
    assert (await room.ask(c.TakeSeat(Role.MEMBER), None))["ok"]
    member = replace(person, seat=LEADER + 1)
    assert await house.relay(member) is not None, "who waits is in the arrival room"
    assert (await room.ask(c.Remove(SeatId(2)), LEADER))["ok"]
    assert await house.relay(member) is None
    assert (await room.ask(c.End(), LEADER))["ok"]
    assert await house.relay(leader) is None
    await house.stop()


async def test_an_ended_room_stays_for_a_while_and_is_let_go(house: House) -> None:
    session = (await led(house)).session
    room = await house.room(session)
    assert room is not None
    assert (await room.ask(c.End(), LEADER))["ok"]
    await house.let_go()
    assert await house.room(session) is room
    room.clock = SessionClock(room.clock.now() + houses.LINGERS_MS + 1000)
    await house.let_go()
    assert await house.room(session) is None
    assert room.closed


async def test_a_key_that_the_disk_refused_to_destroy_goes_with_a_later_sweep(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, keys = house.store, house.store._keys
    for session in ("one", "two"):
        await store.create_session(session, "form", 1.0, 0.0, keeping="aggregate")
        await store.end_session(session, (), b"{}", 0.0, (), None, "2026-11", until=time.time())
        keys.make(key_of(session))
    house._began_s -= UNNOTICED_S
    room = await house.room((await led(house)).session)
    assert room is not None and (await room.ask(c.End(), LEADER))["ok"]
    room.clock = SessionClock(room.clock.now() + houses.LINGERS_MS + 1000)
    destroy = keys.destroy

    def refuse(key: str) -> None:
        if key == key_of("one"):
            raise OSError("refused")
        destroy(key)

    with monkeypatch.context() as refusing:
        refusing.setattr(keys, "destroy", refuse)
        await house.let_go()
        assert len(await store.records()) == 2 and room.closed, "the rest of the sweep goes on"
        await house.let_go()
        assert keys.all() == {key_of("one")}, "nor does one keep the others"
    await house.let_go()
    assert keys.all() == set()


async def test_a_session_that_nobody_ended_is_over_after_a_day_while_the_server_runs(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = (await led(house)).session
    room = await house.room(session)
    assert room is not None
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + houses.SESSION_LASTS_S + 1)
    await house.let_go()
    assert not room.closed, "a wall clock that jumps ends no meeting"
    room.clock = SessionClock(houses.SESSION_LASTS_S * 1000 + 1000)
    await house.let_go()
    assert room.closed
    assert await house.room(session) is None
    assert await house.store.sessions() == []
    row = await house.store.session(session)
    assert row is not None and row.let_go


async def test_a_session_that_cannot_be_read_keeps_no_other_closed(house: House, store: Store) -> None:
    broken, whole = (await led(house)).session, (await led(house)).session
    room = await house.room(broken)
    assert room is not None
    await room.close()
    fencing = await store.acquire(broken)
    await store.append(broken, fencing, 1, [b"{}"], 0, None)
    second = House(house.settings, store, Plane())
    await second.start()
    try:
        assert list(second._running) == [whole]
    finally:
        await second.stop()


async def test_an_end_that_a_crash_left_half_done_is_finished_at_the_start(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = (await led(house)).session
    room = await house.room(session)
    assert room is not None

    async def dies(_: str) -> None:
        raise NotSaved

    monkeypatch.setattr(store, "end_session", dies)
    assert (await room.ask(c.End(), LEADER))["ok"]
    monkeypatch.undo()
    assert len(await store.sessions()) == 1
    second = House(house.settings, store, Plane())
    await second.start()
    try:
        assert second._running == {}
        assert await store.sessions() == []
    finally:
        await second.stop()


async def test_a_disk_that_refuses_a_seat_is_not_called_forbidden(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = await open_session(store, find("classic").text, "")
    cookie, person = await store.redeem(links.join.partition("#")[2], time.time())
    assert isinstance(person, Person)

    async def refuses(*_: Any) -> None:
        raise NotSaved

    monkeypatch.setattr(store, "append", refuses)
    with pytest.raises(NotSaved):
        await house.take_seat(person, Entry(cookie, "Ann", 1))


async def test_who_is_renamed_as_a_room_opens_is_called_so_in_it(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = await open_session(store, find("classic").text, "")
    cookie, ann = await store.redeem(links.join.partition("#")[2], time.time())
    await store.seat(ann.person, 2, Entry(cookie, "Ann Archer", 1))
    opens, goes_on, expected = asyncio.Event(), asyncio.Event(), store.expected

    async def slow(session: str) -> Any:
        opens.set()
        await goes_on.wait()
        return await expected(session)

    monkeypatch.setattr(store, "expected", slow)  # asked once the names are read
    opening = asyncio.create_task(house.room(links.session))
    await opens.wait()
    await store.name_seat(links.session, 2, "Ann")
    changed = asyncio.create_task(house.names_changed(links.session))
    await asyncio.sleep(0)
    goes_on.set()
    room, _ = await asyncio.gather(opening, changed)
    assert room is not None and room._outlets.people == {2: "Ann"}


async def test_a_leader_calls_somebody_by_another_name_for_this_session(house: House) -> None:
    links = await open_session(house.store, find("classic").text, "")

    cookies = {}

    async def come(link: str, name: str) -> Person:
        cookie, person = await house.store.redeem(link.partition("#")[2], time.time())
        cookies[name] = cookie
        await house.take_seat(person, Entry(cookie, name, 1))
        seated = await house.store.person_by_id(person.person)
        assert seated is not None and seated.seat is not None
        return seated

    lea, ann = await come(links.lead, "Lea"), await come(links.join, "Ann Archer")
    room = await house.room(links.session)
    assert room is not None
    await house.rename(lea, ann.seat or 0, "Ann")
    assert room.snapshot(LEADER)["people"] == {"1": "Lea", "2": "Ann"}
    for person, seat in ((ann, 1), (lea, 9)):
        with pytest.raises(Refused):
            await house.rename(person, seat, "Somebody")
    assert await house.store.names(links.session) == {1: "Lea", 2: "Ann"}
    assert "notes" in room.snapshot(LEADER) and "notes" not in room.snapshot(SeatId(2))
    assert not await house.may_come_back(ann)
    for person, anew in ((ann, True), (lea, False)):
        assert (await room.ask(c.Leave(), SeatId(person.seat or 0)))["ok"]
        assert await house.may_come_back(person) is anew, "a leader sits down at once"
        assert await house.has_way_in(person)
    await house.take_seat(lea, Entry(cookies["Lea"], "Lea", 1))
    assert (await room.ask(c.End(), LEADER))["ok"]
    assert not await house.has_way_in(lea)
    assert "notes" in room.snapshot(LEADER), "a page that comes after the end knows which to forget"
    for late in (house.rename(lea, 2, "Somebody"), house.plate(lea, 1, "a mother")):
        with pytest.raises(Refused) as refused:
            await late
        assert refused.value.code is Code.SESSION_ENDED
