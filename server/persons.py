"""`restarea person export`, `erase`: what is known of somebody by their mail address; see docs/personal-data.md."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from server.names import clean_address
from server.receipts import OPERATOR, ReceiptFile, for_receipt, hand_over
from server.retention import day_of
from server.store import Store
from server.terminal import fail, with_store, write

app = typer.Typer(
    help="A person's data, found by their mail address: as JSON, or erased with a receipt.",
    no_args_is_help=True,
)

Address = Annotated[str, typer.Argument(help="Their mail address, such as carla@example.org.")]
NOBODY = "Nothing leads from this address to anybody: no leader has it, and no group."


@app.command()
def export(
    address: Address,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to; else to the screen.")
    ] = None,
) -> None:
    """Write all that is known of a person, as JSON: as a leader, and in each group that has this address."""
    found = with_store(lambda store, _: store.persons.known(_clean(address)))
    if found is None:
        fail(NOBODY, 2)
    write((json.dumps(found, indent=2, ensure_ascii=False) + "\n").encode(), output, private=True)


@app.command()
def erase(
    address: Address,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    output: ReceiptFile = None,
) -> None:
    """Erase a person: as a leader, and from each group that has this address. The receipt names nobody."""
    cleaned = _clean(address)

    async def erasing(store: Store, file: BinaryIO | None) -> None:
        found = await store.persons.known(cleaned)
        if found is None:
            fail(NOBODY, 2)
        if not yes:
            groups = ", ".join(repr(one["group"]) for one in found["groups"]) or "no group"
            role = "a leader, and in " if found["leader"] else "in "
            typer.confirm(
                f"{cleaned} is {role}{groups}. Erase them? Nothing brings it back.", abort=True, err=True
            )
        dates = await _has_dates(store, cleaned)
        erased = await store.persons.erase(cleaned, OPERATOR, day_of(time.time()))
        if erased is None:  # somebody else was faster
            fail(NOBODY, 2)
        hand_over(erased.line, erased.scrubbed, file, "erased")
        if dates:
            typer.echo(
                "Nothing is mailed to them: dates of which they were told stay in their calendar.", err=True
            )
        if any(one["open_meetings"] for one in found["groups"]):
            typer.echo(
                "They are in a meeting that goes on: its screens show their name until it ends, within a day.",
                err=True,
            )

    with for_receipt(output, "erased") as file:
        with_store(lambda store, _: erasing(store, file))


async def _has_dates(store: Store, address: str) -> bool:
    """Whether they know of a planned meeting, or may: a letter that was not taken has told them of none."""
    for group in await store.groups():
        theirs = [one.member for one in group.members if one.address.casefold() == address.casefold()]
        planned = [one for one in await store.meetings.of(group.group) if not one.cancelled]
        may_know = ("under_way", "unsure")
        if any(who in one.known or one.mails.get(who) in may_know for one in planned for who in theirs):
            return True
    return False


def _clean(address: str) -> str:
    cleaned = clean_address(address)
    if cleaned is None:
        fail("This is no mail address.", 2)
    return cleaned
