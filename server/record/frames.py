"""Records that were taken away, as a DataFrame of pandas: `from server.record import load_records` in a notebook."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from facilitation.structure_record import StructureRecord
from server.record import rows
from server.record.files import found
from server.record.libraries import NotInstalled, loaded
from server.record.schema import BadRecord, NewerRecord
from server.record.tables import TABLES, Kind, Rows, Table
from server.record.twice import said_of, twice

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["BadRecord", "NewerRecord", "NotInstalled", "RecordLeftOut", "RecordTwice", "load_records"]

TABLE_FILES = {".parquet": rows.of_parquet, ".csv": rows.of_csv}


class RecordLeftOut(UserWarning):
    """One of several cannot be read. The message is that of the BadRecord."""


class RecordTwice(UserWarning):
    """Several are of one session, such as its sums and its seat timeline: it counts more than once in a mean."""


def load_records(
    path: str | Path, table: Literal["phases", "sessions", "timeline"] = "phases", *, strict: bool = False
) -> DataFrame:
    """Reads what `restarea record export`, `import-rttm` or `example` wrote: a ZIP, a folder (the ZIP unpacked, or one
    of `.json` files), a `.json`, or a table in a `.csv` or `.parquet`. A row for each phase; or for each session, or
    for each time that a seat spoke. The columns are those of the codebook; a word is a category of all the words that
    there are. Of a folder the folders in it are not read: read each by itself. The column `record` is the record's id,
    of a `.json` file its name; beside it stands in every table of what version, level, format and size the record is,
    and what it lacks. What nobody knows is null and not 0, as what leaders marked where none of them did (`lacks` says
    why). Of members' shares each session has the mean of a half or third of them and how many those are
    (`shares_most_mean`, `shares_most_members`, ...): nobody's own is anywhere.

    One of several that cannot be read is left out with a warning (RecordLeftOut) that names it; `strict` raises it.
    Where several are of one session, a warning (RecordTwice) names them: those of one level alone have it once.

    Raises BadRecord, whose message says in a sentence which file is missing, damaged, none of ours or (NewerRecord)
    made by a newer Restarea, and what to do; NotInstalled without pandas; ValueError if there is no such table.
    """
    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(TABLES)}")
    pandas, path = loaded("pandas"), Path(path)
    of_table = TABLE_FILES.get(path.suffix.lower())
    try:
        if of_table is not None and not path.is_dir():
            read = of_table(path, Rows(table))
        else:
            read = TABLES[Rows(table)](_records(path, strict=strict))
    except OSError as error:
        raise BadRecord(f"{path} cannot be read: {error.strerror or type(error).__name__}") from error
    return _typed(pandas, read)


def _records(path: Path, *, strict: bool) -> dict[str, StructureRecord]:
    records: dict[str, StructureRecord] = {}
    faults: list[BadRecord] = []
    for one in found(path):
        if not isinstance(one.record, BadRecord):
            records[one.name] = one.record
        elif strict:
            raise one.record
        else:
            faults.append(one.record)
    if not records:
        first = faults[0]
        several = f"{path.name}: none of its {len(faults)} records can be read. The first: "
        raise first if len(faults) == 1 else type(first)(f"{several}{first}")
    for fault in faults:
        warnings.warn(str(fault), RecordLeftOut, stacklevel=3)
    for alike in twice(records):
        warnings.warn(said_of(alike), RecordTwice, stacklevel=3)
    return records


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
