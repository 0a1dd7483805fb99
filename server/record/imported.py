"""A meeting of which nothing is known but who spoke when, as a session: one open phase, from first to last word.

So that the figures of a record can be made of any published corpus. What would be told of leaders, of whoever
presented, and of a plan, is null: nought would say that there was none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation import events as e
from facilitation import talk
from facilitation.format import Format, Phase
from facilitation.structure import in_steps, structure
from facilitation.structure_record import (
    WHOLE_MEETING,
    BySpeaker,
    Lack,
    PhaseStructure,
    StructureRecord,
    Transitions,
)
from facilitation.talk import Segment
from facilitation.vocabulary import Floor, Gate, Keeping, PhaseKind, Role, SeatId, Standing

TALK = Phase("talk", PhaseKind.JOINT_DISCUSSION, 0, 0, 0, Floor.OPEN, Gate.SOFT)


def record_of(segments: Sequence[Segment], level: Keeping = Keeping.AGGREGATE) -> StructureRecord:
    """Everyone is a member. Where seats are told they keep their order, numbered from 1. Times are those of the
    file, to be laid beside the recording. `segments` must not be empty, and none of them."""
    begins, ends = min(one.start_ms for one in segments), max(one.end_ms for one in segments)
    seats = sorted({SeatId(one.seat) for one in segments})
    form = Format("own", 1, 1, len(seats), len(seats), (TALK,))
    log: list[e.Event] = [e.SeatTaken(begins, seat, Role.MEMBER, Standing.SEATED) for seat in seats]
    log += [e.PhaseEntered(begins, 1, 0, 0, None), e.SessionEnded(ends)]
    record = structure(form, log, segments, level, own=True, zero_ms=0, shuffled=seats)
    assert record is not None
    whole = tuple(replace(phase, kind=WHOLE_MEETING) for phase in record.phases)
    return as_far_as_known(replace(record, phases=whole))


def too_short(segments: Iterable[Segment]) -> int:
    """How many have no bar in a seat timeline, since what they are part of rounds to nothing: they are in the record's
    sums alone."""
    spoken = talk.by_seat(segments)
    held = talk.with_pauses(spoken, talk.turns(spoken))
    return sum(
        len(talk.inside(spans, [span]))
        for seat, spans in spoken.items()
        for span in held[seat]
        if in_steps(span[0]) == in_steps(span[1])
    )


def as_far_as_known(record: StructureRecord) -> StructureRecord:
    """Without what nobody can know where neither roles nor a plan are known. Everyone is a member in `record`."""
    whole = record.whole
    return replace(
        record,
        leaders=None,
        cases=None,
        lacks=(*record.lacks, Lack.ROLES_UNKNOWN, Lack.PLAN_UNKNOWN),
        phases=tuple(map(_phase, record.phases)),
        whole=replace(
            whole,
            speech_s=_of_all(whole.speech_s),
            leader_share=None,
            transitions=Transitions(None, None, _of_all(whole.transitions.after_member)),
        ),
    )


def _phase(phase: PhaseStructure) -> PhaseStructure:
    return replace(
        phase,
        case=None,
        planned_s=None,
        speech_s=_of_all(phase.speech_s),
        turns=_of_all(phase.turns),
        leader_share=None,
        back_s=None,
        pushed_back=None,
        back_speech_s=None,
        pauses=None,
        links_lost=None,
        interventions=None,
    )


def _of_all(amounts: BySpeaker) -> BySpeaker:
    """Whose it was is not known: it is everybody's, who all count as members."""
    return BySpeaker(None, None, amounts.member)
