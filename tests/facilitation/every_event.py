"""Meetings in which every event occurs: the moments of `situations`, and what may follow on some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitation import commands as c
from facilitation.vocabulary import Floor, Gate, Word
from tests.facilitation import situations as moment
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, at, gathered, undo
from tests.facilitation.forms import ROUNDS

Follows = Callable[[Meeting], object]


def _passes_and_is_asked_again(meeting: Meeting) -> None:
    """A round holds the seat of whoever is away, and comes back to whoever passed."""
    meeting.lose(CAT)
    while meeting.state.round is not None and meeting.state.turn is not None:
        turn = meeting.state.turn
        meeting.ask(c.PassTurn(turn.number), turn.seat)


def _leaders_come_back(meeting: Meeting) -> None:
    meeting.lose(LEA, CARL)
    meeting.wait(2 * MINUTE)
    meeting.link(LEA, True)


def _out_of_the_private_room(meeting: Meeting) -> None:
    for seat in (CARL, BEN):
        meeting.ask(c.LeavePrivateRoom(), seat)


def _page_comes_and_goes(meeting: Meeting) -> None:
    for there in (True, False):
        meeting.page(LEA, there)


def _at_the_case(meeting: Meeting) -> None:
    entry = meeting.state.entry
    meeting.ask(c.SayLeavingEarly(), DAN)
    meeting.ask(c.SetFloor(entry, Floor.QUEUE, Gate.HARD))
    meeting.ask(c.Extend(entry, MINUTE))
    meeting.ask(c.PassLead(meeting.state.leads, CARL))


FOLLOWS: tuple[tuple[Callable[[], Meeting], Follows], ...] = (
    (lambda: at("discussion"), _at_the_case),
    (lambda: at("discussion"), lambda m: m.ask(undo(m))),
    (moment.extended, lambda m: m.ask(undo(m))),
    (lambda: at("discussion"), lambda m: m.wait(90 * MINUTE)),
    (lambda: at("discussion"), _leaders_come_back),
    (lambda: at("joint_discussion"), lambda m: m.ask(c.CloseCase(1))),
    (lambda: at("arrival", ROUNDS), _passes_and_is_asked_again),
    (gathered, _page_comes_and_goes),
    (moment.asking, lambda m: m.ask(c.LowerHand(), CAT)),
    (moment.asking, lambda m: m.wait(5 * MINUTE)),
    (moment.distressed, lambda m: m.ask(c.HeedWord(BEN, Word.DISTRESS))),
    (moment.distressed, lambda m: m.ask(c.NoteWord(BEN, Word.DISTRESS))),
    (moment.frozen, lambda m: m.ask(c.Unfreeze(m.state.entry))),
    (moment.frozen, lambda m: m.ask(c.SwapParts(ANN, BEN))),
    (moment.frozen, lambda m: m.ask(c.TakeOffPart(), BEN)),
    (moment.invited, lambda m: m.ask(c.AnswerInvitation(False), BEN)),
    (moment.marked, lambda m: m.ask(c.TakeBackMark(m.state.entry, 1))),
    (moment.offered, lambda m: m.ask(c.WithdrawOffer(1), BEN)),
    (moment.paused, lambda m: m.ask(c.Resume(m.state.entry))),
    (moment.presenter_away, lambda m: m.link(ANN, True)),
    (moment.presenter_away, lambda m: m.wait(10 * MINUTE)),
    (moment.presenter_away, lambda m: m.ask(c.GoOn(1))),
    (moment.joined, lambda m: m.ask(c.LeavePrivateRoom(), LEA)),
    (moment.recalled, lambda m: m.ask(c.PushBack(m.state.entry))),
    (moment.stepped_out, _out_of_the_private_room),
    (moment.recalled, lambda m: m.ask(c.StepOut(), BEN)),
    (moment.whispering, lambda m: m.ask(c.Whisper(False), CARL)),
)


def meetings() -> Iterator[Meeting]:
    for situation in moment.SITUATIONS.values():
        yield situation()
    for begin, follows in FOLLOWS:
        meeting = begin()
        follows(meeting)
        yield meeting
