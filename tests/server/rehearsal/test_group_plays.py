"""The fictitious group in a real server: a leader's client leads it through a whole case over the public ways."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from server.app import Server
from server.formats import find
from server.media.dtls import Certificate
from server.opening import Links, open_session
from server.rehearsal.door import Door, Link
from server.rehearsal.ear import Ear
from server.rehearsal.group import people, play
from server.rehearsal.line import Line
from server.rehearsal.member import Member
from server.rehearsal.outlook import Outlook
from server.rehearsal.pacer import Pacer
from server.rehearsal.peer import LightPeer
from server.rehearsal.view import Asked, View
from server.settings import Settings

LIVELY = 8.0


class Leader:
    """Leads over the same requests, socket and media as a browser. Ticks with the pacer, to listen."""

    def __init__(self, link: str) -> None:
        self.outlook = Outlook()
        self.heard: frozenset[int] = frozenset()
        self._door = Door(Link.parse(link))
        self._ear = Ear()
        self._due_ms = 0
        self._changed = asyncio.Event()
        self.peer = LightPeer()
        self._line = Line(self._door.http, self._door.origin, self.outlook, self._changed.set)

    async def come_in(self) -> None:
        await self._door.enter()
        await self._door.take_seat("Leader")
        self.peer = LightPeer(await self._door.slots())
        await self.peer.connect(await self._door.media(self.peer.offer()))
        await self._line.open()
        Pacer.shared().add(self)

    def on_tick(self, now_ms: int) -> None:
        if now_ms >= self._due_ms:
            self._due_ms = now_ms + 100
            self.heard = self._ear.listen(self.peer.received)
            self._changed.set()

    async def come_back(self) -> None:
        await self._line.close()
        self._line = Line(self._door.http, self._door.origin, self.outlook, self._changed.set)
        await self._line.open()

    def link(self, seat: int) -> str:
        return str(self.outlook.view["seats"][str(seat)]["link"])

    @property
    def sees(self) -> View:
        return self.outlook.seen(self.heard)

    def seats(self, standing: str) -> set[int]:
        return {int(n) for n, seat in self.outlook.view["seats"].items() if seat["standing"] == standing}

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(40):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def ask(self, type_: str, about: int | None = None, **fields: Any) -> None:
        answer = await self._line.ask(Asked(type_, about, fields))
        assert answer["ok"], answer

    async def advance(self, kind: str, **fields: Any) -> None:
        await self.ask("advance", self.sees.entry, **fields)
        await self.until(lambda: self.sees.kind == kind)

    async def go(self) -> None:
        Pacer.shared().remove(self)
        for part in (self._line, self.peer, self._door):
            await part.close()


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    made = Server(Settings(port=0, media_port=0, data_dir=tmp_path, advertise=["127.0.0.1"]))
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def links(server: Server) -> Links:
    return await open_session(server.house.store, find("classic").text, server.url, members=12)


@pytest.fixture
async def leader(links: Links) -> AsyncIterator[Leader]:
    made = Leader(links.lead)
    try:
        await made.come_in()
        yield made
    finally:
        await made.go()


@pytest.mark.paired
async def test_a_leader_alone_leads_the_group_through_a_whole_case(links: Links, leader: Leader) -> None:
    playing = asyncio.ensure_future(play(people([Link.parse(links.join)], 4, speed=LIVELY, seed=2)))
    await leader.until(lambda: len(leader.seats("waiting")) == 4)
    assert not leader.heard, "who waits is not heard"
    for seat in leader.seats("waiting"):
        await leader.ask("admit", seat=seat)
    await leader.ask("begin")
    await leader.until(lambda: bool(leader.heard))  # they check in

    await leader.advance("case_call")
    await leader.until(lambda: bool(leader.sees.offers))
    presenter = leader.sees.offers[0]
    await leader.ask("choose_presenter", leader.sees.case, seat=presenter)
    await leader.advance("presentation")
    await leader.until(lambda: leader.heard == {presenter})

    await leader.advance("questions")
    await leader.until(lambda: bool(leader.sees.hands))
    asker = leader.sees.hands[0]
    await leader.ask("grant_turn", leader.sees.entry, seat=asker)
    await leader.until(lambda: asker in leader.heard)
    await leader.until(lambda: presenter in leader.heard)
    await leader.until(lambda: leader.sees.turn is None)  # given back by the asker

    await leader.advance("discussion")
    before = leader.peer.received[presenter].audio
    others = leader.seats("seated") - {leader.outlook.seat, presenter}
    spoke: set[int] = set()
    await leader.until(lambda: bool(spoke.update(leader.heard) or len(spoke & others) >= 2))
    assert presenter not in spoke
    assert leader.peer.received[presenter].audio == before, "not one packet of the pushed-back presenter"

    await leader.advance("return")
    await leader.until(lambda: leader.heard == {presenter})
    await leader.advance("closing", to="closing")
    await leader.ask("end")
    await asyncio.wait_for(playing, 20)  # everybody leaves by themselves


@pytest.mark.paired
async def test_the_group_is_a_process_of_its_own_that_ends_cleanly_when_told(
    links: Links, leader: Leader
) -> None:
    asked = ["--members", "3", "--speed", "8", "--seed", "5"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server.rehearsal", *asked,
        stdin=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(links.join.encode())
    process.stdin.close()
    try:
        await leader.until(lambda: len(leader.seats("waiting")) == 3)
        await leader.until(lambda: all(leader.link(seat) == "up" for seat in leader.seats("waiting")))
        process.send_signal(signal.SIGTERM)
        _, complaints = await asyncio.wait_for(process.communicate(), 15)
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0
    assert b"Traceback" not in complaints and links.join.encode() not in complaints
    await leader.until(lambda: all(leader.link(seat) == "down" for seat in leader.seats("waiting")))


async def test_a_member_who_is_removed_goes_for_good_and_the_others_stay(
    links: Links, leader: Leader
) -> None:
    certificate = Certificate()
    members = [Member(person, certificate) for person in people([Link.parse(links.join)], 2, speed=LIVELY)]
    running = {member: asyncio.ensure_future(member.run()) for member in members}
    await leader.until(lambda: len(leader.seats("waiting")) == 2 and all(m.outlook.audience for m in members))
    removed, staying = members
    await leader.ask("admit", seat=staying.outlook.seat)
    await leader.ask("remove", seat=removed.outlook.seat)
    await asyncio.wait_for(running[removed], 20)
    assert removed.ended_by in ("removed", "over")
    assert leader.seats("removed") == {removed.outlook.seat}
    assert not running[staying].done()
    await leader.ask("end")
    await asyncio.wait_for(running[staying], 20)
    assert staying.ended_by in ("session_ended", "over")


@pytest.mark.parametrize(
    ("epoch", "connecting", "lost"),
    [("another", False, True), ("one", False, False), ("another", True, False)],
)
async def test_another_run_of_the_server_knows_of_no_media_but_what_is_being_made(
    links: Links, monkeypatch: pytest.MonkeyPatch, epoch: str, connecting: bool, lost: bool
) -> None:
    (person,) = people([Link.parse(links.join)], 1)
    member = Member(person, Certificate())
    member.outlook.epoch, member._connecting = "one", connecting

    async def says_hello(line: Line) -> None:
        member.outlook.epoch = epoch
        await line._on_replaced()
        line.down.set()

    monkeypatch.setattr(Line, "open", says_hello)
    door = Door(person.link)
    await member._keep_line(door)
    await door.close()
    assert member._media_lost.is_set() == lost


@pytest.mark.paired
async def test_members_come_back_by_themselves_after_the_server_was_away(
    server: Server, links: Links, leader: Leader
) -> None:
    certificate = Certificate()
    members = [Member(person, certificate) for person in people([Link.parse(links.join)], 2, speed=LIVELY)]
    running = [asyncio.ensure_future(member.run()) for member in members]
    await leader.until(lambda: len(leader.seats("waiting")) == 2)
    for seat in leader.seats("waiting"):
        await leader.ask("admit", seat=seat)
    await leader.ask("begin")
    await leader.until(lambda: all(member.peer is not None for member in members))
    seated, before = leader.seats("seated"), {member: member.peer for member in members}
    await server.stop()
    again = Server(server.settings.model_copy(update={"port": server.port}))
    await again.start()
    try:
        await leader.come_back()
        assert leader.seats("seated") == seated and leader.sees.kind == "arrival"

        def is_back(member: Member) -> bool:
            connected = (
                member.peer is not None and member.peer is not before[member] and member.peer.connected
            )
            return connected and member.outlook.epoch == leader.outlook.epoch

        await leader.until(lambda: all(is_back(member) for member in members))
        await leader.until(lambda: all(leader.link(member.outlook.seat) == "up" for member in members))
        await leader.ask("end")
        await asyncio.wait_for(asyncio.gather(*running), 20)
    finally:
        await again.stop()
