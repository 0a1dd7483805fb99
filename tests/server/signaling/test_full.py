"""Who is refused at the door: nothing of them keeps anybody from anything, and it costs them nothing."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from facilitation.vocabulary import SeatId, Standing
from server.app import Server
from server.house import House
from server.opening import Links
from server.pages import join
from server.store import Entry, Listed, NotSaved
from tests.server.visitor import Visitor


async def ask(visitor: Visitor, name: str) -> tuple[int, dict[str, Any]]:
    """Opens the link and goes in under that name; the answer."""
    _, welcome = await visitor.post("/api/enter", {"token": visitor.token})
    said = {"name": name, "place": welcome["place"], "attests": welcome["attestation"]}
    return await visitor.post("/api/name", said)


async def refuses(*_: Any) -> bool:
    """As a full disk does."""
    raise NotSaved


async def own_link(server: Server, links: Links, name: str) -> str:
    """Of a member whom their group calls so."""
    store = server.house.store
    group = await store.group(await store.add_group(f"{name}'s", "classic", [Listed("member", name)]))
    assert group is not None
    member = group.members[0].member
    await store.invite(f"{name}'s", links.session, "member", 1, time.time() + 60, member)
    return f"{server.url}/join#{name}'s"


async def fill(server: Server, links: Links) -> None:
    """Until every seat is somebody's."""
    house, now = server.house, time.time()
    room = await house.room(links.session)
    assert room is not None
    await house.store.invite("many", links.session, "member", room.state.format.seats, now + 60)
    while (there := len(room.state.seats)) < room.state.format.seats:
        cookie, person = await house.store.redeem("many", now)
        await house.take_seat(person, Entry(cookie, f"Member {there}", 1))


@pytest.mark.parametrize("own", [False, True])
async def test_who_finds_no_seat_keeps_no_name_from_others_and_uses_nothing_up(
    server: Server, links: Links, leader: Visitor, own: bool
) -> None:
    store = server.house.store
    await fill(server, links)
    late = Visitor(server.url, await own_link(server, links, "Ann") if own else links.join)
    before = await store.look_up(late.token, time.time())
    status, refused = await ask(late, "Ann")
    assert (status, refused["code"]) == (409, "session_full")
    person = await store.person(late.door)
    assert person is not None and (person.seat, person.attested) == (None, 0)
    assert person.name == ("Ann" if own else ""), "what their group calls them, and nothing that they wrote"
    assert await store.look_up(late.token, time.time()) == before
    assert await leader.post("/api/name", {"name": "Ann"}) == (200, {"seat": leader.seat})
    assert (await store.names(links.session))[leader.seat] == "Ann"


async def test_of_two_who_press_at_once_under_one_name_the_second_reads_which_is_free(
    server: Server, links: Links, leader: Visitor
) -> None:
    both = [Visitor(server.url, links.join) for _ in range(2)]
    answers = await asyncio.gather(*(ask(one, "Ann") for one in both))
    (_, there), (status, refused) = sorted(answers, key=lambda answer: answer[0])
    assert there == {"seat": 2}
    assert (status, refused["code"], refused["name"]) == (409, "name_taken", "Ann (2)")
    assert await server.house.store.names(links.session) == {1: "Leader", 2: "Ann"}
    room = await server.house.room(links.session)
    assert room is not None and set(room.state.seats) == {1, 2}, "nobody waits who was refused"
    late = next(one for one in both if not one.cookie)
    assert await ask(late, refused["name"]) == (200, {"seat": 3})


@pytest.mark.parametrize("back", [False, True])
async def test_what_the_disk_refuses_leaves_no_seat_without_a_name(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch, back: bool
) -> None:
    """Of somebody who comes back, too: they have left, under the name they had, in the browser they had."""
    store = server.house.store
    link = await own_link(server, links, "Ann")
    first, later = Visitor(server.url, link), Visitor(server.url, link)
    if back:
        await first.enter("Ann")
        await first.connect()
        await first.do("leave")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(store, "seat", refuses)
        assert (await ask(later, "Anna"))[0] == 503
    room = await server.house.room(links.session)
    assert room is not None and room.state.seats[SeatId(2)].standing is Standing.LEFT
    assert await store.names(links.session) == ({1: "Leader", 2: "Ann"} if back else {1: "Leader"})
    assert await store.seats(links.session) == set(await store.names(links.session))
    assert (await store.person(first.cookie) is not None) is back and not first.replaced.is_set()
    assert await ask(later, "Anna") == (200, {"seat": 2}), "nobody's seat is theirs"
    assert await store.names(links.session) == {1: "Leader", 2: "Anna"}
    await first.close()


async def test_a_place_moves_to_another_browser_once_that_is_sure(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await own_link(server, links, "Ann")
    first, later = Visitor(server.url, link), Visitor(server.url, link)
    await first.enter("Ann")
    await first.connect()
    with monkeypatch.context() as full_disk:
        full_disk.setattr(server.house.store, "seat", refuses)
        assert (await ask(later, "Anna"))[0] == 503
    room = await server.house.room(links.session)
    assert room is not None and room.state.seats[SeatId(2)].standing is Standing.WAITING
    assert not first.replaced.is_set()
    assert await ask(later, "Anna") == (200, {"seat": 2})
    async with asyncio.timeout(10):
        await first.replaced.wait()
    await first.close()


async def test_of_the_names_that_somebody_and_their_leader_give_at_once_the_later_one_stays(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, store = server.house, server.house.store
    ann = Visitor(server.url, links.join)
    assert (await ask(ann, "Ann"))[0] == 200
    lea, seat, renaming = await store.person(leader.cookie), store.seat, []
    assert lea is not None

    async def meanwhile(*asked: Any) -> bool:
        assert lea is not None
        renaming.append(asyncio.create_task(house.rename(lea, 2, "Anne")))
        for _ in range(3):  # as long as a write takes that nothing holds up
            await store.names(links.session)
        return await seat(*asked)

    monkeypatch.setattr(store, "seat", meanwhile)
    assert await ask(ann, "Anna") == (200, {"seat": 2})
    await asyncio.gather(*renaming)
    assert await store.names(links.session) == {1: "Leader", 2: "Anne"}


async def test_a_name_that_was_taken_since_it_was_asked_for_lets_nobody_wait(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = server.house.store

    async def nothing(*_: Any) -> None: ...

    monkeypatch.setattr(store, "may_go_in", nothing)
    status, refused = await ask(Visitor(server.url, links.join), "leader")
    assert (status, refused["code"], refused["name"]) == (409, "name_taken", "leader (2)")
    room = await server.house.room(links.session)
    assert room is not None and room.state.seats[SeatId(2)].standing is Standing.LEFT
    assert await store.seats(links.session) == {leader.seat}


@pytest.mark.parametrize("refusing", ["names", "presented_earlier"])
async def test_whoever_sits_is_not_refused_for_what_comes_after(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch, refusing: str
) -> None:
    """The browser that had the place is told so, too."""
    link = await own_link(server, links, "Ann")
    first, later = Visitor(server.url, link), Visitor(server.url, link)
    await first.enter("Ann")
    await first.connect()
    with monkeypatch.context() as full_disk:
        full_disk.setattr(server.house.store, refusing, refuses)
        assert await ask(later, "Anna") == (200, {"seat": 2})
        assert later.cookie and await server.house.store.person(later.cookie)
    async with asyncio.timeout(10):
        await first.replaced.wait()
    await first.close()


async def test_a_room_that_has_failed_meanwhile_refuses_nobody_who_sits(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = server.house.store
    link = await own_link(server, links, "Ann")
    await Visitor(server.url, link).enter("Ann")
    seat = store.seat

    async def then_the_disk_is_full(*asked: Any) -> bool:
        moved = await seat(*asked)
        monkeypatch.setattr(House, "_sound", lambda *_: None)
        monkeypatch.setattr(store, "session", refuses)
        return moved

    monkeypatch.setattr(store, "seat", then_the_disk_is_full)
    person = await store.person_by_id((await store.redeem("Ann's", time.time()))[1].person)
    assert person is not None
    cookie, _ = await store.redeem("Ann's", time.time())
    assert await server.house.take_seat(person, Entry(cookie, "Anna", 1)) == 2
    await server.house.names_changed(links.session)
    monkeypatch.undo()


@pytest.mark.parametrize("own", [False, True])
async def test_a_seat_that_the_disk_does_not_take_back_is_so_once_somebody_comes(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    """Or whoever has it by then."""
    store = server.house.store
    late = Visitor(server.url, await own_link(server, links, "Ann") if own else links.join)
    append, seats = store.append, []

    async def and_then_nothing(*commit: Any) -> None:
        if seats:
            raise NotSaved
        seats.append(commit)
        await append(*commit)

    with monkeypatch.context() as full_disk:
        full_disk.setattr(store, "append", and_then_nothing)
        full_disk.setattr(store, "seat", refuses)
        assert (await ask(late, "Ann"))[0] == 503
    room = await server.house.room(links.session)
    assert room is not None and room.state.seats[SeatId(2)].standing is Standing.WAITING
    assert await leader.post("/api/name", {"name": "Lea"}) == (200, {"seat": leader.seat})
    assert room.state.seats[SeatId(2)].standing is Standing.LEFT
    assert await ask(late, "Ann") == (200, {"seat": 2})


async def test_by_what_they_find_later_that_they_were_there_is_asked_before_they_sit(
    server: Server, links: Links, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join, "ticket_for", refuses)
    assert (await ask(Visitor(server.url, links.join), "Ann"))[0] == 503
    room = await server.house.room(links.session)
    assert room is not None and set(room.state.seats) == {leader.seat}
