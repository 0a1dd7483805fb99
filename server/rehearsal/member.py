"""One fictitious member: comes in by a public link, connects as a browser would, and behaves by what it sees and hears.

Comes back by itself after every loss, until the session ends, it is removed, or it is told to stop.
May import the rehearsal's own modules, structlog and aiohttp; nothing of the server but the DTLS certificate.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import structlog

from server.media.dtls import Certificate
from server.rehearsal.behaviour import Mind
from server.rehearsal.door import Door, Link, Refused
from server.rehearsal.ear import Ear
from server.rehearsal.line import Line, LineError
from server.rehearsal.mediafile import MediaFile
from server.rehearsal.offer import AnswerError
from server.rehearsal.outlook import Outlook
from server.rehearsal.pacer import Pacer
from server.rehearsal.peer import LightPeer, PeerError
from server.rehearsal.places import Places
from server.rehearsal.view import Asked

log = structlog.get_logger()

ACT_INTERVAL_MS = 100
HEARING_MS = 250  # from somebody's first sound until the ear is sure
LIVELIEST = (
    8.0  # behaviour passes no faster than this, however compressed the session's time: voices must be heard
)
FIRST_RETRY_S, LONGEST_RETRY_S = 0.3, 1.2
UNKNOWN_MOST = 5  # a server that is just starting may not know us yet
FINAL = frozenset(
    ("unknown_link", "expired_link", "used_link", "session_full", "session_ended", "removed", "protocol")
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who a member is: everything that is chosen before arriving. `speed` compresses the behaviour's time."""

    link: Link
    name: str
    media: MediaFile
    seed: int
    has_case: bool = False
    speed: float = 1.0
    arrives_after_s: float = 0.0


class Member:
    """Run it with `run`; `outlook` and `peer` may be looked at meanwhile."""

    def __init__(self, person: Person, certificate: Certificate, places: Places | None = None) -> None:
        self.outlook = Outlook()
        self.peer: LightPeer | None = None
        self.ended_by = ""
        self._person = person
        self._certificate = certificate
        self._places = places or Places()
        self._rng = random.Random(person.seed)
        self._speed = min(person.speed, LIVELIEST)
        self._mind = Mind(random.Random(person.seed), int(HEARING_MS * self._speed), has_case=person.has_case)
        self._ear = Ear()
        self._line: Line | None = None
        self._act_due_ms = 0
        self._asking: set[asyncio.Task[None]] = set()
        self._slots = 0
        self._media_lost = asyncio.Event()
        self._connecting = False

    async def run(self) -> None:
        """Take part until it is over. Cancelling it leaves at once and says goodbye."""
        door = Door(self._person.link)
        try:
            await asyncio.sleep(self._person.arrives_after_s)
            await self._persist(lambda: self._arrive(door))
            pacer = Pacer.shared()
            pacer.add(self)
            try:
                async with asyncio.TaskGroup() as both:
                    media = both.create_task(self._keep_media(door))
                    await self._keep_line(door)
                    media.cancel()
            finally:
                pacer.remove(self)
        except* (Refused, LineError) as group:
            self.ended_by = str(_first(group))
        finally:
            await self._close()
            await door.close()
            log.info("member_done", seat=self.outlook.seat, reason=self.ended_by)

    def on_tick(self, now_ms: int) -> None:
        """Called by the pacer: listen, decide, speak."""
        if now_ms < self._act_due_ms or self.peer is None:
            return
        self._act_due_ms = now_ms + ACT_INTERVAL_MS
        view = self.outlook.seen(self._ear.listen(self.peer.received))
        for asked in self._mind.act(view, int(now_ms * self._speed)):
            task = asyncio.ensure_future(self._ask(asked))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)
        self.peer.speak(self._mind.speaking)

    async def _ask(self, asked: Asked) -> None:
        if self._line is not None:
            with contextlib.suppress(
                LineError
            ):  # lost on the way, or refused: a person would see it and let it be
                await self._line.ask(asked)

    async def _arrive(self, door: Door) -> None:
        door.come_back_with(self._places.of(self._person.name))
        await door.enter()
        self._places.keep(self._person.name, door.cookies)
        self.outlook.seat = await door.take_seat(self._person.name)
        self._slots = await door.slots()

    async def _keep_line(self, door: Door) -> None:
        before = self.peer
        while not self.outlook.over:
            line = self._line = Line(door.http, door.origin, self.outlook, on_media_lost=self._media_lost.set)
            epoch = self.outlook.epoch
            await self._persist(line.open)
            renewed = self._connecting or self.peer is not before
            if epoch not in (None, self.outlook.epoch) and not renewed:
                self._media_lost.set()  # another run of the server knows of no connection; consent would end later
            await line.down.wait()
            before = self.peer
            await line.close()
            if line.replaced:
                self.ended_by = "replaced"
                return
        self.ended_by = self.ended_by or "over"

    async def _keep_media(self, door: Door) -> None:
        while True:
            self._media_lost.clear()
            self._connecting = True
            await self._persist(lambda: self._connect_media(door))
            self._connecting = False
            await self._media_lost.wait()

    async def _connect_media(self, door: Door) -> None:
        peer = LightPeer(
            self._slots,
            media=self._person.media,
            certificate=self._certificate,
            seed=self._rng.randrange(1 << 32),
            on_down=self._media_lost.set,
        )
        try:
            await peer.connect(await door.media(peer.offer()))
        except BaseException:
            await peer.close()
            raise
        if self.peer is not None:
            await self.peer.close()
        peer.show(True)
        self.peer = peer

    async def _persist(self, attempt: Callable[[], Awaitable[None]]) -> None:
        """Try until it succeeds, ever more slowly. Raises Refused or LineError when trying again is of no use."""
        wait_s, unknown = FIRST_RETRY_S, 0
        while True:
            try:
                await attempt()
                return
            except (Refused, LineError) as refusal:
                unknown += refusal.code == "no_session"
                if refusal.code in FINAL or unknown >= UNKNOWN_MOST:
                    raise
            except (aiohttp.ClientError, PeerError, AnswerError, OSError, TimeoutError):
                pass
            await asyncio.sleep(wait_s * self._rng.uniform(0.7, 1.3))
            wait_s = min(2 * wait_s, LONGEST_RETRY_S)

    async def _close(self) -> None:
        for task in self._asking:
            task.cancel()
        if self._line is not None:
            await self._line.close()
        if self.peer is not None:
            await self.peer.close()


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    first = group.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
