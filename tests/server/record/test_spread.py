"""How unevenly members can have spoken, by the means of their halves or thirds: bounds, against what they did say."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.measures import evenness, gini, shares
from facilitation.structure import groups_told, shares_told
from facilitation.structure_record import BySpeaker, Part, StructureRecord, Transfers, Transitions
from server.record.contradictions import contradiction
from server.record.reckoning import rules
from server.record.spread import bounds
from tests.facilitation.test_structure import SAID, record
from tests.facilitation.worked_session import a_session

SUMS = record(a_session(), SAID)
AMOUNTS = st.lists(
    st.sampled_from((0, 1, 2, 40, 900)) | st.integers(0, 5_000), min_size=5, max_size=16
).filter(any)
ROUNDED = 0.02
"""The means are told in thousandths."""


@given(AMOUNTS)
def test_whatever_members_said_lies_within_them(amounts: list[int]) -> None:
    told = shares_told(shares(amounts) or [])
    most, least = bounds(told, groups_told(len(amounts)))
    assert (gini(amounts) or 0) <= most + ROUNDED and (evenness(amounts) or 0) >= least - ROUNDED


@pytest.mark.parametrize("means", [(6, 3, 1), (4, 4, 1), (5, 0, 0), (2, 2, 2), (7, 2, 0)])
def test_they_are_reached_and_no_wider(means: tuple[int, ...]) -> None:
    """Of nine who said whole numbers, each way in which the thirds come to these means."""
    thirds = [
        [
            one
            for one in product(range(3 * mean, -1, -1), repeat=3)
            if sum(one) == 3 * mean and [*one] == sorted(one)[::-1]
        ]
        for mean in means
    ]
    ways = [
        [*one, *then, *last]
        for one, then, last in product(*thirds)
        if one[-1] >= then[0] and then[-1] >= last[0]
    ]
    most, least = bounds([mean / 3 / sum(means) for mean in means for _ in range(3)], 3)
    assert max(gini(one) or 0 for one in ways) == pytest.approx(most, abs=0.02)
    assert min(evenness(one) or 0 for one in ways) == pytest.approx(least, abs=0.02)


def held(gini_: float, evenness_: float) -> str:
    """What is said of a record of twelve whose thirds said 51, 32 and 17 in a hundred."""
    parts = tuple(Part(one) for one in (0.128,) * 4 + (0.08,) * 4 + (0.042,) * 4)
    whole = replace(SUMS.whole, shares=parts, gini=Part(gini_), evenness=Part(evenness_))
    said = [
        one for one in rules(replace(SUMS, whole=whole)) if one.where in ("$.whole.gini", "$.whole.evenness")
    ]
    return "; ".join(f"{one.where}: {one.why}" for one in said)


def test_a_record_is_held_to_them() -> None:
    assert held(0.25, 0.95) == held(0.35, 0.85) == ""
    assert held(0.75, 0.95) == "$.whole.gini: members cannot have spoken so unevenly, by their shares"
    assert held(0.25, 0.8) == "$.whole.evenness: members cannot have spoken so unevenly, by their shares"


def followed(part: float, leaders: tuple[int, int], others: tuple[int, int]) -> StructureRecord:
    to = Transitions(
        BySpeaker(leaders[0], 0, leaders[1]), BySpeaker(0, 0, 0), BySpeaker(others[0], 0, others[1])
    )
    counts = sum((*leaders, *others))
    whole = replace(
        SUMS.whole, reciprocity=Part(part), transitions=to, transfers=Transfers(0, 0, 0, counts, 0, 0, 0)
    )
    return replace(SUMS, whole=whole)


@pytest.mark.parametrize(
    ("part", "leaders", "others", "can_be"),
    [
        (1.0, (0, 5), (5, 0), True),
        (1.0, (0, 6), (4, 0), False),
        (0.8, (0, 6), (4, 0), True),
        (0.7, (0, 6), (4, 0), False),  # 7 of 10 is odd
        (0.67, (0, 0), (0, 3), True),
        (1.0, (0, 0), (0, 3), False),
        (0.5, (2, 1), (1, 0), True),
        (0.0, (0, 1), (0, 0), True),
    ],
)
def test_reciprocity_is_held_to_who_followed_whom(
    part: float, leaders: tuple[int, int], others: tuple[int, int], can_be: bool
) -> None:
    said = {one.why for one in rules(followed(part, leaders, others)) if one.where == "$.whole.reciprocity"}
    assert (not said) is can_be


def test_a_record_that_was_counted_is_held_to_nothing_that_is_not_so() -> None:
    assert contradiction(SUMS) is None
