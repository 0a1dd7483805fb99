"""How long one takes into a room of ten that all send: from the first request to the first packet of another's at the
newcomer's socket. Ours by the link, with name, attestation and a leader who admits at once; Janus's by its WebSocket,
which is open already, to publish and then to receive everybody. In turns; without delay on the way.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from tests.bench import janus
from tests.bench.bench_room import PEOPLE, serving
from tests.bench.crowd import Crowd, Load, LoadPeer, Person
from tests.bench.joining import admit_next
from tests.bench.pace import pace
from tests.bench.table import percentile
from tests.browser.house import free_ports
from tests.waiting import until

TIMES, LEAVES_S = 20, 0.4


@dataclass(frozen=True, slots=True)
class Case:
    load: Load
    come: Callable[[], Awaitable[LoadPeer]]
    """Somebody comes in; the peer that receives."""
    go: Callable[[], Awaitable[None]]
    requests: str
    """What it asks the server for, one after the other, before packets may come."""


@asynccontextmanager
async def ours(prefix: tuple[str, ...]) -> AsyncIterator[Case]:
    async with serving(prefix=prefix) as served:
        links = await served.ask("open")
        crowd = await Crowd.gather(served.url, links["lead"], links["join"], PEOPLE)
        person = Person(served.url, links["join"])

        async def come() -> LoadPeer:
            admitting = asyncio.create_task(admit_next(crowd))
            await person.enter("New")
            await asyncio.gather(person.connect(), person.media(), admitting)
            assert isinstance(person.peer, LoadPeer)
            return person.peer

        async def go() -> None:
            await person.do("leave")
            await person.close()
            await crowd.leader.sees(lambda view: view["seats"][str(person.seat)]["standing"] == "left")

        yield Case(crowd, come, go, "3: link, name, offer")
        await crowd.close()


@asynccontextmanager
async def videoroom(prefix: tuple[str, ...]) -> AsyncIterator[Case]:
    port = free_ports()[0]
    async with janus.running(port, 1, prefix), janus.Gateway.open(port) as gateway:
        people = await janus.gather(gateway, 1, PEOPLE)
        newcomers: list[janus.Person] = []

        async def come() -> LoadPeer:
            newcomers.append(janus.Person(gateway, 1))
            await newcomers[-1].publish()
            await newcomers[-1].subscribe([person.feed for person in people])
            return newcomers[-1].receiver

        async def go() -> None:
            await newcomers.pop().leave()

        yield Case(
            Load(lambda: [person.sender for person in people]),
            come,
            go,
            "6: 2 handles, 2 joins, offer, answer",
        )
        for person in people:
            await person.leave()


async def seconds(case: Case) -> float:
    case.load.start()
    began = time.perf_counter()
    peer = await case.come()
    await until(lambda: peer.packets > 0)
    took = time.perf_counter() - began
    await case.load.stop()
    await case.go()
    await pace(LEAVES_S)
    return took


async def compare(prefix: tuple[str, ...], *, with_janus: bool) -> None:
    cases = {"ours": ours} | ({"Janus, 1 loop": videoroom} if with_janus else {})
    found: dict[str, list[float]] = {name: [] for name in cases}
    async with AsyncExitStack() as stack:
        there = {name: await stack.enter_async_context(case(prefix)) for name, case in cases.items()}
        for _ in range(TIMES):
            for name, case in there.items():
                found[name].append(await seconds(case))
    print(f"\nComing into a room of {PEOPLE}, {TIMES} times\n{'-' * 112}")
    print(f"{'':36}" + "".join(f"{name:>19}" for name in found) + "   won by")
    for what, share in (("first packet, p50, s", 0.5), ("first packet, p95, s", 0.95)):
        values = {name: percentile(of, share) for name, of in found.items()}
        won = min(values, key=lambda name: values[name])
        print(f"{what:36}" + "".join(f"{value:>19,.3f}" for value in values.values()) + f"   {won}")
    for name, case in there.items():
        print(f"   {name} asks for {case.requests}")
