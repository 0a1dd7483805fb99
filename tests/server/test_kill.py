"""kill -9 in mid-session, twenty times: nothing acknowledged is lost or doubled, nobody is more heard than before."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import socket
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import aiohttp
import pytest

from facilitation import events as e
from facilitation.evolution import fold
from facilitation.reach import reach
from facilitation.reading import parse
from facilitation.state import SessionState
from server import wire
from server.formats import find
from server.opening import open_session
from server.store import Store
from tests.server import killed
from tests.server.visitor import Visitor

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["pytest", "tests.server.killed"])
"""Each is a process of its own; what it imports has been imported before, or twenty starts would take a minute."""
MOMENTS = ["before", "between", "after"]
KILLS = 20
CLASSIC = find("classic").text


class Killable:
    """The server under test in a process of its own, on one data folder and one port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process: ForkServerProcess | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, moment: str, nth: int, prefix: str) -> None:
        heard, tell = PROCESSES.Pipe(duplex=False)
        self.process = PROCESSES.Process(
            target=killed.run, args=(self.folder, self.port, moment, nth, prefix, tell)
        )
        self.process.start()
        tell.close()
        assert await asyncio.to_thread(heard.poll, 20), "the server does not start"
        self.heard = heard.recv()

    async def killed(self) -> None:
        assert self.process is not None
        await asyncio.to_thread(self.process.join, 20)
        assert self.process.exitcode == -9

    async def stop(self) -> None:
        if self.process is not None and self.process.exitcode is None:
            self.process.kill()
            await asyncio.to_thread(self.process.join, 20)


async def log_of(folder: Path, session: str) -> list[e.Event]:
    store = await Store.open(folder / "restarea.db")
    try:
        return [wire.event_from_json(line) for line in (await store.load(session))[0]]
    finally:
        await store.close()


@pytest.mark.slow
async def test_twenty_kills(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    server = Killable(tmp_path)
    links = await open_session(store, CLASSIC, server.url)
    await store.close()
    chance = random.Random(5)  # which command of a life is the last one

    await server.start("never", 0, "")
    lead, ann = Visitor(server.url, links.lead), Visitor(server.url, links.join)
    try:
        await lead.enter("Leader")
        await ann.enter("Ann")
        await lead.connect()
        await lead.do("admit", seat=ann.seat)
        await lead.do("begin")
        await lead.disconnect()
        await server.stop()
        floor = {"gate": "soft"}

        expected: list[str] = []
        for kill in range(KILLS + 1):
            last = kill == KILLS
            nth = 1 if last else chance.randint(1, 4)
            log = await log_of(tmp_path, links.session)
            await server.start("never" if last else MOMENTS[kill % 3], nth, f"{kill}.")
            assert server.heard == heard_by(log), "somebody is heard who was not, or the other way round"
            committed = [event.gate for event in log if isinstance(event, e.FloorSet)]
            assert committed in (expected, [*expected, floor["gate"]]), "a command was lost or doubled"
            await returned(lead, ann, committed)
            if kill:
                # The last command, sent again under its id, has one effect, whether it had been committed or not.
                again = await lead.command_or_death(f"{kill - 1}.last", type="set_floor", about=1, **floor)
                assert again == {"ok": True}
                expected.append(floor["gate"])
            for step in range(1, nth + 1):
                floor = wanted(expected)
                command_id = f"{kill}.{'last' if step == nth else step}"
                answer = await lead.command_or_death(command_id, type="set_floor", about=1, **floor)
                assert answer in (None, {"ok": True})
                if step < nth or last:
                    expected.append(floor["gate"])
                elif MOMENTS[kill % 3] == "after":
                    assert answer == {"ok": True}
            if not last:
                await server.killed()
            await lead.disconnect()
            await ann.disconnect()
        gates = [
            event.gate for event in await log_of(tmp_path, links.session) if isinstance(event, e.FloorSet)
        ]
        assert gates == expected
    finally:
        await server.stop()


@pytest.mark.slow
async def test_a_seat_of_which_nobody_knows_whose_it_is_goes_to_whoever_comes_next(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    server = Killable(tmp_path)
    links = await open_session(store, CLASSIC, server.url)
    await store.close()
    lead, ann, ben = (Visitor(server.url, link) for link in (links.lead, links.join, links.join))
    try:
        await server.start("unnoted", 2, "")
        await lead.enter("Leader")
        with pytest.raises(aiohttp.ClientError):
            await ann.enter("Ann")
        await server.killed()
        taken = [
            event.seat for event in await log_of(tmp_path, links.session) if isinstance(event, e.SeatTaken)
        ]
        assert taken == [1, 2], "the death came too early to leave a seat that is nobody's"

        await server.start("never", 0, "")
        snapshot = await lead.connect()
        assert snapshot["view"]["seats"]["2"]["standing"] == "left", "nobody waits to be admitted"
        assert (await ann.post("/api/name", {"name": "Ann"}))[1]["code"] == "not_attested", (
            "nothing was noted"
        )
        await ann.enter("Ann")
        await ben.enter("Ben")
        assert (ann.seat, ben.seat) == (2, 3)
        await lead.sees(lambda view: view["seats"].get("2", {}).get("standing") == "waiting")
        assert (await ann.connect())["you"]["standing"] == "waiting"
    finally:
        await server.stop()
        for person in (lead, ann, ben):
            await person.disconnect()


def wanted(done: list[str]) -> dict[str, str]:
    """One at a time, and open again, in turns: each changes who is heard."""
    return (
        {"floor": "open", "gate": "soft"}
        if done and done[-1] == "hard"
        else {"floor": "queue", "gate": "hard"}
    )


async def returned(lead: Visitor, ann: Visitor, expected: list[str]) -> None:
    """Everyone is back in their seat without a click, in the same phase, on the same floor."""
    for client in (lead, ann):
        snapshot = await client.connect()
        assert snapshot["you"]["seat"] == client.seat
        assert snapshot["view"]["phase"]["entry"] == 1
        assert snapshot["view"]["floor"]["gate"] == (expected[-1] if expected else "soft")
        assert snapshot["people"] == {str(lead.seat): "Leader", str(ann.seat): "Ann"}


def heard_by(events: list[e.Event]) -> dict[str, list[int]]:
    state = fold(SessionState(parse(CLASSIC, "classic")), events)
    return {str(seat): sorted(r.audio) for seat, r in reach(state).items()}
