"""Whole meetings of three formats over the wire: links, sockets and media, and in each moment who really hears whom.

Who should is written from the formats' descriptions, not taken from `facilitation.reach`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.app import Server
from server.formats import find
from server.opening import Links, open_session
from server.settings import Settings
from tests.server.visitor import Visitor
from tests.waiting import until

pytestmark = pytest.mark.paired
VOICES = 20
"""Audio packets that everybody sends at once; an outlying one may be lost on a socket."""


class Group:
    """People by their letters: L leads, K co-leads, the others are members."""

    def __init__(self, server: Server, links: Links) -> None:
        self.server = server
        self.links = links
        self.people: dict[str, Visitor] = {}

    def __getitem__(self, letter: str) -> Visitor:
        return self.people[letter]

    async def come(self, letters: str) -> None:
        for letter in letters:
            link = {"L": self.links.lead, "K": self.links.co_lead}.get(letter, self.links.join)
            person = self.people[letter] = Visitor(self.server.url, link)
            await person.enter(letter)
            await person.connect()
            await person.media()
            if letter not in "LK":
                await self["L"].do("admit", seat=person.seat)

    async def close(self) -> None:
        for person in self.people.values():
            await person.close()

    @property
    def entry(self) -> int:
        return int(self["L"].view["phase"]["entry"])

    @property
    def case(self) -> int:
        return int(self["L"].view["case"]["number"])

    async def to(self, key: str, **fields: str) -> None:
        """The next phase, or the named one, and until everyone knows; who is left out of it knows that it began."""
        before = self.entry
        await self["L"].do("advance", about=before, **fields)
        for person in self.people.values():
            await person.sees(
                lambda view: view["phase"]["entry"] == before + 1 and view["phase"]["key"] == key
            )

    async def begin(self) -> None:
        await self["L"].do("begin")
        for person in self.people.values():
            await person.enters(1)

    async def present(self, letter: str) -> None:
        await self[letter].do("offer_case", about=self.case)
        await self["L"].do("choose_presenter", about=self.case, seat=self[letter].seat)

    async def hears(self, table: dict[str, str]) -> None:
        """Everybody speaks: exactly these are heard, by each of those named; `*` are all who are not."""
        told = {letter: table.get(letter, table["*"]).replace(letter, "") for letter in self.people}
        before = {letter: person.heard.copy() for letter, person in self.people.items()}

        def heard() -> dict[str, set[str]]:
            return {
                letter: {
                    who for who, of in self.people.items() if person.heard[of.seat] > before[letter][of.seat]
                }
                for letter, person in self.people.items()
            }

        async def burst() -> bool:
            for person in self.people.values():
                assert person.peer is not None
                await person.peer.burst(VOICES)
            return heard() == {letter: set(others) for letter, others in told.items()}

        try:
            await until(burst, within_s=5, every_s=0.05)
        except TimeoutError:
            wrong = {k: "".join(sorted(v)) for k, v in heard().items() if v != set(told[k])}
            raise AssertionError(f"{self['L'].view['phase']}: heard {wrong}, should be {told}") from None


@asynccontextmanager
async def group_of(form: str, letters: str, tmp_path: Path, fillers: int = 0) -> AsyncIterator[Group]:
    """`fillers` take a seat each, before the last of the letters, and do nothing else."""
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    links = await open_session(server.house.store, find(form).text, server.url, members=40)
    group = Group(server, links)
    try:
        await group.come(letters[:-1])
        for number in range(fillers):
            await Visitor(server.url, links.join).enter(f"filler {number}")
        await group.come(letters[-1])
        yield group
    finally:
        await group.close()
        await server.stop()


async def test_two_cases_in_one_meeting(tmp_path: Path) -> None:
    async with group_of("classic_two_cases", "LKABC", tmp_path) as group:
        everyone = {"*": "LKABC"}
        await group.begin()
        await group.hears(everyone)
        await group.to("case_call", to="case_call")
        for number, presenter, others in ((1, "A", "LKBC"), (2, "B", "LKAC")):
            assert group.case == number
            await group.present(presenter)
            await group.to("presentation")
            await group.to("questions")
            await group.to("discussion")
            await group.hears({"*": others})
            await group["L"].do("recall", about=group.entry)
            await group.hears(everyone)
            await group.to("return")
            await group.to("closing", to="closing")
            await group.hears(everyone)
            if number == 1:
                await group.to("case_call", to="case_call")
        await group["L"].do("advance", about=group.entry, to="debrief")
        await group["C"].sees(lambda view: view["phase"]["within"] == "leaders")
        await group.hears({"L": "K", "K": "L", "*": ""})
        await group["L"].do("end")
        for person in group.people.values():
            await person.sees(lambda view: view["stage"] == "ended")


async def test_a_fishbowl_whose_seats_share_slots(tmp_path: Path) -> None:
    async with group_of("fishbowl", "LKABCDO", tmp_path, fillers=14) as group:
        outer = group["O"]
        assert outer.seat > 16
        assert len(outer.lent or {}) <= 16
        await group.begin()
        await group.hears({"*": "LK"})
        for letter in "ABC":
            await group["L"].do("move_seat", seat=group[letter].seat, circle="inner")
        await group.hears({"*": "LKABC"})
        await group.to("case_call")
        await group.present("A")
        await group.to("seating")
        assert (await group["L"].command("advance", about=group.entry))["code"] == "not_accepted"
        await group["A"].do("accept_audience", about=1)
        await group.to("presentation")
        await group.to("questions")
        await group.to("discussion")
        await group.hears({"*": "LKBC"})
        await group.to("outer_reflection")
        await group.hears({"*": "LK"})
        await outer.do("raise_hand")
        await group["L"].do("grant_turn", about=group.entry, seat=outer.seat)
        await group.hears({"*": "LKO"})
        await group["L"].do("move_seat", seat=outer.seat, circle="inner", instead_of=group["C"].seat)
        await group.to("inner_reflection")
        await group.hears({"*": "LKBO"})
        await group.to("return")
        await group.hears({"*": "LKABO"})
        await group.to("closing")
        await group["L"].do("end")
        await outer.sees(lambda view: view["stage"] == "ended")


async def test_a_psychodrama(tmp_path: Path) -> None:
    async with group_of("psychodrama", "LKABC", tmp_path) as group:
        await group.begin()
        await group.to("case_call")
        await group.present("A")
        await group.to("telling")
        await group.to("casting")
        await group["A"].do("invite_to_part", about=group.entry, seat=group["B"].seat, part="auxiliary")
        await group["B"].do("answer_invitation", accept=True)
        await group["L"].sees(lambda view: str(group["B"].seat) in view["scene"]["cast"])
        part = group["L"].view["scene"]["cast"][str(group["B"].seat)]["number"]
        assert await group["A"].post("/api/plate", {"part": part, "text": "the mother"}) == (
            200,
            {"ok": True},
        )
        assert (await group["C"].post("/api/plate", {"part": part, "text": "no"}))[1]["code"] == "not_allowed"
        await until(lambda: group["C"].plates == {str(part): "the mother"})
        await group.to("scene")
        await group.hears({"*": "LKAB"})
        await group["L"].do("grant_turn", about=group.entry, seat=group["C"].seat)
        await group.hears({"*": "LKABC"})
        await group["L"].do("end_turn", about=group["L"].view["turn"]["number"])
        await group["B"].do("freeze", about=group.entry)
        await group["L"].do("unfreeze", about=group.entry)
        await group["L"].do("swap_parts", seat=group["A"].seat, other=group["C"].seat)
        await group.hears({"*": "LKBC"})
        await group["L"].do("swap_parts", seat=group["A"].seat, other=group["C"].seat)
        await group.to("de_roling")
        await group["B"].do("take_off_part")
        await group.hears({"*": "LKA"})
        await group.to("group_work")
        await group.hears({"*": "LKBC"})
        await until(lambda: group["C"].plates == {})
        await group.to("casting", to="casting")
        await group.to("scene")
        await group.to("de_roling")
        await group.to("group_work")
        await group.to("return")
        await group.to("closing")
        await group.hears({"*": "LKABC"})
        await group["L"].do("end")
        await group["C"].sees(lambda view: view["stage"] == "ended")
        lines = b"".join((await group.server.house.store.load(group.links.session))[0])
        assert b"mother" not in lines, "a plate is in the log"
