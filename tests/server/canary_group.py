"""A group whose every word is a canary: its leader, its roster, its letters and its telephone; and what its leader, a
supervisor and an operator see of it on their pages."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field

import aiohttp

from facilitation.vocabulary import Keeping
from server.formats import find
from server.groups import open_meeting
from server.store import Listed, Store, Terms
from tests.letter_box import LetterBox, plain_of
from tests.server.serving import Serving

NAMES = {"L": "Léonore Quillzephyr", "A": "Oswaldine Brixthorn", "B": "Tarquin Vexmoor"}
ADDRESSES = {
    "L": "leonore@quillzephyr.example",
    "A": "oswaldine.b@brixthorn.example",
    "B": "vex@moor.example",
}
GROUP, TELEPHONE = "Krähenwinkler Donnerstagsrunde", "+43 1 7654321098"
OWN = {*NAMES.values(), *ADDRESSES.values(), GROUP, TELEPHONE}


@dataclass
class CanaryGroup:
    serving: Serving
    box: LetterBox
    group: str = ""
    leader: str = field(default="", repr=False)
    """The cookie of whoever leads it, and runs the server."""
    tokens: set[str] = field(default_factory=set, repr=False)
    """That stood in letters and links."""

    async def found(self) -> None:
        """A leader, who is the operator, and their group; a meeting of tomorrow, to which all are invited by mail."""
        store = await Store.open(self.serving.data / "restarea.db")
        listed = [Listed("leader" if one == "L" else "member", NAMES[one], ADDRESSES[one]) for one in NAMES]
        leader = await store.leaders.add(ADDRESSES["L"], NAMES["L"], operator=True)
        terms = Terms("en", "Europe/Vienna", "", TELEPHONE)
        self.group = await store.add_group(GROUP, "psychodrama", listed, terms, leader.leader)
        meeting = await store.meetings.plan(self.group, time.time() + 24 * 3600, soon=True)
        await store.leaders.may_sign_in(leader.leader, "once", time.time(), time.time() + 60)
        self.leader = await store.leaders.sign_in("once", time.time(), time.time() + 3600) or ""
        await store.close()
        come = asyncio.Event()
        self.box.came = lambda: come.set() if len(self.box.letters) == len(NAMES) else None
        await self.page(f"/groups/{self.group}/meetings/{meeting}/invite", OWN, sent={})
        await asyncio.wait_for(come.wait(), 30)
        for letter in self.box.letters:
            self.tokens |= set(re.findall(r"#(\S{20,})", plain_of(letter)))

    async def opened(self, keeping: Keeping) -> dict[str, str]:
        """A meeting; the link of each, by their letter."""
        store = await Store.open(self.serving.data / "restarea.db")
        try:
            group = next(one for one in await store.groups() if one.group == self.group)
            text, together = find("psychodrama").text, keeping is not Keeping.NOTHING
            invited = await open_meeting(
                store, group, text, self.serving.url, keeping=keeping, together=together
            )
        finally:
            await store.close()
        links = {one.name: one.link for one in invited}
        return {letter: links[name] for letter, name in NAMES.items()}

    async def page(
        self, path: str, own: set[str], sent: dict[str, str] | None = None, cookie: str = ""
    ) -> str:
        """What the leader sees, or whoever has that cookie; `own` may stand there, since it is theirs to see."""
        method, cookie = "GET" if sent is None else "POST", cookie or f"restarea_leader={self.leader}"
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
            http.request(
                method, self.serving.url + path, data=sent, headers={"Cookie": cookie}, allow_redirects=False
            ) as answer,
        ):
            assert answer.status in (200, 303), f"{path}: {answer.status}"
            body = await answer.text()
        self.serving.answered(path, body, own)
        return body

    async def looked_at(self, kept: list[str]) -> None:
        """By the leader, by an operator, and by a supervisor with a link: those who see no name see none."""
        mine = {GROUP}
        for path in (f"/records?group={self.group}", *(f"/records/{one}" for one in kept)):
            assert "<svg" in await self.page(path, mine)
        await self.page(f"/records/{kept[0]}/figures/course", set(), {"as": "svg"})
        for path in ("/hours", "/hours.csv"):
            await self.page(path, mine)
        assert NAMES["L"] in await self.page("/admin", {NAMES["L"], ADDRESSES["L"]})
        once = {GROUP}
        link = await self.page(f"/groups/{self.group}/shares", once, {"days": "7"})
        (token,) = re.findall(r"/shared#([^\s\"<~]+)", link)
        once.add(token)
        self.tokens.add(token)
        await self.page("/shared", set(), {"token": token})
        for path in (f"/records?group={self.group}", f"/records/{kept[0]}"):
            assert "<svg" in await self.page(path, set(), cookie=f"restarea_shared={token}")
