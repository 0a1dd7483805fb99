"""The newest page of each seat, and what it was told last: of pages in the room, or of desks on a second screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.audience import Audience
from facilitation.vocabulary import SeatId
from server.clock import SessionClock
from server.room.bulletin import Message
from server.room.faces import Outlet


@dataclass(slots=True)
class Told:
    """As of the state that the page was told last."""

    audience: Audience
    known: Message
    """The names and plates: what one may not know of leaves no trace."""


class Newest:
    def __init__(self, clock: SessionClock) -> None:
        self._clock = clock
        self._by_seat: dict[SeatId, Outlet] = {}
        self._shown_at_ms: dict[SeatId, int] = {}
        self.told: dict[SeatId, Told] = {}

    @property
    def by_seat(self) -> Mapping[SeatId, Outlet]:
        return self._by_seat

    def claim(self, seat: SeatId, shown_at_ms: int | None) -> bool:
        """A page that was shown at that session time (None: it does not say) asks to speak for its person's seat.

        False if one that was shown later has asked: a page left behind, whose link comes back, must not take over.
        """
        if shown_at_ms is None:
            return True
        shown_at_ms = min(shown_at_ms, self._clock.now())  # nobody locks the seat for pages yet to come
        if shown_at_ms < self._shown_at_ms.get(seat, 0):
            return False
        self._shown_at_ms[seat] = shown_at_ms
        return True

    def enter(self, seat: SeatId, outlet: Outlet, told: Told) -> bool:
        """An older page of the same person is told so and closed. Whether there was one."""
        older = self._by_seat.get(seat)
        displaces = older is not None and older is not outlet
        if older is not None and displaces:
            _turn_out(older)
        self._by_seat[seat] = outlet
        self.told[seat] = told
        return displaces

    def replace(self, seat: SeatId) -> None:
        """The page of this seat is told that another has its place, and is closed; none that was shown before now may
        speak for it again."""
        self._shown_at_ms[seat] = self._clock.now()
        if (older := self._by_seat.get(seat)) is not None:
            _turn_out(older)

    def exit(self, seat: SeatId, outlet: Outlet) -> bool:
        """False if a newer page speaks for the seat."""
        if self._by_seat.get(seat) is not outlet:
            return False
        del self._by_seat[seat]
        return True

    def close(self) -> None:
        for outlet in self._by_seat.values():
            outlet.close()
        self._by_seat.clear()


def _turn_out(page: Outlet) -> None:
    page.send("replaced", {})
    page.close()
