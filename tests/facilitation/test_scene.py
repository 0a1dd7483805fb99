"""A scene: parts are given, swapped, played and taken off; nobody is held to one, and nothing waits for one."""

from __future__ import annotations

import pytest

from facilitation import commands as c
from facilitation.scene import goes_on, may_name
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Part, Refused, SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, STRANGER, WIM, Meeting, at
from tests.facilitation.forms import CLASSIC, PSYCHODRAMA
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.situations import invited


@law_of(c.InviteToPart, c.AnswerInvitation, c.TakeOffPart, c.SwapParts, c.Freeze, c.Unfreeze)
def test_who_may_play(row: Row) -> None:
    it_is_so(row)


def parts(meeting: Meeting) -> dict[SeatId, Part]:
    return {seat: played.part for seat, played in meeting.state.cast.items()}


def scene() -> Meeting:
    return at("scene", PSYCHODRAMA)


def test_the_presenter_plays_the_protagonist_by_coming_to_the_casting() -> None:
    assert parts(at("casting", PSYCHODRAMA)) == {ANN: Part.PROTAGONIST}


def test_the_invited_may_decline_and_an_invitation_ends_with_the_casting() -> None:
    meeting = invited()
    meeting.ask(c.AnswerInvitation(False), BEN)
    assert (parts(meeting), meeting.state.invited) == ({ANN: Part.PROTAGONIST}, {})
    assert meeting.answer(c.AnswerInvitation(True), BEN) is Code.NOT_INVITED
    meeting = invited()
    assert meeting.refused(c.AnswerInvitation(True, Part.DOUBLE), BEN).detail == "invited to be auxiliary"
    meeting.advance()
    assert meeting.state.invited == {}


def test_an_observer_may_be_invited_in_and_is_heard_while_playing() -> None:
    meeting = at("casting", PSYCHODRAMA)
    meeting.ask(c.InviteToPart(4, OBI, Part.AUXILIARY), ANN)
    meeting.ask(c.AnswerInvitation(True), OBI)
    assert meeting.answer(c.InviteToPart(4, OBI, Part.DOUBLE), ANN) == [], "has a part already"
    meeting.advance()
    assert meeting.heard_by(CAT) == "Lea Carl Ann Obi"
    meeting.advance()
    meeting.advance()
    assert "Obi" not in meeting.heard_by(CAT)


def test_the_cast_is_heard_and_the_watchers_are_not() -> None:
    meeting = scene()
    assert (meeting.heard_by(CAT), meeting.heard_by(BEN)) == ("Lea Carl Ann Ben", "Lea Carl Ann")
    assert "Cat" in meeting.seen_by(ANN)


def test_a_double_is_heard_with_the_turn_and_no_longer() -> None:
    meeting = scene()
    meeting.ask(c.RaiseHand(), CAT)
    assert "Cat" not in meeting.heard_by(ANN)
    meeting.ask(c.GrantTurn(5, CAT))
    assert "Cat" in meeting.heard_by(ANN)
    meeting.ask(c.EndTurn(1), CAT)
    assert "Cat" not in meeting.heard_by(ANN)


def test_role_reversal_swaps_plates_and_not_seats() -> None:
    meeting = scene()
    before = meeting.state.cast
    meeting.ask(c.SwapParts(ANN, BEN))
    assert parts(meeting) == {ANN: Part.AUXILIARY, BEN: Part.PROTAGONIST}
    assert meeting.state.cast == {ANN: before[BEN], BEN: before[ANN]}
    meeting.ask(c.SwapParts(ANN, BEN))
    assert meeting.state.cast == before


def test_mirroring_another_plays_the_protagonist_who_watches_and_comes_back() -> None:
    meeting = scene()
    meeting.ask(c.SwapParts(ANN, DAN))
    assert parts(meeting) == {BEN: Part.AUXILIARY, DAN: Part.PROTAGONIST}
    assert "Ann" not in meeting.heard_by(BEN) and "Dan" in meeting.heard_by(BEN)
    meeting.ask(c.SwapParts(ANN, DAN))
    assert "Ann" in meeting.heard_by(BEN)


def test_whoever_took_over_a_part_is_no_longer_invited_to_another() -> None:
    meeting = invited()
    meeting.ask(c.SwapParts(ANN, BEN))
    assert meeting.answer(c.AnswerInvitation(True), BEN) is Code.NOT_INVITED


@pytest.mark.parametrize("who", [LEA, CARL, ANN, BEN])
def test_anyone_in_the_scene_may_stop_it_and_a_leader_lets_it_go_on(who: SeatId) -> None:
    meeting = scene()
    meeting.ask(c.Freeze(5), who)
    assert meeting.state.frozen
    meeting.ask(c.Unfreeze(5))
    assert not meeting.state.frozen
    meeting.ask(c.Freeze(5))
    meeting.advance()
    assert not meeting.state.frozen


def test_after_the_scene_each_speaks_from_the_part_and_takes_it_off() -> None:
    meeting = at("de_roling", PSYCHODRAMA)
    assert meeting.heard_by(CAT) == "Lea Carl Ann Ben"
    meeting.ask(c.TakeOffPart(), BEN)
    assert meeting.heard_by(CAT) == "Lea Carl Ann"
    meeting.ask(c.TakeOffPart(ANN))
    assert meeting.answer(c.Advance(meeting.state.entry)) == ["PhaseEntered"], "nothing is left to take off"


@pytest.mark.parametrize("key", ["scene", "de_roling"])
def test_whatever_comes_next_takes_every_part_off_and_says_of_whom(key: str) -> None:
    meeting = at(key, PSYCHODRAMA)
    meeting.ask(c.CloseCase(1))
    assert (meeting.state.cast, meeting.state.came_off) == ({}, {ANN, BEN})
    assert meeting.state.phase and meeting.state.phase.key == "closing"


@pytest.mark.parametrize("key", ["scene", "de_roling"])
def test_a_step_back_gives_the_parts_back(key: str) -> None:
    """A director who pressed too early: the protection of de-roling must not be lost with it."""
    meeting = at(key, PSYCHODRAMA)
    before, heard = meeting.state.cast, meeting.heard_by(CAT)
    meeting.go_to("group_work")
    assert meeting.state.cast == {}
    while meeting.state.phase and meeting.state.phase.key != key:
        meeting.ask(c.StepBack(meeting.state.entry))
    assert (meeting.state.cast, meeting.state.came_off, meeting.heard_by(CAT)) == (before, frozenset(), heard)
    meeting.advance()
    assert meeting.state.put_away.keys() == (before.keys() if key == "de_roling" else set())


def test_of_those_who_played_only_who_is_still_there_gets_the_part_back() -> None:
    meeting = at("group_work", PSYCHODRAMA)
    meeting.ask(c.Leave(), BEN)
    meeting.ask(c.StepBack(meeting.state.entry))
    assert meeting.state.cast.keys() == {ANN}
    meeting.advance()
    meeting.ask(c.WithdrawCase(1), ANN)
    meeting.ask(c.StepBack(meeting.state.entry))
    assert meeting.state.cast == {}, "without its protagonist the scene is over"


def test_another_scene_begins_without_the_parts_of_the_last() -> None:
    meeting = at("group_work", PSYCHODRAMA)
    meeting.advance("casting")
    assert parts(meeting) == {ANN: Part.PROTAGONIST}
    assert meeting.state.parts == 3, "a part's number is never used again"


def test_after_three_scenes_there_is_no_fourth() -> None:
    meeting = at("group_work", PSYCHODRAMA)
    for _ in range(2):
        meeting.advance("casting")
        meeting.go_to("group_work")
    assert meeting.answer(c.Advance(meeting.state.entry, "casting")) is Code.NO_MORE
    meeting.advance()
    assert meeting.state.phase and meeting.state.phase.key == "return"


def test_a_scene_that_was_stepped_back_from_was_not_held() -> None:
    meeting = at("casting", PSYCHODRAMA)
    for _ in range(5):
        meeting.ask(c.StepBack(meeting.state.entry))
        meeting.advance()
    for _ in range(2):
        meeting.go_to("group_work")
        meeting.advance("casting")


def test_a_player_who_leaves_takes_the_part_along_and_nothing_waits_for_it() -> None:
    meeting = scene()
    meeting.ask(c.Leave(), BEN)
    assert parts(meeting) == {ANN: Part.PROTAGONIST}
    meeting.ask(c.Leave(), ANN)
    assert parts(meeting) == {}
    meeting.ask(c.Advance(5, "closing"))


def test_a_protagonist_who_takes_the_case_back_plays_no_more() -> None:
    meeting = at("casting", PSYCHODRAMA)
    meeting.ask(c.WithdrawCase(1), ANN)
    assert parts(meeting) == {}
    meeting.ask(c.CloseCase(1))


def test_whoever_stepped_out_is_not_given_a_part() -> None:
    meeting = at("casting", PSYCHODRAMA)
    meeting.ask(c.TellLeaders(Word.DISTRESS), CAT)
    meeting.ask(c.OpenPrivateRoom(CAT), CARL)
    refusal = meeting.refused(c.InviteToPart(4, CAT, Part.AUXILIARY), ANN)
    assert (refusal.code, refusal.detail) == (Code.STEPPED_OUT, f"seat {CAT}")


def test_a_guest_who_leaves_is_no_longer_invited_and_the_others_are() -> None:
    meeting = at("casting", PSYCHODRAMA)
    for seat in (CAT, DAN):
        meeting.ask(c.InviteToPart(meeting.state.entry, seat, Part.AUXILIARY), ANN)
    meeting.ask(c.Leave(), CAT)
    assert set(meeting.state.invited) == {DAN}


def test_whoever_takes_a_part_is_no_longer_invited_and_the_others_are() -> None:
    meeting = at("casting", PSYCHODRAMA)
    for seat, part in ((BEN, Part.AUXILIARY), (CAT, Part.DOUBLE)):
        meeting.ask(c.InviteToPart(meeting.state.entry, seat, part), ANN)
    meeting.ask(c.AnswerInvitation(True), BEN)
    assert meeting.state.invited == {CAT: Part.DOUBLE}


def test_before_it_begins_there_are_no_parts() -> None:
    assert goes_on(SessionState(CLASSIC), 0) == []


def test_a_plate_is_written_by_leaders_the_presenter_and_whoever_wears_it() -> None:
    state = at("scene", PSYCHODRAMA).state
    part = state.cast[BEN].number
    for actor in (LEA, CARL, ANN, BEN):
        may_name(state, actor, part)
    for actor, number, why in (
        (CAT, part, "not_allowed: the presenter gives the parts their names"),
        (WIM, part, f"not_seated: seat {WIM}"),
        (STRANGER, part, f"not_seated: seat {STRANGER}"),
        (LEA, 99, "no_cast: part 99"),
    ):
        with pytest.raises(Refused) as refusal:
            may_name(state, actor, number)
        assert str(refusal.value) == why
