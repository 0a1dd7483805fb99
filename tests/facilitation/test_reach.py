"""Who hears and sees whom: the whole promise, as text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import evolve
from facilitation.reach import NOTHING, Reach, in_circle, narrowed, reach
from facilitation.state import SessionState
from facilitation.vocabulary import Floor, Gate, SeatId, Stance, Standing
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, WIM, Meeting, at, gathered
from tests.facilitation.forms import CLASSIC

PEOPLE = {"Lea": LEA, "Carl": CARL, "Ann": ANN, "Ben": BEN, "Obi": OBI, "Wim": WIM}

# Ann presents, Obi observes, Wim waits. Cat and Dan are heard as Ben is.
CLASSIC_CASE = """
gathering         Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
arrival           Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
case_call         Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
presentation      Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
questions         Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
discussion        Lea hears Carl Ben Cat Dan       Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ben Cat Dan
return            Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
joint_discussion  Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
closing           Lea hears Carl Ann Ben Cat Dan   Ann hears Lea Carl Ben Cat Dan   Obi hears Lea Carl Ann Ben Cat Dan
debrief           Lea hears Carl                   Ann hears -                      Obi hears -
ended             Lea hears -                      Ann hears -                      Obi hears -
"""

# Hard gates. Ben has been granted the turn where there are turns; Dan waits with a raised hand.
HARD = """
open                 Lea hears Carl Ann Ben Cat Dan   Ben hears Lea Carl Ann Cat Dan   Cat hears Lea Carl Ann Ben Dan
queue                Lea hears Carl Ben               Ben hears Lea Carl               Cat hears Lea Carl Ben
presenter            Lea hears Carl Ann               Ben hears Lea Carl Ann           Cat hears Lea Carl Ann
asker_and_presenter  Lea hears Carl Ann Ben           Ben hears Lea Carl Ann           Cat hears Lea Carl Ann Ben
leaders              Lea hears Carl                   Ben hears Lea Carl               Cat hears Lea Carl
"""


def rows(table: str) -> list[tuple[str, list[tuple[SeatId, str]]]]:
    """Each line's first word, and (listener, whom they hear)."""
    people = PEOPLE | {"Cat": CAT, "Dan": DAN}
    result = []
    for line in table.strip().splitlines():
        first, *said = re.split(r"\s{2,}", line.strip())
        pairs = [sentence.split(" hears ") for sentence in said]
        result.append((first, [(people[who], whom) for who, whom in pairs]))
    return result


def situation(name: str) -> Meeting:
    if name == "gathering":
        return gathered()
    if name == "ended":
        meeting = at("closing")
        meeting.ask(c.End())
        return meeting
    return at(name)


@pytest.mark.parametrize(("name", "said"), rows(CLASSIC_CASE), ids=[name for name, _ in rows(CLASSIC_CASE)])
def test_who_hears_whom_in_a_classic_case(name: str, said: list[tuple[SeatId, str]]) -> None:
    meeting = situation(name)
    assert [(who, meeting.heard_by(who)) for who, _ in said] == said
    assert meeting.heard_by(WIM) == "-"


def test_everybody_in_the_room_sees_everybody_else_in_it() -> None:
    meeting = at("discussion")
    assert meeting.seen_by(BEN) == "Lea Carl Ann Cat Dan Obi"
    assert meeting.seen_by(ANN) == "Lea Carl Ben Cat Dan Obi"
    meeting.go_to("debrief")
    assert (meeting.seen_by(LEA), meeting.seen_by(BEN)) == ("Carl", "-")


@pytest.mark.parametrize(("floor", "said"), rows(HARD), ids=[floor for floor, _ in rows(HARD)])
def test_who_is_heard_under_a_hard_gate(floor: str, said: list[tuple[SeatId, str]]) -> None:
    meeting = at("questions")
    meeting.ask(c.SetFloor(meeting.state.entry, Floor.QUEUE, Gate.HARD))
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.ask(c.RaiseHand(), DAN)
    meeting.ask(c.SetFloor(meeting.state.entry, Floor(floor), Gate.HARD))
    assert [(who, meeting.heard_by(who)) for who, _ in said] == said


def test_a_presenter_pushed_back_is_not_heard_though_the_turn_were_theirs() -> None:
    """Push back is stronger than a turn, a soft gate, an open floor and even a leader's role."""
    back = at("discussion").state
    for state in (
        replace(back, floor=Floor.PRESENTER, gate=Gate.HARD),
        evolve(back, e.TurnGranted(0, 1, ANN, None)),
        replace(back, seats={**back.seats, ANN: replace(back.seats[ANN], role=back.seats[LEA].role)}),
    ):
        assert [listener for listener, r in reach(state).items() if ANN in r.audio] == []


def test_a_presenter_back_and_hidden_is_not_seen_and_still_sees() -> None:
    hidden = replace(at("discussion").state, stance=Stance.BACK_HIDDEN)
    assert [listener for listener, r in reach(hidden).items() if ANN in r.video | r.audio] == []
    assert reach(hidden)[ANN] == Reach(
        frozenset({LEA, CARL, BEN, CAT, DAN}), frozenset({LEA, CARL, BEN, CAT, DAN, OBI})
    )


def test_a_recalled_presenter_is_heard_again() -> None:
    meeting = at("discussion")
    assert "Ann" not in meeting.heard_by(BEN)
    meeting.ask(c.Recall(meeting.state.entry))
    assert "Ann" in meeting.heard_by(BEN)
    meeting.ask(c.PushBack(meeting.state.entry), ANN)
    assert "Ann" not in meeting.heard_by(BEN)


@pytest.mark.parametrize("standing", [Standing.WAITING, Standing.LEFT, Standing.REMOVED])
def test_whoever_is_not_seated_receives_nothing_and_reaches_nobody(standing: Standing) -> None:
    state = gathered().state
    outside = replace(state, seats={**state.seats, BEN: replace(state.seats[BEN], standing=standing)})
    result = reach(outside)
    assert BEN not in result
    assert [listener for listener, r in result.items() if BEN in r.audio | r.video] == []


def test_nobody_receives_themselves() -> None:
    for name, _ in rows(CLASSIC_CASE):
        assert [s for s, r in reach(situation(name).state).items() if s in r.audio | r.video] == []


def test_an_empty_session_reaches_nobody() -> None:
    assert reach(SessionState(CLASSIC)) == {}
    assert in_circle(SessionState(CLASSIC)) == frozenset()


def test_narrowed_is_what_both_allow() -> None:
    one, two, three = SeatId(1), SeatId(2), SeatId(3)
    before = {one: Reach(frozenset({one, two}), frozenset({two, three})), two: NOTHING}
    after = {one: Reach(frozenset({two, three}), frozenset({one, two})), three: NOTHING}
    assert narrowed(before, after) == {one: Reach(frozenset({two}), frozenset({two}))}


def test_between_two_states_nobody_hears_whom_only_one_of_them_allows() -> None:
    """First Ann is back, then Ben: in between neither is heard."""
    ann_back = at("discussion").state
    ben_back = replace(ann_back, presenter=BEN)
    between = narrowed(reach(ann_back), reach(ben_back))
    assert between[CAT].audio == {LEA, CARL, DAN}


def test_between_questions_and_discussion_the_presenter_is_silent_first() -> None:
    meeting = at("questions")
    before = reach(meeting.state)
    meeting.advance()
    between = narrowed(before, reach(meeting.state))
    assert ANN not in between[BEN].audio
    assert ANN in before[BEN].audio
