"""Tables of records that lie in a CSV or Parquet file, read again as they were written.

Each cell is held to what its column may hold in a record: its bounds, steps and words. Whether cells contradict each
other, as a record's fields may not, only the record itself shows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from facilitation.structure import evenness_told
from facilitation.structure_record import READ, VERSION
from server.record.contradictions import STEPPED_FROM
from server.record.libraries import loaded
from server.record.schema import MONTH, MOST, MOST_S, NEWER, BadRecord, NewerRecord
from server.record.tables import PLACES, TABLES, Column, Kind, Rows, Table
from server.record.unknown import is_unknown

NUMBER, PART = re.compile(r"\d{1,8}", re.ASCII), re.compile(r"[01](\.\d{1,3})?", re.ASCII)
"""As they are written."""


def of_parquet(path: Path, table: Rows) -> Table:
    """Raises BadRecord, NotInstalled and OSError."""
    arrow, parquet = loaded("pyarrow"), loaded("pyarrow.parquet")
    try:
        read = parquet.read_table(io.BytesIO(path.read_bytes()))
        rows = read.to_pylist()
    except (arrow.ArrowException, ValueError) as error:
        raise _damaged(path, "Parquet") from error
    _is_table(path, table, read.column_names, [row.get("version") for row in rows])
    return _checked(path, table, rows)


def of_csv(path: Path, table: Rows) -> Table:
    """Raises BadRecord and OSError."""
    try:
        text = path.read_text("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text), strict=True)
        lines = list(reader)
    except (csv.Error, UnicodeDecodeError) as error:
        raise _damaged(path, "CSV") from error
    versions = [line.get("version") or "" for line in lines]
    _is_table(path, table, reader.fieldnames or (), [int(one) for one in versions if NUMBER.fullmatch(one)])
    if not lines or not text.endswith("\n"):  # none is ever written without a row, nor a row without its end
        raise _damaged(path, "CSV")
    columns = {column.name: column for column in TABLES[table]({}).columns}
    try:
        rows = [{name: _of_cell(columns[name], cell) for name, cell in line.items()} for line in lines]
    except (KeyError, ValueError) as error:
        raise _damaged(path, "CSV") from error
    return _checked(path, table, rows)


def _damaged(path: Path, kind: str) -> BadRecord:
    return BadRecord(f"{path.name}: a damaged {kind} file, or none: export it again, or use a copy")


def _is_table(path: Path, table: Rows, head: Sequence[str], versions: Sequence[Any]) -> None:
    """By its columns' names. Raises BadRecord."""
    if any(isinstance(one, int) and one > VERSION for one in versions):
        raise NewerRecord(f"{path.name} {NEWER}")
    heads = {rows: [column.name for column in made({}).columns] for rows, made in TABLES.items()}
    if list(head) == heads[table]:
        return
    if other := next((rows for rows, names in heads.items() if list(head) == names), None):
        raise BadRecord(f'{path.name} is a table of {other}, and not of {table}: ask for "{other}"')
    raise BadRecord(
        f"{path.name}: no table of {table}, or one of another version: read the records themselves"
    )


def _of_cell(column: Column, cell: str | None) -> Any:
    """Raises ValueError; None stands where a line was cut off."""
    if cell is None:
        raise ValueError("the line ends before")
    reads: dict[Kind, Callable[[str], Any]] = {
        Kind.NUMBER: lambda text: int(_like(NUMBER, text)),
        Kind.PART: lambda text: float(_like(PART, text)),
        Kind.YES: {"True": True, "False": False}.get,
        Kind.WORD: str,
    }
    if not cell and (column.nullable or not column.several):
        return None
    read = reads[column.kind]
    return [read(one) for one in cell.split()] if column.several else read(cell)


def _like(form: re.Pattern[str], text: str) -> str:
    """Raises ValueError; what Python would take, too, is more: `1_0`, digits of other scripts, `nan`."""
    if not form.fullmatch(text):
        raise ValueError("not written so")
    return text


def _checked(path: Path, table: Rows, rows: list[dict[str, Any]]) -> Table:
    columns = TABLES[table]({}).columns
    for number, row in enumerate(rows, 1):
        wrong = next((column.name for column in columns if not _fits(column, row[column.name])), None)
        if wrong is None and row["version"] not in READ:
            wrong = "version"
        if wrong is None and row["version"] >= STEPPED_FROM:
            wrong = next(
                (one for one in ("gini", "evenness") if evenness_told(row.get(one)) != row.get(one)), None
            )
        if wrong is not None:
            raise BadRecord(
                f"{path.name}: in row {number} `{wrong}` is none that a record can have: export it again, or use a copy"
            )
        # tables were written in which 0 stood there
        row |= {one.name: None for one in columns if is_unknown(row["lacks"], one.field, one.name)}
    return Table(table, columns, rows)


def _fits(column: Column, cell: Any) -> bool:
    if cell is None:
        return column.nullable
    if column.several:
        return isinstance(cell, list) and all(_is(column, one) for one in cell)
    return _is(column, cell)


def _is(column: Column, cell: Any) -> bool:
    kinds = {Kind.NUMBER: int, Kind.PART: float, Kind.YES: bool, Kind.WORD: str}
    if type(cell) is not kinds[column.kind]:  # a bool would be an int
        return False
    held: dict[Kind, Callable[[Any], bool]] = {
        Kind.NUMBER: lambda one: (
            0 <= one <= (MOST if column.step == 1 else MOST_S) and one % column.step == 0
        ),
        Kind.PART: lambda one: 0 <= one <= 1 and round(one, PLACES.get(column.field, 2)) == one,
        Kind.YES: lambda _: True,
        Kind.WORD: lambda one: _is_month(one) if column.name == "month" else _is_word(column, one),
    }
    return held[column.kind](cell)


def _is_month(cell: str) -> bool:
    return len(cell) == 7 and re.match(MONTH, cell) is not None


def _is_word(column: Column, cell: str) -> bool:
    return not column.words or cell in column.words
