"""A voice on a lossy way down to a real Chromium: how much of it the browser must make up, with and without redundant
audio. Prints one table; fails nothing. `make bench` runs it, or `python -m tests.bench.bench_road`.

Packets of sound and picture are lost on the server's way out, after their encryption, by a seeded chance; they come
late by half of the round trip. There is no bound on the rate here.
"""

from __future__ import annotations

import asyncio

from playwright.async_api import Browser, async_playwright

from server.rehearsal.mediafile import bundled, load
from server.rehearsal.peer import LightPeer
from tests.bench.pace import pace
from tests.bench.table import Row, show
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.road import plane_on_a_road
from tests.browser.test_media_plane import JOIN, PLAY, ROOM, SEATS, Hears, received, served
from tests.chromium import find_chromium

SETTLES_S, LASTS_S = 6, 10
ROADS = ((0.05, 100), (0.10, 300), (0.20, 300))
"""The share that is lost, and the round trip in ms."""


async def concealed(browser: Browser, loss: float, delay_s: float, *, redundant: bool) -> float:
    """The share of a voice that the page made up."""
    plane = plane_on_a_road(loss, delay_s)
    context = await browser.new_context(permissions=["camera", "microphone"])
    async with served(plane) as circle:
        page = await context.new_page()
        await page.goto(circle.address)
        voice = LightPeer(SEATS, media=load(bundled()[0]))
        join = JOIN if redundant else JOIN.replace(', "audio/red"', "")
        await page.evaluate(join, {"seat": 1, "seats": SEATS})
        await page.evaluate(PLAY, 9)
        await voice.connect(await plane.answer(ROOM, 9, voice.offer()))
        voice.speak(True)
        voice.show(True)
        await plane.set_reach(ROOM, {1: Hears(frozenset({9}), frozenset({9}))})
        await pace(SETTLES_S)  # the page's reports have to come first
        start = await received(page, 9)
        await pace(LASTS_S)
        end = await received(page, 9)
        await voice.close()
    await context.close()
    return float(end["concealed"] - start["concealed"]) / max(1, end["samples"] - start["samples"])


async def rows() -> list[Row]:
    found = []
    chromium = find_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        for loss, round_trip_ms in ROADS:
            plain, redundant = [
                await concealed(browser, loss, round_trip_ms / 2000, redundant=wanted)
                for wanted in (False, True)
            ]
            name = f"{loss:.0%} lost, {round_trip_ms} ms: voice made up, plain"
            found.append(Row(name, f"{plain:.2%}"))
            found.append(Row("   with the two packets before", f"{redundant:.2%}", "< 5 %", redundant < 0.05))
        await browser.close()
    return found


if __name__ == "__main__":
    show("A voice on a country road, down to a real Chromium", asyncio.run(rows()))
