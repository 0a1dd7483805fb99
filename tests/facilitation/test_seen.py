"""A word to the leaders that one of them has seen, who goes on for now."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.audience import Audience, view
from facilitation.state import SentWord
from facilitation.vocabulary import Role, Word
from tests.facilitation.circle import ANN, BEN, CARL, LEA, Meeting, at, undo
from tests.facilitation.situations import distressed, seen


def test_a_word_that_a_leader_has_seen_stands_until_it_is_heeded() -> None:
    meeting = distressed()
    meeting.ask(c.NoteWord(BEN, Word.DISTRESS), CARL)
    (sent,) = view(meeting.state, Audience.LEADERS)["words"]
    assert (sent["word"], sent["noted_by"]) == (Word.DISTRESS, CARL)
    assert meeting.answer(c.NoteWord(BEN, Word.DISTRESS)) == [], "whoever saw it first"
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.words == ()


def test_what_was_seen_may_be_said_again_and_then_nobody_has_seen_it() -> None:
    meeting = seen()
    meeting.wait(5_000)
    assert meeting.answer(c.TellLeaders(Word.DISTRESS), BEN) == ["WordSent"]
    assert meeting.state.words == (SentWord(BEN, Word.DISTRESS, meeting.now),), "once, and anew"
    assert meeting.answer(c.TellLeaders(Word.DISTRESS), BEN) == [], "it stands"


def noted_by(meeting: Meeting) -> int | None:
    (sent,) = meeting.state.words
    return sent.noted_by


def test_what_a_leader_had_seen_who_has_gone_nobody_has_seen() -> None:
    meeting = seen()
    meeting.ask(c.Leave(), CARL)
    assert noted_by(meeting) == LEA, "another had"
    meeting.ask(c.TakeSeat(Role.LEADER), None)
    meeting.ask(c.Leave(), LEA)
    assert noted_by(meeting) is None


def test_what_a_leader_had_seen_whose_link_is_lost_is_told_the_next_who_leads() -> None:
    meeting = seen()
    meeting.link(CARL, True)
    meeting.lose(LEA)
    meeting.wait(9_999)
    assert noted_by(meeting) == LEA, "they may be back"
    meeting.wait(1)
    assert (meeting.state.lead, noted_by(meeting)) == (CARL, None)


def test_what_another_leader_had_seen_who_is_missed_is_told_whoever_leads() -> None:
    meeting = distressed()
    meeting.page(CARL, True)
    meeting.ask(c.NoteWord(BEN, Word.DISTRESS), CARL)
    meeting.lose(CARL)
    assert noted_by(meeting) == CARL, "they have their page"
    meeting.page(CARL, False)
    assert noted_by(meeting) is None
    assert meeting.answer(c.TellLeaders(Word.DISTRESS), BEN) == [], "it stands, before whoever leads"
    assert meeting.answer(c.NoteWord(BEN, Word.DISTRESS)) == ["WordNoted"]
    meeting.link(CARL, True)
    assert noted_by(meeting) == LEA


def test_a_step_that_is_undone_brings_a_word_back_as_unseen_if_the_leader_who_had_seen_it_is_missed() -> None:
    for missed, seen_by in ((CARL, None), (LEA, CARL)):
        meeting = at("discussion")
        meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
        meeting.ask(c.NoteWord(ANN, Word.BRING_ME_BACK), CARL)
        meeting.advance()
        assert meeting.state.words == ()
        meeting.lose(missed)
        meeting.ask(undo(meeting))
        assert noted_by(meeting) == seen_by


def test_a_lead_that_is_given_leaves_seen_what_was_seen() -> None:
    meeting = seen()
    meeting.ask(c.PassLead(meeting.state.leads, CARL))
    assert noted_by(meeting) == LEA


def test_a_step_is_undone_after_a_word_was_seen_and_it_stays_so() -> None:
    meeting = distressed()
    meeting.advance()
    meeting.ask(c.NoteWord(BEN, Word.DISTRESS))
    assert meeting.answer(undo(meeting)) == ["StepUndone"]
    assert noted_by(meeting) == LEA
