"""All the sessions this process runs: opens rooms, finds people, keeps the clocks' marks, gathers the facts."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence

import structlog

from facilitation import coming, scene
from facilitation import commands as c
from facilitation.format import Format
from facilitation.reading import read
from facilitation.soundness import SLOTS
from facilitation.vocabulary import Code, Keeping, Refused, SeatId, Stage
from server import seating, wire
from server.at_work import AtWork
from server.desks import Desks
from server.expiry import Expiry
from server.facts.pictures import Pictures
from server.facts.watch import EVERY_S
from server.feedback import usable
from server.media.rounds import Rounds
from server.media.workers import AnyPlane, Workers
from server.path_check import PathChecks
from server.relay import Relay, relay_for_one
from server.retention import UNNOTICED_S
from server.room import Room, left_by
from server.running import Running, qualities, rungs
from server.settings import Settings
from server.store import Entry, Noting, NotSaved, Person, SessionRow, Store

log = structlog.get_logger()

HEARTBEAT_S = 1.0
SESSION_LASTS_S = 24 * 3600
"""A session that nobody ended is over after a day: its names go, and nothing opens it again."""
LINGERS_MS = 3_600_000
"""An ended session's room stays for so long, so that its pages can say that it has ended."""
SWEEP_S = 60.0


class House:
    def __init__(
        self, settings: Settings, store: Store, plane: AnyPlane, rehearsals: Collection[str] = ()
    ) -> None:
        self.settings = settings
        self.store = store
        self.plane = plane
        self.instrument = usable(settings.feedback_file)
        """What is asked after a meeting; None: nothing."""
        self.checks = PathChecks(plane)
        self.desks = Desks(store.person_by_id, self.room)
        self.draining = False
        self._rehearsals = rehearsals
        self._running: dict[str, Running] = {}
        self.steps, self.failures = Counter(down=0, up=0), Counter(facts=0, speech=0)
        self._opening = asyncio.Lock()
        self._arriving = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._facts = Rounds(
            lambda: tuple(self._running.values()), self._tell_facts, every_s=EVERY_S, at_once=1
        )
        self._began_s = self._swept_s = time.monotonic()
        self._expiry = Expiry(
            store, settings.records_months, settings.tickets_months, settings.hours_months or None
        )
        plane.on_link = self._on_link
        if isinstance(plane, Workers):
            plane.on_lost = self._on_lost

    async def start(self) -> None:
        await self.let_go()
        for row in await self.store.sessions():
            if not await self.store.log_length(row.session):
                continue
            try:
                await self.room(row.session)
            except Exception as error:  # a session that cannot be read must not keep the others closed
                log.error("not_reopened", room=row.session, reason=type(error).__name__)
        self._tasks = [
            asyncio.create_task(self._every(HEARTBEAT_S, self._beat), name="heartbeat"),
            asyncio.create_task(self._every(SWEEP_S, self.let_go), name="sweep"),
        ]
        self._facts.begin()

    async def stop(self) -> None:
        self._facts.end()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._beat()
        await self.checks.stop()
        await asyncio.gather(*(running.room.close() for running in self._running.values()))
        self._running.clear()

    def ready(self) -> str | None:
        """None, or in plain words why no one should be sent here now."""
        return "the server is going down" if self.draining else None

    # --- people and rooms ---

    async def person(self, cookie: str, settled: bool = False) -> Person | None:
        return await self.store.person(cookie, settled)

    async def room(self, session: str) -> Room | None:
        """The running room of a session, opened if need be; None if there is no such session or it has ended."""
        if (room := self._sound(session)) is not None:
            return room
        async with self._opening:
            if (room := self._sound(session)) is not None:
                return room
            if (failed := self._running.pop(session, None)) is not None:
                await failed.room.close()
            row = await self.store.session(session)
            if row is None or row.ended or self.draining:
                return None
            form = read(row.format_text, "stored format").scaled(row.speed)
            room = await Room.open(
                session,
                form,
                self.store,
                self.plane,
                secrets.token_hex(8),
                self._over,
                keeping=Keeping(row.keeping),
                month=time.strftime("%Y-%m", time.gmtime(row.opened_at)),
                together=row.together,
                noting=self._noting(row),
                opened_at=row.opened_at,
                rehearsal=self.rehearsal(row),
            )
            if room.state.stage is Stage.ENDED:  # a crash came before its end was noted
                await room.close()
                return None
            self._running[session] = Running(room, pictures=Pictures(self.steps), failures=self.failures)
            await seating.vacate(self.store, room)
            return room

    def _sound(self, session: str) -> Room | None:
        running = self._running.get(session)
        return None if running is None or running.room.failed else running.room

    async def let_go(self) -> None:
        """Ends what is older than a day, and what a full disk kept from ending; closes rooms that ended a while ago.

        A room that runs has its own clock: one of the wall that jumps takes nobody's session away."""
        for row in await self.store.sessions():
            running = self._running.get(row.session)
            age_s = time.time() - row.opened_at if running is None else running.room.clock.now() / 1000
            if age_s > SESSION_LASTS_S:
                try:
                    await self._forget(row)
                except NotSaved:  # the next sweep tries again
                    log.warning("not_let_go", room=row.session)
        swept_s, self._swept_s = self._swept_s, time.monotonic()
        try:
            counts_only = self._swept_s - self._began_s < UNNOTICED_S
            await self.store.release_records(self._swept_s - swept_s, time.time(), counts_only)
            await self.store.strays.destroy()  # what the disk refused to destroy before
        except NotSaved:  # the next sweep tries again, as below
            log.warning("keys_not_destroyed")
        await self._expiry.sweep()
        if not await self.store.released.scrub():  # also of what another process destroyed
            log.warning("journal_not_cut")
        for session, running in list(self._running.items()):
            room = running.room
            if room.state.stage is not Stage.ENDED:
                continue
            try:
                await room.finish()
                if room.clock.now() - room.state.at > LINGERS_MS:
                    del self._running[session]
                    await room.close()
                    await self.store.end_session(session)
            except NotSaved:
                log.warning("not_let_go", room=session)

    async def _forget(self, row: SessionRow) -> None:
        """Its room first: nothing is written of it once it is forgotten. Raises NotSaved: then its log still tells."""
        presented: Iterable[int]
        let_go = True
        if (running := self._running.pop(row.session, None)) is not None:
            presented, attended = running.room.state.presented.values(), running.room.attended()
            let_go, begun = running.room.state.stage is not Stage.ENDED, running.room.state.entry > 0
            await running.room.close()
        else:
            presented, attended, begun = await left_by(row, self.store, self._noting(row))
        self.desks.forget(row.session)
        await self.store.end_session(row.session, presented, attended=attended, let_go=let_go, begun=begun)

    def rehearsal(self, row: SessionRow) -> float | None:
        """How many times as fast as real time a rehearsal runs; None for a real meeting, which never does."""
        return row.speed if row.speed != 1 or row.session in self._rehearsals else None

    def _noting(self, row: SessionRow) -> Noting:
        """What the operator lets be noted of who was there. A rehearsal is nobody's hour."""
        if self.rehearsal(row) is not None:
            return Noting()
        settings = self.settings
        return Noting(
            settings.certificates_months > 0, settings.hours_months > 0, self.instrument is not None
        )

    async def take_seat(self, person: Person, entry: Entry) -> int:
        """The person goes in, to their seat, though they had left it, or the next free one; a browser that had their
        place is told so. Raises Refused, NameTaken, LinkRefused."""
        async with self._arriving:
            known = await self.store.person_by_id(person.person) or person
            room = await self._needed(person)
            seat, moved = await seating.go_in(self.store, room, known, entry)
            if moved:
                await self.moved(known)
            room.expect(seat)
            return seat

    async def may_come_back(self, person: Person) -> bool:
        """Whether somebody who may go in again has left, and is let in anew; at the door nothing changes. Raises
        Refused."""
        if person.seat is None:
            return False
        room = await self._needed(person)
        taken = coming.come_back(room.state, c.ComeBack(SeatId(person.seat)), room.clock.now())
        return bool(taken) and not room.state.seats[SeatId(person.seat)].leads

    async def has_way_in(self, person: Person) -> bool:
        """Whether the seat that they have leads into a session that goes on."""
        room = await self.room(person.session)
        return room is not None and coming.has_way_in(room.state, SeatId(person.seat or 0))

    async def moved(self, person: Person) -> None:
        """Another browser has this person's place from now on: whichever page of theirs is open is told so."""
        room = self._sound(person.session)  # no page is open in one that does not run
        if room is not None and person.seat is not None:
            self.desks.take_back(person.person)
            room.replace(SeatId(person.seat))

    async def names_changed(self, session: str) -> None:
        """The open pages read so; what the disk refuses now they read with the next change."""
        async with self._opening:  # one that is being opened has read the names already
            room = self._sound(session)
        try:
            if room is not None:  # else no page is open
                names, earlier = await self.store.names(session), await self.store.presented_earlier(session)
                room.show_names(names, earlier, await self.store.expected(session))
        except NotSaved:
            log.warning("names_not_shown", room=session)

    async def plate(self, person: Person, part: int, text: str) -> None:
        """What stands on a part's plate: the leaders, the presenter, or whoever plays it write it. Raises Refused."""
        room = await self._needed(person)
        scene.may_name(room.state, SeatId(person.seat or 0), part)
        await self.store.plate(person.session, part, text)
        room.show_plates(await self.store.plates(person.session))

    async def rename(self, person: Person, seat: int, name: str) -> None:
        """A leader calls somebody by another name, in this session. Raises Refused."""
        async with self._arriving:  # of two names the later one stays
            room = await self._needed(person)
            coming.may_rename(room.state, SeatId(person.seat or 0), SeatId(seat))
            await self.store.name_seat(person.session, seat, name)
        await self.names_changed(person.session)

    async def snapshot(self, person: Person) -> bytes:
        room = await self.room(person.session)
        if room is None or person.seat is None or SeatId(person.seat) not in room.state.seats:
            return wire.to_json(None)
        return wire.to_json(room.snapshot(SeatId(person.seat)))

    async def slots(self, session: str) -> int:
        room = await self.room(session)
        return min(room.state.format.seats, SLOTS) if room else 0

    async def stage(self, session: str) -> str:
        room = await self.room(session)
        return room.state.stage if room else Stage.ENDED

    async def claim(self, person: Person, shown_at_ms: int | None) -> bool:
        """False if a page of this person that was shown later has come meanwhile."""
        room = await self.room(person.session)
        return room is None or person.seat is None or room.claim(SeatId(person.seat), shown_at_ms)

    async def media_answer(self, person: Person, offer: str) -> str:
        """Raises SdpError, or Refused for whoever has no business here."""
        return await self.plane.answer(person.session, await self._place(person), offer)

    async def media_restart(self, person: Person, connection: str, ufrag: str) -> tuple[str, str]:
        """Our new ufrag and password. Raises as `media_answer` does."""
        return await self.plane.restart(person.session, await self._place(person), connection, ufrag)

    async def _place(self, person: Person) -> int:
        """The seat of somebody who has one, in a session that goes on. Raises Refused."""
        room = await self._needed(person)
        if not seating.has_place(room, person):
            raise Refused(Code.NOT_SEATED)
        return int(person.seat or 0)

    async def relay(self, person: Person) -> Relay | None:
        """What a connection of this person may go through; None where there is no relay, or no place for them."""
        room = await self.room(person.session)
        if room is None or room.state.stage is Stage.ENDED or not seating.has_place(room, person):
            return None
        return relay_for_one(self.settings, time.time(), f"{person.session}:{person.seat}")

    async def may_check(self, person: Person) -> None:
        """Whether somebody with a place, seated or not yet, may look at their way here. Raises Refused."""
        await self._needed(person)

    async def path_check(self, who: str, offer: str) -> tuple[str | None, Relay | None]:
        """The answer to somebody who looks at their way here, None if too many do; and what that connection may go
        through. `who` tells one from another. Raises SdpError."""
        answer = await self.checks.begin(who, offer)
        return answer, relay_for_one(self.settings, time.time(), f"check:{who}")

    def at_work(self) -> AtWork:
        """In numbers, for whoever runs the server."""
        states = (running.room.state for running in self._running.values())
        going_on = [state for state in states if state.stage is not Stage.ENDED]
        return AtWork(
            rooms=len(going_on),
            seats=sum(seating.is_placed(holder) for state in going_on for holder in state.seats.values()),
            links=self.plane.totals().seats,
            qualities=self.link_qualities(),
            engine=self.plane.engine,
            workers=self.settings.workers,
            replaced=self.plane.replaced if isinstance(self.plane, Workers) else 0,
        )

    def link_qualities(self) -> Mapping[str, int]:
        return qualities(self._running.values())

    def rungs(self) -> Mapping[str, int]:
        """How many listeners of all sessions are given how much."""
        return rungs(self._running.values())

    async def _needed(self, person: Person) -> Room:
        """The room of a session that goes on: of one that has ended it stays for a while, and nothing changes there.
        Raises Refused."""
        room = await self.room(person.session)
        if room is None or room.state.stage is Stage.ENDED:
            raise Refused(Code.SESSION_ENDED)
        return room

    # --- what happens by itself ---

    def _on_link(self, session: str, seat: int, up: bool) -> None:
        if (running := self._running.get(session)) is not None:
            running.room.report_link(seat, up)
        else:
            self.checks.report_link(session, up)

    def _on_lost(self, session: str) -> None:
        if (running := self._running.get(session)) is not None:
            running.lose_media()

    def _over(self, session: str) -> None:
        """Its room stays for a while; see `let_go`. No desk of it is lent any more."""
        self.desks.forget(session)
        log.info("session_ended", room=session)

    async def _every(self, seconds: float, job: Callable[[], Awaitable[None]]) -> None:
        failed = False
        while True:
            await asyncio.sleep(seconds)
            try:
                await job()
                failed = False
            except Exception as error:
                if not failed:  # once, not each second
                    log.error("tick_failed", reason=type(error).__name__)
                failed = True

    async def _beat(self) -> None:
        """Marks how far each session's time has come: what a kill may take back is one second."""
        marks = {
            session: running.room.clock.now()
            for session, running in self._running.items()
            if running.room.state.stage is not Stage.ENDED and not running.room.closed
        }
        if not marks:
            return
        try:
            await self.store.heartbeat(marks)
        except NotSaved:
            log.warning("heartbeat_not_saved", count=len(marks))
            return
        # Together: one worker that does not answer holds up nobody else's.
        running = [self._running[session] for session in marks if session in self._running]
        await asyncio.gather(*(one.take_speech() for one in running))

    def _tell_facts(self, turn: Sequence[Running]) -> None:
        for running in turn:
            running.tell_facts(self.plane)


__all__ = ["Format", "House"]
