"""How long a voice is gone when a device moves to another network, or its network stands still for a while.

A real Chromium in a network of its own (country.py), in the room's own page; what it says is heard by a light peer, and
what that says by the page. A voice that pauses sends a packet in 0.4 s, so no gap is told from that. Prints one table;
fails nothing. `make bench` runs it, or `python -m tests.bench.bench_moving`.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright

from server.rehearsal.offer import Stream
from tests.bench.browser_join import WAY
from tests.bench.country import SERVER, Country, RoadError, country
from tests.bench.pace import pace
from tests.bench.table import Row, at_most, percentile, show
from tests.bench.tls_end import tls_to
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House, free_ports
from tests.browser.voices import write_voice
from tests.certificate import key_digest, pem_pair
from tests.chromium import find_chromium
from tests.server.visitor import Visitor

WITHIN_S = 60
SETTLES_S = 3.0
MOVES_S = 12.0
"""So long after a move the longest gap is looked for."""
# The page's clock and ours are the same machine's.
COUNT = """async () => {
  const came = (window.benchCame = []);
  let before = 0;
  for (;;) {
    let now = 0;
    for (const one of (await window.restarea.pc()?.getStats())?.values() ?? [])
      if (one.type === "inbound-rtp" && one.kind === "audio") now += one.packetsReceived;
    if (now !== before) came.push((performance.timeOrigin + performance.now()) / 1000);
    before = now;
    await new Promise((later) => setTimeout(later, 20));
  }
}"""
SINCE = "(since) => window.benchCame.filter((at) => at > since)"
MOVES = "the device moves to another network, 0.3 s after leaving the first"
GETS_ANOTHER = "the device gets another network before it loses the first"
HEARS = "(since) => window.benchCame.at(-1) > since"


class Listener(Visitor):
    """Leads, speaks, and notes when the device's voice came."""

    def __init__(self, url: str, link: str) -> None:
        super().__init__(url, link)
        self.came: list[float] = []
        self.hears = asyncio.Event()

    def _on_rtp(self, stream: Stream, packet: bytes) -> None:
        super()._on_rtp(stream, packet)
        if stream.kind == "audio":
            self.came.append(time.time())
            self.hears.set()

    async def hears_since(self, since: float) -> None:
        while not self.came or self.came[-1] < since:
            self.hears.clear()
            await self.hears.wait()


@dataclass
class Silence:
    """Seconds without the device's voice, and without any voice at the device, one for each time."""

    up_s: list[float] = field(default_factory=list)
    down_s: list[float] = field(default_factory=list)
    connections: int = 0
    ways: set[str] = field(default_factory=set)
    """By which the device's sound went when it was back."""

    async def measure(self, page: Page, listener: Listener, since: float, *, gap: bool) -> None:
        """Until both are back, from `since`; or with `gap` the longest without one another in the seconds after it."""
        if gap:
            await pace(MOVES_S)
        async with asyncio.timeout(WITHIN_S):
            await listener.hears_since(since)
            await page.wait_for_function(HEARS, arg=since, polling=50)
        for silence, came in (
            (self.up_s, [at for at in listener.came if at > since]),
            (self.down_s, await page.evaluate(SINCE, since)),
        ):
            gaps = [after - before for before, after in pairwise([since, *came])]
            silence.append(max(gaps) if gap else gaps[0])


async def rows(times: int, only: str = "", *, tls: bool = False) -> list[Row]:
    found: list[Row] = []
    chromium = find_chromium(whole=True) or "chromium"
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_ports()[0]
        certificate, key = pem_pair(folder, SERVER, datetime.now(UTC) + timedelta(days=1))
        shown = {"public_url": f"https://{SERVER}:{port}"} if tls else {}
        async with (
            country() as road,
            House(folder, SERVER, steady=False, **shown) as house,
            tls_to(house.port, SERVER, port, certificate, key),
            async_playwright() as playwright,
        ):
            url = shown.get("public_url", house.url)
            links = await house.open()
            listener, person = Listener(house.url, links.lead), Visitor(house.url, links.join)
            await listener.enter("Leader")
            await listener.connect()
            voice = await listener.media()
            voice.speak(True)
            await person.enter("Device")
            await listener.do("admit", seat=person.seat)
            browser = await playwright.chromium.launch(
                executable_path=road.launcher(folder, chromium),
                args=[
                    *CHROMIUM_FLAGS,
                    f"--unsafely-treat-insecure-origin-as-secure={house.url}",
                    f"--ignore-certificate-errors-spki-list={key_digest(certificate)}",
                    f"--use-file-for-fake-audio-capture={write_voice(folder / 'voice.wav', member=0, tone_hz=900)}",
                ],
            )
            context = await browser.new_context(permissions=["camera", "microphone"])
            cookie = {"name": "restarea", "value": person.cookie, "url": url, "secure": tls}
            await context.add_cookies([cookie])
            page = await context.new_page()
            await page.goto(f"{url}/room")
            await page.get_by_role("button", name="Turn microphone on").click()
            running = asyncio.ensure_future(page.evaluate(COUNT))
            for what, limit_s, act in (case for case in cases(road) if only in case[0]):
                silence = Silence()
                for _ in range(times):
                    await pace(SETTLES_S)
                    pc = await page.evaluate_handle("() => window.restarea.pc()")
                    since = await act()
                    await silence.measure(page, listener, since, gap=what in (MOVES, GETS_ANOTHER))
                    silence.ways.add(await page.evaluate(WAY))
                    silence.connections += await page.evaluate("(pc) => pc !== window.restarea.pc()", pc)
                found += told(what, limit_s, silence)
            running.cancel()
            await browser.close()
            await listener.close()
    return found


def cases(road: Country) -> list[tuple[str, float, Callable[[], Awaitable[float]]]]:
    def moves(between_s: float) -> Callable[[], Awaitable[float]]:
        async def move() -> float:
            since = time.time()
            await road.move(between_s=between_s)
            return since

        return move

    def stands(seconds: float) -> Callable[[], Awaitable[float]]:
        async def stand() -> float:
            await road.cut()
            await pace(seconds)
            since = time.time()
            await road.mend()
            return since

        return stand

    def swallows(seconds: float) -> Callable[[], Awaitable[float]]:
        async def swallow() -> float:
            await road.drop()
            await pace(seconds)
            since = time.time()
            await road.pass_again()
            return since

        return swallow

    outages = [(f"the network stands still for {s} s, and then", 2.0, stands(s)) for s in (2, 5, 30)]
    swallowed = [
        (f"behind a link that is up nothing passes for {s} s, and then", 2.0, swallows(s))
        for s in (26, 30, 37)
    ]
    return [(MOVES, 1.3, moves(0.3)), (GETS_ANOTHER, 1.0, moves(0.0)), *outages, *swallowed]


def told(what: str, limit_s: float, silence: Silence) -> list[Row]:
    return [
        at_most(f"{what}: its voice is heard again, p95", percentile(silence.up_s, 0.95), limit_s, "s", 2),
        at_most("   it hears again, p95", percentile(silence.down_s, 0.95), limit_s, "s", 2),
        Row("   median of both; new connections", f"{percentile(silence.up_s, 0.5):.2f} / "
            f"{percentile(silence.down_s, 0.5):.2f} s; {silence.connections} of {len(silence.up_s)}"),
        Row("   by way of", ", ".join(sorted(silence.ways))),
    ]  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", default="", help="the cases that have these words in them")
    parser.add_argument("--tls", action="store_true", help="as behind a proxy, over HTTP/1.1")
    asked: Any = parser.parse_known_args()[0]
    over = ", TLS" if asked.tls else ""
    try:
        found = asyncio.run(rows(asked.times, asked.only, tls=asked.tls))
        show(f"A device on the move, real Chromium{over}", found)
    except RoadError as error:
        print(f"\nNot measured: it takes root to make a network of its own ({error}).")
