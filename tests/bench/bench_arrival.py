"""How long a link takes to open on a bad line: 400 kbit/s, 400 ms there and back, nothing kept from before. Prints one
table; fails nothing. `make bench` runs it, or `python -m tests.bench.bench_arrival`.

Chromium makes the line slow: each request waits for 400 ms, all of them share the rate. What a connection itself costs
(TCP and TLS, two or three times there and back) is not in it.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import Browser, async_playwright

from tests.bench.table import Row, below, show
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.house import House
from tests.chromium import find_chromium

TIMES = 5
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds; bytes a second."""
LOADS_WITHIN_S, BYTES_MOST = 4.0, 60.0


async def arrival(browser: Browser, link: str) -> tuple[float, float, int]:
    """Seconds until the words are there and until the name can be written; bytes that came until then."""
    context = await browser.new_context()
    page = await context.new_page()
    line = await context.new_cdp_session(page)
    await line.send("Network.enable")
    await line.send("Network.emulateNetworkConditions", LINE)
    came: list[int] = []

    def count(finished: dict[str, Any]) -> None:
        came.append(finished["encodedDataLength"])

    line.on("Network.loadingFinished", count)
    began = time.perf_counter()
    await page.goto(link, wait_until="commit")
    await page.locator("main").wait_for()
    seen = time.perf_counter() - began
    await page.locator("[name=name]").wait_for()
    usable, loaded = time.perf_counter() - began, sum(came)
    await context.close()
    return seen, usable, loaded


async def rows() -> list[Row]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        with TemporaryDirectory(prefix="restarea-") as folder:
            async with House(Path(folder)) as house:
                link = (await house.open()).join
                found = [await arrival(browser, link) for _ in range(TIMES)]
        await browser.close()
    seen, usable, loaded = (median(values) for values in zip(*found, strict=True))
    return [
        below("the door's first words", seen, LOADS_WITHIN_S, "s"),
        below("a name can be written", usable, LOADS_WITHIN_S, "s"),
        below("what came over the line", loaded / 1000, BYTES_MOST, "kB"),
    ]


if __name__ == "__main__":
    show("A link opened over 400 kbit/s, 400 ms", asyncio.run(rows()))
