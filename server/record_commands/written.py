"""As what records are written: the formats of `restarea record export` and `import-rttm`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure import STEP_S
from facilitation.structure_record import StructureRecord
from server.record import archive, parquet
from server.record.libraries import NotInstalled, installs, lacking
from server.record.tables import TABLES, Rows, as_csv
from server.record.tiers import NoTime
from server.record.twice import said_of, twice
from server.terminal import fail, write


class Written(StrEnum):
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    RTTM = "rttm"
    EAF = "eaf"
    TEXTGRID = "textgrid"
    ZIP = "zip"


ALONG_TIME = {Written(ending.lower()): writes for ending, writes in archive.ALONG_TIME.items()}
OF_ONE = (Written.JSON, *ALONG_TIME)
NO_TEXT = (Written.PARQUET, Written.ZIP)

As = Annotated[
    Written,
    typer.Option(
        "--as",
        help="json: all of it; csv: a table, for a spreadsheet; parquet: the same, for programs of statistics; "
        "rttm: which seat spoke when, in a format of speech research; eaf: the phases, and which seat spoke, for ELAN; "
        "textgrid: the same for Praat; zip: all of these, with a page on what each column means.",
    ),
]
Of = Annotated[
    Rows,
    typer.Option(
        "--table",
        help="In csv and parquet, what a row is: a phase, a session, or (timeline) a time that a seat spoke.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file to write; without it, to the screen.")
]
SkipDamaged = Annotated[
    bool,
    typer.Option(
        "--skip-damaged",
        help="Leave out records that cannot be read, and name them; else nothing is written.",
    ),
]
TOO_SHORT = f"Nobody spoke for as long as the timeline's steps of {STEP_S} seconds:"
NOT_BY_SEAT = "This record does not say which seat spoke when: it holds sums."


def may_be_shown(as_: Written, output: Path | None) -> None:
    if output is None and as_ in NO_TEXT:
        fail(f"{as_} is nothing for a screen: say where to, with -o FILE.", 2)


def ending_fits(as_: Written, output: Path | None, *, alone: bool = False) -> None:
    """Says so where it does not; what was asked for is written all the same. `alone`: it is written as nothing else."""
    says = "" if output is None else output.suffix[1:].lower()
    if output is not None and says != as_ and says in set(Written):
        more = "" if alone else f": --as {says} would make it one"
        typer.echo(f"{output.name} is written as {as_}, whatever its ending says{more}.", err=True)


def say_twice(records: Mapping[str, StructureRecord]) -> None:
    for alike in twice(records):
        typer.echo(f"{said_of(alike)}.", err=True)


def content(
    records: Mapping[str, StructureRecord], kept: Mapping[str, bytes], as_: Written, table: Rows
) -> bytes:
    """Of as many records as this can hold. As JSON one is the very bytes that are kept, of whatever version."""
    try:
        if as_ is Written.ZIP:
            _say_lacking()
            return archive.write(records, kept)
        if as_ in (Written.CSV, Written.PARQUET):
            made = TABLES[table](records)
            if not made.rows:
                fail(_why_empty(records, table), 2)
            return as_csv(made).encode() if as_ is Written.CSV else parquet.write(made)
        if as_ is Written.JSON:
            return next(iter(kept.values()))
        (record,) = records.values()
        return _along_time(record, as_)
    except NotInstalled as error:
        fail(f"{error}.")


def _say_lacking() -> None:
    if lacks := lacking():
        typer.echo(
            f"Without {', '.join(f'.{ending}' for ending in lacks)}: {', '.join(lacks.values())} not installed. "
            f"{installs()}, where Restarea was installed from, installs it.",
            err=True,
        )


def _why_empty(records: Mapping[str, StructureRecord], table: Rows) -> str:
    if table is Rows.PHASES:
        return "No phase was begun: there is no row to write. `--table sessions` has what there is."
    seats = [one for one in records.values() if one.timeline is not None]
    if any(map(_spoken, seats)):
        return f"{TOO_SHORT} there is no row to write. `--table sessions` has the sums."
    if seats:
        return "Nobody spoke: there is no row to write."
    return (
        NOT_BY_SEAT
        if len(records) == 1
        else "None of these records says which seat spoke when: they hold sums."
    )


def _spoken(record: StructureRecord) -> bool:
    return any(astuple(record.whole.turn_lengths))


def _along_time(record: StructureRecord, as_: Written) -> bytes:
    try:
        return ALONG_TIME[as_](record)
    except NoTime:
        if as_ is not Written.RTTM:
            fail("This record has no phase that lasted: there is nothing to lay along time.", 2)
        if record.timeline is not None:
            fail(f"{TOO_SHORT} the sums have it." if _spoken(record) else "In this session nobody spoke.", 2)
        fail(NOT_BY_SEAT, 2)


def write_each(texts: Mapping[str, bytes], folder: Path) -> None:
    """A .json of each, by its name, which may begin with a folder's, and none in the place of another file. What is
    written is named on the screen."""
    files = {folder / f"{name}.json": text for name, text in texts.items()}
    if there := [file for file in files if file.exists()]:
        fail(f"{there[0]} is there already, and nothing was written: choose another folder.")
    try:
        for place in {file.parent for file in files} | {folder}:
            place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{folder} cannot be made: {error.strerror or error}.")
    for file, text in files.items():
        write(text, file)
        typer.echo(file)
