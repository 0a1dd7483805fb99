"""`restarea record import-rttm`: records of meetings of which only an RTTM file is known: written, and not kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

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
from server.record_commands.imported_checks import as_exact, is_folder, may_be_several, timeline_is_asked_for
from server.record_commands.imported_options import (
    Label,
    Level,
    Meetings,
    OfLevel,
    Recording,
    SkipDamaged,
    Unrounded,
    Where,
)
from server.record_commands.named import label_given
from server.record_commands.recordings import Read, Recordings, called, chosen, tidied
from server.record_commands.written import As, Of, Written, content, ending_fits, may_be_shown, write_each
from server.terminal import fail, write

PUBLIC = (
    "Which voice spoke when is in it, under numbers in the order of their first word: for a meeting that is public "
    "already. Nobody was asked."
)


def import_rttm(
    context: typer.Context,
    file: Meetings,
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    level: OfLevel = Level.AGGREGATE,
    recording: Recording = "",
    output: Where = None,
    label: Label = "",
    exact_: Unrounded = False,
    skip_damaged: SkipDamaged = False,
) -> None:
    """Make the record of a meeting of which only an RTTM file is known (who spoke when). It is written to a file, and
    this server keeps nothing of it.

    Who led, who presented and what was planned is not known: the record leaves it empty (null), and says so. Its one
    phase is the whole meeting, from the first word to the last. Stretches of one voice that overlap or touch are
    joined, those without a length left out, and how many is said; a file with a line that is wrong is refused.
    Of a file with several recordings, or a folder, `-o FOLDER` writes a record of each that can be made, and ends with
    exit code 2 if some cannot; one file of all is then written only with --skip-damaged."""
    if exact_:
        source = context.get_parameter_source("as_")
        said = source is not None and source.name == "COMMANDLINE"
        as_ = as_exact(as_ if said else Written.CSV, table, level)
    may_be_shown(as_, output)
    timeline_is_asked_for(as_, table, level)
    read = chosen(file, recording)
    several = len(read.said) > 1
    each = as_ is Written.JSON and output is not None and is_folder(output, read.folder or several)
    if several:
        may_be_several(file, read.said, as_, label, each=each)
    named = _called(file, read, recording, label)
    counted, empty = tidied(named)
    made = {} if exact_ else {name: record_of(one.segments, Keeping(level)) for name, one in counted.items()}
    _say_what_was_done(named, counted, made)
    missing = _missing(file, counted, [*read.left_out, *empty], skip_damaged=skip_damaged, each=each)
    if exact_:
        ending_fits(as_, output, alone=True)
        write(as_csv({name: exact(one.segments) for name, one in counted.items()}).encode(), output)
    else:
        if level is Level.SEAT_TIMELINE:
            typer.echo(PUBLIC, err=True)
        _write_records(made, as_, table, output, each=each)
    if missing:
        fail(f"{missing} left out.", 2)


def _called(file: Path, read: Read, recording: str, label: str) -> Recordings:
    """Each by its recording's name; one alone as somebody says, or by its file's."""
    if len(read.said) > 1 or (read.folder and not label):
        return called(read.said)
    return {_name(file, recording, label): one for one in read.said.values()}


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
        typer.echo(f"{one}. It is left out." if skip_damaged or each else f"{one}.", err=True)
    if not counted:
        fail(f"{file.name or file}: no recording is left.", 2)
    missing = 0 if skip_damaged else len(left_out)
    if missing and not each:
        fail(f"Nothing was written, for {missing} would be missing: --skip-damaged writes the others.", 2)
    return missing


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
