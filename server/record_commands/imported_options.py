"""What may be asked of `restarea record import-rttm`: its argument and options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from facilitation.vocabulary import Keeping
from server.terminal import fail


class Level(StrEnum):
    """What may be chosen, for typer."""

    AGGREGATE = Keeping.AGGREGATE.value
    SEAT_TIMELINE = Keeping.SEAT_TIMELINE.value


def _named(text: str) -> Path:
    if not text:  # as a path it would be the folder one is in
        fail("Say which file or folder: nothing stands there.", 2)
    return Path(text)


Meetings = Annotated[
    Path,
    typer.Argument(
        parser=_named,
        metavar="FILE",
        help="An RTTM file, which says who spoke when in one meeting or several; collections of recorded speech are "
        "published with such files. Or a folder of them, and of folders of them.",
    ),
]
OfLevel = Annotated[
    Level,
    typer.Option(
        help="aggregate: sums alone; seat_timeline: which voice spoke when, too, "
        "to five seconds, for a meeting that is public already. `--as rttm` and `--table timeline` need it."
    ),
]
Recording = Annotated[
    str, typer.Option(help="Which recording of the file, by its name there, where it has several.")
]
Where = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=_named,
        metavar="FILE",
        help="The file to write, or a folder for a JSON of each of several recordings; without it, to the screen.",
    ),
]
Label = Annotated[
    str,
    typer.Option(
        help="What it is called in tables and in a ZIP; else by the file's name. JSON has no place for it."
    ),
]
Unrounded = Annotated[
    bool,
    typer.Option(
        "--exact",
        help="In place of a record, a table (CSV) of unrounded measures, a row for each recording: for a meeting that "
        "is public already.",
    ),
]
SkipDamaged = Annotated[
    bool,
    typer.Option(
        "--skip-damaged",
        help="Leave out recordings that cannot be read, and name them; else no file of all is written.",
    ),
]
