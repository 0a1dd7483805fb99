"""Several media workers behind the face of one plane: each has a port of its own, and each room is in one of them.

A worker that dies, is stuck or falls silent is replaced at its post by one that stands ready; its rooms stay with it,
so that what a room may have done to it is done to no other. May import msgspec, structlog and its siblings.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec
import structlog

from server.media import messages as m
from server.media.hiring import CONFIRM_S, Away, Hire, Worker, WorkerFault
from server.media.lag import Lag
from server.media.measured import Spoken
from server.media.negotiated import Choice, Reach
from server.media.participant import SeatFacts
from server.media.placement import Placed, Placement
from server.media.plane import LinkCallback, Plane, Totals
from server.media.sums import Past

__all__ = ["AnyPlane", "Away", "Workers"]

ANSWER_S = 5.0
"""Longer than a worker takes to be replaced: whoever asks meanwhile waits for the next one."""
AGAIN_S = 0.5
AGAIN_MOST_S = 8.0
STOP_S = 2.0

log = structlog.get_logger()


@dataclass(slots=True)
class _Post:
    number: int
    port: int = 0
    worker: Worker | None = None
    """None while another takes the place of one that was lost."""


class Workers:
    """As `Plane`, whose face it has. Beside `on_link` set `on_lost(room)`: every connection in that room is gone, and
    whoever was in it must make another; `on_link` has been called for each."""

    def __init__(self, count: int, hire: Hire) -> None:
        """`count` workers, 1 or more, beside one that stands ready."""
        self.on_link: LinkCallback | None = None
        self.on_lost: Callable[[str], None] | None = None
        self.replaced = 0
        """How often."""
        self._hire = hire
        self._posts = [_Post(number) for number in range(count)]
        self._placement = Placement()
        self._past = Past()
        self._begin = m.Begin("", 0, (), True)
        self._workers: set[Worker] = set()
        self._spare: asyncio.Task[Worker] | None = None
        self._filling: set[asyncio.Task[None]] = set()
        self._change = asyncio.Event()
        """The next time that some room finds a worker, it is set, and another takes its place."""
        self._stopping = False

    @property
    def engine(self) -> str:
        """The name of what forwards."""
        return next((worker.engine for worker in self._at_work().values()), "none")

    @property
    def port(self) -> int:
        """The first worker's."""
        return self._posts[0].port

    @property
    def ports(self) -> list[int]:
        return [post.port for post in self._posts]

    # Life

    async def start(
        self, host: str = "0.0.0.0", port: int = 0, advertise: Sequence[str] = (), *, tcp: bool = True
    ) -> None:
        """As `Plane.start`; the workers have `port` and those that follow it. Raises OSError; then none is left."""
        self._begin = m.Begin(host, port, tuple(advertise), tcp)
        for post in self._posts:
            post.port = port + post.number if port else 0
        begun = await asyncio.gather(*map(self._first, self._posts), return_exceptions=True)
        failed = next((one for one in begun if one is not None), None)
        if failed is not None:
            await self.stop()
            raise OSError("a media worker does not begin") if isinstance(failed, Away) else failed
        self._spare = asyncio.create_task(self._hired(), name="spare worker")

    async def stop(self) -> None:
        """As `Plane.stop`. No process is left when it returns."""
        self._stopping = True
        tasks = [*self._filling, *([self._spare] if self._spare is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        workers = list(self._workers)
        at_work = self._at_work().values()
        for worker in workers:
            worker.finish() if worker in at_work else worker.end()
        if workers:
            _, late = await asyncio.wait([worker.ended for worker in workers], timeout=STOP_S)
            for worker in workers:
                worker.end()
            if late:
                await asyncio.wait(late)

    # Rooms

    def open_room(self, room: str, seats: int, slots: int | None = None) -> None:
        """As `Plane.open_room`, in the least loaded worker."""
        at_work = self._at_work()
        placed = self._placement.open(room, seats, slots, list(at_work) or range(len(self._posts)))
        if placed is not None and placed.post in at_work:
            self._open(at_work[placed.post], room, placed)

    async def close_room(self, room: str) -> None:
        """As `Plane.close_room`."""
        placed = self._placement.close(room)
        worker = None if placed is None else self._posts[placed.post].worker
        if worker is not None:
            worker.ask(lambda ask: m.Silence(ask, room), CONFIRM_S)
            with suppress(Away, WorkerFault):
                await _answered(worker.ask(lambda ask: m.CloseRoom(ask, room)))

    async def answer(self, room: str, seat: int, offer: str) -> str:
        """As `Plane.answer`; raises Away, too. Waits for a worker that is being replaced."""
        worker = await self._worker(room)
        if not 1 <= seat <= self._placement.rooms[room].seats:
            raise KeyError(seat)
        async with worker.offers:
            said = await _answered(worker.ask(lambda ask: m.Answer(ask, room, seat, offer)))
        if not isinstance(said, m.Answered):
            raise WorkerFault
        return said.answer

    async def restart(self, room: str, seat: int, connection: str, ice_ufrag: str) -> tuple[str, str]:
        """As `Plane.restart`, and `answer`."""
        worker = await self._worker(room)
        async with worker.offers:
            said = await _answered(worker.ask(lambda ask: m.Restart(ask, room, seat, connection, ice_ufrag)))
        if not isinstance(said, m.Restarted):
            raise WorkerFault
        return said.ufrag, said.pwd

    async def set_reach(
        self, room: str, reach: Mapping[int, Reach], slots: Mapping[int, int] | None = None
    ) -> None:
        """As `Plane.set_reach`. Raises Away or WorkerFault, too: then nobody receives anybody. A worker that does not
        confirm within `CONFIRM_S`, or as long as somebody waits for it, is ended and replaced.

        While there is no worker it is in effect at once: nothing is forwarded, and the next one is told of it first.
        """
        placed = self._placement.rooms[room]
        placed.reach, placed.lent = reach, slots
        worker = self._posts[placed.post].worker
        if worker is None:
            return
        answer = worker.ask(lambda ask: _reach(ask, room, placed), CONFIRM_S)
        try:
            await answer
        except BaseException:
            placed.reach = {}
            if answer.cancelled():  # whoever waits no more goes on as if nobody were heard: so it must be
                worker.end("does not confirm")
            raise

    def choose(self, room: str, choices: Mapping[int, Choice]) -> None:
        """As `Plane.choose`, a moment later: what is sent meanwhile is no more than the reach allows."""
        placed = self._placement.rooms.get(room)
        if placed is None or placed.choices == choices:
            return
        placed.choices = choices
        worker = self._posts[placed.post].worker
        if worker is not None:
            worker.order(m.Choose(room, m.pictures(choices)))

    def measure(self, room: str) -> None:
        """As `Plane.measure`."""
        placed = self._placement.rooms[room]
        placed.measured = True
        worker = self._posts[placed.post].worker
        if worker is not None:
            worker.order(m.Measure(room))

    async def spoken(self, room: str, *, rest: bool = False) -> list[Spoken] | None:
        """As `Plane.spoken`. None: there is no worker that could tell. What one that is gone had not told of yet
        is lost, and `on_lost` says so."""
        placed = self._placement.rooms.get(room)
        worker = None if placed is None else self._posts[placed.post].worker
        if placed is None:
            return []
        if worker is None:
            return None
        with suppress(Away, WorkerFault):
            said = await _answered(worker.ask(lambda ask: m.Listen(ask, room, rest)))
            if isinstance(said, m.Spoken):
                return said.spans
        return None

    def silence(self, room: str) -> None:
        """As `Plane.silence`: within `CONFIRM_S`, or the worker is ended."""
        placed = self._placement.rooms.get(room)
        if placed is None:
            return
        placed.reach = {}
        worker = self._posts[placed.post].worker
        if worker is not None:
            worker.ask(lambda ask: m.Silence(ask, room), CONFIRM_S)

    async def drop(self, room: str, seat: int) -> None:
        """As `Plane.drop`."""
        placed = self._placement.rooms.get(room)
        worker = None if placed is None else self._posts[placed.post].worker
        if placed is None or worker is None:
            return
        placed.linked.discard(seat)
        with suppress(Away, WorkerFault):
            await _answered(worker.ask(lambda ask: m.Drop(ask, room, seat)))

    # What is known

    def facts(self, room: str) -> Mapping[int, SeatFacts]:
        """As `Plane.facts`, as they were a tenth of a second ago."""
        placed = self._placement.rooms.get(room)
        worker = None if placed is None else self._posts[placed.post].worker
        return {} if worker is None else worker.facts.get(room, {})

    def totals(self) -> Totals:
        """As `Plane.totals`, as they were a second ago; also of workers that are no more."""
        found = [worker.totals for worker in self._at_work().values() if worker.totals is not None]
        return self._past.with_all(found, rooms=len(self._placement.rooms))

    def lags(self) -> list[tuple[int, Lag]]:
        """By port, how late each worker's loop has been."""
        return [(self._posts[number].port, worker.lag) for number, worker in self._at_work().items()]

    # Inside

    def _at_work(self) -> dict[int, Worker]:
        return {post.number: post.worker for post in self._posts if post.worker is not None}

    async def _worker(self, room: str) -> Worker:
        """Whose room it is, once there is one. Raises KeyError, or Away if it takes too long."""
        try:
            async with asyncio.timeout(ANSWER_S):
                while (worker := self._posts[self._placement.rooms[room].post].worker) is None:
                    await self._change.wait()
        except TimeoutError:
            raise Away from None
        return worker

    def _open(self, worker: Worker, room: str, placed: Placed) -> None:
        worker.order(m.OpenRoom(room, placed.seats, placed.slots))
        if placed.measured:
            worker.order(m.Measure(room))
        if placed.choices:
            worker.order(m.Choose(room, m.pictures(placed.choices)))
        if placed.reach:
            worker.ask(lambda ask: _reach(ask, room, placed), CONFIRM_S)

    def _changed(self) -> None:
        self._change.set()
        self._change = asyncio.Event()

    # Hiring

    async def _hired(self) -> Worker:
        worker = await Worker(self._on_link).hired(self._hire)
        self._workers.add(worker)
        worker.ended.add_done_callback(lambda _: self._workers.discard(worker))
        return worker

    async def _first(self, post: _Post) -> None:
        self._take_up(post, *await self._begun(post, await self._hired()))

    async def _begun(self, post: _Post, worker: Worker) -> tuple[Worker, int]:
        try:
            began = await worker.begin(msgspec.structs.replace(self._begin, port=post.port))
        except BaseException:
            worker.end()
            raise
        return worker, began.port

    def _take_up(self, post: _Post, worker: Worker, port: int) -> None:
        post.worker, post.port = worker, port
        worker.ended.add_done_callback(lambda _: self._on_end(post, worker))
        for room, placed in self._placement.of(post.number).items():
            self._open(worker, room, placed)
        self._changed()

    async def _replace(self, post: _Post) -> None:
        wait_s = AGAIN_S
        while post.worker is None:
            try:
                self._take_up(post, *await self._begun(post, await self._ready()))
            except (OSError, Away) as error:
                log.error("media_worker_not_replaced", port=post.port, reason=type(error).__name__)
                self._move(post)
                await asyncio.sleep(wait_s)
                wait_s = min(2 * wait_s, AGAIN_MOST_S)
        if self._spare is None:
            self._spare = asyncio.create_task(self._hired(), name="spare worker")

    async def _ready(self) -> Worker:
        """Who stands ready, or else somebody new."""
        spare, self._spare = self._spare, None
        worker = None if spare is None else await spare
        return worker if worker is not None and not worker.ended.done() else await self._hired()

    def _move(self, post: _Post) -> None:
        """No other worker takes up this post soon: its rooms go to the others."""
        at_work = self._at_work()
        if at_work:
            for room, placed in self._placement.move(post.number, list(at_work)).items():
                self._open(at_work[placed.post], room, placed)
            self._changed()

    # What workers report

    def _on_end(self, post: _Post, worker: Worker) -> None:
        if worker.totals is not None:
            self._past.keep(worker.totals)
        post.worker = None
        if self._stopping:
            return
        rooms = self._placement.of(post.number)
        log.warning("media_worker_lost", port=post.port, reason=worker.fault or "ended", count=len(rooms))
        self.replaced += 1
        task = asyncio.get_running_loop().create_task(self._replace(post), name="replacing")
        self._filling.add(task)
        task.add_done_callback(self._filling.discard)
        for room, placed in rooms.items():
            linked, placed.linked = placed.linked, set()
            for seat in sorted(linked):
                self._tell(self.on_link, room, seat, False)
            self._tell(self.on_lost, room)

    def _on_link(self, worker: Worker, room: str, seat: int, up: bool) -> None:
        placed = self._placement.rooms.get(room)
        if placed is None or self._posts[placed.post].worker is not worker:
            return
        (placed.linked.add if up else placed.linked.discard)(seat)
        self._tell(self.on_link, room, seat, up)

    @staticmethod
    def _tell(callback: Callable[..., None] | None, room: str, *what: object) -> None:
        """One room's fault must not keep the others from being told."""
        try:
            if callback is not None:
                callback(room, *what)
        except Exception as error:
            log.error("media_link_callback_failed", room=room, reason=type(error).__name__)


def _reach(ask: int, room: str, placed: Placed) -> m.SetReach:
    return m.SetReach(ask, room, m.hears(placed.reach), None if placed.lent is None else dict(placed.lent))


async def _answered(answer: asyncio.Future[m.Said]) -> m.Said:
    """Raises as `Worker.ask` says, and Away if it takes too long."""
    try:
        return await asyncio.wait_for(answer, ANSWER_S)
    except TimeoutError:
        raise Away from None


AnyPlane = Plane | Workers
