"""Counts and times that cannot be together: each is seen, where it stands, and why, in plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitation.structure_record import (
    BySpeaker,
    Interventions,
    Lack,
    Silences,
    SizeBand,
    StructureRecord,
    TurnLengths,
)
from facilitation.vocabulary import Keeping, Role
from server.record.contradictions import contradiction
from server.record.reckoning import rules
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record

SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
SUMS = record(a_session(), SAID)
UNHEARD = record(a_session(), None)
timeline = SEATS.timeline
assert timeline is not None


def whole(made: StructureRecord = SUMS, **other: Any) -> StructureRecord:
    return replace(made, whole=replace(made.whole, **other))


def phase(number: int, made: StructureRecord = SUMS, **other: Any) -> StructureRecord:
    phases = list(made.phases)
    phases[number] = replace(phases[number], **other)
    return replace(made, phases=tuple(phases))


def seat(number: int, **other: Any) -> StructureRecord:
    seats = list(timeline.seats) if timeline else []
    seats[number] = replace(seats[number], **other)
    assert timeline is not None
    return replace(SEATS, timeline=replace(timeline, seats=tuple(seats)))


OF = SUMS.whole
NO_TURNS = BySpeaker(0, 0, 0)
LONGER = "it is longer than the group was at work"
WRONG: dict[str, tuple[StructureRecord, str, str]] = {
    "a phase longer than the session": (
        phase(4, measured_s=500), "$.phases[4].measured_s", "the group was at work for longer than the phase took",
    ),
    "longer in all": (
        whole(measured_s=5_000), "$.whole.speech_s", "less was said than the time that was not silent",
    ),
    "shorter in all": (
        whole(record(a_session(), []), measured_s=1_060, silence_s=1_060),
        "$.whole.measured_s", "it is not what the phases come to",
    ),
    "a phase that overlaps the next": (
        phase(1, actual_s=300), "$.phases[2].began_s", "it did not begin when the phase before it ended",
    ),
    "back for longer": (
        phase(4, back_s=445), "$.phases[4].back_s", "the presenter was back for longer than the group was at work",
    ),
    "back unpushed": (
        phase(4, pushed_back=0), "$.phases[4].pushed_back", "the presenter was back, and never pushed back",
    ),
    "unheard for longer": (
        phase(4, back_speech_s=415), "$.phases[4].back_speech_s", "it is longer than the presenter was back",
    ),
    "over 10 s": (
        whole(silences=Silences(5, 6, 3)), "$.whole.silences.over_10_s", "there are more of them than over 3 s",
    ),
    "over 30 s": (
        phase(0, silences=Silences(2, 1, 2)), "$.phases[0].silences.over_30_s", "there are more of them than over 10 s",
    ),
    "silences that no phase has": (
        whole(silences=Silences(12, 6, 3)), "$.whole.silences.over_3_s", "it is not what the phases come to",
    ),
    "silences longer than all silence": (
        whole(phase(0, silences=Silences(52, 51, 51)), silences=Silences(61, 56, 53)),
        "$.whole.silences", "together they are longer than all silence",
    ),
    "silence": (phase(0, silence_s=95), "$.phases[0].silence_s", LONGER),
    "overlaps": (phase(0, overlap_s=95), "$.phases[0].overlap_s", LONGER),
    "both": (
        phase(0, silence_s=60, overlap_s=60),
        "$.phases[0].silence_s", "with the overlaps it is longer than the group was at work",
    ),
    "overlaps of nothing": (
        phase(1, overlap_s=30, silence_s=0, speech_s=BySpeaker(0, 0, 10)),
        "$.phases[1].speech_s", "less was said than the time that was not silent",
    ),
    "a presenter": (phase(2, speech_s=BySpeaker(0, 275, 0)), "$.phases[2].speech_s.presenter", LONGER),
    "neither spoken nor silent": (
        phase(1, silence_s=0), "$.phases[1].speech_s", "less was said than the time that was not silent",
    ),
    "an overlap of one": (
        phase(0, speech_s=BySpeaker(20, 0, 5), overlap_s=40, silence_s=50),
        "$.phases[0].speech_s", "less was said than the time that was not silent",
    ),
    "a leader's share": (
        phase(0, leader_share=0.9), "$.phases[0].leader_share", "it is not the part that the times come to",
    ),
    "no leader's share": (
        whole(leader_share=None), "$.whole.leader_share", "it is null, and there is what it is a part of",
    ),
    "a share of silence": (
        whole(silence_share=0.9), "$.whole.silence_share", "it is not the part that the times come to",
    ),
    "silence kept": (whole(silence_kept=0.2), "$.whole.silence_kept", "it is not the part that the times come to"),
    "speech": (
        whole(speech_s=replace(OF.speech_s, member=OF.speech_s.member + 25)),
        "$.whole.speech_s.member", "it is not what the phases come to",
    ),
    "turns of none": (
        phase(3, turns=NO_TURNS), "$.whole.turn_lengths", "they are not as many as the turns of the phases",
    ),
    "no turn where members spoke": (
        whole(phase(0, turns=BySpeaker(3, 0, 0)), transitions=OF.transitions),
        "$.phases[0].turns", "members spoke, and had no turn until then",
    ),
    "transitions": (
        whole(transitions=replace(OF.transitions, after_member=BySpeaker(0, 0, 50))),
        "$.whole.transitions", "they are not as many as the transfers",
    ),
    "shares over 1": (
        whole(shares=(0.5, 0.5, 0.5, 0.1, 0.1)), "$.whole.shares", "together they are not all that members said",
    ),
    "no shares": (
        whole(shares=None, gini=None, evenness=None),
        "$.whole.shares", "it is null, and nothing that the record lacks says why",
    ),
    "gini": (whole(gini=0.05), "$.whole.gini", "it says that members spoke more evenly than their shares do"),
    "evenness": (
        whole(evenness=1.0), "$.whole.evenness", "it says that members spoke more evenly than their shares do",
    ),
    "gini alone": (whole(shares=None), "$.whole.shares", "it is null, and nothing that the record lacks says why"),
    "no speech": (
        replace(SUMS, lacks=(*SUMS.lacks, Lack.NO_SPEECH)), "$.lacks", "`no_speech` is among them, and is not so",
    ),
    "few, and not": (
        replace(SUMS, lacks=(*SUMS.lacks, Lack.TOO_FEW_MEMBERS)),
        "$.lacks", "`too_few_members` is among them, and is not so",
    ),
    "not measured": (
        replace(SUMS, lacks=(*SUMS.lacks, Lack.SPEECH_NOT_MEASURED)),
        "$.lacks", "`speech_not_measured` is among them, and speech is told",
    ),
    "in part, and not at all": (
        replace(UNHEARD, lacks=(*UNHEARD.lacks, Lack.MEASURED_IN_PART)),
        "$.lacks", "`measured_in_part` is among them, and can not be so",
    ),
    "in part before it was said": (
        replace(SUMS, version=4, lacks=(*SUMS.lacks, Lack.MEASURED_IN_PART)),
        "$.lacks", "`measured_in_part` is among them, and can not be so",
    ),
    "hurried before it was said": (
        replace(SUMS, version=4, lacks=(*SUMS.lacks, Lack.HURRIED)),
        "$.lacks", "`hurried` is among them, and was not said yet",
    ),
    "not begun": (
        replace(SUMS, lacks=(*SUMS.lacks, Lack.NOT_BEGUN)), "$.lacks", "`not_begun` is among them, and is not so",
    ),
    "marked": (
        phase(4, interventions=Interventions(1, 1, open=2)),
        "$.lacks", "`interventions_not_noted` and the interventions contradict each other",
    ),
    "leaders": (replace(SUMS, leaders=0), "$.whole.speech_s.leader", "it is more than so many leaders can say"),
    "leaders' seats": (
        seat(0, role=Role.MEMBER), "$.timeline.seats", "they are not as many leaders as the record says",
    ),
    "members' seats": (
        replace(SEATS, members=SizeBand.NINE_TO_TWELVE), "$.whole.shares", "they are not as many as there were members",
    ),
    "cases": (replace(SEATS, cases=0), "$.timeline.presented", "they are more cases than the record says"),
    "after the end": (
        replace(SEATS, timeline=replace(timeline, spoke=(replace(timeline.spoke[0], end_s=5_000),))),
        "$.timeline.spoke[0]", "it is before or after the session",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("made", "where", "why"), WRONG.values(), ids=WRONG)
def test_counts_that_cannot_be_together_are_seen(made: StructureRecord, where: str, why: str) -> None:
    assert contradiction(made) == (where, why)


@pytest.mark.parametrize("made", [SUMS, SEATS, UNHEARD], ids=["sums", "seats", "unheard"])
def test_what_was_counted_agrees(made: StructureRecord) -> None:
    assert [*rules(made)] == []


def test_turns_and_who_followed_whom_agree() -> None:
    few = whole(turn_lengths=TurnLengths(0, 0, 0, 0, 0))
    said = {one.why for one in rules(few)}
    assert "there are more of them than between the turns" in said
    said = {one.why for one in rules(phase(4, turns=NO_TURNS))}
    assert "there are more of them than turns of theirs" in said
    assert "more of them lead to a member than there are turns of theirs" in said
