"""For how long each was in a session: in the circle, with their link up, from its beginning to its end.

What is not the group's does not count: the waiting room, the time before the session has begun, a lost link; and for
whoever does not lead, the leaders' debrief. A clock that stands still is time in the group like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitation.events import Event
from facilitation.evolution import evolve
from facilitation.state import NOBODY, Seat, SessionState
from facilitation.vocabulary import LEADING, Link, Role, SeatId, Stage


@dataclass(frozen=True)
class Attendance:
    """Times are session time in ms."""

    began_at: int | None = None
    """None until the session has begun."""
    over_at: int = 0
    """When somebody was last there,"""
    circle_over_at: int = 0
    """and somebody who does not lead: the leaders may have gone on among themselves."""
    there: frozenset[SeatId] = NOBODY
    """Who is there since `seen_at`."""
    seen_at: int = 0
    ms: Mapping[SeatId, int] = field(default_factory=dict)
    roles: Mapping[SeatId, Role] = field(default_factory=dict)

    def after(self, state: SessionState) -> Attendance:
        """Once the session has come to this state; ask it after each event, or those of one moment."""
        there = present(state)
        if there == self.there:
            return self
        ms = self.until(state.at)
        roles = {**self.roles, **{seat: state.seats[seat].role for seat in there - self.there}}
        began_at = state.at if self.began_at is None else self.began_at
        return Attendance(began_at, *self._over(state.at), there, state.at, ms, roles)

    def lasted(self, at: int) -> tuple[int, int]:
        """For how long it has gone on by then: for whoever leads, and for the others."""
        began_at = at if self.began_at is None else self.began_at
        over_at, circle_over_at = self._over(at)
        return max(0, over_at - began_at), max(0, circle_over_at - began_at)

    def _over(self, at: int) -> tuple[int, int]:
        circle = any(self.roles[seat] not in LEADING for seat in self.there)
        return at if self.there else self.over_at, at if circle else self.circle_over_at

    def until(self, at: int) -> dict[SeatId, int]:
        """How long each has been there by then."""
        lasted = max(0, at - self.seen_at)
        return {**self.ms, **{seat: self.ms.get(seat, 0) + lasted for seat in self.there}}


def present(state: SessionState) -> frozenset[SeatId]:
    """Who is in the group now."""
    if state.stage is not Stage.RUNNING:
        return NOBODY
    return frozenset(seat for seat, one in state.seats.items() if _is_in(one, state.leaders_alone))


def _is_in(one: Seat, leaders_alone: bool) -> bool:
    """A leader whose page answers is there without sound, too."""
    return one.sits and (one.link is Link.UP or one.page) and (one.leads or not leaders_alone)


def attended(state: SessionState, events: Iterable[Event]) -> tuple[SessionState, Attendance]:
    """What events that follow upon a state come to, and who was there for how long."""
    attendance = Attendance()
    for event in events:
        state = evolve(state, event)
        attendance = attendance.after(state)
    return state, attendance
