"""A group that meets twice: the leaders see who presented how often in earlier meetings, and nobody else does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

import pytest
import socketio

from facilitation.vocabulary import SeatId
from server import house as houses
from server.app import Server
from server.clock import SessionClock
from server.formats import find
from server.groups import open_meeting
from server.house import House
from server.media.plane import Plane
from server.settings import Settings
from server.store import Expected, Listed, NotSaved
from tests.server.visitor import HELLO, Visitor
from tests.waiting import until

ROSTER = (Listed("leader", "Anna"), Listed("member", "Carla"), Listed("member", "Dan"))


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0))
    await server.start()
    await server.house.store.add_group("Tuesdays", "classic", ROSTER)
    yield server
    await server.stop()


@asynccontextmanager
async def meeting(server: Server) -> AsyncIterator[tuple[Visitor, Visitor, Visitor]]:
    """Everyone of the group is there, and the case is called."""
    (group,) = await server.house.store.groups()
    invited = await open_meeting(server.house.store, group, find("classic").text, server.url)
    people = [Visitor(server.url, one.link) for one in invited]
    leader, *members = people
    try:
        for person, one in zip(people, invited, strict=True):
            await person.enter(one.name)
            await person.connect()
        for member in members:
            await leader.do("admit", seat=member.seat)
        await leader.do("begin")
        await leader.do("advance", about=1)
        yield people[0], people[1], people[2]
    finally:
        for person in people:
            await person.close()


async def present(leader: Visitor, presenter: Visitor) -> None:
    await presenter.do("offer_case", about=1)
    await leader.do("choose_presenter", about=1, seat=presenter.seat)
    await leader.do("advance", about=2)


async def tally(server: Server) -> dict[str, int]:
    return {one.name: one.presented for group in await server.house.store.groups() for one in group.members}


async def told_again(person: Visitor) -> dict[str, int] | None:
    """What a page is told that comes anew, and then says hello once more, having missed nothing."""
    snapshot = await person.connect()
    first, person.earlier = person.earlier, {"nobody": 0}
    place = {key: snapshot[key] for key in ("epoch", "audience", "seq")}
    assert (await person.call("hello", HELLO | place))["missed"] == []
    await until(lambda: person.earlier != {"nobody": 0})
    assert person.earlier == first
    return first


async def test_leaders_see_who_presented_in_earlier_meetings_and_members_do_not(server: Server) -> None:
    async with meeting(server) as (leader, carla, dan):
        assert leader.earlier == {str(one.seat): 0 for one in (leader, carla, dan)}
        await present(leader, carla)
        assert leader.earlier[str(carla.seat)] == 0, "this meeting is not an earlier one"
        await leader.do("end")
    assert await tally(server) == {"Anna": 0, "Carla": 1, "Dan": 0}
    async with meeting(server) as (leader, carla, dan):
        assert leader.earlier == {str(leader.seat): 0, str(carla.seat): 1, str(dan.seat): 0}
        assert carla.earlier is None and dan.earlier is None
        known = leader.earlier
        assert await told_again(leader) == known
        assert await told_again(dan) is None


@pytest.mark.parametrize("running", [True, False], ids=["its room runs", "no server ran"])
async def test_a_meeting_that_nobody_ended_is_counted_when_its_day_is_over(
    server: Server, monkeypatch: pytest.MonkeyPatch, running: bool
) -> None:
    house = server.house
    async with meeting(server) as (leader, carla, _):
        await present(leader, carla)
    (row,) = await house.store.sessions()
    if running:
        room = await house.room(row.session)
        assert room is not None
        room.clock = SessionClock(houses.SESSION_LASTS_S * 1000 + 1000)
    else:
        await house.stop()
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now + houses.SESSION_LASTS_S + 1)

    async def busy(_: str) -> NoReturn:
        raise NotSaved

    if not running:  # a disk that is busy once costs nobody their number
        with monkeypatch.context() as refusing:
            refusing.setattr(house.store, "load", busy)
            await house.let_go()
            assert len(await house.store.sessions()) == 1
    await house.let_go()
    assert await house.store.sessions() == []
    assert await tally(server) == {"Anna": 0, "Carla": 1, "Dan": 0}


@pytest.mark.parametrize("after", ["a crash", "a while"])
async def test_an_end_that_the_disk_refused_is_counted_later(
    server: Server, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    house = server.house

    async def dies(*_: object) -> NoReturn:
        raise NotSaved

    async with meeting(server) as (leader, carla, _):
        await present(leader, carla)
        with monkeypatch.context() as refusing:
            refusing.setattr(house.store, "end_session", dies)
            await leader.do("end")
    assert await tally(server) == {"Anna": 0, "Carla": 0, "Dan": 0}
    if after == "a crash":
        again = House(house.settings, house.store, Plane())
        await again.start()
        await again.stop()
    else:
        ((session, running),) = house._running.items()
        running.room.clock = SessionClock(running.room.clock.now() + houses.LINGERS_MS + 1000)
        await house.let_go()
        assert house._running == {}, session
    assert await tally(server) == {"Anna": 0, "Carla": 1, "Dan": 0}


async def test_after_a_restart_leaders_see_it_still(server: Server) -> None:
    house = server.house
    async with meeting(server) as (leader, carla, _):
        await present(leader, carla)
        await leader.do("end")
    async with meeting(server) as (leader, carla, dan):
        again = House(house.settings, house.store, Plane())
        await again.start()
        sessions = await house.store.sessions()
        room = await again.room(sessions[-1].session)
        assert room is not None
        assert room.known_to(SeatId(leader.seat))["earlier"][str(carla.seat)] == 1
        assert "earlier" not in room.known_to(SeatId(dan.seat))
        await again.stop()
        assert room._outlets.people == room._outlets.earlier == {}, "a room that is closed remembers nobody"
        assert room._outlets.expected == Expected()


async def test_leaders_see_who_has_not_come_yet_and_members_do_not(server: Server) -> None:
    store = server.house.store
    (group,) = await store.groups()
    await store.change_group(group.group, "classic", (*ROSTER, Listed("member", "Eve")))
    (group,) = await store.groups()
    invited = await open_meeting(store, group, find("classic").text, server.url)
    leader, carla, dan = (Visitor(server.url, one.link) for one in invited[:3])
    try:
        for person, name in ((leader, "Anna"), (carla, "Carla")):
            await person.enter(name)
            await person.connect()
        await leader.do("admit", seat=carla.seat)
        assert leader.awaited == ["Dan", "Eve"]
        await dan.enter("Daniel")
        await until(lambda: leader.awaited == ["Eve"])
        snapshot = await carla.connect()
        assert carla.awaited is None and "awaited" not in snapshot
        assert (await leader.connect())["awaited"] == ["Eve"]
        (row,) = await store.sessions()
        await leader.do("end")
        assert await store.expected(row.session) == Expected()
    finally:
        for person in (leader, carla, dan):
            await person.close()


async def test_a_leader_who_has_gone_is_told_no_numbers(server: Server) -> None:
    async with meeting(server) as (leader, _, _):
        assert leader.earlier
        await leader.do("leave")
        snapshot = await leader.connect()
        assert "earlier" not in snapshot


async def test_a_second_browser_takes_the_place_when_it_goes_in_and_not_before(server: Server) -> None:
    async with meeting(server) as (_, carla, _):
        phone = Visitor(server.url, f"#{carla.token}")
        try:
            await phone.post("/api/enter", {"token": phone.token})
            await carla.do("raise_hand")
            assert not carla.replaced.is_set()
            older = Visitor(server.url, f"#{carla.token}")
            older.cookie, older.shown_at = carla.cookie, 1
            await older.open()
            await phone.enter("Carla M.")
            await carla.replaced.wait()
            assert (await older.hello())["code"] == "replaced", (
                "a page left behind, whose socket was open before"
            )
            await older.close()
            assert phone.seat == carla.seat
            assert (await carla.post("/api/name", {"name": "Carla"}))[0] == 401
            snapshot = await phone.connect()
            assert snapshot["people"][str(carla.seat)] == "Carla M."
            assert snapshot["view"]["hands"] == [carla.seat]
        finally:
            await phone.close()


async def test_ones_own_link_in_somebody_elses_browser_is_ones_own(server: Server) -> None:
    async with meeting(server) as (_, carla, dan):
        clinic = Visitor(server.url, f"#{dan.token}")
        clinic.cookie = carla.cookie
        try:
            status, answer = await clinic.post("/api/enter", {"token": clinic.token})
            assert (status, answer["name"]) == (200, "Dan")
            await clinic.enter("Dan")
            assert clinic.seat == dan.seat
            assert not carla.replaced.is_set()
        finally:
            await clinic.close()


async def test_whoever_left_comes_back_by_their_own_link_from_anywhere(server: Server) -> None:
    async with meeting(server) as (leader, carla, _):
        await carla.do("leave")
        phone = Visitor(server.url, f"#{carla.token}")
        try:
            await phone.enter("Carla")
            assert phone.seat == carla.seat
            await leader.sees(lambda view: view["seats"][str(carla.seat)]["standing"] == "waiting")
        finally:
            await phone.close()


async def test_a_desk_that_was_on_its_way_when_the_place_moved_is_not_let_in(server: Server) -> None:
    async with meeting(server) as (leader, _, _):
        desk = Visitor(server.url, "")
        desk.cookie, desk.desk = leader.cookie, True
        other = Visitor(server.url, f"#{leader.token}")
        try:
            await desk.open()
            await other.enter("Anna")
            await leader.replaced.wait()
            assert (await desk.hello())["code"] == "replaced"
        finally:
            await desk.close()
            await other.close()


async def test_a_browser_that_only_opened_ones_own_link_has_no_desk(server: Server) -> None:
    async with meeting(server) as (leader, _, _):
        other = Visitor(server.url, f"#{leader.token}")
        assert (await other.post("/api/enter", {"token": other.token}))[0] == 200
        other.desk = True
        assert (await other.get("/desk"))[0] == 403
        for path, body in (
            ("/api/desk", {}),
            ("/api/desk/close", {}),
            ("/api/rename", {"seat": leader.seat, "name": "Eve", "desk": True}),
        ):
            assert (await other.post(path, body))[0] == 401, path
        with pytest.raises(socketio.exceptions.ConnectionError):
            await other.open()
        await leader.do("pause", about=2)
