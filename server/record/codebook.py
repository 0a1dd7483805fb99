"""What every column of the tables means, to lie in the ZIP beside them: `make docs` writes codebook.md.

Its table comes from the record's classes; what a field means, from the list in docs/record/metrics.md, which it ends
with. A field of which that list says nothing is an error, and so is one that there is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from facilitation.structure_record import Lack
from server.record.tables import PLACES, Column, Kind, tables

FILE = Path(__file__).with_name("codebook.md")
TERMS = "## Terms of use"
DEFINITIONS = Path("record", "metrics.md")
"""In the folder of documents."""
_SAYS = re.compile(r"^- `(\w+)`: (.+)$", re.MULTILINE)
HEAD = """\
# Codebook

Generated with the software that made these files. What is here are structure records: how sessions of Balint groups
went, with no sound, no word, no name and no day in them.

## The files

- `records/ID.json`: the record itself, whole; its shape is `schema.json`. Everything else is made of these files, and
  holds no more.
- `phases`, `sessions`, `timeline`, each as `.csv` and `.parquet`: a row for each phase, for each session, and for
  each time that a seat spoke. There is no `timeline` where no record says which seat spoke. In CSV null is an empty
  cell, and several values have a space between them.
- `records/ID.eaf` (ELAN) and `records/ID.TextGrid` (Praat): the record along time, a tier for the phases and one for
  each seat, where the record says which seat spoke. A phase lasts until the next begins; one that rounds to nothing
  is left out. There is none of a session without a phase.
- `records/ID.rttm`: which seat spoke when, where the record says it.

Zero is the same in all of them: when the first phase began; of an imported meeting, where its file begins. (The JSON of
a record that was kept longer ago may count from when the session was opened: `began_s` of its first phase is then the
waiting, which is taken off in all else.)

An id was drawn for its record and leads nowhere. Equal records give equal files, byte for byte, from equal versions
of the software: no file says when, by whom, where or with what it was written.

## Terms of use

The records were kept with the knowledge of whoever was there, and after each of them could say no. They were told that
leaders look at them, for their training and with a supervisor, and of nothing else: whoever wants them for research, or
for anything else, asks those who were there first. Nobody gives a licence with them. Whoever has them

- does not try to learn from them who was there or who said how much, nor lays them beside anything that says so;
- hands them on only under these terms, with this codebook;
- publishes no cell that stands for fewer than five sessions, and no seat timeline;
- destroys them when whoever handed them out asks for it;
- tells what they show as description: none of the figures says whether a group, or who led it, was good.

This codebook itself may be used under Apache-2.0, as the software is.

## The columns
"""


class Undefined(Exception):
    """The list of definitions and the record's classes do not name the same."""


def text(lacking: Mapping[str, str] = MappingProxyType({})) -> str:
    """`lacking`: the endings of files that are not beside it, and of each the library that was not installed."""
    whole = FILE.read_text("utf-8")
    if not lacking:
        return whole
    endings = ", ".join(f"`.{ending}`" for ending in lacking)
    said = (
        f"**Not here**: no {endings}. Where this was made, what writes them ({', '.join(lacking.values())}) was not\n"
        "installed: Restarea's extra `export` brings it, as its README says. What is here needs\n"
        "none of them.\n\n"
    )
    return whole.replace(TERMS, said + TERMS, 1)


def written(definitions: str) -> str:
    """The codebook, of the text of docs/record/metrics.md. Raises Undefined."""
    meanings = dict(_SAYS.findall(definitions))
    whole = tables({})
    named = {column.field for table in whole for column in table.columns} | {one.value for one in Lack}
    if differ := named ^ meanings.keys():
        raise Undefined(", ".join(sorted(differ)))
    parts = [HEAD]
    for table in whole:
        rows = "\n".join(_row(column, meanings) for column in table.columns)
        parts.append(
            f"\n### {table.name}\n\n| column | holds | may be null | what it is |\n|---|---|---|---|\n{rows}\n"
        )
    return "".join(parts) + "\n" + definitions.replace("\n## ", "\n### ").replace("# What", "## What", 1)


def _row(column: Column, meanings: dict[str, str]) -> str:
    null = "yes" if column.nullable else ""
    return f"| `{column.name}` | {_holds(column)} | {null} | {meanings[column.field]} |"


def _holds(column: Column) -> str:
    if column.kind is Kind.YES:
        return "true or false"
    if column.kind is Kind.PART:
        return f"parts of 1, in {'thousandths' if column.field in PLACES else 'hundredths'}"
    if column.kind is Kind.WORD:
        words = ", ".join(f"`{word}`" for word in column.words)
        return f"{'several of' if column.several else 'one of'} {words}" if words else "text"
    return f"seconds, in steps of {column.step}" if column.step > 1 else "a number"


def write(docs: Path) -> None:
    FILE.write_text(written((docs / DEFINITIONS).read_text("utf-8")), "utf-8")
