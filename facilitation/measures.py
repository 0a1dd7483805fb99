"""Figures of a distribution: how uneven, how even, how mutual. They describe a group and never score it.

Definitions and references are in docs/record/metrics.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import log


def shares(amounts: Sequence[int]) -> list[float] | None:
    """Each one's part of the whole, the largest first; None where there is no whole."""
    whole = sum(amounts)
    return [amount / whole for amount in sorted(amounts, reverse=True)] if whole else None


def in_groups(parts: Sequence[float], groups: int) -> list[float]:
    """Parts, the largest first, each as the mean of its group: so many groups, and no more than there are parts, as
    equal in size as may be, the larger ones first. Their sum and their order stay."""
    told: list[float] = []
    for size in group_sizes(len(parts), groups):
        group = parts[len(told) : len(told) + size]
        told += [sum(group) / size] * size
    return told


def group_sizes(members: int, groups: int) -> list[int]:
    """As equal as may be, the larger ones first."""
    size, over = divmod(members, groups)
    return [size + (number < over) for number in range(groups)]


def hundredths(amounts: Sequence[float], whole_is: int = 100) -> list[int]:
    """Of their sum, in whole numbers that come to `whole_is`: those cut most get what is left. Of nothing none."""
    whole = sum(amounts)
    if not whole:
        return [0] * len(amounts)
    exact = [whole_is * amount / whole for amount in amounts]
    told = [int(one) for one in exact]
    cut_most = sorted(range(len(exact)), key=lambda n: told[n] - exact[n])
    for n in cut_most[: whole_is - sum(told)]:
        told[n] += 1
    return told


def gini(amounts: Sequence[int]) -> float | None:
    """0 where all have the same, (n - 1) / n where one has all; None where nobody has anything."""
    whole, size = sum(amounts), len(amounts)
    if not whole:
        return None
    ranked = sum(rank * amount for rank, amount in enumerate(sorted(amounts), 1))
    return (2 * ranked / whole - size - 1) / size


def evenness(amounts: Sequence[int]) -> float | None:
    """Shannon's entropy of the shares over the most it can be: 1 where all have the same, 0 where one has all. None
    where nobody has anything, or there is only one."""
    parts = shares(amounts)
    if parts is None or len(amounts) < 2:
        return None
    return sum(-part * log(part) for part in parts if part) / log(len(amounts))


def reciprocity(matrix: Mapping[tuple[int, int], int]) -> float | None:
    """What part of all transitions is answered by one the other way; None where there is none. (n, n) counts for
    nothing."""
    between = {(one, other): count for (one, other), count in matrix.items() if one != other}
    whole = sum(between.values())
    if not whole:
        return None
    return sum(min(count, between.get((other, one), 0)) for (one, other), count in between.items()) / whole


def binned(values: Iterable[int], edges: Sequence[int]) -> list[int]:
    """How many lie below the first edge, how many from each edge to the next, and how many from the last edge on."""
    counts = [0] * (len(edges) + 1)
    for value in values:
        counts[bisect_right(edges, value)] += 1
    return counts


def over(values: Sequence[int], limits: Sequence[int]) -> list[int]:
    """How many are longer than each limit."""
    return [sum(value > limit for value in values) for limit in limits]
