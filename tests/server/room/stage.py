"""A room on a stage: its store and its plane write down what happens, its clock costs nothing."""

from __future__ import annotations

import asyncio
from typing import Any

from facilitation import commands as c
from facilitation.format import Format
from facilitation.reading import parse
from facilitation.vocabulary import Role, SeatId
from server.clock import SessionClock
from server.formats import find
from server.room import Room
from server.room.room import NOTHING
from server.store import Noting
from tests.server.memory import MemoryStore, WrittenPlane

CLASSIC = parse(find("classic").text, "classic.toml")
LEADER, ANN, BEN = SeatId(1), SeatId(2), SeatId(3)


class Stage:
    """A room with what surrounds it; `journal` is what happened in the world, in order."""

    def __init__(
        self, store: MemoryStore | None = None, form: Format = CLASSIC, noting: Noting = NOTHING
    ) -> None:
        self.form, self.noting = form, noting
        self.journal: list[Any] = []
        self.store = store or MemoryStore()
        self.store.journal = self.journal
        self.plane = WrittenPlane(self.journal)

    async def open(self) -> Room:
        loop = asyncio.get_running_loop()
        store: Any = self.store
        self.room = await Room.open(
            "s", self.form, store, self.plane, "epoch", lambda _: None,
            lambda reached: SessionClock(reached, lambda: round(loop.time() * 1000)),
            noting=self.noting,
        )  # fmt: skip
        return self.room

    async def ok(self, command: c.Command, actor: SeatId | None = LEADER) -> None:
        answer = await self.room.ask(command, actor)
        assert answer == {"ok": True}, answer

    async def gather(self) -> None:
        """A leader, and Ann and Ben in the circle; links up."""
        for role in (Role.LEADER, Role.MEMBER, Role.MEMBER):
            await self.ok(c.TakeSeat(role), None)
        for seat in (ANN, BEN):
            await self.ok(c.Admit(seat))

    async def to_discussion(self) -> None:
        """Ann presents and has pushed back."""
        await self.gather()
        await self.ok(c.Begin())
        await self.ok(c.Advance(self.room.state.entry))
        await self.ok(c.OfferCase(1), ANN)
        await self.ok(c.ChoosePresenter(1, ANN))
        for _ in range(3):
            await self.ok(c.Advance(self.room.state.entry))
        assert self.room.state.pushed_back == ANN
