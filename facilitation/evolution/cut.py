"""A cut that takes many links at once, as a restart of the server does, or the last leader's: they are spoken of as
returning for a while, and only then as lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitation.state import Seat, SessionState
from facilitation.vocabulary import Link, PhaseKind, SeatId

RETURNS_MS = 15_000
"""Longer than pages and their media take to come back once there is a server again."""

Lost = dict[SeatId, int]
"""And since when."""


def awaited(state: SessionState, at: int) -> dict[str, Mapping[SeatId, Seat]]:
    """The seats, after a loss at `at` that is a cut's, with those who are awaited from now on: it may be the second,
    before all are back from the first. Empty if it is no cut's."""
    lost = _all_at_once(state, at) | _last_leaders(state, at)
    if at not in lost.values():
        return {}
    returning = {
        seat: replace(one, awaited_until=at + RETURNS_MS)
        for seat, one in state.seats.items()
        if seat in lost or (one.awaited_until is not None and one.awaited_until > at)
    }
    return {"seats": {**state.seats, **returning}}


def _all_at_once(state: SessionState, at: int) -> Lost:
    """Two at least, and half of those who were there until then. Not of whom the end sends home."""
    if state.phase and state.phase.kind is PhaseKind.LEAVING:
        return {}
    members = not state.leaders_alone
    sitting = {seat: one for seat, one in state.seats.items() if one.sits and (one.leads or members)}
    lost = _lately({seat: one.lost_at for seat, one in sitting.items()}, at)
    up = sum(one.link is Link.UP for one in sitting.values())
    return lost if len(lost) >= max(2, up) else {}


def _last_leaders(state: SessionState, at: int) -> Lost:
    """Without whom nobody is there to lead."""
    if state.led:
        return {}
    return _lately({seat: one.missed_at for seat, one in state.seats.items() if one.leads}, at)


def _lately(lost: Mapping[SeatId, int | None], at: int) -> Lost:
    return {seat: since for seat, since in lost.items() if since is not None and at < since + RETURNS_MS}
