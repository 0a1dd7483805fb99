"""`restarea mail bounced`: a mail server hands over what comes back to the address that our mail comes from."""

from __future__ import annotations

import os
import sys

import typer

from server.groups.reports import MOST_BYTES, NoReport, read
from server.store.migrations import is_newest
from server.terminal import settings_now, with_store

NO_REPORT, AGAIN = 65, 75
"""EX_DATAERR and EX_TEMPFAIL of sysexits.h, as mail servers know them."""
NICE = 10
"""Whoever speaks in a room goes first."""

app = typer.Typer(help="Mail that this server has sent, and that comes back.", no_args_is_help=True)


@app.command()
def bounced() -> None:
    """Read a delivery report from standard input, and show the leader whose letter came back.

    Ends with 0 if it was one of ours, with 65 if it was not, and with 75 if it should be tried again."""
    os.nice(NICE)
    try:
        report = read(sys.stdin.buffer.read(MOST_BYTES))
    except NoReport as no_report:
        _end(f"{no_report} Nothing is changed.", NO_REPORT)
        return
    why = report.why
    if why is None:
        typer.echo("The letter has arrived, or is on its way still. Nothing is changed.")
        return
    try:
        if not is_newest(settings_now().data_dir / "restarea.db"):
            _end("The database is of another version of this server. Nothing is changed.", AGAIN)
        noted = with_store(lambda store, _: store.returned.note(report.word, why))
    except typer.Exit as failed:
        raise typer.Exit(AGAIN) from failed
    if not noted:
        _end("The address has been changed since, or its group is gone. Nothing is changed.", NO_REPORT)
    typer.echo("It is noted: the leader sees it on the group's page.")


def _end(said: str, code: int) -> None:
    typer.echo(said, err=True)
    raise typer.Exit(code)
