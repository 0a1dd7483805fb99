"""Who hears and sees whom, as the media plane has confirmed it. A plane that does not confirm is silenced."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import structlog

from facilitation.reach import Reach, narrowed
from facilitation.soundness import SLOTS
from facilitation.vocabulary import SeatId
from server.room.faces import MediaPlane
from server.room.slots import Slots, assign

log = structlog.get_logger()

CONFIRM_S = 0.25
"""A plane that has not confirmed a change of reach by then is silenced."""
AGAIN_S = 1.0
"""After a disk or a plane that refused: until it is tried again."""


class Hearing:
    def __init__(
        self, session: str, plane: MediaPlane, seats: int, tell: Callable[[Slots], None] = lambda _: None
    ) -> None:
        """`tell` is told which seats have which slots, before anything is forwarded in them; never where a seat is its
        slot."""
        self.reach: Mapping[SeatId, Reach] = {}
        """In effect in the plane."""
        self.again_at_s = 0.0
        """On the loop's clock: not before then is a plane that refused asked again."""
        self._session = session
        self._limits: dict[object, Mapping[SeatId, Reach]] = {}
        self._turn = asyncio.Lock()
        self._plane = plane
        self._silenced = False
        self._borrowed = seats > SLOTS
        self._slots: Slots = {}
        self._tell = tell

    def limited(self, wanted: Mapping[SeatId, Reach]) -> Mapping[SeatId, Reach]:
        """`wanted`, as far as what is asked and not yet answered allows."""
        for limit in self._limits.values():
            wanted = narrowed(wanted, limit)
        return wanted

    async def limit(self, asked: object, limit: Mapping[SeatId, Reach]) -> None:
        """Until `lift`, nobody is heard beyond `limit`: at once, not after what waits for the disk."""
        self._limits[asked] = limit
        async with self._turn:
            await self._confirm(self.limited(self.reach))

    async def lift(self, asked: object, wanted: Callable[[], Mapping[SeatId, Reach]]) -> None:
        """Its limit, if it had one, is over: what is wanted is in effect when it returns, unless the plane refuses."""
        if self._limits.pop(asked, None) is not None and not self._silenced:
            await self.confirm(wanted())

    async def confirm(self, wanted: Mapping[SeatId, Reach]) -> None:
        """In effect in the plane when it returns, as far as the limits allow; or nobody is heard: deny on error."""
        async with self._turn:
            await self._confirm(self.limited(wanted))

    async def narrow(self, wanted: Mapping[SeatId, Reach]) -> None:
        """Nobody is heard beyond `wanted` when it returns, and nobody more than before."""
        async with self._turn:
            await self._confirm(self.limited(narrowed(self.reach, wanted)))

    async def _confirm(self, wanted: Mapping[SeatId, Reach]) -> None:
        if wanted == self.reach:
            return
        try:
            named = {int(seat): one for seat, one in wanted.items()}
            await asyncio.wait_for(self._plane.set_reach(self._session, named, self._lend(wanted)), CONFIRM_S)
            self.reach, self._silenced = wanted, False
        except BaseException as error:  # also of whoever waits no more: it is not known what is in effect
            self.silence()
            self.again_at_s = asyncio.get_running_loop().time() + AGAIN_S
            if not self._silenced:  # once, however often it is tried again
                log.error("plane_silenced", room=self._session, reason=type(error).__name__)
            self._silenced = True
            if not isinstance(error, Exception):
                raise

    def _lend(self, wanted: Mapping[SeatId, Reach]) -> Mapping[int, int] | None:
        if not self._borrowed:
            return None
        slots = assign(wanted, self._slots, SLOTS)
        if slots != self._slots:
            self._slots = slots
            self._tell(slots)
        return {int(seat): slot for seat, slot in slots.items()}

    def silence(self) -> None:
        self._plane.silence(self._session)
        self.reach = {}
