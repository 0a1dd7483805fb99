"""A leader leads without a mouse: the desk's keys in a real browser, beside the browser's own."""

from __future__ import annotations

from playwright.async_api import Page, expect

from facilitation.vocabulary import Keeping
from tests.browser.conftest import OpenPage
from tests.browser.house import House
from tests.browser.test_accessible import accessible

TABS_MOST = 60


async def tab_to(page: Page, selector: str) -> None:
    for _ in range(TABS_MOST):
        if await page.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"no way by Tab to {selector}")


async def test_a_leader_leads_by_keyboard_alone(open_page: OpenPage, house: House) -> None:
    links = await house.open(keeping=Keeping.AGGREGATE)
    page = await open_page()
    await page.goto(links.lead)
    await page.get_by_label("Your name").wait_for()
    await tab_to(page, "input[name=name]")
    await page.keyboard.type("Ada Lovelace")
    await expect(page.locator("#name-hint")).to_contain_text("looks like a full name")
    for _ in " Lovelace":
        await page.keyboard.press("Backspace")
    await tab_to(page, "input[name=attest]")
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")

    heading, following = page.locator(".centre h1"), page.locator(".next-button")
    await following.wait_for()
    await page.keyboard.press("n")
    await expect(heading).to_have_text("Arrival")
    await expect(following).to_have_attribute("aria-disabled", "false")
    await page.keyboard.press("n")
    await expect(heading).to_have_text("Who has a case?")
    await expect(page.locator("[data-step=undo_step]")).to_have_attribute("aria-disabled", "false")
    await page.keyboard.press("u")
    await expect(heading).to_have_text("Arrival")
    await page.keyboard.press("8")
    await expect(page.locator("[data-last-mark]")).to_contain_text("Marked: Holding the silence")

    await page.keyboard.press("j")
    await page.keyboard.type("np1?")
    await expect(page.locator(".notes textarea")).to_have_value("np1?")
    await expect(heading).to_have_text("Arrival")
    await accessible(page, "the leader's own things")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("The next step")
    await accessible(page, "the keys")
    await tab_to(page, "[data-keys=on]")
    await page.keyboard.press("Space")
    await page.keyboard.press("Escape")
    await page.keyboard.press("n")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert await page.evaluate("window.restarea.session.circle.value.phase.key") == "arrival"
    assert await page.evaluate("window.restarea.session.circle.value.marks") == ["hold_silence"]
