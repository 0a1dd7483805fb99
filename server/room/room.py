"""Takes what is asked of a session in turn, and wakes by itself for its deadlines."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping

import structlog

from facilitation import commands as c
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.evolution import fold
from facilitation.format import Format
from facilitation.reach import Reach, narrowed, reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Keeping, Link, Refused, SeatId, Stage
from server import wire
from server.clock import SessionClock
from server.facts.looks import Looks
from server.room.bulletin import Message
from server.room.faces import MediaPlane, Outlet
from server.room.hearing import AGAIN_S
from server.room.inbox import DRAINING, LAPSED, Asked, Inbox
from server.room.ledger import Ledger
from server.room.measure import Measure
from server.room.outlets import NOBODY, Outlets
from server.room.presence import Presence
from server.room.recorded import recorded
from server.store import Attended, Expected, Fenced, Kept, Noting, Store

log = structlog.get_logger()

_Report = c.ReportLink | c.ReportPage
NOTHING = Noting()

FOLLOWS_S = 20.0
"""Longer than a page takes from the name to its hello on a slow link."""
RELOADS_S = 4.0
"""Longer than a page takes to be loaded anew: that long a leader whose page has gone is not said to be missing."""
CLOSE_S = 5.0
"""What was asked before a room closes is answered within this time, or is answered `draining`."""


class Room:
    """Open it with `Room.open`; ask it with `ask`. Answers are `{ok: true}` or `{ok: false, code, detail}`."""

    def __init__(self, session: str, clock: SessionClock, ledger: Ledger, outlets: Outlets) -> None:
        self.session = session
        self.clock = clock
        self._ledger = ledger
        self._outlets = outlets
        self._inbox = Inbox()
        self._closed = self._failed = False
        self._expected: dict[SeatId, asyncio.TimerHandle] = {}
        self._unsaved: dict[tuple[type, SeatId], _Report] = {}
        self._late = False
        self._again_at_s = 0.0
        self._task: asyncio.Task[None] | None = None
        self.measure: Measure | None = None
        """Who spoke when, where something of the session is kept."""
        self.presence: Presence | None = None
        """Who is there for how long, where that is noted."""

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
        keeping: Keeping = Keeping.NOTHING,
        month: str = "",
        together: bool = False,
        noting: Noting = NOTHING,
        opened_at: float = 0.0,
        rehearsal: float | None = None,
    ) -> Room:
        """Takes the session over, replays its log and goes on where it stood. `keeping` is what is kept of it, and with
        the group's other records if `together`; `month` that of its opening, such as 2026-11; `noting` what is noted of
        who was there, `opened_at` when its time was zero; `rehearsal` how fast one runs. Raises wire.BadLog."""
        fencing = await store.acquire(session)
        state, attendance, reached_ms = await recorded(session, form, store, keeping)
        clock = clock_at(reached_ms)
        outlets = Outlets(epoch, clock)
        outlets.people, outlets.plates = await store.names(session), await store.plates(session)
        outlets.earlier = await store.presented_earlier(session)
        outlets.expected = await store.expected(session)
        outlets.keeping, outlets.together, outlets.rehearsal = keeping, together, rehearsal
        outlets.notes = wire.kept_id(session)
        kept = keeping is not Keeping.NOTHING
        measure = Measure(session, keeping, month, store, plane, clock) if kept else None
        if any(noting) and attendance.began_at is None:
            # Its links may have lain there for hours; from now on its time goes as the wall's does.
            opened_at = time.time() - reached_ms / 1000
            await store.date_session(session, opened_at)
        presence = Presence(noting, attendance, opened_at) if any(noting) else None
        ledger = Ledger(session, state, store, plane, fencing, outlets, on_over, measure, presence)
        room = cls(session, clock, ledger, outlets)
        room.measure, room.presence = measure, presence
        await ledger.resume(reached_ms)
        room._task = asyncio.create_task(room._run(), name="room")
        # No link and no page outlives the server: whoever comes back says so anew, and sees nobody there who is not.
        gone: list[_Report] = []
        for seat, holder in state.seats.items():
            gone += [c.ReportLink(seat, False)] if holder.link is Link.UP else []
            gone += [c.ReportPage(seat, False)] if holder.page else []
        await asyncio.gather(*(room._inbox.put(report, None, None) for report in gone))
        return room

    async def close(self) -> None:
        """Answers what was asked before and stops; the log and everyone's place stay."""
        self._closed = True
        for seat in list(self._expected):
            self._no_longer_expected(seat)
        if self._task:
            self._inbox.put_end()
            await asyncio.wait({self._task}, timeout=CLOSE_S)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._outlets.close()
        self._outlets.forget_people()
        await self._ledger.stop(failed=self._failed)

    async def finish(self) -> None:
        """Of a session that has ended: what its end left undone, if anything. Raises NotSaved."""
        await self._ledger.finish()

    def attended(self) -> Attended | None:
        """Who was there for how long, until now; None where that is not noted."""
        return self._ledger.attended(self.clock.now())

    @property
    def closed(self) -> bool:
        """Whether nothing can be asked here any more: the server goes down, or another has taken the session over."""
        return self._closed

    @property
    def failed(self) -> bool:
        """Whether it closed by a fault of its own, and may be opened anew."""
        return self._failed

    @property
    def state(self) -> SessionState:
        return self._ledger.state

    @property
    def reach(self) -> Mapping[SeatId, Reach]:
        """What the plane has confirmed."""
        return self._ledger.hearing.reach

    # --- asking ---

    async def ask(
        self, command: c.Command, actor: SeatId | None, command_id: str | None = None, late: bool = False
    ) -> Message:
        """Puts the question and waits for the answer. A repeated `command_id` of a seat gets the stored answer; what
        comes `late` gets that, or `lapsed`."""
        if self._closed:
            return dict(DRAINING)
        if self._inbox.full:
            return {"ok": False, "code": "too_fast", "detail": ""}
        answer = self._inbox.put(command, actor, command_id, late)
        if actor is not None and not late:
            await self._narrow_ahead(answer, command, actor, command_id)
        return await answer

    async def _narrow_ahead(
        self, asked: object, command: c.Command, actor: SeatId, command_id: str | None
    ) -> None:
        """Whom a command silences is silent when it comes in, whatever the disk is busy with before its turn.

        Foreseen from the state as it is now; what it comes to is decided in its turn, and the limit is lifted then."""
        if command_id is not None and self._ledger.answered(actor, command_id):
            return
        try:
            foreseen = reach(fold(self.state, decide(self.state, command, actor, self.clock.now())))
        except Exception:  # refused, as things are now; whatever else it is shows in its turn
            return
        if narrowed(self.reach, foreseen) != self.reach:
            await self._ledger.hearing.limit(asked, foreseen)

    def report_link(self, seat: int, up: bool) -> None:
        """The media path of a seat came up or went down. Nobody waits for the answer.

        A cable that is pulled is seen here first: a leader's page is asked whether it is still there."""
        self._report(c.ReportLink(SeatId(seat), up))
        outlet = self._outlets.by_seat.get(SeatId(seat))
        if outlet is not None and not up and self.state.seats[SeatId(seat)].leads:
            outlet.ask_there(lambda there: self._report_page(SeatId(seat), outlet, there))

    def expect(self, seat: SeatId) -> None:
        """Somebody came in by their link: their page follows, or they are missed."""
        if self.state.seats[seat].leads:
            self._report(c.ReportPage(seat, True))
            self._expect_page(seat, FOLLOWS_S)

    def _expect_page(self, seat: SeatId, within_s: float) -> None:
        self._no_longer_expected(seat)
        loop = asyncio.get_running_loop()
        self._expected[seat] = loop.call_later(within_s, self._has_followed, seat)

    def _has_followed(self, seat: SeatId) -> None:
        del self._expected[seat]
        if seat not in self._outlets.by_seat:
            self._report(c.ReportPage(seat, False))

    def _no_longer_expected(self, seat: SeatId) -> None:
        if (timer := self._expected.pop(seat, None)) is not None:
            timer.cancel()

    def _report_page(self, seat: SeatId, outlet: Outlet, there: bool) -> None:
        if self._outlets.by_seat.get(seat) is outlet:
            self._report(c.ReportPage(seat, there))

    def _report(self, report: _Report) -> None:
        if not self._closed:
            self._inbox.put(report, None, None)

    async def _run(self) -> None:
        try:
            while True:
                try:
                    asked = await self._inbox.next(self._wait_s())
                except TimeoutError:
                    await self._on_time()
                    continue
                if asked is None:
                    return
                answer = await self._answer_always(asked)
                self._keep_report(asked.command, answer)
                await self._ledger.hearing.lift(asked.answer, lambda: reach(self.state))
                asked.settle(answer)
        except Fenced:
            # The log is another's now, or of another length than this room thinks: nothing that happens here counts.
            log.warning("fenced", room=self.session)
            self._failed = True
            self._give_up()
        except Exception as error:
            # A fault of ours. Nobody is heard by a room that keeps no form; `House` opens it anew from the log.
            log.error("room_failed", room=self.session, reason=type(error).__name__)
            self._failed = True
            self._give_up()
        finally:
            self._closed = True
            self._inbox.refuse_rest()

    def _give_up(self) -> None:
        self._ledger.hearing.silence()
        self._outlets.close()

    def _keep_report(self, command: c.Command, answer: Message) -> None:
        """A loss or a return is reported once: what the disk refused is tried again, as deadlines are."""
        if not isinstance(command, _Report):
            return
        about = type(command), command.seat
        self._unsaved.pop(about, None)
        if answer.get("code") == "not_saved":
            self._unsaved[about] = command
            self._again_at_s = asyncio.get_running_loop().time() + AGAIN_S

    def _wait_s(self) -> float | None:
        """Until something is due by itself; None: nothing will be."""
        due = next_deadline(self.state)
        wait = None if due is None else (due - self.clock.now()) / 1000
        again = max(self._again_at_s, self._ledger.hearing.again_at_s) - asyncio.get_running_loop().time()
        if self.reach != self._ledger.hearing.limited(reach(self.state)) or self._unsaved:
            wait = again
        # Whoever was refused lately is not asked again at once: a full disk must not spin the room.
        return None if wait is None else max(0.0, wait, again)

    async def _on_time(self) -> None:
        try:
            await self._ledger.hearing.confirm(reach(self.state))
            now = self.clock.now()
            events = on_deadline(self.state, now)
            if events:
                await self._ledger.commit(events, None, now)
            await self._save_reports(now)
            self._late = False
        except Fenced:
            raise
        except Exception as error:
            if not self._late:  # once, not each second for as long as the disk is full
                log.error("deadline_failed", room=self.session, reason=type(error).__name__)
            self._late = True
            self._again_at_s = asyncio.get_running_loop().time() + AGAIN_S  # the deadline stands

    async def _save_reports(self, now: int) -> None:
        for about, report in list(self._unsaved.items()):
            events = decide(self.state, report, None, now)
            if events:
                await self._ledger.commit(events, None, now)
            del self._unsaved[about]

    async def _answer_always(self, asked: Asked) -> Message:
        try:
            return await self._answer(asked)
        except Fenced:
            raise
        except Exception as error:  # deny on error: the room goes on, nothing changed
            log.error("command_failed", room=self.session, reason=type(error).__name__)
            return {"ok": False, "code": "not_saved", "detail": ""}

    async def _answer(self, asked: Asked) -> Message:
        repeatable = (
            None if asked.actor is None or asked.command_id is None else (asked.actor, asked.command_id)
        )
        if repeatable and (stored := self._ledger.answered(*repeatable)):
            return stored
        if asked.late:
            return dict(LAPSED)
        now = self.clock.now()
        try:
            events = decide(self.state, asked.command, asked.actor, now)
            answer: Message = {"ok": True}
        except Refused as refusal:
            events = []
            answer = {"ok": False, "code": str(refusal.code), "detail": refusal.detail}
        over = self.state.stage is Stage.ENDED  # its log is gone: whoever asks again is refused again
        kept = Kept(*repeatable, wire.to_json(answer)) if repeatable and not over else None
        if events or kept:
            await self._ledger.commit(events, kept, now)
        if answer.get("code") == Code.CONFLICT and asked.actor is not None:
            answer = {**answer, "snapshot": self.snapshot(asked.actor)}
        return answer

    # --- what people see ---

    def snapshot(self, seat: SeatId) -> Message:
        """Everything this seat may know now, with names; see docs/protocol.md."""
        return self._outlets.snapshot(self.state, seat)

    def known_to(self, seat: SeatId) -> Message:
        """What this seat may know of people now: a `people` message."""
        return self._outlets.known_to(self.state, seat)

    def missed(self, seat: SeatId, epoch: object, audience: object, seq: object) -> list[Message] | None:
        """The news this seat's page lacks; None: it needs a snapshot."""
        return self._outlets.missed(self.state, seat, epoch, audience, seq)

    def claim(self, seat: SeatId, shown_at_ms: int | None, desk: bool = False) -> bool:
        """Whether a page of this seat, shown at that session time (`now` of its first snapshot), is the newest yet."""
        return self._outlets.claim(seat, shown_at_ms, desk)

    def enter(self, seat: SeatId, outlet: Outlet, desk: bool = False) -> None:
        """This page now speaks for the seat; an older page of the same person is told so and closed. A second desk is
        nobody's presence."""
        self._outlets.enter(seat, outlet, self.state, desk)
        if desk:
            return
        self._no_longer_expected(seat)
        if self.state.seats[seat].leads:
            self._report(c.ReportPage(seat, True))

    @property
    def second(self) -> Outlets:
        """What is known of second desks: `desks`, `lend_desk`, `close_desk`, `has_desk`."""
        return self._outlets

    def replace(self, seat: SeatId) -> None:
        """Another browser has this seat's place from now on: a page that is open says so and stops."""
        self._outlets.replace(seat)

    def exit(self, seat: SeatId, outlet: Outlet) -> None:
        if self._outlets.exit(seat, outlet) and self.state.seats[seat].leads and not self._closed:
            self._expect_page(seat, RELOADS_S)

    def look(self, seat: SeatId, outlet: Outlet, looks: Looks) -> None:
        """What this page of the seat says it shows from now on."""
        self._outlets.look(seat, outlet, looks)

    @property
    def looks(self) -> Mapping[SeatId, Looks]:
        return self._outlets.looks

    def outlets(self) -> Mapping[SeatId, Outlet]:
        return self._outlets.by_seat

    def show_names(
        self, names: Mapping[int, str], earlier: Mapping[int, int], expected: Expected = NOBODY
    ) -> None:
        """Seat → name, seat → cases presented in earlier meetings, and who has not come yet, as they are
        from now on; every page is told what it may know. Of an ended session: nobody."""
        if self.state.stage is Stage.ENDED:
            return  # they were read before its end
        self._outlets.people, self._outlets.earlier, self._outlets.expected = names, earlier, expected
        self._outlets.send_people(self.state)

    def show_plates(self, plates: Mapping[int, str]) -> None:
        """Part → text, as they are from now on. Of an ended session: none."""
        if self.state.stage is Stage.ENDED:
            return
        self._outlets.plates = plates
        self._outlets.send_people(self.state)
