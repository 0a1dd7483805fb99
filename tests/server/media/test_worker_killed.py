"""Two rooms of complete aiortc peers in two worker processes, of which one is killed or stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.media import messages as m
from server.media.hiring import CONFIRM_S, Away, Process, hires
from server.media.pipe import OnFrame
from server.media.workers import Workers
from tests.server.media.aiortc_peers import Participant, everybody
from tests.waiting import until

pytestmark = [pytest.mark.paired, pytest.mark.slow]

BACK_S = 3.0
COMMAND = [sys.executable, "-m", "server.worker", "warning"]


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def state_of(pid: int) -> str:
    """A letter of the kernel's; empty where there is no such process, not even one that nobody has waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


class Rooms:
    """`hurt` and `other`, two people in each. Like pages, they come anew when they are told that they must."""

    def __init__(self) -> None:
        self.processes: list[Process] = []
        self.plane = Workers(2, self._hire)
        self.people: dict[tuple[str, int], Participant] = {}
        self.links: list[tuple[str, int, bool]] = []
        self.lost: list[str] = []
        self.join_s = 0.0
        """How long the slowest took to come in, on this machine as busy as it is."""
        self._coming: set[asyncio.Task[None]] = set()

    async def _hire(self, on_frame: OnFrame, on_end: object) -> Process:
        process = await hires(COMMAND)(on_frame, on_end)  # type: ignore[arg-type]
        assert isinstance(process, Process)
        self.processes.append(process)
        return process

    async def open(self) -> None:
        self.plane.on_link = lambda *link: self.links.append(link)
        self.plane.on_lost = self._on_lost
        await self.plane.start("127.0.0.1", 0, ["127.0.0.1"])
        for room in ("hurt", "other"):
            self.plane.open_room(room, 3)
            await self.plane.set_reach(room, everybody(1, 2))
            for seat in (1, 2):
                began = asyncio.get_running_loop().time()
                await self.comes(room, seat)
                await until(lambda link=(room, seat, True): link in self.links)  # type: ignore[misc]
                self.join_s = max(self.join_s, asyncio.get_running_loop().time() - began)
        await self.stands_ready()

    async def stands_ready(self) -> None:
        """A process has read its modules when it answers."""
        assert self.plane._spare is not None
        await (await self.plane._spare).ask(lambda ask: m.Silence(ask, "nowhere"))

    def _on_lost(self, room: str) -> None:
        self.lost.append(room)
        for seat in (1, 2):
            task = asyncio.create_task(self.comes(room, seat))
            self._coming.add(task)
            task.add_done_callback(self._coming.discard)

    async def comes(self, room: str, seat: int) -> None:
        former = self.people.pop((room, seat), None)
        person = Participant(self.plane, seat, room, camera=False)
        await person.join()
        self.people[room, seat] = person
        if former is not None:
            await former.leave()

    async def hear_each_other(self, room: str, more: int = 5) -> None:
        """Until each of the two has had so many more packets of the other's."""
        for listener, seat in ((1, 2), (2, 1)):
            await until(lambda listener=listener: (room, listener) in self.people)  # type: ignore[misc]
            person = self.people[room, listener]
            await person.received_more("audio", seat, than=await person.received("audio", seat) + more)

    async def heard(self, room: str) -> list[int]:
        return [await self.people[room, to].received("audio", of) for to, of in ((1, 2), (2, 1))]

    async def lost_packets(self, room: str) -> int:
        reports = [await self.people[room, to].slots["audio", of].getStats() for to, of in ((1, 2), (2, 1))]
        return sum(s.packetsLost for stats in reports for s in stats.values() if s.type == "inbound-rtp")

    def pid(self, room: str) -> int:
        worker = self.plane._posts[self.plane._placement.rooms[room].post].worker
        assert worker is not None and isinstance(worker._hands, Process)
        return worker._hands.pid

    async def close(self) -> None:
        await asyncio.gather(*self._coming)
        await self.plane.stop()
        for person in self.people.values():
            await person.leave()
        assert [state_of(process.pid) for process in self.processes] == [""] * len(self.processes)


@pytest.fixture
async def rooms() -> AsyncIterator[Rooms]:
    made = Rooms()
    await made.open()
    try:
        await made.hear_each_other("hurt")
        await made.hear_each_other("other")
        yield made
    finally:
        await made.close()


async def test_the_peers_of_a_killed_worker_are_back_and_no_other_room_notices(rooms: Rooms) -> None:
    loop = asyncio.get_running_loop()
    pid, files, lost = rooms.pid("hurt"), open_files(), await rooms.lost_packets("other")
    peers = [rooms.people["other", seat] for seat in (1, 2)]
    rooms.links.clear()
    began = loop.time()
    os.kill(pid, signal.SIGKILL)
    await until(lambda: rooms.lost == ["hurt"])
    await rooms.hear_each_other("other", 10)  # meanwhile
    await rooms.hear_each_other("hurt")
    took_s = loop.time() - began
    assert took_s < max(BACK_S, 4 * rooms.join_s)
    assert {link for link in rooms.links if link[0] == "other"} == set()
    assert [("hurt", seat, False) in rooms.links for seat in (1, 2)] == [True, True]
    assert await rooms.lost_packets("other") == lost
    assert [rooms.people["other", seat] for seat in (1, 2)] == peers
    assert state_of(pid) == ""  # nothing is left of it, and nothing that was open for it
    await rooms.stands_ready()
    await until(lambda: open_files() <= files)


async def test_a_stopped_worker_confirms_nothing_and_is_replaced(rooms: Rooms) -> None:
    loop = asyncio.get_running_loop()
    pid = rooms.pid("hurt")
    os.kill(pid, signal.SIGSTOP)
    began = loop.time()
    with pytest.raises(Away):
        await rooms.plane.set_reach("hurt", {1: everybody(1, 2)[1]})
    assert CONFIRM_S * 0.9 < loop.time() - began < max(BACK_S, 4 * rooms.join_s)
    rooms.plane.silence("hurt")  # what the room does then
    assert state_of(pid) == ""
    rooms.links.clear()
    await until(lambda: {("hurt", 1, True), ("hurt", 2, True)} <= set(rooms.links))
    assert rooms.pid("hurt") != pid
    await rooms.hear_each_other("other", 50)
    assert await rooms.heard("hurt") == [0, 0]  # silent until the room says otherwise
    await rooms.plane.set_reach("hurt", everybody(1, 2))
    await rooms.hear_each_other("hurt")


async def test_a_worker_leaves_draining_to_the_server() -> None:
    """Ctrl-C, and a supervisor's SIGTERM, reach every process of the server."""
    plane = Workers(1, hires(COMMAND))
    await plane.start("127.0.0.1", 0)
    try:
        plane.open_room("a", 3)
        worker = plane._posts[0].worker
        assert worker is not None and isinstance(worker._hands, Process)
        for told in (signal.SIGTERM, signal.SIGINT):
            os.kill(worker._hands.pid, told)
            await plane.set_reach("a", everybody(1, 2))
        assert plane.replaced == 0
    finally:
        await plane.stop()


async def test_workers_end_with_the_server_that_is_killed() -> None:
    script = (
        "import asyncio, sys\n"
        "from server.media.hiring import hires\n"
        "from server.media.workers import Workers\n"
        "async def main():\n"
        "    plane = Workers(1, hires([sys.executable, '-m', 'server.worker', 'warning']))\n"
        "    await plane.start('127.0.0.1', 0)\n"
        "    workers = [plane._posts[0].worker, await plane._spare]\n"
        "    plane.open_room('a', 2)\n"
        "    await plane.set_reach('a', {})\n"
        "    print(*(worker._hands.pid for worker in workers), flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n"
    )
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout is not None
    pids = [int(word) for word in (await asyncio.wait_for(server.stdout.readline(), 60)).split()]
    assert len(pids) == 2 and all(state_of(pid) in "SRD" for pid in pids)
    os.kill(pids[0], signal.SIGSTOP)  # not even that keeps it
    server.kill()
    await server.wait()
    await until(lambda: all(state_of(pid) in ("", "Z") for pid in pids), 30, every_s=0.02)
