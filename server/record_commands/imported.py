"""`restarea record import-rttm`: records of meetings of which only an RTTM file is known: written, and not kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure import STEP_S
from facilitation.structure_record import StructureRecord, Timeline
from facilitation.vocabulary import Keeping
from server.record import labels
from server.record.exact import as_csv, exact
from server.record.imported import record_of, too_short
from server.record.rttm import Tidied
from server.record.schema import to_json
from server.record.tables import Rows
from server.record_commands.named import label_given
from server.record_commands.recordings import Recordings, called, chosen, listed, tidied
from server.record_commands.written import (
    OF_ONE,
    As,
    Of,
    Written,
    content,
    ending_fits,
    may_be_shown,
    write_each,
)
from server.terminal import fail, write

PUBLIC = (
    "Which voice spoke when is in it, under numbers in the order of their first word: for a meeting that is public "
    "already. Nobody was asked."
)


class Level(StrEnum):
    """What may be chosen, for typer."""

    AGGREGATE = Keeping.AGGREGATE.value
    SEAT_TIMELINE = Keeping.SEAT_TIMELINE.value


def _named(text: str) -> Path:
    if not text:  # as a path it would be the folder one is in
        fail("Say which file or folder: nothing stands there.", 2)
    return Path(text)


def import_rttm(
    file: Annotated[
        Path,
        typer.Argument(
            parser=_named,
            metavar="FILE",
            help="Who spoke when, in one meeting or several, as corpora publish it; or a folder of such files, and of "
            "folders of them.",
        ),
    ],
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    level: Annotated[
        Level,
        typer.Option(
            help="aggregate: sums alone; seat_timeline: which voice spoke when, too, "
            "to five seconds, for a meeting that is public already. `--as rttm` and `--table timeline` need it."
        ),
    ] = Level.AGGREGATE,
    recording: Annotated[
        str, typer.Option(help="Which recording of the file, by its name there, where it has several.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            parser=_named,
            metavar="FILE",
            help="Where to, a folder for the JSON of several recordings; else to the screen.",
        ),
    ] = None,
    label: Annotated[
        str,
        typer.Option(
            help="What it is called in tables and in a ZIP; else by the file's name. JSON has no place for it."
        ),
    ] = "",
    exact_: Annotated[
        bool,
        typer.Option(
            "--exact",
            help="In its place a table, as CSV, of unrounded measures, a row for each recording: for a meeting that is "
            "public already. It is no record.",
        ),
    ] = False,
    skip_damaged: Annotated[
        bool,
        typer.Option(
            "--skip-damaged", help="Make one file of those that can be read, and end well if some could not."
        ),
    ] = False,
) -> None:
    """Make the record of a meeting of which only an RTTM file is known; it is written, and not kept.

    Who led, who presented and what was planned is not known: it is null, and the record says so in what it lacks. Its
    one phase is the whole meeting, from the first word to the last. Segments of one voice that overlap or touch are
    joined, those without a length left out, and how many is said; a file with a line that is wrong is refused.
    Of a file with several recordings, or a folder, `-o FOLDER` writes a record of each that can be made, and ends with
    2 if some cannot; one file of all is then not written, but with --skip-damaged."""
    if exact_:
        as_ = _as_exact(as_, table, level)
    may_be_shown(as_, output)
    if level is Level.AGGREGATE and (as_ is Written.RTTM or _is_timeline(as_, table)):
        fail(
            "Which voice spoke when is written with --level seat_timeline; without it a record holds sums.", 2
        )
    said, folder, left_out = chosen(file, recording)
    each = as_ is Written.JSON and output is not None and _is_folder(output, folder or len(said) > 1)
    if len(said) > 1:
        _may_be_several(file, said, as_, label, each=each)
    if len(said) > 1 or (folder and not label):
        named = called(said)
    else:
        named = {_name(file, recording, label): one for one in said.values()}
    counted, empty = tidied(named)
    left_out += empty
    made = {} if exact_ else {name: record_of(one.segments, Keeping(level)) for name, one in counted.items()}
    _say_what_was_done(named, counted, made)
    missing = _missing(file, counted, left_out, skip_damaged=skip_damaged, each=each)
    if exact_:
        measured = {name: exact(one.segments) for name, one in counted.items()}
        ending_fits(as_, output)
        write(as_csv(measured).encode(), output)
    else:
        if level is Level.SEAT_TIMELINE:
            typer.echo(PUBLIC, err=True)
        _write_records(made, as_, table, output, each=each)
    if missing:
        fail(f"{missing} left out.", 2)


def _say_what_was_done(
    named: Recordings, counted: Mapping[str, Tidied], made: Mapping[str, StructureRecord]
) -> None:
    for name, one in counted.items():
        if done := _done(one, made[name].timeline if name in made else None):
            typer.echo(f"{name}: {len(named[name])} segments; of these {done}.", err=True)


def _missing(
    file: Path, counted: Mapping[str, Tidied], left_out: list[str], *, skip_damaged: bool, each: bool
) -> int:
    """How many were asked for and are not written; it ends here where then nothing can be."""
    for one in left_out:
        typer.echo(f"{one}: it is left out.", err=True)
    if not counted:
        fail(f"{file.name or file}: no recording is left.", 2)
    missing = 0 if skip_damaged else len(left_out)
    if missing and not each:
        fail(f"Nothing was written, for {missing} would be missing: --skip-damaged writes the others.", 2)
    return missing


def _as_exact(as_: Written, table: Rows, level: Level) -> Written:
    if as_ not in (Written.JSON, Written.CSV) or table is not Rows.PHASES or level is not Level.AGGREGATE:
        fail(
            "The exact measures are one table, as CSV: say neither another --as, nor --table nor --level.", 2
        )
    return Written.CSV


def _write_records(
    made: Mapping[str, StructureRecord], as_: Written, table: Rows, output: Path | None, *, each: bool
) -> None:
    texts = {name: to_json(one) for name, one in made.items()}
    if each and output is not None:
        write_each(texts, output)
    else:
        written = content(made, texts, as_, table)
        ending_fits(as_, output)
        write(written, output)


def _may_be_several(file: Path, said: Recordings, as_: Written, label: str, *, each: bool) -> None:
    holds = f"{file.name or file} has {len(said)} recordings"
    if label:
        fail(f"{holds}, and a label is for one: say which, with --recording.", 2)
    if as_ in OF_ONE and not each:
        fail(
            f"{holds}: {listed(said)}. Say one with --recording; or all of them with --as csv, parquet or zip, or with "
            "-o FOLDER for a .json of each: one that is there, or a name without a point.",
            2,
        )


def _name(file: Path, recording: str, label: str) -> str:
    if label:
        return label_given(label)
    return labels.of_name(recording) if recording else labels.of_file(file.name)


def _done(tidied: Tidied, timeline: Timeline | None) -> str:
    """What was done to count it, in words; nothing where nothing was."""
    unheard = f", and so {tidied.unheard} of the voices, which had no other" if tidied.unheard else ""
    short = 0 if timeline is None else too_short(tidied.segments)
    drawn = 0 if timeline is None else len(timeline.spoke)
    said = {
        "joined with another of the same voice, overlapping or touching it": tidied.joined,
        f"left out for having no length{unheard}": tidied.empty,
        "put in order for beginning before the one above": tidied.unordered,
        f"too short for the timeline's steps of {STEP_S} seconds, and in the sums alone: it has {drawn} "
        "stretches": short,
    }
    return "; ".join(f"{count} {words}" for words, count in said.items() if count)


def _is_timeline(as_: Written, table: Rows) -> bool:
    return table is Rows.TIMELINE and as_ in (Written.CSV, Written.PARQUET)


def _is_folder(output: Path, several: bool) -> bool:
    """Of several also one that is to be made."""
    return output.is_dir() or (several and not output.suffix)
