"""Structure records as a table: one row for each phase, its columns those of the schema."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from facilitation.structure_record import StructureRecord

OF_RECORD = ("level", "format", "format_version", "month", "members", "leaders", "cases")


def phases_csv(records: Mapping[str, StructureRecord]) -> str:
    """By the records' ids. A field within a field has both names, as `speech_s_leader`; null is an empty cell."""
    rows = [row for record_id, record in records.items() for row in _rows(record_id, record)]
    written = io.StringIO()
    if rows:
        table = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return written.getvalue()


def _rows(record_id: str, record: StructureRecord) -> Iterator[dict[str, Any]]:
    of_record = {name: getattr(record, name) for name in OF_RECORD}
    for number, phase in enumerate(record.phases, 1):
        yield {"record": record_id, **of_record, "phase": number, **dict(_flat(asdict(phase)))}


def _flat(fields: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{within}{name}_")
        else:
            yield within + name, value
