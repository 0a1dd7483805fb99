"""People of a test's group: each does with clicks what a person does, and finds buttons by the words on them.

May import nothing of the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playwright.async_api import Error, Locator, Page, expect

from tests.browser.cameras import Colour
from tests.browser.conftest import DESKTOP, PHONE, Photograph

# What the room's page shows to tests (client/src/visit.ts).
ENTERED = """(key) => {
  const view = window.restarea?.session.view.value;
  return (view?.phase?.key ?? view?.stage) === key;
}"""
EPOCH = "() => window.restarea?.session.epoch.value"
SEAT = "() => window.restarea?.session.you.value?.seat ?? 0"
OWN_LINE = """() => [...document.querySelectorAll("[data-truth]")].map((one) => one.dataset.truth)
  .concat(JSON.stringify(window.restarea?.session.facts.value ?? null))"""
"""What the page says of whoever is here, and what the server has told it of sound."""
# A page that shares two cores with three others answers late; what must not take long is not asserted here. To wait
# for something looks more often than to expect it does, and each page costs while it waits.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)

MICROPHONE, CAMERA = "microphone", "camera"
CONNECTED = "() => window.restarea?.pc()?.connectionState === 'connected'"

# Seats that lie, with their names, partly outside the window; and signs of a seat that lie over one another.
SEATS_CUT = """() => [...document.querySelectorAll("[data-seat]:not(audio)")].flatMap((seat) => {
  const signs = [...seat.querySelectorAll(".seat-hand, .seat-muted, .seat-role")]
    .map((sign) => sign.getBoundingClientRect());
  const over = (a, b) => a !== b && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return signs.some((a) => signs.some((b) => over(a, b))) ? [`seat ${seat.dataset.seat}: signs over signs`] : [];
}).concat([...document.querySelectorAll("[data-seat]:not(audio)")].flatMap((seat) =>
  [seat, ...seat.querySelectorAll("*")]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest(".hidden"))
    .map((part) => part.getBoundingClientRect())
    .filter((box) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
    .map((box) => `seat ${seat.dataset.seat}: ${Math.round(box.left)}..${Math.round(box.right)} px`)))"""

PHASES = {
    "arrival": "Arrival",
    "case_call": "Who has a case?",
    "presentation": "Case presentation",
    "questions": "Clarifying questions",
    "discussion": "Discussion",
    "return": "The presenter returns",
    "joint_discussion": "Joint discussion",
    "closing": "Closing",
    "leaving": "Taking leave",
    "debrief": "Leaders’ debrief",
}


@dataclass(eq=False)
class Person:
    name: str
    page: Page
    tone_hz: float = 0.0
    colour: Colour = (0, 0, 0)
    seat: int = 0
    headings: Mapping[str, str] = field(default_factory=lambda: PHASES)
    """What stands in the middle of the circle, by the phase's key."""

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=words, exact=True)

    async def click(self, words: str) -> None:
        await self.button(words).click()

    async def enter(self, link: str, *, devices: bool = True) -> None:
        """Through the door, with microphone and camera on; ends in the room, seated or waiting."""
        page = self.page
        await page.goto(link)
        await self.attest()
        await page.get_by_label("Your name").fill(self.name)
        if devices:
            await self.click("Try the microphone")
            await expect(self.button("Turn microphone off")).to_be_visible()
            await self.click("Try the camera")
            await expect(self.button("Turn camera off")).to_be_visible()
            await self.click("Go in")
        else:
            await self.click("Go in, listening only")
        await page.wait_for_url("**/room*")
        await self.arrived()

    async def take_seat(self, link: str, *devices: str) -> None:
        """Ends as `enter` does, without the door's page, which costs as much as the room's: for tests of what comes
        after it. `devices`: MICROPHONE, CAMERA."""
        site, _, token = link.partition("/join#")
        door = self.page.context.request
        welcome = await (await door.post(f"{site}/api/enter", data={"token": token})).json()
        named = {"name": self.name, "place": welcome["place"], "attests": welcome["attestation"]}
        assert (await door.post(f"{site}/api/name", data=named)).ok
        await self.page.goto(f"{site}/room")
        await self.arrived()
        for device in devices:
            await self.click(f"Turn {device} on")
            await self.button(f"Turn {device} off").wait_for()

    async def attest(self) -> None:
        """Says what is asked of everyone once in a meeting, if it is asked; in whatever language."""
        await self.page.locator("[name=name]").wait_for()
        if await (box := self.page.locator("[name=attest]")).count():
            await box.check()

    async def arrived(self) -> None:
        """Until this page has its seat and a media connection."""
        await self.page.wait_for_function(CONNECTED)
        self.seat = await self.page.evaluate(SEAT)
        assert self.seat > 0

    async def epoch(self) -> str:
        return str(await self.page.evaluate(EPOCH))

    async def returned(self, epoch: str) -> None:
        """Until this page, which knew that epoch, knows what a server says that was started since."""
        await self.page.wait_for_function(f"(before) => ({EPOCH})() !== before", arg=epoch)
        await self.arrived()

    async def in_phase(self, key: str) -> None:
        """Until the page is told of the phase (or the stage) and says so."""
        await self.page.wait_for_function(ENTERED, arg=key)
        if key in self.headings and await self.page.locator("[data-rest]").count() == 0:
            await self.page.get_by_role("heading", name=self.headings[key]).wait_for(timeout=PATIENCE_MS)

    async def hears_about_self(self, words: str) -> None:
        """Until the line about oneself says so."""
        await self.reads(words)

    async def reads(self, words: str) -> None:
        """Until these words, exactly, are somewhere on the page to be seen."""
        said = self.page.get_by_text(words, exact=True).filter(visible=True)
        try:
            await said.first.wait_for(timeout=PATIENCE_MS)
        except Error as missing:
            missing.add_note(f"The page says of oneself: {await self.page.evaluate(OWN_LINE)}")
            raise

    async def sees_heading(self, words: str) -> None:
        await expect(self.page.get_by_role("heading", name=words, exact=True)).to_be_visible()

    # --- the leader's desk ---

    def row(self, name: str, act: str) -> Locator:
        """A button named `act` in the desk's row of somebody."""
        return (
            self.page.get_by_role("listitem")
            .filter(has_text=name)
            .get_by_role("button", name=act)  # and whose it is
        )

    async def lead_to(self, words: str, key: str, group: Iterable[Person]) -> None:
        """The desk's next step, and until everybody knows."""
        await self.click(words)
        await asyncio.gather(*(person.in_phase(key) for person in group))

    async def one_at_a_time(self, on: bool) -> None:
        switch = self.page.get_by_role("switch", name="One at a time")
        await switch.click()
        await expect(switch).to_be_checked(checked=on)


async def seats_cut(page: Page) -> list[str]:
    """The parts of seats that the window cuts off."""
    return list(await page.evaluate(SEATS_CUT))


async def at_both_widths(photograph: Photograph, moment: str, people: dict[str, Person]) -> None:
    """A picture of each person's page at desktop and at phone width, named by the moment and by who looks.

    Asserts that every seat is wholly in it."""

    async def one(who: str, page: Page) -> None:
        for width, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
            await page.set_viewport_size(viewport)
            await photograph(page, f"{moment}-{who}-{width}.png")
            assert await seats_cut(page) == [], f"{moment}, {who}, {width}"
        await page.set_viewport_size(DESKTOP)

    await asyncio.gather(*(one(who, person.page) for who, person in people.items()))
