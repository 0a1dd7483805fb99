"""Who may do what while a leader talks with somebody apart, and once either has ended it (docs/stepping-out.md)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitation import commands as c
from facilitation.session import _RULES, FROM_THE_CIRCLE, decide
from facilitation.state import SessionState
from facilitation.vocabulary import Circle, Code, Floor, Gate, Intervention, Part, Refused, SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, LEA, MINUTE, WIM, Meeting, at
from tests.facilitation.law import about_here
from tests.facilitation.law_rows import HERE
from tests.facilitation.situations import lead_outside, presenter_outside, stepped_out

PAGE = Path(__file__).parents[2] / "docs" / "stepping-out.md"

ACTS: dict[str, Callable[[SessionState], c.Command]] = {
    "next step": lambda s: c.Advance(s.entry),
    "more time": lambda s: c.Extend(s.entry, MINUTE),
    "pause": lambda s: c.Pause(s.entry),
    "resume": lambda s: c.Resume(s.entry),
    "bring back": lambda s: c.Recall(s.entry),
    "let in": lambda s: c.Admit(WIM),
    "pass the lead": lambda s: c.PassLead(s.leads, CARL if s.lead == LEA else LEA),
    "end": lambda s: c.End(),
    "raise hand": lambda s: c.RaiseHand(),
    "quiet word": lambda s: c.TellLeaders(Word.LEAVE_EARLY),
    "step out": lambda s: c.StepOut(),
    "go back": lambda s: c.LeavePrivateRoom(),
}
"""What stands on the pages, in the order in which the table lists it."""


def in_debrief() -> Meeting:
    """Carl has gone to Ben, who was not well once the circle had closed."""
    meeting = at("debrief")
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    return meeting


WITH_BEN = {"the member with them": BEN, "the presenter": ANN, "another member": CAT}
TALKS: dict[str, tuple[Callable[[], Meeting], SeatId, SeatId, dict[str, SeatId]]] = {
    "The other leader leads on": (
        stepped_out, CARL, BEN, {"the leader who went": CARL, "whoever leads": LEA, **WITH_BEN},
    ),
    "Whoever leads has paused, and went": (
        lead_outside, LEA, BEN, {"the leader who went": LEA, "the other leader": CARL, **WITH_BEN},
    ),
    "With the presenter": (
        presenter_outside, CARL, ANN,
        {"the leader who went": CARL, "whoever leads": LEA, "the presenter, with them": ANN, "another member": CAT},
    ),
    "In the debrief": (
        in_debrief, CARL, BEN,
        {"the leader who went": CARL, "the leader who stayed": LEA, "the member with them": BEN, "another member": CAT},
    ),
}  # fmt: skip
"""How it comes about; the leader who went, and with whom, either of whom ends it; and whose pages are looked at."""


def may(state: SessionState, seat: SeatId) -> str:
    """What is granted to this seat of all that stands on the pages."""
    return ", ".join(name for name, act in ACTS.items() if granted(state, act(state), seat)) or "nothing"


def granted(state: SessionState, command: c.Command, seat: SeatId) -> bool:
    try:
        decide(state, command, seat, state.at)
    except Refused:
        return False
    return True


def row(opened: Callable[[], Meeting], who: str, seat: SeatId, ends: tuple[SeatId | None, ...]) -> str:
    cells = []
    for by in ends:
        meeting = opened()
        if by is not None:
            meeting.ask(c.LeavePrivateRoom(), by)
        cells.append(may(meeting.state, seat))
    return f"| {who} | {' | '.join(cells)} |"


def told(section: str, title: str) -> list[str]:
    """The rows under this title, in this section of the page."""
    part = PAGE.read_text().partition(f"## {section}\n")[2].partition("\n## ")[0]
    table = part.partition(f"### {title}\n")[2].partition("\n### ")[0]
    return [line for line in table.partition("|---")[2].splitlines()[1:] if line.startswith("|")]


@pytest.mark.parametrize("title", TALKS)
def test_the_page_says_what_each_may_do(title: str) -> None:
    opened, leader, other, people = TALKS[title]
    rows = [row(opened, who, seat, (None, leader, other)) for who, seat in people.items()]
    assert told("What each may do", title) == rows, "\n" + "\n".join(rows)


ON_THE_CIRCLE: list[c.Command] = [
    c.Advance(HERE), c.StepBack(HERE), c.UndoStep(HERE, None), c.Extend(HERE, MINUTE), c.Resume(HERE),
    c.ChoosePresenter(HERE, CAT), c.CloseChoice(HERE), c.CloseCase(HERE), c.GoOn(HERE), c.Recall(HERE),
    c.PushBack(HERE), c.SetFloor(HERE, Floor.QUEUE, Gate.HARD), c.LowerHand(CAT), c.GrantTurn(HERE, CAT),
    c.EndTurn(HERE), c.BeginRound(HERE), c.MoveSeat(CAT, Circle.OUTER), c.InviteToPart(HERE, CAT, Part.AUXILIARY),
    c.SwapParts(CAT, BEN), c.TakeOffPart(CAT), c.Freeze(HERE), c.Unfreeze(HERE),
]  # fmt: skip
FROM_ANYWHERE: list[c.Command] = [
    c.End(), c.Leave(), c.Pause(HERE), c.Admit(WIM), c.Remove(CAT), c.PassLead(HERE, CARL), c.Mark(Intervention.TIME),
    c.TakeBackMark(HERE, 1), c.NoteWord(BEN, Word.DISTRESS), c.HeedWord(BEN, Word.DISTRESS), c.Whisper(False),
    c.OpenPrivateRoom(BEN), c.AskIntoPrivateRoom(), c.LeavePrivateRoom(),
]  # fmt: skip
FROM_OUTSIDE = "whoever is out goes back first"


def test_what_becomes_of_the_circle_no_leader_asks_for_from_outside() -> None:
    assert {type(command) for command in ON_THE_CIRCLE} == FROM_THE_CIRCLE - {c.Begin}
    of_leaders = {command for command, rule in _RULES.items() if rule.leaders}
    anywhere = {type(command) for command in FROM_ANYWHERE}
    assert of_leaders <= FROM_THE_CIRCLE | anywhere, (
        "each of the leaders' commands stands in one of the two lists"
    )
    assert not FROM_THE_CIRCLE & anywhere
    for command in ON_THE_CIRCLE:
        meeting = lead_outside()
        refusal = meeting.refused(about_here(command, meeting), LEA)
        assert (refusal.code, refusal.detail) == (Code.STEPPED_OUT, FROM_OUTSIDE), command
        assert meeting.answer(about_here(command, meeting), CARL) != refusal.code or isinstance(
            command, c.Resume
        )
        led = stepped_out()
        led_refusal = led.refused(about_here(command, led), CARL)
        assert (led_refusal.code, led_refusal.detail) == (Code.STEPPED_OUT, FROM_OUTSIDE), command
    for command in FROM_ANYWHERE:
        meeting = lead_outside()
        assert meeting.answer(about_here(command, meeting), LEA) is not Code.STEPPED_OUT, command
