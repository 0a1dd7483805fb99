"""A media worker as the server's process has it: its pipe, what was asked of it, and what it has told.

Whatever a worker says or does not say, nothing is raised here but to whoever asked. May import structlog and
its siblings.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import socket
import subprocess
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from server.media import messages as m
from server.media.lag import Lag
from server.media.participant import SeatFacts
from server.media.pipe import OnFrame, Pipe
from server.media.plane import Totals
from server.media.sdp import SdpError

log = structlog.get_logger()

CONFIRM_S = 0.25
"""Whoever has not confirmed a change of reach by then is taken for stuck, and ended."""
SILENT_S = 2.0
"""Who works tells facts and sums many times in so long."""
OFFERS = 2
"""Before a worker at a time: a whole house that comes anew must not stand before a change of reach."""
BEGIN_S = 30.0
"""A process that has just started reads its modules first."""


class Away(Exception):
    """The worker is not there, or not any more; another takes its place."""


class WorkerFault(Exception):
    """A defect of ours in a worker that goes on."""


class Hands(Protocol):
    """Who does the work: as a rule a process."""

    def tell(self, frame: bytes) -> bool:
        """False if it does not take it."""

    def finish(self) -> None:
        """No more is ordered: it comes to its end by itself."""

    def kill(self) -> None:
        """It does nothing more when this returns; its end follows."""


Hire = Callable[[OnFrame, Callable[[], None]], Awaitable[Hands]]
"""Given what is called with each frame, and once at its end."""


class Process:
    """A worker's process. It is waited for as its pipe ends, so none is left behind and nobody else need watch it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], theirs: socket.socket) -> None:
        self.pipe: Pipe | None = None
        number = theirs.fileno()
        self._process = subprocess.Popen(
            [*command, str(number)],
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, **environment},
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def tell(self, frame: bytes) -> bool:
        return self.pipe is not None and self.pipe.send(frame)

    def finish(self) -> None:
        if self.pipe is not None:
            self.pipe.finish()

    def kill(self) -> None:
        self._process.kill()

    def reap(self) -> None:
        """Its end of the pipe is closed: it is gone but for its exit, or of no use."""
        self._process.kill()
        self._process.wait()


def hires(command: Sequence[str], **environment: str) -> Hire:
    """Starts `command` with the number of an inherited socket after it; `environment` is beside ours."""

    async def hire(on_frame: OnFrame, on_end: Callable[[], None]) -> Process:
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = Process(command, environment, theirs)
        except BaseException:
            ours.close()
            raise

        def ended() -> None:
            process.reap()
            on_end()

        pipe = process.pipe = Pipe(m.MOST_BYTES, on_frame, ended)
        try:
            await asyncio.get_running_loop().create_connection(lambda: pipe, sock=ours)
        except BaseException:
            ours.close()
            process.reap()
            raise
        return process

    return hire


@dataclass(slots=True)
class _Asked:
    answer: asyncio.Future[m.Said]
    timer: asyncio.TimerHandle | None


class Worker:
    """One worker, from its hiring to its end. `ended` is resolved at its end, and nothing follows it."""

    def __init__(self, on_link: Callable[[Worker, str, int, bool], None]) -> None:
        self.facts: dict[str, Mapping[int, SeatFacts]] = {}
        self.totals: Totals | None = None
        self.lag = Lag()
        self.engine = ""
        self.offers = asyncio.Semaphore(OFFERS)
        self.fault = ""
        """Why it was ended, if it was we who ended it."""
        loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[None] = loop.create_future()
        self._begun: asyncio.Future[m.Began | m.NotBegun] = loop.create_future()
        self._begun.add_done_callback(_is_looked_at)
        self._on_link = on_link
        self._numbers = itertools.count(1)
        self._asked: dict[int, _Asked] = {}
        self._hands: Hands | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._heard_s = 0.0
        self._unread = 0

    async def hired(self, hire: Hire) -> Worker:
        """Raises OSError if no process can be started."""
        self._hands = await hire(self._on_frame, self._on_end)
        return self

    async def begin(self, order: m.Begin) -> m.Began:
        """Raises OSError if the port cannot be bound, Away if nothing comes of it."""
        self._tell(order)
        watch = asyncio.get_running_loop().call_later(BEGIN_S, self.end, "does not begin")
        try:
            began = await self._begun
        finally:
            watch.cancel()
        if isinstance(began, m.NotBegun):
            raise OSError(began.errno, began.reason)
        self.engine = began.engine
        self._look()
        return began

    def order(self, order: m.Order) -> None:
        """Nobody waits for it."""
        self._tell(order)

    def ask(self, make: Callable[[int], m.Asked], confirm_s: float | None = None) -> asyncio.Future[m.Said]:
        """Its report on the order that `make` makes of a number. With `confirm_s` it is ended if none comes by then.

        The future raises what the plane would: SdpError, KeyError; and Away or WorkerFault."""
        number, loop = next(self._numbers), asyncio.get_running_loop()
        answer: asyncio.Future[m.Said] = loop.create_future()
        answer.add_done_callback(_is_looked_at)
        if self.ended.done():
            answer.set_exception(Away())
            return answer
        timer = loop.call_later(confirm_s, self.end, "does not confirm") if confirm_s is not None else None
        self._asked[number] = _Asked(answer, timer)
        self._tell(make(number))
        return answer

    def finish(self) -> None:
        """It comes to its end in its own time."""
        if self._watch is not None:
            self._watch.cancel()
        if self._hands is not None:
            self._hands.finish()

    def end(self, fault: str = "") -> None:
        """It does nothing more when this returns."""
        if not self.ended.done() and self._hands is not None:
            self.fault = self.fault or fault
            self._hands.kill()

    # What it says

    def _on_frame(self, frame: bytes | None) -> None:
        if self.ended.done():
            return
        self._heard_s = asyncio.get_running_loop().time()
        match m.report(frame):
            case None:
                self._unread += 1
                if self._unread == 1:
                    log.error("media_report_unknown")
            case m.Began() | m.NotBegun() as began:
                if not self._begun.done():
                    self._begun.set_result(began)
            case m.Linked() as link:
                self._on_link(self, link.room, link.seat, link.up)
            case m.Facts() as facts:
                self.facts[facts.room] = facts.seats
                if not facts.seats:
                    del self.facts[facts.room]
            case m.Sums() as sums:
                self.totals, self.lag = sums.totals, sums.lag
            case said:
                self._settle(said)

    def _settle(self, said: m.Said) -> None:
        asked = self._asked.pop(said.ask, None)
        if asked is None:
            return
        if asked.timer is not None:
            asked.timer.cancel()
        if asked.answer.done():  # nobody waits any more
            return
        if not isinstance(said, m.Failed):
            asked.answer.set_result(said)
        elif said.why == "offer":
            asked.answer.set_exception(SdpError(said.code, said.detail))
        else:
            asked.answer.set_exception(KeyError(said.ask) if said.why == "place" else WorkerFault())

    def _on_end(self) -> None:
        if self.ended.done():
            return
        for timer in (self._watch, *(asked.timer for asked in self._asked.values())):
            if timer is not None:
                timer.cancel()
        waiting = [asked.answer for asked in self._asked.values()]
        self._asked.clear()
        self.facts.clear()
        self.ended.set_result(None)
        if not self._begun.done():
            self._begun.set_exception(Away())
        for answer in waiting:
            if not answer.done():
                answer.set_exception(Away())

    # What it is told

    def _tell(self, order: m.Order) -> None:
        frame = m.packed(order)
        if len(frame) > m.MOST_BYTES:
            log.error("media_order_too_long", reason=type(order).__name__)
        elif self._hands is not None and not self.ended.done() and not self._hands.tell(frame):
            self.end("does not read")

    def _look(self) -> None:
        """Ends whoever has been silent for too long; a loop of ours that was late has read first what had come."""
        loop = asyncio.get_running_loop()
        if loop.time() - self._heard_s > SILENT_S:
            self.end("is silent")
        else:
            self._watch = loop.call_later(SILENT_S / 4, self._look)


def _is_looked_at(answer: asyncio.Future[Any]) -> None:
    """Whoever asked may have gone meanwhile."""
    if not answer.cancelled():
        answer.exception()
