"""Structure records as tables: a row for each phase, for each session, for each time that somebody spoke.

The columns are those of the classes of `facilitation.structure_record`: a field within a field has both names, as
`speech_s_leader`.
"""

from __future__ import annotations

import csv
import io
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import EnumType, StrEnum
from functools import cache
from typing import Any, NamedTuple

from facilitation.structure import STEP_S
from facilitation.structure_record import (
    OWN,
    PHASE_WORDS,
    FormatKey,
    Month,
    Part,
    PhaseStructure,
    PhaseWord,
    StructureRecord,
    Whole,
    is_time,
)
from facilitation.vocabulary import Role
from server.formats import load
from server.record.unknown import FIELDS, GROUPS, by_groups, is_unknown

OF_RECORD = ("version", "level", "format", "format_version", "month", "members", "leaders", "cases", "lacks")
"""In every table: a row by itself says of what it is."""
OWN_TABLES = ("phases", "whole", "timeline")
"""Fields of a record that are no column of the table of sessions."""

PLACES = {"shares_mean": 3}
"""Fields whose parts of 1 are told finer than in hundredths."""


class Rows(StrEnum):
    """Which tables there are, and what each is called."""

    PHASES = "phases"
    SESSIONS = "sessions"
    TIMELINE = "timeline"


class Kind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    PART = "part"
    YES = "yes"
    WORD = "word"


class Column(NamedTuple):
    name: str
    kind: Kind
    field: str
    """The field of which it is, or is a part: what it means is said of that."""
    words: tuple[str, ...] = ()
    """Those there are; of a word that has a pattern in their place, none."""
    nullable: bool = False
    several: bool = False
    step: int = 1
    """Of a number: it is told in such."""


@dataclass(frozen=True, slots=True)
class Table:
    name: Rows
    columns: tuple[Column, ...]
    rows: list[dict[str, Any]]
    """A cell is a number, a word, a bool, None, or a list of those."""


def phases(records: Mapping[str, StructureRecord]) -> Table:
    """By the records' ids."""
    columns: tuple[Column, ...] = (
        _ID,
        *_of_record(),
        Column("phase", Kind.NUMBER, "phase"),
        *_columns(PhaseStructure),
    )
    rows = [
        row
        for record_id, record in records.items()
        for row in _rows(columns, record, _phases(record_id, record))
    ]
    return Table(Rows.PHASES, columns, rows)


def sessions(records: Mapping[str, StructureRecord]) -> Table:
    columns = (_ID, *_columns(StructureRecord), *_columns(Whole))
    rows: list[dict[str, Any]] = []
    for record_id, record in records.items():
        said = {
            field.name: getattr(record, field.name)
            for field in fields(record)
            if field.name not in OWN_TABLES
        }
        groups = by_groups(record.whole.shares, record.version)
        row = {"record": record_id, **_cells(said), **_cells(asdict(record.whole)), **groups}
        rows += _rows(columns, record, [row])
    return Table(Rows.SESSIONS, columns, rows)


def timelines(records: Mapping[str, StructureRecord]) -> Table:
    """Of those that say which seat spoke when."""
    columns = (
        _ID,
        *_of_record(),
        Column("seat", Kind.NUMBER, "seat"),
        Column("role", Kind.WORD, "role", tuple(Role)),
        Column("presented", Kind.YES, "presented"),
        Column("seat_speech_s", Kind.NUMBER, "seat_speech_s", nullable=True, step=STEP_S),
        Column("start_s", Kind.NUMBER, "start_s", step=STEP_S),
        Column("end_s", Kind.NUMBER, "end_s", step=STEP_S),
    )
    rows: list[dict[str, Any]] = []
    for record_id, record in records.items():
        if (timeline := record.timeline) is None:
            continue
        seats = {one.seat: one for one in timeline.seats}
        presented = {one.seat for one in timeline.presented}
        of_record = _cells({name: getattr(record, name) for name in OF_RECORD})
        of_spoke = (
            {
                "record": record_id,
                **of_record,
                "seat": one.seat,
                "role": seats[one.seat].role.value,
                "presented": one.seat in presented,
                "seat_speech_s": seats[one.seat].speech_s,
                "start_s": one.start_s,
                "end_s": one.end_s,
            }
            for one in timeline.spoke
        )
        rows += _rows(columns, record, of_spoke)
    return Table(Rows.TIMELINE, columns, rows)


TABLES: dict[Rows, Callable[[Mapping[str, StructureRecord]], Table]] = {
    Rows.PHASES: phases,
    Rows.SESSIONS: sessions,
    Rows.TIMELINE: timelines,
}


def tables(records: Mapping[str, StructureRecord]) -> list[Table]:
    return [table(records) for table in TABLES.values()]


def as_csv(table: Table) -> str:
    """Null is an empty cell; of several there is a space between them. Without a row there is no head either."""
    written = io.StringIO()
    if table.rows:
        lines = csv.writer(written, lineterminator="\n")
        lines.writerow(column.name for column in table.columns)
        several = {column.name for column in table.columns if column.several}
        lines.writerows(_in_csv(row, several) if several else row.values() for row in table.rows)
    return written.getvalue()


_ID = Column("record", Kind.WORD, "record")
_OF_GROUPS = [
    column
    for name in GROUPS
    for column in (
        Column(f"shares_{name}_members", Kind.NUMBER, "shares_members", nullable=True),
        Column(f"shares_{name}_mean", Kind.PART, "shares_mean", nullable=True),
    )
]
"""In the place of the members' shares: a list of means, one for each member, would be read as shares of their own."""


def _of_record() -> list[Column]:
    columns = {column.name: column for column in _columns(StructureRecord)}
    return [columns[name] for name in OF_RECORD]


def _in_csv(row: Mapping[str, Any], several: Set[str]) -> list[Any]:
    return [" ".join(map(str, cell or ())) if name in several else cell for name, cell in row.items()]


def _phases(record_id: str, record: StructureRecord) -> Iterator[dict[str, Any]]:
    of_record = _cells({name: getattr(record, name) for name in OF_RECORD})
    for number, phase in enumerate(record.phases, 1):
        yield {"record": record_id, **of_record, "phase": number, **_cells(asdict(phase))}


def _rows(
    columns: Sequence[Column], record: StructureRecord, rows: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Where a field that has fields of its own is null, so is each of them; and so is what nobody knows."""
    asked = [(one.name, is_unknown(record.lacks, one.field, one.name)) for one in columns]
    for row in rows:
        yield {name: None if unknown else row.get(name) for name, unknown in asked}


def _cells(said: Mapping[str, Any], within: str = "") -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for name, value in said.items():
        if isinstance(value, Mapping):
            cells |= _cells(value, f"{within}{name}_")
        else:
            cells[within + name] = _cell(value)
    return cells


def _cell(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_cell(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


@cache
def _columns(
    cls: type, within: str = "", field: str = "", *, nullable: bool = False, seconds: bool = False
) -> tuple[Column, ...]:
    hints = typing.get_type_hints(cls)
    found: list[Column] = []
    for one in fields(cls):
        if cls is StructureRecord and one.name in OWN_TABLES:
            continue
        if one.name == "shares":
            found += _OF_GROUPS
            continue
        name, top = within + one.name, field or one.name
        hint, null = _or_null(hints[one.name])
        null = null or top in FIELDS
        timed = seconds or is_time(cls, one.name)
        if is_dataclass(hint):
            inner = typing.cast(type, hint)
            found += _columns(inner, f"{name}_", top, nullable=nullable or null, seconds=timed)
        else:
            found.append(_column(name, hint, top, nullable=nullable or null, step=STEP_S if timed else 1))
    return tuple(found)


def _or_null(hint: Any) -> tuple[Any, bool]:
    """What it is where it is not null, and whether it may be."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):  # X | None
        return typing.get_args(hint)[0], True
    return hint, False


def _column(name: str, hint: Any, field: str, *, nullable: bool, step: int) -> Column:
    several = typing.get_origin(hint) is tuple
    kind, words = _kind(typing.get_args(hint)[0] if several else hint)
    return Column(name, kind, field, words, nullable, several, step)


def _kind(hint: Any) -> tuple[Kind, tuple[str, ...]]:
    if isinstance(hint, EnumType):
        return Kind.WORD, tuple(map(str, hint))
    if hint is FormatKey:
        return Kind.WORD, (*(key for key, entry in load().entries.items() if not entry.own), OWN)
    if hint is PhaseWord:
        return Kind.WORD, PHASE_WORDS
    return {Month: Kind.WORD, Part: Kind.PART, bool: Kind.YES, int: Kind.NUMBER}[hint], ()
