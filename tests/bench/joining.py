"""How long one takes into a room where the others are talking: from the link to the first sound and picture."""

from __future__ import annotations

import asyncio
import time

from server.rehearsal.offer import Stream
from server.rehearsal.peer import LightPeer
from tests.bench.crowd import SLOTS, Crowd
from tests.bench.pace import pace
from tests.bench.table import Row, below, percentile
from tests.server.visitor import Visitor

JOINS = 20
# A publisher is asked for a key frame every 300 ms at most, so that who comes right behind another waits for it.
APART_S = 0.35


class Newcomer(Visitor):
    """Notes when the first packets came."""

    def __init__(self, url: str, link: str) -> None:
        super().__init__(url, link)
        self._came = {"audio": asyncio.Event(), "video": asyncio.Event()}

    async def first(self, kind: str) -> float:
        async with asyncio.timeout(10):
            await self._came[kind].wait()
        return time.perf_counter()

    async def media(self) -> LightPeer:
        self._came = {kind: asyncio.Event() for kind in self._came}
        self.peer = LightPeer(SLOTS, on_rtp=self._note)
        status, answer = await self.post("/api/media", {"offer": self.peer.offer()})
        assert status == 200, answer
        await self.peer.connect(answer["answer"])
        return self.peer

    def _note(self, stream: Stream, packet: bytes) -> None:
        if not stream.retransmission:
            self._came[stream.kind].set()


async def admit_next(crowd: Crowd) -> None:
    """The leader admits whoever waits, and is not one of the crowd, as soon as the page shows it."""
    known = {str(person.seat) for person in crowd.people}

    def waiting() -> list[int]:
        seats = crowd.leader.view["seats"]
        return [int(n) for n, one in seats.items() if one["standing"] == "waiting" and n not in known]

    await crowd.leader.sees(lambda _: bool(waiting()))
    await crowd.leader.do("admit", seat=waiting()[0])


async def joins(crowd: Crowd, link: str) -> list[Row]:
    """A person comes by the link, is admitted at once, leaves, and comes again; then reloads, again and again."""
    person = Newcomer(crowd.leader.url, link)
    sound, picture = [], []
    for _ in range(JOINS):
        await pace(APART_S)
        began = time.perf_counter()
        admitting = asyncio.create_task(admit_next(crowd))
        await person.enter("New")
        await asyncio.gather(person.connect(), person.media(), admitting)
        sound.append(await person.first("audio") - began)
        picture.append(await person.first("video") - began)
        if len(sound) < JOINS:
            await person.do("leave")
            await person.close()
            await crowd.leader.sees(lambda view: view["seats"][str(person.seat)]["standing"] == "left")
    again, shown = [], []
    for _ in range(JOINS):
        await person.close()
        await pace(APART_S)
        began = time.perf_counter()
        await asyncio.gather(person.connect(), person.media())
        again.append(await person.first("audio") - began)
        shown.append(await person.first("video") - began)
    await person.do("leave")
    await person.close()
    return [
        below(
            "link opened -> first audio, worst of 20 (light peer, admitted at once)", max(sound), 1, "s", 2
        ),
        below("link opened -> first picture, worst of 20", max(picture), 1, "s", 2),
        Row("   the same, p50 of audio / picture", _both(sound, picture)),
        Row("   a reload, socket and media anew, p50 of audio / picture", _both(again, shown)),
    ]


def _both(sound: list[float], picture: list[float]) -> str:
    return f"{percentile(sound, 0.5):.2f} / {percentile(picture, 0.5):.2f} s"
