"""Seeing to each of many once in a while, a few at a time: all in one go would hold up every voice for milliseconds.

Imports the standard library only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

One = TypeVar("One")


class Rounds(Generic[One]):
    def __init__(
        self,
        everybody: Callable[[], Sequence[One]],
        see_to: Callable[[Sequence[One]], None],
        *,
        every_s: float,
        at_once: int,
        turns_most: int = 10,
    ) -> None:
        """`everybody` is asked at the beginning of each round, which takes `every_s`; `see_to` must not raise."""
        self._everybody, self._see_to = everybody, see_to
        self._every_s, self._at_once, self._turns_most = every_s, at_once, turns_most
        self._left: Sequence[One] = ()
        self._share = 0
        self._apart_s = every_s
        self._due_s = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """On the running event loop, in `every_s` from now."""
        self._due_s = asyncio.get_running_loop().time()
        self._await_turn()

    def end(self) -> None:
        """Safe a second time."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _await_turn(self) -> None:
        loop = asyncio.get_running_loop()
        self._due_s = max(self._due_s + self._apart_s, loop.time())
        self._timer = loop.call_at(self._due_s, self._on_turn)

    def _on_turn(self) -> None:
        try:
            turn = self._next_turn()
        finally:  # whatever it raises, the next one comes
            self._await_turn()
        self._see_to(turn)

    def _next_turn(self) -> Sequence[One]:
        if not self._left:
            self._left = self._everybody()
            turns = max(1, min(self._turns_most, -(-len(self._left) // self._at_once)))
            self._share, self._apart_s = -(-len(self._left) // turns), self._every_s / turns
        turn, self._left = self._left[: self._share], self._left[self._share :]
        return turn
