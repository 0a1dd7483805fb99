"""`restarea record destroy`, `audit`: what was destroyed or taken away, by whom, in a log that shows any change."""

from __future__ import annotations

import json
import time
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from server.retention import day_of, kept_from
from server.settings import Settings
from server.store import AuditLine, Receipt, Store
from server.store.audit import broken
from server.terminal import fail, with_store, write

OPERATOR = "operator"
"""Whoever may use the command line on the data folder."""


def note_taken_away(ids: Collection[str], as_: str) -> None:
    """Before it is done: what cannot be noted is not taken away."""
    with_store(lambda store, _: store.released.taken_away(ids, as_, OPERATOR, day_of(time.time())))


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
        Path | None, typer.Option("--output", "-o", help="Where the receipt goes; else to the screen.")
    ] = None,
) -> None:
    """Destroy records to the last byte, and write a receipt: their hashes, the day, and no name."""
    if bool(record) == (older_than is not None):
        fail("Say which: a record's id, or --older-than with a number of months.")

    async def destroying(store: Store, _: Settings) -> Receipt | None:
        now_s = time.time()
        if older_than is not None:
            ids = await store.released.older_than(kept_from(now_s, older_than))
        elif record in await store.records():
            ids = [record]
        else:
            fail(f"There is no record {record!r}.")
        if ids and not yes:
            typer.confirm(
                f"Destroy {len(ids)} of the records? Nothing brings them back.", abort=True, err=True
            )
        return await store.released.destroy(ids, OPERATOR, day_of(now_s))

    receipt = with_store(destroying)
    if receipt is None:
        typer.echo("No record is that old.", err=True)
        return
    write((_told(receipt.line) + "\n").encode(), output)


def audit(
    holds: Annotated[
        str, typer.Option(help="The hash of a receipt, or of a line that was kept: it must be there.")
    ] = "",
) -> None:
    """Print who took records away or destroyed them, and see whether a line was changed or taken out."""
    lines = with_store(lambda store, _: store.released.audit())
    for line in lines:
        typer.echo(_told(line))
    if (number := broken(lines)) is not None:
        fail(f"Line {number} is broken: it was changed, or one before it was taken out.")
    if holds and holds not in {line.sha256.hex() for line in lines}:
        fail("No line has this hash: lines were cut off at the end, or all were written anew.")
    typer.echo(f"{len(lines)} lines, none of them broken.", err=True)


def _told(line: AuditLine) -> str:
    """With its own hash; a line that is no JSON any more, as it is."""
    try:
        return json.dumps({**json.loads(line.text), "hash": line.sha256.hex()})
    except (ValueError, TypeError):
        return ascii(line.text)
