"""How unevenly members can have spoken of whom the means of halves or thirds are told: bounds of Gini and evenness.

Shares in falling order are a mixture of those in which the first k speak as long as one another and the others nothing.
Gini's figure is linear in it and evenness concave, so that either is extreme where as few of these are mixed as the
means allow: one for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from math import log

from facilitation.measures import group_sizes

TOLERANCE = 1e-9
Numbers = Sequence[float]
Mixed = list[tuple[int, float]]
"""How many speak, and what part of everything they say as long as one another; the fewest first."""


def bounds(parts: Numbers, groups: int) -> tuple[float, float]:
    """The most that Gini's figure, and the least that evenness can have been, of as many members as there are parts, in
    two or three groups; each part is the mean of its group, the largest first, and they come to 1."""
    members, extremes = len(parts), [*_extremes(parts, groups)]
    return max(_gini(one, members) for one in extremes), min(_evenness(one, members) for one in extremes)


def _extremes(parts: Numbers, groups: int) -> Iterator[Mixed]:
    """Of those in which the first group alone speaks the most uneven is the one in which one has it all."""
    members = len(parts)
    ends = [0, *accumulate(group_sizes(members, groups))]
    said = [sum(parts[begin:end]) / sum(parts) for begin, end in pairwise(ends)]
    told = {
        k: [max(0, min(k, end) - begin) / k for begin, end in pairwise(ends)]
        for k in (1, *range(ends[1] + 1, members + 1))
    }
    for spoke in combinations(told, groups):
        columns = [told[k] for k in spoke]
        whole = _determinant(*columns)
        if abs(whole) < TOLERANCE:
            continue
        weights = [
            _determinant(*columns[:n], said, *columns[n + 1 :]) / whole for n in range(groups)
        ]  # Cramer's rule
        if min(weights) >= -TOLERANCE:
            yield [*zip(spoke, weights, strict=True)]


def _determinant(first: Numbers, *others: Numbers) -> float:
    if len(others) == 1:
        return first[0] * others[0][1] - first[1] * others[0][0]
    (a, b, c), ((d, e, f), (g, h, i)) = first, others
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _gini(mixed: Mixed, members: int) -> float:
    return sum(part * (1 - spoke / members) for spoke, part in mixed)


def _evenness(mixed: Mixed, members: int) -> float:
    share, entropy, silent = 0.0, 0.0, members
    for spoke, part in reversed(mixed):
        # Between this many and the next greater number they have the same share.
        entropy -= _surprise(share) * (silent - spoke)
        share, silent = share + part / spoke, spoke
    return (entropy - _surprise(share) * silent) / log(members)


def _surprise(share: float) -> float:
    return share * log(share) if share > 0 else 0.0
