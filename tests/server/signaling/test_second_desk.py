"""A leader's desk on a second screen: it leads as that leader, takes nobody's place, and goes when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
import socketio

from server.app import Server
from server.desks import Desks
from server.opening import Links
from server.signaling.signaling import SOCKETS_MOST
from tests.server.visitor import HELLO, Visitor
from tests.waiting import until


@pytest.fixture
async def phone(server: Server) -> AsyncIterator[Visitor]:
    phone = Visitor(server.url, "")
    phone.desk = True
    yield phone
    await phone.close()


async def offered(leader: Visitor) -> str:
    status, offer = await leader.post("/api/desk", {})
    assert (status, offer["minutes"]) == (200, 5)
    assert offer["link"].startswith(f"{leader.url}/desk/open#")
    assert offer["path"].startswith("M") and offer["size"] > 30
    return str(offer["link"].partition("#")[2])


async def press(phone: Visitor, token: str) -> tuple[int, str]:
    """Whoever presses at the page that the link opens; what the answer says, or where it leads."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.post(
            f"{phone.url}/desk/open", data={"token": token}, headers=phone._headers(), allow_redirects=False
        ) as answer,
    ):
        if "restarea_desk" in answer.cookies:
            phone.lends = answer.cookies["restarea_desk"].value
            assert answer.cookies["restarea_desk"]["httponly"]
            assert answer.cookies["restarea_desk"]["samesite"] == "Strict"
        return answer.status, answer.headers.get("Location") or await answer.text()


async def test_two_windows_of_one_browser_lead_together(
    server: Server, links: Links, leader: Visitor, phone: Visitor
) -> None:
    snapshot = await leader.connect()
    assert "desk" not in snapshot
    phone.cookie, phone.seat = leader.cookie, leader.seat
    told = await phone.connect()
    assert told["view"] == snapshot["view"] and told["you"] == snapshot["you"]
    await until(lambda: leader.second_desk is True)
    await phone.do("begin")
    await leader.enters(1)
    await phone.enters(1)
    assert (await phone.command("whisper", on=True))["code"] == "not_allowed"
    assert not leader.replaced.is_set()
    await phone.disconnect()
    await until(lambda: leader.second_desk is False)
    await leader.do("advance", about=1)


async def test_a_phone_holds_the_desk_by_a_link_that_opens_once(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await leader.connect()
    token = await offered(leader)
    assert (await phone.get("/desk/open"))[0] == 200  # a scanner looks first
    assert await press(phone, token) == (303, "/desk")
    other = Visitor(server.url, "")
    assert (await press(other, token))[0] == 410 and not other.lends
    await until(lambda: leader.second_desk is True)
    status, page = await phone.get("/desk")
    assert status == 200 and '"snapshot":' in page and '"slots":null' in page
    assert '"lent":true' in page and '"lent":' not in (await leader.get("/desk"))[1]
    await phone.connect()
    await phone.do("begin")
    await leader.enters(1)
    status, _ = await phone.post("/api/rename", {"seat": leader.seat, "name": "Lea", "desk": True})
    assert status == 200


async def test_a_lent_desk_opens_nothing_but_the_desk(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await press(phone, await offered(leader))
    assert (await phone.get("/room", follows=False))[0] == 303
    for path, body in (
        ("/api/media", {"offer": "none"}),
        ("/api/name", {"name": "Eve", "attests": 1}),
        ("/api/rename", {"seat": 1, "name": "Eve"}),
        ("/api/desk", {}),
        ("/api/desk/close", {}),
    ):
        assert (await phone.post(path, body))[0] == 401, path
    phone.desk = False
    with pytest.raises(socketio.exceptions.ConnectionError):
        await phone.open()


async def test_a_lent_desk_that_asks_without_end_keeps_nothing_from_its_leader(
    leader: Visitor, phone: Visitor
) -> None:
    await press(phone, await offered(leader))
    nameless = {"seat": leader.seat, "name": ""}
    while (await phone.post("/api/rename", nameless | {"desk": True}))[0] != 429:
        pass
    assert (await leader.post("/api/rename", nameless))[0] == 400
    while (await leader.post("/api/rename", nameless))[0] != 429:
        pass
    assert (await leader.post("/api/desk/close", {}))[0] == 200


async def test_desks_that_come_without_end_cut_no_page_in_the_room(leader: Visitor, phone: Visitor) -> None:
    await leader.connect()
    await press(phone, await offered(leader))
    sockets = []
    try:
        for _ in range(SOCKETS_MOST):
            await phone.open()
            sockets.append(phone._socket)
        await leader.do("begin")
    finally:
        await asyncio.gather(*(socket.disconnect() for socket in sockets))


async def test_closing_it_ends_what_is_open_and_what_was_lent(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await leader.connect()
    await press(phone, await offered(leader))
    await phone.connect()
    unopened = await offered(leader)
    assert await leader.post("/api/desk/close", {}) == (200, {"ok": True})
    await phone.replaced.wait()
    await until(lambda: leader.second_desk is False)
    assert (await phone.get("/desk"))[0] == 403
    assert (await press(phone, unopened))[0] == 410
    with pytest.raises(socketio.exceptions.ConnectionError):
        await phone.greet()


async def test_a_newer_phone_has_it_and_the_older_one_no_more(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await press(phone, await offered(leader))
    await phone.connect()
    newer = Visitor(server.url, "")
    assert await press(newer, await offered(leader)) == (303, "/desk")
    await phone.replaced.wait()
    assert (await phone.get("/desk"))[0] == 403


async def test_one_that_is_taken_back_on_its_way_is_not_let_in(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await press(phone, await offered(leader))
    await phone.open()
    await leader.post("/api/desk/close", {})
    assert (await phone.hello())["code"] == "replaced"


async def test_a_desk_becomes_nobody_elses_without_a_word(
    server: Server, links: Links, leader: Visitor, phone: Visitor
) -> None:
    carl = Visitor(server.url, links.co_lead)
    await carl.enter("Carl")
    phone.cookie = carl.cookie
    await press(phone, await offered(leader))
    shown = await phone.connect()
    own = HELLO | {"seat": leader.seat, "notes": shown["notes"]}
    assert (await phone.call("hello", own))["ok"]
    await leader.post("/api/desk/close", {})
    await phone.replaced.wait()
    await phone.open()  # by the place that its browser has
    assert (await phone.call("hello", own))["code"] == "replaced"
    assert (await phone.call("hello", own | {"seat": carl.seat, "notes": "other"}))["code"] == "replaced"
    assert (await phone.call("hello", own | {"seat": carl.seat}))["ok"]


async def test_a_place_that_moves_to_another_browser_takes_it_back(
    server: Server, leader: Visitor, phone: Visitor
) -> None:
    await press(phone, await offered(leader))
    await phone.connect()
    person = await server.house.person(leader.cookie)
    assert person is not None
    await server.house.moved(person)
    await phone.replaced.wait()
    assert (await phone.get("/desk"))[0] == 403


async def test_a_browser_that_is_in_the_room_keeps_no_desk_that_was_lent(leader: Visitor) -> None:
    leader.lends = "of another session"
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.get(f"{leader.url}/room", headers=leader._headers()) as answer,
    ):
        assert answer.cookies["restarea_desk"].value == ""


async def test_who_does_not_lead_has_no_desk(
    server: Server, links: Links, leader: Visitor, phone: Visitor
) -> None:
    ann = Visitor(server.url, links.join)
    await ann.enter("Ann")
    assert (await ann.post("/api/desk", {}))[0] == 403
    assert (await ann.get("/desk"))[0] == 403
    phone.cookie = ann.cookie
    with pytest.raises(socketio.exceptions.ConnectionError):
        await phone.open()
    assert (await phone.get("/desk"))[0] == 403


async def test_a_leader_who_is_removed_loses_it_at_once(
    server: Server, links: Links, leader: Visitor, phone: Visitor
) -> None:
    carl = Visitor(server.url, links.co_lead)
    await carl.enter("Carl")
    await press(phone, await offered(carl))
    unopened = await offered(carl)
    await phone.connect()
    await leader.connect()
    await leader.do("remove", seat=carl.seat)
    await phone.sees(lambda view: view.keys() == {"stage", "closed"})
    await until(lambda: not phone._socket.connected)
    assert server.house.desks._lent == {}, "before anybody asks"
    assert (await press(Visitor(server.url, ""), unopened))[0] == 410
    with pytest.raises(socketio.exceptions.ConnectionError):
        await phone.open()
    assert (await phone.get("/desk"))[0] == 403
    assert not server.house.desks.knows(phone.lends)


async def test_the_end_takes_back_what_was_lent(server: Server, leader: Visitor, phone: Visitor) -> None:
    await leader.connect()
    await press(phone, await offered(leader))
    await phone.connect()
    unopened = await offered(leader)
    await leader.do("end")
    await phone.sees(lambda view: view["stage"] == "ended")
    assert not server.house.desks.knows(phone.lends)
    assert (await press(phone, unopened))[0] == 410, "and no way to a desk that is over"
    status, page = await phone.get("/desk")
    assert status == 410 and "This session has ended" in page
    phone.lends = "another"
    assert (await phone.get("/desk"))[0] == 403


async def test_a_link_ends_after_some_minutes(server: Server, leader: Visitor) -> None:
    now = [0.0]
    desks = Desks(server.house.store.person_by_id, server.house.room, lambda: now[0])
    person = await server.house.person(leader.cookie)
    assert person is not None
    token = await desks.offer(person)
    now[0] = 301.0
    assert await desks.take(token) is None
    token = await desks.offer(person)
    now[0] = 600.0
    cookie = await desks.take(token)
    assert cookie is not None and desks.lent(person.person)
    assert await desks.take("") is None and not desks.knows("")
    desks.forget(person.session)
    assert not desks.knows(cookie)
