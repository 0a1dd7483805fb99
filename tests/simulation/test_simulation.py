"""Whole meetings in every format, with all the bad luck that a seed can bring, keep every promise."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from tests.facilitation.forms import FORMS
from tests.simulation.runs import KEYS, Tally, simulate_all
from tests.simulation.watch import Watch
from tests.simulation.weather import CALM
from tests.simulation.world import World


def tally_of(seeds: range, processes: int = 1) -> Tally:
    tally = Tally()
    for some in simulate_all(seeds, processes=processes):
        tally.add(some)
    return tally


@pytest.mark.brief
def test_two_meetings_in_every_format_keep_every_promise() -> None:
    tally = tally_of(range(2 * len(KEYS)))
    assert tally.failures == []
    assert set(tally.seeds) == set(KEYS) == set(tally.led_to_end)


@pytest.mark.slow
@pytest.mark.unhurried
def test_two_thousand_meetings_keep_every_promise_and_go_everywhere() -> None:
    tally = tally_of(range(2_000), processes=min(2, os.cpu_count() or 1))
    assert tally.failures == []
    assert tally.never() == []
    # Somebody may press "end" too early, or every leader may leave; hardly ever.
    assert [key for key in KEYS if tally.led_to_last[key] < 0.95 * tally.seeds[key]] == []


@pytest.mark.parametrize("key", KEYS)
def test_a_meeting_without_bad_luck_is_led_through_every_phase_that_must_be_held(key: str) -> None:
    watch = Watch(FORMS[key])
    world = World(3, FORMS[key], CALM, watch).run()
    assert world.state.phase_index == len(FORMS[key].phases) - 1
    assert {phase.key for phase in FORMS[key].phases if not phase.optional} <= set(watch.phases)


def test_a_seed_is_the_same_meeting_in_every_process() -> None:
    """No order of a set or of texts is in it."""
    tells = (
        "import hashlib; from tests.facilitation.forms import FORMS; from tests.simulation.world import World; "
        "print(hashlib.sha256(repr(World(12, FORMS['psychodrama']).run().trace).encode()).hexdigest())"
    )
    here = hashlib.sha256(repr(World(12, FORMS["psychodrama"]).run().trace).encode()).hexdigest()
    chance = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": "."}
    told = subprocess.run(
        [sys.executable, "-c", tells], env=chance, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == here
