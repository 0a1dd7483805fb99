"""Every promise can fail: the form or its server is broken on purpose, and some meeting shows it."""

from __future__ import annotations

import pytest

from tests.facilitation.forms import FORMS
from tests.simulation.mutations import MUTATIONS, Mutation
from tests.simulation.promises import Broken, Promise
from tests.simulation.weather import STORM
from tests.simulation.world import World

SEEDS = 60


def broken_in(seed: int, form: str) -> Broken | None:
    try:
        World(seed, FORMS[form], STORM).run()
    except Broken as broken:
        return broken
    return None


@pytest.mark.slow
@pytest.mark.unhurried
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.mutate.__name__)
def test_a_promise_can_be_broken(mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    mutation.mutate(monkeypatch)
    shown = []
    for seed in range(SEEDS):
        if broken := broken_in(seed, mutation.form):
            shown.append(f"{seed}: {broken}")
            if broken.promise is mutation.breaks:
                return
    raise AssertionError(f"only {shown[:5]} broke")


def test_every_promise_has_a_mutation() -> None:
    assert {mutation.breaks for mutation in MUTATIONS} == set(Promise)
