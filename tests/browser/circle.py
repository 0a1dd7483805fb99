"""Four people in four browsers, each known by a tone and a colour, and who receives whom, as each page counts it.

May import nothing of the server.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.browser.cameras import Colour
from tests.browser.conftest import LaunchChromium, MakeCamera, MakeVoice, OpenPage, Photograph, of_one_test
from tests.browser.ears import Heard, listen
from tests.browser.eyes import look
from tests.browser.group import CAMERA, MICROPHONE, Person, at_both_widths

WINDOWS = 6
"""How often what is allowed is looked for; what is forbidden fails the first time."""
OWN_NOISE = 2 * (1 / 32_767) ** 2
"""Two seconds at one step of 16 bits: the most that a browser's own fading noise adds while it receives no packet."""
# Leader, presenter, two members: by their letter in the tables; tones that are no multiples of one another, and colours
# that nobody mistakes.
PEOPLE: dict[str, tuple[str, float, Colour]] = {
    "L": ("Irène Faure", 1_100.0, (200, 40, 40)),
    "P": ("Anton Reiss", 1_700.0, (40, 160, 60)),
    "A": ("Mina Okafor", 2_500.0, (40, 70, 210)),
    "B": ("Paul Lindqvist", 3_500.0, (210, 190, 40)),
}
Table = dict[str, str]
"""Who receives whom: listener → the others, by their letters."""
EVERYBODY: Table = {"L": "PAB", "P": "LAB", "A": "LPB", "B": "LPA"}
NOBODY: Table = {"L": "", "P": "", "A": "", "B": ""}
PUSHED_BACK: Table = {"L": "AB", "P": "LAB", "A": "LB", "B": "LA"}


@dataclass
class Circle:
    people: dict[str, Person]
    photograph: Photograph
    taken: int = 0

    def __getitem__(self, letter: str) -> Person:
        return self.people[letter]

    def everyone(self) -> list[Person]:
        return list(self.people.values())

    async def come_in(self, lead: str, join: str) -> None:
        """All at once, through the door; the members wait to be admitted."""
        leader, *members = self.everyone()
        await asyncio.gather(leader.enter(lead), *(member.enter(join) for member in members))

    async def take_seats(self, lead: str, join: str) -> None:
        """The same, past the door."""
        leader, *members = self.everyone()
        devices = MICROPHONE, CAMERA
        await asyncio.gather(
            leader.take_seat(lead, *devices), *(member.take_seat(join, *devices) for member in members)
        )

    async def told(self, step: str, key: str) -> None:
        await self["L"].lead_to(step, key, self.everyone())

    async def receives(
        self, moment: str, heard: Table, seen: Table, *, keep: bool = True, sending: str = "LPAB"
    ) -> None:
        """Asserts who receives whose sound and picture, on all four pages at once; keeps pictures of the moment.

        No packet of what is forbidden may come in any window. A busy machine may starve a page for a while: so what is
        allowed must come in one of them, and what a page still plays of earlier packets must have ended in one.
        `sending`: whose microphone is open; everybody else's must be closed."""
        for window in range(1, WINDOWS + 1):
            wrong, not_yet = await self._window(heard, seen, sending)
            assert wrong == [], f"{moment}: " + "; ".join(wrong)
            if not not_yet:
                break
            assert window < WINDOWS, f"{moment}: " + "; ".join(not_yet)
        if keep:
            await self.keep(moment, differ=heard not in (EVERYBODY, NOBODY))

    async def _window(self, heard: Table, seen: Table, sending: str) -> tuple[list[str], list[str]]:
        """What came and must not have, and what is not yet as it should be."""
        tones = [person.tone_hz for person in sorted(self.everyone(), key=lambda person: person.seat)]
        letters = list(self.people)
        windows = await asyncio.gather(
            *(
                listen(self[who].page, tones, self._seats_but(heard[who]), self._seats_but(seen[who]))
                for who in letters
            )
        )
        wrong: list[str] = []
        not_yet: list[str] = []
        cameras = {person.seat: person.colour for person in self.everyone()}
        screens = await asyncio.gather(*(look(self[who].page, cameras) for who in letters))
        for who, window, shown in zip(letters, windows, screens, strict=True):
            self._compare(who, window, heard[who], seen[who], wrong, not_yet)
            self._compare_shown(who, shown, seen[who], wrong, not_yet)
            if who in sending and window.sent_audio == 0:
                not_yet.append(f"{who} sent no sound, so that nothing is proved by silence")
            if who not in sending and window.sent_audio:
                not_yet.append(f"{who} still sends sound")
        return wrong, not_yet

    async def keep(self, moment: str, *, differ: bool) -> None:
        """Pictures of the leader's page and a member's; and where not everyone's is the same, of the presenter's."""
        self.taken += 1
        shown = {"leader": self["L"], "member": self["A"]} | ({"presenter": self["P"]} if differ else {})
        await at_both_widths(self.photograph, f"{self.taken:02}-{moment}", shown)

    def _seats_but(self, letters: str) -> list[int]:
        return [person.seat for letter, person in self.people.items() if letter not in letters]

    def _compare_shown(
        self, who: str, shown: dict[int, int | None], seen: str, wrong: list[str], not_yet: list[str]
    ) -> None:
        """What `who` sees on the screen; their own picture is their own."""
        own = (0, self[who].seat)  # 0 in the waiting room
        others = {seat: whose for seat, whose in shown.items() if whose is not None and seat not in own}
        should = {self[letter].seat for letter in seen}
        for seat, whose in others.items():
            if whose != seat or seat not in should:
                wrong.append(f"{who} is shown camera {whose} at seat {seat}, and may see {sorted(should)}")
        if should - others.keys():
            not_yet.append(f"{who} is not shown {sorted(should - others.keys())}")

    def _compare(
        self, who: str, window: Heard, heard: str, seen: str, wrong: list[str], not_yet: list[str]
    ) -> None:
        by_seat = {person.seat: letter for letter, person in self.people.items()}
        for seat, slot in window.slots.items():
            letter = by_seat.get(seat, f"seat {seat}")
            if letter in heard:
                if slot.audio < 20 or slot.energy <= 0 or slot.voice != seat:
                    not_yet.append(f"{who} should hear {letter}: {slot} {window.power[seat]}")
            elif slot.audio or slot.energy > OWN_NOISE or slot.voice:
                (wrong if slot.audio else not_yet).append(
                    f"{who} must not hear {letter}: {slot} {window.power[seat]}"
                )
            if letter in seen:
                if slot.frames < 1:
                    not_yet.append(f"{who} should see {letter}: {slot}")
            elif slot.video or slot.frames:
                (wrong if slot.video else not_yet).append(f"{who} must not see {letter}: {slot}")


@of_one_test
async def circle(
    launch_chromium: LaunchChromium,
    open_page: OpenPage,
    make_voice: MakeVoice,
    make_camera: MakeCamera,
    photograph: Photograph,
) -> Circle:
    """Four browsers, one a person: each with a microphone that plays that person's speech and tone, and a camera that
    shows that person's colour."""

    async def come(member: int, name: str, tone_hz: float, colour: Colour) -> Person:
        browser = await launch_chromium(voice=make_voice(member, tone_hz), camera=make_camera(colour))
        page = await open_page(browser=browser)
        return Person(name, page, tone_hz, colour)

    people = await asyncio.gather(*(come(member, *of) for member, (_, of) in enumerate(PEOPLE.items())))
    return Circle(dict(zip(PEOPLE, people, strict=True)), photograph)
