"""Measures a session of which something is kept: who spoke when, from the plane to the store; at the end, its record.

A session of which nothing is kept has no `Measure`, and the plane is not asked.
"""

from __future__ import annotations

import time

import structlog

from facilitation.course import UNMEASURED
from facilitation.format import Format
from facilitation.vocabulary import Keeping
from server.clock import SessionClock
from server.formats import load
from server.record.elsewhere import NotMade
from server.record.making import Made, Sources, make_elsewhere
from server.retention import VETO_S, hour_of_no
from server.room.faces import MediaPlane
from server.store import Store

log = structlog.get_logger()

Left = tuple[bytes | None, float, frozenset[int], bytes | None, str | None, float | None]
UNTOLD_MS = 11_000
"""How far back what the plane had not told of may begin: a piece of speech that goes on (server/media/detector.py), and
a second."""
NO_RECORD: Left = (None, 0.0, frozenset(), None, None, None)


class Measure:
    def __init__(
        self,
        session: str,
        keeping: Keeping,
        month: str,
        store: Store,
        plane: MediaPlane,
        clock: SessionClock,
    ) -> None:
        """`month` is that of the session's opening, such as 2026-11."""
        self._session = session
        self._keeping = keeping
        self._month = month
        self._store = store
        self._plane = plane
        self._clock = clock
        self._unsaved: list[tuple[int, int, int]] = []
        self._told_ms = 0
        """Until when the plane has told, in session time."""
        self._lost_ms: int | None = None
        """Since when nobody knows who spoke."""

    async def resume(self, reached_ms: int) -> None:
        """Goes on where the session's time had come to. What a server that was killed had not told of is lost; one that
        was stopped has told of everything. Raises NotSaved."""
        told = any(
            seat == UNMEASURED and start == end >= reached_ms
            for seat, start, end in await self._store.speech(self._session)
        )
        self._told_ms = reached_ms
        if reached_ms and not told:
            self._unsaved.append((UNMEASURED, max(0, reached_ms - UNTOLD_MS), reached_ms))

    def begin(self) -> None:
        """The plane notes who speaks when, once it has the room."""
        self._plane.measure(self._session)

    async def note(self, *, rest: bool = False) -> None:
        """Takes note of what was spoken; with `rest`, of whoever still speaks: the plane is about to forget them. What
        the plane cannot tell is noted as said by nobody that is known: it is no silence."""
        try:
            found = await self._plane.spoken(self._session, rest=rest)
        except BaseException:
            self.lost()  # a stop ends whoever waits here, and what the plane has handed out it tells nobody again
            raise
        now_ms = self._clock.now()
        if found is None:
            self.lost()
            return
        if self._lost_ms is not None:
            self._unsaved.append((UNMEASURED, self._lost_ms, now_ms))
            self._lost_ms = None
        self._told_ms = now_ms
        self._unsaved += [
            (seat, max(0, self._clock.at(start)), max(0, self._clock.at(end))) for seat, start, end in found
        ]

    async def stop(self) -> None:
        """Nothing more comes of this run of the server: all goes to the store, of whoever still speaks, too, with the
        mark by which the next run knows that nothing is missing. Never raises: without the mark, it is missing."""
        try:
            await self.note(rest=True)
            self._note_lost()
            self._unsaved.append((UNMEASURED, now_ms := self._clock.now(), now_ms))
            await self._store.add_speech(self._session, self._unsaved)
            self._unsaved = []
        except Exception as error:
            log.warning("speech_not_saved", room=self._session, reason=type(error).__name__)

    def lost(self) -> None:
        """The plane has lost what it had not told of yet."""
        if self._lost_ms is None:
            self._lost_ms = max(0, self._told_ms - UNTOLD_MS)

    def _note_lost(self) -> None:
        """Where no other has come that measures."""
        if self._lost_ms is not None:
            self._unsaved.append((UNMEASURED, self._lost_ms, max(self._lost_ms, self._clock.now())))

    async def take(self) -> None:
        """What was spoken goes to the store; what the disk refuses goes with the next, and so does what was on its way
        when this was ended: written twice, it counts once. Raises NotSaved."""
        await self.note()
        batch, self._unsaved = self._unsaved, []  # another may note more while this one waits for the disk
        if not batch:
            return
        try:
            await self._store.add_speech(self._session, batch)
        except BaseException:
            self._unsaved = [*batch, *self._unsaved]
            raise

    async def record(self, form: Format) -> Left:
        """The record of the session, if one can be made, for how long it may be vetoed, by whom (the seats that were in
        the circle), what is kept in its place unless all of them agree, its month, and the hour that is said. What a
        full disk refused is in it all the same. Raises NotSaved if the log cannot be read."""
        await self.note()
        self._note_lost()
        lines, reached_ms = await self._store.load(self._session)
        spoken = [*await self._store.speech(self._session), *self._unsaved]
        sources = Sources(form, not _ours(form), lines, reached_ms, spoken, self._keeping, self._month)
        try:
            made = await make_elsewhere(sources)
        except Exception as error:  # a session ends, whatever becomes of its record
            reason = str(error) if isinstance(error, NotMade) else type(error).__name__
            log.error("no_record", room=self._session, reason=reason)
            made = Made(None, None, frozenset())
        now_s = time.time()
        until_s = hour_of_no(now_s, VETO_S)
        return made.record, until_s - now_s, made.there, made.less, self._month, until_s


def _ours(form: Format) -> bool:
    """An operator's format may have the key of one of ours."""
    entry = load().entries.get(form.key)
    return entry is not None and entry.form.scaled(form.speed) == form
