"""Which seat of a record spoke when, as RTTM."""

from __future__ import annotations

from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from server.record import rttm
from server.record.tiers import NoTime


def write(record: StructureRecord) -> bytes:
    """Raises NoTime where the record holds sums, or nobody spoke: an RTTM file without a line is none."""
    spoke = () if record.timeline is None else record.timeline.spoke
    if not spoke:
        raise NoTime
    return rttm.write(Segment(one.seat, one.start_s * 1000, one.end_s * 1000) for one in spoke).encode()
