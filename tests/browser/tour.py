"""Every page, one after the other, as people come to it: what `make pictures` looks at, in any language.

A new page is one more call of `look` where somebody would see it. May import of the server only what opens a session.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, Page

from facilitation.vocabulary import Keeping
from server.store import Store
from tests.browser.afterwards import Look, afterwards, own_records, the_servers_page, two_cases
from tests.browser.group import Person
from tests.browser.house import House
from tests.browser.removal import cancelling_and_removal
from tests.browser.seldom import in_trouble, two_circles
from tests.browser.test_accessible import an_old_link
from tests.browser.test_leader import ANNA, all_have_come, keep_records, with_a_device
from tests.letter_box import LetterBox, plain_of
from tests.server.visitor import Visitor

CAST = "() => Object.keys(window.restarea.session.circle.value?.scene?.cast ?? {}).length >= 2"
NAMES = ("Anton", "Mina", "Paul", "Béatrice", "Yusuf")


@dataclass
class Tour:
    browser: Browser
    house: House
    box: LetterBox
    language: str
    look: Look

    async def page(self, address: str = "about:blank") -> Page:
        """Of one more person."""
        context = await self.browser.new_context(
            locale=self.language, timezone_id="Europe/Paris", permissions=["camera", "microphone"],
            reduced_motion="reduce", viewport={"width": 1440, "height": 900},
        )  # fmt: skip
        page = await context.new_page()
        await page.goto(address)
        return page

    async def plain(self) -> None:
        page = await self.page()
        for path, name in (("/", "front"), ("/elsewhere", "missing"), ("/record", "no-record")):
            await page.goto(self.house.url + path)
            await self.look(page, name)
        for path, name in (("/room", "no-room"), ("/desk", "no-desk"), ("/desk/open", "no-desk-link")):
            await page.goto(self.house.url + path)
            await self.look(page, name, 360)
        await page.context.close()

    async def leader(self) -> None:
        """Signing in, groups, a meeting, records, and what a supervisor sees."""
        page = await self.page(f"{self.house.url}/sign-in")
        await self.look(page, "sign-in")
        await page.locator("#address").fill("anna")
        await page.locator("form button.main").click()
        await self.look(page, "sign-in-wrong")
        came = asyncio.Event()
        self.box.came = came.set
        await page.locator("#address").fill(ANNA)
        await page.locator("form button.main").click()
        await page.wait_for_url("**/sent")
        await self.look(page, "sign-in-sent")
        await asyncio.wait_for(came.wait(), 30)
        self.box.came = lambda: None
        await page.goto(re.findall(r"http://\S+", plain_of(self.box.letters[-1]))[0])
        await self.look(page, "sign-in-open")
        await page.locator("button.main").click()
        await page.wait_for_url("**/groups")
        await self.look(page, "groups-none")
        await self._passkeys(page)
        await page.goto(f"{self.house.url}/records")
        await self.look(page, "records-none", 360)
        await self._group(page)
        await self._meeting(page)
        await self._mine()
        await self._records(page)
        await afterwards(page, self.house, self.look)
        await the_servers_page(page, self.house, self.look)
        await cancelling_and_removal(page, self.house, self.look)
        await page.context.close()

    async def _passkeys(self, page: Page) -> None:
        await page.goto(f"{self.house.url}/passkeys")
        await self.look(page, "passkeys-none", 360)
        await with_a_device(page)
        await page.locator("[data-passkey=add] button").click()
        await page.locator(".done").wait_for()
        await self.look(page, "passkeys")

    async def _group(self, page: Page) -> None:
        await page.goto(f"{self.house.url}/groups/new")
        await self.look(page, "group-new")
        await page.locator("button[name=save], form button.main").last.click()
        await self.look(page, "group-wrong", 360)
        await page.locator("[name=name]").fill("Wednesdays")
        await page.locator("[name=kind][value=months]").check()
        for number, name in enumerate(NAMES, 1):
            await page.locator(f"#name-{number}").fill(name)
            await page.locator(f"#address-{number}").fill(f"{number}@example.org")
        await page.locator("form button.main").last.click()
        await page.locator("#plan-day").wait_for()
        await self.look(page, "group")
        await page.locator("a[href$='/series']").click()
        await self.look(page, "series")
        await page.go_back()

    async def _meeting(self, page: Page) -> None:
        soon = datetime.now() + timedelta(hours=6)  # noqa: DTZ005 - as the group's clock has it
        await page.locator("#plan-day").fill(f"{soon:%Y-%m-%d}")
        await page.locator("#plan-at").fill(f"{soon:%H:%M}")
        await page.locator("form[action$=meetings] button").click()
        await page.wait_for_url("**/meetings/*")
        self.box.refuses["2@example.org"] = "550 no such user"
        come = all_have_come(self.box, len(NAMES))
        await page.locator("button[formaction$=invite]").first.click()
        await asyncio.wait_for(come, 30)
        await page.reload()
        await self.look(page, "meeting")
        by_hand = page.locator(".person").nth(1)
        await by_hand.locator("summary").last.click()
        await by_hand.locator("button[formaction$=link]").click()
        await page.locator("#copy").wait_for()
        await self.look(page, "link-by-hand")
        await page.go_back()
        (link,) = re.findall(r"http://\S+/join#\S+", plain_of(self.box.letters[-1]))
        member = await self.page(link)
        await member.locator("[data-refused]").wait_for()
        await self.look(member, "not-open-yet")
        await member.context.close()
        await page.goto(f"{self.house.url}/groups")
        await self.look(page, "groups")

    async def _mine(self) -> None:
        """What is kept about a member, by the link in their invitation, and the way out."""
        (link,) = re.findall(r"http://\S+/mine#\S+", plain_of(self.box.letters[-1]))
        page = await self.page(link)
        await self.look(page, "mine", 360)
        await page.locator("button.main").click()
        await page.locator("table.facts").wait_for()
        await self.look(page, "mine-shown")
        await page.locator("[name=leave]").click()
        await page.locator("form.take").wait_for()
        await self.look(page, "mine-leave", 360)
        await page.locator("form.take button").first.click()
        await page.wait_for_url("**/mine/leave")
        await self.look(page, "mine-gone", 360)
        await page.goto(f"{self.house.url}/mine#{'x' * 32}")
        await page.reload()
        await page.locator("button.main").click()
        await page.locator(".wrong").wait_for()
        await self.look(page, "mine-over", 360)
        await page.context.close()

    async def _records(self, page: Page) -> None:
        await keep_records(self.house)
        await page.goto(f"{self.house.url}/records")
        await self.look(page, "records")
        await page.locator("a[href^='/records/']:visible").first.click()
        await self.look(page, "record-of-a-group")
        await page.locator("form[action$=shares] button").last.click()
        await self.look(page, "share")
        await page.goto(await page.locator("input[readonly]").input_value())
        await self.look(page, "shared")
        await two_cases(page, self.house, self.look)
        await own_records(page, self.house, ANNA, self.look)

    async def door(self) -> None:
        links = await self.house.open()
        old = await an_old_link(self.house)
        for token, name in (("x" * 32, "unknown-link"), (old, "earlier-link"), ("", "no-link")):
            page = await self.page(f"{self.house.url}/join#{token}")
            await page.locator("[data-refused]").wait_for()
            await self.look(page, name)
            await page.context.close()
        page = await self.page(links.observe)
        await page.locator("[data-path=good]").wait_for(timeout=60_000)
        await self.look(page, "join-to-observe", 360)
        await page.context.close()
        page = await self.page()
        await page.add_init_script("delete window.RTCPeerConnection")
        await page.goto(links.join)
        await page.locator("[data-refused=no_webrtc]").wait_for()
        await self.look(page, "join-too-old-a-browser", 360)
        await page.context.close()
        page = await self.page(links.join)
        await page.locator("[data-path=good]").wait_for(timeout=60_000)
        await self.look(page, "join")
        for kind in ("microphone", "camera"):
            await page.locator(f"[data-control={kind}]").click()
            await page.locator(f"[data-control={kind}].on").wait_for()
        await page.locator("[data-control=enter]").click()
        await page.locator("#missing p").first.wait_for()
        await self.look(page, "join-trying")
        await page.context.close()

    async def room(self) -> None:
        """A case of the classic form, seen by its leader, by a member, and by whoever presents."""
        links = await self.house.open(keeping=Keeping.AGGREGATE)
        leader, member = Person("Irène", await self.page()), Person("Lin", await self.page())
        others = [Visitor(self.house.url, links.join) for _ in NAMES]
        try:
            await self._arrive(leader, member, others, links.lead, links.join)
            await self._case(leader, member, others)
            await self._discussion(leader, member, others)
            await self._part(leader, member)
        finally:
            for other in others:
                await other.close()
            for person in (leader, member):
                await person.page.context.close()

    async def enter(self, person: Person, link: str) -> None:
        await person.page.goto(link)
        await person.attest()
        await person.page.locator("[name=name]").fill(person.name)
        await person.page.locator("[data-control=enter]").click()
        await person.page.wait_for_url("**/room*")
        await person.arrived()

    async def _arrive(
        self, leader: Person, member: Person, others: list[Visitor], lead: str, join: str
    ) -> None:
        await self.enter(leader, lead)
        await leader.page.locator(".next-button:disabled").wait_for()
        await self.look(leader.page, "leader-nobody-in")
        for other, name in zip(others, NAMES, strict=True):
            await other.enter(name)
            await other.connect()
            await other.media()
        await self.enter(member, join)
        await self.look(member.page, "waiting")
        await self.look(leader.page, "leader-people-wait")
        await leader.page.locator("[data-act=admit-all]").click()
        await member.page.locator(".centre").wait_for()
        await self.look(member.page, "gathering")
        await self.next(leader, member)
        await self.next(leader, member)

    async def next(self, leader: Person, member: Person | None = None) -> None:
        """The desk's next step, and until both pages show it."""
        entry = "() => window.restarea.session.circle.value?.phase?.entry ?? 0"
        before = await leader.page.evaluate(entry)
        await leader.page.locator(".next-button:not([aria-disabled=true])").click()
        for person in (leader, *([member] if member else [])):
            await person.page.wait_for_function(f"(before) => ({entry})() > before", arg=before)

    async def _case(self, leader: Person, member: Person, others: list[Visitor]) -> None:
        anton, mina, *_ = others
        for one in (anton, mina):
            await one.do("offer_case", about=1)
        await leader.page.locator("[data-act=choose]").nth(1).wait_for()
        await self.look(leader.page, "leader-case-call")
        await self.look(member.page, "case-call")
        await leader.page.locator(f"[data-offer='{anton.seat}'] [data-act=choose]").click()
        await self.next(leader, member)
        await self.look(member.page, "presentation")
        await self.next(leader, member)
        await mina.do("raise_hand")
        await member.page.locator("[data-control=hand]:not([aria-disabled=true])").click()
        await leader.page.locator("[data-act=grant]").nth(0).click()
        await leader.page.locator("[data-act=end-turn]").wait_for()
        await self.look(leader.page, "leader-questions")
        await self.look(member.page, "questions")

    async def _discussion(self, leader: Person, member: Person, others: list[Visitor]) -> None:
        await self.next(leader, member)
        await others[0].do("tell_leaders", word="bring_me_back")
        await leader.page.locator("[data-word=bring_me_back]").wait_for()
        await self.look(leader.page, "leader-discussion")
        await self.look(member.page, "discussion")
        await member.page.locator("[data-control=word]").click()
        await self.look(member.page, "quiet-word")
        await member.page.keyboard.press("Escape")
        await member.page.locator("[data-control=leave]").click()
        await self.look(member.page, "leave")
        await member.page.keyboard.press("Escape")
        await leader.page.keyboard.press("?")
        await self.look(leader.page, "leader-keys")
        await leader.page.keyboard.press("Escape")
        await self._second_desk(leader.page)
        await leader.page.set_viewport_size({"width": 360, "height": 740})
        handle = leader.page.locator(".desk-handle")
        if await handle.get_attribute("aria-expanded") == "false":  # a question at the desk has opened it
            await handle.click()
        await self.look(leader.page, "leader-desk-sheet", 360)
        await handle.click()
        await leader.page.set_viewport_size({"width": 1440, "height": 900})
        await others[3].do("leave")
        await leader.page.keyboard.press("p")
        await member.page.locator(".centre-paused").wait_for()
        await self.look(member.page, "pause")
        await leader.page.locator("[data-step=resume]:not([aria-disabled=true])").click()
        await member.page.locator(".centre-paused").wait_for(state="hidden")

    async def _second_desk(self, leader: Page) -> None:
        await leader.locator(".own > summary").click()
        await leader.locator("[data-act=second]").click()
        await leader.locator("[data-act=second-device]").click()
        await leader.locator(".second-offer svg").wait_for()
        await self.look(leader, "leader-second-code")
        phone = await self.page(await leader.locator(".second-offer textarea").input_value())
        await self.look(phone, "second-desk-open")
        await phone.locator("button.main").click()
        await phone.locator(".next-button").wait_for()
        await self.look(phone, "second-desk")
        await leader.locator("[data-act=second-close]").click()
        await phone.locator("[data-rest=replaced]").wait_for()
        await self.look(phone, "second-desk-closed")
        await phone.context.close()
        await leader.locator(".own > summary").click()

    async def _part(self, leader: Person, member: Person) -> None:
        for _ in ("return", "joint_discussion", "closing", "leaving"):
            await self.next(leader, member)
        await self.look(member.page, "leaving")
        await self.next(leader)
        await member.page.locator("[data-rest=outside]").wait_for()
        await self.look(member.page, "leaders-alone")
        await self.look(leader.page, "leader-debrief")
        await member.page.locator("[data-control=leave-now]").click()
        await member.page.locator("[data-rest=left]").wait_for()
        await self.look(member.page, "left")
        await leader.page.locator(".next-button:not([aria-disabled=true])").click()
        await self.look(leader.page, "leader-end-asked", 1440)
        await leader.page.locator("[data-act=end-now]").click()
        await leader.page.locator("[data-rest=ended]").wait_for()
        await self.look(leader.page, "ended")
        await member.page.goto(f"{self.house.url}/room")
        await self.look(member.page, "ended-later")
        while (answer := await member.page.goto(f"{self.house.url}/record")) and not answer.ok:
            await member.page.wait_for_timeout(200)  # it is being made
        await self.look(member.page, "record")
        await member.page.locator("details:has(form[action$=veto]) summary").click()
        no = member.page.locator("form[action$=veto] button")
        assert await no.evaluate("(one) => one.getBoundingClientRect().bottom <= innerHeight"), (
            "below the edge"
        )
        await no.click()
        await member.page.get_by_role("status").wait_for()  # the page itself is as before

    async def seldom(self) -> None:
        await in_trouble(self)
        await two_circles(self)

    async def scene(self) -> None:
        """A psychodrama's presenter gives parts, and a scene is played; seen by the presenter."""
        links = await self.house.open("psychodrama")
        leader, member = Visitor(self.house.url, links.lead), Person("Lin", await self.page())
        others = [Visitor(self.house.url, links.join) for _ in NAMES]
        try:
            await leader.enter("Irène")
            await leader.connect()
            for other, name in zip(others, NAMES, strict=True):
                await other.enter(name)
                await other.connect()
                await leader.do("admit", seat=other.seat)
            await self.enter(member, links.join)
            await leader.do("admit", seat=member.seat)
            await member.page.locator(".centre").wait_for()
            await leader.do("begin")
            await leader.do("advance", about=1)
            await member.page.locator("[data-own-step=offer_case]:not([aria-disabled=true])").click()
            await leader.sees(lambda view: view["offers"] == [member.seat])
            await leader.do("choose_presenter", about=1, seat=member.seat)
            for entry in (2, 3):
                await leader.do("advance", about=entry)
            for other, part in zip(others, ("auxiliary", "double"), strict=False):
                await leader.do("invite_to_part", about=4, seat=other.seat, part=part)
                await other.do("answer_invitation", accept=True)
            await member.page.wait_for_function(CAST)
            await self.look(member.page, "casting")
            await leader.do("advance", about=4)
            await self.look(member.page, "scene")
        finally:
            for visitor in (leader, *others):
                await visitor.close()
            await member.page.context.close()


async def with_a_leader(folder: Path) -> None:
    store = await Store.open(folder / "restarea.db")
    await store.leaders.add(ANNA, "Anna Berg", operator=True)
    await store.close()
