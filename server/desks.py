"""A leader's desk on a second device: lent by a link that opens once, for some minutes; taken back at the desk.

In memory only: whoever has the place can lend it anew in a moment, so nothing of it outlives the server. May not import
pages or signaling.
"""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from facilitation.vocabulary import Code, Refused, SeatId, Stage
from server.room import Room
from server.store import Person

LINK_LASTS_S = 300
DESK_COOKIE = "restarea_desk"
"""Of a device that was lent a desk: it opens that, and nothing else."""
ENDED_MOST = 1000
"""So many devices whose session has ended are still told so."""


@dataclass(slots=True)
class _Lent:
    """To whom: each person lends to one device at a time."""

    session: str
    token: str = ""
    until_s: float = 0.0
    cookie: str = ""


class Desks:
    def __init__(
        self,
        person: Callable[[str], Awaitable[Person | None]],
        room: Callable[[str], Awaitable[Room | None]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`person` finds somebody by their id, `room` the room of a session."""
        self._person, self._room, self._clock = person, room, clock
        self._lent: dict[str, _Lent] = {}
        self._ended: deque[str] = deque(maxlen=ENDED_MOST)

    async def offer(self, person: Person) -> str:
        """A new link's token; an earlier one that was not opened is void. Raises Refused for whoever leads nothing."""
        room = await self._room(person.session)
        if room is None or room.state.stage is Stage.ENDED:
            raise Refused(Code.SESSION_ENDED)
        holder = room.state.seats.get(SeatId(person.seat or 0))
        if holder is None or not (holder.leads and holder.sits):
            raise Refused(Code.NOT_ALLOWED, "only leaders in the room have a desk")
        lent = self._lent.setdefault(person.person, _Lent(person.session))
        room.second.when_removed(SeatId(person.seat or 0), partial(self.take_back, person.person))
        lent.token, lent.until_s = secrets.token_urlsafe(24), self._clock() + LINK_LASTS_S
        return lent.token

    async def take(self, token: str) -> str | None:
        """The secret of a cookie for the device that opened the link; None if it is over. An earlier device of the same
        person has the desk no more."""
        found = next(
            ((who, one) for who, one in self._lent.items() if one.token and one.token == token), None
        )
        if found is None or found[1].until_s < self._clock():
            return None
        whose, lent = found
        if await self._lender(whose) is None or lent.token != token:  # another device was quicker
            return None
        lent.token, lent.cookie = "", secrets.token_urlsafe(32)
        cookie = lent.cookie
        await self._tell(whose, True)
        return cookie

    async def person(self, cookie: str) -> Person | None:
        """Whose desk this device was lent."""
        whose = self._whose(cookie)
        return None if whose is None else await self._lender(whose)

    async def _lender(self, whose: str) -> Person | None:
        """What somebody had lent who is removed is taken back, also if that was while their room was opened anew."""
        person = await self._person(whose)
        if person is None or person.removed:
            self.take_back(whose)
            return None
        return person

    def knows(self, cookie: str) -> bool:
        return self._whose(cookie) is not None

    def is_over(self, cookie: str) -> bool:
        """Whether this device had a desk when its session ended."""
        return cookie in self._ended

    def _whose(self, cookie: str) -> str | None:
        return next((who for who, one in self._lent.items() if one.cookie and one.cookie == cookie), None)

    def lent(self, person: str) -> bool:
        one = self._lent.get(person)
        return one is not None and one.cookie != ""

    async def close(self, person: Person) -> None:
        """The desk is on no other screen any more, nor does a link lead there."""
        self.take_back(person.person)
        await self._tell(person.person, False)

    def take_back(self, person: str) -> None:
        self._lent.pop(person, None)

    def forget(self, session: str) -> None:
        """It has ended: what was lent opens nothing any more."""
        self._ended.extend(one.cookie for one in self._lent.values() if one.session == session and one.cookie)
        self._lent = {who: one for who, one in self._lent.items() if one.session != session}

    async def _tell(self, whose: str, lent: bool) -> None:
        """Whatever desk was open on a second screen is closed."""
        person = await self._person(whose)
        room = None if person is None else await self._room(person.session)
        if room is not None and person is not None and person.seat is not None:
            room.second.close_desk(SeatId(person.seat))
            room.second.lend_desk(SeatId(person.seat), lent)
