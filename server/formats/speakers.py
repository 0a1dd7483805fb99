"""Who may speak when: asked of the engine itself, by putting a group into each phase and looking at its reach."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation import events as e
from facilitation.evolution import fold
from facilitation.format import Format, Phase
from facilitation.reach import NOTHING, reach
from facilitation.state import SessionState
from facilitation.vocabulary import (
    TAKES_TURNS,
    Circle,
    Floor,
    Heard,
    Part,
    PhaseKind,
    Role,
    SeatId,
    Standing,
)

LEADER, CO_LEADER, PRESENTER, SPEAKER, PLAYER, MEMBER, OBSERVER, OUTER, ASKER, AROUND = map(
    SeatId, range(1, 11)
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One kind of person in a phase: its message, and whether the circle hears and sees them, whatever they send."""

    who: str
    heard: bool
    seen: bool


def voices(form: Format, index: int) -> list[Voice]:
    """Everyone that there may be in this phase, in an order that does not change."""
    phase, state = form.phases[index], _situation(form, index)
    received = reach(state)
    by_leader, by_others = received.get(CO_LEADER, NOTHING), received.get(MEMBER, NOTHING)
    circle = by_leader if state.leaders_alone else by_others
    return [
        Voice(who, seat in circle.audio, seat in circle.video) for who, seat in _people(form, phase, state)
    ]


def _people(form: Format, phase: Phase, state: SessionState) -> list[tuple[str, SeatId]]:
    people = [("leaders", LEADER)]
    if state.presenter is not None:
        people.append(("presenter", PRESENTER))
    if phase.keeps_parts:
        people.append(("players", PLAYER))
    if state.turn is not None:
        people.append(("turn", state.turn.seat))
    if SPEAKER not in state.outer:
        people.append(_others(phase, state))
    if Role.OBSERVER in form.roles:
        people.append(("observers", OBSERVER))
    if form.circles:
        people.append(("outer", AROUND))
    return people


def _others(phase: Phase, state: SessionState) -> tuple[str, SeatId]:
    others = "watchers" if phase.heard is Heard.CAST else "members"
    return others, SPEAKER if state.turn is None or state.turn.seat != SPEAKER else ASKER


def _situation(form: Format, index: int) -> SessionState:
    """A group in this phase: somebody presents from the case call on, and has given the turn where turns are given. Of
    two circles everyone begins in the outer one, until the phase in which they are seated."""
    roles = {LEADER: Role.LEADER, CO_LEADER: Role.CO_LEADER, OBSERVER: Role.OBSERVER}
    happened: list[e.Event] = [
        e.SeatTaken(0, SeatId(seat), roles.get(SeatId(seat), Role.MEMBER), Standing.SEATED)
        for seat in range(1, 11)
    ]
    seating = (n for n, phase in enumerate(form.phases) if phase.kind is PhaseKind.SEATING)
    if form.circles and next(seating, 0) <= index:
        happened += [
            e.SeatMoved(0, seat, Circle.INNER) for seat in (PRESENTER, SPEAKER, PLAYER, MEMBER, ASKER)
        ]
    call = next((n for n, phase in enumerate(form.phases) if phase.offers), len(form.phases))
    if call < index:
        happened += [e.PhaseEntered(0, 1, call, 1, None), e.PresenterChosen(0, 1, PRESENTER)]
    phase = form.phases[index]
    happened.append(e.PhaseEntered(0, 2, index, int(call <= index), None))
    if phase.keeps_parts:
        happened += [
            e.PartTaken(0, PRESENTER, 1, Part.PROTAGONIST),
            e.PartTaken(0, PLAYER, 2, Part.AUXILIARY),
        ]
    if phase.floor in TAKES_TURNS and (phase.floor is not Floor.OPEN or phase.heard is Heard.CAST):
        happened.append(e.TurnGranted(0, 1, OUTER if phase.heard is Heard.OUTER else SPEAKER, None))
    return fold(SessionState(form), happened)
