"""Records that were taken away, as a DataFrame of pandas: `from server.record import load_records` in a notebook."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitation.structure_record import StructureRecord
from server.record.archive import RECORDS
from server.record.libraries import NotInstalled, loaded
from server.record.schema import BadRecord, NewerRecord, from_json
from server.record.tables import TABLES, Column, Kind, Rows, Table

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["BadRecord", "NewerRecord", "NotInstalled", "load_records"]

MOST_BYTES = 50_000_000
"""Of one record; none comes near it."""


def load_records(path: str | Path, table: Literal["phases", "sessions", "timeline"] = "phases") -> DataFrame:
    """Reads what `restarea record export` wrote: a ZIP, a folder (the ZIP unpacked, or one of `.json` files), a `.json`
    or a `.parquet` file. A row for each phase; or for each session, or for each time that a seat spoke. The columns are
    those of the codebook; a word is a category of all the words that there are. The column `record` is the record's id,
    of a `.json` file its name.

    Raises BadRecord, whose message says in a sentence which file is missing, damaged, none of ours or (NewerRecord)
    made by a newer Restarea, and what to do; NotInstalled without pandas; ValueError if there is no such table.
    """
    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(TABLES)}")
    pandas, path = loaded("pandas"), Path(path)
    try:
        if path.suffix == ".parquet":
            rows = _of_parquet(path, Rows(table))
        else:
            rows = TABLES[Rows(table)](dict(_records(path)))
    except OSError as error:
        raise BadRecord(f"{path} cannot be read: {error.strerror or type(error).__name__}") from error
    return _typed(pandas, rows)


def _records(path: Path) -> Iterator[tuple[str, StructureRecord]]:
    if path.is_dir():
        files = sorted((path / RECORDS if (path / RECORDS).is_dir() else path).glob("*.json"))
        if not files:
            raise BadRecord(f"{path.name}: no record is in this folder: export some, or unpack the ZIP there")
        for file in files:
            yield file.stem, _read(file.name, file.read_bytes())
    elif path.suffix == ".zip":
        yield from _of_zip(path)
    else:
        yield path.stem, _read(path.name, path.read_bytes())


def _of_zip(path: Path) -> Iterator[tuple[str, StructureRecord]]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if _is_record(one.filename)]
            if not entries:
                raise BadRecord(
                    f"{path.name}: no record is in this ZIP: it is not one that `restarea record export` wrote"
                )
            for entry in entries:
                if entry.file_size > MOST_BYTES:
                    raise BadRecord(f"{path.name}: {entry.filename} is too large for a record")
                yield Path(entry.filename).stem, _read(entry.filename, archive.read(entry))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise BadRecord(f"{path.name}: a damaged ZIP, or none: export it again, or use a copy") from error


def _is_record(name: str) -> bool:
    return name.startswith(RECORDS) and name.endswith(".json")


def _read(name: str, text: bytes) -> StructureRecord:
    try:
        return from_json(text)
    except BadRecord as error:
        raise type(error)(error.of_file(name)) from None


def _of_parquet(path: Path, table: Rows) -> Table:
    arrow, parquet = loaded("pyarrow"), loaded("pyarrow.parquet")
    try:
        rows = parquet.read_table(io.BytesIO(path.read_bytes())).to_pylist()
    except (arrow.ArrowException, ValueError) as error:
        raise BadRecord(
            f"{path.name}: a damaged Parquet file, or none: export it again, or use a copy"
        ) from error
    shape = TABLES[table]({})
    names = [column.name for column in shape.columns]
    for row in rows:
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


def _typed(pandas: Any, table: Table) -> DataFrame:
    """Whatever the rows are, and if there are none, each column is what it is."""
    types = {Kind.NUMBER: "int64", Kind.PART: "float64", Kind.YES: "bool"}
    cells = {}
    for column in table.columns:
        values = [row[column.name] for row in table.rows]
        if column.several:
            cells[column.name] = pandas.Series(values, dtype="object")
        elif column.words:
            cells[column.name] = pandas.Series(pandas.Categorical(values, list(column.words)))
        elif column.kind is Kind.WORD:
            cells[column.name] = pandas.Series(values, dtype="str")
        else:
            # a whole number that may be null would else become a float
            may_be_null = column.nullable and column.kind is Kind.NUMBER
            cells[column.name] = pandas.Series(values, dtype="Int64" if may_be_null else types[column.kind])
    frame: DataFrame = pandas.DataFrame(cells)
    return frame
