"""`restarea record import-rttm`: records of meetings of which only an RTTM file is known: written, and not kept."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.record import labels, rttm
from server.record.imported import record_of
from server.record.rttm import BadRttm, Tidied
from server.record.schema import to_json
from server.record.tables import Rows
from server.records_named import label_given
from server.records_written import OF_ONE, As, Of, Written, content, may_be_shown, write_each
from server.terminal import fail, write

MOST_NAMED = 12
"""Recordings of a file, in a sentence."""
PUBLIC = (
    "Which voice spoke when is in it, under numbers in the order of their first word: for a meeting that is public "
    "already. Nobody was asked."
)
Recordings = Mapping[str, list[Segment]]
"""By their names."""


class Level(StrEnum):
    """What may be chosen, for typer."""

    AGGREGATE = Keeping.AGGREGATE.value
    SEAT_TIMELINE = Keeping.SEAT_TIMELINE.value


def import_rttm(
    file: Annotated[
        Path,
        typer.Argument(
            help="Who spoke when, in one meeting or several, as corpora publish it; or a folder of such files."
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
            help="Where to, a folder for the JSON of several recordings; else to the screen.",
        ),
    ] = None,
    label: Annotated[
        str,
        typer.Option(
            help="What it is called in tables and in a ZIP; else by the file's name. JSON has no place for it."
        ),
    ] = "",
) -> None:
    """Make the record of a meeting of which only an RTTM file is known; it is written, and not kept.

    Who led, who presented and what was planned is not known: it is null, and the record says so in what it lacks. Its
    one phase is the whole meeting, from the first word to the last. Segments of one voice that overlap or touch are
    joined, those without a length left out, and how many is said; a file with a line that is wrong is refused.
    Of a file with several recordings, or a folder, `-o FOLDER` writes a record of each."""
    may_be_shown(as_, output)
    if level is Level.AGGREGATE and (as_ is Written.RTTM or _is_timeline(as_, table)):
        fail(
            "Which voice spoke when is written with --level seat_timeline; without it a record holds sums.", 2
        )
    said = _chosen(file, recording)
    if len(said) > 1:
        _may_be_several(file, said, as_, output, label)
        named = _called(said)
    else:
        named = {_name(file, recording, label): one for one in said.values()}
    made = _records(file, named, Keeping(level))
    if level is Level.SEAT_TIMELINE:
        typer.echo(PUBLIC, err=True)
    texts = {name: to_json(one) for name, one in made.items()}
    if as_ is Written.JSON and output is not None and _is_folder(output, len(said)):
        write_each(texts, output)
    else:
        write(content(made, texts, as_, table), output)


def _chosen(file: Path, recording: str) -> Recordings:
    recordings = _read(file)
    if not recording:
        return recordings
    if recording not in recordings:
        fail(f"{file.name} has no recording {recording!r}. There are: {_names(recordings)}.", 2)
    return {recording: recordings[recording]}


def _may_be_several(file: Path, said: Recordings, as_: Written, output: Path | None, label: str) -> None:
    holds = f"{file.name} has {len(said)} recordings"
    if label:
        fail(f"{holds}, and a label is for one: say which, with --recording.", 2)
    if as_ in OF_ONE and not (as_ is Written.JSON and output is not None and _is_folder(output, len(said))):
        fail(
            f"{holds}: {_names(said)}. Say one with --recording; or all of them with --as csv, parquet or zip, or with "
            "-o FOLDER for a .json of each.",
            2,
        )


def _name(file: Path, recording: str, label: str) -> str:
    if label:
        return label_given(label)
    return labels.of_name(recording) if recording else labels.of_file(file.name)


def _read(file: Path) -> Recordings:
    return _of_folder(file) if file.is_dir() else _of_file(file)


def _of_folder(folder: Path) -> Recordings:
    """Of all its files; what lies alone in one is called by that. A file that is wrong is named and left out."""
    found: dict[str, list[Segment]] = {}
    for file in sorted(folder.glob("*.rttm")):
        try:
            read = _of_file(file)
        except typer.Exit:  # it has been said why
            typer.echo(f"{file.name} is left out.", err=True)
            continue
        for recording, said in read.items():
            name = file.stem if len(read) == 1 else recording
            found[name if name not in found else f"{file.stem}_{recording}"] = said
    if not found:
        _refused(folder, "no file in this folder is RTTM, by its ending .rttm, and can be read")
    return found


def _of_file(file: Path) -> Recordings:
    try:
        return rttm.read(file.read_text("utf-8-sig"))
    except BadRttm as error:
        _refused(file, str(error))
    except UnicodeDecodeError:
        _refused(file, "not written in UTF-8")
    except OSError as error:
        fail(f"{file.name} cannot be read: {error.strerror or error}.", 2)


def _refused(file: Path, why: str) -> NoReturn:
    fail(f"{file.name}: {why}.", 2)


def _records(file: Path, named: Recordings, level: Keeping) -> dict[str, StructureRecord]:
    """A recording of which nothing is left is none, and is said to be so; one at least is there."""
    made: dict[str, StructureRecord] = {}
    for name, said in named.items():
        try:
            tidied = rttm.tidied(said)
        except BadRttm as error:
            typer.echo(f"{name}: {error}: it is left out.", err=True)
            continue
        if done := _done(tidied):
            typer.echo(f"{name}: {len(said)} segments; of these {done}.", err=True)
        made[name] = record_of(tidied.segments, level)
    if not made:
        _refused(file, "no recording is left")
    return made


def _done(tidied: Tidied) -> str:
    """What was done to count it, in words; nothing where nothing was."""
    unheard = f", and so {tidied.unheard} of the voices, which had no other" if tidied.unheard else ""
    said = {
        "joined with another of the same voice, overlapping or touching it": tidied.joined,
        f"left out for having no length{unheard}": tidied.empty,
        "put in order for beginning before the one above": tidied.unordered,
    }
    return "; ".join(f"{count} {words}" for words, count in said.items() if count)


def _is_timeline(as_: Written, table: Rows) -> bool:
    return table is Rows.TIMELINE and as_ in (Written.CSV, Written.PARQUET)


def _is_folder(output: Path, several: int) -> bool:
    """Of several also one that is to be made."""
    return output.is_dir() or (several > 1 and not output.suffix)


def _called(recordings: Recordings) -> Recordings:
    """Each by what its recording is called, as far as a label may be so, and no two alike."""
    called: dict[str, list[Segment]] = {}
    for recording, said in recordings.items():
        name, number = labels.of_name(recording), 2
        while name in called:
            name, number = f"{labels.of_name(recording)[: labels.LONGEST - 4]}_{number}", number + 1
        called[name] = said
    return called


def _names(recordings: Recordings) -> str:
    names = list(_called(recordings))
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
