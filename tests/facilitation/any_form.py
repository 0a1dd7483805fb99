"""Any format that the rules of a format allow: made by chance, and written as somebody would have written it.

Hypothesis makes them choice by choice (`formats`), so that it can make a failing one smaller, or by one number
(`some_format`), where a hundred choices would cost more than what is then done with the format.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from facilitation.format import Again, Circles, Format, Grace, Phase, RoundRule, TurnRule
from facilitation.soundness import LAST, OF_GROUP, OF_PRESENTER, SPEECHLESS
from facilitation.vocabulary import (
    PRESENTERS,
    AtLimit,
    ChosenBy,
    Floor,
    Gate,
    Heard,
    Latecomers,
    PhaseKind,
    RoundOrder,
    Stance,
    Within,
)

EITHER = (False, True)
ANYBODYS = tuple(floor for floor in Floor if floor not in PRESENTERS)
SHAPES = ("plain", "plain", "presenter", "back", "accept", "casting", "scene", "outer", "leaders")
"""What a phase may be about; some need a presenter, a cast or two circles before."""


T = TypeVar("T")


class Pick(Protocol):
    """One of several."""

    def __call__(self, several: Sequence[T], /) -> T: ...


def a_phase(pick: Pick, table: list[Phase], *, circles: bool, last: bool) -> Phase:
    """A phase that may stand after these; times are short, and some phases have no clock."""
    called = any(phase.offers for phase in table)
    # Few formats call no case at all, for little can happen in them.
    offers = not last and not _others_left(table) and pick(EITHER if called else [False, True, True, True])
    shape = "plain" if offers else pick(_shapes(table, called, circles=circles, last=last))
    kind = pick(
        sorted(LAST) if last else [kind for kind in PhaseKind if shape != "back" or kind not in OF_PRESENTER]
    )
    gate = pick(list(Gate))
    floor = pick(_floors(shape, kind, gate))
    low, typical, high = pick([(0, 0, 0), (0, 1000, 1000), (0, 6000, 60_000)])
    answers = floor is Floor.ROUND and called and not offers and not last and shape in ("plain", "presenter")
    return Phase(
        key=f"p{len(table)}",
        kind=kind,
        min_ms=low,
        typical_ms=typical,
        max_ms=high,
        floor=floor,
        gate=gate,
        stance=pick([Stance.BACK_VISIBLE, Stance.BACK_HIDDEN]) if shape == "back" else Stance.IN_CIRCLE,
        heard={"scene": Heard.CAST, "outer": Heard.OUTER}.get(shape, Heard.CIRCLE),
        optional=not offers and pick(EITHER),
        offers=offers,
        chosen_by=pick(list(ChosenBy)) if offers else ChosenBy.LEADERS,
        accept=shape == "accept",
        casting=shape == "casting" or (shape == "scene" and pick(EITHER)),
        within=Within.LEADERS if shape == "leaders" else Within.CIRCLE,
        turn=TurnRule(pick([None, 1000, 3000]), pick(list(AtLimit))),
        round=RoundRule(pick(list(RoundOrder)), answers and pick(EITHER)),
        at_limit=pick(list(AtLimit) if typical else [AtLimit.INFORM]),
        again=_again(pick, table) if table and shape != "leaders" and pick(EITHER) else None,
    )


def _others_left(table: list[Phase]) -> bool:
    return bool(table) and table[-1].within is Within.LEADERS


def _cast(table: list[Phase]) -> bool:
    """Whether somebody has a part once the last of these is over, whatever may be left out."""
    cast = False
    for phase in table:
        cast = (phase.casting and not phase.optional) or (cast and phase.keeps_parts)
    return cast


def _shapes(table: list[Phase], called: bool, *, circles: bool, last: bool) -> list[str]:
    if _others_left(table):
        return ["leaders"]
    may = {"plain", "leaders"}
    if called and not last:
        may |= {"presenter", "back", "accept", "casting"}
        if _cast(table):
            may.add("scene")
    if circles:
        may.add("outer")
    return [shape for shape in SHAPES if shape in may]


def _floors(shape: str, kind: PhaseKind, gate: Gate) -> list[Floor]:
    if shape == "outer":
        return [Floor.QUEUE]
    floors: tuple[Floor, ...] = PRESENTER_FLOORS if shape == "presenter" else ANYBODYS
    nobodys = {Floor.SILENT} - ({Floor.SILENT} if kind in SPEECHLESS else set())
    if shape != "leaders" and kind in OF_PRESENTER | OF_GROUP:
        nobodys |= {Floor.LEADERS}
    return [floor for floor in floors if gate is Gate.SOFT or floor not in nobodys]


PRESENTER_FLOORS = (Floor.PRESENTER, Floor.ASKER_AND_PRESENTER, Floor.ROUND)


def _again(pick: Pick, table: list[Phase]) -> Again:
    return Again(pick([phase.key for phase in table]), pick([2, 3]))


def a_format(pick: Pick) -> Format:
    """Any format of one to six phases that can be held, with few seats, so that rooms are also full."""
    table: list[Phase] = []
    circles = Circles(inner_min=1, inner_max=2, outer_max=5) if pick(EITHER) else None
    number = pick([1, 2, 3, 4, 5, 6])
    while len(table) < number:
        table.append(a_phase(pick, table, circles=circles is not None, last=len(table) == number - 1))
    grace = Grace(*(pick([least, 1000, 4000]) for least in (1000, 0, 1000, 1000, 1000)))
    return Format(
        "any", 1, members_min=1, members_max=7, seats=8, phases=tuple(table), circles=circles,
        latecomers=pick(list(Latecomers)), grace=grace,
    )  # fmt: skip


@st.composite
def formats(draw: st.DrawFn) -> Format:
    return a_format(lambda several: draw(st.sampled_from(several)))


def some_format(number: int) -> Format:
    return a_format(random.Random(number).choice)


def as_toml(form: Format) -> str:
    """The format as somebody would have written it."""
    lines = [
        f'key = "{form.key}"',
        f"version = {form.version}",
        f"members = {{ min = {form.members_min}, max = {form.members_max} }}",
        f"seats = {form.seats}",
        f'latecomers = "{form.latecomers}"',
        f"grace = {_inline({f'{k}_seconds': getattr(form.grace, f'{k}_ms') // 1000 for k in GRACES})}",
    ]
    if form.circles:
        lines.append(f"circles = {_inline({k: getattr(form.circles, k) for k in CIRCLES})}")
    return "\n".join([*lines, *(_phase(phase) for phase in form.phases)])


GRACES = ("leader", "speaker", "presenter", "alone", "recall")
CIRCLES = ("inner_min", "inner_max", "outer_max")
WORDS = ("key", "kind", "floor", "gate", "stance", "heard", "chosen_by", "within", "at_limit")
FLAGS = ("optional", "offers", "accept", "casting")


def _phase(phase: Phase) -> str:
    minutes = [ms / 60_000 for ms in (phase.min_ms, phase.typical_ms, phase.max_ms)]
    turn: dict[str, Any] = {"at_limit": phase.turn.at_limit}
    if phase.turn.limit_ms is not None:
        turn["limit_seconds"] = phase.turn.limit_ms // 1000
    rule = {"order": phase.round.order, "presenter_answers": phase.round.presenter_answers}
    lines = ["[[phases]]", f"minutes = {minutes}", f"turn = {_inline(turn)}", f"round = {_inline(rule)}"]
    lines += [f'{key} = "{getattr(phase, key)}"' for key in WORDS]
    lines += [f"{key} = {str(getattr(phase, key)).lower()}" for key in FLAGS]
    if phase.again:
        lines.append(
            f"again = {_inline({'to': phase.again.to, 'most': phase.again.most, 'typical': phase.again.typical})}"
        )
    return "\n".join(lines)


def _inline(table: dict[str, Any]) -> str:
    def written(value: Any) -> str:
        return (
            str(value).lower()
            if isinstance(value, bool)
            else f'"{value}"'
            if isinstance(value, str)
            else str(value)
        )

    return f"{{ {', '.join(f'{key} = {written(value)}' for key, value in table.items())} }}"
