"""One open page of one person, and what goes out to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from facilitation.vocabulary import SeatId
from server.facts.looks import Looks
from server.room import Room
from server.room.bulletin import Message
from server.signaling.connections import Connections
from server.signaling.rate import Rate

log = structlog.get_logger()

OUTBOUND_MOST = 256
FACTS_BACKLOG = 4
"""Facts are dropped for a page that has this many messages unsent: they are old by the time they arrive."""
ANSWERS_S = 3.0
"""A page that does not answer for so long, while its media path is lost, is taken for gone."""
PER_SECOND, BURST = 20.0, 40.0
"""Commands; more are refused."""
LOOKS_PER_SECOND, LOOKS_BURST = 4.0, 8.0
"""What a page shows changes when somebody comes, or the window's size does; what comes faster waits, and the newest
counts: one that was lost would leave a picture away for as long as the page shows the same."""


class Page:
    """Sends in order; a page that does not keep up is cut and comes back by itself."""

    def __init__(
        self, connections: Connections, sid: str, room: Room, seat: SeatId, desk: bool = False
    ) -> None:
        """`desk`: it is a leader's desk alone, on a second screen."""
        self.room = room
        self.seat = seat
        self.desk = desk
        self._connections = connections
        self._sid = sid
        self._out: asyncio.Queue[tuple[str, Message] | None] = asyncio.Queue()
        self.rate = Rate(PER_SECOND, BURST)
        self._looks_rate = Rate(LOOKS_PER_SECOND, LOOKS_BURST)
        self._looks = Looks()
        self._looking: asyncio.TimerHandle | None = None
        self._closed = False
        self._released = asyncio.Event()
        self.answering = 0
        """Commands of this page that are being answered."""
        self._asking: asyncio.Task[None] | None = None
        self.writer = asyncio.create_task(self._write(), name="page")

    def send(self, event: str, message: Message) -> None:
        if self._closed:
            return
        backlog = self._out.qsize() + self._connections.unsent(self._sid)
        if event == "facts" and backlog > FACTS_BACKLOG:
            return
        if backlog > OUTBOUND_MOST:
            log.info("page_too_slow", room=self.room.session, seat=self.seat)
            self.close()
            return
        self._out.put_nowait((event, message))

    def close(self) -> None:
        """After what was sent before; what is sent afterwards is dropped."""
        if not self._closed:
            self._closed = True
            self._out.put_nowait(None)

    @property
    def closed(self) -> bool:
        return self._closed

    def forget(self) -> None:
        """Drops what has not gone out: a new answer to hello holds all of it."""
        while not self._out.empty():
            self._out.get_nowait()

    def look(self, looks: Looks) -> None:
        """What it shows from now on: told to its room at once, or as soon as that may be again."""
        self._looks = looks
        if self._looking is None:
            self._tell_looks()

    def _tell_looks(self) -> None:
        loop = asyncio.get_running_loop()
        if self._looks_rate.spend(loop.time()):
            self._looking = None
            self.room.look(self.seat, self, self._looks)
        else:
            self._looking = loop.call_later(1 / LOOKS_PER_SECOND, self._tell_looks)

    def stop(self) -> None:
        self._closed = True
        if self._looking is not None:
            self._looking.cancel()
        self.writer.cancel()
        if self._asking is not None:
            self._asking.cancel()

    def ask_there(self, tell: Callable[[bool], None]) -> None:
        """Asks whether it answers. Tells False if it does not for some seconds, and True once it does after that."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask(tell), name="there")

    async def _ask(self, tell: Callable[[bool], None]) -> None:
        there = True
        while not self._closed:
            # What a page says is read in order: an answer waits behind a command that a busy disk has not settled yet.
            answers = await self._connections.answers(self._sid, "there", ANSWERS_S) or self.answering > 0
            if answers != there and not self._closed:
                there = answers
                tell(there)
            if answers:
                return

    def release(self) -> None:
        """Lets news go out: called when the answer to hello, which they follow, is on its way."""
        self._released.set()

    async def _write(self) -> None:
        await self._released.wait()
        while (entry := await self._out.get()) is not None:
            await self._connections.send(self._sid, *entry)
        await self._connections.ask_to_go(self._sid)
