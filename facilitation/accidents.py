"""Lost links and lost leaders: who leads, what the clocks wait for, and for how long.

What follows at once from a change is in `follows`, what follows after a grace is in `due`; both only look at the state,
so it does not matter how the state came about: a lost link, somebody's leaving, a restart of the server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitation import commands as c
from facilitation import events as e
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Floor, Hold, Refused, SeatId

LEADERLESS_MOST_MS = 300_000
"""So long a debrief waits for a leader: longer than it takes to start a computer anew."""
Due = tuple[int, Callable[[SessionState, int], list[e.Event]]]
"""When, and what happens then."""


def pass_lead(state: SessionState, command: c.PassLead, actor: SeatId, now: int) -> list[e.Event]:
    if not state.seated(command.seat).leads:
        raise Refused(Code.NOT_ALLOWED, "the lead stays with the leaders")
    return [] if state.lead == command.seat else _lead_passes(state, command.seat, now)


def _lead_passes(state: SessionState, seat: SeatId, now: int) -> list[e.Event]:
    return [e.LeadPassed(now, state.leads + 1, seat)]


def lead_follows(state: SessionState, now: int) -> list[e.Event]:
    """A lead that nobody has, for the leader left, passes at once."""
    there = state.present_leader() if state.lead is None else None
    return [] if there is None else _lead_passes(state, there, now)


def follows(state: SessionState, now: int) -> list[e.Event]:
    """The clocks are held exactly while there is a reason; the first leader to return ends a safe pause."""
    for hold, wanted in (
        (Hold.NO_LEADER, not state.led),
        (Hold.PRESENTER, _presenter_missed(state)),
        (Hold.SPEAKER, _speaker_missed(state)),
    ):
        if wanted == (hold in state.holds):
            continue
        if wanted:
            return [e.ClockHeld(now, hold)]
        restored: list[e.Event] = (
            [e.PushBackRestored(now)] if hold is Hold.NO_LEADER and state.suspended else []
        )
        return [*restored, e.ClockReleased(now, hold)]
    return []


def _presenter_missed(state: SessionState) -> bool:
    """By a lost link, or while they are out alone."""
    return (
        state.presenter is not None
        and (state.away(state.presenter) or state.presenter in state.aside)
        and state.phase is not None
        and state.phase.needs_presenter
        and not state.not_awaited
    )


def _speaker_missed(state: SessionState) -> bool:
    return state.turn is not None and state.format.grace.speaker_ms > 0 and state.away(state.turn.seat)


def due(state: SessionState) -> Iterator[Due]:
    """What a lost link leads to after its grace. A safe pause and a leader's pause let no other link's grace run."""
    grace = state.format.grace
    if (lost_at := _lead_lost_at(state)) is not None:
        yield lost_at + grace.leader_ms, _on_lead_lost
    if not state.holds:
        return
    if (since := state.holds.get(Hold.NO_LEADER)) is not None:
        if state.leaders_alone:
            if (left_at := _debrief_left_at(state, since)) is not None:
                yield left_at + LEADERLESS_MOST_MS, lambda s, now: [e.SessionEnded(now)]
        elif not state.suspended:
            yield since + grace.alone_ms, lambda s, now: [e.PushBackSuspended(now)]
        return
    if Hold.PAUSE in state.holds:
        return
    since, out = state.holds.get(Hold.PRESENTER), state.presenter in state.aside
    # Whoever is out by their own wish comes back when they like.
    if since is not None and not out and not state.presenter_overdue:
        yield since + grace.presenter_ms, lambda s, now: [e.PresenterOverdue(now, s.case)]
    if (since := state.holds.get(Hold.SPEAKER)) is not None:
        yield since + grace.speaker_ms, _on_speaker_lost


def _debrief_left_at(state: SessionState, since: int) -> int | None:
    """From when on no leader is there, nor out for a moment: the last has left without ending, or was lost. None while
    one has only stepped out."""
    leading = [one for one in state.seats.values() if one.leads and one.sits]
    if any(one.is_there for one in leading):
        return None
    return max([since, *(one.missed_at for one in leading if one.missed_at is not None)])


def _lead_lost_at(state: SessionState) -> int | None:
    """Since when whoever leads is missed, or has no page to lead by; None where nobody else could do better."""
    lead = None if state.lead is None else state.seats[state.lead]
    if lead is None or (lead.missed_at is None and lead.cut_off_at is None):
        return None
    if (other := state.present_leader()) is None:
        return None
    return lead.cut_off_at if state.seats[other].page and lead.cut_off_at is not None else lead.missed_at


def _on_lead_lost(state: SessionState, now: int) -> list[e.Event]:
    there = state.present_leader()
    return [] if there is None else _lead_passes(state, there, now)


def _on_speaker_lost(state: SessionState, now: int) -> list[e.Event]:
    """The turn ends; a round comes back to whoever lost it, but to no leader."""
    if state.turn is None:
        return []
    ended = e.TurnEnded(now, state.turn.number)
    if state.floor is Floor.ROUND and state.round is not None and not state.seats[state.turn.seat].leads:
        return [ended, e.RoundHeldSeat(now, SeatId(state.turn.seat))]
    return [ended]
