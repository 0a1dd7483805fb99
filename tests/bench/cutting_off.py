"""How long a voice is heard once it is cut off, in a room of ten that all send, alone and beside three more; and
whether somebody who was cut off is heard after leaving and coming back. Seen from outside: when packets reach a
listener's socket, by the kernel's clock.

Ours is a push back and a recall by the leader's page; Janus's the moderation of its VideoRoom.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

from tests.bench import janus
from tests.bench.bench_room import PEOPLE, push_back_phase, serving
from tests.bench.crowd import Crowd, Load, LoadPeer, talk
from tests.bench.pace import pace
from tests.bench.table import percentile
from tests.browser.house import free_ports
from tests.waiting import until

TIMES, PAUSE_S, BACK_S = 100, 0.06, 2
ROOMS = 4
"""Of ten each: 32,400 forwards a second."""


@dataclass(frozen=True, slots=True)
class Case:
    """One room, in which a listener notes when packets of somebody's voice arrive."""

    load: Load
    listener: LoadPeer
    voice: Callable[[], LoadPeer]
    let: Callable[[], Awaitable[object]]
    cut: Callable[[], Awaitable[object]]
    come_back: Callable[[], Awaitable[LoadPeer]]
    """Whoever is cut off leaves and comes back; answers who listens then."""


@asynccontextmanager
async def ours(prefix: tuple[str, ...], *options: str, rooms: int = 1) -> AsyncIterator[Case]:
    """In the first of so many rooms; the others send as it does."""
    async with serving(*options, prefix=prefix) as served, AsyncExitStack() as open_rooms:
        crowds: list[Crowd] = []
        for _ in range(rooms):
            links = await served.ask("open")
            crowds.append(await Crowd.gather(served.url, links["lead"], links["join"], PEOPLE))
            open_rooms.push_async_callback(crowds[-1].close)
        crowd = crowds[0]
        leader, presenter, listener = crowd.people[0], crowd.people[1], crowd.peers[2]
        await push_back_phase(leader, presenter)
        listener.watch(presenter.seat)

        async def come_back() -> LoadPeer:
            await presenter.close()
            await presenter.enter("P1")
            await presenter.connect()
            await presenter.media()
            return listener

        yield Case(
            Load(lambda: [peer for one in crowds for peer in one.peers]),
            listener,
            lambda: Crowd([presenter]).peers[0],
            lambda: leader.do("recall", about=leader.view["phase"]["entry"]),
            lambda: leader.do("push_back", about=leader.view["phase"]["entry"]),
            come_back,
        )


@asynccontextmanager
async def videoroom(prefix: tuple[str, ...]) -> AsyncIterator[Case]:
    port = free_ports()[0]
    async with janus.running(port, 1, prefix), janus.Gateway.open(port) as gateway:
        people = await janus.gather(gateway, 1, PEOPLE)
        moderator, muted, listener = people[:3]
        feed = muted.feed
        listener.receiver.watch(1)  # the second in its list

        async def come_back() -> LoadPeer:
            await muted.leave()
            people[1] = janus.Person(gateway, 1)

            async def published() -> bool:
                try:
                    await people[1].publish(feed)
                except RuntimeError:  # it has not let go of the id yet
                    return False
                return True

            await until(published, every_s=0.1)
            anew = janus.Person(gateway, 1)
            await anew.subscribe([moderator.feed, feed])
            anew.receiver.watch(1)
            return anew.receiver

        yield Case(
            Load(lambda: [person.sender for person in people]),
            listener.receiver,
            lambda: people[1].sender,
            lambda: moderator.mute(feed, False),
            lambda: moderator.mute(feed, True),
            come_back,
        )
        for person in people:
            await person.leave()


async def measure(case: Case) -> list[float]:
    """ms until the last packet, p50 and p99; packets after the acknowledgement; packets after coming back; packets
    that arrived while they might."""
    case.load.start()
    talking = asyncio.create_task(talk(case.voice))
    late_ms, after = [], 0
    heard = 0
    for _ in range(TIMES):
        await case.let()
        await pace(PAUSE_S)
        heard += len(case.listener.arrived)
        case.listener.arrived.clear()
        asked = time.time_ns()
        await case.cut()
        acknowledged = time.time_ns()
        await pace(PAUSE_S)
        arrived = case.listener.arrived
        late_ms.append((arrived[-1] - asked) / 1e6 if arrived and arrived[-1] > asked else 0.0)
        after += sum(at > acknowledged for at in arrived)
        arrived.clear()
    talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)
    await case.load.stop()
    listener = await case.come_back()
    listener.arrived.clear()
    talking = asyncio.create_task(talk(case.voice))
    await pace(BACK_S)
    talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)
    return [percentile(late_ms, 0.5), percentile(late_ms, 0.99), after, len(listener.arrived), heard]


ROWS = (
    "command -> last packet, p50, ms", "command -> last packet, p99, ms", "packets after the answer",
    "packets after coming back", "   packets while allowed",
)  # fmt: skip


async def compare(prefix: tuple[str, ...], *, with_janus: bool) -> None:
    loaded = f"ours, {ROOMS} rooms"
    cases = {"ours": ours, loaded: partial(ours, rooms=ROOMS)} | (
        {"Janus, 1 loop": videoroom} if with_janus else {}
    )
    found = {}
    for name, case in cases.items():
        async with case(prefix) as there:
            found[name] = await measure(there)
    print(f"\nCutting off a voice, {TIMES} times, in a room of {PEOPLE}\n{'-' * 112}")
    print(f"{'':36}" + "".join(f"{name:>17}" for name in found) + "   won by")
    for number, what in enumerate(ROWS):
        values = {name: of[number] for name, of in found.items()}
        beside = {name: value for name, value in values.items() if name != loaded}  # of one room each
        won = "" if what.startswith(" ") else min(beside, key=lambda name: beside[name])
        if len(set(beside.values())) == 1 and won:
            won = "nobody"
        print(f"{what:36}" + "".join(f"{value:>17,.2f}" for value in values.values()) + f"   {won}")
