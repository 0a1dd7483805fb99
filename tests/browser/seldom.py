"""What is seldom seen in the room, and must be right when it is: pushed back, unwell, removed, opened elsewhere, cut
off, in the outer circle. A part of the tour that `make pictures` makes.

May import of the server only what opens a session.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.browser.group import Person
from tests.server.visitor import Visitor

if TYPE_CHECKING:
    from tests.browser.tour import Tour

NAMES = ("Anton", "Paul", "Béatrice", "Yusuf")
INNER = ("Anton", "Mina", "Paul", "Béatrice", "Yusuf", "Tove", "Karim", "Ilse")
OUTER = ("Jonas", "Claire", "Oskar")


async def in_trouble(tour: Tour) -> None:
    """A case of the classic form: Lin presents, Mina is not well."""
    links = await tour.house.open()
    leader, lin, mina = [Person(name, await tour.page()) for name in ("Irène", "Lin", "Mina")]
    others = [Visitor(tour.house.url, links.join) for _ in NAMES]
    try:
        await tour.enter(leader, links.lead)
        await present(*others, names=NAMES, media=True)
        for member in (lin, mina):
            await tour.enter(member, links.join)
        await leader.page.locator("[data-act=admit-all]").click()
        await mina.page.locator(".centre").wait_for()
        await to_discussion(tour, leader, lin)
        await pushed_back(tour, lin)
        await not_well(tour, leader, mina)
        await opened_elsewhere(tour, lin)
        await cut_off(tour, leader)
    finally:
        for one in others:
            await one.close()
        for person in (leader, lin, mina):
            await person.page.context.close()


async def present(*visitors: Visitor, names: tuple[str, ...], media: bool = False) -> None:
    for visitor, name in zip(visitors, names, strict=True):
        await visitor.enter(name)
        await visitor.connect()
        if media:
            await visitor.media()


async def to_discussion(tour: Tour, leader: Person, presenter: Person) -> None:
    await tour.next(leader, presenter)
    await tour.next(leader, presenter)
    await presenter.page.locator("[data-own-step=offer_case]:not([aria-disabled=true])").click()
    await leader.page.locator(f"[data-offer='{presenter.seat}'] [data-act=choose]").click()
    for _ in ("presentation", "questions", "discussion"):
        await tour.next(leader, presenter)


async def pushed_back(tour: Tour, presenter: Person) -> None:
    page = presenter.page
    await page.locator("[data-truth=truth-pushed-back]").wait_for()
    await tour.look(page, "pushed-back")
    await page.locator("[data-control=word]").click()
    await tour.look(page, "pushed-back-quiet-word", 360)
    await page.keyboard.press("Escape")


async def not_well(tour: Tour, leader: Person, member: Person) -> None:
    """Nobody else leads: so the leader pauses, and steps out with her, by one press."""
    await member.page.locator("[data-control=word]").click()
    await member.page.locator("dialog[open] [data-word=distress]").click()
    await leader.page.locator("[data-word=distress]").wait_for()
    await tour.look(leader.page, "leader-distress")
    await leader.page.locator("[data-act=open_private_room]").click()
    await member.page.locator("[data-control=back]").wait_for()
    await tour.look(member.page, "private-room")
    await tour.look(leader.page, "leader-private-room")
    await member.page.locator("[data-control=back]").click()
    await leader.page.locator("[data-control=back]").click()
    await leader.page.locator("[data-accident=private]").wait_for(state="detached")
    await leader.page.locator("[data-step=resume]:not([aria-disabled=true])").click()
    await leader.page.locator("[data-act=removing]").click()
    await leader.page.locator(f"[data-row='{member.seat}'] [data-act=remove]").click()
    await tour.look(leader.page, "leader-removal-asked", 1440)
    await leader.page.locator("[data-act=remove-now]").click()
    await member.page.locator("[data-rest=removed]").wait_for()
    await tour.look(member.page, "removed")


async def opened_elsewhere(tour: Tour, person: Person) -> None:
    other = await person.page.context.new_page()
    await other.goto(f"{tour.house.url}/room")
    await person.page.locator("[data-rest=replaced]").wait_for()
    await tour.look(person.page, "opened-elsewhere")
    await person.page.close()
    person.page = other
    await person.arrived()


async def cut_off(tour: Tour, leader: Person) -> None:
    """The server is away, and comes back."""
    await tour.house.kill()
    await leader.page.locator("[data-truth=truth-lost]").wait_for()
    await leader.page.locator(".desk-body[inert]").wait_for(state="attached")
    await tour.look(leader.page, "leader-cut-off")
    await tour.house.start()
    await leader.page.locator("[data-truth=truth-lost]").wait_for(state="detached")


async def two_circles(tour: Tour) -> None:
    """A fishbowl: its outer circle hears and sees. Jonas asks for the empty chair."""
    links = await tour.house.open("fishbowl", members=20)
    lead = Visitor(tour.house.url, links.lead)
    leader, lin = Person("Paula", await tour.page()), Person("Lin", await tour.page())
    inner = [Visitor(tour.house.url, links.join) for _ in INNER]
    outer = [Visitor(tour.house.url, links.join) for _ in OUTER]
    try:
        await present(lead, names=("Irène",))
        await present(*inner, *outer, names=(*INNER, *OUTER))
        await tour.enter(leader, links.co_lead)
        await tour.enter(lin, links.join)
        for seat in (*(one.seat for one in (*inner, *outer)), lin.seat):
            await lead.do("admit", seat=seat)
        await lead.do("begin")
        await lead.do("advance", about=1)
        await inner[0].do("offer_case", about=1)
        await lead.sees(lambda view: bool(view["offers"]))
        await lead.do("choose_presenter", about=1, seat=inner[0].seat)
        await lead.do("advance", about=2)
        await inner[0].do("accept_audience", about=1)
        await leader.page.locator("[data-outer]").first.wait_for()
        await tour.look(leader.page, "leader-two-circles")
        for one in inner[1:]:
            await lead.do("move_seat", seat=one.seat, circle="inner")
        for entry in (3, 4, 5):
            await lead.do("advance", about=entry)
        await outer[0].do("raise_hand")
        await lin.page.wait_for_function(
            f"() => window.restarea.session.circle.value?.hands.includes({outer[0].seat})"
        )
        await tour.look(lin.page, "outer-circle")
        await tour.look(leader.page, "leader-outer-circle")
    finally:
        await asyncio.gather(*(one.close() for one in (lead, *inner, *outer)))
        for person in (leader, lin):
            await person.page.context.close()
