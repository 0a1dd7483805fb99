"""One whole classic case in four real browsers, led by clicks; in every phase each page's own counters say whom it
receives, the tone in the sound says whose voice it is, and the colour on the screen whose picture.

The tables below were written from the form's description, not from `facilitation.reach`: they are the second opinion.
"""

from __future__ import annotations

import pytest

from tests.browser.circle import EVERYBODY, NOBODY, PUSHED_BACK, Circle, Table, circle
from tests.browser.house import House

__all__ = ["circle"]  # a fixture

SPEED = 60.0
IMPATIENT = "\n[grace]\nrecall_seconds = 1\n"
"""The form waits twenty seconds for an answer to a recall, however fast a session runs."""
# One at a time, Mina's turn: in the questions the presenter answers her; in the discussion the presenter is silent.
MINA_ASKS: Table = {"L": "PA", "P": "LA", "A": "LP", "B": "LPA"}
MINA_SPEAKS: Table = {"L": "A", "P": "LA", "A": "L", "B": "LA"}

pytestmark = [pytest.mark.pictures, pytest.mark.alone]


async def test_a_whole_classic_case(house: House, circle: Circle) -> None:
    links = await house.open(speed=SPEED, members=3, seats=6, more=IMPATIENT)
    await arrive(circle, links.lead, links.join)
    await present(circle)
    await ask(circle)
    await discuss(circle)
    await come_together(circle)
    await part(circle)


async def arrive(circle: Circle, lead: str, join: str) -> None:
    leader, presenter, mina, paul = circle.everyone()
    await circle.come_in(lead, join)
    for person in (presenter, mina, paul):
        await person.hears_about_self("You are in the waiting room. Nobody hears or sees you.")
    await circle.receives("waiting", NOBODY, NOBODY)
    await leader.row(presenter.name, "Admit").click()
    await leader.row(mina.name, "Admit").click()
    await leader.row(paul.name, "Admit").click()
    for person in circle.everyone():
        await person.hears_about_self("The group hears you.")
    await circle.told("Begin the session", "arrival")
    await circle.receives("arrival", EVERYBODY, EVERYBODY)


async def present(circle: Circle) -> None:
    leader, presenter, _, paul = circle.everyone()
    await circle.told("Ask who has a case", "case_call")
    await presenter.click("I have a case")
    await paul.click("I have a case")
    await leader.row(presenter.name, "Choose").click()
    await presenter.button("I have a case").wait_for(state="hidden")
    await circle.receives("case_call", EVERYBODY, EVERYBODY)
    await circle.told("Begin the case presentation", "presentation")
    await circle.receives("presentation", EVERYBODY, EVERYBODY)


async def ask(circle: Circle) -> None:
    leader, _, mina, paul = circle.everyone()
    await circle.told("Open clarifying questions", "questions")
    await mina.click("Raise hand")
    await paul.click("Raise hand")
    await leader.row(mina.name, "Give turn").click()
    await mina.button("I have finished").wait_for()
    await circle.receives("questions", EVERYBODY, EVERYBODY)
    await leader.one_at_a_time(True)
    await circle.receives("questions-one_at_a_time", MINA_ASKS, EVERYBODY)
    await leader.one_at_a_time(False)
    await mina.click("I have finished")
    await mina.button("I have finished").wait_for(state="hidden")


async def discuss(circle: Circle) -> None:
    leader, presenter, mina, _ = circle.everyone()
    pushed_back = "The group does not hear you now: you have pushed back."
    await circle.told("Begin the discussion: the presenter pushes back", "discussion")
    await presenter.hears_about_self(pushed_back)
    await circle.receives("discussion", PUSHED_BACK, EVERYBODY)

    await leader.one_at_a_time(True)
    await mina.click("Raise hand")
    await leader.row(mina.name, "Give turn").click()
    await mina.button("I have finished").wait_for()
    await circle.receives("discussion-one_at_a_time", MINA_SPEAKS, EVERYBODY)
    await mina.click("I have finished")
    await leader.one_at_a_time(False)

    await presenter.click("A quiet word")
    await presenter.click("Please bring me back")
    await presenter.click("Come back into the circle")  # it asked, and had no answer
    await presenter.hears_about_self("The group hears you.")
    await leader.click("Push back")
    await presenter.hears_about_self(pushed_back)

    await presenter.click("A quiet word")
    await presenter.click("Please bring me back")
    await leader.reads(f"{presenter.name} asks: bring me back")
    await leader.button("Bring back, and go on").first.click()  # it stands beside the word, too
    await presenter.hears_about_self("The group hears you.")
    await circle.receives("discussion-recalled", EVERYBODY, EVERYBODY)
    await leader.click("Push back")
    await presenter.hears_about_self(pushed_back)
    await circle.receives("discussion-back_again", PUSHED_BACK, EVERYBODY)


async def come_together(circle: Circle) -> None:
    await circle.told("End “Discussion”: the presenter comes back", "return")
    await circle.receives("return", EVERYBODY, EVERYBODY)
    await circle.told("Open the joint discussion", "joint_discussion")
    await circle.receives("joint_discussion", EVERYBODY, EVERYBODY)
    await circle.told("Begin the closing", "closing")
    await circle.receives("closing", EVERYBODY, EVERYBODY)
    await circle.told("Begin taking leave", "leaving")
    await circle.receives("leaving", EVERYBODY, EVERYBODY)


async def part(circle: Circle) -> None:
    """The leaders' room: with one leader, nobody receives anybody."""
    leader = circle["L"]
    await circle.told("Close the circle: leaders stay for the debrief", "debrief")
    await circle.receives("debrief", NOBODY, NOBODY, sending="L")
    await leader.click("End the session…")
    await leader.page.get_by_role("dialog").get_by_role("button", name="End the session", exact=True).click()
    for person in circle.everyone():
        await person.page.get_by_role("heading", name="The session has ended").wait_for()
    await circle.receives("ended", NOBODY, NOBODY, sending="")
