"""One whole classic case in four real browsers, led by clicks; in every phase each page's own counters say whom it
receives, the tone in the sound says whose voice it is, and the colour on the screen whose picture.

The tables below were written from the form's description, not from `facilitation.reach`: they are the second opinion.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.cameras import Colour
from tests.browser.conftest import LaunchChromium, MakeCamera, MakeVoice, OpenPage
from tests.browser.ears import Heard, listen
from tests.browser.eyes import look
from tests.browser.group import Person, photograph
from tests.browser.house import House

SPEED = 60.0
WINDOWS = 6
"""How often what is allowed is looked for; what is forbidden fails the first time."""
# Leader, presenter, two members: by their letter in the tables; tones that are no multiples of one another, and colours
# that nobody mistakes.
PEOPLE: dict[str, tuple[str, float, Colour]] = {
    "L": ("Irène Faure", 1_100.0, (200, 40, 40)),
    "P": ("Anton Reiss", 1_700.0, (40, 160, 60)),
    "A": ("Mina Okafor", 2_500.0, (40, 70, 210)),
    "B": ("Paul Lindqvist", 3_500.0, (210, 190, 40)),
}
# Who receives whom: listener → the others, by their letters.
Table = dict[str, str]
EVERYBODY: Table = {"L": "PAB", "P": "LAB", "A": "LPB", "B": "LPA"}
NOBODY: Table = {"L": "", "P": "", "A": "", "B": ""}
PUSHED_BACK: Table = {"L": "AB", "P": "LAB", "A": "LB", "B": "LA"}
# One at a time, Mina's turn: in the questions the presenter answers her; in the discussion the presenter is silent.
MINA_ASKS: Table = {"L": "PA", "P": "LA", "A": "LP", "B": "LPA"}
MINA_SPEAKS: Table = {"L": "A", "P": "LA", "A": "L", "B": "LA"}

pytestmark = [pytest.mark.slow, pytest.mark.pictures]


@dataclass
class Group:
    people: dict[str, Person]
    pictures: Path
    taken: int = 0

    def __getitem__(self, letter: str) -> Person:
        return self.people[letter]

    def everyone(self) -> list[Person]:
        return list(self.people.values())

    async def told(self, step: str, key: str) -> None:
        await self["L"].lead_to(step, key, self.everyone())

    async def receives(self, moment: str, heard: Table, seen: Table) -> None:
        """Asserts who receives whose sound and picture, on all four pages at once; keeps pictures.

        What is forbidden must not come in any window. What is allowed must come in one of them: a busy machine may
        starve a page for a while."""
        for window in range(1, WINDOWS + 1):
            wrong, missing = await self._window(heard, seen, sending=moment != "ended")
            assert wrong == [], f"{moment}: " + "; ".join(wrong)
            if not missing:
                break
            assert window < WINDOWS, f"{moment}: " + "; ".join(missing)
        await self.keep(moment)

    async def _window(self, heard: Table, seen: Table, *, sending: bool) -> tuple[list[str], list[str]]:
        """What came and must not have, and what should have come and did not."""
        tones = [person.tone_hz for person in sorted(self.everyone(), key=lambda person: person.seat)]
        letters = list(self.people)
        windows = await asyncio.gather(
            *(
                listen(self[who].page, tones, self._seats_but(heard[who]), self._seats_but(seen[who]))
                for who in letters
            )
        )
        wrong: list[str] = []
        missing: list[str] = []
        for who, window in zip(letters, windows, strict=True):
            self._compare(who, window, heard[who], seen[who], wrong, missing)
            await self._compare_shown(who, seen[who], wrong, missing)
            if sending and window.sent_audio == 0:
                missing.append(f"{who} sent no sound, so that nothing is proved by silence")
        return wrong, missing

    async def keep(self, moment: str) -> None:
        self.taken += 1
        shown = {"leader": self["L"], "presenter": self["P"], "member": self["A"]}
        await photograph(self.pictures, f"{self.taken:02}-{moment}", shown)

    def _seats_but(self, letters: str) -> list[int]:
        return [person.seat for letter, person in self.people.items() if letter not in letters]

    async def _compare_shown(self, who: str, seen: str, wrong: list[str], missing: list[str]) -> None:
        """What `who` sees on the screen; their own picture is their own."""
        cameras = {person.seat: person.colour for person in self.everyone()}
        shown = await look(self[who].page, cameras)
        own = (0, self[who].seat)  # 0 in the waiting room
        others = {seat: whose for seat, whose in shown.items() if whose is not None and seat not in own}
        should = {self[letter].seat for letter in seen}
        for seat, whose in others.items():
            if whose != seat or seat not in should:
                wrong.append(f"{who} is shown camera {whose} at seat {seat}, and may see {sorted(should)}")
        if should - others.keys():
            missing.append(f"{who} is not shown {sorted(should - others.keys())}")

    def _compare(
        self, who: str, window: Heard, heard: str, seen: str, wrong: list[str], missing: list[str]
    ) -> None:
        by_seat = {person.seat: letter for letter, person in self.people.items()}
        for seat, slot in window.slots.items():
            letter = by_seat.get(seat, f"seat {seat}")
            if letter in heard:
                if slot.audio < 20 or slot.energy <= 0 or slot.voice != seat:
                    missing.append(f"{who} should hear {letter}: {slot} {window.power[seat]}")
            elif slot.audio or slot.energy or slot.voice:
                wrong.append(f"{who} must not hear {letter}: {slot} {window.power[seat]}")
            if letter in seen:
                if slot.frames < 1:
                    missing.append(f"{who} should see {letter}: {slot}")
            elif slot.video or slot.frames:
                wrong.append(f"{who} must not see {letter}: {slot}")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path) as house:
        yield house


@pytest.fixture
async def group(
    launch_chromium: LaunchChromium,
    open_page: OpenPage,
    make_voice: MakeVoice,
    make_camera: MakeCamera,
    pictures: Path,
) -> Group:
    """Four browsers, one a person: each with a microphone that plays that person's speech and tone, and a camera that
    shows that person's colour."""

    async def come(member: int, name: str, tone_hz: float, colour: Colour) -> Person:
        browser = await launch_chromium(voice=make_voice(member, tone_hz), camera=make_camera(colour))
        return Person(name, await open_page(browser=browser), tone_hz, colour)

    people = {letter: await come(member, *of) for member, (letter, of) in enumerate(PEOPLE.items())}
    return Group(people, pictures)


async def test_a_whole_classic_case(house: House, group: Group) -> None:
    links = await house.open(speed=SPEED, members=3)
    await arrive(group, links.lead, links.join)
    await present(group)
    await ask(group)
    await discuss(group)
    await come_together(group)
    await part(group)


async def arrive(group: Group, lead: str, join: str) -> None:
    leader, presenter, mina, paul = group.everyone()
    await leader.enter(lead)
    for person in (presenter, mina, paul):
        await person.enter(join)
        await person.hears_about_self("You are in the waiting room. Nobody hears or sees you.")
    await group.receives("waiting", NOBODY, NOBODY)
    await leader.row(presenter.name, "Admit").click()
    await leader.row(mina.name, "Admit").click()
    await leader.row(paul.name, "Admit").click()
    for person in group.everyone():
        await person.hears_about_self("The group hears you.")
    await group.receives("gathering", EVERYBODY, EVERYBODY)
    await group.told("Begin the session", "arrival")
    await group.receives("arrival", EVERYBODY, EVERYBODY)


async def present(group: Group) -> None:
    leader, presenter, _, paul = group.everyone()
    await group.told("Ask who has a case", "case_call")
    await presenter.click("I have a case")
    await paul.click("I have a case")
    await leader.row(presenter.name, "Choose").click()
    await presenter.button("I have a case").wait_for(state="hidden")
    await group.receives("case_call", EVERYBODY, EVERYBODY)
    await group.told("Begin the case presentation", "presentation")
    await group.receives("presentation", EVERYBODY, EVERYBODY)


async def ask(group: Group) -> None:
    leader, _, mina, paul = group.everyone()
    await group.told("Open clarifying questions", "questions")
    await mina.click("Raise hand")
    await paul.click("Raise hand")
    await leader.row(mina.name, "Give turn").click()
    await mina.button("I have finished").wait_for()
    await group.receives("questions", EVERYBODY, EVERYBODY)
    await leader.one_at_a_time(True)
    await group.receives("questions-one_at_a_time", MINA_ASKS, EVERYBODY)
    await leader.one_at_a_time(False)
    await mina.click("I have finished")
    await mina.button("I have finished").wait_for(state="hidden")


async def discuss(group: Group) -> None:
    leader, presenter, mina, _ = group.everyone()
    pushed_back = "The group does not hear you now: you have pushed back."
    await group.told("Begin the discussion: the presenter pushes back", "discussion")
    await presenter.hears_about_self(pushed_back)
    await group.receives("discussion", PUSHED_BACK, EVERYBODY)

    await leader.one_at_a_time(True)
    await mina.click("Raise hand")
    await leader.row(mina.name, "Give turn").click()
    await mina.button("I have finished").wait_for()
    await group.receives("discussion-one_at_a_time", MINA_SPEAKS, EVERYBODY)
    await mina.click("I have finished")
    await leader.one_at_a_time(False)

    await presenter.click("A quiet word")
    await presenter.click("Please bring me back")
    await leader.reads(f"{presenter.name} asks: bring me back")
    await leader.button("Recall").first.click()  # it stands beside the word, too
    await presenter.hears_about_self("The group hears you.")
    await group.receives("discussion-recalled", EVERYBODY, EVERYBODY)
    await leader.click("Push back")
    await presenter.hears_about_self(pushed_back)
    await group.receives("discussion-back_again", PUSHED_BACK, EVERYBODY)


async def come_together(group: Group) -> None:
    await group.told("Bring the presenter back to speak", "return")
    await group.receives("return", EVERYBODY, EVERYBODY)
    await group.told("Open the joint discussion", "joint_discussion")
    await group.receives("joint_discussion", EVERYBODY, EVERYBODY)
    await group.told("Begin the closing", "closing")
    await group.receives("closing", EVERYBODY, EVERYBODY)


async def part(group: Group) -> None:
    """The leaders' room: with one leader, nobody receives anybody."""
    leader = group["L"]
    await group.told("Close the circle: leaders stay for the debrief", "debrief")
    await group.receives("debrief", NOBODY, NOBODY)
    await leader.click("End the session…")
    await leader.page.get_by_role("dialog").get_by_role("button", name="End the session", exact=True).click()
    for person in group.everyone():
        await person.page.get_by_role("heading", name="The session has ended").wait_for()
    await group.receives("ended", NOBODY, NOBODY)
