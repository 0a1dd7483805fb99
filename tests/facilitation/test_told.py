"""What two who are seldom looked at are told in the course of a whole case: a co-leader, and a member of a fishbowl's
outer circle. client/src/announce.test.ts reads it, and says what a screen reader says of it.

UPDATE_GOLDEN=1 writes tests/golden/told anew; look at the difference before you keep it.
"""

from __future__ import annotations

import json

import pytest

from facilitation import commands as c
from facilitation.audience import Audience, live_views, renewed, view
from facilitation.evolution import evolve
from facilitation.format import Format
from facilitation.vocabulary import SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, WIM, Meeting, gathered
from tests.facilitation.forms import CLASSIC, FISHBOWL
from tests.golden_file import is_as_kept


@pytest.mark.parametrize(
    ("who", "form", "audience"),
    [("co_leader", CLASSIC, Audience.LEADERS), ("outer_member", FISHBOWL, Audience.MEMBERS)],
)
def test_what_is_told_through_a_whole_case(who: str, form: Format, audience: Audience) -> None:
    meeting = gathered(form)
    for seat in (LEA, CARL, ANN, BEN, CAT, DAN, OBI):
        meeting.link(seat, True)
    state, since = meeting.state, len(meeting.log)
    lines = [view(state, audience)]
    whole_case(meeting)
    for event in meeting.log[since:]:
        before, state = state, evolve(state, event)
        if changes := renewed(live_views(before), before, state)[1][audience]:
            lines.append(changes)
    is_as_kept(f"told/{who}.json", "[\n" + ",\n".join(map(json.dumps, lines)) + "\n]\n")


def whole_case(meeting: Meeting) -> None:
    """With hands, words, a whisper, a pause, and links that break."""
    meeting.ask(c.Begin())
    while meeting.state.phase is not None and meeting.state.phase.key != "debrief":
        meeting.settle()
        in_this_phase(meeting, meeting.state.phase.key)
        meeting.advance()
    meeting.ask(c.End())


def in_this_phase(meeting: Meeting, key: str) -> None:
    match key:
        case "arrival":
            meeting.ask(c.Remove(WIM))
        case "questions":
            has_a_turn(meeting, BEN)
        case "discussion":
            meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
            meeting.ask(c.Whisper(True), CARL)
            meeting.ask(c.Whisper(False), CARL)
            meeting.link(CAT, False)
            meeting.link(CAT, True)
            meeting.link(LEA, False)
            meeting.link(LEA, True)
            meeting.ask(c.Pause(meeting.state.entry))
            meeting.ask(c.Resume(meeting.state.entry))
        case "outer_reflection":
            has_a_turn(meeting, DAN)
        case "closing":
            while meeting.state.turn is not None:
                meeting.ask(c.PassTurn(meeting.state.turn.number), meeting.state.turn.seat)


def has_a_turn(meeting: Meeting, seat: SeatId) -> None:
    meeting.ask(c.RaiseHand(), seat)
    meeting.ask(c.GrantTurn(meeting.state.entry, seat))
    assert meeting.state.turn is not None
    meeting.ask(c.EndTurn(meeting.state.turn.number))
