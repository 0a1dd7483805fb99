"""The server of a simulated meeting: the real form, clock, wire and outlets; a log that survives, a memory that
does not.

It keeps the order of the real one (`server.room.ledger`): narrow, commit with the answer, evolve, widen, announce,
acknowledge. It may die before the commit, after it, or before the acknowledgement leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from facilitation import commands as c
from facilitation import events as e
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.evolution import evolve, fold
from facilitation.format import Format
from facilitation.reach import Reach, narrowed, reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import Keeping, Link, Refused, SeatId
from server import wire
from server.clock import SessionClock
from server.room.faces import Outlet
from server.room.outlets import Outlets
from tests.simulation.watch import Key, Unwatched

Answer = dict[str, Any]


@dataclass
class Disk:
    """What a crash leaves: the log, the answers, and how far the session's time had come."""

    log: list[bytes] = field(default_factory=list)
    answers: dict[Key, Answer] = field(default_factory=dict)
    reached_ms: int = 0


class SimulatedServer:
    """One run of the server, from its start to its death; the next one is given the same disk."""

    def __init__(
        self,
        form: Format,
        keeping: Keeping,
        disk: Disk,
        watch: Unwatched,
        monotonic: Callable[[], int],
        run: int,
    ) -> None:
        self.disk = disk
        self.watch = watch
        self.state = fold(SessionState(form, keeping), map(wire.event_from_json, disk.log))
        self.clock = SessionClock(disk.reached_ms, monotonic)
        self.outlets = Outlets(f"epoch-{run}", self.clock)
        self.plane: dict[SeatId, Reach] = reach(self.state)
        self.due = next_deadline(self.state)
        watch.started(self.state, self.plane)
        # No link and no page outlives a server: whoever comes back says so anew.
        for seat, holder in list(self.state.seats.items()):
            if holder.link is Link.UP:
                self.ask(c.ReportLink(seat, False), None, None)
            if holder.page:
                self.ask(c.ReportPage(seat, False), None, None)

    def ask(
        self, command: c.Command, actor: SeatId | None, command_id: str | None, dies: str = ""
    ) -> Answer | None:
        """The answer; None if the server died of it."""
        key = None if actor is None or not command_id else (int(actor), command_id)
        if key is not None and key in self.disk.answers:
            return self.disk.answers[key]
        now = self.clock.now()
        try:
            events = decide(self.state, command, actor, now)
            answer: Answer = {"ok": True}
        except Refused as refusal:
            events = []
            answer = {"ok": False, "code": str(refusal.code)}
        self.watch.decided(self.state, command, actor, events, now)
        return answer if self._commit(events, key, answer, now, dies, command) else None

    def ring(self) -> None:
        """The timer."""
        now, due = self.clock.now(), self.due
        events = on_deadline(self.state, now)
        self.watch.rang(events, due, now)
        self._commit(events, None, None, now)

    def entered(self, seat: SeatId) -> None:
        """After the answer to its hello: the room takes in turn what pages report."""
        self.ask(c.ReportPage(seat, True), None, None)

    def exit(self, seat: SeatId, page: Outlet) -> None:
        if self.outlets.exit(seat, page):
            self.ask(c.ReportPage(seat, False), None, None)

    def forward(self, speaker: SeatId) -> frozenset[SeatId]:
        """Who receives a packet of the speaker's now."""
        return frozenset(listener for listener, received in self.plane.items() if speaker in received.audio)

    def _commit(
        self,
        events: list[e.Event],
        key: Key | None,
        answer: Answer | None,
        now: int,
        dies: str = "",
        command: c.Command | None = None,
    ) -> bool:
        disk, before = self.disk, self.state
        if not events:
            if key is not None and answer is not None and dies != "before":
                disk.answers[key] = answer
            return not dies
        states, was = list(accumulate(events, evolve, initial=before)), self.plane
        after = states[-1]
        wanted = reach(after)
        if wanted == was:
            wanted = was
        else:
            self.plane = narrowed(was, wanted)
            self.watch.narrowed(self.plane, was, wanted)
        if dies == "before":
            return False
        disk.log += [wire.event_to_json(event) for event in events]
        disk.reached_ms = max(disk.reached_ms, now)
        if key is not None and answer is not None:
            disk.answers[key] = answer
        self.watch.committed(key)
        self._happened(states, events, command)
        if dies == "committed":
            return False
        self.state, self.plane, self.due = after, wanted, next_deadline(after)
        self.watch.settled(after, events, was, wanted)
        self.outlets.announce(before, after)
        return not dies

    def _happened(self, states: list[SessionState], events: list[e.Event], command: c.Command | None) -> None:
        for event, (before, after) in zip(events, pairwise(states), strict=True):
            self.watch.happened(before, event, after, command)
