"""`restarea record list`, `export`, `plot`, `import-rttm`: the structure records that were released."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure_record import StructureRecord
from facilitation.talk import Segment
from server.pages.language import DEFAULT, languages, text
from server.record import rttm
from server.record.drawing import figures
from server.record.imported import record_of
from server.record.page import alone, page
from server.record.rttm import BadRttm
from server.record.schema import BadRecord, from_json, to_json
from server.record.tables import phases_csv
from server.terminal import fail, with_store

app = typer.Typer(
    help="What was kept of how sessions went: no sound, no word, no name. See docs/record/metrics.md.",
    no_args_is_help=True,
)


class Written(StrEnum):
    JSON = "json"
    CSV = "csv"
    RTTM = "rttm"


As = Annotated[
    Written,
    typer.Option("--as", help="json: all of it; csv: a row for each phase; rttm: which seat spoke when."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else to the screen.")]


@app.command(name="list")
def list_() -> None:
    """The records that were released; those that may still be vetoed are not among them."""
    for record_id, record in _released().items():
        minutes = sum(phase.actual_s for phase in record.phases) // 60
        when = record.month or "no month"
        typer.echo(f"{record_id}  {when}  {record.format}, {record.members.value} members, {minutes} minutes")


@app.command()
def export(
    record: Annotated[str, typer.Argument(help="A record's id, as `restarea record list` shows it; or all.")],
    as_: As = Written.JSON,
    output: Output = None,
) -> None:
    """Write a record, or with --as csv all of them."""
    released = _released()
    if record == "all" and as_ is Written.CSV:
        _write(phases_csv(released), output)
        return
    if (found := released.get(record)) is None:
        fail(
            f"There is no record {record!r}."
            + (" Only csv holds all in one file." if record == "all" else "")
        )
    _write(_text(record, found, as_), output)


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
    found, words = _found(record), partial(text, language)
    if not figure:
        _write(page(found, language, words), output)
        return
    drawn = {one.key: one for one in figures(found, words)}
    if figure not in drawn:
        fail(f"This record has no figure {figure!r}. There are: {', '.join(drawn)}.")
    _write(alone(drawn[figure]), output)


@app.command(name="import-rttm")
def import_rttm(
    file: Annotated[Path, typer.Argument(help="Who spoke when in one meeting, as corpora publish it.")],
    as_: As = Written.JSON,
    output: Output = None,
) -> None:
    """Make the record of a meeting of which only an RTTM file is known; it is written, and not kept."""
    try:
        made = record_of(rttm.read(file.read_text("utf-8")))
    except BadRttm as error:
        fail(f"{file.name}: {error}.")
    except UnicodeDecodeError:
        fail(f"{file.name}: not written in UTF-8.")
    except OSError as error:
        fail(f"{file.name} cannot be read: {error.strerror or error}.")
    _write(_text(file.stem, made, as_), output)


def _found(record: str) -> StructureRecord:
    if not record.endswith(".json"):
        if (found := _released().get(record)) is None:
            fail(f"There is no record {record!r}.")
        return found
    try:
        return from_json(Path(record).read_bytes())
    except BadRecord as error:
        fail(f"{record}: {error}.")
    except OSError as error:
        fail(f"{record} cannot be read: {error.strerror or error}.")


def _released() -> dict[str, StructureRecord]:
    found = with_store(lambda store, _: store.records())
    try:
        return {record_id: from_json(text) for record_id, text in found.items()}
    except BadRecord as error:
        fail(f"A record in the database is damaged: {error}.")


def _text(record_id: str, record: StructureRecord, as_: Written) -> str:
    if as_ is Written.JSON:
        return to_json(record).decode()
    if as_ is Written.CSV:
        return phases_csv({record_id: record})
    if record.timeline is None:
        fail("This record does not say which seat spoke when: it holds sums.")
    spoke = record.timeline.spoke
    return rttm.write(Segment(one.seat, one.start_s * 1000, one.end_s * 1000) for one in spoke)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        fail(f"{output.name} cannot be written: {error.strerror or error}.")
