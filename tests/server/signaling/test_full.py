"""A session in which every seat is somebody's: who comes then is not let in, and nothing of them stays."""

from __future__ import annotations

import time

from server.app import Server
from server.opening import Links
from tests.server.visitor import Visitor


async def test_who_finds_no_seat_leaves_no_name_in_the_session(
    server: Server, links: Links, leader: Visitor
) -> None:
    house, token = server.house, links.join.partition("#")[2]
    room = await house.room(links.session)
    assert room is not None
    while len(room.state.seats) < room.state.format.seats:
        _, person = await house.store.redeem(token, time.time())
        await house.take_seat(person)
    late = Visitor(server.url, links.join)
    _, welcome = await late.post("/api/enter", {"token": late.token})
    said = {"name": "Ann", "place": welcome["place"], "attests": welcome["attestation"]}
    status, refused = await late.post("/api/name", said)
    assert (status, refused["code"]) == (409, "session_full")
    person = await house.store.person(late.door)
    assert person is not None and (person.name, person.seat) == ("", None)
    assert await leader.post("/api/name", {"name": "Ann"}) == (200, {"seat": leader.seat})
    assert await house.store.names(links.session) == {leader.seat: "Ann"}
