"""The way of what happened: narrow what is heard, commit to the log, evolve, widen, announce.

So nothing forbidden is forwarded after an acknowledgement, and a crash between the steps can only leave people less
heard, never more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable

import structlog

from facilitation import events as e
from facilitation.evolution import fold
from facilitation.reach import reach
from facilitation.soundness import SLOTS
from facilitation.state import SessionState
from facilitation.vocabulary import SeatId, Stage, Standing
from server import wire
from server.room.bulletin import Message
from server.room.faces import MediaPlane
from server.room.hearing import Hearing
from server.room.measure import NO_RECORD, Measure
from server.room.outlets import Outlets
from server.room.presence import Presence
from server.store import Attended, Kept, NotSaved, Store

log = structlog.get_logger()

ANSWERS_MOST = 256
"""Kept of one seat in one run of the server: no press is asked again after so many others."""


class Ledger:
    """One session's state and its log, and what follows from each commit."""

    def __init__(
        self,
        session: str,
        state: SessionState,
        store: Store,
        plane: MediaPlane,
        fencing: int,
        outlets: Outlets,
        on_over: Callable[[str], None],
        measure: Measure | None = None,
        presence: Presence | None = None,
    ) -> None:
        """`measure` measures it, where something of it is kept; `presence` knows who was there, where that is noted."""
        self.state = state
        self.hearing = Hearing(
            session, plane, state.format.seats, lambda slots: outlets.show_slots(slots, self.state)
        )
        # In memory, so that a push back waits for no read.
        self._answers: dict[tuple[int, str], bytes] = {}
        self._answered: dict[int, deque[str]] = {}
        """By seat the ids of this run, the oldest first."""
        self._session = session
        self._store = store
        self._plane = plane
        self._fencing = fencing
        self._outlets = outlets
        self._on_over = on_over
        self._measure = measure
        self._presence = presence
        self._finished = False

    async def resume(self, reached_ms: int) -> None:
        """Goes on where the log ends, at that session time, and does what a crash left undone. May raise NotSaved."""
        if self._measure is not None:
            await self._measure.resume(reached_ms)
        self._answers = await self._store.answers(self._session)
        for seat, holder in self.state.seats.items():
            if holder.standing is Standing.REMOVED:
                await self._store.remove(self._session, seat)
        if self.state.stage is Stage.ENDED:
            self._outlets.forget_people()
            await self.finish()
        self._plane.open_room(self._session, self.state.format.seats, min(self.state.format.seats, SLOTS))
        if self._measure is not None:
            self._measure.begin()
        await self.hearing.confirm(reach(self.state))

    async def stop(self, *, failed: bool) -> None:
        """Ends every connection; the session may go on in another room. Of one that failed another may have it already:
        nothing is written of it."""
        if self._measure is not None and not failed:
            await self._measure.stop()
        await self._plane.close_room(self._session)

    def answered(self, seat: SeatId, command_id: str) -> Message | None:
        """The stored answer to a command that was asked before."""
        stored = self._answers.get((seat, command_id))
        return None if stored is None else wire.from_json(stored)

    async def commit(self, events: list[e.Event], kept: Kept | None, now_ms: int) -> None:
        """Everything in effect and announced when it returns. Raises NotSaved or Fenced: then nothing has changed."""
        before = self.state
        after = fold(before, events)
        wanted = reach(after) if events else self.hearing.reach
        await self.hearing.narrow(wanted)
        try:
            at_ms = after.at if events else now_ms
            lines = [wire.event_to_json(event) for event in events]
            kept = None if kept is None else self._in_its_place(kept)
            await self._store.append(self._session, self._fencing, before.version, lines, at_ms, kept)
        except NotSaved:
            await self.hearing.confirm(reach(before))
            raise
        self.state = after
        if self._presence is not None:
            self._presence.see(after)
        if kept is not None:
            self._keep(kept)
        await self.hearing.confirm(wanted)
        if events:
            await self._made_up_for(self._drop_gone(before, after))
            over = after.stage is Stage.ENDED and before.stage is not Stage.ENDED
            if over:
                self._outlets.forget_people()
            self._outlets.announce(before, after)
            if over:
                self._on_over(self._session)
                await self._made_up_for(self.finish())

    def _in_its_place(self, kept: Kept) -> Kept:
        """Whoever asks without end is remembered no longer than somebody who presses as fast as they may would need."""
        ids = self._answered.setdefault(kept.seat, deque())
        return kept._replace(forgets=ids[0]) if len(ids) >= ANSWERS_MOST else kept

    def _keep(self, kept: Kept) -> None:
        ids = self._answered[kept.seat]
        if kept.forgets is not None:
            del self._answers[kept.seat, ids.popleft()]
        ids.append(kept.command_id)
        self._answers[kept.seat, kept.command_id] = kept.answer

    async def _drop_gone(self, before: SessionState, after: SessionState) -> None:
        """Ends the connections of those who left or were removed. Raises NotSaved."""
        for seat, holder in after.seats.items():
            gone = holder.standing in (Standing.LEFT, Standing.REMOVED)
            if gone and before.seats[seat].standing != holder.standing:
                await self._plane.drop(self._session, seat)
                if holder.standing is Standing.REMOVED:
                    await self._store.remove(self._session, seat)

    async def finish(self) -> None:
        """Of a session that has ended: ends every connection, makes its record, destroys its names. Raises NotSaved:
        then somebody is to ask again."""
        if self._finished:
            return
        if self._measure is not None:
            await self._measure.note(rest=True)
        await self._plane.close_room(self._session)
        record = NO_RECORD if self._measure is None else await self._measure.record(self.state.format)
        presented, attended = self.state.presented.values(), self.attended(self.state.at)
        begun = self.state.entry > 0
        await self._store.end_session(self._session, presented, *record, attended, begun=begun)
        self._finished = True

    def attended(self, now_ms: int) -> Attended | None:
        """Who was there for how long; None where that is not noted, or nothing has begun."""
        return None if self._presence is None else self._presence.attended(self.state, now_ms)

    async def _made_up_for(self, following: Awaitable[None]) -> None:
        """What follows from a commit never raises: that is in effect, and what the disk refuses here is done later."""
        try:
            await following
        except Exception as error:
            log.error("parting_failed", room=self._session, reason=type(error).__name__)
