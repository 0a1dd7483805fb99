"""How long one takes into a room at 300 ms there and back, over TLS, with nothing kept from before: where everything
goes out, where no UDP does, and where nothing does but TLS to two ports (as 443 is shared with a TURN server). Prints
one table; fails nothing. `make bench` runs it, or `python -m tests.bench.bench_ways`.

A real Chromium in a network of its own (road_link.py), in the room's own page; a leader speaks all the time. TLS ends
in this program, as it does in a reverse proxy.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import Browser, async_playwright
from playwright.async_api import TimeoutError as PlaywrightTimeout

from tests.bench.bench_country import come
from tests.bench.browser_join import WATCH, WAY
from tests.bench.country import RoadError
from tests.bench.pace import pace
from tests.bench.road_link import SERVER, Kind, everything, road_link
from tests.bench.table import Row, at_most, percentile, show
from tests.bench.tls_end import tls_to
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House, free_ports
from tests.certificate import key_digest
from tests.chromium import find_chromium
from tests.coturn import SECRET, Coturn, coturn
from tests.server.visitor import Visitor

FAR = Kind(0.0, 300, 20_000_000)
LEAVES_S = 2.0
UDP, TCP = 17, 6


@dataclass(frozen=True)
class Joined:
    opened_s: float
    """From opening the room's page to the first sound."""
    scripts_s: float
    """The same from when its scripts were there."""
    way: str


def protocol(packet: bytes) -> int:
    return packet[9] if packet[0] >> 4 == 4 else 0


def no_udp(packet: bytes) -> bool:
    return protocol(packet) != UDP


def only_to(*ports: int) -> Callable[[bytes], bool]:
    """TCP from or to one of these."""

    def lets(packet: bytes) -> bool:
        start = (packet[0] & 15) * 4
        return protocol(packet) == TCP and any(
            int.from_bytes(packet[start + at : start + at + 2], "big") in ports for at in (0, 2)
        )

    return lets


@asynccontextmanager
async def a_house(folder: Path, turn: Coturn) -> AsyncIterator[tuple[House, int]]:
    """The server, and a port at which TLS to it ends, with the TURN server's certificate."""
    shown = free_ports()[0]
    turns = {"turn_host": turn.host, "turn_port": str(turn.port), "turn_secret": SECRET}
    async with House(folder, SERVER, steady=False, public_url=f"https://{SERVER}:{shown}", **turns) as house:
        async with tls_to(house.port, SERVER, shown, turn.certificate, folder / "key.pem"):
            yield house, shown


async def join(browser: Browser, url: str, cookie: str) -> Joined:
    context = await browser.new_context(permissions=["camera", "microphone"])
    await context.add_cookies([{"name": "restarea", "value": cookie, "url": url, "secure": True}])
    page = await context.new_page()
    await page.add_init_script(WATCH)
    try:
        first = await come(page, url)
        way = str(await page.evaluate(WAY))
    finally:
        await context.close()
    return Joined(first["audio"] / 1000, (first["audio"] - first["scripts"]) / 1000, way)


async def rows(times: int) -> AsyncIterator[list[Row]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with (
            road_link(FAR) as link,
            coturn(folder, SERVER, relay_ip=SERVER) as turn,
            a_house(folder, turn) as (house, port),
            async_playwright() as playwright,
        ):
            links = await house.open()
            leader, person = Visitor(house.url, links.lead), Visitor(house.url, links.join)
            await leader.enter("Leader")
            await leader.connect()
            (await leader.media()).speak(True)
            await person.enter("Member")
            await leader.do("admit", seat=person.seat)
            browser = await playwright.chromium.launch(
                executable_path=link.launcher(folder, find_chromium() or "chromium"),
                args=[
                    *CHROMIUM_FLAGS,
                    f"--ignore-certificate-errors-spki-list={key_digest(turn.certificate)}",
                ],
            )
            for what, lets in (
                ("everything goes out", everything),
                ("no UDP goes out", no_udp),
                ("nothing goes out but TLS to two ports", only_to(port, turn.port)),
            ):
                found = []
                for _ in range(times):
                    link.lets = lets
                    with suppress(TimeoutError, PlaywrightTimeout):
                        found.append(await join(browser, f"https://{SERVER}:{port}", person.cookie))
                    link.lets = everything  # so that the server hears that the page has gone
                    await pace(LEAVES_S)
                yield told(what, found, times, limited=lets is everything)
            await browser.close()
            await leader.close()


def told(what: str, found: list[Joined], times: int, *, limited: bool) -> list[Row]:
    """Where something is blocked, it is asked that it connects."""
    ways = ", ".join(sorted({one.way for one in found}))
    opened, scripts = [one.opened_s for one in found], [one.scripts_s for one in found]
    name = "   scripts there -> first sound"
    joined = at_most(f"{name}, p95", percentile(scripts, 0.95), 2, "s", 2)
    return [
        Row(f"{what}: heard, of so many times", f"{len(found)} of {times}", "all", len(found) == times),
        joined if limited else Row(f"{name}, p50 / worst", both(scripts)),
        Row("   room opened -> first sound, p50 / worst", both(opened)),
        Row("   by way of", ways or "-"),
    ]  # fmt: skip


def both(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} / {max(seconds):.2f} s" if seconds else "-"


async def main(times: int) -> None:
    async with aclosing(rows(times)) as found:
        async for part in found:
            show("Into a room at 300 ms there and back, TLS, nothing kept, real Chromium", part)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    asked: Any = parser.parse_known_args()[0]
    try:
        asyncio.run(main(asked.times))
    except RoadError as error:
        print(f"\nNot measured: it takes root to make a network of its own ({error}).")
