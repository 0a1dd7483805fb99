"""Janus and our server, side by side on the same packets: what a forward costs, what it waits, what is lost, how fast a
voice is cut off, and what a person holds. Prints a table that says who won each row; fails nothing.

Each server runs alone on the first core, the load on the second. The variants take turns, round after round, so that
whatever else the machine does hits them alike; a row is the median of its rounds. Beside them stands the floor: what
the same packets cost where nothing is done but to open, protect and send them (floor.py). `make bench-peers` installs
Debian's Janus and runs it: `python -m tests.bench.against_janus --rounds 3 --seconds 8`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import coming_in, cutting_off, floor, janus
from tests.bench.bench_room import PEOPLE, Served, serving
from tests.bench.coming_and_going import descriptors
from tests.bench.crowd import Crowd, Load, LoadPeer, Loopback
from tests.bench.pace import pace
from tests.bench.table import percentile
from tests.browser.house import free_ports
from tests.server.visitor import Visitor
from tests.waiting import until

SERVERS_CORE, LOADS_CORE = 0, 1
CERTIFICATE_EVERY_S = 0.5
ATTENDS_S = 35
"""Half a minute is the least that a certificate says."""
ROOMS = (1, 2, 4)
ON_ITS_CORE = ("taskset", "-c", str(SERVERS_CORE))
HERTZ = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Rooms:
    """Rooms of ten on one server, ours or another."""

    pid: int
    load: Load
    receivers: list[LoadPeer]
    idle_kb: int
    """Resident before anybody came."""
    served: Served | None = None
    """Ours."""


@asynccontextmanager
async def ours(rooms: int, **environment: str) -> AsyncIterator[Rooms]:
    async with serving(prefix=ON_ITS_CORE, **environment) as served, AsyncExitStack() as stack:
        idle = resident_kb(served.pid)
        crowds = []
        for _ in range(rooms):
            links = await served.ask("open")
            crowds.append(await Crowd.gather(served.url, links["lead"], links["join"], PEOPLE))
            stack.push_async_callback(crowds[-1].close)
        peers = [peer for crowd in crowds for peer in crowd.peers]
        yield Rooms(served.pid, Load(lambda: peers), peers, idle, served)


@asynccontextmanager
async def exporting(rooms: int) -> AsyncIterator[Rooms]:
    """Ours, C, while certificates are shown and ZIPs of records are made, one after the other."""
    async with ours(rooms) as there:
        served = there.served
        assert served is not None
        guest = await attended(served)
        await served.ask("export")

        async def certificates() -> None:
            while True:
                status, _ = await guest.get("/certificate")
                assert status == 200, status
                await pace(CERTIFICATE_EVERY_S)

        async def exports() -> None:
            while True:
                await served.ask("export")

        beside = [asyncio.create_task(certificates()), asyncio.create_task(exports())]
        try:
            yield there
        finally:
            for one in beside:
                one.cancel()
            await asyncio.gather(*beside, return_exceptions=True)


async def attended(served: Served) -> Visitor:
    """Somebody who was in a session that has ended, and may print a certificate."""
    links = await served.ask("open")
    leader, guest = Visitor(served.url, links["lead"]), Visitor(served.url, links["join"])
    for person in (leader, guest):
        await person.enter("Attends")
        await person.connect()
        await person.media()
    await leader.do("admit", seat=guest.seat)
    await leader.do("begin")
    await pace(ATTENDS_S)
    await leader.do("end")

    async def has_one() -> bool:
        status, _ = await guest.get("/certificate")
        return status == 200

    await until(has_one, every_s=0.1)
    return guest


@asynccontextmanager
async def januses(rooms: int, loops: int) -> AsyncIterator[Rooms]:
    port = free_ports()[0]
    async with (
        janus.running(port, loops, ON_ITS_CORE) as process,
        janus.Gateway.open(port) as gateway,
        AsyncExitStack() as stack,
    ):
        idle = resident_kb(process.pid)
        people = [one for number in range(rooms) for one in await janus.gather(gateway, number + 1, PEOPLE)]
        for person in people:
            stack.push_async_callback(person.leave)
        senders = [one.sender for one in people]
        yield Rooms(process.pid, Load(lambda: senders), [one.receiver for one in people], idle)


@asynccontextmanager
async def floors(rooms: int) -> AsyncIterator[Rooms]:
    async with floor.running(rooms, PEOPLE, ON_ITS_CORE) as (process, peers):
        yield Rooms(process.pid, Load(lambda: peers), peers, resident_kb(process.pid))


FLOOR = "floor"
"""No server of anybody's: it wins nothing."""
VARIANTS: dict[str, Callable[[int], object]] = {
    FLOOR: floors,
    "ours, C": ours,
    "ours, C, exporting": exporting,
    "ours, Python": lambda rooms: ours(rooms, RESTAREA_NO_EXTENSIONS="1"),
    "Janus, 1 loop": lambda rooms: januses(rooms, 1),
    "Janus, threads": lambda rooms: januses(rooms, 0),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """One round of one variant."""

    cpu_us: float
    lost: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    seat_kb: float
    seat_files: float
    others: float
    """Share of the server's core that something else used."""
    load: float
    """Share of its core that the server used."""


async def measure(rooms: Rooms, seconds: float) -> Figures:
    await rooms.load.send(2)
    await pace(0.3)
    people = len(rooms.receivers)
    control = Loopback()
    used, busy, sent = cpu_s(rooms.pid), core_busy_s(), rooms.load.sent()
    came = sum(peer.packets for peer in rooms.receivers)
    for peer in rooms.receivers:
        peer.sampling = True
    began = asyncio.get_running_loop().time()
    _, loopback = await asyncio.gather(rooms.load.send(seconds), control.measure(seconds))
    await pace(0.3)
    took = asyncio.get_running_loop().time() - began
    for peer in rooms.receivers:
        peer.sampling = False
    used, busy = cpu_s(rooms.pid) - used, core_busy_s() - busy
    forwards = sum(peer.packets for peer in rooms.receivers) - came
    due = (rooms.load.sent() - sent) * (PEOPLE - 1)
    control.close()
    base = percentile(loopback, 0.5)
    waits = [(wait - base) / 1000 for peer in rooms.receivers for wait in peer.latencies_us()]
    return Figures(
        used / forwards * 1e6,
        1 - forwards / due,
        percentile(waits, 0.5), percentile(waits, 0.95), percentile(waits, 0.99),
        (resident_kb(rooms.pid) - rooms.idle_kb) / people,
        descriptors(rooms.pid) / people,
        (busy - used) / took,
        used / took,
    )  # fmt: skip


def cpu_s(pid: int) -> float:
    """User and system time of a process, all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / HERTZ


def core_busy_s() -> float:
    """What the servers' core has worked since it was started; idle and waiting for the disk left out."""
    fields = Path("/proc/stat").read_text().splitlines()[1 + SERVERS_CORE].split()[1:]
    return (sum(map(int, fields)) - int(fields[3]) - int(fields[4])) / HERTZ


def resident_kb(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


ROWS: dict[str, Callable[[Figures], float]] = {
    "CPU a forward, us": lambda one: one.cpu_us,
    "lost, %": lambda one: one.lost * 100,
    "added wait p50, ms": lambda one: one.p50_ms,
    "added wait p95, ms": lambda one: one.p95_ms,
    "added wait p99, ms": lambda one: one.p99_ms,
    "memory a person, kB": lambda one: one.seat_kb,
    "descriptors a person": lambda one: one.seat_files,
}
CONDITIONS: dict[str, Callable[[Figures], float]] = {
    "   of its core, %": lambda one: one.load * 100,
    "   of that core, others, %": lambda one: one.others * 100,
}


def table(rooms: int, found: dict[str, list[Figures]]) -> None:
    print(f"\n{rooms} room{'s' * (rooms > 1)} of {PEOPLE}: {rooms * 8_100:,} forwards a second\n{'-' * 132}")
    print(f"{'':26}" + "".join(f"{name:>19}" for name in found) + "   won by")
    for what, of in (ROWS | CONDITIONS).items():
        medians = {name: statistics.median(map(of, rounds)) for name, rounds in found.items()}
        best = min((name for name in medians if name != FLOOR), key=lambda name: medians[name], default="")
        won = best if what in ROWS else ""
        print(
            f"{what:26}" + "".join(f"{value:>19,.2f}" for value in medians.values()) + f"   {won}", flush=True
        )
    costs = {name: statistics.median(one.cpu_us for one in rounds) for name, rounds in found.items()}
    better = min(
        (name for name in costs if name.startswith("Janus")), key=lambda name: costs[name], default=None
    )
    if better is not None:
        for name in (name for name in costs if not name.startswith("Janus")):
            print(f"   CPU, {name} : {better}   {costs[name] / costs[better]:.2f} x")


async def compare(rooms: int, rounds: int, seconds: float, names: list[str]) -> None:
    found: dict[str, list[Figures]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            async with VARIANTS[name](rooms) as there:  # type: ignore[attr-defined]
                found[name].append(await measure(there, seconds))
    table(rooms, found)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rooms", type=int, nargs="*", default=ROOMS)
    parser.add_argument("--only", nargs="*", choices=VARIANTS, help="of these; by default of all")
    options = parser.parse_args()
    names = [name for name in options.only or VARIANTS if janus.installed() or not name.startswith("Janus")]
    if floor.COMPILER is None:
        names = [name for name in names if name != FLOOR]
    if not janus.installed():
        print("Janus is not installed: only ours is measured")
    os.sched_setaffinity(0, {LOADS_CORE})
    for rooms in options.rooms:
        await compare(rooms, options.rounds, options.seconds, names)
    if options.only:
        return
    await coming_in.compare(ON_ITS_CORE, with_janus=janus.installed() is not None)
    await cutting_off.compare(ON_ITS_CORE, with_janus=janus.installed() is not None)


if __name__ == "__main__":
    asyncio.run(main())
