"""Whether what is asked of `restarea record import-rttm` goes together, before anything is written."""

from __future__ import annotations

from pathlib import Path

from server.record.tables import Rows
from server.record_commands.imported_options import Level
from server.record_commands.recordings import Recordings, listed
from server.record_commands.written import OF_ONE, Written
from server.terminal import fail


def timeline_is_asked_for(as_: Written, table: Rows, level: Level) -> None:
    """Where it is to be written."""
    of_table = table is Rows.TIMELINE and as_ in (Written.CSV, Written.PARQUET)
    if level is Level.AGGREGATE and (as_ is Written.RTTM or of_table):
        fail(
            "Which voice spoke when is written with --level seat_timeline; without it a record holds sums.", 2
        )


def as_exact(as_: Written, table: Rows, level: Level) -> Written:
    """`as_`: where nothing was said, CSV."""
    if as_ is not Written.CSV or table is not Rows.PHASES or level is not Level.AGGREGATE:
        fail(
            "The exact measures are one table, as CSV: say neither another --as, nor --table nor --level.", 2
        )
    return Written.CSV


def may_be_several(file: Path, said: Recordings, as_: Written, label: str, *, each: bool) -> None:
    holds = f"{file.name or file} has {len(said)} recordings"
    if label:
        fail(f"{holds}, and a label is for one: say which, with --recording.", 2)
    if as_ in OF_ONE and not each:
        fail(
            f"{holds}: {listed(said)}. For one of them say --recording and its name. For all in one file say "
            "--as csv, parquet or zip. For a .json of each say -o and a folder: one that is there, or a new one "
            "without a point in its name.",
            2,
        )


def is_folder(output: Path, several: bool) -> bool:
    """Of several also one that is to be made."""
    return output.is_dir() or (several and not output.suffix)
