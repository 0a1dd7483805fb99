"""What is heard at the end of a country road: a real Chromium in the room's own page, behind a link that loses, delays
and is narrow, both ways, hears a leader who speaks while three of the circle are seen. Prints one table; fails nothing.
`make bench` runs it, or `python -m tests.bench.bench_country`.

What the browser made up (`concealedSamples`) is counted while a voice is on its way; the leader speaks all the time.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeout

from server.rehearsal.offer import Stream
from tests.bench.bench_moving import Listener
from tests.bench.browser_join import WATCH
from tests.bench.country import RoadError
from tests.bench.pace import pace
from tests.bench.road_link import SERVER, Kind, RoadLink, road_link
from tests.bench.table import Row, at_most, show
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House
from tests.browser.voices import write_voice
from tests.chromium import find_chromium
from tests.server.media.narrow_way import NarrowWay
from tests.server.visitor import Visitor
from tests.waiting import until

ROADS = (
    Kind(0.05, 100, 1_000_000),
    Kind(0.10, 300, 512_000),
    Kind(0.20, 300, 256_000),
    Kind(0.02, 600, 128_000),
    Kind(0.01, 150, 64_000),
)
FREE = Kind(0.0, 0, 100_000_000)
BURSTS_MS, SETTLED_MS = 40_000, 10_000
OTHERS = 2
"""Members who are seen beside the leader, and do not speak."""
WITHIN_S, SETTLES_S, LASTS_S, LEAVES_S = 60.0, 8.0, 15.0, 3.0

# All sound that comes, and when the counters moved; the page's clock is its own.
COUNT = """(seat) => {
  const bench = (window.bench = { came: [], samples: 0, concealed: 0, packets: 0, sent: 0, sentLost: 0 });
  const look = async () => {
    const pc = window.restarea.pc();
    const mid = pc?.getTransceivers()[2 * seat]?.mid;
    for (const one of (await pc?.getStats())?.values() ?? []) {
      if (one.kind === "audio" && one.type === "outbound-rtp") bench.sent = one.packetsSent;
      if (one.kind === "audio" && one.type === "remote-inbound-rtp") bench.sentLost = one.packetsLost;
      if (one.type !== "inbound-rtp" || one.mid !== mid) continue;
      if (one.packetsReceived !== bench.packets) bench.came.push(performance.now() / 1000);
      Object.assign(bench, { samples: one.totalSamplesReceived ?? 0, concealed: one.concealedSamples ?? 0,
        packets: one.packetsReceived });
    }
    setTimeout(look, 20);
  };
  look();
}"""
FIRST = """() => {
  const scripts = performance.getEntriesByType("resource").filter((one) => one.name.includes(".js"));
  const came = Math.max(0, ...scripts.map((one) => one.responseEnd));
  return { audio: window.benchFirst.audio ?? null, scripts: came };
}"""
STANDS = """() => {
  const { session, media } = window.restarea ?? {};
  return session ? `page ${session.connection.value}, media ${media.link.value}` : "scripts not there";
}"""
TOLD = "() => window.restarea.session.facts.value?.you ?? {}"


class Leader(Listener):
    """Tells apart whose voice came when."""

    def __init__(self, url: str, link: str) -> None:
        super().__init__(url, link)
        self._came: list[tuple[int, float]] = []

    def came_from(self, seat: int) -> list[float]:
        return [at for whose, at in self._came if whose == seat]

    def _on_rtp(self, stream: Stream, packet: bytes) -> None:
        super()._on_rtp(stream, packet)
        if stream.kind == "audio":
            self._came.append((stream.seat, time.time()))


@dataclass
class Heard:
    opened_s: float
    began: float
    """Of the voice, made up from the first sound on until everything has settled: share of what was played."""
    scripts_s: float
    concealed: float
    """Share of the samples that were played."""
    gap_s: float
    up_gap_s: float
    up_lost: float
    told: dict[str, Any]


async def come(page: Page, url: str) -> dict[str, Any]:
    """The room is opened, until sound comes: milliseconds of the page's clock."""
    await page.goto(f"{url}/room", wait_until="commit", timeout=1000 * WITHIN_S)
    first: dict[str, Any] = {}

    async def heard() -> bool:
        first.update(await page.evaluate(FIRST))
        return first["audio"] is not None

    await until(heard, within_s=WITHIN_S, every_s=0.1)
    return first


async def at_the_end_of(
    road: RoadLink, browser: Browser, house: House, person: Visitor, leader: Leader, lasts_s: float
) -> Heard:
    context = await browser.new_context(permissions=["camera", "microphone"])
    await context.add_cookies([{"name": "restarea", "value": person.cookie, "url": house.url}])
    page = await context.new_page()
    await page.add_init_script(WATCH)
    first = await come(page, house.url)
    await page.evaluate(COUNT, leader.seat)
    await page.get_by_role("button", name="Turn microphone on").click()
    # Reports have to come, and the queue to empty, before anything can be done about it.
    await pace(SETTLES_S + 1)
    start, since = (
        await page.evaluate("() => ({ ...window.bench, at: performance.now() / 1000 })"),
        time.time(),
    )
    await pace(lasts_s)
    end, upto = await page.evaluate("() => ({ ...window.bench, at: performance.now() / 1000 })"), time.time()
    told = await page.evaluate(TOLD)
    came = [start["at"], *(at for at in end["came"] if at > start["at"]), end["at"]]
    up = [since, *(at for at in leader.came_from(person.seat) if since < at < upto), upto]
    return Heard(
        opened_s=first["audio"] / 1000,
        began=start["concealed"] / max(1, start["samples"]),
        scripts_s=(first["audio"] - first["scripts"]) / 1000,
        concealed=(end["concealed"] - start["concealed"]) / max(1, end["samples"] - start["samples"]),
        gap_s=max(after - before for before, after in pairwise(came)),
        up_gap_s=max(after - before for before, after in pairwise(up)),
        up_lost=(end["sentLost"] - start["sentLost"]) / max(1, end["sent"] - start["sent"]),
        told=told,
    )


async def rows(roads: tuple[Kind, ...], pictures: bool, lasts_s: float) -> AsyncIterator[list[Row]]:
    """Of one road after the other, each heard for so long. Without `pictures` nobody's camera is on."""
    chromium = find_chromium(whole=True) or "chromium"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with (
            road_link(FREE) as link,
            House(folder, SERVER, steady=False) as house,
            async_playwright() as playwright,
        ):
            links = await house.open()
            leader, person = Leader(house.url, links.lead), Visitor(house.url, links.join)
            others = [Visitor(house.url, links.join) for _ in range(OTHERS)]
            await leader.enter("Leader")
            await leader.connect()
            for visitor in (person, *others):
                await visitor.enter("Member")
                await leader.do("admit", seat=visitor.seat)
            for visitor in (leader, *others):
                peer = await visitor.media()
                peer.show(pictures)
            assert leader.peer is not None
            leader.peer.speak(True)
            browser = await playwright.chromium.launch(
                executable_path=link.launcher(folder, chromium),
                args=[
                    *CHROMIUM_FLAGS,
                    f"--unsafely-treat-insecure-origin-as-secure={house.url}",
                    f"--use-file-for-fake-audio-capture={write_voice(folder / 'voice.wav', member=0, tone_hz=900)}",
                ],
            )
            for kind in roads:
                link.kind = kind
                link.counts.clear()
                try:
                    heard = await at_the_end_of(link, browser, house, person, leader, lasts_s)
                    found = told(kind, heard)
                except (TimeoutError, PlaywrightTimeout):
                    found = [Row(title(kind), f"no sound in {WITHIN_S:.0f} s", "a voice", False)]
                    found += [
                        Row("   where its page stands", await stands(context)) for context in browser.contexts
                    ]
                counts = link.counts
                full = f"{counts['down queue full']} of {counts['down packets']}"
                yield [*found, Row("   packets that found the road's queue full, down", full)]
                link.kind = FREE  # so that the server hears that the page goes, and sends it nothing more
                await pace(LEAVES_S)
                for context in browser.contexts:
                    await context.close()
            await browser.close()
            for visitor in (leader, *others):
                await visitor.close()


async def stands(context: BrowserContext) -> str:
    """How far a page has come in which nothing is heard."""
    try:
        async with asyncio.timeout(LEAVES_S):
            return str(await context.pages[0].evaluate(STANDS))
    except (TimeoutError, PlaywrightError):
        return "does not answer"


def title(kind: Kind) -> str:
    return f"{kind.loss:.0%} lost, {kind.round_trip_ms} ms there and back, {kind.rate_bps // 1000} kbit/s"


def told(kind: Kind, heard: Heard) -> list[Row]:
    rung = heard.told.get("rung") or heard.told.get("quality") or "-"
    return [
        at_most(f"{title(kind)}: voice made up", 100 * heard.concealed, 5, "%", 2),
        Row("   made up in the first seconds, before that", f"{heard.began:.1%}"),
        Row("   longest gap between packets of the voice, down / up", f"{heard.gap_s:.2f} / {heard.up_gap_s:.2f} s"),
        Row("   packets of its own voice that were lost, up", f"{heard.up_lost:.1%}"),
        Row("   room opened -> first sound / scripts there -> it", f"{heard.opened_s:.1f} / {heard.scripts_s:.1f} s"),
        Row("   what the server says of this link", str(rung)),
    ]  # fmt: skip


def bursts() -> list[Row]:
    """On each road, in a clock of its own, without losses: a voice and one picture to a listener who says no estimate,
    from the eleventh second on, as they come and at a pace."""
    found = []
    for kind in (*ROADS[:2], Kind(0, 100, 256_000), *ROADS[2:4]):
        plain, paced = (NarrowWay(kind.rate_bps, kind.round_trip_ms, paced) for paced in (False, True))
        for way in (plain, paced):
            way.goes(BURSTS_MS)
        late_ms = [way.waits(0.99, after_ms=SETTLED_MS) for way in (plain, paced)]
        name = f"{kind.rate_bps // 1000} kbit/s, {kind.round_trip_ms} ms there and back: as they come / at a pace"
        found.append(Row(name, f"{late_ms[0]:.0f} / {late_ms[1]:.0f} ms"))
        share = paced.pictures / max(1, plain.pictures)
        found.append(Row("   packets of pictures that came through, at a pace", f"{share:.0%}"))
    return found


async def main(roads: tuple[Kind, ...], pictures: bool, lasts_s: float) -> None:
    beside = f"beside {1 + OTHERS} pictures" if pictures else "alone"
    async with aclosing(rows(roads, pictures, lasts_s)) as found:
        async for part in found:
            show(f"A voice {beside} at the end of a country road, real Chromium", part)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roads", type=int, nargs="*", help="which of the table's, from 0; by default all")
    parser.add_argument("--voices-only", action="store_true", help="nobody's camera is on")
    parser.add_argument(
        "--bursts", action="store_true", help="what key frames cost a voice, reckoned and not tried"
    )
    parser.add_argument("--seconds", type=float, default=LASTS_S, help="how long each is heard")
    asked: Any = parser.parse_known_args()[0]
    if asked.bursts:
        show("A voice beside key frames of 30 packets: 99 of 100 wait no longer for them than this", bursts())
        raise SystemExit
    chosen = ROADS if asked.roads is None else tuple(ROADS[n] for n in asked.roads)
    try:
        asyncio.run(main(chosen, not asked.voices_only, asked.seconds))
    except RoadError as error:
        print(f"\nNot measured: it takes root to make a network of its own ({error}).")
