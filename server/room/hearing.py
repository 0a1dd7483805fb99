"""Who hears and sees whom, as the media plane has confirmed it. A plane that does not confirm is silenced."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from facilitation.reach import Reach
from facilitation.vocabulary import SeatId
from server.room.faces import MediaPlane

log = structlog.get_logger()

CONFIRM_S = 0.25
"""A plane that has not confirmed a change of reach by then is silenced."""
AGAIN_S = 1.0
"""After a disk or a plane that refused: until it is tried again."""


class Hearing:
    def __init__(self, session: str, plane: MediaPlane) -> None:
        self.reach: Mapping[SeatId, Reach] = {}
        """In effect in the plane."""
        self.again_at_s = 0.0
        """On the loop's clock: not before then is a plane that refused asked again."""
        self._session = session
        self._plane = plane
        self._silenced = False

    async def confirm(self, wanted: Mapping[SeatId, Reach]) -> None:
        """In effect in the plane when it returns, or nobody is heard: deny on error."""
        if wanted == self.reach:
            return
        try:
            await asyncio.wait_for(
                self._plane.set_reach(self._session, {int(seat): one for seat, one in wanted.items()}),
                CONFIRM_S,
            )
            self.reach, self._silenced = wanted, False
        except Exception as error:
            self.silence()
            self.again_at_s = asyncio.get_running_loop().time() + AGAIN_S
            if not self._silenced:  # once, however often it is tried again
                log.error("plane_silenced", room=self._session, reason=type(error).__name__)
            self._silenced = True

    def silence(self) -> None:
        self._plane.silence(self._session)
        self.reach = {}
