"""Figures of a distribution: each worked by hand, with what must hold of any."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.measures import binned, evenness, gini, hundredths, in_groups, over, reciprocity, shares

AMOUNTS = st.lists(st.integers(0, 10_000), max_size=16)


@pytest.mark.parametrize(
    ("amounts", "are"), [([], None), ([0, 0], None), ([3], [1.0]), ([1, 5, 2], [0.625, 0.25, 0.125])]
)
def test_shares(amounts: list[int], are: list[float] | None) -> None:
    assert shares(amounts) == are


@pytest.mark.parametrize(
    ("parts", "groups", "told"),
    [
        ([0.5, 0.3, 0.1, 0.1], 2, [0.4, 0.4, 0.1, 0.1]),
        ([0.6, 0.2, 0.1, 0.1, 0.0], 2, [0.3, 0.3, 0.3, 0.05, 0.05]),
        ([0.4, 0.3, 0.2, 0.1], 3, [0.35, 0.35, 0.2, 0.1]),
    ],
)
def test_in_groups(parts: list[float], groups: int, told: list[float]) -> None:
    assert in_groups(parts, groups) == pytest.approx(told)


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=16).filter(any), st.integers(2, 3))
def test_groups_keep_the_sum_and_the_order_and_what_is_equal(amounts: list[int], groups: int) -> None:
    told = in_groups(shares(amounts) or [], groups)
    assert len(told) == len(amounts) and sum(told) == pytest.approx(1)
    assert all(one >= then - 1e-9 for one, then in pairwise(told))
    assert len(set(amounts)) > 1 or told == pytest.approx([1 / len(amounts)] * len(amounts))


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([], []),
        ([0, 0], [0, 0]),
        ([1, 1, 1], [34, 33, 33]),
        ([2, 1], [67, 33]),
        ([9, 37, 35, 20], [9, 36, 35, 20]),
    ],
)
def test_hundredths(amounts: list[int], told: list[int]) -> None:
    assert hundredths(amounts) == told
    assert sum(hundredths(amounts, 87)) == (87 if any(amounts) else 0)


@given(AMOUNTS.filter(any))
def test_hundredths_come_to_a_hundred_and_none_is_a_whole_one_off(amounts: list[int]) -> None:
    told, whole = hundredths(amounts), sum(amounts)
    assert sum(told) == 100
    assert all(abs(one - 100 * amount / whole) < 1 for one, amount in zip(told, amounts, strict=True))


@pytest.mark.parametrize(
    ("amounts", "is_"),
    [
        ([], None),
        ([0, 0, 0], None),
        ([7], 0.0),
        ([4, 4, 4, 4], 0.0),
        ([0, 0, 0, 9], 0.75),
        # (2 · (1·1 + 2·2 + 3·5) / 8 - 4) / 3
        ([5, 1, 2], 1 / 3),
        # Mean difference 2·(1+2+3+1+2+1)/16 = 1.25, over twice the mean, 2.5
        ([1, 2, 3, 4], 0.25),
    ],
)
def test_gini(amounts: list[int], is_: float | None) -> None:
    assert gini(amounts) == pytest.approx(is_)


@pytest.mark.parametrize(
    ("amounts", "is_"),
    [
        ([], None),
        ([0, 0], None),
        ([5], None),
        ([5, 5, 5], 1.0),
        ([5, 0], 0.0),
        # (1/2·ln 2 + 2 · 1/4·ln 4) / ln 3 = 1.5·ln 2 / ln 3
        ([2, 1, 1], 0.946395),
        # The two who said nothing count among the four: ln 2 / ln 4
        ([1, 1, 0, 0], 0.5),
    ],
)
def test_evenness(amounts: list[int], is_: float | None) -> None:
    assert evenness(amounts) == pytest.approx(is_, abs=1e-6)


@pytest.mark.parametrize(
    ("matrix", "is_"),
    [
        ({}, None),
        ({(1, 1): 5}, None),
        ({(1, 2): 3}, 0.0),
        ({(1, 2): 3, (2, 1): 3}, 1.0),
        # min(3, 1) twice, of 3 + 1 + 4
        ({(1, 2): 3, (2, 1): 1, (2, 3): 4, (3, 3): 9}, 0.25),
    ],
)
def test_reciprocity(matrix: dict[tuple[int, int], int], is_: float | None) -> None:
    assert reciprocity(matrix) == is_


def test_bins_begin_with_their_edge() -> None:
    assert binned([], (0, 10)) == [0, 0, 0]
    assert binned([-1, 0, 9, 10, 11, 99], (0, 10)) == [1, 2, 3]


def test_longer_than_a_limit_is_not_as_long() -> None:
    assert over([3, 4, 10, 11], (3, 10)) == [3, 1]


@given(AMOUNTS)
def test_what_holds_of_any_amounts(amounts: list[int]) -> None:
    unequal, even, parts = gini(amounts), evenness(amounts), shares(amounts)
    if unequal is None or parts is None:
        assert sum(amounts) == 0 and unequal is even is parts is None
        return
    size = len(amounts)
    assert -1e-9 <= unequal <= (size - 1) / size + 1e-9
    assert sum(parts) == pytest.approx(1) and parts == sorted(parts, reverse=True)
    assert unequal == pytest.approx(gini([7 * amount for amount in amounts]))
    assert unequal == pytest.approx(gini(amounts * 2)), "twice the same group is as unequal"
    assert (even is None) == (size == 1)
    assert even is None or -1e-9 <= even <= 1 + 1e-9


@given(st.dictionaries(st.tuples(st.integers(1, 4), st.integers(1, 4)), st.integers(0, 9)))
def test_what_holds_of_any_transitions(matrix: dict[tuple[int, int], int]) -> None:
    mutual = reciprocity(matrix)
    assert mutual is None or 0 <= mutual <= 1
    assert mutual == reciprocity({(other, one): count for (one, other), count in matrix.items()})
