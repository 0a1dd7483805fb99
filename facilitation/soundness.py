"""Whether a format can be held at all: what no single key can show. A bad one is refused with the reason and where."""

from __future__ import annotations

import re
from itertools import pairwise

from facilitation.format import Format, Phase
from facilitation.toml_table import Faults, FormatError
from facilitation.vocabulary import (
    PRESENTERS,
    AtLimit,
    ChosenBy,
    Floor,
    Gate,
    Heard,
    PhaseKind,
    Role,
    Stance,
    Within,
)

SLOTS = 16
"""Seats that are heard or seen at a time: the fixed slots of everyone's connection."""
SEATS_MOST = 64
LEADERS_MOST = 3
"""For whom a place among the slots is kept, beside the inner circle and one speaker of the outer one."""
INNER_MOST = SLOTS - LEADERS_MOST - 1
KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
LAST = frozenset({PhaseKind.CLOSING, PhaseKind.LEAVING, PhaseKind.DEBRIEF})
SPEECHLESS = frozenset({PhaseKind.SCENE, PhaseKind.ARRIVAL, PhaseKind.LEAVING})
"""The kinds of phase in which a silence for all may be meant; every other one waits for somebody to speak."""
OF_PRESENTER = frozenset({PhaseKind.PRESENTATION, PhaseKind.QUESTIONS, PhaseKind.RETURN})
"""They wait for the presenter's voice."""
OF_GROUP = frozenset({
    PhaseKind.STORIES, PhaseKind.DISCUSSION, PhaseKind.FANTASIES, PhaseKind.HYPOTHESES, PhaseKind.SUGGESTIONS,
    PhaseKind.REFLECTION, PhaseKind.JOINT_DISCUSSION, PhaseKind.REVIEW,
})  # fmt: skip
"""They wait for the group's."""
NOBODYS = frozenset({Floor.SILENT, Floor.LEADERS})
"""On a hard floor of these no member is heard."""


def check(form: Format, file: str) -> None:
    """Raises FormatError, which knows what else is wrong: one thing of each phase, and of the format as a whole."""
    faults = Faults()
    with faults:
        _people(form, file)
    with faults:
        _key(form.key, file)
    seen: set[str] = set()
    called = cast = False
    for phase in form.phases:
        gives = phase.casting and not phase.optional  # a casting that may be left out gives no parts
        with faults:
            _phase(phase, form, file, seen, called, cast or gives)
        seen.add(phase.key)
        called = called or phase.offers
        cast = gives or (cast and phase.keeps_parts)  # every part is taken off where none belongs
    with faults:
        _end(form, file)
    faults.tell()


def _phase(phase: Phase, form: Format, file: str, seen: set[str], called: bool, cast: bool) -> None:
    where = f"{file}: phase {phase.key!r}"
    _key(phase.key, where)
    if phase.at_limit is AtLimit.END and not phase.typical_ms:
        raise FormatError(f"{where}: at_limit: a phase without a clock (minutes) does not end by itself")
    if phase.key in seen:
        raise FormatError(f"{where}: key: another phase has it")
    _presenter(phase, where, called)
    _speech(phase, where, form, cast)
    _again(phase, where, seen)


def _end(form: Format, file: str) -> None:
    if form.phases[-1].kind not in LAST:
        raise FormatError(
            f"{file}: phases: it cannot end: the last phase, {form.phases[-1].key!r}, is of kind "
            f"{form.phases[-1].kind}, not {', '.join(sorted(LAST))}"
        )
    for phase, after in pairwise(form.phases):
        if phase.within is Within.LEADERS and after.within is not Within.LEADERS:
            raise FormatError(
                f"{file}: phase {phase.key!r}: within: the others have left when the leaders are among themselves, and "
                f"{after.key!r} follows"
            )
    if form.phases[-1].needs_presenter:
        raise FormatError(
            f"{file}: phases: it cannot end: the last phase, {form.phases[-1].key!r}, needs a presenter, who may leave"
        )


def _key(key: str, where: str) -> None:
    if not KEY.fullmatch(key):
        raise FormatError(f"{where}: key: {key!r} is not 1 to 64 letters, digits, _ or -")


def _people(form: Format, file: str) -> None:
    if form.members_max < form.members_min:
        raise FormatError(f"{file}: members: max is less than min")
    if form.members_max + 1 > form.seats:
        raise FormatError(
            f"{file}: seats: {form.seats} seats do not hold {form.members_max} members and a leader"
        )
    for role in (Role.LEADER, Role.MEMBER):
        if role not in form.roles:
            raise FormatError(f"{file}: roles: nobody can be {role}")
    circles = form.circles
    if circles is None:
        if form.seats > SLOTS:
            raise FormatError(f"{file}: seats: more than {SLOTS} need an inner and an outer circle (circles)")
        return
    if circles.inner_max < circles.inner_min:
        raise FormatError(f"{file}: circles: inner_max is less than inner_min")
    if circles.inner_min > form.members_max:
        raise FormatError(f"{file}: circles: inner_min: there are at most {form.members_max} members")
    if form.members_max > circles.inner_max + circles.outer_max:
        raise FormatError(f"{file}: circles: they do not hold {form.members_max} members")
    if circles.inner_max + circles.outer_max + 1 > form.seats:
        raise FormatError(f"{file}: seats: {form.seats} seats do not hold both circles and a leader")


def _presenter(phase: Phase, where: str, called: bool) -> None:
    """Nothing may need a presenter where there is none; a presenter who is back does nothing that needs a voice."""
    back = phase.stance is not Stance.IN_CIRCLE
    if phase.needs_presenter and (phase.offers or not called):
        why = "who is only chosen here" if phase.offers else "and none was chosen before"
        raise FormatError(f"{where}: {_what_needs_one(phase)}: needs a presenter, {why} (offers = true)")
    if phase.floor is Floor.PRESENTER and back:
        raise FormatError(f"{where}: stance: the floor is the presenter's, who cannot be back")
    if phase.floor is Floor.ASKER_AND_PRESENTER and back:
        raise FormatError(f"{where}: stance: the presenter answers here and cannot be back")
    if phase.floor is Floor.ROUND and phase.round.presenter_answers and back:
        raise FormatError(f"{where}: round: presenter_answers: no presenter can answer here")
    if phase.accept and back:
        raise FormatError(f"{where}: stance: the presenter is asked here and cannot be back")
    if phase.keeps_parts and back:
        raise FormatError(f"{where}: stance: the presenter plays here and cannot be back")
    if phase.offers and phase.within is Within.LEADERS:
        raise FormatError(f"{where}: within: members cannot offer a case in a room of the leaders")
    if phase.offers and phase.optional:
        raise FormatError(f"{where}: optional: without a case call there is no case")
    if phase.chosen_by is ChosenBy.GROUP and not phase.offers:
        raise FormatError(f"{where}: chosen_by: nobody is chosen here (offers = false)")


def _what_needs_one(phase: Phase) -> str:
    """The key that makes a phase need a presenter."""
    if phase.stance is not Stance.IN_CIRCLE:
        return "stance"
    if phase.floor in PRESENTERS:
        return "floor"
    if phase.floor is Floor.ROUND and phase.round.presenter_answers:
        return "round"
    return "accept" if phase.accept else "casting" if phase.casting else "heard"


def _speech(phase: Phase, where: str, form: Format, cast: bool) -> None:
    """A phase that waits for speech must let somebody speak."""
    silent = phase.gate is Gate.HARD and phase.floor in NOBODYS
    if silent and phase.floor is Floor.SILENT and phase.kind not in SPEECHLESS:
        raise FormatError(
            f"{where}: floor: nobody may speak, and a phase of kind {phase.kind} waits for speech"
        )
    if silent and phase.kind in OF_GROUP | OF_PRESENTER and phase.within is not Within.LEADERS:
        raise FormatError(
            f"{where}: floor: only leaders may speak, and a phase of kind {phase.kind} waits for others"
        )
    if phase.kind in OF_PRESENTER and phase.stance is not Stance.IN_CIRCLE:
        raise FormatError(
            f"{where}: stance: a phase of kind {phase.kind} waits for the presenter, who cannot be back"
        )
    if phase.heard is Heard.OUTER:
        if form.circles is None:
            raise FormatError(f"{where}: heard: there is no outer circle (circles)")
        if phase.floor is not Floor.QUEUE:
            raise FormatError(f"{where}: floor: one of the outer circle speaks at a time: queue")
    if phase.heard is Heard.CAST and not cast:
        raise FormatError(
            f"{where}: heard: nobody has a part: no phase that cannot be left out has casting = true before it, or "
            "another kind of phase between them takes every part off"
        )
    if phase.within is Within.LEADERS and (phase.heard is not Heard.CIRCLE or phase.needs_presenter):
        raise FormatError(f"{where}: within: the leaders are among themselves, and nobody else is heard")


def _again(phase: Phase, where: str, seen: set[str]) -> None:
    if phase.again is None:
        return
    if phase.again.to not in seen:
        raise FormatError(f"{where}: again: no earlier phase has the key {phase.again.to!r}")
    if phase.within is Within.LEADERS:
        raise FormatError(f"{where}: again: the others have left when the leaders are among themselves")
