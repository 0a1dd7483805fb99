"""What the form itself costs: commands decided and evolved, and the replay of a session's log."""

from __future__ import annotations

import time
from collections.abc import Iterator

from facilitation import commands as c
from facilitation import events as e
from facilitation.reach import reach
from facilitation.session import decide
from facilitation.state import SessionState, evolve, fold
from facilitation.vocabulary import SeatId
from tests.bench.table import Row, percentile, ratio
from tests.facilitation.circle import ANN, BEN, CAT, DAN, LEA, at

EVENTS = 500
RUNS = 20


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


def rows() -> list[Row]:
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
    return [
        Row("commands decided and evolved a second", f"{percentile(plain, 0.5):,.0f}"),
        Row("   with reach of the circle as well", f"{percentile(whole, 0.5):,.0f}"),
        ratio("   cost with reach : without", percentile(plain, 0.5), percentile(whole, 0.5)),
        Row(f"replay of a session of {EVENTS} events", f"{percentile(replays, 0.5):.1f} ms"),
    ]
