"""`restarea format list`, `check`, `draw`; and what the doctor says of the formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitation.format import Format
from facilitation.toml_table import FormatError
from server.doctor import Finding, Level, found
from server.formats.catalogue import find, load, name_of
from server.formats.drawing import draw
from server.formats.length import minutes_of
from server.pages.language import DEFAULT, languages
from server.settings import Settings
from server.terminal import fail, write

app = typer.Typer(help="The ways of working: list, check and draw formats.", no_args_is_help=True)


@app.command(name="list")
def list_() -> None:
    """Every format this server offers, with its key; the first is taken where none is named."""
    catalogue = load(Settings().formats_dir)
    for key, entry in catalogue.entries.items():
        own = " (your own)" if entry.own else ""
        typer.echo(f"{key:<20} {name_of(entry.form, 'en')}{own}: {in_short(entry.form)}")
    for broken in catalogue.broken:
        typer.echo(f"cannot be used: {broken.reason}", err=True)


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Formats' keys, or files that end in .toml.")],
) -> None:
    """Say whether a format can be held, and if not, why, and where in the file."""
    wrong = False
    for file in files:
        try:
            form = find(str(file)).form
        except FormatError as error:
            for fault in (error, *error.others):
                typer.echo(str(fault), err=True)
            wrong = True
        else:
            typer.echo(f"{file.name}: sound: {in_short(form)}")
    if wrong:
        raise typer.Exit(1)


@app.command(name="draw")
def draw_(
    format: Annotated[str, typer.Argument(help="A format's key, or a file that ends in .toml.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to; else to the screen.")
    ] = None,
    language: Annotated[str, typer.Option(help=f"One of {', '.join(languages())}.")] = DEFAULT,
) -> None:
    """Draw a format's phases as SVG."""
    if language not in languages():
        fail(f"There is no language {language!r}; there are {', '.join(languages())}.", 2)
    try:
        svg = draw(find(format).form, language)
    except FormatError as error:
        fail(str(error), 2)
    write(svg.encode(), output)


def in_short(form: Format) -> str:
    """How many phases it has, what they typically take, and for how many."""
    members = f"{form.members_min} to {form.members_max} members"
    return f"{len(form.phases)} phases, about {minutes_of(form)} minutes, {members}"


def check_formats(folder: Path | None) -> Finding:
    """Whether every format there is can be used."""
    catalogue = load(folder)
    if catalogue.broken:
        why = "; ".join(broken.reason for broken in catalogue.broken)
        return found(Level.WARNING, "formats", "formats-broken", "formats-broken", why=why)
    return found(Level.FINE, "formats", "formats-fine", count=len(catalogue.entries))
