"""A word to the leaders that one of them has seen, who goes on for now."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.audience import Audience, view
from facilitation.vocabulary import Word
from tests.facilitation.circle import BEN, CARL
from tests.facilitation.situations import distressed


def test_a_word_that_a_leader_has_seen_stands_until_it_is_heeded() -> None:
    meeting = distressed()
    meeting.ask(c.NoteWord(BEN, Word.DISTRESS), CARL)
    (sent,) = view(meeting.state, Audience.LEADERS)["words"]
    assert (sent["word"], sent["noted_by"]) == (Word.DISTRESS, CARL)
    assert meeting.answer(c.NoteWord(BEN, Word.DISTRESS)) == [], "whoever saw it first"
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    assert meeting.state.words == ()
