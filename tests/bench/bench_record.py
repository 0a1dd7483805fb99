"""What the structure record costs: to make one of two hours and twelve people, to draw it, to see it in a browser, to
take a hundred away.

Prints one table; fails nothing. `make bench` runs it, or `python -m tests.bench.bench_record`.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import async_playwright

from facilitation import commands as c
from facilitation.structure_record import StructureRecord
from facilitation.vocabulary import Keeping, Role
from server import wire
from server.pages.language import text
from server.record import archive
from server.record.making import Made, Sources, make, make_elsewhere
from server.record.page import page
from server.record.schema import from_json
from tests.bench.table import Row, below, percentile, show
from tests.chromium import find_chromium
from tests.facilitation.circle import Meeting
from tests.facilitation.forms import CLASSIC

RUNS = 9
SESSIONS = 100
LASTS_MS = 2 * 3_600_000
PEOPLE = 12
PAINTED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""
"""How many ms after it was asked for the page is on the screen."""


def two_hours(seed: int) -> Sources:
    """Twelve people, every phase of the classic form, hands, pauses, lost links, and some 2500 stretches of speech."""
    chance, meeting = random.Random(seed), Meeting()
    for role in (Role.LEADER, Role.CO_LEADER, *[Role.MEMBER] * (PEOPLE - 2)):
        meeting.ask(c.TakeSeat(role), None)
    for seat in [seat for seat, holder in meeting.state.seats.items() if not holder.sits]:
        meeting.ask(c.Admit(seat))
    seats = list(meeting.state.seats)
    meeting.ask(c.Begin())
    phases = len(CLASSIC.phases) - 1
    for number in range(phases):
        for _ in range(40):
            meeting.wait(LASTS_MS // phases // 40)
            seat = chance.choice(seats[2:])
            meeting.answer(c.RaiseHand(), seat)
            meeting.answer(c.LowerHand(), seat)
        meeting.settle()
        if number < phases - 1:
            meeting.advance()
    meeting.ask(c.End())
    said, now = [], 10_000
    while now < LASTS_MS - 10_000:
        length = chance.randint(400, 5_000)
        said.append((chance.choice(seats), now, now + length))
        now += length + chance.randint(-300, 900)
    lines = [wire.event_to_json(event) for event in meeting.log]
    return Sources(CLASSIC, False, lines, meeting.now, said, Keeping.SEAT_TIMELINE, "2026-11")


def timed(act: Callable[[], object], runs: int = RUNS) -> float:
    """The middle one of so many runs, in ms."""
    spent = []
    for _ in range(runs):
        before = time.perf_counter()
        act()
        spent.append((time.perf_counter() - before) * 1000)
    return percentile(spent, 0.5)


async def seen_ms(html: str) -> float:
    """Until Chromium has painted the page, from when it is asked for: the middle one of so many runs."""
    spent = []
    with TemporaryDirectory() as folder:
        (file := Path(folder, "record.html")).write_text(html, "utf-8")
        async with async_playwright() as running:
            browser = await running.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
            for _ in range(RUNS):
                shown = await browser.new_page(viewport={"width": 1440, "height": 900})
                await shown.goto(file.as_uri())
                spent.append(await shown.evaluate(PAINTED))
                await shown.close()
            await browser.close()
    return percentile(spent, 0.5)


def rows() -> list[Row]:
    sources = two_hours(1)
    sums = sources._replace(keeping=Keeping.AGGREGATE)
    made = [record_of(make(two_hours(seed))) for seed in range(5)]
    records = {f"{number:016x}": made[number % len(made)] for number in range(SESSIONS)}
    before = time.perf_counter()
    for library in ("pyarrow.parquet", "pympi", "praatio.textgrid"):
        import_module(library)
    imported_ms = (time.perf_counter() - before) * 1000
    written = archive.write(records)
    draw = partial(page, made[0], "en", partial(text, "en"))
    drawn_ms, painted_ms = timed(draw), asyncio.run(seen_ms(draw()))
    return [
        below(
            f"a record of two hours, {PEOPLE} people, {len(sources.segments)} stretches of speech",
            timed(partial(make, sums)),
            200,
            "ms",
        ),
        Row(
            "   with the start of the process in which it is done, which gives way to voices",
            f"{timed(lambda: asyncio.run(make_elsewhere(sums)), 3):.0f} ms",
        ),
        Row("   with a seat timeline, for which both are made", f"{timed(partial(make, sources)):.0f} ms"),
        below(
            "its page, with a seat timeline: drawn, and painted by Chromium",
            (drawn_ms + painted_ms) / 1000,
            1,
            "s",
            3,
        ),
        Row("   of these drawn by the server", f"{drawn_ms:.0f} ms"),
        below(
            f"a ZIP of {SESSIONS} such sessions, every format",
            timed(lambda: archive.write(records), 3) / 1000,
            10,
            "s",
        ),
        Row("   of so many bytes", f"{len(written):,}"),
        Row("   importing the libraries before, once", f"{imported_ms:.0f} ms"),
    ]


def record_of(made: Made) -> StructureRecord:
    if made.record is None:
        sys.exit("no record was made")
    return from_json(made.record)


if __name__ == "__main__":
    show("The structure record", rows())
