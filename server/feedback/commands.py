"""`restarea feedback example`, `check`, `list`, `export`."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from typing import Annotated

import typer

from facilitation.toml_table import FormatError
from server.doctor import Finding, Level, found
from server.feedback.instrument import Instrument, load
from server.feedback.sums import LEAST, Sums, sums
from server.retention import month_of
from server.settings import Settings
from server.store import Store
from server.terminal import fail, settings_now, with_store, write

EXAMPLE = Path(__file__).parent / "example.toml"

app = typer.Typer(
    help="What people thought of their meetings: your questions, and the sums of the answers.",
    no_args_is_help=True,
)

Output = Annotated[Path | None, typer.Option("--output", "-o", help="Where to; else to the screen.")]


@app.command()
def example(output: Output = None) -> None:
    """Print questions of our own, to begin with: name the file in RESTAREA_FEEDBACK_FILE."""
    write(EXAMPLE.read_bytes(), output)


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A file of questions, in TOML.")]) -> None:
    """Say whether these questions can be asked, and if not, why, and where in the file."""
    found = _loaded(file)
    typer.echo(f"{file.name}: sound: {len(found.questions)} questions, version {found.version}")


@app.command(name="list")
def list_() -> None:
    """Show the sums: of each question and month that is over, from five answers up; months with fewer together."""
    instrument, told = _told()
    for question in instrument.questions:
        typer.echo(question.text["en"])
        of_it = [one for one in told if one.question == question.key]
        for one in of_it:
            months = one.first if one.first == one.last else f"{one.first} to {one.last}"
            each = ", ".join(f"{answer}: {times}" for answer, times in one.answers.items())
            typer.echo(f"  {months}  {each}")
        if not of_it:
            typer.echo(f"  fewer than {LEAST} answers yet, or from this month alone")


@app.command()
def export(output: Output = None) -> None:
    """Write the same sums as CSV: a row for each question, months and answer."""
    instrument, told = _told()
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("instrument", "question", "first_month", "last_month", "answer", "times"))
    for one in told:
        for answer, times in one.answers.items():
            rows.writerow((instrument.id, one.question, one.first, one.last, answer, times))
    write(text.getvalue().encode(), output)


def check_questions(file: Path | None) -> Finding:
    """Whether the operator's can be asked."""
    if file is None:
        return found(Level.FINE, "feedback", "feedback-none")
    try:
        count = len(load(file).questions)
    except FormatError as error:
        return found(Level.WARNING, "feedback", "feedback-broken", "feedback-broken", why=str(error))
    return found(Level.FINE, "feedback", "feedback-some", count=count)


def _told() -> tuple[Instrument, list[Sums]]:
    if (file := settings_now().feedback_file) is None:
        fail(
            "No questions are set: RESTAREA_FEEDBACK_FILE. `restarea feedback example` prints some to begin with."
        )
    instrument = _loaded(file)

    async def asking(store: Store, _: Settings) -> list[Sums]:
        return sums(instrument, await store.feedback.counts(), month_of(time.time()))

    return instrument, with_store(asking)


def _loaded(file: Path) -> Instrument:
    try:
        return load(file)
    except FormatError as error:
        fail(str(error))
