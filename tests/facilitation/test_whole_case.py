"""A whole classic case, as it is led."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.vocabulary import Code, Floor, Stage, Stance, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, WIM, gathered


def test_a_whole_classic_case() -> None:
    meeting = gathered()

    # Arrival. Wim is late and is admitted by the co-leader.
    meeting.ask(c.Begin(), LEA)
    meeting.wait(3 * MINUTE)
    meeting.ask(c.Admit(WIM), CARL)

    # Who has a case? Two have; the leaders choose Ann.
    meeting.advance()
    meeting.ask(c.OfferCase(1), ANN)
    meeting.ask(c.OfferCase(1), BEN)
    assert meeting.state.offers == (ANN, BEN)
    meeting.ask(c.ChoosePresenter(1, ANN))

    # Ann tells for longer than seven minutes: the clock informs, nothing else.
    meeting.advance()
    assert meeting.state.presenter == ANN and meeting.state.floor is Floor.PRESENTER
    assert meeting.wait(7 * MINUTE) == [e.PhaseLimitReached(10 * MINUTE, 3)]
    assert "Ann" in meeting.heard_by(BEN)

    # Questions: one asks, Ann answers.
    meeting.advance()
    meeting.ask(c.RaiseHand(), CAT)
    meeting.ask(c.RaiseHand(), DAN)
    meeting.ask(c.GrantTurn(4, CAT))
    assert meeting.state.hands == (DAN,)
    assert meeting.wait(MINUTE) == [e.TurnLimitReached(11 * MINUTE, 1)]
    meeting.ask(c.EndTurn(1), CAT)

    # Ann pushes back: she hears everyone, nobody hears her, and she cannot ask for the floor.
    meeting.advance()
    assert meeting.state.pushed_back == ANN
    assert "Ann" not in meeting.heard_by(BEN) and "Ben" in meeting.heard_by(ANN)
    assert meeting.refused(c.RaiseHand(), ANN).code is Code.PUSHED_BACK

    # It becomes hard to bear. She tells the leaders alone; they pause, and go on after two minutes.
    meeting.wait(10 * MINUTE)
    meeting.ask(c.TellLeaders(Word.NEED_A_PAUSE), ANN)
    meeting.ask(c.Pause(5))
    assert meeting.state.words == ()
    ends_at = meeting.state.phase_ends_at or 0
    assert meeting.wait(2 * MINUTE) == []
    meeting.ask(c.Resume(5))
    assert meeting.state.phase_ends_at == ends_at + 2 * MINUTE

    # She asks to come back and is recalled early, then pushes back again of her own accord.
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.ask(c.Recall(5), CARL)
    assert (meeting.state.stance, meeting.state.words) == (Stance.IN_CIRCLE, ())
    meeting.ask(c.PushBack(5), ANN)
    assert meeting.state.pushed_back == ANN

    # Return, no joint discussion, closing, time to leave, debrief among the leaders, end.
    meeting.advance()
    assert "Ann" in meeting.heard_by(BEN) and meeting.state.presenter == ANN
    meeting.advance("closing")
    meeting.advance()
    assert "Ann" in meeting.heard_by(BEN), "nobody is thrown out"
    meeting.advance()
    assert (meeting.heard_by(LEA), meeting.heard_by(ANN)) == ("Carl", "-")
    meeting.ask(c.End())
    assert meeting.state.stage is Stage.ENDED
    assert meeting.state.version == len(meeting.log) == 39
