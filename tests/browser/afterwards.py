"""What one finds after a meeting, and what an operator sees: a part of the tour that `make pictures` makes.

May import of the server only what opens a session.
"""

from __future__ import annotations

import time
from typing import Protocol

from playwright.async_api import Page

from server.feedback import load
from server.feedback.commands import EXAMPLE
from server.record.schema import to_json
from server.store import Store
from tests.browser.house import House
from tests.browser.test_accessible import remembered
from tests.facilitation.two_cases import recorded
from tests.server.pages.test_own import put
from tests.server.store.test_attendance import held


class Look(Protocol):
    """Looks at the page as it is now; `widths` where it is so in no other window."""

    async def __call__(self, page: Page, face: str, *widths: int) -> None: ...


FROM_THE_TIMELINE = (
    "() => document.querySelectorAll('.figure:has(#course, #held)').forEach((one) => one.remove())"
)
"""A picture ends before the page does."""


async def afterwards(page: Page, house: House, look: Look) -> None:
    """Of a meeting that was held: a certificate, the leader's hours, questions, and what was answered."""
    for path in ("hours", "certificate", "feedback"):
        await page.goto(f"{house.url}/{path}")
        await look(page, f"{path}-none", 360)
    await hold_earlier_meetings(house)
    await remembered(page, house)
    await page.goto(f"{house.url}/hours")
    await look(page, "hours")
    await page.locator("a[href^='/hours/forget?']").first.click()
    await look(page, "hours-forget", 360)
    await page.goto(f"{house.url}/certificate")
    await page.locator("#holder").fill("Dr. Marguerite Élodie de Saint-Exupéry")
    await look(page, "certificate")
    code = await page.locator(".code").inner_text()
    await page.goto(f"{house.url}/certificate/verify")
    for typed, face in ((code, "verify-right"), ("RA-1", "verify-wrong")):
        await page.locator("#code").fill(typed)
        await page.locator("form button").click()
        await page.locator(".done, .wrong").wait_for()
        await look(page, face, 360)
    await page.goto(f"{house.url}/feedback")
    await look(page, "feedback")
    await page.locator("form button.main").click()
    await page.locator(".wrong").wait_for()
    await look(page, "feedback-empty", 360)
    await page.locator("input[type=radio]").first.check()
    await page.locator("form button.main").click()
    await page.wait_for_url("**/thanks")
    await look(page, "feedback-thanks", 360)
    await page.goto(f"{house.url}/feedback/results")
    await look(page, "feedback-results")


async def own_records(page: Page, house: House, address: str, look: Look) -> None:
    """What the leader of this address keeps among their own."""
    await page.goto(f"{house.url}/records/mine")
    await look(page, "my-records-none", 360)
    store = await Store.open(house.folder / "restarea.db")
    leader = await store.leaders.by_address(address)
    assert leader is not None
    for record in await store.records():
        await put(store, leader, record)
    await store.close()
    await page.goto(f"{house.url}/records/mine")
    await look(page, "my-records")
    await page.locator("a[href^='/records/'][href$='?mine']:visible").first.click()
    await look(page, "one-of-my-records", 360)
    await page.locator("a[href^='/records/mine/off']").click()
    await look(page, "my-records-off", 360)
    await page.goto(f"{house.url}/records/mine")
    for number in (0, 1):
        await page.locator("[type=checkbox][name^=record-]").nth(number).check()
    await page.locator(".share button").click()
    link = await page.locator("input[readonly]").input_value()
    assert page.context.browser is not None
    reads_in = await page.evaluate("navigator.language")
    async with await page.context.browser.new_context(locale=reads_in) as elsewhere:
        supervisor = await elsewhere.new_page()
        await supervisor.goto(link)
        await supervisor.locator("form button.main").click()
        await supervisor.wait_for_url("**/records/shared")
        await look(supervisor, "my-records-shared", 360)


async def the_servers_page(page: Page, house: House, look: Look) -> None:
    """As an operator sees it."""
    await page.goto(f"{house.url}/admin")
    await look(page, "admin")
    for address, face in (("bela", "admin-wrong"), ("bela@example.org", "admin-invited")):
        await page.locator("#address").fill(address)
        await page.locator("form button").click()
        await page.locator(".wrong[role=alert], .done").wait_for()
        await look(page, face, 360)
    await page.locator("a[href^='/admin/leaders/']").click()
    await look(page, "admin-away", 360)


async def two_cases(page: Page, house: House, look: Look) -> None:
    """One more record of the leader's group: an evening of two cases and twelve seats, of which each agreed."""
    store = await Store.open(house.folder / "restarea.db")
    (group,) = await store.groups()
    month = "2027-01"
    await store.create_session("two-cases", "form", 1.0, 0.0, keeping="seat_timeline", together=group.group)
    await store.end_session("two-cases", (), to_json(recorded(month)), 1.0, (), None, month)
    await store.release_records(1.0)
    await store.close()
    await page.goto(f"{house.url}/records")
    await page.locator("a[href^='/records/']").last.click()
    await look(page, "record-of-two-cases", 360)
    await page.evaluate(FROM_THE_TIMELINE)
    await look(page, "record-by-seat")


async def hold_earlier_meetings(house: House) -> None:
    """Three, by the leader and a member who both answered all that is asked but the last."""
    store, asked = await Store.open(house.folder / "restarea.db"), load(EXAMPLE)
    for number in range(3):
        began_at = time.time() - (20 + 28 * number) * 86_400
        tickets = await held(store, f"earlier{number}", began_at=began_at)
        for place, ticket in enumerate(tickets.values(), number):
            answers = {one.key: list(one.answers)[place % len(one.answers)] for one in asked.questions[:-1]}
            await store.feedback.answer(ticket, asked.id, "2026-09", answers)
    await store.close()
