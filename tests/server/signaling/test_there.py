"""A leader whose media path is lost: they are there while their page answers, not for as long as its line is open."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from facilitation import commands as c
from facilitation.vocabulary import SeatId
from server.app import Server
from server.opening import Links
from server.room import Room
from server.signaling import page as pages
from tests.server.signaling.raw import Raw
from tests.server.visitor import HELLO, Visitor
from tests.waiting import until


@pytest.fixture
async def room(server: Server, links: Links, leader: Visitor) -> Room:
    room = await server.house.room(links.session)
    assert room is not None
    return room


@pytest.fixture
async def raw(server: Server, room: Room, leader: Visitor) -> Raw:
    """The leader's page, with a media path that was up."""
    raw = await Raw.open(server, leader.cookie)
    await raw.connect()
    assert (await raw.ask("hello", HELLO))["ok"]
    room.report_link(leader.seat, True)
    return raw


async def test_a_page_that_answers_is_there(room: Room, leader: Visitor, raw: Raw) -> None:
    room.report_link(leader.seat, False)
    number = await raw.asked("there")
    await raw.acknowledge(number)
    await until(lambda: not asking())
    assert room.state.led
    await raw.close()
    await until(lambda: not room.state.led)


async def test_whoever_only_opens_the_link_again_is_not_back(room: Room, leader: Visitor, raw: Raw) -> None:
    """Else a presenter who was let go, for want of a leader, would be pushed back again by a look at the door."""
    await raw.close()
    room.report_link(leader.seat, False)
    await until(lambda: not room.state.led)
    status, welcome = await leader.post("/api/enter", {"token": leader.token})
    assert (status, welcome["seated"]) == (200, True)
    assert not room.state.led
    await leader.post("/api/name", {"name": "Leader"})
    await until(lambda: room.state.led)


async def test_whoever_left_is_at_the_door_again_once_they_go_in(
    room: Room, leader: Visitor, links: Links
) -> None:
    ann = Visitor(leader.url, links.join)
    await ann.enter("Ann")
    assert (await room.ask(c.Leave(), SeatId(ann.seat)))["ok"]
    await ann.post("/api/enter", {"token": ann.token})
    assert room.state.seats[SeatId(ann.seat)].standing == "left"
    await ann.post("/api/name", {"name": "Ann"})
    assert room.state.seats[SeatId(ann.seat)].standing == "waiting"


async def test_a_page_that_does_not_answer_is_not_there_until_it_does(
    room: Room, leader: Visitor, raw: Raw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ANSWERS_S", 0.05)
    room.report_link(leader.seat, False)
    await until(lambda: not room.state.led)
    await raw.asked("there")
    await raw.acknowledge(await raw.asked("there"))
    await until(lambda: room.state.led and not asking())
    await raw.close()


async def test_a_page_whose_press_waits_for_the_disk_is_there(
    server: Server, room: Room, leader: Visitor, raw: Raw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ANSWERS_S", 0.05)
    may, asked = asyncio.Event(), room.ask

    async def slow(*question: Any) -> Any:
        await may.wait()
        return await asked(*question)

    monkeypatch.setattr(room, "ask", slow)
    press = asyncio.create_task(raw.ask("command", {"id": "1", "type": "begin"}))
    await until(lambda: any(page.answering for page in server.signaling._pages.values()))
    room.report_link(leader.seat, False)
    await until(lambda: room.state.seats[SeatId(leader.seat)].link != "up" and not asking())
    assert room.state.led
    may.set()
    assert (await press)["ok"]
    await raw.close()


def asking() -> bool:
    """Whether a page is still asked."""
    return any(task.get_name() == "there" for task in asyncio.all_tasks())
