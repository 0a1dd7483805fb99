"""One simulated meeting: a heap of what is going to happen, a seed that decides it, and a clock that costs nothing.

Links delay, reorder across reconnects, duplicate and lose; people drop, come back on another address, press at the
same time and in two windows; servers are killed before and after commits, wall clocks jump. All of it follows from
the seed; nothing here sleeps. What reaches the server is kept in `trace`, which replays without the world.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from facilitation import commands as c
from facilitation.format import Format
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, Hold, Role, SeatId, Stage, Standing
from tests.simulation import steps as s
from tests.simulation.meeting import Meeting
from tests.simulation.people import Person
from tests.simulation.server import Answer
from tests.simulation.watch import LATE_MOST_MS, Unwatched
from tests.simulation.weather import Weather, drawn

LASTS_MS = 4 * 3600_000
"""Nobody stays longer than four hours."""
BUSY_MS = 60 * 60_000
"""Kills, partitions and jumps fall into this time."""


@dataclass
class World:
    seed: int
    form: Format
    weather: Weather | None = None
    """None: as the seed has it."""
    watch: Unwatched | None = None
    """None: every promise is watched."""
    pace: float = 0.0
    """How briskly it is led; 0: as the seed has it."""
    members: int = 0
    """0: as the seed has it."""
    rng: Random = field(init=False)
    now_ms: int = 0
    trace: list[s.Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)
        self.luck = self.weather or drawn(self.rng)
        self.pace = self.pace or self.rng.choice([1.0, 2.0, 3.0])
        self.meeting = Meeting(self.form, self.watch)
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._count = 0
        self._armed: int | None = None
        self.by_seat: dict[int, Person] = {}
        self.people = self._arrive()
        self._misfortunes()

    @property
    def state(self) -> SessionState:
        return self.meeting.state

    def _arrive(self) -> list[Person]:
        rng, form = self.rng, self.form
        most = form.members_max if rng.random() < 0.02 else min(form.members_max, form.members_min + 2)
        roles = [Role.LEADER] + [Role.CO_LEADER] * rng.choices([0, 1, 2], [2, 7, 1])[0]
        roles += [Role.MEMBER] * (self.members or rng.randint(form.members_min, most))
        if len(roles) < form.seats and Role.OBSERVER in form.roles and rng.random() < 0.3:
            roles.append(Role.OBSERVER)
        people = [Person(self, role) for role in roles]
        for person in people:
            late = rng.random() < 0.1
            self.after(rng.randint(0, 900_000 if late else 60_000), person.come_in)
        return people

    def _misfortunes(self) -> None:
        luck, rng = self.luck, self.rng
        for expected, happens in (
            (luck.kills, self.kill),
            (luck.partitions, self._part),
            (luck.jumps, self._jump),
        ):
            times = int(expected) + (rng.random() < expected % 1)
            for _ in range(times):
                self.after(rng.randint(60_000, BUSY_MS), happens)

    # --- time ---

    def after(self, ms: int, happens: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._heap, (self.now_ms + max(0, ms), self._count, happens))

    def run(self) -> World:
        """Until it has ended, or everybody has gone home. Raises Broken."""
        heap, meeting = self._heap, self.meeting
        while heap and heap[0][0] < LASTS_MS and meeting.server.state.stage is not Stage.ENDED:
            self.now_ms, _, happens = heapq.heappop(heap)
            happens()
        meeting.close()
        return self

    def session_ms(self) -> int:
        """Now; the meeting itself has come only as far as its last step."""
        meeting = self.meeting
        return meeting.session_ms() + (self.now_ms - meeting.now_ms if meeting.up else 0)

    # --- what reaches the server ---

    def take(self, step: s.Step) -> Answer | None:
        meeting = self.meeting
        before, up = meeting.server.state, meeting.up
        self.trace.append(step)
        answer = meeting.take(step)
        if meeting.up:
            if meeting.server.state is not before:
                self._call(before, meeting.server.state)
            self._arm()
        elif up:
            self._died()
        return answer

    def ask(self, command: c.Command, seat: SeatId | None = None, command_id: str = "") -> Answer | None:
        """The server's answer; None if there is no server, or it dies of this."""
        if not self.meeting.up:
            return None
        dies = ""
        if command_id and self.luck.dies and self.rng.random() < self.luck.dies:
            dies = self.rng.choice(["before", "committed", "told"])
        return self.take(s.Asked(self.now_ms, seat, command, command_id, dies))

    def _arm(self) -> None:
        """One timer, as the room has it; an older one that rings finds nothing to do."""
        due = self.meeting.server.due
        if due is not None and due != self._armed:
            self._armed = due
            late = self.luck.late_timers and self.rng.random() < self.luck.late_timers
            late_ms = self.rng.randint(0, LATE_MOST_MS) if late else 0
            self.after(due - self.session_ms() + late_ms, self._ring)

    def _ring(self) -> None:
        if self.meeting.up:
            self._armed = None
            due = self.meeting.server.due
            if due is not None and due <= self.session_ms():
                self.take(s.Rang(self.now_ms))
            else:
                self._arm()

    def _call(self, before: SessionState, after: SessionState) -> None:
        """Who looks up because of what just changed for them."""
        seats: list[SeatId | None] = []
        if after.turn is not before.turn and after.turn is not None:
            seats.append(after.turn.seat)
        if after.entry != before.entry:
            seats += [*self._offering(after), after.lead, after.presenter]
        if after.presenter != before.presenter or after.presenter_overdue != before.presenter_overdue:
            seats += [after.presenter, after.lead]
        if after.invited is not before.invited:
            seats += after.invited
        if after.words is not before.words or Hold.PRESENTER in after.holds:
            seats += [seat for seat, holder in after.seats.items() if holder.leads]
        if after.private is not None and after.private is not before.private:
            seats += sorted(after.private.inside)
        for seat in seats:
            if seat is not None and (person := self.by_seat.get(seat)):
                self.after(person.reacts_ms(), person.glance)

    def _offering(self, state: SessionState) -> list[SeatId]:
        """A few of those who may have a case."""
        if state.phase is None or not state.phase.offers:
            return []
        members = [seat for seat, holder in state.seats.items() if holder.sits and holder.role is Role.MEMBER]
        return self.rng.sample(members, min(3, len(members)))

    # --- misfortunes ---

    def kill(self) -> None:
        if self.meeting.up:
            self.take(s.Killed(self.now_ms))

    def _died(self) -> None:
        self._armed = None
        for person in self.people:
            person.cut(self.rng.randint(300, 3_000))
        self.after(self.rng.randint(500, 90_000), self._restart)

    def _restart(self) -> None:
        self.take(s.Started(self.now_ms))

    def _part(self) -> None:
        """Half of them, or whoever leads, lose the server at once, and come back at once."""
        rng = self.rng
        leaders = rng.random() < 0.3
        back_ms = rng.choice([5_000, 20_000, 70_000, 150_000])
        for person in self.people:
            if (person.role in LEADING) if leaders else rng.random() < 0.5:
                person.cut(back_ms + rng.randint(0, 2_000))

    def _jump(self) -> None:
        self.take(
            s.Jumped(
                self.now_ms, self.rng.choice([-7_200_000, -3_600_000, -1_000, 500, 3_600_000, 86_400_000])
            )
        )

    def standing(self, seat: SeatId) -> Standing:
        return self.state.seats[seat].standing
