"""One browser at two doors: whoever sits in one meeting and looks at another's."""

from __future__ import annotations

from playwright.async_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.group import Person
from tests.browser.house import House

GIVES_UP = "Going in here gives that seat up."


async def at_the_door(page: Page) -> None:
    """Of the other meeting, as a member, and told what going in means."""
    await expect(page.locator("[data-elsewhere]")).to_contain_text(GIVES_UP)
    await expect(page.get_by_label("Your name")).to_have_value("")


async def test_a_look_at_another_meetings_door_takes_no_seat_away_and_going_in_does(
    open_page: OpenPage, house: House
) -> None:
    ours, theirs = await house.open(seats=6), await house.open(seats=6)
    leader = Person("Irène Faure", await open_page())
    await leader.take_seat(ours.lead)
    assert leader.seat == 1

    look = await leader.page.context.new_page()
    await look.goto(theirs.join)
    await at_the_door(look)
    await look.reload()
    await at_the_door(look)

    await leader.page.reload()
    await leader.arrived()
    assert leader.seat == 1
    await leader.page.goto(f"{house.url}/join")
    await leader.page.wait_for_url("**/room*")
    await leader.arrived()

    guest = Person("Irène", look)
    await guest.attest()
    await look.get_by_label("Your name").fill(guest.name)
    await guest.click("Go in, listening only")
    await look.wait_for_url("**/room*")
    await guest.arrived()
    await leader.page.goto(ours.lead)
    await expect(leader.page.get_by_label("Your name"), "the seat was given up").to_have_value("")
    await expect(leader.page.locator("[data-elsewhere]")).to_contain_text(GIVES_UP)


async def test_another_link_in_the_same_tab_is_the_one_that_counts(open_page: OpenPage, house: House) -> None:
    """To the browser it is the same page with another fragment."""
    page = await open_page()
    for path in ("mine", "shared"):
        for mark, token in (("", "a" * 32), ("", "b" * 32), ("?", "c" * 32), ("?", "d" * 32), ("", "e" * 32)):
            await page.goto(f"{house.url}/{path}{mark}#{token}")
            await expect(page.locator("#token")).to_have_value(token)
    await page.goto(f"{house.url}/mine#{'a' * 32}")
    await page.get_by_role("button", name="Show it").click()
    await expect(page.locator("#token")).to_have_count(0)
    await page.goto(f"{house.url}/mine#{'d' * 32}")
    await expect(page.locator("#token")).to_have_value("d" * 32)
