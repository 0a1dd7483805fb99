"""Behind a proxy that lets no web socket through: the page asks for what is new, and posts what is done."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.group import Person
from tests.browser.house import House

NO_WEB_SOCKET = """
window.WebSocket = class { constructor() { setTimeout(() => this.onerror(new Event("error"))); } close() {} };
"""


async def test_where_no_web_socket_gets_through_one_takes_part_all_the_same(
    open_page: OpenPage, house: House
) -> None:
    links = await house.open(seats=6)
    leader, member = [Person(name, await open_page()) for name in ("Irène Faure", "Paul Lindqvist")]
    asked: list[str] = []
    member.page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    await member.page.add_init_script(NO_WEB_SOCKET)
    for person, link in ((leader, links.lead), (member, links.join)):
        await person.take_seat(link)
    await leader.row(member.name, "Admit").click()
    await leader.lead_to("Begin the session", "arrival", (leader, member))
    await member.click("Raise hand")
    await expect(member.button("Lower hand")).to_be_visible()
    await expect(leader.page.locator(f'[data-seat="{member.seat}"] .seat-hand')).to_be_visible()
    polled = [one for one in asked if "transport=polling" in one]
    assert {one.partition(" ")[0] for one in polled} == {"GET", "POST"}
