"""What somebody who destroyed records, or erased a person, holds in the end: a line of the audit log, in a new file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from server.store import AuditLine
from server.terminal import fail

OPERATOR = "operator"
"""Whoever may use the command line on the data folder."""

ReceiptFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Where the receipt goes, a new file; else to the screen."),
]


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
    text = as_json(line, **({} if scrubbed else {"journal": "not cut yet"})) + "\n"
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


def as_json(line: AuditLine, **more: str) -> str:
    """With its own hash; a line that is no JSON any more, as it is."""
    try:
        return json.dumps({**json.loads(line.text), "hash": line.sha256.hex(), **more})
    except (ValueError, TypeError):
        return ascii(line.text)
