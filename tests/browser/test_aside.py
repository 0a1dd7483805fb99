"""Among few: the leaders' whisper, and the private room of a co-leader and somebody in distress, by clicks in three
pages; what each page receives is counted by the page itself.
"""

from __future__ import annotations

import asyncio

from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.ears import listen
from tests.browser.group import MICROPHONE, Person
from tests.browser.house import House

WINDOWS = 6
"""How often what is allowed is looked for; what is forbidden fails the first time."""


LISTENING = "Your microphone is off. You listen."
LEFT_ASIDE = "You have stepped out: you hear nobody, and nobody hears or sees you. Your seat is kept."


def aside_with(*others: Person) -> str:
    return (
        f"You have stepped out with {', '.join(one.name for one in others)}. Nobody else hears or sees you."
    )


async def hears(listener: Person, allowed: set[int]) -> None:
    """Asserts that exactly these seats' sound arrives."""
    others = {1, 2, 3} - allowed - {listener.seat}
    for _ in range(WINDOWS):
        window = await listen(listener.page, [], silent=others, window_ms=600)
        arrives = {seat for seat, slot in window.slots.items() if slot.audio}
        assert arrives <= allowed, f"{listener.name} must not hear {arrives - allowed}"
        if arrives == allowed:
            return
    raise AssertionError(f"{listener.name} should hear {allowed - arrives}")


async def everyone_hears(people: dict[Person, set[int]]) -> None:
    await asyncio.gather(*(hears(listener, allowed) for listener, allowed in people.items()))


async def test_a_whisper_and_a_room_aside(open_page: OpenPage, house: House) -> None:
    links = await house.open(seats=6)
    leader, co_leader = [  # with the browser's own work on their voices, as at home
        Person(name, await open_page(as_at_home=True)) for name in ("Irène Faure", "Paul Lindqvist")
    ]
    member = Person("Mina Okafor", await open_page())
    for person, link in ((leader, links.lead), (co_leader, links.co_lead), (member, links.join)):
        await person.take_seat(link, MICROPHONE)
    assert [leader.seat, co_leader.seat, member.seat] == [1, 2, 3]
    await leader.row(member.name, "Admit").click()
    await leader.lead_to("Begin the session", "arrival", (leader, co_leader, member))
    everybody = {leader: {2, 3}, co_leader: {1, 3}, member: {1, 2}}
    await everyone_hears(everybody)

    await leader.page.get_by_role("button", name="Hold to whisper").hover()
    await leader.page.mouse.down()
    await leader.hears_about_self("You whisper: only the leaders hear you.")
    await co_leader.reads(f"{leader.name} whispers to you.")
    await everyone_hears({leader: {2, 3}, co_leader: {1, 3}, member: {2}})
    await leader.page.mouse.up()
    await leader.reads("The whisper is over, and your microphone is off.")
    await everyone_hears({leader: {2, 3}, co_leader: {3}, member: {2}})
    await leader.click("Turn microphone on")
    await leader.hears_about_self("The group hears you.")
    await everyone_hears(everybody)

    await member.click("Leave")
    await member.click("Step out for a moment")
    await member.hears_about_self(LEFT_ASIDE)
    shown = leader.page.locator(f'[data-seat="{member.seat}"] .seat-word')
    await expect(shown).to_have_text("stepped out")
    await everyone_hears({leader: {2}, co_leader: {1}, member: set()})
    await member.click("Back to the circle")
    await member.hears_about_self(LISTENING)
    await everyone_hears({leader: {2}, co_leader: {1}, member: {1, 2}})  # it was said that both go off
    await member.click("Turn microphone on")
    await member.hears_about_self("The group hears you.")
    await everyone_hears(everybody)

    await member.click("A quiet word")
    await member.click("I am not well: may I speak with a leader?")
    await leader.reads(f"{co_leader.name} can step out with them while you go on.")
    await co_leader.click("Step out with them")
    for person, other in ((co_leader, member), (member, co_leader)):
        await person.hears_about_self(aside_with(other))
    await everyone_hears({leader: set(), co_leader: {3}, member: {2}})
    await expect(shown).to_have_text("stepped out")

    await leader.click("Pause")
    await leader.click("Ask to join")
    await leader.reads("You have asked to join.")
    await co_leader.click(f"Agree that {leader.name} joins")
    await everyone_hears({leader: set(), co_leader: {3}, member: {2}})  # both must agree
    await member.click(f"Agree that {leader.name} joins")
    await leader.hears_about_self(aside_with(co_leader, member))
    await everyone_hears(everybody)

    await member.click("Back to the circle")
    await member.hears_about_self("Nobody else is in the circle now.")
    for person in (leader, co_leader):  # nobody is put on the air by somebody else
        await person.hears_about_self(LEFT_ASIDE)
    await everyone_hears({leader: set(), co_leader: set(), member: set()})
    for person in (leader, co_leader):
        await person.click("Back to the circle")
    for person in (leader, co_leader, member):
        await person.hears_about_self("Pause. The group hears you.")
    await leader.click("Resume")
    await everyone_hears(everybody)

    await member.click("A quiet word")
    await member.click("I am not well: may I speak with a leader?")
    await leader.click("Pause, and step out with them")
    await leader.hears_about_self(aside_with(member))
    for act in ("Resume", "+ 2 min"):
        await expect(leader.page.get_by_role("button", name=act, exact=True)).to_be_disabled()
    await leader.reads("You have stepped out: go back first.")
    await leader.click("Back to the circle")
    await member.reads(f"{leader.name} has ended the talk. Stay as long as you need.")
    await everyone_hears({leader: {2}, co_leader: {1}, member: set()})
    await member.click("Back to the circle")
    await leader.click("Resume")
    await everyone_hears(everybody)
