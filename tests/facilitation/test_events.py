"""Events: what a stored line may be made of."""

from __future__ import annotations

import inspect
from dataclasses import FrozenInstanceError, fields
from typing import get_args, get_type_hints

import pytest

from facilitation import events as e
from facilitation.vocabulary import (
    Circle,
    Floor,
    Gate,
    Hold,
    Intervention,
    Part,
    Role,
    SeatId,
    Standing,
    Word,
)

EVENTS = get_args(e.Event)


def test_the_union_names_every_event_of_the_module() -> None:
    written = {
        item
        for _, item in inspect.getmembers(e, inspect.isclass)
        if item.__module__.startswith("facilitation.events.")
    }
    assert written == set(EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_an_event_is_a_time_and_words_of_the_glossary(event: type) -> None:
    """Seats, counters, times and the glossary's words: so no name, text or address can get into the log."""
    hints = get_type_hints(event)
    assert next(iter(hints)) == "at"
    assert set(hints.values()) <= {
        int, int | None, bool, SeatId, tuple[SeatId, ...], Role, Standing, Floor, Gate, Word, Hold, Circle, Part,
        Intervention,
    }  # fmt: skip
    assert [field.name for field in fields(event)] == list(hints)


def test_an_event_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        e.SessionEnded(1).at = 2  # type: ignore[misc]
