"""`restarea record destroy`, `audit`: what was destroyed or taken away, by whom, in a log that shows any change; and
receipts for what is gone."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from server.record_commands.audit_words import in_words
from server.retention import day_of, kept_from
from server.store import AuditLine, Store
from server.store.audit import broken
from server.terminal import fail, must_be_kept_here, with_store

OPERATOR = "operator"
"""Whoever may use the command line on the data folder."""


def note_taken_away(kept: Mapping[str, bytes], as_: str) -> None:
    """Before it is done: what cannot be noted is not taken away."""
    with_store(lambda store, _: store.released.taken_away(kept, as_, OPERATOR, day_of(time.time())))


def destroy(
    record: Annotated[str, typer.Argument(help="A record's id, as `restarea record list` shows it.")] = "",
    older_than: Annotated[
        int | None,
        typer.Option(
            min=1, help="In its place: all those with so many whole months, or more, since their own."
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where the receipt goes, a new file; else to the screen."),
    ] = None,
) -> None:
    """Destroy records to the last byte, and write a receipt: their hashes, the day, and no name."""
    if bool(record) == (older_than is not None):
        fail("Say which: a record's id, or --older-than with a number of months.")
    must_be_kept_here()

    async def destroying(store: Store, file: BinaryIO | None) -> None:
        now_s = time.time()
        if older_than is not None:
            ids = await store.released.older_than(kept_from(now_s, older_than))
        elif record in await store.records():
            ids = [record]
        else:
            fail(f"There is no record {record!r}.", 2)
        if ids and not yes:
            typer.confirm(
                f"Destroy {len(ids)} of the records? Nothing brings them back.", abort=True, err=True
            )
        receipt = await store.released.destroy(ids, OPERATOR, day_of(now_s))
        if receipt is not None:
            hand_over(receipt.line, receipt.scrubbed, file, "destroyed")
        elif record:  # somebody else was faster
            fail(f"There is no record {record!r}.", 2)
        else:
            typer.echo("No record is that old.", err=True)

    with for_receipt(output, "destroyed") as file:
        with_store(lambda store, _: destroying(store, file))


@contextmanager
def for_receipt(output: Path | None, done: str) -> Iterator[BinaryIO | None]:
    """A new file for a receipt, before anything is `done`; it is taken away if nothing was. None: the screen."""
    try:
        file = None if output is None else output.open("xb")
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror or error}. Nothing was {done}.")
    try:
        yield file
    finally:
        if file is not None and not file.closed:
            file.close()
            Path(file.name).unlink()


def hand_over(line: AuditLine, scrubbed: bool, file: BinaryIO | None, done: str) -> None:
    """Into the file, else to the screen: what was `done` is so in any case."""
    text = _told(line, **({} if scrubbed else {"journal": "not cut yet"})) + "\n"
    if not scrubbed:
        typer.echo(
            f"It is {done}, but not cut out of the database's journal yet, for somebody is just reading it or the "
            "disk refused: a server that runs does so within a minute, another as it starts.",
            err=True,
        )
    if file is None:
        typer.echo(text, nl=False)
        return
    try:
        with file:
            file.write(text.encode())
    except OSError as error:
        typer.echo(text, nl=False)
        fail(f"The receipt cannot be written: {error.strerror or error}. Here it is; it is {done}.")


class Told(StrEnum):
    """How the log is printed."""

    WORDS = "words"
    JSON = "json"


def audit(
    as_: Annotated[
        Told,
        typer.Option(
            "--as", help="words: a line to read; json: each line whole, with the hashes that chain them."
        ),
    ] = Told.WORDS,
    holds: Annotated[
        str, typer.Option(help="The hash of a receipt, or of a line that was kept: it must be there.")
    ] = "",
) -> None:
    """Print who took records away or destroyed them, and that people were erased; see whether a line was changed."""
    must_be_kept_here()
    lines = with_store(lambda store, _: store.released.audit())
    for line in lines:
        typer.echo(_told(line) if as_ is Told.JSON else in_words(line))
    if (number := broken(lines)) is not None:
        fail(f"Line {number} is broken: it was changed, or one before it was taken out.")
    if holds and holds not in {line.sha256.hex() for line in lines}:
        fail("No line has this hash: lines were cut off at the end, or all were written anew.")
    typer.echo(f"{len(lines)} lines, none of them broken.", err=True)


def _told(line: AuditLine, **more: str) -> str:
    """With its own hash; a line that is no JSON any more, as it is."""
    try:
        return json.dumps({**json.loads(line.text), "hash": line.sha256.hex(), **more})
    except (ValueError, TypeError):
        return ascii(line.text)
