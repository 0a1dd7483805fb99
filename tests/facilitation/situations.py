"""Moments of real meetings, in the formats where they occur."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitation import commands as c
from facilitation.format import Again, Circles
from facilitation.vocabulary import Intervention, Keeping, Part, Role, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, at, gathered
from tests.facilitation.forms import FISHBOWL, GERMAN, PEDAGOGICAL, PSYCHODRAMA, ROUNDS, STRICT, with_phase


def parted() -> Meeting:
    """Dan left, Cat was removed."""
    meeting = gathered()
    meeting.ask(c.Leave(), DAN)
    meeting.ask(c.Remove(CAT))
    return meeting


def full() -> Meeting:
    meeting = gathered()
    for _ in range(8):
        meeting.ask(c.TakeSeat(Role.MEMBER), None)
    return meeting


def paused() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Pause(meeting.state.entry))
    return meeting


def ended() -> Meeting:
    meeting = at("closing")
    meeting.ask(c.End())
    return meeting


def offered() -> Meeting:
    """Ann and Ben have offered a case, and Ann has been chosen."""
    meeting = at("case_call")
    for member in (ANN, BEN):
        meeting.ask(c.OfferCase(1), member)
    meeting.ask(c.ChoosePresenter(1, ANN))
    return meeting


def named() -> Meeting:
    """The group chooses: two would like to hear Cat, one Ben."""
    meeting = at("choice", PEDAGOGICAL)
    for who, whom in ((ANN, BEN), (BEN, CAT), (DAN, CAT)):
        meeting.ask(c.NameOne(1, whom), who)
    return meeting


def chosen() -> Meeting:
    meeting = named()
    meeting.ask(c.CloseChoice(1))
    return meeting


def asking() -> Meeting:
    """Ben has the turn to ask, Cat waits for it with a raised hand."""
    meeting = at("questions")
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    meeting.ask(c.RaiseHand(), CAT)
    return meeting


def recalled() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Recall(meeting.state.entry))
    return meeting


def extended() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Extend(meeting.state.entry, MINUTE))
    return meeting


def unanswered() -> Meeting:
    """Ann asked to be brought back, and waited for twenty seconds."""
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(20_000)
    return meeting


def presenter_away() -> Meeting:
    return at("discussion").lose(ANN)


def withdrawn() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.WithdrawCase(1), ANN)
    return meeting


def in_round() -> Meeting:
    """A check-in as a round: Ann has spoken, it is Ben's turn."""
    meeting = at("arrival", ROUNDS)
    meeting.ask(c.EndTurn(1), ANN)
    return meeting


def late() -> Meeting:
    """Somebody comes while the round is on, and waits for its end."""
    meeting = in_round()
    meeting.ask(c.TakeSeat(Role.MEMBER), None)
    return meeting


def twice() -> Meeting:
    """The discussion has been held as often as this format allows."""
    meeting = at("exchange", with_phase(GERMAN, "exchange", again=Again("discussion", 2)))
    meeting.advance("discussion")
    meeting.advance()
    return meeting


def full_circle() -> Meeting:
    return at("discussion", replace(FISHBOWL, circles=Circles(1, 3, 40)))


def invited() -> Meeting:
    """Ann would like Ben to play; Obi, who observes, to double her."""
    meeting = at("casting", PSYCHODRAMA)
    meeting.ask(c.InviteToPart(meeting.state.entry, BEN, Part.AUXILIARY), ANN)
    return meeting


def frozen() -> Meeting:
    meeting = at("scene", PSYCHODRAMA)
    meeting.ask(c.Freeze(meeting.state.entry), BEN)
    return meeting


def distressed() -> Meeting:
    """Ben has told the leaders, in private, that it is too much."""
    meeting = at("discussion")
    meeting.ask(c.TellLeaders(Word.DISTRESS), BEN)
    return meeting


def seen() -> Meeting:
    """The first leader has, and goes on."""
    meeting = distressed()
    meeting.ask(c.NoteWord(BEN, Word.DISTRESS))
    return meeting


def stepped_out() -> Meeting:
    """Carl, who does not lead now, is with Ben in the private room."""
    meeting = distressed()
    meeting.ask(c.OpenPrivateRoom(BEN), CARL)
    return meeting


def paused_outside() -> Meeting:
    """Whoever leads may step out too, in a pause."""
    meeting = stepped_out()
    meeting.ask(c.Pause(meeting.state.entry))
    return meeting


def lead_outside() -> Meeting:
    """Lea, who leads, has paused and is with Ben in the private room; Carl is in the circle."""
    meeting = distressed()
    meeting.ask(c.Pause(meeting.state.entry))
    meeting.ask(c.OpenPrivateRoom(BEN))
    return meeting


def lead_lost() -> Meeting:
    """Lea, who leads, is lost while Carl is with Ben in the private room."""
    meeting = stepped_out()
    meeting.lose(LEA)
    return meeting


def out_before() -> Meeting:
    """Before the beginning Carl has stepped out, and Lea is lost."""
    meeting = gathered()
    meeting.ask(c.StepOut(), CARL)
    meeting.lose(LEA)
    return meeting


def presenter_outside(key: str = "discussion") -> Meeting:
    """Ann, who presents, is with Carl in the private room."""
    meeting = at(key)
    meeting.ask(c.TellLeaders(Word.DISTRESS), ANN)
    meeting.ask(c.OpenPrivateRoom(ANN), CARL)
    return meeting


def asked_in() -> Meeting:
    """Lea has paused and would like to join them."""
    meeting = paused_outside()
    meeting.ask(c.AskIntoPrivateRoom(), LEA)
    return meeting


def joined() -> Meeting:
    meeting = asked_in()
    for seat in (CARL, BEN):
        meeting.ask(c.AgreeInPrivateRoom(LEA), seat)
    return meeting


def whispering() -> Meeting:
    meeting = at("discussion")
    meeting.ask(c.Whisper(True), CARL)
    return meeting


def held_turn() -> Meeting:
    """One at a time, and the turn is Ben's."""
    meeting = at("joint_discussion", STRICT)
    meeting.ask(c.GrantTurn(meeting.state.entry, BEN))
    return meeting


def marked() -> Meeting:
    """Something is kept, and Lea has noted that she redirected advice."""
    meeting = at("discussion", keeping=Keeping.AGGREGATE)
    meeting.ask(c.Mark(Intervention.REDIRECT_ADVICE))
    return meeting


def long_after() -> Meeting:
    """The last step was taken eleven seconds ago."""
    meeting = at("return")
    meeting.wait(11_000)
    return meeting


SITUATIONS: dict[str, Callable[[], Meeting]] = {
    "gathering": gathered,
    "full": full,
    "parted": parted,
    "arrival": lambda: at("arrival"),
    "case call": lambda: at("case_call"),
    "offered": offered,
    "choice": lambda: at("choice", PEDAGOGICAL),
    "named": named,
    "chosen": chosen,
    "presentation": lambda: at("presentation"),
    "questions": lambda: at("questions"),
    "asking": asking,
    "discussion": lambda: at("discussion"),
    "paused": paused,
    "extended": extended,
    "recalled": recalled,
    "unanswered": unanswered,
    "presenter away": presenter_away,
    "withdrawn": withdrawn,
    "return": lambda: at("return"),
    "closing": lambda: at("closing"),
    "debrief": lambda: at("debrief"),
    "ended": ended,
    "exchange": lambda: at("exchange", GERMAN),
    "twice": twice,
    "round": in_round,
    "late": late,
    "solutions": lambda: at("solutions", ROUNDS),
    "held turn": held_turn,
    "seating": lambda: at("seating", FISHBOWL),
    "fishbowl": lambda: at("discussion", FISHBOWL),
    "full circle": full_circle,
    "outer reflection": lambda: at("outer_reflection", FISHBOWL),
    "casting": lambda: at("casting", PSYCHODRAMA),
    "invited": invited,
    "scene": lambda: at("scene", PSYCHODRAMA),
    "frozen": frozen,
    "group work": lambda: at("group_work", PSYCHODRAMA),
    "distressed": distressed,
    "seen": seen,
    "stepped out": stepped_out,
    "paused outside": paused_outside,
    "lead outside": lead_outside,
    "lead lost": lead_lost,
    "out before": out_before,
    "presenter outside": presenter_outside,
    "asked in": asked_in,
    "joined": joined,
    "whispering": whispering,
    "marked": marked,
    "long after": long_after,
}
