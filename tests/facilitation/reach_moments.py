"""What may happen in a phase and might change who hears whom; tried in every phase of every format.

What the engine refuses in a phase does not exist there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.vocabulary import Floor, Gate, Refused
from tests.facilitation import reach_steps as step
from tests.facilitation.circle import ANN, BEN, CAT, OBI, Meeting
from tests.facilitation.reach_steps import EVA, Step, again

Where = Callable[[Meeting], bool]


def _running(meeting: Meeting) -> bool:
    return meeting.state.phase is not None


def _where(key: str) -> Where:
    """Phases of which this key of the format is set."""
    return lambda meeting: bool(getattr(meeting.state.phase, key, False))


def _gate(gate: Gate) -> Where:
    return lambda meeting: _running(meeting) and meeting.state.gate is gate


def _round(meeting: Meeting) -> bool:
    return meeting.state.floor is Floor.ROUND


def _once(meeting: Meeting) -> bool:
    """What is the same in every phase is told of the first, and of the leaders' own, where there is one circle."""
    first = meeting.state.phase_index == 0 or meeting.state.leaders_alone
    return first and meeting.state.format.circles is None


def _presented(meeting: Meeting) -> bool:
    return meeting.state.presenter is not None


def _always(meeting: Meeting) -> bool:
    return True


def _played(meeting: Meeting) -> bool:
    return BEN in meeting.state.cast


@dataclass(frozen=True)
class Moment:
    title: str
    steps: tuple[Step, ...]
    where: Where = _running

    def of(self, meeting: Meeting) -> Meeting | None:
        """The meeting with this in it; None where it cannot happen."""
        if not self.where(meeting):
            return None
        other = again(meeting)
        try:
            for taken in self.steps:
                taken(other)
        except Refused:
            return None
        return other


SWITCHED = (step.one_at_a_time,)
BACK = (step.brought_back,)
ALONE = (step.leaders_lost, step.a_minute)
SOFT, HARD = _gate(Gate.SOFT), _gate(Gate.HARD)

MOMENTS = (
    # What the phase is for.
    Moment("a presenter is chosen", (Meeting.settle,), _where("offers")),
    Moment("the presenter accepts, the inner circle is seated", (Meeting.settle,), _where("accept")),
    Moment("the parts are given", (Meeting.settle,), _where("casting")),
    # The floor.
    Moment("a hand is raised", (step.a_hand,)),
    Moment("the turn is given", (step.the_turn,)),
    Moment("the round comes to the next", (step.next_of_the_round,), _round),
    Moment("one at a time", SWITCHED, SOFT),
    Moment(
        "one at a time, a hand is raised and the turn given to another",
        (*SWITCHED, step.a_hand, step.the_turn),
        SOFT,
    ),
    Moment("one at a time, switched off again", (*SWITCHED, step.no_longer), SOFT),
    Moment("one at a time is switched off", (step.no_longer,), HARD),
    # The presenter.
    Moment("the presenter is brought back", BACK),
    Moment("the presenter comes back, unanswered for twenty seconds", (step.unanswered,)),
    Moment("the presenter is brought back and given the turn", (*BACK, step.presenter_has_the_turn)),
    Moment("one at a time, the presenter is brought back", (*SWITCHED, *BACK), SOFT),
    Moment("the presenter is brought back and pushed back again", (*BACK, step.back_again)),
    Moment("the presenter withdraws the case", (step.withdraws,)),
    # A scene, and two circles.
    Moment("the scene is frozen", (step.freezes,)),
    Moment("role reversal", (step.swap(ANN, BEN),)),
    Moment("another plays the presenter, who watches (mirroring)", (step.swap(ANN, CAT),)),
    Moment("the observer takes over a part", (step.swap(BEN, OBI),)),
    Moment("a player takes the part off", (step.takes_off,), _played),
    Moment("one of the outer circle is given a chair in the inner one", (step.moved_in,)),
    # Among few.
    Moment("{CO_LEADER} whispers", (step.whispers,)),
    Moment("{CO_LEADER} and a member are in the private room", (step.steps_out(EVA),), _always),
    Moment("{CO_LEADER} and the presenter are in the private room", (step.steps_out(ANN),), _presented),
    Moment("{CO_LEADER} has come back from the private room, the member not yet", (step.left_there,), _once),
    Moment("in a pause {LEADER} joins the private room", (step.steps_out(EVA), step.leader_joins), _always),
    # Clocks and links.
    Moment("a leader pauses", (step.pause,)),
    Moment("every link but {LEADER}'s is lost", (step.links_lost,)),
    Moment("{LEADER}'s link is lost, {CO_LEADER} leads", (step.leader_lost,)),
    Moment("the links of both leaders are lost", (step.leaders_lost,)),
    Moment("no leader for a minute", ALONE),
    Moment("a leader is back after that minute", (*ALONE, step.co_leader_returns)),
)
