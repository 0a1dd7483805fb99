"""Pictures in two layers between real pages: each arrives, and a page goes from one to the other without a freeze."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from tests.browser.conftest import LaunchChromium, OpenPage
from tests.browser.ears import listen, receives
from tests.browser.group import CAMERA, MICROPHONE, Person
from tests.browser.house import House

NAME = "Mina Okafor"

FLAGS = ("--use-fake-device-for-media-stream=fps=15",)

WATCH = """(seat) => {
  const seen = window.seen = [];
  const video = document.querySelector(`.circle [data-seat="${seat}"] video`);
  const next = () => video.requestVideoFrameCallback((now) => {
    seen.push({ at: now, height: video.videoHeight });
    next();
  });
  next();
}"""

HEIGHT = """([seat, height]) => {
  const video = document.querySelector(`.circle [data-seat="${seat}"] video`);
  return video?.videoHeight === height;
}"""

# By rid, whether this page sends the layer.
SENT = """async () => {
  const layers = {};
  for (const one of (await window.restarea.pc().getStats()).values())
    if (one.type === "outbound-rtp" && one.kind === "video") layers[one.rid] = one.active;
  return layers;
}"""
SENDS = f"async ([rid, wanted]) => (await ({SENT})())[rid] === wanted"
RUNG = "(rung) => window.restarea.session.facts.value?.you.rung === rung"
PICTURE = "(size) => window.restarea.session.facts.value?.you.picture === size"
GAPS = "() => window.seen.slice(1).map(({ at }, index) => Math.round(at - window.seen[index].at))"
FREEZE_MS = 500


async def screen(page: Page, ratio: int) -> None:
    """As when a window is moved to a finer screen: everything is as large, in more pixels."""
    session = await page.context.new_cdp_session(page)
    metrics = {"width": 1280 + ratio, "height": 800, "deviceScaleFactor": ratio, "mobile": False}
    await session.send("Emulation.setDeviceMetricsOverride", metrics)


@pytest.mark.alone
async def test_a_picture_is_as_large_as_it_is_shown_and_does_not_freeze_on_the_way(
    launch_chromium: LaunchChromium, open_page: OpenPage, house: House
) -> None:
    links = await house.open()
    browser = await launch_chromium(flags=FLAGS)
    leader = Person("Irène Faure", await open_page(browser=browser))
    await leader.take_seat(links.lead, MICROPHONE, CAMERA)
    member = Person(NAME, await open_page(browser=browser))
    await member.take_seat(links.join)
    await leader.row(NAME, "Admit").click()
    await member.page.wait_for_function(HEIGHT, arg=[leader.seat, 180])
    await leader.page.wait_for_function(SENDS, arg=["h", False])  # nobody looks at it
    await member.page.wait_for_function(RUNG, arg="large", timeout=60_000)
    await member.page.evaluate(WATCH, leader.seat)
    for ratio, height in ((3, 360), (1, 180), (3, 360)):
        await screen(member.page, ratio)
        await member.page.wait_for_function(HEIGHT, arg=[leader.seat, height])
        await leader.page.wait_for_function(PICTURE, arg="large" if height == 360 else "small")
    gaps = await member.page.evaluate(GAPS)
    assert max(gaps) < FREEZE_MS, gaps

    # Sound only: the voice goes on, the picture goes, and its sender is told that nobody looks.
    await member.click("Language, data")
    await member.page.get_by_label("Sound only").check()
    await leader.page.wait_for_function(PICTURE, arg="none")
    await leader.page.wait_for_function(SENDS, arg=["q", False])
    window = await listen(member.page, [], unseen=[leader.seat])
    assert window.slots[leader.seat].audio > 10
    assert window.slots[leader.seat].video == 0
    await member.page.get_by_label("All pictures").check()
    await receives(member.page, leader.seat)
