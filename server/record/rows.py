"""Tables of records that lie in a CSV or Parquet file, read again as they were written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitation.structure_record import VERSION
from server.record.libraries import loaded
from server.record.schema import NEWER, BadRecord, NewerRecord
from server.record.tables import TABLES, Column, Kind, Rows, Table


def of_parquet(path: Path, table: Rows) -> Table:
    """Raises BadRecord, NotInstalled and OSError."""
    arrow, parquet = loaded("pyarrow"), loaded("pyarrow.parquet")
    try:
        rows = parquet.read_table(io.BytesIO(path.read_bytes())).to_pylist()
    except (arrow.ArrowException, ValueError) as error:
        raise BadRecord(
            f"{path.name}: a damaged Parquet file, or none: export it again, or use a copy"
        ) from error
    return _checked(path, table, rows)


def of_csv(path: Path, table: Rows) -> Table:
    """Raises BadRecord and OSError."""
    try:
        lines = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadRecord(
            f"{path.name}: a damaged CSV file, or none: export it again, or use a copy"
        ) from error
    columns = {column.name: column for column in TABLES[table]({}).columns}
    try:
        rows = [{name: _of_cell(columns[name], cell) for name, cell in line.items()} for line in lines]
    except (KeyError, ValueError, AttributeError):
        rows = []
    if not rows:  # none is ever written without a row
        rows = [{}]
    return _checked(path, table, rows)


def _of_cell(column: Column, cell: str) -> Any:
    """Raises ValueError."""
    reads: dict[Kind, Callable[[str], Any]] = {
        Kind.NUMBER: int,
        Kind.PART: float,
        Kind.YES: {"True": True, "False": False}.get,
        Kind.WORD: str,
    }
    if not cell and (column.nullable or not column.several):
        return None
    read = reads[column.kind]
    return [read(one) for one in cell.split()] if column.several else read(cell)


def _checked(path: Path, table: Rows, rows: list[dict[str, Any]]) -> Table:
    shape = TABLES[table]({})
    names = [column.name for column in shape.columns]
    for row in rows:
        if isinstance(version := row.get("version"), int) and version > VERSION:
            raise NewerRecord(f"{path.name} {NEWER}")
        if list(row) != names or not all(_fits(column, row[column.name]) for column in shape.columns):
            raise BadRecord(
                f"{path.name}: no table of {table}, or one of another version: read the records themselves"
            )
    return Table(table, shape.columns, rows)


def _fits(column: Column, cell: Any) -> bool:
    if cell is None:
        return column.nullable
    if column.several:
        return isinstance(cell, list) and all(_is(column, one) for one in cell)
    return _is(column, cell)


def _is(column: Column, cell: Any) -> bool:
    kinds = {Kind.NUMBER: int, Kind.PART: float, Kind.YES: bool, Kind.WORD: str}
    return isinstance(cell, kinds[column.kind]) and (not column.words or cell in column.words)
