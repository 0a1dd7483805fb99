"""One room of ten through the real server process: what a packet costs, what it waits, how fast the gate closes, how
fast one is in, what a seat holds. Prints one table; fails nothing. See docs/performance.md for what the rows mean.

Run it from the repository's root: `make bench`, or `python -m tests.bench.bench_room --only room`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.bench import coming_and_going, form, forwarding_alone
from tests.bench.browser_join import chromium_joins
from tests.bench.crowd import Crowd, Loopback, Person, talk
from tests.bench.joining import joins
from tests.bench.pace import pace
from tests.bench.table import Row, at_most, below, percentile, ratio, show

PEOPLE = 10
SERVED = Path(__file__).with_name("served.py")
PUSH_BACKS = 100
GATE_PAUSE_S = 0.06  # below the 20 commands a second that a page may send
FORWARDS_TIMES = (1, 4, 8, 12)


class Served:
    """The server process; `ask` speaks to it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.url = ""
        self.pid = 0

    async def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        async with asyncio.timeout(60):
            return dict(json.loads(await self._process.stdout.readline()))

    async def ask(self, words: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n".encode())
        await self._process.stdin.drain()
        return await self.hear()


@asynccontextmanager
async def serving(*options: str, prefix: tuple[str, ...] = (), **environment: str) -> AsyncIterator[Served]:
    """A server with its data in a folder of its own; ended with its block. `prefix` runs it, such as taskset."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *prefix,
            sys.executable,
            str(SERVED),
            folder,
            *options,
            env=os.environ | environment,
            stdin=pipe,
            stdout=pipe,
            limit=1 << 26,
        )
        served = Served(process)
        try:
            hello = await served.hear()
            served.url, served.pid = hello["url"], hello["pid"]
            yield served
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                async with asyncio.timeout(10):
                    await process.wait()
            except TimeoutError:
                process.kill()


async def gather(served: Served) -> tuple[Crowd, dict[str, Any]]:
    links = await served.ask("open")
    return await Crowd.gather(served.url, links["lead"], links["join"], PEOPLE), links


async def spent(served: Served, session: str, crowd: Crowd, seconds: float, times: float) -> dict[str, Any]:
    """What the server spent and forwarded while the crowd sent; `share` is of what it was to forward."""
    await pace(0.3)  # what was sent before has passed
    before, sent = await served.ask(f"figures {session}"), crowd.sent()
    await crowd.send(seconds, times)
    await pace(0.3)
    after = await served.ask(f"figures {session}")
    used = {key: after[key] - before[key] for key in ("cpu_s", "wall_s", "forwards")}
    due = (crowd.sent() - sent) * (len(crowd.people) - 1)
    return used | {
        "us": used["cpu_s"] / used["forwards"] * 1e6,
        "share": used["forwards"] / due,
        "load": used["cpu_s"] / used["wall_s"],
    }


async def room_rows(served: Served, crowd: Crowd, session: str, seconds: float) -> list[Row]:
    await crowd.send(2)  # everybody's video has begun, and what is made at first use is there
    control = Loopback()
    crowd.sample(True)
    real, loopback = await asyncio.gather(spent(served, session, crowd, seconds, 1), control.measure(seconds))
    crowd.sample(False)
    control.close()
    waits = [wait for peer in crowd.peers for wait in peer.latencies_us()]
    base = percentile(loopback, 0.5)
    rows = [
        at_most("CPU a forwarded packet, the whole server process, real rate", real["us"], 25, "us"),
        Row("share of one core that this takes", f"{real['load'] * 100:.0f} %"),
        Row("packets that were to be forwarded and were", f"{real['share'] * 100:.2f} %"),
        Row("added latency p50", f"{(percentile(waits, 0.5) - base) / 1000:.2f} ms"),
        Row("added latency p99", f"{(percentile(waits, 0.99) - base) / 1000:.2f} ms"),
        Row("   already taken off: straight through loopback, p50 / p99",
            f"{base / 1000:.3f} / {percentile(loopback, 0.99) / 1000:.3f} ms"),
    ]  # fmt: skip
    best = real
    for times in FORWARDS_TIMES[1:]:
        driven = await spent(served, session, crowd, 4, times)
        rate = driven["forwards"] / driven["wall_s"]
        rows.append(
            Row(f"   at {times} times the rate: forwards a second, share forwarded, core",
                f"{rate:,.0f} {driven['share'] * 100:.0f}% {driven['load'] * 100:.0f}%")
        )  # fmt: skip
        best = driven
    rows.append(
        Row("forwards a CPU second (a core), at the highest of these rates", f"{1e6 / best['us']:,.0f}")
    )
    rows.append(ratio("CPU a forward, highest : real rate (wake-ups batch)", best["us"], real["us"]))
    return rows


async def measured_room(seconds: float) -> dict[str, list[Row]]:
    """The room's own rows, those of joining it, and what its seats hold."""
    async with serving() as served:
        empty = (await served.ask("figures"))["rss_kb"]
        crowd, links = await gather(served)
        room = await room_rows(served, crowd, links["session"], seconds)
        first = (await served.ask("figures"))["rss_kb"]
        crowd.start()
        joining = await joins(crowd, links["join"])
        await crowd.stop()
        joining += await chromium_joins(crowd, links["join"])
        before = (await served.ask("figures"))["rss_kb"]
        second, _ = await gather(served)
        await second.send(5)
        after = (await served.ask("figures"))["rss_kb"]
        await second.close()
        await crowd.close()
    seats = [
        at_most("RSS a seat: with ten seats, after the load, minus with none", (first - empty) / 1024 / PEOPLE,
                1.5, "MB", 2),
        Row("   a seat of a second room beside the first", f"{(after - before) / 1024 / PEOPLE:.2f} MB"),
        Row("   the process with nobody", f"{empty / 1024:.0f} MB"),
    ]  # fmt: skip
    return {"The room, through the whole server": room, "Joining it": joining, "Memory": seats}


async def left_rows() -> list[Row]:
    """What an hour of joins and leaves leaves behind."""
    async with serving() as served:
        links = await served.ask("open")
        return await coming_and_going.rows(
            served.url, links["join"], served.pid, lambda: served.ask("figures")
        )


async def gate_rows() -> list[Row]:
    """Push back and recall, a hundred times, while everybody sends; what the server saw itself."""
    async with serving("probe") as served:
        crowd, _ = await gather(served)
        leader, presenter = crowd.leader, crowd.people[1]
        await push_back_phase(leader, presenter)
        crowd.start()
        loud = asyncio.create_task(talk(lambda: Crowd([presenter]).peers[0]))
        answered = []
        for _ in range(PUSH_BACKS):
            await leader.do("recall", about=leader.view["phase"]["entry"])
            await pace(GATE_PAUSE_S)
            before = time.perf_counter()
            await leader.do("push_back", about=leader.view["phase"]["entry"])
            answered.append((time.perf_counter() - before) * 1000)
            await pace(GATE_PAUSE_S)
        loud.cancel()
        await asyncio.gather(loud, return_exceptions=True)
        await crowd.stop()
        seen = await served.ask("gate")
        await crowd.close()
    late_ms, forbidden, heard = judged(seen, presenter.seat)
    return [
        at_most("command received -> last forbidden packet sent, p50", percentile(late_ms, 0.5), 20, "ms", 2),
        below("command received -> last forbidden packet sent, p99", percentile(late_ms, 0.99), 20, "ms", 2),
        at_most("forbidden packets sent after the acknowledgement", forbidden, 0, "packets", 0),
        Row("   of push backs / readings that let the presenter's voice out", f"{len(late_ms)} / {heard:,}"),
        Row("command -> acknowledged, at the leader's, p50 / p99",
            f"{percentile(answered, 0.5):.1f} / {percentile(answered, 0.99):.1f} ms"),
    ]  # fmt: skip


def judged(seen: dict[str, Any], seat: int) -> tuple[list[float], int, int]:
    """For each push back: ms until the seat's last packet left; forbidden packets after an answer; allowed ones."""
    sent = seen["sent"][str(seat)]
    late_ms, forbidden = [], 0
    turns = [one for one in seen["commands"] if one[0] in ("push_back", "recall")]
    for number, (kind, received, answered) in enumerate(turns):
        if kind != "push_back":
            continue
        until = turns[number + 1][1] if number + 1 < len(turns) else sent[-1] + 1
        between = sent[bisect_right(sent, received) : bisect_left(sent, until)]
        late_ms.append((between[-1] - received) / 1e6 if between else 0.0)
        forbidden += sum(at > answered for at in between)
    return late_ms, forbidden, len(sent)


async def push_back_phase(leader: Person, presenter: Person) -> None:
    """To the discussion, with `presenter` pushed back."""
    await leader.do("begin")
    await leader.enters(1)
    for entry in range(1, 5):
        if entry == 2:
            await presenter.enters(2)
            await presenter.do("offer_case", about=1)
            await leader.do("choose_presenter", about=1, seat=presenter.seat)
        await leader.do("advance", about=entry)
        await leader.enters(entry + 1)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--only", choices=("room", "gate", "left", "form", "alone"), help="one part of the table"
    )
    parser.add_argument("--seconds", type=float, default=15, help="of the run at the real rate")
    options: Any = parser.parse_known_args()[0]  # `make bench` gives everybody's to each
    wanted = options.only
    print(f"one room of {PEOPLE}, 50 + 40 packets a second each; load before: {os.getloadavg()[0]:.1f} "
          f"on {os.cpu_count()} cores")  # fmt: skip
    if wanted in (None, "room"):
        for title, rows in (await measured_room(options.seconds)).items():
            show(title, rows)
    if wanted in (None, "gate"):
        show("The gate: push back while everybody sends, measured in the server", await gate_rows())
    if wanted in (None, "left"):
        show("What those who have gone leave behind", await left_rows())
    if wanted in (None, "form"):
        show("The form: facilitation alone", form.rows())
    if wanted in (None, "alone"):
        show("The forwarder alone: no port, no event loop, no form", forwarding_alone.rows())
    print(f"\nload when done: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    asyncio.run(main())
