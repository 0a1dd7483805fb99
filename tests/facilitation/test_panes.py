"""A pane is kept while its fields are the same objects: so its maker may read no field that the pane does not name."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from facilitation.audience import Audience, live_views, renewed, view
from facilitation.evolution import evolve
from facilitation.panes import LEADERS, MEMBERS, PRESENTER, PRIVATE, WAITING, Pane
from facilitation.state import SessionState
from tests.facilitation.situations import SITUATIONS

FIELDS = {f.name for f in fields(SessionState)} - {"format", "keeping"}
PANES = [pane for panes in (LEADERS, MEMBERS, PRESENTER, PRIVATE, WAITING) for pane in panes.values()]


class Attentive(SessionState):
    """Remembers which of its fields were read."""

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            object.__getattribute__(self, "read").add(name)
        return object.__getattribute__(self, name)


def read_by(pane: Pane, state: SessionState) -> set[str]:
    attentive = object.__new__(Attentive)
    attentive.__dict__.update(state.__dict__, read=set())
    pane.make(attentive)
    return set(object.__getattribute__(attentive, "read"))


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_a_pane_reads_no_field_that_it_does_not_name(situation: Any) -> None:
    state = situation().state
    for pane in PANES:
        assert read_by(pane, state) <= set(pane.of)


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_views_made_of_the_ones_before_are_the_views(situation: Any) -> None:
    log = situation().log
    state = SessionState(situation().state.format, situation().state.keeping)
    views = live_views(state)
    for event in log:
        before, state = state, evolve(state, event)
        older = views
        views, told = renewed(older, before, state)
        assert views == live_views(state)
        for audience in Audience:
            assert told[audience].items() <= views[audience].items()
            assert views[audience] == {**older[audience], **told[audience]}
            assert all(older[audience][key] != value for key, value in told[audience].items())
    for audience in Audience:
        whole = view(state, audience)
        for never_changes in ("plan", "titles"):
            whole.pop(never_changes, None)
        assert whole == views[audience]
