"""The case: who offers, who is chosen, who presents, and how it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation import case
from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, view
from facilitation.format import Format
from facilitation.vocabulary import (
    PRESENTERS,
    Circle,
    Code,
    Floor,
    Gate,
    Heard,
    Refused,
    SeatId,
    Stance,
    Within,
    Word,
)
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, Meeting, at, gathered
from tests.facilitation.forms import (
    CLASSIC,
    FISHBOWL,
    PEDAGOGICAL,
    PSYCHODRAMA,
    ROUNDS,
    STRICT,
    TWO_CASES,
    with_phase,
)
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.situations import chosen, named


@law_of(
    c.OfferCase, c.WithdrawOffer, c.ChoosePresenter, c.NameOne, c.CloseChoice, c.AcceptAudience, c.WithdrawCase,
    c.CloseCase, c.GoOn, c.Recall, c.PushBack,
)  # fmt: skip
def test_who_may_say_what_becomes_of_the_case(row: Row) -> None:
    it_is_so(row)


def test_the_group_chooses_whom_most_would_like_to_hear() -> None:
    assert chosen().state.presenter == CAT


def test_of_equals_who_was_named_first_presents() -> None:
    meeting = at("choice", PEDAGOGICAL)
    for who, whom in ((ANN, DAN), (BEN, CAT), (CAT, DAN), (DAN, CAT)):
        meeting.ask(c.NameOne(1, whom), who)
    meeting.ask(c.CloseChoice(1))
    assert meeting.state.presenter == DAN


def test_the_last_word_of_everyone_counts() -> None:
    meeting = named()
    meeting.ask(c.NameOne(1, BEN), DAN)
    meeting.ask(c.CloseChoice(1))
    assert meeting.state.presenter == BEN


def test_what_the_group_names_once_the_choice_is_closed_replaces_nobody() -> None:
    meeting = chosen()
    meeting.ask(c.NameOne(1, BEN), DAN)
    assert meeting.answer(c.CloseChoice(1)) is Code.CONFLICT
    assert meeting.state.presenter == CAT


def test_of_two_leaders_who_choose_at_once_the_second_is_told_and_may_choose_anew() -> None:
    meeting = at("case_call")
    for seat in (ANN, BEN):
        meeting.ask(c.OfferCase(1), seat)
    meeting.ask(c.ChoosePresenter(1, ANN, seen=0), LEA)
    assert meeting.answer(c.ChoosePresenter(1, BEN, seen=0), CARL) is Code.CONFLICT
    assert meeting.answer(c.ChoosePresenter(1, BEN, seen=ANN), CARL) == ["PresenterChosen"]


def test_the_chosen_one_may_decline_and_the_next_is_chosen() -> None:
    meeting = chosen()
    meeting.ask(c.WithdrawCase(1), CAT)
    assert meeting.state.presenter is None
    meeting.ask(c.CloseChoice(1))
    assert meeting.state.presenter == BEN
    meeting.ask(c.WithdrawCase(1), BEN)
    assert meeting.answer(c.CloseChoice(1)) is Code.NO_CHOICE
    meeting.ask(c.OfferCase(1), CAT)
    meeting.ask(c.CloseChoice(1))
    assert meeting.state.presenter == CAT, "whoever offers has thought better of declining"


def test_only_whoever_names_themselves_may_be_chosen_after_declining() -> None:
    """Others may go on naming them, and they others: neither is their yes."""
    meeting = named()
    meeting.ask(c.OfferCase(1), BEN)
    meeting.ask(c.WithdrawOffer(1), BEN)
    assert meeting.state.declined == {BEN}
    for who, whom, declined in ((DAN, BEN, {BEN}), (BEN, ANN, {BEN}), (BEN, BEN, set())):
        meeting.ask(c.NameOne(1, whom), who)
        assert meeting.state.declined == declined
    meeting.ask(c.NameOne(1, BEN), DAN)
    meeting.ask(c.CloseChoice(1))
    assert meeting.state.presenter == BEN


def test_whoever_took_their_offer_back_is_chosen_by_nobody_before_they_offer_anew() -> None:
    meeting = at("case_call")
    meeting.ask(c.OfferCase(1), BEN)
    meeting.ask(c.WithdrawOffer(1), BEN)
    assert meeting.answer(c.ChoosePresenter(1, BEN)) is Code.NOT_OFFERED
    meeting.ask(c.OfferCase(1), BEN)
    assert meeting.answer(c.ChoosePresenter(1, BEN)) == ["PresenterChosen"]


def test_whoever_was_chosen_for_what_they_said_aloud_may_take_the_case_back() -> None:
    meeting = at("case_call")
    meeting.ask(c.ChoosePresenter(1, CAT))
    meeting.ask(c.WithdrawCase(1), CAT)
    assert meeting.state.presenter is None
    assert meeting.answer(c.ChoosePresenter(1, CAT)) is Code.NOT_OFFERED


def test_whoever_leaves_neither_names_nor_is_named() -> None:
    meeting = named()
    meeting.ask(c.Leave(), CAT)
    meeting.ask(c.Leave(), ANN)
    assert meeting.state.named == {}


def test_a_presenter_of_the_outer_circle_comes_into_the_inner_one() -> None:
    meeting = at("case_call", FISHBOWL)
    assert meeting.state.circle_of(ANN) is Circle.OUTER
    meeting.ask(c.OfferCase(1), ANN)
    assert meeting.answer(c.ChoosePresenter(1, ANN)) == ["SeatMoved", "PresenterChosen"]
    assert meeting.state.circle_of(ANN) is Circle.INNER


def test_without_a_yes_to_the_audience_the_case_does_not_go_on() -> None:
    meeting = at("seating", FISHBOWL)
    assert meeting.answer(c.Advance(3)) is Code.NOT_ACCEPTED
    meeting.ask(c.AcceptAudience(1), ANN)
    assert meeting.answer(c.AcceptAudience(1), ANN) == []
    meeting.advance()
    assert meeting.state.phase and meeting.state.phase.key == "presentation"


def needing(form: Format) -> list[tuple[Format, str]]:
    return [(form, phase.key) for phase in form.phases if phase.needs_presenter]


@pytest.mark.parametrize(
    ("form", "key"),
    [row for form in (CLASSIC, STRICT, ROUNDS, PSYCHODRAMA, FISHBOWL) for row in needing(form)],
    ids=lambda value: value if isinstance(value, str) else value.key,
)
def test_a_case_may_be_taken_back_at_any_time_and_the_leaders_close_it(form: Format, key: str) -> None:
    meeting = at(key, form)
    meeting.ask(c.WithdrawCase(1), ANN)
    state = meeting.state
    assert (state.presenter, state.stance, state.phase and state.phase.key) == (None, Stance.IN_CIRCLE, key)
    if state.gate is Gate.SOFT and state.phase and state.phase.heard is Heard.CIRCLE:
        assert "Ann" in meeting.heard_by(LEA), "one of the circle again"
    meeting.ask(c.CloseCase(1))
    assert meeting.state.phase and meeting.state.phase.key == "closing"


def test_a_case_that_is_closed_where_nobody_is_needed_leaves_the_group_where_it_is() -> None:
    assert at("joint_discussion").answer(c.CloseCase(1)) == ["CaseClosed"]


def test_with_nothing_to_close_and_nowhere_to_go_closing_a_case_is_refused_and_not_granted_for_ever() -> None:
    form = with_phase(CLASSIC, "debrief", within=Within.CIRCLE)
    last = len(form.phases) - 1
    needing = replace(form.phases[last], floor=Floor.PRESENTER)
    state = replace(
        gathered().state, format=replace(form, phases=(*form.phases[:last], needing)), phase_index=last
    )
    with pytest.raises(Refused) as refusal:
        case.close_case(state, c.CloseCase(0), LEA, 0)
    assert refusal.value.code is Code.NO_PRESENTER


def test_a_closed_case_goes_on_with_a_phase_that_may_be_left_out_where_there_is_no_other() -> None:
    meeting = at("discussion")
    phases = tuple(replace(p, optional=p.optional or not p.needs_presenter) for p in CLASSIC.phases)
    state = replace(meeting.state, format=replace(CLASSIC, phases=phases))
    entered = case.close_case(state, c.CloseCase(1), LEA, meeting.now)[1]
    assert isinstance(entered, e.PhaseEntered)
    assert phases[entered.phase].key == "joint_discussion"


def test_asked_to_be_brought_back_and_unanswered_for_twenty_seconds_the_presenter_comes() -> None:
    meeting = at("discussion")
    assert meeting.answer(c.Recall(5), ANN) is Code.NOT_ALLOWED
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.wait(20_000)
    assert meeting.answer(c.Recall(5), ANN) is Code.NOT_ALLOWED, "that was another word"
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(19_999)
    assert meeting.answer(c.Recall(5), ANN) is Code.NOT_ALLOWED
    meeting.wait(1)
    assert meeting.answer(c.Recall(5), ANN) == ["PresenterRecalled"]
    assert "Ann" in meeting.heard_by(BEN) and [w.word for w in meeting.state.words] == [Word.NEED_A_PAUSE]


def test_that_a_leader_has_seen_it_takes_nothing_from_the_twenty_seconds_nor_does_asking_again() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(5_000)
    meeting.ask(c.NoteWord(ANN, Word.BRING_ME_BACK))
    meeting.wait(5_000)
    assert meeting.answer(c.TellLeaders(Word.BRING_ME_BACK), ANN) == ["WordSent"], (
        "seen, it may be said again"
    )
    (sent,) = view(meeting.state, Audience.LEADERS)["words"]
    assert sent.items() >= {"at": 0, "returns_at": 20_000}.items() and "noted_by" not in sent
    meeting.ask(c.NoteWord(ANN, Word.BRING_ME_BACK))
    meeting.wait(9_999)
    assert meeting.answer(c.Recall(5), ANN) is Code.NOT_ALLOWED
    meeting.wait(1)
    assert meeting.answer(c.Recall(5), ANN) == ["PresenterRecalled"]


def test_that_a_presenter_came_back_alone_the_leaders_and_they_themselves_are_told_until_it_is_past() -> None:
    def told(meeting: Meeting) -> list[bool]:
        return [view(meeting.state, who)["came_alone"] for who in (Audience.LEADERS, Audience.PRESENTER)]

    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.ask(c.Recall(5))
    assert told(meeting) == [False, False], "a leader answered"
    meeting.ask(c.PushBack(5))
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(20_000)
    meeting.ask(c.Recall(5), ANN)
    assert told(meeting) == [True, True] and "came_alone" not in view(meeting.state, Audience.MEMBERS)
    meeting.ask(c.PushBack(5))
    assert told(meeting) == [False, False]
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(20_000)
    meeting.ask(c.Recall(5), ANN)
    meeting.ask(c.Advance(5))
    assert told(meeting) == [False, False]


def test_a_word_that_was_heeded_no_longer_counts() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(20_000)
    meeting.ask(c.HeedWord(ANN, Word.BRING_ME_BACK))
    assert meeting.answer(c.Recall(5), ANN) is Code.NOT_ALLOWED


def test_pushed_back_again_a_floor_of_the_presenters_is_the_groups() -> None:
    meeting = at("discussion")
    meeting.ask(c.Recall(5))
    meeting.ask(c.SetFloor(5, Floor.PRESENTER, Gate.HARD))
    assert meeting.answer(c.PushBack(5), ANN) == ["FloorSet", "PresenterPushedBack"]


def test_up_to_three_cases_in_a_meeting_each_with_a_presenter() -> None:
    meeting = at("closing", TWO_CASES)
    meeting.advance("case_call")
    assert (meeting.state.case, meeting.state.presenter, meeting.state.presented) == (2, None, {1: ANN})
    assert meeting.answer(c.StepBack(meeting.state.entry)) is Code.NO_SUCH_PHASE, (
        "a case that has begun is begun"
    )
    meeting.ask(c.OfferCase(2), BEN)
    meeting.ask(c.ChoosePresenter(2, BEN))
    meeting.go_to("closing")
    assert meeting.state.presented == {1: ANN, 2: BEN}
    assert view(meeting.state, Audience.LEADERS)["presented"] == {str(ANN): 1}, (
        "the one that is on is not over"
    )
    meeting.advance("case_call")
    meeting.go_to("closing")
    assert meeting.answer(c.Advance(meeting.state.entry, "case_call")) is Code.NO_MORE
    meeting.advance()


def test_whoever_takes_the_case_back_has_not_presented_it_and_whoever_closes_it_has() -> None:
    meeting = at("discussion")
    assert meeting.state.presented == {1: ANN}
    meeting.ask(c.WithdrawCase(1), ANN)
    assert meeting.state.presented == {}
    meeting = at("discussion")
    meeting.ask(c.CloseCase(1))
    assert meeting.state.presented == {1: ANN}


def test_where_nobody_presents_any_more_the_group_may_be_asked_once_more() -> None:
    meeting = at("discussion")
    there = meeting.state.entry
    assert view(meeting.state, Audience.LEADERS)["again"] is None
    assert meeting.answer(c.Advance(there, "case_call")) is Code.NO_SUCH_PHASE, "there is a case"
    meeting.ask(c.WithdrawCase(1), ANN)
    assert view(meeting.state, Audience.LEADERS)["again"] == "case_call"
    meeting.ask(c.Advance(there, "case_call"))
    assert (meeting.state.case, meeting.state.held[1], meeting.state.call_anew) == (1, 1, None)
    meeting.ask(c.OfferCase(1), BEN)
    meeting.ask(c.ChoosePresenter(1, BEN))
    meeting.advance()
    assert (meeting.state.presenter, meeting.state.presented) == (BEN, {1: BEN})


def test_nobody_is_asked_once_more_for_a_case_that_was_presented_or_in_the_leaders_room() -> None:
    meeting = at("discussion")
    meeting.ask(c.CloseCase(1))
    assert meeting.state.presenter is None and meeting.state.call_anew is None
    meeting = at("closing")
    meeting.ask(c.WithdrawCase(1), ANN)
    assert meeting.state.call_anew == 1
    while not meeting.state.leaders_alone:
        meeting.advance()
    assert meeting.state.call_anew is None
    assert at("arrival").state.call_anew is None


def test_who_was_chosen_by_mistake_has_not_presented() -> None:
    meeting = at("presentation")
    meeting.ask(c.StepBack(meeting.state.entry))
    meeting.ask(c.OfferCase(1), BEN)
    meeting.ask(c.ChoosePresenter(1, BEN))
    assert (meeting.state.presenter, meeting.state.presented) == (BEN, {})


def test_a_member_of_no_circle_is_nobodys_choice() -> None:
    meeting = at("choice", PEDAGOGICAL)
    meeting.ask(c.Leave(), DAN)
    assert meeting.answer(c.NameOne(1, DAN), BEN) is Code.NOT_SEATED


@pytest.mark.parametrize(
    ("form", "key"),
    [
        (form, p.key)
        for form in (CLASSIC, STRICT, ROUNDS, PSYCHODRAMA, FISHBOWL)
        for p in form.phases
        if p.floor in PRESENTERS
    ],
    ids=lambda value: value if isinstance(value, str) else value.key,
)
@pytest.mark.parametrize("gone", [c.Leave(), c.WithdrawCase(1)], ids=["left", "withdrawn"])
def test_the_floor_of_a_presenter_who_is_gone_is_the_groups_and_no_phase_ends_by_it(
    form: Format, key: str, gone: c.Command
) -> None:
    meeting = at(key, form)
    gate = meeting.state.gate
    assert meeting.lose(ANN).state.floor in PRESENTERS, "an empty chair stays"
    meeting.link(ANN, up=True)
    meeting.ask(gone, ANN)
    groups = Floor.OPEN if gate is Gate.SOFT else Floor.QUEUE
    state = meeting.state
    assert (state.floor, state.gate, state.phase and state.phase.key) == (groups, gate, key)
    meeting.advance("closing")
    meeting.ask(c.StepBack(meeting.state.entry))
    assert meeting.state.floor is groups, "nor is it anybody's when the group steps back to it"


def test_the_leaders_are_told_who_left_their_case_until_it_is_past() -> None:
    def told(meeting: Meeting) -> SeatId | None:
        assert "presenter_left" not in view(meeting.state, Audience.MEMBERS)
        seat: SeatId | None = view(meeting.state, Audience.LEADERS)["presenter_left"]
        return seat

    meeting = at("discussion")
    meeting.ask(c.Leave(), BEN)
    assert told(meeting) is None
    meeting.ask(c.Leave(), ANN)
    assert told(meeting) == ANN
    meeting.ask(c.ComeBack(BEN), None)
    assert told(meeting) == ANN
    meeting.advance("closing")
    assert told(meeting) is None
    debrief = at("debrief")
    debrief.ask(c.Leave(), ANN)
    assert told(debrief) is None, "everybody goes from the leaders' own phase"
    returned, removed = at("return"), at("return")
    returned.ask(c.Leave(), ANN)
    returned.ask(c.ComeBack(ANN), None)
    removed.ask(c.Remove(ANN))
    withdrawn = at("return")
    withdrawn.ask(c.WithdrawCase(1), ANN)
    assert [told(one) for one in (returned, removed, withdrawn)] == [None, None, None]
    assert returned.state.presenter is None, "nor is the case theirs again by that"
    another = at("case_call")
    for seat in (ANN, BEN):
        another.ask(c.OfferCase(1), seat)
    another.ask(c.ChoosePresenter(1, ANN))
    another.ask(c.Leave(), ANN)
    assert told(another) == ANN
    another.ask(c.ChoosePresenter(1, BEN))
    assert told(another) is None, "whom the group hears now is another"
