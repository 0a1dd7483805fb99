"""The circle on a phone: long names, two circles, and notices, of which nothing lies over anything else."""

from __future__ import annotations

from contextlib import AsyncExitStack

import pytest
from playwright.async_api import Page, ViewportSize, expect

from server.pages.language import languages
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Photograph
from tests.browser.group import CAMERA, MICROPHONE, Person, seats_cut
from tests.browser.house import House
from tests.browser.own_lines import nothing_lies_over_anything
from tests.server.visitor import Visitor

# As long as names may be, or nearly; and usual ones.
LONG_NAMES = [
    "Dr. Maximiliane Hohenlohe-Waldenburg", "Bartholomew Featherstonehaugh-Longname", "Marguerite", "Lin",
    "Prof. Anna-Katharina Lüttwitz-Berger", "Jean-Christophe de La Rochefoucauld", "Oluwaseun Adebayo", "Yusuf",
]  # fmt: skip
SHORT_NAMES = ["Ilse", "Tomasz", "Anna", "Béatrice", "Pia", "Gregor"]

ON_ITS_SIDE = ViewportSize(width=740, height=360)
# What can be pressed in the room and on the open desk's head, and is not wholly in view; or what scrolls the page.
OUT_OF_VIEW = """() => [...document.querySelectorAll(".controls > button, .desk-handle, .desk-open .desk-now button")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const covered = !one.contains(above) && !above?.closest(".desk-open");
    return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || covered;
  })
  .map((one) => one.innerText)
  .concat(document.documentElement.scrollHeight > innerHeight ? ["the page scrolls"] : [])"""
# Everything that can be pressed and is not big enough for a finger, or lies outside the page's width.
TOO_SMALL = """() => [...document.querySelectorAll("button, a[href], input, select, [role=switch]")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }))
  .map((target) => [target.innerText || target.name, target.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (Math.round(box.height) < 44 || Math.round(box.width) < 44))
  .map(([words, box]) => `${words}: ${Math.round(box.width)} x ${Math.round(box.height)} px`)"""
NAME_CUT_PX = "(name) => name.scrollWidth - name.clientWidth"
# Of a list at the desk: from the words of its heading to the line below them.
HEADING_GAP_PX = """() => document.querySelector(".circle-rows .rows > li").getBoundingClientRect().top
  - document.querySelector(".rows-head h2").getBoundingClientRect().bottom"""
SHEET_BELOW_PX = "(sheet) => sheet.scrollHeight - sheet.clientHeight"
# From the row of the outer circle to the line about oneself, with so many letters in it.
BELOW_OUTER_PX = """(letters) => {
  const [line, words] = [document.querySelector(".own-line"), document.querySelector(".self-line")];
  const said = words.innerHTML;
  words.textContent = "You watch. ".repeat(letters / 11);
  line.classList.toggle("own-line-long", letters > 60);
  line.classList.toggle("own-line-longest", letters > 150);
  const below = words.getBoundingClientRect().top - document.querySelector(".outer").getBoundingClientRect().bottom;
  words.innerHTML = said;
  return below;
}"""
# As if so many were in the circle, and all but oneself were called so: the names that do not stand whole.
NAMES_CUT = """async ([count, name]) => {
  const { session, session: { view, you } } = window.restarea;
  const was = view.value;
  const own = you.value.seat;
  const others = Object.keys(was.seats).map(Number).filter((seat) => seat !== own);
  const seats = Object.fromEntries([own, ...others.slice(0, count - 1)].map((seat) => [seat, was.seats[seat]]));
  view.value = { ...was, seats };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const drawn = [...document.querySelectorAll(".circle-seats > :not(.seat-own, .seat-back) .seat-name")];
  const said = drawn.map((one) => one.textContent);
  for (const one of drawn) one.textContent = name;
  const cut = drawn.filter((one) => one.scrollWidth > one.clientWidth).length;
  drawn.forEach((one, at) => (one.textContent = said[at]));
  view.value = was;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return [drawn.length, cut];
}"""
# The pinned head of the desk: what is under it must not move when a reason or another way comes and goes.
HEAD_PX = "() => document.querySelector('.desk-now').offsetHeight"
# And from the top of the open sheet to where what scrolls begins.
SHEET_HEAD_PX = """() => document.querySelector(".desk-now").getBoundingClientRect().bottom
  - document.querySelector(".desk").getBoundingClientRect().top"""
SIDEWAYS_PX = "() => document.documentElement.scrollWidth - window.innerWidth"
# Of a seat's words: which lie under something else, which break within a word, and which meet the words in the middle.
WORDS_SPOILT = """() => {
  const box = (of) => {
    const range = document.createRange();
    range.selectNodeContents(of);
    return range.getBoundingClientRect();
  };
  const middle = [...document.querySelectorAll(".centre h1, .centre p")].map(box);
  const words = document.querySelectorAll(".circle-seats .seat-name, .circle-seats .seat-role");
  return [...words].flatMap((one) => {
    const [said, whole, text] = [one.textContent, one.getBoundingClientRect(), box(one)];
    const [left, right] = [Math.max(whole.left, text.left), Math.min(whole.right, text.right)];
    const over = [left + 3, (left + right) / 2, right - 3]
      .map((x) => document.elementFromPoint(x, whole.top + whole.height / 2))
      .find((at) => at !== one);
    const meets = ({ left: from, right: to, top, bottom }) =>
      left < to + 3 && from - 3 < right && text.top < bottom && top < text.bottom;
    return [
      over && `${said} is covered by ${over.className} ${over.textContent}`,
      !/[ -]/.test(said) && whole.height > 30 && `${said} is broken`,
      middle.some(meets) && `${said} meets the words in the middle`,
    ].filter(Boolean);
  });
}"""
# What can be pressed, and touches another.
TOUCH = """(pressed) => {
  const all = [...document.querySelectorAll(pressed)]
    .map((one) => [one.innerText || one.placeholder, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0);
  const apart = ([, one], [, other]) =>
    Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom);
  const near = (one, at) => all.slice(at + 1).filter((other) => apart(one, other) < 4);
  return all.flatMap((one, at) => near(one, at).map((other) => `${one[0]}, ${other[0]}`));
}"""
# Where each seat and each name is, but of whoever has pushed back.
PLACED = """() => Object.fromEntries([...document.querySelectorAll(".circle-seats > :not(.seat-back)")].map((seat) => {
  const [face, name] = [".seat-round", ".seat-name"].map((part) => seat.querySelector(part).getBoundingClientRect());
  return [seat.dataset.seat, [face.x, face.y, name.x + name.width / 2, name.y].map(Math.round)];
}))"""
# As if another had pushed back, on this page.
PUSHES_BACK = """async (seat) => {
  const { view } = window.restarea.session;
  view.value = { ...view.value, case: { ...view.value.case, presenter: seat } };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
# As if everyone played a part that is called so.
PLATED = """async (plate) => {
  const { session, session: { view } } = window.restarea;
  const seats = Object.keys(view.value.seats);
  const cast = Object.fromEntries(seats.map((seat) => [seat, { number: 2, part: "auxiliary" }]));
  session.plateOf = () => plate;
  view.value = { ...view.value, scene: { cast, invited: {}, frozen: false, came_off: [] } };
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
# From the chair of whoever has pushed back to the circle's line, which is an ellipse here.
GAP_PX = """() => {
  const ring = document.querySelector(".circle-ring").getBoundingClientRect();
  const face = document.querySelector(".seat-back .seat-round").getBoundingClientRect();
  const across = face.x - ring.x + (face.width - ring.width) / 2;
  const up = face.y - ring.y + (face.height - ring.height) / 2;
  const past = Math.hypot(across / (ring.width / 2), up / (ring.height / 2));
  return Math.hypot(across, up) * (1 - 1 / past) - face.width / 2;
}"""
# What a notice lies over: the seats' pictures, the line about oneself, the sign that one has pushed back; null without
# a notice.
COVERED = """() => {
  const notice = document.querySelector(".notice")?.getBoundingClientRect();
  const meets = ({ left, right, top, bottom }) =>
    left < notice.right && notice.left < right && top < notice.bottom && notice.top < bottom;
  return notice ? [...document.querySelectorAll(".circle-seats .seat-round, .self-line, .head-back")]
    .filter((one) => meets(one.getBoundingClientRect()))
    .map((one) => one.closest("[data-seat]")?.dataset.seat ?? one.textContent) : null;
}"""

# How much of the square about a face its raised hand lies over, at most.
HAND_OVER = """() => Math.max(...[...document.querySelectorAll(".circle-seats .seat-hand")].map((hand) => {
  const parts = [hand, hand.parentElement.querySelector(".seat-round")];
  const [sign, face] = parts.map((one) => one.getBoundingClientRect());
  const across = Math.min(sign.right, face.right) - Math.max(sign.left, face.left);
  return across * (Math.min(sign.bottom, face.bottom) - Math.max(sign.top, face.top)) / face.width / face.height;
}))"""


async def test_a_long_name_of_one_word_breaks_in_the_waiting_room(open_page: OpenPage, house: House) -> None:
    links = await house.open(seats=6)
    person = Person("Wolfeschlegelsteinhausenbergerdorffmann", await open_page(viewport=PHONE))
    await person.take_seat(links.join)
    await person.sees_heading(f"Welcome, {person.name}")
    await fits(person.page)


@pytest.mark.pictures
async def test_ten_people_fit_a_phone(open_page: OpenPage, house: House, photograph: Photograph) -> None:
    links = await house.open(speed=60)
    leader = Person("Irène Faure", await open_page(viewport=PHONE))
    member = Person("Mina Okafor", await open_page(viewport=PHONE))
    await leader.page.goto(links.lead)
    await leader.button("Go in, listening only").wait_for()
    await fits(leader.page)
    await leader.take_seat(links.lead, CAMERA)
    async with AsyncExitStack() as others:
        visitors: list[Visitor] = []
        for number in range(8):
            visitor = Visitor(house.url, links.join)
            await visitor.enter(LONG_NAMES[number])
            await visitor.connect()
            others.push_async_callback(visitor.close)
            visitors.append(visitor)
        # The last seat, beside the top: there the words of one pushed back meet the edge.
        await member.take_seat(links.join, MICROPHONE, CAMERA)
        await fits(member.page)
        await leader.page.get_by_role("button", name="Open the desk").click()
        await fits(leader.page)
        await leader.click("Admit all 9")
        await expect(leader.page.locator("[data-seat]:not(audio)")).to_have_count(10)
        await leader.lead_to("Begin the session", "arrival", (leader, member))
        placed = await member.page.evaluate(PLACED)
        heads = {await leader.page.evaluate(HEAD_PX)}
        await leader.lead_to("Ask who has a case", "case_call", (leader, member))
        await expect(leader.page.locator(".next-note")).to_contain_text("Nobody has offered")
        heads.add(await leader.page.evaluate(HEAD_PX))
        await member.click("I have a case")
        await leader.row(member.name, "Choose").click()
        await expect(leader.page.locator(".next-note")).to_be_empty()
        await stays(member.page, placed)
        heads.add(await leader.page.evaluate(HEAD_PX))
        assert len(heads) == 1
        assert await leader.page.evaluate(SHEET_HEAD_PX) <= 240
        await fits(leader.page)
        await leader.lead_to("Begin the case presentation", "presentation", (leader, member))
        await stays(member.page, placed)
        await leader.lead_to("Open clarifying questions", "questions", (leader, member))
        await leader.lead_to(
            "Begin the discussion: the presenter pushes back", "discussion", (leader, member)
        )
        await stays(member.page, placed)
        for visitor in visitors:
            await visitor.do("raise_hand")
        await expect(member.page.locator(".circle-seats .seat-hand")).to_have_count(8)
        assert await member.page.evaluate(HAND_OVER) < 0.15
        for visitor in visitors:
            await visitor.do("lower_hand")
        await member.click("A quiet word")
        await expect(member.button("Close")).to_be_in_viewport(ratio=1)
        assert await member.page.locator("dialog[open]").evaluate(SHEET_BELOW_PX) <= 0, "all is in sight"
        await member.click("Close")
        assert await leader.page.locator(".rows-head h2").evaluate("(one) => one.offsetHeight") > 30
        assert await leader.page.evaluate(HEADING_GAP_PX) >= 3
        await fits(leader.page)
        await photograph(leader.page, "ten-desk-phone.png")
        await leader.page.get_by_role("button", name="Close the desk").click()
        for person in (leader, member):
            await expect(person.page.locator("[data-seat]:not(audio)")).to_have_count(10)
            await fits(person.page)
            await photograph(person.page, f"ten-seat{person.seat}-phone.png")
            assert await seats_cut(person.page) == []
            await names_stand_whole(person.page)
            await notices_cover_nobody(person)
            await fits_on_its_side(person, photograph)
            # What somebody is can be read in a small circle, too; and the whole name of whoever is outside: that they
            # are is said by their place, and by the middle or the head.
            await expect(person.page.locator(".seat-role", has_text="leader")).to_be_visible()
            assert await person.page.evaluate(GAP_PX) > 5
        assert await leader.page.locator(".seat-back .seat-name").evaluate(NAME_CUT_PX) <= 0
        for seat in range(1, 11):  # whoever pushes back, and wherever they sit
            await leader.page.evaluate(PUSHES_BACK, seat)
            assert await seats_cut(leader.page) == [], f"seat {seat} has pushed back"
        await leader.page.evaluate(PUSHES_BACK, member.seat)
        await nothing_lies_over_anything(leader.page)
        await nothing_lies_over_anything(member.page, back=member.seat)
        # Of eight some sit nearest to the edge.
        for visitor in visitors[:2]:
            await visitor.do("leave")
        for person in (leader, member):
            await expect(person.page.locator("[data-seat]:not(audio)")).to_have_count(8)
            assert await seats_cut(person.page) == []
        await leader.page.evaluate(PLATED, "the nurse of the night")
        assert await leader.page.locator(".seat-plate").count() == 8
        assert await seats_cut(leader.page) == [], "a plate"


@pytest.mark.pictures
async def test_two_circles_fit_a_phone(open_page: OpenPage, house: House, photograph: Photograph) -> None:
    links = await house.open("fishbowl", members=52)
    leader = Person("Irène Faure", await open_page(viewport=PHONE))
    member = Person("Mina Okafor", await open_page(viewport=DESKTOP))
    await leader.take_seat(links.lead)
    await member.take_seat(links.join)
    async with AsyncExitStack() as others:
        visitors = [Visitor(house.url, links.join) for _ in range(13)]
        for number, visitor in enumerate(visitors):
            await visitor.enter((LONG_NAMES + SHORT_NAMES)[number])
        lead = Visitor(house.url, links.co_lead)
        await lead.enter("Henrik")
        for visitor in (*visitors, lead):
            others.push_async_callback(visitor.close)
            await visitor.connect()
            await visitor.media()
        for seat in (member.seat, *(visitor.seat for visitor in visitors)):
            await lead.do("admit", seat=seat)
        await lead.do("begin")
        for visitor in visitors[:10]:
            await lead.do("move_seat", seat=visitor.seat, circle="inner")
        for language in languages():
            await leader.page.goto(f"{house.url}/room?lang={language}")
            await leader.arrived()
            await expect(leader.page.locator(".circle-seats > li")).to_have_count(12)
            await photograph(leader.page, f"fishbowl-{language}-phone.png")
            assert await leader.page.evaluate(WORDS_SPOILT) == []
        await member.page.locator(".outer").wait_for()
        for width in (360, 768, 1280, 1440):
            await member.page.set_viewport_size({"width": width, "height": 800})
            for letters in (22, 110, 220):
                assert await member.page.evaluate(BELOW_OUTER_PX, letters) >= 0, (
                    f"{letters} letters, {width} px"
                )


@pytest.mark.pictures
async def test_the_casting_of_a_scene_fits_a_phone(
    open_page: OpenPage, house: House, photograph: Photograph
) -> None:
    links = await house.open("psychodrama", members=8)
    leader = Person("Irène Faure", await open_page(viewport=PHONE))
    member = Person("Anton Reiss", await open_page(viewport=PHONE))
    await leader.take_seat(links.lead)
    await member.take_seat(links.join)
    async with AsyncExitStack() as others:
        visitors = [Visitor(house.url, links.join) for _ in range(7)]
        lead = Visitor(house.url, links.co_lead)
        for number, visitor in enumerate((*visitors, lead)):
            others.push_async_callback(visitor.close)
            await visitor.enter(LONG_NAMES[number])
            await visitor.connect()
        for seat in (member.seat, *(visitor.seat for visitor in visitors)):
            await lead.do("admit", seat=seat)
        await lead.do("begin")
        await lead.do("advance", about=1)
        await member.click("I have a case")
        await lead.sees(lambda view: member.seat in view["offers"])
        await lead.do("choose_presenter", about=1, seat=member.seat)
        for entry in (2, 3):
            await lead.do("advance", about=entry)
        await member.click("Give the parts")
        await photograph(member.page, "casting-phone.png")
        # Whatever there is to scroll: one sees how to close it.
        await expect(member.button("Close")).to_be_in_viewport(ratio=1)
        await fits(member.page)
        await leader.page.get_by_role("button", name="Open the desk").click()
        await leader.page.locator("[data-player]").scroll_into_view_if_needed()
        await photograph(leader.page, "casting-desk-phone.png")
        assert await leader.page.evaluate(TOUCH, ".scene button, .scene input") == []


async def names_stand_whole(page: Page) -> None:
    """Of few faces twelve letters, of ten seats ten; also where a phone is low, or the browser's own bars lie on it."""
    for height in (PHONE["height"], 640):
        await page.set_viewport_size({"width": PHONE["width"], "height": height})
        for count, name in ((2, "Marie-Claire"), (5, "Marie-Claire"), (7, "Marguerite"), (10, "Marguerite")):
            drawn, cut = await page.evaluate(NAMES_CUT, [count, name])
            assert drawn > 0
            assert cut == 0, f"of {count}, in a window of {height} px"
    await page.set_viewport_size(PHONE)


async def stays(page: Page, placed: dict[str, list[int]]) -> None:
    """Nothing that is said or done moves a seat or a name, but whoever pushes back."""
    now = await page.evaluate(PLACED)
    assert {seat: placed[seat] for seat in now} == now


async def fits_on_its_side(person: Person, photograph: Photograph) -> None:
    """A phone held sideways: the circle with the controls beside it, and at the desk the step beside the people."""
    page = person.page
    await page.set_viewport_size(ON_ITS_SIDE)
    await photograph(page, f"ten-seat{person.seat}-on-its-side.png")
    assert await page.evaluate(OUT_OF_VIEW) == []
    assert await seats_cut(page) == []
    if await (handle := page.locator(".desk-handle")).count():
        await handle.click()
        await photograph(page, "ten-desk-on-its-side.png")
        assert await page.evaluate(OUT_OF_VIEW) == []
        await expect(page.locator(".circle-rows .row-name").first).to_be_in_viewport(ratio=1)
        await handle.click()
    await page.set_viewport_size(PHONE)


async def notices_cover_nobody(person: Person) -> None:
    await person.page.evaluate("() => (window.restarea.session.draining.value = true)")
    for viewport in (DESKTOP, ON_ITS_SIDE, PHONE):
        await person.page.set_viewport_size(viewport)
        assert await person.page.evaluate(COVERED) == []


async def fits(page: Page) -> None:
    assert await page.evaluate(SIDEWAYS_PX) <= 0, "the page scrolls sideways"
    assert await page.evaluate(TOO_SMALL) == []
