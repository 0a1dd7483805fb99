"""Records of one session that lie together, such as its sums and its seat timeline: in a mean it would count twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitation.structure_record import StructureRecord
from facilitation.vocabulary import Keeping


def twice(records: Mapping[str, StructureRecord]) -> list[list[str]]:
    """Which of them tell of one session, by all that records of it have alike: the sums. Those without a phase are
    alike without being one."""
    by_sums: dict[StructureRecord, list[str]] = {}
    for name, record in records.items():
        if record.phases:
            by_sums.setdefault(replace(record, level=Keeping.AGGREGATE, timeline=None), []).append(name)
    return [names for names in by_sums.values() if len(names) > 1]


def said_of(names: Sequence[str]) -> str:
    return (
        f"{', '.join(names)} are records of one session (all their sums are the same), and a mean would count it "
        "more than once: leave out all but one of them"
    )
