"""Four rooms of ten through media workers and through the server's own process: what a packet costs, and how fast a
voice is cut off. Prints one table; fails nothing. See docs/performance.md for what the rows mean.

Run it from the repository's root: `make bench`, or `python -m tests.bench.bench_workers`. The load is one more process,
which takes a core by itself: on two cores nothing can be seen of what workers are for.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from contextlib import AsyncExitStack
from typing import Any

from tests.bench import cutting_off
from tests.bench.bench_room import PEOPLE, Served, gather, serving
from tests.bench.crowd import Crowd
from tests.bench.pace import pace
from tests.bench.table import Row, below, show

ROOMS = 4
WORKERS = 2
TURNS = 5
TOLD_S = 1.3
"""Workers say once a second what they have sent."""


async def spent(served: Served, crowds: list[Crowd], seconds: float, times: float) -> dict[str, Any]:
    """What the server and its workers spent and forwarded while all crowds sent."""
    await pace(TOLD_S)
    before, sent = await served.ask("all"), sum(crowd.sent() for crowd in crowds)
    await asyncio.gather(*(crowd.send(seconds, times) for crowd in crowds))
    done = await served.ask("all")
    await pace(TOLD_S)
    after = await served.ask("all")
    forwards = after["forwards"] - before["forwards"]
    wall_s = done["wall_s"] - before["wall_s"]
    server_s = after["server_s"] - before["server_s"]
    workers_s = [now - was for now, was in zip(after["workers_s"], before["workers_s"], strict=True)]
    return {
        "rate": forwards / wall_s,
        "share": forwards / ((sum(crowd.sent() for crowd in crowds) - sent) * (PEOPLE - 1)),
        "us": (server_s + sum(workers_s)) / forwards * 1e6,
        "loads": [one / wall_s for one in (server_s, *workers_s)],
    }


async def forwarding(seconds: float) -> dict[int, list[Row]]:
    """Both servers stand beside each other and are measured in turns: what else the machine does is done to both."""
    async with AsyncExitStack() as leaving:
        served: dict[int, tuple[Served, list[Crowd]]] = {}
        for workers in (0, WORKERS):
            server = await leaving.enter_async_context(serving(f"workers={workers}"))
            crowds = [(await gather(server))[0] for _ in range(ROOMS)]
            for crowd in crowds:
                leaving.push_async_callback(crowd.close)
            await asyncio.gather(*(crowd.send(2) for crowd in crowds))
            served[workers] = server, crowds
        found: dict[int, list[dict[str, Any]]] = {workers: [] for workers in served}
        for _ in range(TURNS):
            for workers, (server, crowds) in served.items():
                found[workers].append(await spent(server, crowds, seconds, 1))
    return {workers: rows(of) for workers, of in found.items()}


def rows(found: list[dict[str, Any]]) -> list[Row]:
    """The middle one of all turns."""

    def middle(values: list[float]) -> float:
        return sorted(values)[len(values) // 2]

    loads = [middle(list(of_one)) for of_one in zip(*(one["loads"] for one in found), strict=True)]
    return [
        Row("forwards a second, share forwarded",
            f"{middle([one['rate'] for one in found]):,.0f} {middle([one['share'] for one in found]) * 100:.1f}%"),
        Row("CPU a forward, all processes", f"{middle([one['us'] for one in found]):.1f} us"),
        Row("   share of a core: the server + each worker", " + ".join(f"{load * 100:.0f}" for load in loads) + " %"),
    ]  # fmt: skip


async def gate(workers: int) -> list[Row]:
    async with cutting_off.ours((), f"workers={workers}") as case:
        p50, p99, after, back, heard = await cutting_off.measure(case)
    return [
        below("push back -> last packet at a listener, p50, one room of ten", p50, 20, "ms", 2),
        below("   p99", p99, 20, "ms", 2),
        Row("   packets after the answer / after coming back / while allowed",
            f"{after:.0f} / {back:.0f} / {heard:,.0f}"),
    ]  # fmt: skip


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=4, help="of each turn")
    options = parser.parse_args()
    print(f"{ROOMS} rooms of {PEOPLE}, 50 + 40 packets a second each; load before: {os.getloadavg()[0]:.1f} "
          f"on {os.cpu_count()} cores, of which the load of this benchmark takes one")  # fmt: skip
    for workers, found in (await forwarding(options.seconds)).items():
        title = f"{workers} media workers" if workers else "In the server's own process"
        show(title, [*found, *await gate(workers)])


if __name__ == "__main__":
    asyncio.run(main())
