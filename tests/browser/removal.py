"""Pages on which a leader ends what they have planned, and the links of a meeting that is open."""

from __future__ import annotations

from playwright.async_api import Page

from tests.browser.afterwards import Look
from tests.browser.house import House


async def cancelling_and_removal(page: Page, house: House, look: Look) -> None:
    await page.goto(f"{house.url}/groups")
    await page.locator(".list a[href^='/groups/']").first.click()
    group = page.url
    await page.locator("a[href$='/remove']").click()
    await look(page, "group-removal")
    await page.goto(group)
    await page.locator(".list a[href*='/meetings/']").first.click()
    await page.locator("button[formaction$='/cancel']").click()
    await look(page, "meeting-cancel", 360)
    await page.locator("a.main").click()
    await page.locator("form[action$=open] button.main").click()
    await page.goto(f"{group}/links")
    await look(page, "links")
