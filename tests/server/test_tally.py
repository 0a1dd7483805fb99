"""A group that meets twice: the leaders see who presented how often in earlier meetings, and nobody else does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server import house as houses
from server.app import Server
from server.formats import find
from server.groups import open_meeting
from server.settings import Settings
from server.store import Listed
from tests.server.visitor import HELLO, Visitor
from tests.waiting import until

ROSTER = (Listed("leader", "Anna"), Listed("member", "Carla"), Listed("member", "Dan"))


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0))
    await server.start()
    await server.house.store.write_group("Tuesdays", "classic", ROSTER)
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


async def test_a_meeting_that_nobody_ended_is_counted_when_its_day_is_over(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with meeting(server) as (leader, carla, _):
        await present(leader, carla)
    await server.house.stop()  # and a day passes, with no server
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + houses.SESSION_LASTS_S + 1)
    await server.house.start()
    assert await server.house.store.sessions() == []
    assert await tally(server) == {"Anna": 0, "Carla": 1, "Dan": 0}


async def test_a_second_browser_takes_the_place_and_the_first_one_is_told(server: Server) -> None:
    async with meeting(server) as (_, carla, _):
        phone = Visitor(server.url, f"#{carla.token}")
        try:
            await phone.enter("Carla M.")
            snapshot = await phone.connect()
            assert phone.seat == carla.seat
            assert snapshot["people"][str(carla.seat)] == "Carla M."
            await carla.replaced.wait()
        finally:
            await phone.close()
