"""Two workers that are no processes: they do what they are told while a test lets them, and keep it in mind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from server.media import messages as m
from server.media.lag import Lag
from server.media.pipe import OnFrame
from server.media.plane import Totals
from server.media.workers import Workers
from tests.waiting import turns

FIRST_PORT = 8081
TELLS_S = 0.5

_T = TypeVar("_T")


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


@dataclass(eq=False)
class Hand:
    """One worker."""

    on_frame: OnFrame
    on_end: Callable[[], None]
    orders: list[m.Order] = field(default_factory=list)
    obeys: bool = True
    tells: bool = True
    reads: bool = True
    over: bool = False
    begun: bool = False
    bound: bool = False
    """Whether its port is another program's."""
    sums: Totals = field(default_factory=lambda: Totals(0, 0, {}, {}, 0, {}))

    def tell(self, frame: bytes) -> bool:
        order = m.order(frame)
        assert order is not None
        self.orders.append(order)
        if self.obeys and not self.over:
            asyncio.get_running_loop().call_soon(self._obey, order)
        return self.reads

    def finish(self) -> None:
        self.kill()

    def kill(self) -> None:
        if not self.over:
            self.over = True
            asyncio.get_running_loop().call_soon(self.on_end)

    die = kill

    def say(self, report: m.Report | bytes | None) -> None:
        if not self.over:
            self.on_frame(report if report is None or isinstance(report, bytes) else m.packed(report))

    def had(self, kind: type[_T]) -> list[_T]:
        """The orders of this kind."""
        return [order for order in self.orders if isinstance(order, kind)]

    def _obey(self, order: Any) -> None:
        match order:
            case m.Begin() if self.bound:
                self.say(m.NotBegun(98, "Address already in use"))
            case m.Begin():
                self.begun = True
                self.say(m.Began(order.port, "C"))
                self._tell_sums()
            case m.Answer():
                self.say(m.Answered(order.ask, f"answer to {order.offer}"))
            case m.Restart():
                self.say(m.Failed(order.ask, "offer", "no_connection", ""))
            case m.OpenRoom():
                pass
            case _:
                self.say(m.Done(order.ask))

    def _tell_sums(self) -> None:
        if not self.over and self.tells:
            self.say(m.Sums(self.sums, Lag()))
            asyncio.get_running_loop().call_later(TELLS_S, self._tell_sums)


class Crew:
    """`plane` has two workers; `hired` are all that there ever were, in the order of their hiring."""

    def __init__(self, count: int = 2) -> None:
        self.hired: list[Hand] = []
        self.plane = Workers(count, self._hire)
        self.told: list[Any] = []
        """Links as the room was told of them, and rooms whose connections are lost."""
        self.plane.on_link = lambda *link: self.told.append(link)
        self.plane.on_lost = self.told.append
        self.next_is_bound = 0
        """So many of the next that are hired find their port taken."""

    async def start(self) -> None:
        await self.plane.start("0.0.0.0", FIRST_PORT, ["192.0.2.50"])
        await turns(2)

    @property
    def at_work(self) -> list[Hand]:
        return [hand for hand in self.hired if hand.begun and not hand.over]

    def of(self, room: str) -> Hand:
        """The worker that was told last to open it."""
        return next(
            hand for hand in reversed(self.hired) if any(one.room == room for one in hand.had(m.OpenRoom))
        )

    async def _hire(self, on_frame: OnFrame, on_end: Callable[[], None]) -> Hand:
        hand = Hand(on_frame, on_end, bound=self.next_is_bound > 0)
        self.next_is_bound -= 1
        self.hired.append(hand)
        return hand
