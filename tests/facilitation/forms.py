"""Formats for tests: the classic one, and any that the rules of a format allow."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

import facilitation
from facilitation.format import Format, Phase, TurnRule, parse
from facilitation.vocabulary import AtLimit, Floor, Gate, PhaseKind, Stance, Within

CLASSIC_TOML = (Path(facilitation.__file__).parent / "formats" / "classic.toml").read_text()
CLASSIC = parse(CLASSIC_TOML, "classic.toml")

ANYBODYS = (Floor.OPEN, Floor.QUEUE, Floor.LEADERS)


@st.composite
def phases(draw: st.DrawFn, key: str, presenter_may_exist: bool) -> Phase:
    """A phase that may stand where it is asked for; times are short, and some phases have no clock."""
    offers = draw(st.booleans() if presenter_may_exist else st.integers(0, 3).map(bool))
    may_need = presenter_may_exist and not offers
    stance = draw(st.sampled_from(Stance)) if may_need else Stance.IN_CIRCLE
    floors = tuple(Floor) if may_need and stance is Stance.IN_CIRCLE else ANYBODYS
    low, typical, high = draw(st.sampled_from([(0, 0, 0), (0, 1000, 1000), (0, 6000, 60_000)]))
    return Phase(
        key=key,
        kind=draw(st.sampled_from(PhaseKind)),
        min_ms=low,
        typical_ms=typical,
        max_ms=high,
        floor=draw(st.sampled_from(floors)),
        gate=draw(st.sampled_from(Gate)),
        stance=stance,
        optional=not offers and draw(st.booleans()),
        offers=offers,
        within=Within.CIRCLE if offers or draw(st.integers(0, 3)) else Within.LEADERS,
        turn=TurnRule(draw(st.sampled_from([None, 1000, 3000])), draw(st.sampled_from(AtLimit))),
        at_limit=draw(st.sampled_from(AtLimit)),
    )


@st.composite
def formats(draw: st.DrawFn) -> Format:
    """Any format of one to five phases that can be held, with few seats, so that rooms are also full."""
    table: list[Phase] = []
    for number in range(draw(st.integers(1, 5))):
        table.append(draw(phases(f"p{number}", any(phase.offers for phase in table))))
    return Format("any", 1, members_min=1, members_max=8, seats=8, phases=tuple(table))


def as_toml(form: Format) -> str:
    """The format as somebody would have written it."""
    lines = [
        f'key = "{form.key}"',
        f"version = {form.version}",
        f"members = {{ min = {form.members_min}, max = {form.members_max} }}",
        f"seats = {form.seats}",
    ]
    for phase in form.phases:
        minutes = [ms / 60_000 for ms in (phase.min_ms, phase.typical_ms, phase.max_ms)]
        turn = [f'at_limit = "{phase.turn.at_limit}"']
        if phase.turn.limit_ms is not None:
            turn.append(f"limit_seconds = {phase.turn.limit_ms // 1000}")
        lines += ["[[phases]]", f'key = "{phase.key}"', f"minutes = {minutes}"]
        lines += [
            f'{key} = "{getattr(phase, key)}"'
            for key in ("kind", "floor", "gate", "stance", "within", "at_limit")
        ]
        lines += [f"{key} = {str(getattr(phase, key)).lower()}" for key in ("optional", "offers")]
        lines.append(f"turn = {{ {', '.join(turn)} }}")
    return "\n".join(lines)
