"""A record that contradicts itself, or tells more than its level may, is refused: where, and why, in plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from facilitation.structure_record import (
    WHOLE_MEETING,
    BySpeaker,
    Lack,
    PhaseStructure,
    SizeBand,
    StructureRecord,
)
from facilitation.vocabulary import Keeping
from server.record.contradictions import FEWEST, MOST, contradiction
from server.record.schema import BadRecord, from_json, to_json
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.server.record.any_record import of_unknown_roles, records

SUMS = record(a_session(), SAID, month="2026-11")
SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
UNKNOWN = of_unknown_roles(SUMS)
timeline = SEATS.timeline
assert timeline is not None
first = timeline.spoke[0]


def seats(**other: Any) -> StructureRecord:
    return replace(SEATS, timeline=replace(timeline, **other))


def whole(made: StructureRecord = SUMS, **other: Any) -> StructureRecord:
    return replace(made, whole=replace(made.whole, **other))


def phase(made: StructureRecord = SUMS, **other: Any) -> StructureRecord:
    return replace(made, phases=(replace(made.phases[0], **other), *made.phases[1:]))


OUTERMOST_S = (timeline.seats[0].speech_s or 0) + 25
"""Eight seats and three sums, each within 2.5 s: 27.5 s, and 25 in steps."""
FEW = "of fewer than five members it must not be told"
NULL = "it is null, and `roles_unknown` is not among what the record lacks"
TOLD = "it is told, and `roles_unknown` says that nobody knows it"
few = replace(SUMS, members=SizeBand.UNDER_FIVE)
nobodys = {"shares": None, "gini": None, "evenness": None, "reciprocity": None}
TO = SUMS.whole.transitions
WRONG: list[tuple[StructureRecord, str, str]] = [
    (replace(SUMS, level=Keeping.NOTHING), "$.level", "where nothing is kept there is no record"),
    (replace(SUMS, timeline=timeline), "$.timeline", "a record of sums does not tell which seat spoke when"),
    (replace(SEATS, timeline=None), "$.timeline", "it is to tell which seat spoke when, and does not"),
    *((whole(few, **(nobodys | {one: getattr(SUMS.whole, one)})), f"$.whole.{one}", FEW) for one in nobodys),
    (
        replace(SUMS, lacks=(Lack.TOO_SHORT,)),
        "$.whole.shares",
        "of so little that was said it must not be told",
    ),
    (
        whole(shares=(0.33, 0.67, 0.0, 0.0, 0.0)),
        "$.whole.shares",
        "the largest must be the first, else their order tells of seats",
    ),
    (
        whole(replace(SUMS, version=2), shares=(0.4, 0.35, 0.2, 0.1, 0.0)),
        "$.whole.shares",
        "they are told in tenths or thirds, and no finer",
    ),
    (
        whole(shares=(0.3, 0.3, 0.2, 0.1, 0.1)),
        "$.whole.shares",
        "they are the means of halves or thirds, and no finer",
    ),
    *(
        (whole(made, shares=(0.33,) * n), "$.whole.shares", "they are not as many as there were members")
        for n in (0, 1, 4, 9)
        for made in (SUMS, replace(SUMS, version=3))
    ),
    (whole(gini=0.123), "$.whole.gini", "it is told in hundredths, and no finer"),
    *(
        (
            whole(made, shares=None, **{one: 0.44}),
            f"$.whole.{one}",
            "it is told in steps of 0.05, and no finer",
        )
        for one in ("gini", "evenness")
        for made in (SUMS, replace(SUMS, version=3), replace(SUMS, members=SizeBand.NINE_TO_TWELVE))
    ),
    (phase(leader_share=0.123), "$.phases[0].leader_share", "it is told in hundredths, and no finer"),
    (
        replace(SUMS, phases=(SUMS.phases[1], SUMS.phases[0], *SUMS.phases[2:])),
        "$.phases[1].began_s",
        "it began before the phase before it",
    ),
    (
        replace(phase(replace(UNKNOWN, phases=UNKNOWN.phases[:1]), kind=WHOLE_MEETING), version=3),
        "$.phases[0].kind",
        "a record of this version has no such phase",
    ),
    (
        phase(UNKNOWN, kind=WHOLE_MEETING),
        "$.phases[0].kind",
        "a meeting has phases, or it is one as a whole",
    ),
    (
        replace(phase(kind=WHOLE_MEETING), phases=phase(kind=WHOLE_MEETING).phases[:1]),
        "$.phases[0].kind",
        "a meeting has phases, or it is one as a whole",
    ),
    (
        phase(planned_s=None),
        "$.phases[0].planned_s",
        "it is null, and `plan_unknown` is not among what the record lacks",
    ),
    (
        phase(UNKNOWN, planned_s=5),
        "$.phases[0].planned_s",
        "it is told, and `plan_unknown` says that nobody knows it",
    ),
    (replace(SUMS, leaders=None), "$.leaders", NULL),
    (replace(UNKNOWN, leaders=0), "$.leaders", TOLD),
    (replace(SUMS, cases=None), "$.cases", NULL),
    (phase(interventions=None), "$.phases[0].interventions", NULL),
    (phase(UNKNOWN, pauses=0), "$.phases[0].pauses", TOLD),
    (phase(turns=BySpeaker(None, 0, 2)), "$.phases[0].turns.leader", NULL),
    (whole(speech_s=BySpeaker(0, None, 5)), "$.whole.speech_s.presenter", NULL),
    (whole(UNKNOWN, speech_s=BySpeaker(0, None, 5)), "$.whole.speech_s.leader", TOLD),
    (whole(transitions=replace(TO, after_leader=None)), "$.whole.transitions.after_leader", NULL),
    (
        whole(transitions=replace(TO, after_presenter=BySpeaker(None, 1, 1))),
        "$.whole.transitions.after_presenter.leader",
        NULL,
    ),
    (
        seats(seats=(timeline.seats[0], *timeline.seats)),
        "$.timeline.seats[1].seat",
        "there is one seat of each number",
    ),
    (
        seats(presented=(replace(timeline.presented[0], seat=99),)),
        "$.timeline.presented[0].seat",
        "there is no such seat",
    ),
    (seats(spoke=(replace(first, seat=99),)), "$.timeline.spoke[0].seat", "there is no such seat"),
    (
        seats(spoke=(replace(first, end_s=first.start_s),)),
        "$.timeline.spoke[0]",
        "a seat speaks again before it has ended",
    ),
    (
        seats(seats=(replace(timeline.seats[0], speech_s=None), *timeline.seats[1:])),
        "$.timeline.seats[0].speech_s",
        "how long each seat spoke is to be told",
    ),
    (
        seats(seats=(replace(timeline.seats[0], speech_s=OUTERMOST_S + 5), *timeline.seats[1:])),
        "$.timeline.seats",
        "their sums are not what was said in the session",
    ),
    (seats(spoke=(first, first)), "$.timeline.spoke[1]", "a seat speaks again before it has ended"),
]


@pytest.mark.parametrize(
    ("made", "where", "why"), WRONG, ids=[f"{n}-{one[1]}" for n, one in enumerate(WRONG)]
)
def test_what_contradicts_itself_or_tells_too_much_is_refused(
    made: StructureRecord, where: str, why: str
) -> None:
    with pytest.raises(BadRecord) as refused:
        from_json(to_json(made))
    assert str(refused.value) == f"at {where}: {why}"


@pytest.mark.parametrize(
    "shares", [(1.0, 0.0, 0.0, 0.0, 0.0), (0.67, 0.33, 0, 0, 0, 0, 0, 0), (0.9, 0.1, 0, 0, 0)]
)
def test_shares_in_thirds_or_tenths_could_be_told_before(shares: tuple[float, ...]) -> None:
    assert contradiction(whole(replace(SUMS, version=2), shares=shares)) is None


@pytest.mark.parametrize(
    ("made", "shares"),
    [
        (replace(SUMS, version=2), (1.0, 0.0, 0.0, 0.0, 0.0)),
        (replace(SUMS, version=3, members=SizeBand.NINE_TO_TWELVE), (0.2,) * 3 + (0.1,) * 3 + (0.033,) * 3),
    ],
    ids=["before", "of nine"],
)
def test_gini_and_evenness_could_be_in_hundredths_before(
    made: StructureRecord, shares: tuple[float, ...]
) -> None:
    assert contradiction(whole(made, shares=shares, gini=0.44, evenness=0.81)) is None


@settings(max_examples=30, deadline=None)
@given(records())
def test_a_record_that_may_be_has_none(made: StructureRecord) -> None:
    assert contradiction(made) is None


def test_what_is_null_where_roles_are_unknown_is_null_in_every_phase() -> None:
    """Every field of a phase that may be null is looked at."""
    may_be = {
        name for name in PhaseStructure.__slots__ if "None" in str(PhaseStructure.__annotations__[name])
    }
    assert may_be == {name for name in may_be if getattr(UNKNOWN.phases[0], name) is None}
    assert contradiction(UNKNOWN) is None


def test_sums_may_be_apart_by_as_much_as_each_is_rounded() -> None:
    assert (
        contradiction(seats(seats=(replace(timeline.seats[0], speech_s=OUTERMOST_S), *timeline.seats[1:])))
        is None
    )


def test_a_band_begins_where_the_one_before_it_ends() -> None:
    assert [(FEWEST.get(band), MOST.get(band)) for band in SizeBand] == [
        (None, 4), (5, 8), (9, 12), (13, 16), (17, None),
    ]  # fmt: skip
