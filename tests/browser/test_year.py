"""A group's year in small: founded on an empty server, invited by mail, met, certified, invited again by links that are
new, and forgotten on schedule.

Whoever comes by their own link and says that they are alone, with headphones, and record nothing, has accepted. The
calendar asks for no reply: nobody would read it, and it would tell mail servers who comes.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.async_api import Page, expect

from server.store import Store
from tests.aiortc_peer import AiortcPeer, Tone
from tests.browser.conftest import OpenPage
from tests.browser.ears import listen
from tests.browser.group import Person
from tests.browser.house import House
from tests.browser.test_leader import (
    ANNA,
    all_have_come,
    box,
    fill_group,
    mailing,
    plan_in_an_hour,
    sign_in,
)
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.test_meetings import entry_of
from tests.server.visitor import Visitor
from tests.waiting import until

__all__ = ["box", "mailing"]  # fixtures

HOUR_S, DAY_S = 3600, 24 * 3600
MINUTES = 50
ON_PAGES, ON_PEERS = ("Carla", "Dan", "Eve"), {"Frida": (1_900.0, 6), "Georg": (2_700.0, 1)}
"""Who has neither Chromium nor a peer of ours, but aiortc's: the tone that they hum, and how many seats they have ears
for. It decodes each voice, which is most of what this test costs: so Georg hears Frida alone."""
ADDRESSES = [ANNA, *(f"{name.lower()}@example.org" for name in (*ON_PAGES, *ON_PEERS))]
ZONE = ZoneInfo("Europe/Paris")
Links = dict[str, str]


class Complete(Visitor):
    """In by the public doors, with a whole media connection of another's making."""

    def __init__(self, url: str, link: str, hz: float, seats: int) -> None:
        super().__init__(url, link)
        self.hz, self.whole = hz, AiortcPeer(seats, self._answer, Tone(hz))

    async def _answer(self, offer: str) -> str:
        status, answer = await self.post("/api/media", {"offer": offer, "shown_at": self.shown_at})
        assert status == 200, answer
        return str(answer["answer"])

    async def close(self) -> None:
        await self.whole.leave()
        await super().close()


async def test_a_year_of_a_group(open_page: OpenPage, mailing: House, box: LetterBox) -> None:
    leader = Person("Anna Berg", await open_page())
    await sign_in(leader.page, mailing, box)
    await fill_group(leader.page)
    await leader.page.get_by_label("Time zone").select_option(ZONE.key)
    await leader.page.get_by_role("button", name="Save", exact=True).last.click()
    await plan_in_an_hour(leader.page)
    links = await invited(leader.page, box)
    await leader.click("Open the meeting")
    members = [Person(name, await open_page()) for name in ON_PAGES]
    peers = {
        name: Complete(mailing.url, links[f"{name.lower()}@example.org"], *of)
        for name, of in ON_PEERS.items()
    }
    try:
        await come_in(leader, members, peers, links)
        await hold(leader, members, peers)
    finally:
        await asyncio.gather(*(one.close() for one in peers.values()))
    await end_after(MINUTES, mailing, leader, members)
    carla = members[0].page
    await certified(carla, leader.page)
    fresh = await next_by_the_rhythm(leader.page, carla, mailing, box, links)
    await left_open_and_forgotten(carla, leader, mailing, box, fresh)


async def invited(page: Page, box: LetterBox) -> Links:
    """Everyone's link, by their address. The calendar's file in each mail opens, and is of this meeting."""
    day, at = [await page.locator(f"#{field}").input_value() for field in ("day", "at")]
    all_came = all_have_come(box, len(ADDRESSES))
    async with page.expect_navigation():  # the letters may be there before the page is
        await page.get_by_role("button", name="Invite by mail").click()
    await asyncio.wait_for(all_came, 30)
    letters = {str(letter["To"]): letter for letter in box.letters[-len(ADDRESSES) :]}
    assert sorted(letters) == sorted(ADDRESSES)
    for to, letter in letters.items():
        method, event = entry_of(letter)
        assert (method, str(event["ATTENDEE"])) == ("REQUEST", f"mailto:{to}")
        assert f"{event.start.astimezone(ZONE):%Y-%m-%d %H:%M}" == f"{day} {at}"
    return {to: link_in(letter) for to, letter in letters.items()}


def link_in(letter: object) -> str:
    (link,) = re.findall(r"http://\S+/join#\S+", plain_of(letter))  # type: ignore[arg-type]
    return str(link)


async def come_in(leader: Person, members: list[Person], peers: dict[str, Complete], links: Links) -> None:
    """They accept: each by their own link, saying what is asked of everyone."""

    async def on_a_page(one: Person, link: str = "") -> None:
        if link:
            await one.page.goto(link)
        await expect(one.page.get_by_label("Your name")).to_have_value(one.name)
        await one.attest()
        await one.click("Try the microphone")
        await one.click("Go in")
        await one.page.wait_for_url("**/room")
        await one.arrived()

    for name, peer in peers.items():
        await peer.enter(name)
        await peer.connect()
    await asyncio.gather(
        on_a_page(leader),
        *(on_a_page(one, links[f"{one.name.lower()}@example.org"]) for one in members),
    )
    for name in (*ON_PAGES, *ON_PEERS):
        await leader.row(name, "Admit").click()


async def hold(leader: Person, members: list[Person], peers: dict[str, Complete]) -> None:
    """Carla presents and pushes back: then no packet of hers reaches a peer. It hears the others, and pages hear it."""
    everyone, carla, frida = [leader, *members], members[0], peers["Frida"].whole
    await leader.lead_to("Begin the session", "arrival", everyone)
    await leader.lead_to("Ask who has a case", "case_call", everyone)
    await carla.click("I have a case")
    await leader.row("Carla", "Choose").click()
    await leader.lead_to("Begin the case presentation", "presentation", everyone)
    await leader.lead_to("Open clarifying questions", "questions", everyone)
    for peer in peers.values():
        await peer.whole.join()
    await until(lambda: frida.sounds[carla.seat] > 0, within_s=60, every_s=0.05)
    await leader.lead_to("Begin the discussion: the presenter pushes back", "discussion", everyone)
    await carla.hears_about_self("The group does not hear you now: you have pushed back.")
    others = [one.seat for one in (leader, *members[1:], peers["Georg"])]
    frida.sounds.clear()
    await until(lambda: min(frida.sounds[seat] for seat in others) > 0, within_s=60, every_s=0.05)
    hers = await frida.received("audio", carla.seat)  # what was on its way when she pushed back has arrived
    frida.sounds.clear()
    await asyncio.gather(*(hears(one, peers.values()) for one in (leader, carla)))
    await until(lambda: peers["Georg"].whole.sounds[peers["Frida"].seat] > 0, within_s=60, every_s=0.05)
    await until(lambda: min(frida.sounds[seat] for seat in others) > 0, within_s=60, every_s=0.05)
    assert (await frida.received("audio", carla.seat), frida.sounds[carla.seat]) == (hers, 0)
    await asyncio.gather(*(peer.whole.leave() for peer in peers.values()))
    for step, key in (
        ("End “Discussion”: the presenter comes back", "return"),
        ("Open the joint discussion", "joint_discussion"),
        ("Begin the closing", "closing"),
        ("Begin taking leave", "leaving"),
    ):
        await leader.lead_to(step, key, [leader])


async def hears(one: Person, peers: Iterable[Complete]) -> None:
    """Until each peer's own tone comes out of this page."""
    tones = {peer.seat: peer.hz for peer in peers}
    by_seat = [tones.get(seat, 500.0) for seat in range(1, max(tones) + 1)]
    for _ in range(20):
        slots = (await listen(one.page, by_seat)).slots
        if all(slots[seat].voice == seat and slots[seat].energy > 0 for seat in tones):
            return
    raise AssertionError(f"{one.name} does not hear {[slots[seat] for seat in tones]}")


async def end_after(minutes: int, house: House, leader: Person, members: list[Person]) -> None:
    """So much of it is over when a server that was killed goes on; then the leader ends it, and no name is left."""
    people = leader, *members
    before = [await one.epoch() for one in people]
    await house.kill()
    store = await Store.open(house.folder / "restarea.db")
    try:
        (session,) = [row.session for row in await store.sessions()]
        assert set((await store.names(session)).values()) == {leader.name, *ON_PAGES, *ON_PEERS}
        await store.heartbeat({session: minutes * 60_000})
        await house.start()
        for one, epoch in zip(people, before, strict=True):
            await one.returned(epoch)
        await leader.lead_to("Close the circle: leaders stay for the debrief", "debrief", [leader])
        await leader.click("End the session…")
        await (
            leader.page.get_by_role("dialog")
            .get_by_role("button", name="End the session", exact=True)
            .click()
        )
        for one in people:
            await one.sees_heading("The session has ended")

        async def nobody_is_named() -> bool:
            return await store.names(session) == {}

        await until(nobody_is_named, every_s=0.05)
    finally:
        await store.close()


async def certified(member: Page, other: Page) -> None:
    """Carla's browser has a certificate; anybody can check its code."""
    await member.get_by_role("link", name="Certificate of attendance").click()
    attended = await member.locator("dd").filter(has_text="minutes").first.inner_text()
    minutes = int(attended.split()[0])
    assert MINUTES - 5 <= minutes <= MINUTES + 5
    await expect(member.get_by_text("took part in a meeting of the Balint group “Tuesdays”")).to_be_visible()
    code = await member.locator(".code").inner_text()
    await other.goto(f"{member.url.partition('/certificate')[0]}/certificate/verify")
    await other.get_by_label("Code").fill(code)
    await other.get_by_role("button", name="Check").click()
    await expect(other.get_by_role("status")).to_contain_text(f"{minutes} minutes attended")


async def next_by_the_rhythm(leader: Page, member: Page, house: House, box: LetterBox, before: Links) -> str:
    """A new link for everyone, to the day that the rhythm says; and to whoever opens an old one, one more by mail."""
    await leader.goto(f"{house.url}/groups")
    await leader.get_by_role("link", name="Tuesdays").click()
    await leader.get_by_role("button", name="Plan a meeting").click()
    after = await invited(leader, box)
    assert not set(after.values()) & set(before.values())
    came = all_have_come(box, 1)
    await member.goto(before["carla@example.org"])
    await member.get_by_role("button", name="Send me a new link").click()
    await asyncio.wait_for(came, 20)
    assert box.letters[-1]["To"] == "carla@example.org"
    return link_in(box.letters[-1])


async def left_open_and_forgotten(
    member: Page, leader: Person, house: House, box: LetterBox, link: str
) -> None:
    """On its evening it is opened, Carla comes in, and nobody ends it. Months later nothing is left of her."""
    page = leader.page
    day, at = [await page.locator(f"#{field}").input_value() for field in ("day", "at")]
    starts_at = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=ZONE).timestamp()
    await later(house, starts_at - HOUR_S - time.time())
    await page.context.clear_cookies()  # it may be more than a month later
    await sign_in(page, house, box)
    async with page.expect_navigation():  # both pages lead to the meeting
        await page.get_by_role("link", name="Tuesdays").click()
    await page.locator("a[href*=meetings]").last.click()  # above it stands the one that was held
    await page.get_by_role("button", name="Open the meeting").click()
    await member.goto(link)
    carla = Person("Carla", member)
    await carla.attest()
    await carla.click("Go in, listening only")
    await member.wait_for_url("**/room")
    store = await Store.open(house.folder / "restarea.db")
    try:
        (session,) = [row.session for row in await store.sessions()]
        assert list((await store.names(session)).values()) == ["Carla"]
        await later(house, house.ahead_s + 100 * DAY_S)
        assert (await store.sessions(), await store.names(session)) == ([], {})
    finally:
        await store.close()
    await member.goto(f"{house.url}/certificate")
    await carla.sees_heading("There is no certificate here")


async def later(house: House, ahead_s: float) -> None:
    await house.kill()
    house.ahead_s = ahead_s
    await house.start()
