"""Many simulated meetings: what they cost, where they went, and which promises were broken in them."""

from __future__ import annotations

import gc
import multiprocessing
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import get_args

from facilitation import commands as c
from facilitation import events as e
from facilitation.vocabulary import Stage
from tests.facilitation.forms import FORMS
from tests.simulation.promises import Broken, Promise
from tests.simulation.watch import Watch
from tests.simulation.world import World

KEYS = sorted(FORMS)
CHUNK = 12
COMMANDS = [kind.__name__ for kind in get_args(c.Command)]
EVENTS = [kind.__name__ for kind in get_args(e.Event)]


@dataclass(frozen=True, slots=True)
class Failure:
    seed: int
    form: str
    promise: Promise
    detail: str


@dataclass
class Tally:
    """Of some meetings; counters by format where that makes a difference."""

    seeds: Counter[str] = field(default_factory=Counter)
    led_to_last: Counter[str] = field(default_factory=Counter)
    """The last phase was entered."""
    led_to_end: Counter[str] = field(default_factory=Counter)
    """A leader ended the meeting in its last phase."""
    minutes: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    granted: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    phases: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name, mine in vars(self).items():
            theirs = getattr(other, name)
            if isinstance(mine, Counter):
                mine.update(theirs)
            else:
                setattr(self, name, mine + theirs)

    def never(self) -> list[str]:
        """The commands that were never granted, the events that never happened, the phases that nobody entered, the
        formats that nobody led to their end."""
        kinds = [name for name in COMMANDS if not self.granted[name]]
        kinds += [name for name in EVENTS if not self.events[name]]
        forms = [key for key in KEYS if self.seeds[key]]
        phases = [(key, phase.key) for key in forms for phase in FORMS[key].phases]
        kinds += [f"{key}: {phase}" for key, phase in phases if not self.phases[key, phase]]
        return kinds + [f"{key}: its end" for key in forms if not self.led_to_end[key]]


def form_of(seed: int, form: str | None) -> str:
    """The formats take turns."""
    return form or KEYS[seed % len(KEYS)]


def simulate(seed: int, form: str) -> Tally:
    tally, watch = Tally(), Watch(FORMS[form])
    world = World(seed, FORMS[form], watch=watch)
    try:
        world.run()
    except Broken as broken:
        tally.failures.append(Failure(seed, form, broken.promise, broken.detail))
    except Exception as error:
        error.add_note(f"seed {seed}, {form}")
        raise
    last = FORMS[form].phases[-1].key
    ended = world.state.stage is Stage.ENDED and world.state.phase_index == len(FORMS[form].phases) - 1
    tally.seeds[form] += 1
    tally.led_to_last[form] += bool(watch.phases[last])
    tally.led_to_end[form] += ended
    tally.minutes[form] += world.now_ms // 60_000
    tally.steps += len(world.trace)
    tally.granted, tally.events = watch.granted, watch.events
    tally.phases = Counter({(form, phase): times for phase, times in watch.phases.items()})
    return tally


def spare_the_collector() -> None:
    """What is there by now stays: looking through it again and again is a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000)


def simulate_some(seeds: Sequence[int], form: str | None) -> Tally:
    spare_the_collector()
    tally = Tally()
    for seed in seeds:
        tally.add(simulate(seed, form_of(seed, form)))
    return tally


def simulate_all(seeds: range, form: str | None = None, processes: int = 1) -> Iterator[Tally]:
    """A tally of every few meetings, in the order of their seeds."""
    chunks = [seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK)]
    if processes == 1:
        yield from (simulate_some(chunk, form) for chunk in chunks)
        return
    # Not forked: whoever simulates may have threads and open databases.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn) as pool:
        try:
            yield from pool.map(simulate_some, chunks, [form] * len(chunks))
        finally:
            pool.shutdown(cancel_futures=True)
