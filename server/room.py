"""Drives one session: one writer, one timer, one log. Everything meets here: form, log, media plane, people.

A command travels: decide → narrowing of reach applied → events committed → evolve → widening applied → acknowledged →
announced. So nothing forbidden is forwarded after an acknowledgement, and a crash between the steps can only leave
people less heard, never more. May not import socketio, aiohttp or the insides of the media plane.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import structlog

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import audience_of, view
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.format import Format
from facilitation.reach import Reach, narrowed, reach
from facilitation.session import decide
from facilitation.state import SessionState, fold
from facilitation.vocabulary import LEADING, Code, Link, Refused, SeatId, Stage, Standing
from server import wire
from server.bulletin import Bulletin, Message
from server.clock import SessionClock
from server.store import Fenced, NotSaved, Store

log = structlog.get_logger()

CONFIRM_S = 0.25
"""A plane that has not confirmed a change of reach by then is silenced."""
INBOX_MOST = 256
AGAIN_S = 1.0
"""After a disk or a plane that refused: until it is tried again."""
CLOSE_S = 5.0
"""What was asked before a room closes is answered within this time, or is answered `draining`."""


class MediaPlane(Protocol):
    """The plane's face (`server.media.plane`), as far as a room needs it. The room's seats are plain ints there."""

    def open_room(self, room: str, seats: int) -> None: ...
    async def close_room(self, room: str) -> None: ...
    async def set_reach(self, room: str, reach: Mapping[int, Reach]) -> None: ...
    async def drop(self, room: str, seat: int) -> None: ...
    def silence(self, room: str) -> None: ...


class Outlet(Protocol):
    """One person's page. `send` never blocks and never raises; `close` follows what was sent."""

    def send(self, event: str, message: Message) -> None: ...
    def close(self) -> None: ...


@dataclass(slots=True)
class _Asked:
    command: c.Command
    actor: SeatId | None
    command_id: str | None
    answer: asyncio.Future[Message]


DRAINING: Message = {"ok": False, "code": "draining", "detail": ""}


def _settle(asked: _Asked, answer: Message) -> None:
    if not asked.answer.done():
        asked.answer.set_result(answer)


class Room:
    """Open it with `Room.open`; ask it with `ask`. Answers are `{ok: true}` or `{ok: false, code, detail}`."""

    def __init__(
        self,
        session: str,
        state: SessionState,
        clock: SessionClock,
        store: Store,
        plane: MediaPlane,
        fencing: int,
        epoch: str,
        on_over: Callable[[str], None],
    ) -> None:
        self.session = session
        self.state = state
        self.clock = clock
        self.bulletin = Bulletin(epoch)
        self.people: dict[int, str] = {}
        self._store = store
        self._plane = plane
        self._fencing = fencing
        self._on_over = on_over
        self._reach: Mapping[SeatId, Reach] = {}
        # In memory, so that a push back waits for no read; a few hundred short texts a session.
        self._answers: dict[tuple[int, str], bytes] = {}
        self._inbox: asyncio.Queue[_Asked | None] = asyncio.Queue()  # None: close
        self._asked: _Asked | None = None
        self._closed = False
        self._silenced = False
        self._again_at_s = 0.0
        self._outlets: dict[SeatId, Outlet] = {}
        self._task: asyncio.Task[None] | None = None

    @classmethod
    async def open(
        cls,
        session: str,
        form: Format,
        store: Store,
        plane: MediaPlane,
        epoch: str,
        on_over: Callable[[str], None],
        clock_at: Callable[[int], SessionClock] = SessionClock,
    ) -> Room:
        """Takes the session over, replays its log and goes on where it stood. Raises wire.BadLog."""
        fencing = await store.acquire(session)
        lines, reached_ms = await store.load(session)
        state = fold(SessionState(form), map(wire.event_from_json, lines))
        room = cls(session, state, clock_at(reached_ms), store, plane, fencing, epoch, on_over)
        room.people = await store.names(session)
        room._answers = await store.answers(session)
        await room._make_up()
        plane.open_room(session, form.seats)
        await room._confirm(reach(state))
        room._task = asyncio.create_task(room._run(), name="room")
        # No link outlives the server: whoever comes back says so anew.
        for seat, holder in state.seats.items():
            if holder.link is Link.UP:
                room.report_link(seat, False)
        return room

    async def close(self) -> None:
        """Answers what was asked before and stops; the log and everyone's place stay."""
        self._closed = True
        if self._task:
            self._inbox.put_nowait(None)
            await asyncio.wait({self._task}, timeout=CLOSE_S)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._close_outlets()
        await self._plane.close_room(self.session)

    @property
    def closed(self) -> bool:
        """Whether nothing can be asked here any more: the server goes down, or another has taken the session over."""
        return self._closed

    # --- asking ---

    async def ask(self, command: c.Command, actor: SeatId | None, command_id: str | None = None) -> Message:
        """Puts the question and waits for the answer. A repeated `command_id` of a seat gets the stored answer."""
        if self._closed:
            return dict(DRAINING)
        if self._inbox.qsize() >= INBOX_MOST:
            return {"ok": False, "code": "too_fast", "detail": ""}
        return await self._put(command, actor, command_id)

    def report_link(self, seat: int, up: bool) -> None:
        """The media path of a seat came up or went down. Nobody waits for the answer."""
        if not self._closed:
            self._put(c.ReportLink(SeatId(seat), up), None, None)

    def _put(
        self, command: c.Command, actor: SeatId | None, command_id: str | None
    ) -> asyncio.Future[Message]:
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._inbox.put_nowait(_Asked(command, actor, command_id, answer))
        return answer

    async def _run(self) -> None:
        try:
            while True:
                try:
                    self._asked = await asyncio.wait_for(self._inbox.get(), self._wait_s())
                except TimeoutError:
                    await self._on_time()
                    continue
                if self._asked is None:
                    return
                _settle(self._asked, await self._answer_always(self._asked))
        except Fenced:
            # Another server holds this session: nothing that happens here counts any more.
            log.warning("fenced", room=self.session)
            self._plane.silence(self.session)
            self._reach = {}
            self._close_outlets()
        finally:
            self._closed = True
            while self._asked is not None or not self._inbox.empty():
                if self._asked is not None:
                    _settle(self._asked, dict(DRAINING))
                self._asked = None if self._inbox.empty() else self._inbox.get_nowait()

    def _wait_s(self) -> float | None:
        """Until something is due by itself; None: nothing will be."""
        due = next_deadline(self.state)
        wait = None if due is None else (due - self.clock.now()) / 1000
        again = self._again_at_s - asyncio.get_running_loop().time()
        if self._reach != reach(self.state):
            wait = again
        # Whoever was refused lately is not asked again at once: a full disk must not spin the room.
        return None if wait is None else max(0.0, wait, again)

    async def _on_time(self) -> None:
        try:
            await self._confirm(reach(self.state))
            events = on_deadline(self.state, self.clock.now())
            if events:
                await self._commit(events, None)
        except Fenced:
            raise
        except Exception as error:
            log.error("deadline_failed", room=self.session, reason=type(error).__name__)
            self._again_at_s = asyncio.get_running_loop().time() + AGAIN_S  # the deadline stands

    async def _answer_always(self, asked: _Asked) -> Message:
        try:
            return await self._answer(asked)
        except Fenced:
            raise
        except Exception as error:  # deny on error: the room goes on, nothing changed
            log.error("command_failed", room=self.session, reason=type(error).__name__)
            return {"ok": False, "code": "not_saved", "detail": ""}

    async def _answer(self, asked: _Asked) -> Message:
        if asked.command_id is not None and asked.actor is not None:
            stored = self._answers.get((asked.actor, asked.command_id))
            if stored is not None:
                return wire.from_json(stored)
        before = self.state
        try:
            events = decide(before, asked.command, asked.actor, self.clock.now())
            answer: Message = {"ok": True}
        except Refused as refusal:
            events = []
            answer = {"ok": False, "code": str(refusal.code), "detail": refusal.detail}
        kept = None
        if asked.command_id is not None and asked.actor is not None:
            kept = (int(asked.actor), asked.command_id, wire.to_json(answer))
        if events or kept:
            await self._commit(events, kept)
        if answer.get("code") == Code.CONFLICT and asked.actor is not None:
            answer = {**answer, "snapshot": self.snapshot(asked.actor)}
        return answer

    # --- what happened ---

    async def _commit(self, events: list[e.Event], kept: tuple[int, str, bytes] | None) -> None:
        """Narrow, commit, evolve, widen, announce. Raises NotSaved or Fenced, and then nothing has changed."""
        before = self.state
        after = fold(before, events)
        wanted = reach(after) if events else self._reach
        await self._confirm(narrowed(self._reach, wanted))
        try:
            at_ms = after.at if events else self.clock.now()
            lines = [wire.event_to_json(event) for event in events]
            await self._store.append(self.session, self._fencing, before.version, lines, at_ms, kept)
        except NotSaved:
            await self._confirm(reach(before))
            raise
        self.state = after
        if kept is not None:
            self._answers[kept[0], kept[1]] = kept[2]
        await self._confirm(wanted)
        if events:
            await self._part(before, after)
            self._announce(before, after)

    async def _confirm(self, wanted: Mapping[SeatId, Reach]) -> None:
        """In effect in the plane when it returns; a plane that does not confirm is silenced: deny on error."""
        if wanted == self._reach:
            return
        try:
            await asyncio.wait_for(
                self._plane.set_reach(self.session, {int(seat): one for seat, one in wanted.items()}),
                CONFIRM_S,
            )
            self._reach, self._silenced = wanted, False
        except Exception as error:
            self._plane.silence(self.session)
            self._reach = {}
            self._again_at_s = asyncio.get_running_loop().time() + AGAIN_S
            if not self._silenced:  # once, however often it is tried again
                log.error("plane_silenced", room=self.session, reason=type(error).__name__)
            self._silenced = True

    async def _part(self, before: SessionState, after: SessionState) -> None:
        """Ends the connections of those who left or were removed; an ended session ends them all, and the names.

        Never raises: all this is committed and in effect; what the disk refuses here is made up for later."""
        try:
            for seat, holder in after.seats.items():
                gone = holder.standing in (Standing.LEFT, Standing.REMOVED)
                if gone and before.seats[seat].standing != holder.standing:
                    await self._plane.drop(self.session, seat)
                    if holder.standing is Standing.REMOVED:
                        await self._store.remove(self.session, seat)
            if after.stage is Stage.ENDED and before.stage is not Stage.ENDED:
                self.people = {}
                self._on_over(self.session)
                await self._plane.close_room(self.session)
                await self._store.end_session(self.session)
        except Exception as error:
            log.error("parting_failed", room=self.session, reason=type(error).__name__)

    async def _make_up(self) -> None:
        """What a crash left undone between a commit and what follows from it. May raise NotSaved."""
        for seat, holder in self.state.seats.items():
            if holder.standing is Standing.REMOVED:
                await self._store.remove(self.session, seat)
        if self.state.stage is Stage.ENDED:
            self.people = {}
            await self._store.end_session(self.session)

    def _announce(self, before: SessionState, after: SessionState) -> None:
        told = self.bulletin.announce(before, after, self.clock.now())
        for seat, outlet in list(self._outlets.items()):
            audience = audience_of(after, seat)
            if seat in before.seats and audience_of(before, seat) != audience:
                outlet.send("snapshot", self.snapshot(seat))
            elif audience in told:
                outlet.send("news", told[audience])
        if _seats_known(before) != _seats_known(after):
            self.send_people()

    # --- what people see ---

    def snapshot(self, seat: SeatId) -> Message:
        """Everything this seat may know now, with names; see docs/protocol.md."""
        audience = audience_of(self.state, seat)
        holder = self.state.seats[seat]
        return {
            "protocol": wire.PROTOCOL,
            "epoch": self.bulletin.epoch,
            "audience": audience,
            "seq": self.bulletin.seq(audience),
            "now": self.clock.now(),
            "you": {"seat": seat, "role": holder.role, "standing": holder.standing},
            "view": view(self.state, audience),
            "people": self._people_for(seat),
        }

    def enter(self, seat: SeatId, outlet: Outlet) -> None:
        """This page now speaks for the seat; an older page of the same person is told so and closed."""
        older = self._outlets.get(seat)
        if older is not None and older is not outlet:
            older.send("replaced", {})
            older.close()
        self._outlets[seat] = outlet

    def exit(self, seat: SeatId, outlet: Outlet) -> None:
        if self._outlets.get(seat) is outlet:
            del self._outlets[seat]

    def missed(self, seat: SeatId, epoch: object, audience: object, seq: object) -> list[Message] | None:
        """The news this seat's page lacks; None: it needs a snapshot."""
        own = audience_of(self.state, seat)
        return self.bulletin.since(epoch, own, seq) if audience == own else None

    @property
    def reach(self) -> Mapping[SeatId, Reach]:
        """What the plane has confirmed."""
        return self._reach

    def _close_outlets(self) -> None:
        for outlet in self._outlets.values():
            outlet.close()
        self._outlets.clear()

    def outlets(self) -> Mapping[SeatId, Outlet]:
        return self._outlets

    def send_people(self) -> None:
        for seat, outlet in self._outlets.items():
            outlet.send("people", {"people": self._people_for(seat)})

    def _people_for(self, seat: SeatId) -> dict[str, str]:
        """The names of those this seat may know of: the circle's; leaders also know who waits."""
        own = self.state.seats.get(seat)
        if own is None or own.standing is not Standing.SEATED:
            return {str(seat): name} if own and (name := self.people.get(seat)) else {}
        leads = own.role in LEADING
        return {
            str(other): name
            for other, name in self.people.items()
            if (known := self.state.seats.get(SeatId(other))) and (leads or known.standing is Standing.SEATED)
        }


def _seats_known(state: SessionState) -> dict[SeatId, Standing]:
    return {seat: holder.standing for seat, holder in state.seats.items()}


__all__ = ["MediaPlane", "Message", "Outlet", "Room"]
