"""What the form itself costs: commands decided and evolved, a session's log replayed, a whole simulated meeting."""

from __future__ import annotations

import time
from collections.abc import Iterator

from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import evolve, fold
from facilitation.reach import reach
from facilitation.session import decide
from facilitation.state import SessionState
from facilitation.vocabulary import SeatId
from tests.bench.table import Row, below, percentile, ratio
from tests.facilitation.circle import ANN, BEN, CAT, DAN, LEA, at
from tests.facilitation.forms import CLASSIC
from tests.simulation.runs import spare_the_collector
from tests.simulation.watch import Unwatched
from tests.simulation.weather import CALM
from tests.simulation.world import World

EVENTS = 500
RUNS = 20
MEETING_MS = 90 * 60_000


def asked() -> Iterator[tuple[c.Command, SeatId]]:
    """What a lively discussion asks for, over and over."""
    entry = 5
    while True:
        for seat in (BEN, CAT, DAN):
            yield c.RaiseHand(), seat
        yield c.Recall(entry), LEA
        yield c.Extend(entry, 60_000), LEA
        yield c.PushBack(entry), LEA
        for seat in (DAN, CAT, BEN):
            yield c.LowerHand(seat), seat


def play(state: SessionState, *, reaching: bool) -> tuple[list[e.Event], int]:
    """Commands until the log has 500 events; how many commands that took."""
    log: list[e.Event] = []
    for count, (command, actor) in enumerate(asked()):
        if len(log) >= EVENTS:
            return log, count
        events = decide(state, command, actor, count * 1_000)
        state = fold(state, events)
        if reaching:
            reach(state)
        log += events
    raise AssertionError


def meetings() -> tuple[float, float]:
    """Milliseconds for 90 simulated minutes of a room of ten, and how many commands a meeting has; whole meetings are
    led, from the first to come in until the leaders end it, with their links, pages and the real outlets."""
    spent_s, lasted_ms, asked = 0.0, 0, 0
    for seed in range(RUNS):
        before = time.perf_counter()
        world = World(seed, CLASSIC, CALM, Unwatched(), pace=1.0, members=8).run()
        spent_s += time.perf_counter() - before
        lasted_ms += world.now_ms
        asked += len(world.trace)
    return spent_s * 1000 * MEETING_MS / lasted_ms, asked / RUNS


def rows() -> list[Row]:
    spare_the_collector()
    began = at("discussion")
    plain, whole, replays = [], [], []
    for _ in range(RUNS):
        for reaching, rates in ((False, plain), (True, whole)):
            before = time.perf_counter()
            log, count = play(began.state, reaching=reaching)
            rates.append(count / (time.perf_counter() - before))
        session = [*began.log, *log][:EVENTS]
        before = time.perf_counter()
        state = SessionState(began.state.format)
        for event in session:
            state = evolve(state, event)
        replays.append((time.perf_counter() - before) * 1000)
    assert began.state.presenter == ANN
    meeting_ms, steps = meetings()
    return [
        # The best run says what the code costs, the median also what else the machine did meanwhile.
        Row("commands decided and evolved a second, best run", f"{max(plain):,.0f}"),
        Row("   median run", f"{percentile(plain, 0.5):,.0f}"),
        Row("   with reach of the circle as well", f"{percentile(whole, 0.5):,.0f}"),
        ratio("   cost with reach : without", percentile(plain, 0.5), percentile(whole, 0.5)),
        Row(f"replay of a session of {EVENTS} events", f"{percentile(replays, 0.5):.1f} ms"),
        below("a simulated 90-minute meeting of ten", meeting_ms, 50, "ms"),
        Row("   what reaches the server in one meeting", f"{steps:.0f}"),
    ]
