"""From a session's end to what is left for each who was there, through a house that was killed in the middle."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Role, SeatId
from server.formats import find
from server.groups.meeting import open_meeting
from server.house import House
from server.media.plane import Plane
from server.opening import open_session
from server.room import Room
from server.settings import Settings
from server.store import Attendance, Entry, Listed, NotSaved, Store
from tests.waiting import until

LEADER, ANN = SeatId(1), SeatId(2)
MINUTE_MS = 60_000
FORMAT = find("leadership_training").text
ROSTER = [Listed("leader", "Anna", "anna@example.org"), Listed("member", "Ann")]


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    store = await Store.open(None)
    yield store
    await store.close()


def goes_on(monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    """By the clock of the wall."""
    before = time.time
    monkeypatch.setattr(time, "time", lambda: before() + hours * 3600)


async def refused(*_: object, **__: object) -> None:
    raise NotSaved("full")


class Held:
    """A leader and Ann, whose links are up, have begun."""

    def __init__(self, store: Store, folder: Path, **settings: Any) -> None:
        self.store, self.settings = store, Settings(data_dir=folder, **settings)
        self.house = House(self.settings, store, Plane())
        self.session, self.tickets, self.opened_at = "", dict[int, str](), 0.0

    async def open(self) -> None:
        group = await self.store.add_group("Tuesdays", "leadership_training", ROSTER)
        (whole,) = await self.store.groups()
        self.links = await open_meeting(self.store, whole, FORMAT, "")
        assert group == whole.group
        (row,) = await self.store.sessions()
        self.session = row.session

    async def begin(self) -> Room:
        if not self.session:
            await self.open()
        self.opened_at = time.time()
        room = await self.house.room(self.session)
        assert room is not None
        for command, actor in (
            (c.TakeSeat(Role.LEADER), None), (c.TakeSeat(Role.MEMBER), None), (c.Admit(ANN), LEADER),
            (c.ReportLink(LEADER, True), None), (c.ReportLink(ANN, True), None), (c.Begin(), LEADER),
        ):  # fmt: skip
            assert (await room.ask(command, actor))["ok"]
        for seat, link in enumerate(self.links, 1):
            cookie, person = await self.store.redeem(link.link.partition("#")[2], time.time())
            await self.store.seat(person.person, seat, Entry(cookie, person.name, 1))
            self.tickets[seat] = await self.store.ticket(person.person) or ""
        return room

    async def open_again(self) -> None:
        """Another house takes over."""
        await self.house.stop()
        self.house = House(self.settings, self.store, Plane())
        await self.house.start()

    async def lasts(self, minutes: int) -> Room:
        """So much session time is over, and another house goes on with it: in it nobody's link is up."""
        await self.house.stop()
        await self.store.heartbeat({self.session: minutes * MINUTE_MS})
        self.house = House(self.settings, self.store, Plane())
        room = await self.house.room(self.session)
        assert room is not None
        await until(lambda: not any(one.link == "up" for one in room.state.seats.values()))
        return room

    async def certificates(self) -> list[Attendance]:
        return list((await self.store.attendances.of(self.tickets.values())).values())


async def test_the_end_leaves_each_their_own(store: Store, tmp_path: Path) -> None:
    held = Held(store, tmp_path)
    leader = await store.leaders.add("anna@example.org", "Anna")
    assert (await held.begin()).attended() is not None, "as it goes on, not by the log alone"
    room = await held.lasts(40)
    assert (await room.ask(c.ReportLink(LEADER, True), None))["ok"]
    room = await held.lasts(45)
    assert await held.certificates() == []
    assert (await room.ask(c.End(), LEADER))["ok"]
    first, second = await held.certificates()
    assert {(one.called, one.minutes, one.of_minutes) for one in (first, second)} == {
        ("leader_in_training", 45, 45), ("member", 40, 40),
    }  # fmt: skip
    assert {(one.format, one.group) for one in (first, second)} == {("leadership_training", "Tuesdays")}
    assert abs(first.began_at - held.opened_at) < 120
    (led,) = (await store.hours.of(leader.leader)).values()
    assert (led.called, led.minutes) == ("leader_in_training", 45)
    await held.house.stop()


async def test_a_session_that_nobody_ended_leaves_them_too_when_it_is_let_go(
    store: Store, tmp_path: Path
) -> None:
    held = Held(store, tmp_path)
    await held.begin()
    await held.lasts(50)
    await held.lasts(25 * 60)
    await held.house.let_go()
    assert {(one.minutes, one.of_minutes) for one in await held.certificates()} == {(50, 50)}
    await held.house.stop()


async def test_a_server_that_was_down_past_the_day_leaves_them_by_the_log(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(store, tmp_path)
    await held.begin()
    await held.house.stop()
    await store.heartbeat({held.session: 50 * MINUTE_MS})
    goes_on(monkeypatch, 25)
    await held.open_again()
    assert {(one.minutes, one.of_minutes) for one in await held.certificates()} == {(50, 50)}
    assert {abs(one.began_at - held.opened_at) < 120 for one in await held.certificates()} == {True}
    await held.house.stop()


async def test_what_the_disk_refuses_when_it_is_let_go_the_next_sweep_leaves(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(store, tmp_path)
    await held.begin()
    await held.lasts(50)
    await held.lasts(25 * 60)
    with monkeypatch.context() as full:
        full.setattr(store, "end_session", refused)
        await held.house.let_go()
    assert await held.certificates() == []
    goes_on(monkeypatch, 25)
    await held.house.let_go()
    assert {(one.minutes, one.of_minutes) for one in await held.certificates()} == {(50, 50)}
    await held.house.stop()


async def test_a_crash_at_the_end_and_a_night_without_a_server_leave_the_start_as_it_was(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(store, tmp_path)
    await held.open()
    goes_on(monkeypatch, 3)
    await held.begin()
    room = await held.lasts(40)
    with monkeypatch.context() as full:
        full.setattr(store, "end_session", refused)
        assert (await room.ask(c.End(), LEADER))["ok"]
    goes_on(monkeypatch, 12)
    await held.open_again()
    found = await held.certificates()
    assert {abs(one.began_at - held.opened_at) < 120 for one in found} == {True}, (
        "not when its links were made"
    )
    assert {one.minutes for one in found} == {40}
    await held.house.stop()


async def test_of_compressed_time_and_where_it_is_not_wanted_nothing_is_left(
    store: Store, tmp_path: Path
) -> None:
    held = Held(store, tmp_path, certificates_months=0, hours_months=0)
    leader = await store.leaders.add("anna@example.org", "Anna")
    await held.begin()
    room = await held.lasts(40)
    assert (await room.ask(c.End(), LEADER))["ok"]
    assert await held.certificates() == [] and await store.hours.of(leader.leader) == {}
    links = await open_session(store, FORMAT, "", speed=4)
    fast = await House(Settings(data_dir=tmp_path), store, Plane()).room(links.session)
    assert fast is not None
    for command, actor in (
        (c.TakeSeat(Role.LEADER), None),
        (c.ReportLink(LEADER, True), None),
        (c.Begin(), LEADER),
    ):
        assert (await fast.ask(command, actor))["ok"]
    assert fast.attended() is None
    await fast.close()
    await held.house.stop()
