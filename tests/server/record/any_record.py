"""Any structure record that there may be, for tests that hold for each of them."""

from __future__ import annotations

import types
import typing
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from enum import EnumType
from functools import cache
from typing import Any

from hypothesis import strategies as st

from facilitation.structure import THIRDS_FROM_MEMBERS, evenness_told, shares_told
from facilitation.structure_record import (
    VERSION,
    BySpeaker,
    CaseOfRecord,
    FormatKey,
    Lack,
    Month,
    Part,
    PhaseStructure,
    PhaseWord,
    SeatOfRecord,
    SizeBand,
    Spoke,
    StructureRecord,
    Timeline,
)
from facilitation.talk import joined
from facilitation.vocabulary import LEADING, Keeping, PhaseKind, Role
from server.record.contradictions import FEWEST, GROUPED_FROM, MOST, OF_MEMBERS, ROUNDED, STEPPED_FROM
from server.record.imported import as_far_as_known

STEPS = st.integers(0, 40).map(lambda n: n * 5)


@cache
def _any(hint: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        inner = typing.get_args(hint)[0]
        # what is null only where the record says so is made so in `records`
        return _any(inner) if inner is int or is_dataclass(inner) else st.none() | _any(inner)
    if typing.get_origin(hint) is tuple:
        return st.lists(_any(typing.get_args(hint)[0]), max_size=6).map(tuple)
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{one.name: _any(hints[one.name]) for one in fields(hint)})  # type: ignore[arg-type]
    if isinstance(hint, EnumType):
        return st.sampled_from(list(hint))
    kinds: dict[Any, st.SearchStrategy[Any]] = {
        int: STEPS,
        bool: st.booleans(),
        Part: st.integers(0, 100).map(lambda n: n / 100),
        Month: st.sampled_from(["2026-01", "2026-11"]),
        PhaseWord: st.sampled_from(list(map(PhaseWord, PhaseKind))),
        FormatKey: st.sampled_from(["classic", "psychodrama", "own"]),
    }
    return kinds[hint]


@st.composite
def phases(draw: st.DrawFn) -> tuple[PhaseStructure, ...]:
    """One after another; some of them round to nothing."""
    found, now = [], 0
    for phase in draw(st.lists(_any(PhaseStructure), max_size=6)):
        found.append(replace(phase, began_s=now))
        now += draw(STEPS)
    return tuple(found)


@st.composite
def timelines(draw: st.DrawFn, version: int) -> Timeline:
    sums = STEPS if version >= GROUPED_FROM else st.none()
    roles = draw(st.lists(st.sampled_from(list(Role)), min_size=1, max_size=8))
    seats = tuple(SeatOfRecord(number, role, draw(sums)) for number, role in enumerate(roles, 1))
    spans = st.tuples(STEPS, st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1] * 5))
    spoke = [
        Spoke(one.seat, start, end)
        for one in seats
        for start, end in joined(draw(st.lists(spans, max_size=6)))
    ]
    presented = draw(st.lists(st.sampled_from(seats), max_size=2))
    cases = tuple(CaseOfRecord(case, one.seat) for case, one in enumerate(presented, 1))
    return Timeline(seats, cases, tuple(sorted(spoke, key=lambda one: (one.start_s, one.seat))))


@st.composite
def records(draw: st.DrawFn) -> StructureRecord:
    version = draw(st.sampled_from((GROUPED_FROM - 1, GROUPED_FROM, VERSION)))
    timeline = draw(st.none() | timelines(version))
    hints = typing.get_type_hints(StructureRecord)
    said = {one.name: draw(_any(hints[one.name])) for one in fields(StructureRecord) if one.name in PLAIN}
    lacks = draw(st.sets(st.sampled_from([one for one in Lack if one not in UNKNOWN])))
    made = StructureRecord(
        version=version,
        level=Keeping.AGGREGATE if timeline is None else Keeping.SEAT_TIMELINE,
        phases=draw(phases()),
        timeline=timeline,
        lacks=tuple(sorted(lacks)),
        **said,
    )
    if made.members is SizeBand.UNDER_FIVE or Lack.TOO_SHORT in lacks:
        told: dict[str, Any] = dict.fromkeys(OF_MEMBERS)
    else:
        few, whole = FEWEST[made.members] < THIRDS_FROM_MEMBERS, made.whole
        hundredths = version < (GROUPED_FROM if few else STEPPED_FROM)
        told = {
            "shares": draw(st.none() | shares(made.members, version)),
            "gini": whole.gini if hundredths else evenness_told(whole.gini),
            "evenness": whole.evenness if hundredths else evenness_told(whole.evenness),
        }
    if timeline is not None and version >= GROUPED_FROM:
        told["speech_s"] = _spoken(timeline)
    made = replace(made, whole=replace(made.whole, **told))
    return as_far_as_known(made) if timeline is None and draw(st.booleans()) else made


def _spoken(timeline: Timeline) -> BySpeaker:
    """What the seats' sums come to."""
    sums: Counter[str] = Counter()
    for one in timeline.seats:
        sums["leader" if one.role in LEADING else "member"] += one.speech_s or 0
    return BySpeaker(sums["leader"], 0, sums["member"])


@st.composite
def shares(draw: st.DrawFn, members: SizeBand, version: int) -> tuple[Part, ...]:
    fewest = FEWEST[members]
    one = st.floats(0, 1) if version >= GROUPED_FROM else st.sampled_from(sorted(ROUNDED))
    parts = sorted(draw(st.lists(one, min_size=fewest, max_size=MOST.get(members, fewest + 3))), reverse=True)
    return shares_told(parts) if version >= GROUPED_FROM else tuple(map(Part, parts))


UNKNOWN = (Lack.ROLES_UNKNOWN, Lack.PLAN_UNKNOWN)
PLAIN = ("format", "format_version", "month", "members", "leaders", "cases", "whole")
