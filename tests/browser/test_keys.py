"""A whole meeting without a mouse: joined and led by the keyboard alone, and what a screen reader says meanwhile.

UPDATE_GOLDEN=1 writes the script of what is said anew (tests/golden/announcements.txt); look at the difference.
"""

from __future__ import annotations

from playwright.async_api import Page, expect

from facilitation.vocabulary import Keeping
from tests.browser.conftest import OpenPage
from tests.browser.group import PHASES
from tests.browser.house import House
from tests.browser.spoken import Spoken
from tests.browser.test_accessible import accessible
from tests.golden_file import is_as_kept

TABS_MOST = 60
FOCUSED = """([selector, words]) => {
  const focused = document.activeElement;
  return focused?.matches(selector) && focused.textContent.includes(words);
}"""
OTHERS_MOST = 10
UNDONE = 2
"""Two phases are entered once more: the leader undoes a step."""


async def tab_to(page: Page, selector: str, words: str = "") -> None:
    for _ in range(TABS_MOST):
        if await page.evaluate(FOCUSED, [selector, words]):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"no way by Tab to {selector} {words}")


async def press(page: Page, words: str) -> None:
    """The button of these words, once it is there and takes a press."""
    button = page.get_by_role("button", name=words, exact=True).first
    await button.wait_for()
    await expect(button).not_to_have_attribute("aria-disabled", "true")
    await tab_to(page, "button", words)
    await page.keyboard.press("Enter")


async def join(page: Page, link: str, name: str, *, devices: bool = False) -> None:
    await page.goto(link)
    await page.get_by_label("Your name").wait_for()
    await tab_to(page, "input[name=name]")
    await page.keyboard.type(name)
    if "Lovelace" in name:
        await expect(page.locator("#name-hint")).to_contain_text("looks like a full name")
        for _ in " Lovelace":
            await page.keyboard.press("Backspace")
    await tab_to(page, "input[name=attest]")
    await page.keyboard.press("Space")
    if devices:
        await tries_the_devices(page)
    await (press(page, "Go in") if devices else page.keyboard.press("Enter"))


async def tries_the_devices(page: Page) -> None:
    """The microphone and its level, and the headphones."""
    await press(page, "Try the microphone")
    await expect(page.get_by_text("Your microphone works.")).to_be_visible()
    await press(page, "Play a soft tone")
    await expect(page.get_by_text("Heard nothing?")).to_be_visible()


class Led:
    """The leader's page, and what its keys lead to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading, self.following = page.locator(".centre h1"), page.locator(".next-button")

    async def key(self, key: str) -> None:
        await self.page.keyboard.press(key)

    async def next(self, phase: str) -> None:
        await expect(self.following).not_to_have_attribute("aria-disabled", "true")
        await self.key("n")
        await expect(self.heading).to_have_text(PHASES[phase])


async def test_a_whole_meeting_by_keyboard_alone(open_page: OpenPage, house: House) -> None:
    links = await house.open(seats=6, keeping=Keeping.AGGREGATE)
    leaders, mina, ben = [await open_page(devices=devices) for devices in (False, False, True)]
    heard = {
        "leader": await Spoken.of(leaders), "presenter": await Spoken.of(mina), "member": await Spoken.of(ben),
    }  # fmt: skip
    led = Led(leaders)
    await join(leaders, links.lead, "Ada Lovelace")
    await led.following.wait_for()
    for page, name in ((mina, "Mina"), (ben, "Ben")):
        await join(page, links.join, name, devices=page is ben)
        await page.locator("[data-truth=truth-waiting]").wait_for()
    await leaders.locator("[data-act=admit-all]").wait_for()
    await led.key("a")
    for page in (mina, ben):
        await page.locator(".centre").wait_for()
    await begun(led)
    await undone(led)
    await own_things(led)
    await the_case(led, mina, ben)
    await the_discussion(led, mina)
    await the_end(led, mina, ben)
    script = [
        f"{who}:\n" + "\n".join(f"  {words}" for words in spoken.script) for who, spoken in heard.items()
    ]
    is_as_kept("announcements.txt", "\n\n".join(script) + "\n")
    for who, spoken in heard.items():
        held_to_measure(who, [words for words, _ in spoken.all])


def held_to_measure(who: str, said: list[str]) -> None:
    """Each phase once, one's own turn once, and of all else no more than ten."""
    phases = [words for words in said if words.startswith("Now: ")]
    assert len(phases) == len(set(phases)) + UNDONE, who
    assert said.count("It is your turn.") == (0 if who == "leader" else 1)
    others = [words for words in said if not words.startswith("Now: ") and "your turn" not in words.lower()]
    assert len(others) <= OTHERS_MOST, f"{who}: {others}"


async def begun(led: Led) -> None:
    """By Tab and Enter; the focus stays on the next step, which is always in the same place."""
    await press(led.page, "Begin the session")
    await expect(led.heading).to_have_text(PHASES["arrival"])
    await expect(led.following).to_be_focused()


async def undone(led: Led) -> None:
    await led.next("case_call")
    await expect(led.page.locator("[data-step=undo_step]")).not_to_have_attribute("aria-disabled", "true")
    await led.key("u")
    await expect(led.heading).to_have_text("Arrival")


async def own_things(led: Led) -> None:
    """Marks, notes, and the keys themselves: they write in a text field, and can be switched off and on again."""
    page = led.page
    await led.key("8")
    await expect(page.locator("[data-last-mark]")).to_contain_text("Marked: Holding the silence")
    await led.key("j")
    await page.keyboard.type("np1?")
    await expect(page.locator(".notes textarea")).to_have_value("np1?")
    await expect(led.heading).to_have_text("Arrival")
    await accessible(page, "the leader's own things")
    await led.key("Tab")
    await led.key("Tab")
    await led.key("?")
    await expect(page.get_by_role("dialog")).to_contain_text("The next step")
    await accessible(page, "the keys")
    await switch_keys(page)
    await led.key("n")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert await page.evaluate("window.restarea.session.circle.value.phase.key") == "arrival"
    assert await page.evaluate("window.restarea.session.circle.value.marks") == ["hold_silence"]
    await press(page, "Keys…")
    await switch_keys(page)


async def switch_keys(page: Page) -> None:
    await tab_to(page, "[data-keys=on]")
    await page.keyboard.press("Space")
    await page.keyboard.press("Escape")


async def the_case(led: Led, member: Page, ben: Page) -> None:
    await led.next("case_call")
    await press(member, "I have a case")
    await led.page.locator("[data-act=choose]").wait_for()
    await led.key("c")
    await expect(led.page.locator("[data-act=choose]")).to_be_focused()
    await led.key("Enter")
    await member.get_by_text("You are going to present.").wait_for()
    await led.next("presentation")
    await led.next("questions")
    await press(ben, "Raise hand")
    await led.page.get_by_text("1. Ben").wait_for()
    await led.key("g")
    await expect(led.page.locator("[data-act=end-turn]")).not_to_have_attribute("aria-disabled", "true")
    await led.key("t")
    await ben.get_by_role("button", name="Raise hand", exact=True).wait_for()


async def the_discussion(led: Led, member: Page) -> None:
    await led.next("discussion")
    await member.locator("[data-truth=truth-pushed-back]").wait_for()
    await press(member, "A quiet word")
    await press(member, "Please bring me back")
    await led.page.locator("[data-word=bring_me_back]").wait_for()
    await led.key("d")
    await expect(led.page.locator("[data-word=bring_me_back] [data-act=recall]")).to_be_focused()
    await led.key("Enter")
    await member.locator("[data-truth=truth-pushed-back]").wait_for(state="hidden")
    await led.next("return")
    await led.next("joint_discussion")
    await press(member, "Raise hand")
    await led.page.get_by_text("1. Mina").wait_for()
    await led.key("g")
    await press(member, "I have finished")


async def the_end(led: Led, mina: Page, ben: Page) -> None:
    """Mina does not wait for it."""
    await led.next("closing")
    await led.next("leaving")
    await led.next("debrief")
    for member in (mina, ben):
        await member.get_by_role("heading", name="The meeting is over for you").wait_for()
    await press(mina, "Leave the session")
    await mina.get_by_role("heading", name="You have left").wait_for()
    await press(led.page, "End the session…")
    await press(led.page, "End the session")
    for page in (led.page, ben):
        await page.get_by_role("heading", name="The session has ended").wait_for()
