"""The fold: an event applied is a new state, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation import evolution
from facilitation.evolution import evolve, fold
from facilitation.state import Seat, SessionState
from facilitation.vocabulary import Floor, Gate, Link, Role, SeatId, Stage, Stance, Standing, Word
from tests.facilitation.circle import ANN, BEN, MINUTE, at, gathered
from tests.facilitation.forms import CLASSIC


def test_it_begins_empty() -> None:
    state = SessionState(CLASSIC)
    assert (state.version, state.stage, state.phase, state.pushed_back) == (0, Stage.GATHERING, None, None)
    assert not state.leaders_alone


def test_every_event_has_its_change() -> None:
    assert set(evolution.CHANGES) == set(get_args(e.Event))


def test_every_event_counts_one_version_and_carries_its_time() -> None:
    meeting = at("discussion")
    state = SessionState(CLASSIC)
    for number, event in enumerate(meeting.log, 1):
        state = evolve(state, event)
        assert (state.version, state.at) == (number, event.at)
    assert state == meeting.state == fold(SessionState(CLASSIC), meeting.log)


def test_an_event_leaves_the_state_before_it_alone() -> None:
    before = gathered().state
    seats = dict(before.seats)
    after = evolve(before, e.SeatRemoved(1, BEN))
    assert before.seats == seats
    assert after.seats[BEN].standing is Standing.REMOVED


@pytest.mark.parametrize(
    ("role", "leads"), [("leader", True), ("co_leader", True), ("member", False), ("observer", False)]
)
def test_who_leads(role: str, leads: bool) -> None:
    assert Seat(Role(role), Standing.SEATED).leads is leads


def test_a_seat_taken_again_has_no_link_yet() -> None:
    state = fold(
        gathered().state,
        [e.LinkRestored(1, BEN), e.SeatLeft(2, BEN), e.SeatTaken(3, BEN, Role.MEMBER, Standing.WAITING)],
    )
    assert state.seats[BEN] == Seat(Role.MEMBER, Standing.WAITING, Link.DOWN)


def test_the_clock_stands_still_in_a_pause() -> None:
    state = at("arrival").state
    assert state.clock(7) == 7
    assert evolve(state, e.SessionPaused(5)).clock(7) == 5


def test_an_old_log_replays_though_newer_rules_would_refuse_it() -> None:
    """`evolve` is total: a resume without a pause, a limit without a turn, a push back in a phase without one."""
    state = replace(at("questions").state, undo=None)
    assert evolve(state, e.SessionResumed(1)) == replace(state, version=state.version + 1, at=1)
    assert evolve(state, e.TurnLimitReached(1, 1)).turn is None
    assert evolve(state, e.PresenterPushedBack(1, 4)).stance is Stance.BACK_VISIBLE


def test_a_push_back_is_as_visible_as_the_phase_says() -> None:
    hidden = replace(
        CLASSIC,
        phases=tuple(
            replace(p, stance=Stance.BACK_HIDDEN) if p.key == "discussion" else p for p in CLASSIC.phases
        ),
    )
    state = at("discussion", hidden).state
    again = fold(state, [e.PresenterRecalled(1, 5), e.PresenterPushedBack(2, 5)])
    assert state.stance is again.stance is Stance.BACK_HIDDEN


def test_the_end_leaves_nothing_pending() -> None:
    meeting = at("discussion")
    state = fold(
        meeting.state,
        [
            e.HandRaised(1, BEN), e.TurnGranted(1, 1, BEN, None), e.WordSent(1, ANN, Word.NEED_A_PAUSE),
            e.SessionPaused(1), e.SessionEnded(2),
        ],
    )  # fmt: skip
    assert (state.stage, state.turn, state.hands, state.words, state.stopped_at) == (
        Stage.ENDED,
        None,
        (),
        (),
        None,
    )


def test_a_turn_granted_begins_on_the_clock_of_the_phase() -> None:
    state = fold(at("arrival").state, [e.SessionPaused(5), e.TurnGranted(9, 1, BEN, None)])
    assert state.turn and state.turn.began_at == 5
    after = evolve(state, e.SessionResumed(5 + MINUTE))
    assert after.turn and (after.turn.began_at, after.turn.ends_at) == (5 + MINUTE, None)


def test_how_long_past_phases_really_took_is_kept_without_their_pauses() -> None:
    meeting = at("arrival")
    meeting.wait(MINUTE)
    meeting.ask(c.Pause(1))
    meeting.wait(10 * MINUTE)
    meeting.ask(c.Resume(1))
    meeting.wait(MINUTE)
    meeting.advance()
    meeting.wait(5_000)
    meeting.ask(c.Pause(2))
    meeting.wait(MINUTE)
    meeting.ask(c.StepBack(2))
    assert [(p.index, p.ended_at - p.began_at) for p in meeting.state.past] == [(0, 2 * MINUTE), (1, 5_000)]


def test_a_floor_set_is_the_floor() -> None:
    state = evolve(at("arrival").state, e.FloorSet(1, 1, Floor.QUEUE, Gate.HARD))
    assert (state.floor, state.gate) == (Floor.QUEUE, Gate.HARD)


@pytest.mark.parametrize("event", [e.RoundHeldSeat(5, SeatId(1)), e.PrivateRoomAgreed(5, SeatId(1))])
def test_an_event_about_what_is_not_there_is_applied_and_changes_nothing_else(event: e.Event) -> None:
    before = replace(at("discussion").state, undo=None)
    after = evolve(before, event)
    assert replace(after, version=before.version, at=before.at) == before
