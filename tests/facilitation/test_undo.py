"""A step that is undone is as if it had not been taken; and it is not undone where something would be lost."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import evolve
from facilitation.evolution.undo import UNDO_MS
from facilitation.format import Format
from facilitation.state import SessionState
from facilitation.vocabulary import (
    AtLimit,
    Code,
    Floor,
    Gate,
    Hold,
    Intervention,
    Keeping,
    Role,
    SeatId,
    Standing,
    Word,
)
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, WIM, Meeting, at, undo
from tests.facilitation.forms import CLASSIC, FORMS, TWO_CASES
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row

GOES_ON = {"version", "at", "entry", "undo", "turns", "parts"}
"""What counts on, though a step is undone."""


@law_of(c.UndoStep)
def test_the_law_of_undoing(row: Row) -> None:
    it_is_so(row)


def differ(before: SessionState, after: SessionState) -> set[str]:
    names = {field.name for field in fields(SessionState)}
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def undone(meeting: Meeting, after_ms: int = 4_000) -> Meeting:
    """The next step is taken, and undone."""
    meeting.advance()
    meeting.wait(after_ms)
    meeting.ask(undo(meeting))
    return meeting


@pytest.mark.parametrize("key", sorted(FORMS))
def test_in_every_phase_of_every_format_all_is_as_it_was(key: str) -> None:
    form = FORMS[key]
    for phase in form.phases[:-1]:
        meeting = at(phase.key, form)
        meeting.settle()
        meeting.ask(c.Remove(WIM))  # nobody waits: who is let in with a step stays
        before = meeting.state
        after = undone(meeting).state
        assert differ(before, after) <= GOES_ON, phase.key
        assert (after.entry, after.undo) == (before.entry + 2, None)


def lively(form: Format = CLASSIC) -> Meeting:
    """A discussion in the middle, with what a step would let go."""
    meeting = at("discussion", form)
    about = meeting.state.entry
    meeting.wait(6 * MINUTE)
    meeting.ask(c.SetFloor(about, Floor.QUEUE, Gate.HARD))
    for seat in (BEN, CAT, DAN):
        meeting.ask(c.RaiseHand(), seat)
    meeting.ask(c.GrantTurn(about, CAT))
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.ask(c.Extend(about, 90_000))
    meeting.wait(20_000)
    return meeting


def test_hands_turn_words_and_the_clock_are_as_they_were() -> None:
    meeting = lively()
    before = meeting.state
    after = undone(meeting, 9_999).state
    assert differ(before, after) == {"version", "at", "entry", "undo"} - (
        {"undo"} if before.undo is None else set()
    )
    assert (after.turn, after.hands) == (before.turn, (BEN, DAN))
    assert after.phase_ends_at == 25 * MINUTE + 90_000 and after.phase_began_at == 0
    meeting.wait(25 * MINUTE + 90_000 - meeting.now - 1)
    assert not meeting.state.limit_reached
    meeting.wait(1)
    assert meeting.state.limit_reached, "the phase's deadline is where it was"


def test_a_phase_that_only_informs_at_its_limit_is_gone_back_to_after_that() -> None:
    meeting = at("discussion")
    assert meeting.state.phase_ends_at is not None
    meeting.wait(meeting.state.phase_ends_at - meeting.now - 2_000)
    assert undone(meeting).state.pushed_back == ANN


def test_whoever_is_recalled_is_not_pushed_back_and_whoever_was_back_is_so_again() -> None:
    meeting = undone(at("discussion"))
    assert meeting.state.pushed_back == ANN and "Ann" not in meeting.heard_by(BEN)
    meeting.ask(c.Recall(meeting.state.entry))
    assert undone(meeting).state.pushed_back is None and "Ann" in meeting.heard_by(BEN)


def test_a_pause_goes_on_and_its_time_is_not_counted() -> None:
    meeting = at("discussion")
    meeting.wait(MINUTE)
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.wait(MINUTE)
    undone(meeting)
    assert meeting.state.holds == {Hold.PAUSE: MINUTE}
    meeting.wait(MINUTE)
    meeting.ask(c.Resume(meeting.state.entry))
    assert meeting.state.phase_began_at == 2 * MINUTE + 4_000


def test_a_speaker_who_came_back_meanwhile_is_not_waited_for() -> None:
    meeting = at("questions")
    meeting.link(BEN, True)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.link(BEN, False)
    assert Hold.SPEAKER in meeting.state.holds
    meeting.advance()
    meeting.link(BEN, True)
    assert meeting.answer(undo(meeting)) == ["StepUndone", "ClockReleased"]
    assert meeting.state.turn is not None and meeting.state.turn.seat == BEN and not meeting.state.holds


def test_a_case_that_was_called_by_mistake_was_not_called() -> None:
    meeting = at("closing", TWO_CASES)
    before = meeting.state
    meeting.ask(c.Advance(before.entry, "case_call"))
    assert (meeting.state.case, meeting.state.presenter) == (2, None)
    meeting.ask(undo(meeting))
    assert differ(before, meeting.state) <= GOES_ON and meeting.state.presenter == ANN
    meeting.ask(c.Advance(meeting.state.entry, "case_call"))
    assert meeting.state.case == 2


def test_a_step_back_is_a_step() -> None:
    meeting = lively()
    before = meeting.state
    meeting.ask(c.StepBack(before.entry))
    meeting.ask(undo(meeting))
    assert differ(before, meeting.state) <= GOES_ON


@pytest.mark.parametrize(("ms", "answer"), [(UNDO_MS, ["StepUndone"]), (UNDO_MS + 1, Code.TOO_LATE)])
def test_ten_seconds_are_ten_seconds(ms: int, answer: object) -> None:
    meeting = at("return")
    meeting.wait(ms)
    assert meeting.answer(undo(meeting)) == answer


def test_it_is_undone_once_and_what_was_asked_about_the_phase_in_between_is_about_that_one() -> None:
    meeting = at("discussion")
    meeting.advance()
    between = meeting.state.entry
    meeting.ask(undo(meeting))
    assert meeting.answer(undo(meeting)) is Code.TOO_LATE
    assert meeting.answer(c.Extend(between, MINUTE)) is Code.CONFLICT
    meeting.advance()
    assert meeting.state.entry == between + 2
    assert meeting.answer(c.Extend(between, MINUTE)) is Code.CONFLICT


MEANWHILE: list[tuple[c.Command, SeatId | None, bool]] = [
    (c.RaiseHand(), BEN, True),
    (c.ReportLink(ANN, True), None, True),
    (c.ReportPage(LEA, True), None, True),
    (c.TakeSeat(Role.MEMBER), None, True),
    (c.Admit(WIM), LEA, True),
    (c.Whisper(True), CARL, True),
    (c.PassLead(0, CARL), LEA, True),
    (c.Mark(Intervention.TIME), LEA, True),
    (c.Leave(), BEN, False),
    (c.TellLeaders(Word.DISTRESS), BEN, True),
    (c.StepOut(), BEN, True),
    (c.SayLeavingEarly(), BEN, False),
    (c.Pause(6), LEA, False),
    (c.SetFloor(6, Floor.OPEN, Gate.SOFT), LEA, False),
    (c.WithdrawCase(1), ANN, False),
    (c.Remove(DAN), LEA, False),
]


@pytest.mark.parametrize(("command", "actor", "may"), MEANWHILE)
def test_what_would_be_lost_keeps_a_step_from_being_undone(
    command: c.Command, actor: SeatId | None, may: bool
) -> None:
    meeting = at("return", keeping=Keeping.AGGREGATE)
    assert meeting.ask(command, actor)
    assert (meeting.state.undo is not None) is may
    assert meeting.answer(c.UndoStep(6, "discussion")) == (["StepUndone"] if may else Code.TOO_LATE)


def test_who_is_let_in_by_a_step_that_is_undone_is_asked_by_the_round_that_goes_on() -> None:
    meeting = at("arrival", FORMS["ordered_rounds"])
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    late = SeatId(len(meeting.state.seats))
    assert meeting.state.seats[late].standing is Standing.WAITING
    meeting.ask(c.Advance(meeting.state.entry))
    assert meeting.state.seats[late].standing is Standing.SEATED
    meeting.ask(undo(meeting))
    assert meeting.state.round is not None and meeting.state.round.to_ask[-1] == late


def test_a_presenter_who_came_back_after_the_step_is_awaited_again() -> None:
    meeting = at("closing", TWO_CASES)
    meeting.link(ANN, True)
    meeting.link(ANN, False)
    meeting.wait(MINUTE)
    meeting.ask(c.GoOn(1))
    assert meeting.state.not_awaited
    meeting.ask(c.Advance(meeting.state.entry, "case_call"))
    meeting.link(ANN, True)
    meeting.ask(undo(meeting))
    assert (meeting.state.presenter, meeting.state.not_awaited) == (ANN, False)


def test_a_phase_that_ended_at_its_limit_is_not_gone_back_to() -> None:
    first, second, *others = CLASSIC.phases
    form = replace(CLASSIC, phases=(first, replace(second, at_limit=AtLimit.END), *others))
    meeting = at("case_call", form)
    meeting.ask(c.OfferCase(1), ANN)
    meeting.ask(c.ChoosePresenter(1, ANN))
    ends_at = meeting.state.phase_ends_at
    assert ends_at is not None
    meeting.wait(ends_at - meeting.now - 2_000)
    meeting.advance()
    assert meeting.state.undo is not None and meeting.state.undo.until == ends_at
    meeting.wait(2_001)
    assert meeting.answer(undo(meeting)) is Code.TOO_LATE


@pytest.mark.parametrize("over_ms", [0, 26 * MINUTE], ids=["within its time", "over it"])
def test_an_extension_that_is_undone_was_none(over_ms: int) -> None:
    meeting = at("discussion")
    meeting.wait(over_ms)
    before = meeting.state
    meeting.ask(c.Extend(5, 2 * MINUTE))
    meeting.ask(c.RaiseHand(), BEN)
    meeting.wait(4_000)
    assert meeting.answer(c.UndoStep(5, None)) == ["ExtensionUndone"]
    assert differ(replace(before, undo=None), meeting.state) == {"version", "at", "hands"}
    assert meeting.answer(c.UndoStep(5, None)) is Code.TOO_LATE, (
        "nor does a second press undo the step before"
    )


@pytest.mark.parametrize(("ms", "answer"), [(UNDO_MS, ["ExtensionUndone"]), (UNDO_MS + 1, Code.TOO_LATE)])
def test_an_extension_is_undone_for_ten_seconds(ms: int, answer: object) -> None:
    meeting = at("discussion")
    meeting.ask(c.Extend(5, 2 * MINUTE))
    meeting.wait(ms)
    assert meeting.answer(c.UndoStep(5, None)) == answer


def test_an_extension_ends_the_undoing_of_the_step_before_it() -> None:
    meeting = at("return")
    offered = undo(meeting)
    meeting.ask(c.Extend(6, MINUTE), CARL)
    assert meeting.answer(offered) is Code.CONFLICT, "nor is the colleague's extension taken back by it"
    assert meeting.answer(undo(meeting)) == ["ExtensionUndone"]
    assert meeting.answer(offered) is Code.TOO_LATE


def test_where_the_phase_ends_by_itself_an_extension_is_undone_until_then() -> None:
    first, *others = CLASSIC.phases
    meeting = at("arrival", replace(CLASSIC, phases=(replace(first, at_limit=AtLimit.END), *others)))
    ends_at = meeting.state.phase_ends_at
    assert ends_at is not None
    meeting.wait(ends_at - 2_000 - meeting.now)
    meeting.ask(c.Extend(1, MINUTE))
    assert meeting.state.undo is not None and meeting.state.undo.until == ends_at


def test_an_extension_is_undone_until_its_own_end() -> None:
    meeting = at("discussion")
    meeting.wait(26 * MINUTE)
    meeting.ask(c.Extend(5, 4_000))
    assert meeting.state.undo is not None and meeting.state.undo.until == meeting.state.phase_ends_at


def test_a_round_goes_on_with_whom_was_let_in_where_an_extension_is_undone() -> None:
    meeting = at("arrival", FORMS["ordered_rounds"])
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    late = SeatId(len(meeting.state.seats))
    meeting.ask(c.Extend(meeting.state.entry, MINUTE))
    meeting.ask(c.Admit(late))
    assert meeting.state.turn is not None
    meeting.ask(c.EndTurn(meeting.state.turns), meeting.state.turn.seat)
    went_on = meeting.state.round
    meeting.ask(undo(meeting))
    assert went_on is not None and went_on.to_ask[-1] == late and meeting.state.round == went_on


def test_an_undone_extension_that_nobody_gave_changes_nothing() -> None:
    before = replace(at("discussion").state, undo=None)
    assert differ(before, evolve(before, e.ExtensionUndone(7, 5))) == {"version", "at"}


def test_before_the_first_phase_there_is_no_extension_to_undo() -> None:
    assert evolve(SessionState(CLASSIC), e.PhaseExtended(7, 0, 5)).undo is None


def test_a_case_that_was_closed_stays_closed() -> None:
    meeting = at("discussion")
    meeting.ask(c.CloseCase(1))
    assert meeting.state.undo is None


def test_what_leaders_noted_meanwhile_is_noted() -> None:
    meeting = at("discussion", keeping=Keeping.AGGREGATE)
    meeting.ask(c.Mark(Intervention.TIME))
    meeting.advance()
    assert meeting.state.marks == ()
    meeting.ask(c.Mark(Intervention.CLOSE))
    meeting.ask(undo(meeting))
    assert meeting.state.marks == (Intervention.TIME, Intervention.CLOSE)


def test_an_undone_step_that_nobody_took_changes_no_more_than_the_count() -> None:
    before = replace(at("discussion").state, undo=None)
    assert differ(before, evolve(before, e.StepUndone(7, 9))) == {"version", "at", "entry"}
