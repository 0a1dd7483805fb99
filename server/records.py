"""`restarea record`: the structure records that were released; see audit.py for how they are destroyed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure_record import StructureRecord
from server.audit import audit, destroy, note_taken_away
from server.by_locale import short_month
from server.pages.language import DEFAULT, languages, text
from server.record import archive, compare, eaf, labels, parquet, rttm, spoke, textgrid
from server.record.drawing import figures
from server.record.example import examples
from server.record.imported import record_of
from server.record.labels import BadLabel
from server.record.libraries import NotInstalled
from server.record.page import alone, page, side_by_side
from server.record.rttm import BadRttm
from server.record.schema import BadRecord, NewerRecord, from_json, to_json
from server.record.tables import TABLES, Rows, as_csv
from server.record.tiers import NoTime
from server.terminal import fail, with_store, write

app = typer.Typer(
    help="What was kept of how sessions went: no sound, no word, no name. See docs/record/metrics.md.",
    no_args_is_help=True,
)


class Written(StrEnum):
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    RTTM = "rttm"
    EAF = "eaf"
    TEXTGRID = "textgrid"
    ZIP = "zip"


ALONG_TIME: dict[Written, Callable[[StructureRecord], bytes]] = {
    Written.RTTM: spoke.write,
    Written.EAF: eaf.write,
    Written.TEXTGRID: textgrid.write,
}
OF_ONE = (Written.JSON, *ALONG_TIME)
NO_TEXT = (Written.PARQUET, Written.ZIP)

As = Annotated[
    Written,
    typer.Option(
        "--as",
        help="json: all of it; csv, parquet: a table; rttm: which seat spoke when; eaf, textgrid: the phases, "
        "and which seat spoke, for ELAN and Praat; zip: all of these, with a codebook.",
    ),
]
Of = Annotated[Rows, typer.Option("--table", help="What each row is, in csv and parquet.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else to the screen.")]


@app.command(name="list")
def list_() -> None:
    """The records that were released, each with its month, its level, and what it lacks; those that may still be vetoed
    are not among them."""
    released = _released()
    if not released:
        typer.echo("No record has been released yet.", err=True)
    for record_id, kept in released.items():
        try:
            record = from_json(kept)
        except NewerRecord as error:
            typer.echo(f"{record_id}  {error}")
            continue
        except BadRecord as error:
            typer.echo(f"{record_id}  is damaged: {error}")
            continue
        seconds = sum(phase.actual_s for phase in record.phases)
        took = f"{seconds // 60} minutes" if seconds >= 60 else f"{seconds} seconds"
        typer.echo(
            f"{record_id}  {record.month or 'no month':<8}  {record.level:<13}  {record.format}, "
            f"{record.members} members, {took}; lacks {', '.join(record.lacks) or 'nothing'}"
        )


@app.command()
def export(
    record: Annotated[str, typer.Argument(help="A record's id, as `restarea record list` shows it; or all.")],
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    output: Output = None,
) -> None:
    """Write a record, or with --as csv, parquet or zip all of them. The audit log notes it."""
    if record == "all" and as_ in OF_ONE:
        fail("Only csv, parquet and zip hold all in one file.")
    _may_be_shown(as_, output)
    kept = _chosen(record)
    if not kept:
        fail("No record has been released yet.")
    content = _content({one: _read(one, text) for one, text in kept.items()}, kept, as_, table)
    note_taken_away(kept, as_)
    write(content, output)


@app.command()
def plot(
    record: Annotated[
        str, typer.Argument(help="A record's id, or a file that `export` or `import-rttm` wrote.")
    ],
    figure: Annotated[str, typer.Option(help="One figure alone, as SVG: its key, such as course.")] = "",
    language: Annotated[str, typer.Option(help="Of its words.")] = DEFAULT,
    output: Output = None,
) -> None:
    """Draw a record: a page with every figure and its table, to look at and to print."""
    if language not in languages():
        fail(f"There is no language {language!r}. There are: {', '.join(languages())}.")
    kept, words = _found(record), partial(text, language)
    found = _read(record, kept)
    drawn = {one.key: one for one in figures(found, words)}
    if figure and figure not in drawn:
        fail(f"This record has no figure {figure!r}. There are: {', '.join(drawn)}.")
    if not _is_file(record):
        note_taken_away({record: kept}, "plot")
    shown = alone(drawn[figure]) if figure else page(found, language, words)
    write(shown.encode(), output)


@app.command(name="compare")
def compare_(
    records: Annotated[
        list[str],
        typer.Argument(help="Two or more: ids of records, or files that `export` or `import-rttm` wrote."),
    ],
    label: Annotated[
        list[str] | None,
        typer.Option(
            help="What each is called on the page, once for each, in their order; else its month, or a file's name."
        ),
    ] = None,
    language: Annotated[str, typer.Option(help="Of its words.")] = DEFAULT,
    output: Output = None,
) -> None:
    """Draw several records side by side, over the months: a page to look at and to print.

    Counts under five are not told, nor who spoke in a session with fewer than five members."""
    if language not in languages():
        fail(f"There is no language {language!r}. There are: {', '.join(languages())}.")
    if len(set(records)) < max(compare.LEAST, len(records)):
        fail("Say two or more, each once.")
    given = [_label(one) for one in label or ()]
    if given and len(given) != len(records):
        fail(f"Say one label for each record: there are {len(records)} records and {len(given)} labels.")
    kept = {record: _found(record) for record in records}
    found = compare.in_order({record: _read(record, text) for record, text in kept.items()})
    names = _names(found, dict(zip(records, given, strict=False)), language)
    if ours := {record: text for record, text in kept.items() if not _is_file(record)}:
        note_taken_away(ours, "compare")
    shown = side_by_side(list(found.values()), language, partial(text, language), names)
    write(shown.encode(), output)


@app.command(name="import-rttm")
def import_rttm(
    file: Annotated[Path, typer.Argument(help="Who spoke when in one meeting, as corpora publish it.")],
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    output: Output = None,
    label: Annotated[
        str,
        typer.Option(
            help="What it is called in tables and in a ZIP; else by the file's name. JSON has no place for it."
        ),
    ] = "",
) -> None:
    """Make the record of a meeting of which only an RTTM file is known; it is written, and not kept.

    Who led, who presented and what was planned is not known: it is null, and the record says so in what it lacks."""
    _may_be_shown(as_, output)
    called = _label(label) if label else labels.of_file(file.name)
    try:
        made = record_of(rttm.read(file.read_text("utf-8")))
    except BadRttm as error:
        fail(f"{file.name}: {error}.", 2)
    except UnicodeDecodeError:
        fail(f"{file.name}: not written in UTF-8.", 2)
    except OSError as error:
        fail(f"{file.name} cannot be read: {error.strerror or error}.", 2)
    write(_content({called: made}, {called: to_json(made)}, as_, table), output)


@app.command(name="example")
def example_(
    folder: Annotated[Path, typer.Argument(help="Where to; it is made if it is not there.")],
) -> None:
    """Write records of a fictitious group, to try the other commands on: three months in sums, one also seat by seat.

    The form decided these meetings as it does in a room; who spoke when was drawn, always the same."""
    made = {folder / f"{name}.json": to_json(one) for name, one in examples().items()}
    if there := [file for file in made if file.exists()]:
        fail(f"{there[0]} is there already, and nothing was written: choose another folder.", 2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{folder} cannot be made: {error.strerror or error}.", 2)
    for file, content in made.items():
        write(content, file)
        typer.echo(file)
    one, *_ = made
    typer.echo(
        "There is no such group: nobody was there, and nobody was asked, whatever a page of these says.\n"
        f"To look at them:\n  restarea record plot {one} -o session.html\n"
        f"  restarea record compare {folder}/example-?-aggregate.json -o months.html",
        err=True,
    )


def _may_be_shown(as_: Written, output: Path | None) -> None:
    if output is None and as_ in NO_TEXT:
        fail(f"{as_} is nothing for a screen: say where to, with -o FILE.")


def _content(
    records: Mapping[str, StructureRecord], kept: Mapping[str, bytes], as_: Written, table: Rows
) -> bytes:
    """Of as many records as this can hold. As JSON one is the very bytes that are kept, of whatever version."""
    try:
        if as_ is Written.ZIP:
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


NOT_BY_SEAT = "This record does not say which seat spoke when: it holds sums."


def _why_empty(records: Mapping[str, StructureRecord], table: Rows) -> str:
    if table is Rows.PHASES:
        return "No phase was begun: there is no row to write. `--table sessions` has what there is."
    if any(one.timeline is not None for one in records.values()):
        return "Nobody spoke: there is no row to write."
    return (
        NOT_BY_SEAT
        if len(records) == 1
        else "None of these records says which seat spoke when: they hold sums."
    )


def _along_time(record: StructureRecord, as_: Written) -> bytes:
    try:
        return ALONG_TIME[as_](record)
    except NoTime:
        if as_ is not Written.RTTM:
            fail("This record has no phase that lasted: there is nothing to lay along time.", 2)
        if record.timeline is not None:
            fail("In this session nobody spoke.", 2)
        fail(NOT_BY_SEAT, 2)


def _is_file(record: str) -> bool:
    return record.endswith(".json")


def _found(record: str) -> bytes:
    if not _is_file(record):
        return _chosen(record, several=False)[record]
    try:
        return Path(record).read_bytes()
    except OSError as error:
        fail(f"{record} cannot be read: {error.strerror or error}.", 2)


def _read(record: str, kept: bytes) -> StructureRecord:
    try:
        return from_json(kept)
    except NewerRecord as error:
        fail(f"{record} {error}.", 2)
    except BadRecord as error:
        if _is_file(record):
            fail(f"{error.of_file(record)}.", 2)
        fail(
            f"Record {record} is damaged ({error}): a backup may have it whole, and `restarea record destroy` takes it "
            "away.",
            2,
        )


def _label(text: str) -> str:
    try:
        return labels.label(text)
    except BadLabel as error:
        fail(f"This is no label: {error}.")


def _names(records: Mapping[str, StructureRecord], given: Mapping[str, str], language: str) -> list[str]:
    """As somebody says; else by its month; a file, where none is told or another has the same, by its name too. The id
    of a record of this server leads to the audit log: the page's running number tells two of one month apart."""
    months = {one: short_month(made.month, language) if made.month else "" for one, made in records.items()}
    named = []
    for one, month in months.items():
        alone = not _is_file(one) or (month and list(months.values()).count(month) == 1)
        parts = (month or "–",) if alone else (month, labels.of_file(one))
        named.append(given.get(one) or " · ".join(filter(None, parts)))
    return named


def _released() -> dict[str, bytes]:
    return with_store(lambda store, _: store.records())


def _chosen(record: str, *, several: bool = True) -> dict[str, bytes]:
    """The record of this id, or all; as they are kept."""
    released = _released()
    if several and record == "all":
        return released
    if record not in released:
        fail(f"There is no record {record!r}.")
    return {record: released[record]}


app.command()(destroy)
app.command()(audit)
