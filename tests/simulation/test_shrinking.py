"""A broken meeting is made small, written as a script, and the script tells the bug from its mending."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Role
from tests.facilitation.forms import CLASSIC, FORMS
from tests.simulation.meeting import Meeting
from tests.simulation.mutations import a_turn_outlives_its_phase
from tests.simulation.promises import Broken, Promise
from tests.simulation.script import read_script, script
from tests.simulation.shrink import broken_by, ddmin, shrink
from tests.simulation.steps import Asked, Step
from tests.simulation.world import World

pytestmark = [pytest.mark.slow, pytest.mark.unhurried]

FORM = "ordered_rounds"


def world_that_breaks(promise: Promise) -> World:
    for seed in range(40):
        world = World(seed, FORMS[FORM])
        try:
            world.run()
        except Broken as broken:
            if broken.promise is promise:
                return world
    raise AssertionError("nothing broke")


def test_a_bug_is_shrunk_to_a_script_that_fails_with_it_and_not_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        a_turn_outlives_its_phase(patch)
        world = world_that_breaks(promise := Promise.LIVE_TURN)
        small = shrink(FORMS[FORM], world.trace, promise)
        source = script(FORM, world.seed, promise, small)
        laid = tmp_path / "seed.py"
        laid.write_text(source)
        form, steps = read_script(laid)
        assert (form, steps) == (FORM, small)
        broken = broken_by(FORMS[form], steps)
        assert broken is not None and broken.promise is promise
    assert broken_by(FORMS[form], steps) is None
    # Somebody leads, somebody has a turn, the phase is over: nothing else is needed.
    assert len(small) <= 8 < len(world.trace)
    assert max(len(line) for line in source.splitlines()) <= 110


def test_without_any_one_of_its_steps_a_small_trace_does_not_fail() -> None:
    steps: list[Step] = [Asked(n, None, c.TakeSeat(Role.MEMBER)) for n in range(40)]
    needed = {steps[3], steps[17], steps[31]}
    assert set(ddmin(steps, needed.issubset)) == needed


def test_what_does_not_fail_is_not_shrunk() -> None:
    with pytest.raises(ValueError, match="does not break"):
        shrink(CLASSIC, [Asked(0, None, c.TakeSeat(Role.LEADER))], Promise.REPLAY)


def test_a_script_reads_as_it_was_written() -> None:
    world = World(5, CLASSIC).run()
    form, steps = read_script(script("classic", 5, Promise.REPLAY, world.trace))
    assert (form, steps) == ("classic", world.trace)


def test_a_trace_replays_without_its_world() -> None:
    for seed, form in enumerate(FORMS.values()):
        world = World(seed, form).run()
        again = Meeting(form).run(world.trace)
        assert again.state == world.state
        assert again.disk == world.meeting.disk
