"""axe-core on every face of the pages, in light and dark: the rules of WCAG 2.2, levels A and AA, without exception."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Page, Route, ViewportSize, expect

from server.formats import find
from server.groups import open_meeting
from server.store import Listed, Store
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.group import CAMERA, MICROPHONE, Person
from tests.browser.house import House
from tests.server.store.test_attendance import held, leader

AXE = Path(__file__).parents[2] / "client" / "node_modules" / "axe-core" / "axe.min.js"
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that colours can break: nothing else is another in the dark."""
SCHEMES: dict[Literal["light", "dark"], object] = {"light": ALL, "dark": COLOURS}
SHEET = ViewportSize(width=658, height=987)
"""What a certificate has of A4, within its margins."""
# In the next frame: by then the page knows of its new size.
CUT_PX = """async (field) => {
  await new Promise(requestAnimationFrame);
  return field.scrollWidth - field.clientWidth;
}"""
LETTERS_PX = "(one) => parseFloat(getComputedStyle(one).fontSize)"
HAS_AXE = "() => 'axe' in window"
# What is wrong, and where; the number of rules that were applied shows that there was something to look at.
CHECK = """async (asked) => {
  const { violations, passes } = await axe.run(document, { runOnly: asked, resultTypes: ["violations"] });
  const wrong = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target}: ${node.failureSummary}`));
  return { wrong, applied: passes.length + violations.length };
}"""


async def accessible(page: Page, face: str) -> None:
    """Asserts that axe finds nothing, in light and in dark; colours change at once where motion is not wanted."""
    if not await page.evaluate(HAS_AXE):
        await page.evaluate(AXE.read_text())
    wrong = []
    for scheme, asked in SCHEMES.items():
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = await page.evaluate(CHECK, asked)
        assert found["applied"] > 0, f"{face}: axe looked at nothing"
        wrong += [f"{face}, {scheme}: {one}" for one in found["wrong"]]
    assert wrong == [], "\n".join(wrong)


# Each state of a seat, of the link's mark and of the desk, as the page's own styles draw it: the lines, no shade.
DRAWN = """() => {
  const line = (element, ...names) => names.map((name) => getComputedStyle(element)[name]).join(" ");
  const put = (parent, html) => { parent.insertAdjacentHTML("beforeend", html); return parent.lastElementChild; };
  const drawn = { seats: {}, marks: {}, desk: [] }, circle = document.querySelector(".circle-seats");
  for (const state of ["", "speaking", "floor", "back", "down", "absent"]) {
    const seat = put(circle, `<li class="seat seat-${state}"><div class="seat-round"></div></li>`);
    drawn.seats[state] = line(seat.firstElementChild, "outlineStyle", "outlineWidth", "outlineColor");
    seat.remove();
  }
  for (const level of ["good", "weak", "very_weak", "down"]) {
    const mark = put(document.body, `<span class="link-mark" data-level="${level}"><i></i><i></i><i></i></span>`);
    const empty = ["rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor];
    const filled = (stroke) => !empty.includes(getComputedStyle(stroke).backgroundColor);
    drawn.marks[level] = [...mark.children].filter(filled).length;
    mark.remove();
  }
  for (const part of document.querySelectorAll(".word, .desk .turn, .plan-now")) {
    drawn.desk.push(line(part, "borderStyle", "outlineStyle"));
  }
  drawn.soft = [".kept", "body"].map((part) => getComputedStyle(document.querySelector(part)).color);
  return drawn;
}"""


async def states_are_told_apart(page: Page) -> None:
    """Where colours are forced, and where more contrast is wanted."""
    await page.emulate_media(forced_colors="active", reduced_motion="reduce")
    drawn = await page.evaluate(DRAWN)
    seats = list(drawn["seats"].values())
    assert len(set(seats)) == len(seats) and not any("none" in one for one in seats), seats
    assert drawn["marks"] == {"good": 3, "weak": 2, "very_weak": 1, "down": 0}
    assert drawn["desk"] and all(one != "none none" for one in drawn["desk"]), drawn["desk"]
    await page.emulate_media(forced_colors="none", contrast="more")
    soft, ink = (await page.evaluate(DRAWN))["soft"]
    assert soft == ink
    await page.emulate_media(contrast="no-preference")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p style='color:%23ccc'>pale words</p>", "color-contrast"),
        (
            "<style>@media (prefers-color-scheme: dark) { p { color: %23eee } }</style><p>words",
            "color-contrast",
        ),
        ("<p>words</p><button></button>", "button-name"),
    ],
)
async def test_axe_finds_what_is_wrong(open_page: OpenPage, body: str, rule: str) -> None:
    page = await open_page(f"data:text/html,{body}")
    with pytest.raises(AssertionError, match=rule):
        await accessible(page, "a bad page")


async def an_old_link(house: House) -> str:
    """The token of somebody's own link to a meeting that has ended."""
    store = await Store.open(house.folder / "restarea.db")
    try:
        await store.add_group("Tuesdays", "classic", (Listed("leader", "Anna"), Listed("member", "Carla")))
        (group,) = [one for one in await store.groups() if one.name == "Tuesdays"]
        before = {one.session for one in await store.sessions()}
        invited = await open_meeting(store, group, find("classic").text, house.url)
        (session,) = {one.session for one in await store.sessions()} - before
        await store.end_session(session)
        return invited[1].link.partition("#")[2]
    finally:
        await store.close()


async def test_the_door_is_accessible_at_every_step(open_page: OpenPage, house: House) -> None:
    links = await house.open()
    page = await open_page()
    await page.goto(f"{house.url}/join#{'x' * 32}")
    await expect(page.get_by_role("heading", name="This link is not known")).to_be_visible()
    await accessible(page, "refused")
    old = await an_old_link(house)
    await page.goto("about:blank")
    await page.goto(f"{house.url}/join#{old}")
    await page.get_by_role("button", name="Send me a new link").click()
    await expect(page.get_by_text("No meeting of your group is planned yet.")).to_be_visible()
    await accessible(page, "an old link, and no meeting to come")

    opened = asyncio.Event()

    async def late(route: Route) -> None:
        await opened.wait()
        await route.continue_()

    await page.route("**/api/enter", late)
    await page.goto("about:blank")
    await page.goto(links.join)
    await expect(page.get_by_role("status")).to_be_visible()
    await accessible(page, "the link is being opened")
    opened.set()
    member = Person("Mina Okafor", page)
    await member.button("Go in, listening only").wait_for()
    await accessible(page, "the name")
    await member.click("Go in, listening only")
    await expect(page.get_by_role("alert")).not_to_be_empty()
    await accessible(page, "neither a name was given, nor what is asked of everyone")
    await member.click("Try the microphone")
    await member.click("Try the camera")
    await expect(member.button("Turn camera off")).to_be_visible()
    await member.click("Play a soft tone")
    await member.click("Hear your own voice")
    await member.reads("This is how you sound.")
    await expect(page.get_by_text("Heard nothing?")).to_be_visible()
    await accessible(page, "the devices are tried")


async def remembered(page: Page, house: House) -> None:
    """This browser was at a meeting that has ended, and its leader is signed in."""
    store, now = await Store.open(house.folder / "restarea.db"), time.time()
    try:
        anna = await leader(store)
        ticket = (await held(store, began_at=now - 7200))["member"]
        await store.leaders.may_sign_in(anna, "token", now, now + 60)
        signed_in = await store.leaders.sign_in("token", now, now + 600) or ""
    finally:
        await store.close()
    cookies = {"restarea_attended": ticket, "restarea_leader": signed_in}
    await page.context.add_cookies(
        [{"name": name, "value": value, "url": house.url} for name, value in cookies.items()]
    )


async def test_the_plain_pages_are_accessible(open_page: OpenPage, house: House) -> None:
    """And a certificate is one sheet of paper."""
    page = await open_page()
    await remembered(page, house)
    for path in ("/", "/room", "/elsewhere", "/certificate/verify", "/hours", "/passkeys", "/certificate"):
        await page.goto(house.url + path)
        await page.get_by_role("heading", level=1).wait_for()
        await accessible(page, path)
    await page.get_by_label("This is to certify that").fill("Dr. Marguerite Élodie de Saint-Exupéry")
    printed = await page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    await a_name_fits_the_sheet_and_the_screen(page)


async def a_name_fits_the_sheet_and_the_screen(page: Page) -> None:
    """Printed from a phone it is as large as from a desk; on the phone itself letters shrink to 8 px and no further."""
    holder, large = page.get_by_label("This is to certify that"), page.viewport_size
    assert large
    for name, at_least_px in (
        ("Ana", 20),
        ("DR. MARGUERITE ÉLODIE DE SAINT-EXUPÉRY-MONTMORENCY-LAVALLE", 12),
    ):
        await holder.fill(name)
        printed = set()
        for size in (large, PHONE):
            await page.set_viewport_size(size)
            cut, letters = await holder.evaluate(CUT_PX), await holder.evaluate(LETTERS_PX)
            assert cut <= 0 or 7 < letters <= 8, (name, size, letters)
            await page.emulate_media(media="print")
            printed.add(await holder.evaluate(LETTERS_PX))
            await page.set_viewport_size(SHEET)
            assert await holder.evaluate(CUT_PX) <= 0, (name, "on paper")
            await page.emulate_media(media="screen")
        assert len(printed) == 1 and min(printed) >= at_least_px, (name, printed)


async def test_the_room_is_accessible_from_the_waiting_room_to_the_end(
    open_page: OpenPage, house: House
) -> None:
    links = await house.open(seats=6)
    leader, member = Person("Irène Faure", await open_page()), Person("Mina Okafor", await open_page())
    both = (leader, member)
    await leader.take_seat(links.lead)
    await member.take_seat(links.join, MICROPHONE, CAMERA)
    await accessible(member.page, "waiting room")
    await accessible(leader.page, "somebody waits")
    await leader.row(member.name, "Admit").click()
    await member.hears_about_self("The group hears you.")
    await accessible(member.page, "circle")
    await leader.lead_to("Begin the session", "arrival", both)
    await leader.lead_to("Ask who has a case", "case_call", both)
    await member.click("I have a case")
    await leader.row(member.name, "Choose").wait_for()
    for person in both:
        await accessible(person.page, "case call")
    await member.click("Raise hand")
    await leader.row(member.name, "Give turn").wait_for()
    for person in both:
        await accessible(person.page, "a hand is up")
    await leader.row(member.name, "Choose").click()
    await leader.lead_to("Begin the case presentation", "presentation", both)
    await leader.lead_to("Open clarifying questions", "questions", both)
    await pushed_back(leader, member)
    await part(leader, member)


async def pushed_back(leader: Person, member: Person) -> None:
    await leader.lead_to("Begin the discussion: the presenter pushes back", "discussion", (leader, member))
    await leader.one_at_a_time(True)
    await member.click("A quiet word")
    await accessible(member.page, "a quiet word")
    await member.click("Please bring me back")
    await leader.reads(f"{member.name} asks: bring me back")
    await accessible(member.page, "pushed back")
    await accessible(leader.page, "desk, pushed back")
    await states_are_told_apart(leader.page)
    await leader.page.set_viewport_size(PHONE)
    await accessible(leader.page, "circle of the leader on a phone")
    await leader.page.locator(".desk-handle").click()
    await accessible(leader.page, "desk on a phone")
    await leader.page.locator(".desk-handle").click()
    await leader.page.set_viewport_size(DESKTOP)
    await leader.click("Back to: Clarifying questions…")
    await accessible(leader.page, "back is asked")
    await leader.click("No, stay here")
    await leader.click("Pause")
    await leader.button("Resume").wait_for()
    for person in (leader, member):
        await accessible(person.page, "pause")
    await leader.click("Resume")


async def part(leader: Person, member: Person) -> None:
    both = (leader, member)
    await leader.lead_to("End “Discussion”: the presenter comes back", "return", both)
    await leader.click("Straight to: Closing")
    await leader.in_phase("closing")
    await leader.click("Straight to: Leaders’ debrief")
    await leader.in_phase("debrief")
    await accessible(leader.page, "debrief")
    await accessible(member.page, "the leaders are among themselves")
    await leader.click("End the session…")
    await accessible(leader.page, "the end is asked")
    await leader.page.get_by_role("dialog").get_by_role("button", name="End the session", exact=True).click()
    for person in both:
        await person.sees_heading("The session has ended")
        await accessible(person.page, "ended")
