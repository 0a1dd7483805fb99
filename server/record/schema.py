"""The structure record as JSON, and its schema: `make docs` writes docs/record/schema.json, and the codebook.

Both are derived from the dataclasses of `facilitation.structure_record`, with bounds. Every text in a record is a word
from a list, or has a fixed pattern: there is no field into which anybody could write.
"""

from __future__ import annotations

import sys
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from enum import EnumType
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from facilitation.structure import STEP_S
from facilitation.structure_record import (
    OWN,
    PHASE_WORDS,
    READ,
    FormatKey,
    Month,
    Part,
    PhaseWord,
    StructureRecord,
    is_time,
)
from server.formats import load
from server.record import damage
from server.record.beginning import from_beginning
from server.record.contradictions import contradiction

FILE = Path("record", "schema.json")
"""In the folder of documents."""


NEWER = "was made by a newer Restarea: upgrade this one to read it"


MOST_S, MOST = 10_000_000, 100_000
"""Of seconds, and of any other number: as many as there may be of anything that is listed."""
MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"


class BadRecord(Exception):
    """What is no structure record, or cannot be read. The message says what is wrong, and repeats nothing of what was
    read; that of whoever read a file says which file, and what to do."""

    def of_file(self, name: str) -> str:
        return f"{name} is no record that can be read ({self}): export it again, or use a copy"


class NewerRecord(BadRecord):
    """It is whole, and this software too old for it."""

    def of_file(self, name: str) -> str:
        return f"{name} {self}"


def to_json(record: StructureRecord) -> bytes:
    """Canonical: the same record is always the same bytes."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def from_json(text: bytes) -> StructureRecord:
    """Its times are from the beginning of the session, also where it was kept with the waiting before that. Raises
    BadRecord."""
    try:
        msgspec.json.decode(text, type=_struct(StructureRecord))
        record = msgspec.json.decode(text, type=StructureRecord)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise NewerRecord(NEWER) if damage.newer(text) else BadRecord(damage.told(error, text)) from None
    if (wrong := contradiction(record)) is not None:
        raise BadRecord(damage.at(*wrong))
    return from_beginning(record)


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12."""
    whole = msgspec.json.schema(_struct(StructureRecord))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The structure of a Balint session",
        **whole,
    }


@cache
def _struct(cls: type, *, seconds: bool = False) -> Any:
    """`seconds`: each number of it is a time."""
    hints = typing.get_type_hints(cls)
    members = [
        (
            f.name,
            _bounded(hints[f.name], f"{cls.__name__}.{f.name}", seconds=seconds or is_time(cls, f.name)),
            *(() if f.default is MISSING else (f.default,)),
        )
        for f in fields(cls)
    ]
    name = f"{cls.__name__}Seconds" if seconds else cls.__name__
    return msgspec.defstruct(name, members, forbid_unknown_fields=True, frozen=True)


def _bounded(hint: Any, where: str, *, seconds: bool = False) -> Any:
    """The same type with its bounds; a plain text has none, and is refused."""
    if where == "StructureRecord.version":
        return Literal[READ]
    if hint is FormatKey:
        ours = [key for key, entry in load().entries.items() if not entry.own]
        return Literal[(*ours, OWN)]
    if hint is PhaseWord:
        return Literal[PHASE_WORDS]
    if hint is Month:
        # With its length, for $ alone lets a line's end pass.
        return Annotated[str, msgspec.Meta(pattern=MONTH, max_length=7)]
    if hint is Part:
        return Annotated[float, msgspec.Meta(ge=0, le=1)]
    if hint is int:
        return (
            Annotated[int, msgspec.Meta(ge=0, le=MOST_S, multiple_of=STEP_S)]
            if seconds
            else Annotated[int, msgspec.Meta(ge=0, le=MOST)]
        )
    if hint is bool or isinstance(hint, EnumType):
        return hint
    if is_dataclass(hint):
        return _struct(typing.cast(type, hint), seconds=seconds)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):  # X | None
        return _bounded(typing.get_args(hint)[0], where, seconds=seconds) | None
    if typing.get_origin(hint) is tuple:
        several = types.GenericAlias(tuple, (_bounded(typing.get_args(hint)[0], where), ...))
        return Annotated[several, msgspec.Meta(max_length=MOST)]
    raise TypeError(f"{where}: a record holds words from lists and numbers, no {hint}")


def written() -> str:
    """The schema, as it is published."""
    return msgspec.json.format(msgspec.json.encode(schema(), order="deterministic"), indent=2).decode() + "\n"


if __name__ == "__main__":
    file = Path(sys.argv[1]) / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(), "utf-8")
    from server.record import codebook

    codebook.write(Path(sys.argv[1]))
