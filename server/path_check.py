"""A look at one's way to the media port, before going in: for some seconds a connection of its own brings the pictures
that its page makes up back to that page.

Each is a room of the media plane with one seat. Nobody else can be in it, so nobody is seen there but by themselves,
and the reach names no sound: nobody is heard, and nothing grows on its way back. May import the media plane's face.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from typing import NamedTuple

from server.media.workers import AnyPlane

LASTS_S = 8.0
"""From the answer until it has connected, and as long again from then on."""
AT_ONCE = 32
_SEAT = 1


class _Reach(NamedTuple):
    audio: frozenset[int]
    video: frozenset[int]


_OWN_PICTURE = {_SEAT: _Reach(frozenset(), frozenset({_SEAT}))}


class PathChecks:
    """At most one a person. Tell it of every link of the plane that is no session's."""

    def __init__(self, plane: AnyPlane) -> None:
        self.counts: Counter[str] = Counter({"begun": 0, "connected": 0, "refused": 0})
        self._plane = plane
        self._one_at_a_time = asyncio.Lock()
        self._rooms: dict[str, str] = {}
        """Person → room."""
        self._ends: dict[str, asyncio.TimerHandle] = {}
        self._ending: set[asyncio.Task[None]] = set()

    async def begin(self, person: str, offer: str) -> str | None:
        """The answer to the offer, in place of what check this person still has; None if too many run already.

        Raises SdpError."""
        async with self._one_at_a_time:
            if (former := self._rooms.get(person)) is not None:
                await self._end(former)
            if len(self._rooms) >= AT_ONCE:
                self.counts["refused"] += 1
                return None
            room = f"check {secrets.token_hex(8)}"
            self._rooms[person] = room
            self._plane.open_room(room, _SEAT)
            try:
                await self._plane.set_reach(room, _OWN_PICTURE)
                answer = await self._plane.answer(room, _SEAT, offer)
            except BaseException:
                await self._end(room)
                raise
            self.counts["begun"] += 1
            self._end_later(room)
            return answer

    def report_link(self, room: str, up: bool) -> None:
        """The plane says that a link is up, or is not. No effect for a room that is no check's."""
        if room not in self._ends:
            return
        if up:
            self.counts["connected"] += 1
            self._end_later(room)
        else:
            self._end_now(room)

    async def stop(self) -> None:
        """End all of them."""
        for room in list(self._rooms.values()):
            await self._end(room)
        await asyncio.gather(*self._ending)

    def _end_later(self, room: str) -> None:
        if (timer := self._ends.get(room)) is not None:
            timer.cancel()
        self._ends[room] = asyncio.get_running_loop().call_later(LASTS_S, self._end_now, room)

    def _end_now(self, room: str) -> None:
        task = asyncio.get_running_loop().create_task(self._end(room))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _end(self, room: str) -> None:
        if (timer := self._ends.pop(room, None)) is not None:
            timer.cancel()
        self._rooms = {person: other for person, other in self._rooms.items() if other != room}
        await self._plane.close_room(room)
