"""The case's way through its phases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.phases import on_phase_limit, phase_deadline
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Floor, Gate, Stance, Word
from tests.facilitation.circle import ANN, BEN, CAT, LEA, MINUTE, at, gathered
from tests.facilitation.forms import CLASSIC, FISHBOWL, GERMAN
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row

TWO_CASES = replace(
    CLASSIC,
    phases=(
        *CLASSIC.phases[:-3],
        *(replace(phase, key=f"{phase.key}_2") for phase in CLASSIC.phases[1:6]),
        *CLASSIC.phases[-3:],
    ),
)
NO_CLOCK = replace(CLASSIC, phases=(replace(CLASSIC.phases[0], typical_ms=0), *CLASSIC.phases[1:]))


def test_the_phases_follow_each_other() -> None:
    meeting = gathered()
    keys = []
    for phase in CLASSIC.phases:
        keys.append((meeting.go_to(phase.key).state.phase or phase).key)
        assert meeting.state.phase_index == len(keys) - 1
        assert meeting.state.entry == len(keys)
    assert keys == [phase.key for phase in CLASSIC.phases]


def test_a_phase_brings_its_floor_gate_stance_and_clock() -> None:
    for phase in CLASSIC.phases:
        state = at(phase.key).state
        assert (state.floor, state.gate, state.stance) == (phase.floor, phase.gate, phase.stance)
        assert (state.phase_began_at, state.phase_ends_at) == (0, phase.typical_ms)


def test_a_phase_without_a_clock_has_no_end_to_extend() -> None:
    meeting = at("arrival", NO_CLOCK)
    assert meeting.state.phase_ends_at is None
    assert phase_deadline(meeting.state) is None
    assert str(meeting.refused(c.Extend(1, MINUTE))) == "no_clock: this phase has no clock"
    meeting.ask(c.Pause(1))
    meeting.wait(MINUTE)
    meeting.ask(c.Resume(1))
    assert meeting.state.phase_ends_at is None


def test_only_optional_phases_are_skipped() -> None:
    meeting = at("return")
    meeting.ask(c.Advance(6, "closing"))
    assert meeting.state.phase and meeting.state.phase.key == "closing"
    refusal = at("questions").refused(c.Advance(4, "return"))
    assert (refusal.code, refusal.detail) == (Code.PHASE_NOT_OPTIONAL, "phase discussion")


def test_the_next_phase_by_its_name_is_the_next_phase() -> None:
    meeting = at("arrival")
    meeting.ask(c.Advance(1, "case_call"))
    assert (meeting.state.phase_index, meeting.state.case) == (1, 1)


def test_stepping_back_keeps_the_case_and_its_presenter() -> None:
    meeting = at("presentation")
    meeting.ask(c.StepBack(3))
    state = meeting.state
    assert (state.phase_index, state.entry, state.case) == (1, 4, 1)
    assert (state.presenter, state.offers) == (ANN, (ANN,))
    meeting.advance()
    assert meeting.state.presenter == ANN


def test_stepping_back_into_the_discussion_pushes_the_presenter_back_again() -> None:
    meeting = at("return")
    meeting.ask(c.StepBack(6))
    assert meeting.state.pushed_back == ANN
    assert "Ann" not in meeting.heard_by(BEN)


def test_a_new_case_call_is_a_new_case() -> None:
    meeting = at("joint_discussion", TWO_CASES)
    assert (meeting.state.case, meeting.state.presenter) == (1, ANN)
    meeting.advance()
    state = meeting.state
    assert (state.case, state.presenter, state.offers, state.stance) == (2, None, (), Stance.IN_CIRCLE)
    meeting.ask(c.OfferCase(2), BEN)
    meeting.ask(c.ChoosePresenter(2, BEN))
    meeting.go_to("discussion_2")
    assert meeting.state.pushed_back == BEN


def test_nothing_that_needs_a_presenter_begins_without_one() -> None:
    meeting = at("case_call")
    assert meeting.refused(c.Advance(2)).detail == "phase presentation"
    meeting.ask(c.OfferCase(1), ANN)
    assert meeting.refused(c.Advance(2)).code is Code.NO_PRESENTER


def test_the_presenter_may_think_better_of_it_until_the_case_begins() -> None:
    meeting = at("case_call")
    meeting.ask(c.OfferCase(1), ANN)
    meeting.ask(c.ChoosePresenter(1, ANN))
    meeting.ask(c.WithdrawOffer(1), ANN)
    assert (meeting.state.presenter, meeting.state.offers) == (None, ())
    assert meeting.refused(c.Advance(2)).code is Code.NO_PRESENTER


def test_another_ones_withdrawal_leaves_the_presenter_alone() -> None:
    meeting = at("case_call")
    for seat in (ANN, BEN):
        meeting.ask(c.OfferCase(1), seat)
    meeting.ask(c.ChoosePresenter(1, ANN))
    meeting.ask(c.WithdrawOffer(1), BEN)
    assert (meeting.state.presenter, meeting.state.offers) == (ANN, (ANN,))


def test_a_presenter_who_leaves_leaves_no_push_back_behind() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.ask(c.Leave(), ANN)
    state = meeting.state
    assert (state.presenter, state.stance, state.offers, state.words) == (None, Stance.IN_CIRCLE, (), ())
    assert meeting.refused(c.PushBack(5)).code is Code.NO_PRESENTER
    # The leaders may still step back to where there was one, for there the group may wait or choose.
    meeting.ask(c.StepBack(5))
    meeting.ask(c.ComeBack(ANN), None)
    meeting.ask(c.Admit(ANN))
    assert meeting.state.presenter is None


def test_the_next_presenter_does_not_read_the_words_of_the_last() -> None:
    meeting = at("case_call")
    for seat in (ANN, BEN):
        meeting.ask(c.OfferCase(1), seat)
    meeting.ask(c.ChoosePresenter(1, ANN))
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.ask(c.ChoosePresenter(1, BEN))
    assert meeting.state.words == ()
    assert meeting.answer(c.TellLeaders(Word.NEED_A_PAUSE), BEN) == ["WordSent"]


def test_a_word_is_sent_once_and_gone_when_it_is_answered() -> None:
    meeting = at("discussion")
    assert meeting.answer(c.TellLeaders(Word.BRING_ME_BACK), ANN) == ["WordSent"]
    assert meeting.answer(c.TellLeaders(Word.BRING_ME_BACK), ANN) == []
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.ask(c.Pause(5))
    assert [sent.word for sent in meeting.state.words] == [Word.BRING_ME_BACK]
    meeting.ask(c.Recall(5))
    assert meeting.state.words == ()


def test_a_word_that_no_step_answers_stands_in_the_next_phase() -> None:
    meeting = at("outer_reflection", FISHBOWL)
    presenter = meeting.state.presenter
    assert presenter is not None
    for word in (Word.BRING_ME_BACK, Word.NEED_A_PAUSE):
        meeting.ask(c.TellLeaders(word), presenter)
    stands = []
    for _ in range(3):
        meeting.advance()
        assert meeting.state.phase
        stands.append((meeting.state.phase.key, [sent.word.value for sent in meeting.state.words]))
    assert stands == [
        ("inner_reflection", ["bring_me_back", "need_a_pause"]),
        ("return", ["need_a_pause"]),
        ("closing", ["need_a_pause"]),
    ]
    meeting.ask(c.NoteWord(presenter, Word.NEED_A_PAUSE))
    meeting.ask(c.HeedWord(presenter, Word.NEED_A_PAUSE))
    assert meeting.state.words == ()


def test_with_the_circle_and_with_the_case_the_presenters_words_are_over() -> None:
    meeting = at("closing")
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.advance("debrief")
    assert meeting.state.words == ()


def test_a_phase_that_was_left_out_may_come_later() -> None:
    meeting = at("exchange", GERMAN)
    meeting.state = replace(meeting.state, held={})
    meeting.advance("discussion")
    assert meeting.state.phase and meeting.state.phase.key == "discussion"


def test_an_extension_adds_to_what_is_left() -> None:
    meeting = at("arrival")
    meeting.wait(MINUTE)
    assert meeting.ask(c.Extend(1, 2 * MINUTE)) == [e.PhaseExtended(MINUTE, 1, 7 * MINUTE)]


def test_a_phase_that_has_run_over_is_extended_from_now_and_rings_again() -> None:
    meeting = at("arrival")
    meeting.wait(8 * MINUTE)
    told = meeting.state.limit_reached
    meeting.ask(c.Extend(1, 2 * MINUTE))
    assert (told, meeting.state.limit_reached) == (True, False)
    assert meeting.wait(2 * MINUTE - 1) == []
    assert meeting.wait(1) == [e.PhaseLimitReached(10 * MINUTE, 1)]


@pytest.mark.parametrize("by_ms", [1000, 3_600_000])
def test_an_extension_has_bounds_that_are_granted(by_ms: int) -> None:
    assert at("arrival").ask(c.Extend(1, by_ms)) == [e.PhaseExtended(0, 1, 5 * MINUTE + by_ms)]


def test_the_next_phase_ends_a_pause() -> None:
    meeting = at("arrival")
    meeting.ask(c.Pause(1))
    meeting.wait(MINUTE)
    meeting.advance()
    assert meeting.state.stopped_at is None
    assert meeting.state.phase_ends_at == 2 * MINUTE


def test_before_it_begins_no_limit_moves_anything() -> None:
    assert on_phase_limit(SessionState(CLASSIC), 0) == [e.PhaseLimitReached(0, 0)]


def test_a_leader_does_not_present() -> None:
    """Leaders are always heard and a presenter pushed back never is."""
    refusal = at("case_call").refused(c.OfferCase(1), LEA)
    assert (refusal.code, refusal.detail) == (Code.NOT_ALLOWED, "only members present")


def test_while_the_leaders_are_alone_nobody_gets_into_their_room() -> None:
    meeting = at("debrief")
    refusal = meeting.refused(c.RaiseHand(), CAT)
    assert (refusal.code, refusal.detail) == (Code.NOT_ALLOWED, "the leaders are among themselves")
    meeting.ask(c.SetFloor(10, Floor.QUEUE, Gate.HARD))
    assert meeting.refused(c.GrantTurn(10, CAT)).code is Code.NOT_ALLOWED


@law_of(c.Begin, c.Advance, c.StepBack, c.Extend, c.Pause, c.Resume)
def test_who_may_lead_the_way(row: Row) -> None:
    it_is_so(row)
