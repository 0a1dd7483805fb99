"""The form and its server, broken on purpose: one way for each promise, to see that it can fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from facilitation import audience, consequences, deadlines, floor, panes, phases, reach, session
from facilitation import commands as c
from facilitation import events as e
from facilitation.evolution import CHANGES
from facilitation.state import SessionState
from facilitation.vocabulary import Code, Gate, PhaseKind, Refused
from server import wire
from server.room.bulletin import Bulletin
from tests.simulation import meeting, server
from tests.simulation.promises import Promise

Patch = pytest.MonkeyPatch


def rule(patch: Patch, command: type, **changes: Any) -> None:
    patch.setitem(session._RULES, command, replace(session._RULES[command], **changes))


def changes(patch: Patch, event: type, change: Callable[[Any, dict[str, Any]], dict[str, Any]]) -> None:
    """What the event changes, changed: given the state and what it should change."""
    right = CHANGES[event]
    patch.setitem(CHANGES, event, lambda state, happened: change(state, right(state, happened)))


def without(name: str) -> Callable[[Any, dict[str, Any]], dict[str, Any]]:
    return lambda state, change: {field: value for field, value in change.items() if field != name}


def two_have_the_turn(patch: Patch) -> None:
    rule(
        patch,
        c.GrantTurn,
        decision=lambda state, command, actor, now: [
            event
            for event in floor.grant_turn(state, command, actor, now)
            if not isinstance(event, e.TurnEnded)
        ],
    )


def the_outer_circle_is_heard(patch: Patch) -> None:
    patch.setattr(reach, "works", lambda state, seat: True)


def push_back_is_a_word(patch: Patch) -> None:
    patch.setattr(SessionState, "pushed_back", None)


def an_ended_turn_lives(patch: Patch) -> None:
    changes(patch, e.TurnEnded, without("turn"))


def a_turn_outlives_its_phase(patch: Patch) -> None:
    changes(patch, e.PhaseEntered, without("turn"))


def an_expired_turn_lives(patch: Patch) -> None:
    patch.setattr(deadlines, "on_turn_limit", lambda state, now: [e.TurnLimitReached(now, state.turn.number)])


def a_lost_link_costs_the_hand(patch: Patch) -> None:
    changes(patch, e.LinkLost, lambda state, change: change | {"hands": ()})


def a_link_opens_the_gate(patch: Patch) -> None:
    changes(patch, e.LinkRestored, lambda state, change: change | {"gate": Gate.SOFT})


def members_see_another_queue(patch: Patch) -> None:
    right = panes._hands
    patch.setattr(panes, "_hands", lambda state, *, leads: right(state, leads=leads)[:: 1 if leads else -1])


def the_clock_is_fast(patch: Patch) -> None:
    right = deadlines.phase_deadline
    patch.setattr(deadlines, "phase_deadline", lambda state: (at := right(state)) and at - 1_000)


def the_clock_is_silent(patch: Patch) -> None:
    patch.setattr(deadlines, "phase_deadline", lambda state: None)


def the_log_forgets(patch: Patch) -> None:
    right = wire.event_to_json
    patch.setattr(
        wire,
        "event_to_json",
        lambda event: right(replace(event, back=False) if isinstance(event, e.PhaseEntered) else event),
    )


def nobody_leaves_the_closing(patch: Patch) -> None:
    right = phases.enter

    def enter(state: SessionState, index: int, now: int, **how: bool) -> list[e.Event]:
        if state.phase and state.phase.kind is PhaseKind.CLOSING and index > state.phase_index:
            raise Refused(Code.NO_SUCH_PHASE)
        return right(state, index, now, **how)

    patch.setattr(phases, "enter", enter)


def nobody_ends_what_has_begun(patch: Patch) -> None:
    rule(patch, c.End, stages=frozenset())


class Forgetful(dict[Any, Any]):
    def __contains__(self, key: object) -> bool:
        return False


def answers_are_not_kept(patch: Patch) -> None:
    patch.setattr(meeting, "Disk", lambda: server.Disk(answers=Forgetful()))


def two_press_and_two_steps_are_taken(patch: Patch) -> None:
    rule(patch, c.Advance, about=None)


def everyone_whispers(patch: Patch) -> None:
    rule(patch, c.Whisper, leaders=False)


def a_lost_link_holds_no_clock(patch: Patch) -> None:
    patch.setattr(consequences, "QUIET", consequences.QUIET | {e.LinkLost})


def the_plane_widens_first(patch: Patch) -> None:
    patch.setattr(server, "narrowed", lambda before, after: dict(after))


def the_wall_clock_is_asked(patch: Patch) -> None:
    patch.setattr(meeting.Meeting, "monotonic", lambda self: self.utc_ms)


def members_feel_what_leaders_are_told(patch: Patch) -> None:
    right = Bulletin.announce

    def announce(self: Any, *what: Any) -> Any:
        told = right(self, *what)
        if audience.Audience.MEMBERS not in told:
            self._seq[audience.Audience.MEMBERS] += 1
        return told

    patch.setattr(Bulletin, "announce", announce)


def a_pane_is_not_renewed(patch: Patch) -> None:
    right = audience._touched
    patch.setattr(audience, "_touched", lambda *states: [name for name in right(*states) if name != "turn"])


def members_see_who_waits(patch: Patch) -> None:
    right = panes._seats
    patch.setattr(panes, "_seats", lambda state, *, leads: right(state, leads=True))


def a_hand_stays_up_for_the_turn(patch: Patch) -> None:
    changes(patch, e.TurnGranted, without("hands"))


def a_hand_raises_an_error(patch: Patch) -> None:
    rule(patch, c.RaiseHand, decision=lambda state, command, actor, now: state.taken[actor])


@dataclass(frozen=True, slots=True)
class Mutation:
    breaks: Promise
    mutate: Callable[[Patch], None]
    form: str = "classic"
    """In which it shows soon."""


MUTATIONS = [
    Mutation(Promise.ONE_HOLDER, two_have_the_turn, "german"),
    Mutation(Promise.IN_REACH, the_outer_circle_is_heard, "fishbowl"),
    Mutation(Promise.PUSHED_BACK, push_back_is_a_word),
    Mutation(Promise.LIVE_TURN, an_ended_turn_lives),
    Mutation(Promise.LIVE_TURN, a_turn_outlives_its_phase, "ordered_rounds"),
    Mutation(Promise.LIVE_TURN, an_expired_turn_lives, "classic_strict"),
    Mutation(Promise.SURVIVES, a_lost_link_costs_the_hand),
    Mutation(Promise.NO_MORE_REACH, a_link_opens_the_gate, "classic_strict"),
    Mutation(Promise.ONE_QUEUE, members_see_another_queue),
    Mutation(Promise.NOT_EARLY, the_clock_is_fast),
    Mutation(Promise.NOT_FORGOTTEN, the_clock_is_silent),
    Mutation(Promise.REPLAY, the_log_forgets),
    Mutation(Promise.WAY_OUT, nobody_leaves_the_closing),
    Mutation(Promise.CLOSES, nobody_ends_what_has_begun),
    Mutation(Promise.ONE_EFFECT, answers_are_not_kept),
    Mutation(Promise.STALE, two_press_and_two_steps_are_taken),
    Mutation(Promise.THEIRS_TO_ASK, everyone_whispers),
    Mutation(Promise.NOTHING_LEFT, a_lost_link_holds_no_clock),
    Mutation(Promise.NARROWED, the_plane_widens_first),
    Mutation(Promise.SESSION_TIME, the_wall_clock_is_asked),
    Mutation(Promise.NO_GAP, members_feel_what_leaders_are_told),
    Mutation(Promise.IN_STEP, a_pane_is_not_renewed),
    Mutation(Promise.SECRETS, members_see_who_waits),
    Mutation(Promise.IN_ORDER, a_hand_stays_up_for_the_turn),
    Mutation(Promise.NOTHING_RAISES, a_hand_raises_an_error),
]
