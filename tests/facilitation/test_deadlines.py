"""Time goes out as the next deadline and comes back as what is due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.deadlines import next_deadline, on_deadline
from facilitation.format import Format
from facilitation.vocabulary import AtLimit
from tests.facilitation.circle import ANN, BEN, CARL, LEA, MINUTE, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC


def that_ends(*keys: str, turns: bool = False) -> Format:
    """The classic format in which these phases (or all turns) end by themselves."""
    end = AtLimit.END
    return replace(
        CLASSIC,
        phases=tuple(
            replace(
                phase,
                at_limit=end if phase.key in keys else phase.at_limit,
                turn=replace(phase.turn, at_limit=end if turns else phase.turn.at_limit),
            )
            for phase in CLASSIC.phases
        ),
    )


def asking(form: Format = CLASSIC) -> Meeting:
    meeting = at("questions", form)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    return meeting


def test_of_two_that_are_due_at_one_moment_both_happen() -> None:
    meeting = asking()
    turn, ends_at = meeting.state.turn, meeting.state.phase_ends_at
    assert turn is not None and ends_at is not None
    state = replace(meeting.state, turn=replace(turn, ends_at=ends_at))
    assert on_deadline(state, ends_at - 1) == []
    happened = [type(event) for event in on_deadline(state, ends_at)]
    assert happened == [e.TurnLimitReached, e.PhaseLimitReached]


def test_a_session_that_nobody_leads_any_more_has_its_deadlines() -> None:
    meeting = at("questions")
    for leader in (LEA, CARL):
        meeting.ask(c.Leave(), leader)
    assert meeting.state.lead is None
    assert next_deadline(meeting.state) is not None


def test_nothing_is_due_before_it_begins_or_after_it_has_ended() -> None:
    meeting = gathered()
    assert next_deadline(meeting.state) is None
    meeting.go_to("arrival")
    assert next_deadline(meeting.state) == 5 * MINUTE
    meeting.ask(c.End())
    assert next_deadline(meeting.state) is None
    assert meeting.wait(60 * MINUTE) == []


def test_a_timer_that_fires_early_finds_nothing() -> None:
    meeting = at("arrival")
    assert on_deadline(meeting.state, 5 * MINUTE - 1) == []
    assert on_deadline(meeting.state, 5 * MINUTE) == [e.PhaseLimitReached(5 * MINUTE, 1)]


def test_time_informs_once_and_nothing_moves() -> None:
    meeting = at("arrival")
    meeting.wait(5 * MINUTE)
    assert meeting.state.limit_reached and meeting.state.phase_index == 0
    assert next_deadline(meeting.state) is None
    assert meeting.wait(60 * MINUTE) == []


def test_where_the_format_says_end_the_next_phase_begins() -> None:
    meeting = at("arrival", that_ends("arrival"))
    assert meeting.wait(5 * MINUTE + 40) == [
        e.PhaseLimitReached(5 * MINUTE + 40, 1),
        e.PhaseEntered(5 * MINUTE + 40, 2, 1, 1, 6 * MINUTE + 40),
    ]


def test_a_case_call_that_ends_without_a_presenter_stays_and_informs() -> None:
    meeting = at("case_call", that_ends("case_call"))
    assert meeting.wait(MINUTE) == [e.PhaseLimitReached(MINUTE, 2)]
    assert next_deadline(meeting.state) is None


def test_the_last_phase_does_not_end_the_session() -> None:
    meeting = at("debrief", that_ends("debrief"))
    assert meeting.wait(20 * MINUTE) == [e.PhaseLimitReached(20 * MINUTE, 10)]


def test_phases_that_end_by_themselves_follow_each_other() -> None:
    meeting = at("joint_discussion", that_ends("joint_discussion", "closing"))
    assert [type(event) for event in meeting.wait(5 * MINUTE)] == [e.PhaseLimitReached, e.PhaseEntered]
    assert next_deadline(meeting.state) == 8 * MINUTE
    meeting.wait(3 * MINUTE)
    assert meeting.state.phase and meeting.state.phase.key == "leaving"


def test_a_turns_limit_informs_and_the_turn_goes_on() -> None:
    meeting = asking()
    assert next_deadline(meeting.state) == MINUTE
    assert meeting.wait(MINUTE) == [e.TurnLimitReached(MINUTE, 1)]
    assert meeting.state.turn and meeting.state.turn.limit_reached
    assert next_deadline(meeting.state) == 3 * MINUTE, "the phase's, now that the turn has spoken"


def test_an_expired_turn_does_not_survive_where_the_format_ends_it() -> None:
    meeting = asking(that_ends(turns=True))
    assert meeting.wait(MINUTE - 1) == []
    assert meeting.wait(1) == [e.TurnEnded(MINUTE, 1)]
    assert meeting.state.turn is None


def test_a_late_timer_finds_all_that_is_due_in_order() -> None:
    meeting = asking()
    late = 4 * MINUTE
    assert meeting.wait(late) == [e.TurnLimitReached(late, 1), e.PhaseLimitReached(late, 4)]


def test_a_phase_that_ends_takes_the_turn_that_would_have_ended_later() -> None:
    meeting = at("questions", that_ends("questions", turns=True))
    meeting.wait(3 * MINUTE - 1)
    meeting.ask(c.GrantTurn(4, BEN))
    assert [type(event) for event in meeting.wait(MINUTE)] == [e.PhaseLimitReached, e.PhaseEntered]
    assert meeting.state.turn is None and meeting.state.pushed_back == ANN


@pytest.mark.parametrize("pause_ms", [1, MINUTE, 90 * MINUTE])
def test_a_pause_moves_every_deadline_by_its_length(pause_ms: int) -> None:
    meeting = asking()
    meeting.wait(20_000)
    meeting.ask(c.Pause(4))
    assert next_deadline(meeting.state) is None
    assert meeting.wait(pause_ms) == []
    meeting.ask(c.Resume(4))
    assert next_deadline(meeting.state) == MINUTE + pause_ms
    turn = meeting.state.turn
    assert turn and (turn.began_at, turn.ends_at) == (pause_ms, MINUTE + pause_ms)
    assert (meeting.state.phase_began_at, meeting.state.phase_ends_at) == (pause_ms, 3 * MINUTE + pause_ms)


def test_a_turn_granted_in_a_pause_lasts_from_the_moment_it_goes_on() -> None:
    meeting = at("questions")
    meeting.ask(c.Pause(4))
    meeting.wait(MINUTE)
    meeting.ask(c.GrantTurn(4, BEN))
    meeting.wait(MINUTE)
    meeting.ask(c.Resume(4))
    assert next_deadline(meeting.state) == 3 * MINUTE


def test_a_phase_extended_in_a_pause_lasts_that_much_longer() -> None:
    meeting = at("arrival")
    meeting.ask(c.Pause(1))
    meeting.wait(MINUTE)
    meeting.ask(c.Extend(1, MINUTE))
    meeting.ask(c.Resume(1))
    assert next_deadline(meeting.state) == 7 * MINUTE


def test_a_phase_that_has_run_over_is_extended_from_where_its_clock_stands() -> None:
    meeting = at("arrival")
    meeting.wait(8 * MINUTE)
    meeting.ask(c.Pause(1))
    meeting.wait(MINUTE)
    meeting.ask(c.Extend(1, 2 * MINUTE))
    meeting.ask(c.Resume(1))
    assert next_deadline(meeting.state) == 11 * MINUTE
