"""The commands themselves; see audit.py for how records are destroyed, imported.py for `import-rttm`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure_record import StructureRecord
from server.record import compare
from server.record.example import examples
from server.record.schema import BadRecord, NewerRecord, from_json, to_json
from server.record.tables import Rows
from server.record_commands.audit import audit, destroy, note_taken_away
from server.record_commands.drawn import compare_, plot
from server.record_commands.imported import import_rttm
from server.record_commands.listed import in_words
from server.record_commands.named import ALL, ONE, kept_each, released, say_below, together
from server.record_commands.written import (
    OF_ONE,
    As,
    Of,
    Output,
    SkipDamaged,
    Written,
    content,
    ending_fits,
    may_be_shown,
    say_twice,
    write_each,
)
from server.retention import VETO_S
from server.terminal import OF_A_REHEARSAL, as_called, fail, write

NONE_YET = f"""No record has been released yet.
A meeting leaves one if it was opened to keep one (on a group's page, or by `restarea open --keep aggregate`), and \
nobody who was there says no: it comes here once the server has run for {VETO_S // 3600} hours after the end.
{OF_A_REHEARSAL}
`restarea record example DIR` writes some of a fictitious group, to try the other commands on."""

app = typer.Typer(
    help="What was kept of how sessions went: no sound, no word, no name. See docs/record/metrics.md.",
    no_args_is_help=True,
)


@app.command(name="list")
def list_() -> None:
    """The records that were released, by their months, a line for each: its id, its month, whether it holds sums alone
    (aggregate) or also which seat spoke when (seat_timeline), and what it cannot say. Those to which somebody may still
    say no are not among them."""
    there = released()
    if not there:
        typer.echo(NONE_YET, err=True)
    found: dict[str, StructureRecord] = {}
    unread = []
    for record_id, kept in there.items():
        try:
            found[record_id] = from_json(kept)
        except NewerRecord as error:
            unread.append(f"{record_id}  {error}")
        except BadRecord as error:
            unread.append(f"{record_id}  is damaged: {error}")
    for record_id, record in compare.in_order(found).items():
        typer.echo(in_words(record_id, record))
    for line in unread:
        typer.echo(line)


@app.command()
def export(
    records: Annotated[
        list[str], typer.Argument(help=f"{ONE}; or all; or a folder or ZIP of records; or several of these.")
    ],
    as_: As = Written.JSON,
    table: Of = Rows.PHASES,
    skip_damaged: SkipDamaged = False,
    output: Output = None,
) -> None:
    """Write a record to take away, for another program; with --as csv, parquet or zip also several in one file.

    The audit log notes which records of this server were taken away; of records in files it knows nothing."""
    if len(set(records)) < len(records):
        fail("Say each record once.", 2)
    may_be_shown(as_, output)
    say_below(records)
    each = list(kept_each(records, skip_damaged=skip_damaged).values())
    there, ours = together(each)
    if not there.texts:
        fail("No record has been released yet: `restarea record list` says where they come from.", 2)
    if ALL in records and as_ in OF_ONE:
        fail("Only csv, parquet and zip hold all in one file.", 2)
    if len(there.texts) > 1 and as_ in OF_ONE:
        fail(
            f"{', '.join(records)} holds {len(there.texts)} records: only csv, parquet and zip hold them all in one "
            "file.",
            2,
        )
    written = content(there.records, there.texts, as_, table)
    ending_fits(as_, output)
    say_twice(there.records)
    if ours:
        note_taken_away(ours, as_)
    write(written, output)


@app.command(name="example")
def example_(
    folder: Annotated[Path, typer.Argument(help="Where to; it is made if it is not there.")],
) -> None:
    """Write records of a fictitious group, to try the other commands on: three months in sums, one also seat by seat.

    The form decided these meetings as it does in a room; who spoke when was drawn, always the same."""
    made = examples()
    command = as_called()
    texts = {_place(name, one): to_json(one) for name, one in made.items()}
    write_each(texts, folder)
    sums, seats = (folder / f"{one}.json" for one in list(texts)[:2])
    typer.echo(
        "There is no such group: nobody was there, and nobody was asked, whatever a page of these says.\n"
        f"To look at them:\n  {command} record plot {sums} -o session.html\n"
        f"  {command} record plot {seats} -o seats.html\n"
        f"  {command} record compare {folder} -o months.html\n"
        "The one seat by seat is of the first session, and lies apart: among the others it would count twice.",
        err=True,
    )


def _place(name: str, record: StructureRecord) -> str:
    return name if record.timeline is None else f"seats/{name}"


app.command()(plot)
app.command(name="compare")(compare_)
app.command(name="import-rttm")(import_rttm)
app.command()(destroy)
app.command()(audit)
