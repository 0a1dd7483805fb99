"""How long a real Chromium takes from opening the room's page to the first sound received and picture decoded.

The place in the session is there before (a cookie): this is a reload, which needs no click. The others play the
rehearsal's sound and pictures, which can be decoded. Without Chromium or built pages it says so, and nothing else.
"""

from __future__ import annotations

import asyncio
from typing import Any

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as PlaywrightError

from tests.bench.crowd import Crowd
from tests.bench.joining import admit_next
from tests.bench.table import Row, below, percentile
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.chromium import find_chromium
from tests.server.visitor import Visitor
from tests.waiting import until

LOADS = 5
PATIENCE_S = 15

# Runs before the page, and notes when its peer connections have received sound and decoded a picture. It looks from
# the moment they are connected, when nothing can have come: the statistics of 30 m-lines cost the page's own thread.
WATCH = """
window.benchFirst = {};
const Real = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Real {
  constructor(...given) {
    super(...given);
    const look = async () => {
      for (const one of (await this.getStats()).values()) {
        if (one.type !== "inbound-rtp") continue;
        if (one.kind === "audio" && one.packetsReceived > 0) benchFirst.audio ??= performance.now();
        if (one.kind === "video" && one.framesDecoded > 0) benchFirst.video ??= performance.now();
      }
      if (!(benchFirst.audio && benchFirst.video)) setTimeout(look, 10);
    };
    this.addEventListener("connectionstatechange", () => this.connectionState === "connected" && look());
  }
};
"""

# Which way the sound goes.
WAY = """async () => {
  const found = [...(await window.restarea.pc().getStats()).values()];
  const chosen = found.find((one) => one.type === "transport")?.selectedCandidatePairId;
  const local = found.find((one) => one.id === found.find((pair) => pair.id === chosen)?.localCandidateId);
  return local?.candidateType === "relay" ? `relay by ${local.relayProtocol}` : local?.protocol ?? "none";
}"""


async def chromium_joins(crowd: Crowd, link: str) -> list[Row]:
    path = find_chromium()
    if path is None:
        return [Row("Chromium is not installed: not measured", "-")]
    person = Visitor(crowd.leader.url, link)
    admitting = asyncio.create_task(admit_next(crowd))
    await person.enter("Browser")
    await admitting
    for peer in crowd.peers:
        peer.speak(True)
        peer.show(True)
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
            loads = [await load(browser, person) for _ in range(LOADS)]
            await browser.close()
    finally:
        for peer in crowd.peers:
            peer.speak(False)
            peer.show(False)
    complete = [one for one in loads if "audio" in one and "video" in one]
    if not complete:
        return [Row("Chromium: /room received no sound and picture in time", "-")]
    sound, picture = ([one[kind] / 1000 for one in complete] for kind in ("audio", "video"))
    return [
        below(
            f"Chromium: /room opened -> first audio, p50 of {len(complete)}",
            percentile(sound, 0.5),
            1,
            "s",
            2,
        ),
        below("Chromium: /room opened -> first picture decoded, p50", percentile(picture, 0.5), 1, "s", 2),
    ]


async def load(browser: Browser, person: Visitor) -> dict[str, Any]:
    """Milliseconds of the page's own clock, from its navigation's start."""
    context = await browser.new_context(permissions=["camera", "microphone"])
    await context.add_cookies([{"name": "restarea", "value": person.cookie, "url": person.url}])
    page = await context.new_page()
    await page.add_init_script(WATCH)
    first: dict[str, Any] = {}
    try:
        await page.goto(f"{person.url}/room")

        async def both() -> bool:  # asked from here: the page's policy allows no eval
            first.update(await page.evaluate("benchFirst"))
            return len(first) == 2

        await until(both, within_s=PATIENCE_S, every_s=0.05)
    except (TimeoutError, PlaywrightError):  # a page that does not get there is what the row says
        pass
    await context.close()
    return first
