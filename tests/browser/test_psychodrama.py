"""One Balint-psychodrama in four real browsers, led by clicks: casting, a scene with its watchers, a double, role
reversal, mirroring, de-roling, the group’s work; in every phase that a classic case has not (test_whole_case.py) each
page’s own counters say whom it receives.

The tables were written from the form's description, not from `facilitation.reach`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.async_api import Locator, expect

from tests.browser.circle import EVERYBODY, PUSHED_BACK, Circle, Table, circle
from tests.browser.group import PHASES, Person
from tests.browser.house import House

__all__ = ["circle"]  # a fixture

SPEED = 60.0
HEADINGS = PHASES | {
    "arrival": "Warm-up",
    "telling": "Telling",
    "casting": "Casting",
    "scene": "The scene",
    "de_roling": "De-roling",
    "group_work": "Group work",
}
# The protagonist and Mina play; Paul watches. The director is always heard.
ANTON_AND_MINA: Table = {"L": "PA", "P": "LA", "A": "LP", "B": "LPA"}
# Mirroring: Paul plays the protagonist, who watches.
MINA_AND_PAUL: Table = PUSHED_BACK
# Mina has taken her part off.
ANTON: Table = {"L": "P", "P": "L", "A": "LP", "B": "LP"}

pytestmark = [pytest.mark.pictures, pytest.mark.alone]


def dialog(person: Person) -> Locator:
    return person.page.get_by_role("dialog")


def player(leader: Person, name: str) -> Locator:
    """A row of the scene at the desk."""
    return leader.page.locator("[data-player]").filter(has_text=name)


def plate(viewer: Person, of: Person) -> Locator:
    """What `viewer` reads on somebody's seat."""
    return viewer.page.locator(f'.circle-seats [data-seat="{of.seat}"] .seat-plate')


@pytest.fixture(autouse=True)
def headings(circle: Circle) -> Iterator[None]:
    for person in circle.everyone():
        person.headings = HEADINGS
    yield


async def test_a_balint_psychodrama(house: House, circle: Circle) -> None:
    links = await house.open("psychodrama", speed=SPEED, members=3, seats=7)
    leader = circle["L"]
    await circle.take_seats(links.lead, links.join)
    await leader.click("Admit all 3")
    for person in circle.everyone():
        await person.hears_about_self("The group hears you.")
    await tell(circle)
    await cast(circle)
    await play(circle)
    await reverse(circle)
    await let_go(circle)
    await work(circle)
    await close(circle)


async def tell(circle: Circle) -> None:
    leader, presenter, _, _ = circle.everyone()
    await circle.told("Begin the session", "arrival")
    await circle.told("Ask who has a case", "case_call")
    await presenter.click("I have a case")
    await leader.row(presenter.name, "Choose").click()
    await circle.told("Next: Telling", "telling")


async def cast(circle: Circle) -> None:
    """The protagonist invites; the invited may decline."""
    leader, presenter, mina, paul = circle.everyone()
    await circle.told("Begin the casting", "casting")
    await presenter.click("Give the parts")
    assert await dialog(presenter).get_by_text(leader.name).count() == 0, "whoever directs does not play"
    for invited, part in ((mina, "auxiliary"), (paul, "double")):
        row = dialog(presenter).get_by_role("listitem").filter(has_text=invited.name)
        await row.get_by_role("button", name=part).click()
    await mina.click("Accept")
    await paul.click("Decline")
    await dialog(presenter).get_by_label(f"Plate of {mina.name}").fill("the mother")
    await dialog(presenter).get_by_role("button", name="Put it on").click()
    for person in circle.everyone():
        await expect(plate(person, mina)).to_have_text("the mother")
    await dialog(presenter).get_by_role("button", name="Close", exact=True).click()
    await expect(player(leader, mina.name)).to_be_visible()
    await expect(player(leader, presenter.name)).to_be_visible()
    await expect(player(leader, paul.name)).to_have_count(0)
    await circle.receives("psychodrama-casting", EVERYBODY, EVERYBODY)


async def play(circle: Circle) -> None:
    leader, _, mina, paul = circle.everyone()
    await circle.told("Begin the scene", "scene")
    await paul.hears_about_self("You watch: the group does not hear you now.")
    await circle.receives("psychodrama-scene", ANTON_AND_MINA, EVERYBODY)
    await paul.click("Raise hand")
    await leader.row(paul.name, "Give turn").click()
    await paul.button("I have finished").wait_for()
    await circle.receives("psychodrama-double", EVERYBODY, EVERYBODY, keep=False)
    await paul.click("I have finished")
    await mina.click("Stop the scene")
    for person in circle.everyone():
        await person.reads("The scene is stopped.")
    await leader.click("Go on")
    await circle.receives("psychodrama-goes_on", ANTON_AND_MINA, EVERYBODY, keep=False)


async def reverse(circle: Circle) -> None:
    """Parts change, seats stay; whoever gives a part up watches."""
    leader, presenter, mina, paul = circle.everyone()

    async def swap(one: Person, other: Person) -> None:
        await player(leader, one.name).get_by_role("button", name="Reverse…").click()
        await dialog(leader).get_by_role("button", name=other.name).click()
        await expect(dialog(leader).first).to_be_hidden()

    await swap(presenter, mina)
    await expect(player(leader, mina.name)).to_contain_text("protagonist")
    for person in circle.everyone():
        await expect(plate(person, presenter)).to_have_text("the mother")
    await circle.receives("psychodrama-reversed", ANTON_AND_MINA, EVERYBODY, keep=False)
    await swap(mina, presenter)
    await swap(presenter, paul)
    await presenter.hears_about_self("You watch: the group does not hear you now.")
    await circle.receives("psychodrama-mirrored", MINA_AND_PAUL, EVERYBODY)
    await swap(paul, presenter)


async def let_go(circle: Circle) -> None:
    leader, _, mina, _ = circle.everyone()
    await circle.told("Let the parts go", "de_roling")
    await circle.receives("psychodrama-de_roling", ANTON_AND_MINA, EVERYBODY)
    await mina.click("Take off my part")
    await expect(player(leader, mina.name)).to_have_count(0)
    await circle.receives("psychodrama-taken_off", ANTON, EVERYBODY, keep=False)


async def work(circle: Circle) -> None:
    """The group's work; a second scene; and the work again, with every part taken off by itself."""
    leader, presenter, _, _ = circle.everyone()
    work = "Next: Group work: the presenter pushes back"
    await circle.told(work, "group_work")
    await presenter.hears_about_self("The group does not hear you now: you have pushed back.")
    await circle.receives("psychodrama-group_work", PUSHED_BACK, EVERYBODY)
    await circle.told("Once more: Casting", "casting")
    await expect(player(leader, presenter.name)).to_contain_text("protagonist")
    await circle.told("Begin the scene", "scene")
    await circle.told("Let the parts go", "de_roling")
    await circle.told(work, "group_work")
    await circle.receives("psychodrama-worked_again", PUSHED_BACK, EVERYBODY, keep=False)


async def close(circle: Circle) -> None:
    leader = circle["L"]
    await circle.told("End “Group work”: the presenter comes back", "return")
    await circle.told("Begin the closing", "closing")
    await leader.reads("Who is still in a part? Let it go by name")
    await circle.receives("psychodrama-closing", EVERYBODY, EVERYBODY)
    await circle.told("Straight to: Leaders’ debrief", "debrief")
    await leader.click("End the session…")
    await leader.page.get_by_role("dialog").get_by_role("button", name="End the session", exact=True).click()
    for person in circle.everyone():
        await person.page.get_by_role("heading", name="The session has ended").wait_for()
