"""Among few: words, whispers, and the private room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitation import commands as c
from facilitation import events as e
from facilitation.audience import Audience, audience_of, view
from facilitation.evolution import evolve
from facilitation.state import PrivateRoom
from facilitation.vocabulary import Code, Hold, Role, SeatId, Stance, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, Meeting, at, gathered
from tests.facilitation.law import it_is_so, law_of
from tests.facilitation.law_rows import Row
from tests.facilitation.situations import asked_in, distressed, joined, paused_outside, stepped_out


def received(meeting: Meeting, *seats: SeatId) -> list[str]:
    return [meeting.heard_by(seat) for seat in seats]


# --- words ---


def test_a_word_is_said_once_and_gone_when_it_is_heeded() -> None:
    meeting = distressed()
    assert [(sent.seat, sent.word) for sent in meeting.state.words] == [(BEN, Word.DISTRESS)]
    assert meeting.answer(c.TellLeaders(Word.DISTRESS), BEN) == []
    meeting.ask(c.HeedWord(BEN, Word.DISTRESS), CARL)
    assert meeting.state.words == ()
    assert meeting.answer(c.TellLeaders(Word.DISTRESS), BEN) == ["WordSent"]


def test_what_is_said_to_the_leaders_nobody_else_reads() -> None:
    state = distressed().state
    for audience in Audience:
        assert ("distress" in str(view(state, audience))) == (audience is Audience.LEADERS)


def test_the_presenters_words_are_the_presenters() -> None:
    meeting = at("discussion")
    for word in (Word.BRING_ME_BACK, Word.NEED_A_PAUSE):
        assert meeting.answer(c.TellLeaders(word), BEN) is Code.NOT_ALLOWED
        assert meeting.answer(c.TellLeaders(word), ANN) == ["WordSent"]


def test_one_leaves_early_in_private_or_says_so_to_all() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), BEN)
    assert "leaving_early" not in str(view(meeting.state, Audience.MEMBERS))
    meeting.ask(c.SayLeavingEarly(), BEN)
    assert view(meeting.state, Audience.MEMBERS)["seats"]["4"]["leaving_early"] is True
    assert meeting.answer(c.SayLeavingEarly(), BEN) == []
    assert [(sent.seat, sent.word) for sent in meeting.state.words] == [(BEN, Word.LEAVE_EARLY)], "once"
    meeting.ask(c.Leave(), BEN)
    assert not meeting.state.seats[BEN].leaving_early and meeting.state.words == ()


def test_what_all_are_told_stands_before_the_leaders_until_they_have_noted_it() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), CAT)
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    meeting.wait(5_000)
    meeting.ask(c.SayLeavingEarly(), BEN)
    *_, sent = view(meeting.state, Audience.LEADERS)["words"]
    assert sent == {"seat": BEN, "word": Word.LEAVE_EARLY, "at": 5_000}
    meeting.ask(c.HeedWord(BEN, Word.LEAVE_EARLY))
    assert len(meeting.state.words) == 2 and meeting.state.seats[BEN].leaving_early


# --- whisper ---


def test_a_whisper_is_heard_by_leaders_alone() -> None:
    meeting = at("discussion")
    meeting.ask(c.Whisper(True), CARL)
    assert received(meeting, LEA, ANN, BEN, OBI) == [
        "Carl Ben Cat Dan",
        "Lea Ben Cat Dan",
        "Lea Cat Dan",
        "Lea Ben Cat Dan",
    ]
    assert "Carl" in meeting.seen_by(BEN), "there is no unseen listener, nor an unseen whisperer"
    assert meeting.heard_by(CARL) == "Lea Ben Cat Dan", "whoever whispers still hears"
    meeting.ask(c.Whisper(False), CARL)
    assert "Carl" in meeting.heard_by(BEN)


def test_a_whisper_outlasts_a_phase_and_ends_in_the_private_room_or_with_the_whisperer() -> None:
    meeting = distressed()
    meeting.ask(c.Whisper(True), CARL)
    meeting.advance()
    assert meeting.state.whispering == {CARL}
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.whispering == frozenset()
    assert meeting.answer(c.Whisper(True), LEA) is Code.NOT_ALLOWED, "nobody would hear it"
    meeting.ask(c.LeavePrivateRoom(), CARL)
    meeting.ask(c.Whisper(True), LEA)
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.whispering == frozenset()


@pytest.mark.parametrize("go", [c.Leave(), c.OpenPrivateRoom(BEN)])
def test_a_whisper_that_nobody_is_left_to_hear_is_put_on_the_air_by_its_own_button_alone(
    go: c.Command,
) -> None:
    meeting = distressed()
    meeting.ask(c.Whisper(True), LEA)
    meeting.ask(go, CARL)
    assert "Lea" not in meeting.heard_by(CAT)
    meeting.ask(c.Whisper(False), LEA)
    assert "Lea" in meeting.heard_by(CAT)


# --- the private room ---


def test_nobody_is_taken_aside_who_did_not_ask() -> None:
    meeting = at("discussion")
    assert meeting.answer(c.OpenPrivateRoom(BEN), CARL) is Code.NO_WORD
    meeting.ask(c.TellLeaders(Word.LEAVE_EARLY), BEN)
    assert meeting.answer(c.OpenPrivateRoom(BEN), CARL) is Code.NO_WORD


def test_the_word_is_answered_by_the_room() -> None:
    assert stepped_out().state.words == ()


def test_the_two_hear_and_see_each_other_and_nobody_else_does() -> None:
    meeting = stepped_out()
    assert received(meeting, CARL, BEN) == ["Ben", "Carl"]
    assert (meeting.seen_by(CARL), meeting.seen_by(BEN)) == ("Ben", "Carl")
    assert received(meeting, LEA, CAT) == ["Cat Dan", "Lea Dan"]
    assert "Ben" not in meeting.seen_by(CAT) and "Carl" not in meeting.seen_by(LEA)


def test_the_circle_sees_that_they_stepped_out_and_no_more() -> None:
    meeting = stepped_out()
    circle = view(meeting.state, Audience.MEMBERS)
    assert [seat for seat, shown in circle["seats"].items() if shown.get("stepped_out")] == ["2", "4"]
    assert "private" not in circle and "private" not in view(meeting.state, Audience.PRESENTER)
    assert view(meeting.state, Audience.PRIVATE)["private"] == {
        "inside": [CARL, BEN],
        "asking": None,
        "agreed": [],
    }
    assert audience_of(meeting.state, BEN) is Audience.PRIVATE


def test_one_steps_out_without_hand_or_turn_and_keeps_the_seat() -> None:
    meeting = distressed()
    meeting.ask(c.RaiseHand(), BEN)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.hands == ()
    meeting.ask(c.LeavePrivateRoom(), BEN)
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    meeting.ask(c.GrantTurn(5, BEN))
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.turn is None
    assert meeting.state.seats[BEN].sits


def test_a_leader_who_steps_out_leaves_hand_and_turn_behind_too() -> None:
    meeting = distressed()
    meeting.ask(c.RaiseHand(), CARL)
    meeting.ask(c.GrantTurn(5, CARL))
    meeting.ask(c.RaiseHand(), LEA)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.turn is None
    assert meeting.state.hands == (LEA,)


def test_another_leader_joins_only_when_both_inside_agree() -> None:
    meeting = asked_in()
    assert meeting.heard_by(LEA) == "Cat Dan"
    meeting.ask(c.AgreeInPrivateRoom(LEA), BEN)
    assert meeting.heard_by(LEA) == "Cat Dan", "Carl has not agreed"
    assert meeting.answer(c.AgreeInPrivateRoom(LEA), BEN) == []
    meeting.ask(c.AgreeInPrivateRoom(LEA), CARL)
    assert received(meeting, LEA, CARL, BEN) == ["Carl Ben", "Lea Ben", "Lea Carl"]
    assert meeting.state.private and meeting.state.private.asking is None


def test_a_leader_who_joins_leaves_hand_and_turn_behind() -> None:
    meeting = asked_in()
    meeting.ask(c.RaiseHand(), LEA)
    for inside in (BEN, CARL):
        meeting.ask(c.AgreeInPrivateRoom(LEA), inside)
    assert LEA not in meeting.state.hands
    assert meeting.state.private and meeting.state.private.agreed == frozenset()


def test_a_leader_who_goes_is_no_longer_asking() -> None:
    meeting = asked_in()
    meeting.ask(c.AgreeInPrivateRoom(LEA), BEN)
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.private
    assert (meeting.state.private.asking, meeting.state.private.agreed) == (None, frozenset())


def test_whoever_joined_may_go_and_the_two_stay() -> None:
    meeting = joined()
    meeting.ask(c.LeavePrivateRoom(), LEA)
    assert received(meeting, CARL, BEN) == ["Ben", "Carl"]
    meeting.ask(c.AskIntoPrivateRoom(), LEA)
    assert meeting.state.private and meeting.state.private.agreed == frozenset(), "both are asked again"
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.private and meeting.state.private.asking is None


def test_whoever_of_the_two_goes_closes_the_room() -> None:
    for gone in (c.Leave(), c.LeavePrivateRoom()):
        meeting = stepped_out()
        meeting.ask(gone, BEN)
        assert meeting.state.private is None
        assert "Carl" not in meeting.heard_by(CAT)
        meeting.ask(c.LeavePrivateRoom(), CARL)
        assert "Carl" in meeting.heard_by(CAT)
    meeting = joined()
    meeting.ask(c.Leave(), LEA)
    assert meeting.state.private and meeting.state.private.inside == {CARL, BEN}


@pytest.mark.parametrize(
    "goes",
    [
        lambda meeting: meeting.ask(c.LeavePrivateRoom(), CARL),
        lambda meeting: meeting.ask(c.Leave(), CARL),
        lambda meeting: meeting.ask(c.Remove(CARL)),
    ],
)
def test_nobody_is_put_on_the_air_of_the_circle_by_somebody_else(goes: Callable[[Meeting], object]) -> None:
    """Ben may be in the middle of a sentence that was for Carl alone."""
    meeting = stepped_out()
    goes(meeting)
    assert meeting.state.private is None
    assert received(meeting, BEN) == ["-"] and "Ben" not in meeting.heard_by(CAT) + meeting.seen_by(CAT)
    assert view(meeting.state, Audience.MEMBERS)["seats"][str(BEN)]["stepped_out"]
    assert audience_of(meeting.state, BEN) is Audience.MEMBERS, "of another private room he learns nothing"
    assert meeting.answer(c.RaiseHand(), BEN) is Code.STEPPED_OUT
    assert meeting.ask(c.LeavePrivateRoom(), BEN) == [e.SteppedBackIn(meeting.now, BEN)]
    assert "Ben" in meeting.heard_by(CAT) and "Dan" in meeting.heard_by(BEN)
    assert meeting.answer(c.LeavePrivateRoom(), BEN) is Code.NOT_IN_PRIVATE


@pytest.mark.parametrize("goes", [c.LeavePrivateRoom(), c.Leave()])
def test_of_two_leaders_inside_one_may_go_and_the_other_stays_with_the_one_in_distress(
    goes: c.Command,
) -> None:
    for gone, stays in ((CARL, LEA), (LEA, CARL)):
        meeting = joined()
        meeting.ask(goes, gone)
        assert meeting.state.private == PrivateRoom(stays, BEN)
        assert meeting.state.aside == frozenset()


def test_of_three_inside_the_two_leaders_are_left_by_the_one_in_distress() -> None:
    meeting = joined()
    assert meeting.ask(c.LeavePrivateRoom(), BEN)[0] == e.PrivateRoomClosed(meeting.now, (LEA, CARL))
    assert meeting.state.aside == {LEA, CARL} == meeting.state.stepped_out
    assert meeting.answer(c.Resume(meeting.state.entry), LEA) is Code.STEPPED_OUT, (
        "the circle is without its leader"
    )


def test_whoever_was_left_aside_may_be_taken_aside_again_and_goes_with_the_session() -> None:
    meeting = stepped_out()
    meeting.ask(c.LeavePrivateRoom(), CARL)
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert (meeting.state.aside, meeting.state.inside) == (frozenset(), {CARL, BEN})
    meeting.ask(c.LeavePrivateRoom(), BEN)
    meeting.ask(c.Leave(), CARL)
    assert meeting.state.aside == frozenset()
    meeting = stepped_out()
    meeting.ask(c.LeavePrivateRoom(), CARL)
    meeting.ask(c.End(), LEA)
    assert meeting.state.aside == frozenset()


def test_an_old_log_in_which_all_came_back_together_reads_as_it_did() -> None:
    meeting = stepped_out()
    assert evolve(meeting.state, e.PrivateRoomClosed(meeting.now)).stepped_out == frozenset()


def test_whoever_leads_stays_with_the_circle_or_pauses_first() -> None:
    meeting = stepped_out()
    assert meeting.answer(c.AskIntoPrivateRoom(), LEA) is Code.NOT_ALLOWED
    meeting = distressed()
    assert meeting.answer(c.OpenPrivateRoom(BEN), LEA) is Code.NOT_ALLOWED
    meeting.ask(c.Pause(5))
    assert meeting.answer(c.OpenPrivateRoom(BEN), LEA) == ["PrivateRoomOpened"]
    assert paused_outside().answer(c.AskIntoPrivateRoom(), LEA) == ["PrivateRoomAsked"]


def test_the_session_pauses_while_the_lead_is_in_the_private_room() -> None:
    meeting = stepped_out()
    assert meeting.answer(c.PassLead(meeting.state.leads, CARL), LEA) == ["LeadPassed", "SessionPaused"]
    assert meeting.refused(c.Resume(5), LEA).detail == "whoever leads has stepped out"
    assert meeting.answer(c.Advance(5), LEA) == ["PhaseEntered", "SessionPaused"], "a new phase ends a pause"
    meeting.ask(c.PassLead(meeting.state.leads, LEA), LEA)
    assert meeting.answer(c.Resume(meeting.state.entry), LEA) == ["SessionResumed"]


def test_the_lead_that_passes_into_the_private_room_by_itself_pauses_too() -> None:
    meeting = stepped_out().lose(LEA)
    meeting.wait(meeting.state.format.grace.leader_ms)
    assert (meeting.state.lead, Hold.PAUSE in meeting.state.holds) == (CARL, True)
    meeting.ask(c.LeavePrivateRoom(), CARL)
    assert meeting.answer(c.Resume(5), CARL) == ["SessionResumed"]


def test_a_leader_in_distress_has_the_whisper_instead() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.DISTRESS), LEA)
    assert meeting.refused(c.OpenPrivateRoom(LEA), CARL).detail == "leaders have the whisper"


def test_a_presenter_who_is_back_speaks_in_the_private_room_and_stays_back() -> None:
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.DISTRESS), ANN)
    meeting.ask(c.OpenPrivateRoom(ANN), CARL)
    assert meeting.heard_by(CARL) == "Ann" and "Ann" not in meeting.heard_by(BEN)
    meeting.ask(c.LeavePrivateRoom(), ANN)
    assert (meeting.state.stance, meeting.state.pushed_back) == (Stance.BACK_VISIBLE, ANN)


def test_the_room_outlasts_a_phase_and_the_leaders_debrief() -> None:
    meeting = stepped_out()
    meeting.go_to("debrief")
    assert received(meeting, CARL, BEN, LEA, CAT) == ["Ben", "Carl", "-", "-"]
    meeting.ask(c.LeavePrivateRoom(), BEN)
    assert received(meeting, CARL, BEN, LEA) == ["-", "-", "-"]
    meeting.ask(c.LeavePrivateRoom(), CARL)
    assert received(meeting, CARL, BEN, LEA) == ["Lea", "-", "Carl"]


def test_two_rooms_at_a_time_there_are_not() -> None:
    meeting = gathered()
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    meeting.ask(c.Begin())
    for seat in (BEN, DAN):
        meeting.ask(c.TellLeaders(Word.DISTRESS), seat)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.refused(c.OpenPrivateRoom(DAN), SeatId(9)).detail == "the private room is taken"
    assert CAT not in meeting.state.stepped_out


def test_a_private_room_in_which_nobody_is_there_any_more_gives_way() -> None:
    meeting = at("discussion")
    eve = SeatId(9)
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    for seat in (BEN, DAN):
        meeting.ask(c.TellLeaders(Word.DISTRESS), seat)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    meeting.lose(BEN)
    assert meeting.refused(c.OpenPrivateRoom(DAN), eve).detail == "the private room is taken"
    meeting.ask(c.ReportLink(BEN, True), None)
    meeting.lose(CARL)
    assert meeting.refused(c.OpenPrivateRoom(DAN), eve).detail == "the private room is taken"
    meeting.lose(BEN)
    assert meeting.answer(c.OpenPrivateRoom(DAN), eve) == ["PrivateRoomClosed", "PrivateRoomOpened"]
    assert meeting.state.private is not None and meeting.state.private.inside == {eve, DAN}
    assert meeting.state.aside == {BEN, CARL}
    meeting.ask(c.ReportLink(BEN, True), None)
    assert meeting.heard_by(BEN) == "-", "whoever comes back is aside, and goes where they like"
    assert meeting.answer(c.LeavePrivateRoom(), BEN) == ["SteppedBackIn"]


def test_a_leader_is_in_a_private_room_while_their_page_is_and_a_member_while_their_link_is() -> None:
    meeting = at("discussion")
    meeting.ask(c.TakeSeat(Role.CO_LEADER), None)
    for seat in (BEN, DAN):
        meeting.ask(c.TellLeaders(Word.DISTRESS), seat)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    for seat in (CARL, BEN):
        meeting.page(seat, True)
    meeting.lose(CARL, BEN)
    assert meeting.refused(c.OpenPrivateRoom(DAN), SeatId(9)).detail == "the private room is taken"
    meeting.page(CARL, False)
    assert meeting.answer(c.OpenPrivateRoom(DAN), SeatId(9)) == ["PrivateRoomClosed", "PrivateRoomOpened"]


@law_of(
    c.TellLeaders,
    c.HeedWord,
    c.NoteWord,
    c.SayLeavingEarly,
    c.Whisper,
    c.OpenPrivateRoom,
    c.AskIntoPrivateRoom,
    c.AgreeInPrivateRoom,
    c.LeavePrivateRoom,
)
def test_who_may_speak_among_few(row: Row) -> None:
    it_is_so(row)
