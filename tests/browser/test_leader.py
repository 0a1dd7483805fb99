"""A leader, in a real browser: from an empty server to a group, by a link out of a mail."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Page, expect

from facilitation import commands as c
from facilitation.structure_record import StructureRecord
from server.record.schema import to_json
from server.store import Store
from tests.browser.conftest import PHONE, OpenPage, Photograph, of_one_test
from tests.browser.group import Person
from tests.browser.house import House
from tests.browser.test_accessible import accessible
from tests.facilitation.circle import CAT
from tests.facilitation.worked_session import SAID, a_group_of, a_session, record, spoke, until
from tests.letter_box import LetterBox, plain_of

ANNA = "anna@example.org"
PICTURES = Path("var/screenshots/leader")
WIDTHS = (360, 768, 1440)


@of_one_test
async def box() -> AsyncIterator[LetterBox]:
    async with LetterBox() as one:
        yield one


@of_one_test
async def mailing(tmp_path: Path, box: LetterBox) -> AsyncIterator[House]:
    """A server that sends mail, with one leader, who runs it, and nothing else. By a name: a number has no passkeys."""
    async with House(
        tmp_path, "localhost", **{name: str(value) for name, value in box.settings.items()}
    ) as house:
        store = await Store.open(tmp_path / "restarea.db")
        await store.leaders.add(ANNA, "Anna Berg", operator=True)
        await store.close()
        yield house
        house.complains_of_nothing()


async def link_by_mail(page: Page, house: House, box: LetterBox) -> str:
    came = asyncio.get_running_loop().create_future()

    def look() -> None:
        """Other mails may be on their way, too."""
        links = re.findall(r"http://\S+/sign-in/\S+", plain_of(box.letters[-1]))
        if links and not came.done():
            came.set_result(links[0])

    box.came = look
    await page.goto(f"{house.url}/sign-in")
    await page.get_by_label("E-mail address").fill(ANNA)
    await page.get_by_role("button", name="Send me a link").click()
    await page.get_by_role("heading", name="Look into your mail").wait_for()
    return str(await asyncio.wait_for(came, 10))


async def sign_in(page: Page, house: House, box: LetterBox) -> None:
    await page.goto(await link_by_mail(page, house, box))
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Your groups").wait_for()


async def fill_group(page: Page) -> None:
    await page.get_by_role("link", name="Make a group").click()
    await page.get_by_label("What the group is called").fill("Tuesdays")
    await page.get_by_label("Telephone number").fill("+1 555 0100")
    await page.get_by_label("Every month, on the").check()
    for number, name in enumerate(("Carla", "Dan", "Eve", "Frida", "Georg"), 1):
        await page.locator(f"#name-{number}").fill(name)
        await page.locator(f"#address-{number}").fill(f"{name.lower()}@example.org")


async def plan_in_an_hour(page: Page) -> None:
    """The group meets where this browser is, by its clock."""
    soon = datetime.now(ZoneInfo(await page.get_by_label("Time zone").input_value())) + timedelta(hours=1)
    await page.locator("#plan-day").fill(f"{soon:%Y-%m-%d}")
    await page.locator("#plan-at").fill(f"{soon:%H:%M}")
    await page.get_by_role("button", name="Plan a meeting").click()


async def test_a_leader_signs_in_and_makes_a_group_that_is_invited_by_mail_and_meets(
    open_page: OpenPage, mailing: House, box: LetterBox
) -> None:
    """From an empty server to a room in which the leader and a member see each other."""
    page = await open_page()
    await sign_in(page, mailing, box)
    await a_group_is_made(page)
    await a_passkey_opens_as_a_mail_does(page)
    await sign_in(page, mailing, box)
    await it_is_invited_and_meets(page, box, open_page)
    await the_desk_goes_to_a_phone(page, await open_page(viewport=PHONE, devices=False))


async def a_group_is_made(page: Page) -> None:
    await fill_group(page)
    assert await page.get_by_label("Time zone").input_value() != "", "the browser knows where it is"
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_role("heading", name="Tuesdays").wait_for()
    assert await page.get_by_label("Day", exact=True).input_value() != "", "when it would be by the rhythm"
    assert await page.locator("#address-5").input_value() == "georg@example.org"
    await page.locator("#name-5").fill("Georg B.")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_role("status").wait_for()
    await page.get_by_role("link", name="Your groups").click()
    await page.get_by_role("link", name="Tuesdays").wait_for()


async def a_passkey_opens_as_a_mail_does(page: Page) -> None:
    """As long as it is known; ends signed out."""
    await add_passkey(page)
    await sign_out(page)
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await page.get_by_role("link", name="Passkeys").click()
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_text("This device already has a passkey").wait_for()
    await page.get_by_role("button", name="Remove: Passkey 1").click()
    await page.get_by_role("status").wait_for()
    await page.get_by_role("link", name="Your groups").click()
    await sign_out(page)
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await page.get_by_text("This passkey is not known here").wait_for()


async def sign_out(page: Page) -> None:
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_role("heading", name="Sign in").wait_for()


async def with_a_device(page: Page) -> None:
    """That keeps passkeys, and is unlocked whenever it is asked."""
    devices = await page.context.new_cdp_session(page)
    await devices.send("WebAuthn.enable")
    unlocked = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    device = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True, **unlocked}
    await devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})


async def add_passkey(page: Page) -> None:
    """From the leader's groups and back."""
    await with_a_device(page)
    await page.get_by_role("link", name="Passkeys").click()
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_role("status").wait_for()
    await page.get_by_role("link", name="Your groups").click()


async def it_is_invited_and_meets(leader: Page, box: LetterBox, open_page: OpenPage) -> None:
    await leader.get_by_role("link", name="Tuesdays").click()
    await plan_in_an_hour(leader)
    invited = all_have_come(box, 6)
    await leader.get_by_role("button", name="Invite by mail").click()
    await asyncio.wait_for(invited, 20)
    await leader.get_by_text("sent", exact=True).nth(5).wait_for()
    letters = {str(letter["To"]): letter for letter in box.letters}
    member = await open_page(re.findall(r"http://\S+/join#\S+", plain_of(letters["carla@example.org"]))[0])
    await member.get_by_role("heading", name="The meeting is not open yet").wait_for()
    await member.reload()
    await expect(member.get_by_role("link", name="+1 555 0100")).to_have_attribute("href", "tel:+15550100")
    await member.get_by_role("button", name="I shall come").click()
    await expect(member.locator(".reply [role=status]")).to_have_text("It is noted: you will come.")
    await leader.get_by_role("button", name="Open the meeting").click()
    await member.get_by_role("button", name="Look now").click()
    people = Person("Anna Berg", leader), Person("Carla", member)
    for one in people:
        await expect(one.page.get_by_label("Your name")).to_have_value(one.name)
        await one.attest()
        await one.page.locator("[data-control=enter]").click()
        await one.page.wait_for_url("**/room")
    await people[0].row("Carla", "Admit").click()
    await people[1].reads("Anna Berg")
    await people[0].reads("Carla")
    await member.close()


async def the_desk_goes_to_a_phone(leader: Page, phone: Page) -> None:
    await leader.locator(".own > summary").click()
    await leader.get_by_role("button", name="On another screen").click()
    await leader.get_by_role("button", name="On a phone").click()
    await leader.get_by_label("QR code that opens the desk").wait_for()
    await phone.goto(await leader.get_by_label("Or type this address").input_value())
    await phone.get_by_role("button", name="Open the desk here").click()
    begin = phone.get_by_role("button", name="Begin")
    await begin.wait_for()
    await accessible(phone, "second desk")
    await expect(leader.get_by_label("QR code that opens the desk")).to_have_count(0)
    await begin.click()
    await expect(leader.locator(".desk-clock")).to_contain_text("Arrival")
    await leader.get_by_role("button", name="Close it there").click()
    await phone.get_by_role("heading", name="The desk is closed here").wait_for()


PICTURE = "document.querySelector('.figure svg').getBoundingClientRect().top + scrollY"
SCALES = """[...document.querySelectorAll(".figure > .beside > svg")]
  .map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"""


def all_have_come(box: LetterBox, count: int) -> asyncio.Future[None]:
    """Done when so many more letters are there."""
    until, done = len(box.letters) + count, asyncio.get_running_loop().create_future()

    def look() -> None:
        if len(box.letters) >= until and not done.done():
            done.set_result(None)

    box.came = look
    return done


@pytest.mark.pictures
async def test_a_leaders_pages_are_accessible_and_fit_every_width(
    chromium: Browser, mailing: House, box: LetterBox, photograph: Photograph
) -> None:
    context = await chromium.new_context(locale="en", timezone_id="Europe/Paris")
    page = await context.new_page()

    async def fits(name: str) -> None:
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 900})
            wide = await page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} must not be scrolled sideways"
        await accessible(page, name)

    link = await link_by_mail(page, mailing, box)
    await fits("sent")
    await page.goto(f"{mailing.url}/sign-in")
    await fits("sign-in")
    await page.goto(f"{link}.")  # as it stands at the end of a sentence; the others below so, too
    await fits("open")
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Your groups").wait_for()
    await fits("no-groups")
    await fill_group(page)
    await page.locator("#address-2").fill("dan@")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await expect(page.get_by_role("alert")).to_be_focused()
    await page.get_by_role("link", name="E-mail address 3: This is no e-mail address").click()
    await expect(page.locator("#address-2")).to_be_focused()
    await fits("wrong")
    await page.locator("#address-2").fill("dan@example.org")
    await page.get_by_role("button", name="Save", exact=True).last.click()
    await page.get_by_role("heading", name="Meetings").wait_for()
    await fits("group")
    await plan_in_an_hour(page)
    await page.get_by_role("button", name="Move the meeting").wait_for()
    box.refuses["dan@example.org"] = "550 no such user"
    await page.get_by_role("button", name="Invite by mail").click()
    await page.get_by_text("not delivered").wait_for()
    await expect(page.get_by_text("on its way")).to_have_count(0)
    await fits("meeting")
    await page.goto(re.findall(r"http://\S+/join#\S+", plain_of(box.letters[-1]))[0])
    await page.get_by_role("heading", name="The meeting is not open yet").wait_for()
    await fits("not-open")
    await page.goto(re.findall(r"http://\S+/mine#\S+", plain_of(box.letters[-1]))[0] + ">")
    await page.get_by_role("button", name="Show it").click()
    await page.get_by_role("rowheader", name="Your group").wait_for()
    await fits("mine")
    await page.goto(f"{mailing.url}/groups")
    await fits("groups")
    await page.get_by_role("link", name="Tuesdays").click()
    await page.get_by_role("link", name="Remove this group").click()
    await page.get_by_role("heading", name="Remove this group?").wait_for()
    await fits("removal")
    await page.goto(f"{mailing.url}/admin")
    await page.get_by_role("heading", name="What the doctor says").wait_for()
    await fits("admin")
    await keep_records(mailing)
    await page.goto(f"{mailing.url}/records")
    await page.get_by_role("heading", name="Records kept together: Tuesdays").wait_for()
    await fits("records")
    await page.get_by_role("button", name="Show the chosen ones side by side").click()
    await expect(page.locator("#beside")).to_contain_text("No session was chosen.")
    await expect(page.locator("#beside")).to_be_in_viewport()
    every = page.get_by_role("button", name="All of them as one ZIP")
    async with page.expect_download() as coming:
        await every.click()
        await expect(page.get_by_role("button", name="Being made…")).to_be_disabled()
    assert (await coming.value).suggested_filename == "records.zip"
    await expect(every).to_be_enabled()
    await page.get_by_role("button", name="The chosen ones as one ZIP").click()  # none is: a page says so
    await page.get_by_text("No session is chosen.").wait_for()
    await page.get_by_role("link", name="November 2026").last.click()
    await page.get_by_role("heading", name="A session of November 2026").wait_for()
    await fits("record")
    for width, height in ((360, 740), (1280, 800)):
        await page.set_viewport_size({"width": width, "height": height})
        assert await page.evaluate(PICTURE) < height * 2 / 3, "the first picture is on the first screen"
    async with page.expect_download() as coming:
        await page.get_by_role("button", name="The phases, and who spoke in them, as PNG").click()
    saved = await coming.value
    assert re.fullmatch(r"record-[0-9a-f]{16}-course\.png", saved.suggested_filename)
    await saved.save_as(PICTURES / "figure.png")
    assert (PICTURES / "figure.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    await page.get_by_role("button", name="Make a link to this record").click()
    await page.get_by_label("The link").wait_for()
    await fits("share")
    await page.goto(await page.get_by_label("The link").input_value() + ").")
    await expect(page.locator("#until")).to_contain_text(re.compile(r"is good until \w+day,? \d+ \w+ \d{4}"))
    await fits("shared")
    await page.get_by_role("button", name="Look at them").click()
    await page.get_by_role("heading", name="A session of November 2026").wait_for()
    tables = page.locator(".numbers table")
    await expect(tables.first).to_be_hidden()
    await page.emulate_media(media="print")
    await expect(tables.first).to_be_visible()
    await page.set_viewport_size({"width": 703, "height": 1000})  # A4 without its margins
    phases, *others = await page.evaluate(SCALES)
    assert others and phases >= max(others), "what one looks at first is not the smallest"
    await photograph(page, "leader/record-printed.png", full_page=True)
    await context.close()


async def keep_records(house: House) -> None:
    """Six sessions of the leader's group, kept together."""
    store = await Store.open(house.folder / "restarea.db")
    (group,) = await store.groups()
    for number, month in enumerate(("2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12")):
        text = to_json(a_month(month, number))
        await store.create_session(
            f"kept{number}", "form", 1.0, 0.0, keeping="aggregate", together=group.group
        )
        await store.end_session(f"kept{number}", (), text, 1.0, (), None, month)
    await store.release_records(1.0)
    await store.close()


def a_month(month: str, number: int) -> StructureRecord:
    """The worked session, longer from month to month, with fewer silences; the third of three members."""
    if number == 2:
        return record(a_group_of(3), SAID[1:4], month=month)
    meeting = a_session(end=False)
    until(meeting, 1_300 + 60 * number)
    meeting.ask(c.End())
    return record(
        meeting, [*SAID, *spoke(*((CAT, 96 + 8 * n, 100 + 8 * n) for n in range(number)))], month=month
    )
