"""Simulated meetings by the thousand; of the first that breaks a promise the smallest such trace, as a script.

make simulate ARGS="--seeds 1000 --format fishbowl --from 17 --processes 2"
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.facilitation.forms import FORMS
from tests.simulation.promises import Broken
from tests.simulation.runs import KEYS, Failure, Tally, simulate_all
from tests.simulation.script import REGRESSIONS, script
from tests.simulation.shrink import shrink
from tests.simulation.world import World


def main() -> int:
    options = _options()
    seeds = range(options.first, options.first + options.seeds)
    tally, began = Tally(), time.perf_counter()
    told = began
    for some in simulate_all(seeds, options.format, options.processes):
        tally.add(some)
        if tally.failures:
            break
        if time.perf_counter() - told > 10:
            told = time.perf_counter()
            print(_pace(tally, told - began), flush=True)
    print(_pace(tally, time.perf_counter() - began))
    for line in coverage(tally):
        print(line)
    if tally.failures:
        show(tally.failures[0])
    return bool(tally.failures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation", description=__doc__.partition(chr(10))[0]
    )
    parser.add_argument("--seeds", type=int, default=1_000, help="how many meetings")
    parser.add_argument("--from", type=int, default=0, dest="first", metavar="SEED", help="the first seed")
    parser.add_argument("--format", choices=KEYS, help="one format; otherwise they take turns")
    parser.add_argument("--processes", type=int, default=1)
    return parser.parse_args()


def _pace(tally: Tally, seconds: float) -> str:
    seeds = tally.seeds.total()
    return f"{seeds:,} seeds, {tally.steps:,} steps in {seconds:.1f} s: {seeds / seconds:.1f} seeds a second"


def coverage(tally: Tally) -> list[str]:
    """Where the meetings went, format by format, and what never happened in any of them."""
    lines = [f"{'format':22}{'seeds':>8}{'to the last phase':>20}{'to the end':>12}{'minutes':>10}"]
    for key in KEYS:
        if seeds := tally.seeds[key]:
            last, end = tally.led_to_last[key] / seeds, tally.led_to_end[key] / seeds
            lines.append(f"{key:22}{seeds:>8,}{last:>20.1%}{end:>12.1%}{tally.minutes[key] / seeds:>10.0f}")
    never = tally.never()
    rare = f"Did not come up in so few seeds: {', '.join(never)}"
    return [*lines, rare if never else "Every command, event and phase occurred."]


def show(failure: Failure) -> None:
    """The failing seed again, made as small as it will go."""
    print(f"\nSeed {failure.seed}, {failure.form}: {failure.promise} ({failure.detail})")
    world = World(failure.seed, FORMS[failure.form])
    try:
        world.run()
    except Broken as broken:
        small = shrink(FORMS[failure.form], world.trace, broken.promise)
        print(
            f"{len(world.trace)} steps, of which {len(small)} are needed. To keep it as a test, lay it under"
        )
        print(f"{REGRESSIONS.relative_to(REGRESSIONS.parents[2])}/seed_{failure.seed}.py:\n")
        print(script(failure.form, failure.seed, broken.promise, small))
    else:
        print("It did not break again: something in this run is not of the seed.")


if __name__ == "__main__":
    sys.exit(main())
