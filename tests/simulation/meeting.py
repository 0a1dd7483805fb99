"""A simulated meeting without the world: takes one step after another, as the world or a script gives them.

The same steps always give the same meeting; nothing here is left to chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from facilitation.audience import Audience, audience_of, view
from facilitation.evolution import fold
from facilitation.format import Format
from facilitation.state import SessionState
from facilitation.vocabulary import Keeping, SeatId, Standing
from server import wire
from tests.simulation import steps as s
from tests.simulation.pages import Page
from tests.simulation.promises import Broken, Promise, must
from tests.simulation.server import Answer, Disk, SimulatedServer
from tests.simulation.watch import LATE_MOST_MS, Unwatched, Watch

HEARTBEAT_MS = 1_000
BOOTED_MS = 86_400_000
"""What the monotonic clock shows when the first server starts; it means nothing, and a later machine's is another."""


class Meeting:
    def __init__(
        self, form: Format, watch: Unwatched | None = None, keeping: Keeping = Keeping.AGGREGATE
    ) -> None:
        self.form, self.keeping = form, keeping
        self.watch = watch or Watch(form)
        self.now_ms = 0
        self.utc_ms = 1_700_000_000_000
        self._booted_ms = BOOTED_MS
        self.disk = Disk()
        self.pages: dict[tuple[int, int], Page] = {}
        self.up = False
        self.runs = 0
        self._start(s.Started(0))

    def monotonic(self) -> int:
        return self._booted_ms + self.now_ms

    @property
    def state(self) -> SessionState:
        return self.server.state

    def session_ms(self) -> int:
        """Session time stands still while no server runs."""
        return self.server.clock.now() if self.up else self.disk.reached_ms

    # --- steps ---

    def take(self, step: s.Step) -> Answer | None:
        """The answer to what was asked; None for all else, and where no server lives to answer. Raises Broken."""
        try:
            self._time_passes(step.at_ms)
            before = self.server.state
            result: Answer | None = TAKES[type(step)](self, step)
            after = self.server.state
            self.watch.lives(after, self.session_ms())
            if after.hands != before.hands and after.leaders_alone == before.leaders_alone:
                self._one_queue()
        except Broken:
            raise
        except Exception as error:
            raise Broken(Promise.NOTHING_RAISES, f"{type(error).__name__}: {error}") from error
        return result

    def run(self, trace: Iterable[s.Step]) -> Meeting:
        """Raises Broken."""
        for step in trace:
            self.take(step)
        self.close()
        return self

    def close(self) -> None:
        """What must be true when everything has been taken."""
        if self.watch.watches:
            if self.up:
                must(self._replayed() == self.state, Promise.REPLAY)
            for page in self.pages.values():
                if page.open:
                    page.read()
                    self._in_step(page)

    def _replayed(self) -> SessionState:
        return fold(SessionState(self.form, self.keeping), map(wire.event_from_json, self.disk.log))

    def _time_passes(self, at_ms: int) -> None:
        """The timer rings by itself, at its latest, where no step says that it rang: scripts need not."""
        while self.up and (due := self.server.due) is not None:
            rings_ms = self.now_ms + due + LATE_MOST_MS - self.server.clock.now()
            if rings_ms >= at_ms:
                break
            self._at(max(self.now_ms, rings_ms))
            self._ring(None)
        self._at(max(self.now_ms, at_ms))

    def _at(self, at_ms: int) -> None:
        self.utc_ms += at_ms - self.now_ms
        self.now_ms = at_ms
        if self.up:
            ran_ms = self._reached_ms + at_ms - self._started_ms
            must(self.server.clock.now() == ran_ms, Promise.SESSION_TIME)

    def _ask(self, step: s.Asked) -> Answer | None:
        if not self.up:
            return None
        command = s.aimed(self.state, step)
        answer = self.server.ask(
            command, None if step.seat is None else SeatId(step.seat), step.id, step.dies
        )
        if answer is None:
            self._kill(None)
        return answer

    def _ring(self, step: s.Rang | None) -> None:
        if self.up:
            self.server.ring()

    def _speak(self, step: s.Spoke) -> None:
        if self.up:
            self.watch.spoke(SeatId(step.seat), self.server.forward(SeatId(step.seat)))

    # --- pages ---

    def _open(self, step: s.Opened) -> None:
        """Hello, and its answer, as `server.signaling` gives it."""
        seat = SeatId(step.seat)
        holder = self.state.seats.get(seat) if self.up else None
        if holder is None or holder.standing is Standing.REMOVED:
            return
        key, now = (step.seat, step.tab), self.session_ms()
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = Page(step.seat, now, lambda: self.now_ms)
        outlets = self.server.outlets
        if page.replaced or not outlets.claim(seat, page.shown_at_ms):
            page.close()
            return
        missed = outlets.missed(self.state, seat, page.epoch, page.audience, page.seq)
        outlets.enter(seat, page, self.state)
        if missed is None:
            page.greeted({"snapshot": outlets.snapshot(self.state, seat)})
        else:
            page.greeted({"missed": missed})
            self._in_step(page)
        self.server.entered(seat)

    def _cut(self, step: s.Cut) -> None:
        page = self.pages.get((step.seat, step.tab))
        if page is None or not page.open:
            return
        if not step.unread:
            page.read()
            self._in_step(page)
        page.read(leave=step.unread)
        page.close()
        if self.up:
            self.server.exit(SeatId(step.seat), page)

    def _in_step(self, page: Page) -> None:
        """A page that has read everything shows what the server would show it anew."""
        if not self.watch.watches or not self.up or page.replaced:
            return
        audience = audience_of(self.state, SeatId(page.seat))
        shown = view(self.state, audience)
        must((page.audience, page.view) == (audience, shown), Promise.IN_STEP, page)

    def _one_queue(self) -> None:
        """Everyone in the circle has just been told of the queue, in one order."""
        state = self.state
        for page in self.pages.values():
            if not (page.open and page.inbox and self.up):
                continue
            _, event, message = page.inbox[-1]
            told = message.get("changes" if event == "news" else "view", {})
            audience = message.get("audience")
            outside = audience in (Audience.WAITING, Audience.GONE)
            if not outside and (audience == Audience.LEADERS or not state.leaders_alone):
                must(told.get("hands") == list(state.hands), Promise.ONE_QUEUE, page)

    # --- crashes ---

    def _kill(self, step: s.Killed | None) -> None:
        """A kill takes back one second at most, and never what was committed."""
        if not self.up:
            return
        at = self.server.clock.now()
        self.up = False
        self.disk.reached_ms = max(self.disk.reached_ms, at - at % HEARTBEAT_MS)
        for page in self.pages.values():
            page.close()

    def _start(self, step: s.Started) -> None:
        if self.up:
            return
        self.runs += 1
        self._booted_ms = BOOTED_MS - 7_000_000 * (self.runs - 1)  # perhaps on another machine
        self._reached_ms, self._started_ms, self.up = self.disk.reached_ms, self.now_ms, True
        self.server = SimulatedServer(
            self.form, self.keeping, self.disk, self.watch, self.monotonic, self.runs
        )
        self.watch.restarted(self.state, self.server.plane)

    def _jump(self, step: s.Jumped) -> None:
        self.utc_ms += step.by_ms


TAKES: dict[type, Callable[[Meeting, Any], Answer | None]] = {
    s.Asked: Meeting._ask,
    s.Rang: Meeting._ring,
    s.Spoke: Meeting._speak,
    s.Opened: Meeting._open,
    s.Cut: Meeting._cut,
    s.Killed: Meeting._kill,
    s.Started: Meeting._start,
    s.Jumped: Meeting._jump,
}
