"""A meeting that is played phase by phase, and the steps that people may take in it, for the tables of reach.

Ann presents. Ben works with her (he plays, or sits in the inner circle), Cat too but for a scene, Dan and Eva only
where all do. Obi observes, Carl co-leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from facilitation import commands as c
from facilitation.format import Format
from facilitation.vocabulary import Circle, Floor, Gate, Heard, Role, SeatId, Stance, Standing, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, MINUTE, Meeting, gathered

EVA, ROB, LEO = (SeatId(n) for n in range(9, 12))
"""Another member; one who was removed, and one who left."""
Step = Callable[[Meeting], object]


def again(meeting: Meeting) -> Meeting:
    """Another meeting that came this far."""
    other = Meeting(meeting.state.format)
    other.state, other.now, other.log = meeting.state, meeting.now, [*meeting.log]
    return other


def phase_by_phase(form: Format) -> Iterator[Meeting]:
    """The meeting before it begins, and as each phase begins; somebody waits in each."""
    meeting = gathered(form)
    for _ in (EVA, ROB, LEO):
        meeting.ask(c.TakeSeat(Role.MEMBER), None)
    for seat in (EVA, ROB, LEO):
        meeting.ask(c.Admit(seat))
    meeting.ask(c.Remove(ROB))
    meeting.ask(c.Leave(), LEO)
    yield again(meeting)
    for phase in form.phases:
        then = again(meeting.go_to(phase.key))
        if all(holder.standing is not Standing.WAITING for holder in then.state.seats.values()):
            then.ask(c.TakeSeat(Role.MEMBER), None)
        yield then


def hiding(form: Format) -> Format:
    """The same form with the presenter not only back but hidden, which a format may choose."""
    stances = {Stance.BACK_VISIBLE: Stance.BACK_HIDDEN}
    return replace(
        form, phases=tuple(replace(p, stance=stances.get(p.stance, p.stance)) for p in form.phases)
    )


def _speaker(meeting: Meeting) -> SeatId:
    """Whom one would give the turn: who speaks for the outer circle, who asks to double, or anybody."""
    heard = meeting.state.phase.heard if meeting.state.phase else Heard.CIRCLE
    return {Heard.OUTER: DAN, Heard.CAST: CAT, Heard.CIRCLE: BEN}[heard]


def a_hand(meeting: Meeting) -> None:
    meeting.ask(c.RaiseHand(), EVA)


def the_turn(meeting: Meeting) -> None:
    meeting.ask(c.GrantTurn(meeting.state.entry, _speaker(meeting)))


def presenter_has_the_turn(meeting: Meeting) -> None:
    meeting.ask(c.GrantTurn(meeting.state.entry, ANN))


def next_of_the_round(meeting: Meeting) -> None:
    meeting.ask(c.EndTurn(meeting.state.turn.number if meeting.state.turn else 0))


def one_at_a_time(meeting: Meeting) -> None:
    """As the desk's switch has it."""
    floor = Floor.QUEUE if meeting.state.floor is Floor.OPEN else meeting.state.floor
    meeting.ask(c.SetFloor(meeting.state.entry, floor, Gate.HARD))


def no_longer(meeting: Meeting) -> None:
    floor = Floor.OPEN if meeting.state.floor is Floor.QUEUE else meeting.state.floor
    meeting.ask(c.SetFloor(meeting.state.entry, floor, Gate.SOFT))


def brought_back(meeting: Meeting) -> None:
    meeting.ask(c.Recall(meeting.state.entry))


def unanswered(meeting: Meeting) -> None:
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(meeting.state.format.grace.recall_ms)
    meeting.ask(c.Recall(meeting.state.entry), ANN)


def steps_out(seat: SeatId) -> Step:
    """With the co-leader, into the private room."""

    def happens(meeting: Meeting) -> None:
        meeting.ask(c.TellLeaders(Word.DISTRESS), seat)
        meeting.ask(c.OpenPrivateRoom(seat), CARL)

    return happens


def left_there(meeting: Meeting) -> None:
    """The co-leader goes back to the circle, the member has not followed yet."""
    steps_out(EVA)(meeting)
    meeting.ask(c.LeavePrivateRoom(), CARL)


def pause(meeting: Meeting) -> None:
    meeting.ask(c.Pause(meeting.state.entry))


def leader_joins(meeting: Meeting) -> None:
    pause(meeting)
    meeting.ask(c.AskIntoPrivateRoom())
    for seat in (CARL, EVA):
        meeting.ask(c.AgreeInPrivateRoom(LEA), seat)


def withdraws(meeting: Meeting) -> None:
    meeting.ask(c.WithdrawCase(meeting.state.case), ANN)


def back_again(meeting: Meeting) -> None:
    meeting.ask(c.PushBack(meeting.state.entry), ANN)


def freezes(meeting: Meeting) -> None:
    meeting.ask(c.Freeze(meeting.state.entry), BEN)


def takes_off(meeting: Meeting) -> None:
    meeting.ask(c.TakeOffPart(), BEN)


def moved_in(meeting: Meeting) -> None:
    meeting.ask(c.MoveSeat(DAN, Circle.INNER))


def whispers(meeting: Meeting) -> None:
    meeting.ask(c.Whisper(True), CARL)


def swap(seat: SeatId, other: SeatId) -> Step:
    return lambda meeting: meeting.ask(c.SwapParts(seat, other))


def leaders_lost(meeting: Meeting) -> None:
    meeting.lose(LEA, CARL)


def leader_lost(meeting: Meeting) -> None:
    """Until the co-leader leads."""
    meeting.lose(LEA)
    meeting.wait(meeting.state.format.grace.leader_ms)


def co_leader_returns(meeting: Meeting) -> None:
    meeting.link(CARL, True)


def a_minute(meeting: Meeting) -> None:
    meeting.wait(MINUTE)


def links_lost(meeting: Meeting) -> None:
    """Everyone's but the leader's."""
    meeting.lose(*(seat for seat, holder in meeting.state.seats.items() if holder.sits and seat != LEA))
