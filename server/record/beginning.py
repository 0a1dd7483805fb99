"""Where the times of a record begin: with the first phase. Records were kept in which they began as the session was
opened, so that all that is drawn of them waited first."""

from __future__ import annotations

from dataclasses import replace

from facilitation.structure_record import Lack, StructureRecord


def from_beginning(record: StructureRecord) -> StructureRecord:
    """Of an imported meeting they stay those of its file. Nobody spoke before the first phase."""
    if not record.phases or Lack.ROLES_UNKNOWN in record.lacks:
        return record
    waited_s, timeline = record.phases[0].began_s, record.timeline
    if timeline is not None:
        spoke = (
            replace(one, start_s=one.start_s - waited_s, end_s=one.end_s - waited_s) for one in timeline.spoke
        )
        timeline = replace(timeline, spoke=tuple(spoke))
    phases = tuple(replace(one, began_s=one.began_s - waited_s) for one in record.phases)
    return replace(record, phases=phases, timeline=timeline)
