"""`restarea record destroy`, `audit`: what was destroyed or taken away, by whom, in a log that shows any change."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, BinaryIO

import typer

from server.receipts import OPERATOR, ReceiptFile, as_json, for_receipt, hand_over
from server.record_commands.audit_words import in_words
from server.retention import day_of, kept_from
from server.store import AuditLine, Store
from server.store.audit import broken
from server.terminal import fail, must_be_kept_here, with_store

_SHA_256 = re.compile("[0-9a-f]{64}", re.ASCII | re.IGNORECASE)


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
    output: ReceiptFile = None,
) -> None:
    """Destroy records to the last byte, and write a receipt: their hashes, the day, and no name."""
    if bool(record) == (older_than is not None):
        fail("Say which: a record's id, or --older-than with a number of months.", 2)
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
        str | None, typer.Option(help="The hash of a receipt, or of a line that was kept: it must be there.")
    ] = None,
) -> None:
    """Print who took records away or destroyed them, and that people were erased; see whether a line was changed."""
    if holds is not None and not _SHA_256.fullmatch(holds):
        fail(
            "That is no hash: a receipt has one, and so has each line of `--as json`, of 64 digits 0 to 9, a to f.",
            2,
        )
    must_be_kept_here()

    async def read(store: Store) -> tuple[list[AuditLine], dict[str, str]]:
        return await store.released.audit(), await store.released.kept_together()

    lines, together = with_store(lambda store, _: read(store))
    for line in lines:
        typer.echo(as_json(line) if as_ is Told.JSON else in_words(line, together))
    if (number := broken(lines)) is not None:
        fail(f"Line {number} is broken: it was changed, or one before it was taken out.")
    if holds is not None and holds.lower() not in {line.sha256.hex() for line in lines}:
        fail(
            "No line has this hash: it was mistyped, or lines were cut off at the end, or all were written anew."
        )
    typer.echo(f"{len(lines)} lines, none of them broken.", err=True)
