"""A leader, in a real browser: from an empty server to a group, by a link out of a mail."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page

from server.store import Store
from tests.browser.conftest import OpenPage, of_one_test
from tests.browser.house import House
from tests.letter_box import LetterBox, plain_of

ANNA = "anna@example.org"
PICTURES = Path("var/screenshots/leader")
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@of_one_test
async def box() -> AsyncIterator[LetterBox]:
    async with LetterBox() as one:
        yield one


@of_one_test
async def mailing(tmp_path: Path, box: LetterBox) -> AsyncIterator[House]:
    """A server that sends mail, with one leader and nothing else."""
    async with House(tmp_path, **{name: str(value) for name, value in box.settings.items()}) as house:
        store = await Store.open(tmp_path / "restarea.db")
        await store.leaders.add(ANNA, "Anna Berg")
        await store.close()
        yield house
        house.complains_of_nothing()


async def link_by_mail(page: Page, house: House, box: LetterBox) -> str:
    came = asyncio.Event()
    box.came = came.set
    await page.goto(f"{house.url}/sign-in")
    await page.get_by_label("E-mail address").fill(ANNA)
    await page.get_by_role("button", name="Send me a link").click()
    await page.get_by_role("heading", name="Look into your mail").wait_for()
    await asyncio.wait_for(came.wait(), 10)
    (link,) = re.findall(r"http://\S+", plain_of(box.letters[-1]))
    return str(link)


async def sign_in(page: Page, house: House, box: LetterBox) -> None:
    await page.goto(await link_by_mail(page, house, box))
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Your groups").wait_for()


async def fill_group(page: Page) -> None:
    await page.get_by_role("link", name="Make a group").click()
    await page.get_by_label("What the group is called").fill("Tuesdays")
    await page.get_by_label("Every month, on the").check()
    for number, name in enumerate(("Carla", "Dan", "Eve", "Frida", "Georg"), 1):
        await page.locator(f"#name-{number}").fill(name)
        await page.locator(f"#address-{number}").fill(f"{name.lower()}@example.org")


async def test_a_leader_signs_in_by_mail_and_makes_a_group(
    open_page: OpenPage, mailing: House, box: LetterBox
) -> None:
    page = await open_page()
    await sign_in(page, mailing, box)
    await fill_group(page)
    assert await page.get_by_label("Time zone").input_value() != "", "the browser knows where it is"
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_role("heading", name="Tuesdays").wait_for()
    assert "Next meeting: Tuesday" in await page.locator("main").inner_text()
    assert await page.locator("#address-5").input_value() == "georg@example.org"
    await page.locator("#name-1").fill("Carla B.")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_role("status").wait_for()
    await page.get_by_role("link", name="Your groups").click()
    await page.get_by_role("link", name="Tuesdays").wait_for()
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_role("heading", name="Sign in").wait_for()


@pytest.mark.pictures
async def test_pictures_of_a_leaders_pages(chromium: Browser, mailing: House, box: LetterBox) -> None:
    context = await chromium.new_context(locale="en", timezone_id="Europe/Paris")
    page = await context.new_page()

    async def pictures(name: str) -> None:
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 900})
            for scheme in SCHEMES:
                await page.emulate_media(color_scheme=scheme)
                await page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
                wide = await page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{name} must not be scrolled sideways"

    link = await link_by_mail(page, mailing, box)
    await pictures("sent")
    await page.goto(f"{mailing.url}/sign-in")
    await pictures("sign-in")
    await page.goto(link)
    await pictures("open")
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Your groups").wait_for()
    await pictures("no-groups")
    await fill_group(page)
    await page.locator("#address-2").fill("dan@")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_text("Not saved yet").wait_for()
    await pictures("wrong")
    await page.locator("#address-2").fill("dan@example.org")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_text("Next meeting").wait_for()
    await pictures("group")
    await page.goto(f"{mailing.url}/groups")
    await pictures("groups")
    await context.close()
