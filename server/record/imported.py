"""A meeting of which nothing is known but who spoke when, as a session: one open phase, from first to last word.

So that the figures of a record can be made of any published corpus.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitation import events as e
from facilitation.format import Format, Phase
from facilitation.structure import structure
from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Floor, Gate, Keeping, PhaseKind, Role, SeatId, Standing

TALK = Phase("talk", PhaseKind.JOINT_DISCUSSION, 0, 0, 0, Floor.OPEN, Gate.SOFT)


def record_of(segments: Sequence[Segment]) -> StructureRecord:
    """In the aggregate; everyone is a member. `segments` must not be empty."""
    begins, ends = min(one.start_ms for one in segments), max(one.end_ms for one in segments)
    seats = sorted({SeatId(one.seat) for one in segments})
    form = Format("own", 1, 1, len(seats), len(seats), (TALK,))
    log: list[e.Event] = [e.SeatTaken(begins, seat, Role.MEMBER, Standing.SEATED) for seat in seats]
    log += [e.PhaseEntered(begins, 1, 0, 0, None), e.SessionEnded(ends)]
    record = structure(form, log, segments, Keeping.AGGREGATE, own=True)
    assert record is not None
    return record
