"""A cut that takes many links at once, as a restart of the server does, or the last leader's: they are spoken of as
returning for a while, and only then as lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitation.state import Seat, SessionState
from facilitation.vocabulary import Link, SeatId

RETURNS_MS = 15_000
"""Longer than pages and their media take to come back once there is a server again."""

Lost = tuple[SeatId, Seat, int]
"""And since when."""


def awaited(state: SessionState, at: int) -> dict[str, Mapping[SeatId, Seat]]:
    """The seats, after a loss at `at`, with those who are awaited from now on."""
    newly = {
        seat: replace(one, awaited_until=since + RETURNS_MS)
        for seat, one, since in (*_all_at_once(state, at), *_last_leaders(state, at))
        if one.awaited_until is None
    }
    return {"seats": {**state.seats, **newly}}


def _all_at_once(state: SessionState, at: int) -> list[Lost]:
    """Two at least, and half of those who were there until then."""
    sitting = [(seat, one) for seat, one in state.seats.items() if one.sits]
    lost = _lately(((seat, one, one.lost_at) for seat, one in sitting), at)
    up = sum(one.link is Link.UP for _, one in sitting)
    return lost if len(lost) >= max(2, up) else []


def _last_leaders(state: SessionState, at: int) -> list[Lost]:
    """Without whom nobody is there to lead."""
    if state.led:
        return []
    return _lately(((seat, one, one.missed_at) for seat, one in state.seats.items() if one.leads), at)


def _lately(seats: Iterable[tuple[SeatId, Seat, int | None]], at: int) -> list[Lost]:
    return [(seat, one, since) for seat, one, since in seats if since is not None and at < since + RETURNS_MS]
