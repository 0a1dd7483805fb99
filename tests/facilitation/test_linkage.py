"""Whoever holds the records of two evenings of one group, and tries to say which share is whose in both, does hardly
better than chance."""

from __future__ import annotations

import math
import random

import pytest

from facilitation.structure import structure
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping, SeatId
from tests.facilitation.circle import Meeting
from tests.facilitation.worked_session import a_group_of

PEOPLE, EVENING = 0.6, 0.4
"""How far the logarithm of somebody's speech is from the group's: by habit, and by the evening (standard deviations).
So two thirds of the spread are habits."""
GROUPS = 400
SPOKEN_MS = 300_000
FIRST = 3
"""The seats before it are the leaders'."""


def evening(chance: random.Random, habits: list[float]) -> list[int]:
    """How long each spoke, in ms; 300 s together."""
    weights = [math.exp(habit + chance.gauss(0, EVENING)) for habit in habits]
    return [round(SPOKEN_MS * weight / sum(weights)) for weight in weights]


def said(amounts: list[int]) -> list[Segment]:
    """One after the other, from the tenth second on."""
    begins = [10_000 + sum(amounts[:n]) for n in range(len(amounts))]
    return [Segment(SeatId(FIRST + n), begins[n], begins[n] + ms) for n, ms in enumerate(amounts)]


def guessed(chance: random.Random, meeting: Meeting, amounts: list[int]) -> list[int]:
    """Whose each of the record's shares is, in its order, as far as it says so: equal shares are anybody's."""
    made = structure(meeting.state.format, meeting.log, said(amounts), Keeping.AGGREGATE)
    assert made is not None and made.whole.shares is not None
    owners = sorted(range(len(amounts)), key=lambda n: -amounts[n])
    told = dict(zip(owners, made.whole.shares, strict=True))
    return sorted(owners, key=lambda n: (-told[n], chance.random()))


def found_again(members: int) -> float:
    """The part of the members whom the best matching of two records finds again: share by share, in their order."""
    chance, meeting = random.Random(members), a_group_of(members)
    found = 0
    for _ in range(GROUPS):
        habits = [chance.gauss(0, PEOPLE) for _ in range(members)]
        first, second = (guessed(chance, meeting, evening(chance, habits)) for _ in range(2))
        found += sum(one == other for one, other in zip(first, second, strict=True))
    return found / (GROUPS * members)


@pytest.mark.parametrize("members", [5, 6, 8, 9, 12])
def test_hardly_more_than_chance_finds_anybody_again(members: int) -> None:
    assert found_again(members) < 1 / members + 0.1
