"""Turns of a round: everybody has one in each, and no more than a few at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import async_solipsism
import pytest

from server.media.rounds import Rounds
from tests.waiting import passes


@pytest.mark.parametrize(
    ("people", "turns"), [(0, [0]), (1, [1]), (8, [8]), (9, [5, 4]), (40, [8] * 5), (199, [20] * 9 + [19])]
)
def test_everybody_has_a_turn_in_each_round(people: int, turns: list[int]) -> None:
    taken: list[tuple[float, Sequence[int]]] = []

    async def two_rounds() -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()

        def see_to(some: Sequence[int]) -> None:
            taken.append((round(loop.time() - began, 6), some))

        rounds = Rounds(lambda: range(people), see_to, every_s=0.05, at_once=8)
        rounds.begin()
        await passes(0.05 * 3 - 0.001)
        rounds.end()
        rounds.end()
        await passes(1)

    with asyncio.Runner(loop_factory=async_solipsism.EventLoop) as runner:
        runner.run(two_rounds())
    assert [len(some) for _, some in taken] == turns * 2
    assert [one for _, some in taken for one in some] == [*range(people)] * 2
    apart = {round(later - at, 6) for (at, _), (later, _) in zip(taken, taken[1:], strict=False)}
    assert apart == {round(0.05 / len(turns), 6)}
    assert taken[0][0] == 0.05
