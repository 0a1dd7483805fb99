"""The commands themselves; see audit.py for how records are destroyed, imported.py for `import-rttm`."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure_record import StructureRecord
from server.by_locale import short_month
from server.pages.language import DEFAULT, languages, text
from server.record import compare, labels, png
from server.record.drawing import figures
from server.record.example import examples
from server.record.figure import Figure
from server.record.libraries import NotInstalled
from server.record.page import alone, heading, page, side_by_side
from server.record.png import NoFont
from server.record.schema import BadRecord, NewerRecord, from_json, to_json
from server.record.tables import Rows
from server.record_commands.audit import audit, destroy, note_taken_away
from server.record_commands.imported import import_rttm
from server.record_commands.named import ALL, ONE, kept_of_one, label_given, read, released
from server.record_commands.named import kept as kept_of
from server.record_commands.written import (
    OF_ONE,
    As,
    Of,
    Output,
    Written,
    content,
    ending_fits,
    may_be_shown,
    write_each,
)
from server.terminal import fail, write

app = typer.Typer(
    help="What was kept of how sessions went: no sound, no word, no name. See docs/record/metrics.md.",
    no_args_is_help=True,
)

PNG = ".png"
DRAWINGS, PAGES = (".svg", PNG), (".html", ".htm")
"""How a file's name ends for one figure, and for a page."""


@app.command(name="list")
def list_() -> None:
    """The records that were released, each with its month, its level, and what it lacks; those that may still be vetoed
    are not among them."""
    there = released()
    if not there:
        typer.echo("No record has been released yet.", err=True)
    for record_id, kept in there.items():
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
    record: Annotated[str, typer.Argument(help=f"{ONE}; or all; or a folder or ZIP of records.")],
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    output: Output = None,
) -> None:
    """Write a record in another format; with --as csv, parquet or zip also all of them, or those of a folder.

    The audit log notes which records of this server were taken away; of a file it knows nothing."""
    if record == ALL and as_ in OF_ONE:
        fail("Only csv, parquet and zip hold all in one file.")
    may_be_shown(as_, output)
    kept, ours = kept_of(record)
    if not kept:
        fail("No record has been released yet.")
    if len(kept) > 1 and as_ in OF_ONE:
        fail(f"{record} holds {len(kept)} records: only csv, parquet and zip hold them all in one file.", 2)
    written = content(read(kept), kept, as_, table)
    ending_fits(as_, output)
    if ours:
        note_taken_away(kept, as_)
    write(written, output)


@app.command()
def plot(
    record: Annotated[str, typer.Argument(help=f"{ONE}.")],
    figure: Annotated[
        str,
        typer.Option(help="One figure alone, as SVG, or as PNG with -o NAME.png: its key, such as course."),
    ] = "",
    language: Annotated[str, typer.Option(help="Of its words.")] = DEFAULT,
    output: Output = None,
) -> None:
    """Draw a record: a page with every figure and its table, to look at and to print; or one figure, as SVG or PNG."""
    if language not in languages():
        fail(f"There is no language {language!r}. There are: {', '.join(languages())}.")
    (kept, ours), words = kept_of_one(record), partial(text, language)
    (found,) = read(kept).values()
    drawn = {one.key: one for one in figures(found, words)}
    if figure and figure not in drawn:
        fail(f"This record has no figure {figure!r}. There are: {', '.join(drawn)}.", 2)
    ending = _ending(output)
    if not figure and ending in DRAWINGS:
        fail(
            f"{ending[1:].upper()} is for one figure: say which, with --figure. There are: {', '.join(drawn)}.",
            2,
        )
    if figure and ending not in ("", *DRAWINGS):
        fail("One figure is written as .svg or .png; without --figure there is a page with all of them.", 2)
    if ending not in ("", *DRAWINGS, *PAGES):
        fail(
            "A record is drawn on a page, as -o NAME.html; one figure of it, with --figure, as .svg or .png.",
            2,
        )
    if figure:
        shown = _drawing(drawn[figure], heading(found, language, words), ending)
    else:
        shown = page(found, language, words).encode()
    if ours:
        note_taken_away(kept, "plot")
    write(shown, output)


def _ending(output: Path | None) -> str:
    return "" if output is None else output.suffix.lower()


def _drawing(figure: Figure, of: str, ending: str) -> bytes:
    svg = alone(figure, of)
    try:
        return png.write(svg) if ending == PNG else svg.encode()
    except (NotInstalled, NoFont) as error:
        fail(f"{error}. As SVG it can be written without.")


@app.command(name="compare")
def compare_(
    records: Annotated[
        list[str],
        typer.Argument(
            help="Two or more: ids of records, or files that `export`, `import-rttm` or `example` wrote."
        ),
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
    given = [label_given(one) for one in label or ()]
    if given and len(given) != len(records):
        fail(f"Say one label for each record: there are {len(records)} records and {len(given)} labels.")
    if _ending(output) not in ("", *PAGES):
        fail("Side by side there is a page: say where to, as -o NAME.html.", 2)
    ours: dict[str, bytes] = {}
    files: dict[str, bytes] = {}
    for texts, of_server in map(kept_of_one, records):
        (ours if of_server else files).update(texts)
    found = compare.in_order(read(ours | files))
    names = _names(found, files, dict(zip(records, given, strict=False)), language)
    if ours:
        note_taken_away(ours, "compare")
    shown = side_by_side(list(found.values()), language, partial(text, language), names)
    write(shown.encode(), output)


@app.command(name="example")
def example_(
    folder: Annotated[Path, typer.Argument(help="Where to; it is made if it is not there.")],
) -> None:
    """Write records of a fictitious group, to try the other commands on: three months in sums, one also seat by seat.

    The form decided these meetings as it does in a room; who spoke when was drawn, always the same."""
    made = {name: to_json(one) for name, one in examples().items()}
    write_each(made, folder)
    one = folder / f"{next(iter(made))}.json"
    typer.echo(
        "There is no such group: nobody was there, and nobody was asked, whatever a page of these says.\n"
        f"To look at them:\n  restarea record plot {one} -o session.html\n"
        f"  restarea record compare {folder}/example-?-aggregate.json -o months.html",
        err=True,
    )


def _names(
    records: Mapping[str, StructureRecord], files: Container[str], given: Mapping[str, str], language: str
) -> list[str]:
    """As somebody says; else by its month; a file, where none is told or another has the same, by its name too. The id
    of a record of this server leads to the audit log: the page's running number tells two of one month apart."""
    months = {one: short_month(made.month, language) if made.month else "" for one, made in records.items()}
    named = []
    for one, month in months.items():
        alone = one not in files or (month and list(months.values()).count(month) == 1)
        parts = (month or "–",) if alone else (month, labels.of_file(one))
        named.append(given.get(one) or " · ".join(filter(None, parts)))
    return named


app.command(name="import-rttm")(import_rttm)
app.command()(destroy)
app.command()(audit)
