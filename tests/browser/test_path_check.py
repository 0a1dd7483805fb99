"""The look at the way to the media port on the page before the room, with a real Chromium and a real server."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Photograph
from tests.browser.group import Person
from tests.browser.house import House

SAID = ".path [role=status]"
FIGURES = ".path details"
# As if the network let no UDP out.
TCP_ONLY = """() => {
  const set = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
    return set.call(this, { type, sdp: sdp.replace(/^a=candidate:\\S+ 1 udp .*\\r\\n/gm, "") });
  };
}"""
WIDER = "() => document.documentElement.scrollWidth > innerWidth"


async def found(page: Page) -> str:
    """The verdict, once there is one."""
    await page.wait_for_selector("[data-path]:not([data-path=looking])", timeout=25_000)
    return str(await page.locator("[data-path]").get_attribute("data-path"))


@pytest.mark.pictures
async def test_a_good_way_is_called_good_without_being_asked(
    open_page: OpenPage, house: House, photograph: Photograph
) -> None:
    links = await house.open()
    without_udp = await open_page(devices=False)
    await without_udp.add_init_script(f"({TCP_ONLY})()")
    await without_udp.goto(links.join)
    page = await open_page(links.join, devices=False)
    await expect(page.locator(SAID)).to_contain_text("Looking at your connection")
    assert await found(page) == "good"
    await expect(page.locator(SAID)).to_have_text("Good for voice and pictures.")
    assert await found(without_udp) == "good"
    await expect(without_udp.locator(SAID)).to_contain_text("Your network lets only TCP through")
    await without_udp.close()
    await page.locator(f"{FIGURES} summary").press("Enter")
    await expect(page.locator(FIGURES)).to_contain_text("0 % lost")
    await expect(page.locator(FIGURES)).to_contain_text("UDP")
    for width, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
        await page.set_viewport_size(viewport)
        await page.locator(".path").scroll_into_view_if_needed()
        assert not await page.evaluate(WIDER)
        await photograph(page, f"path-good-{width}.png")
    await page.get_by_role("button", name="Look again").press("Enter")
    await expect(page.locator(SAID)).to_contain_text("Looking at your connection")
    assert await found(page) == "good"


async def test_nobody_waits_for_it(open_page: OpenPage, house: House) -> None:
    links = await house.open()
    page = await open_page(links.join, devices=False)
    await expect(page.locator(SAID)).to_contain_text("Looking at your connection")
    await Person("Ann", page).attest()
    await page.get_by_label("Your name").fill("Ann")
    await page.get_by_role("button", name="Go in, listening only").click()
    await page.wait_for_url("**/room*")


@pytest.mark.pictures
async def test_where_nothing_gets_through_it_says_what_to_ask_for(
    open_page: OpenPage, tmp_path: Path, photograph: Photograph
) -> None:
    async with House(tmp_path, advertise="192.0.2.9") as house:
        links = await house.open()

        async def says(locale: str) -> None:
            page = await open_page(links.join, devices=False, locale=locale, viewport=PHONE)
            assert await found(page) == "nothing"
            await expect(page.locator(SAID)).to_contain_text(
                f"127.0.0.1, port {house.media_port}", ignore_case=True
            )
            assert not await page.evaluate(WIDER)
            await page.locator(".path").scroll_into_view_if_needed()
            await photograph(page, f"path-nothing-{locale}-phone.png")
            await page.set_viewport_size(DESKTOP)
            await photograph(page, f"path-nothing-{locale}-desktop.png", full_page=True)

        await asyncio.gather(says("en"), says("de"))
