"""Two leaders write the list of one group at once: merged person by person, and asked only where both have written
about the same one. Whoever is meant is known by the roster's id, so nobody comes of it whom neither wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from server.groups.merged import MARK
from server.groups.written import Row, Written

PREFIX = "keep-person-"
"""Of the form's field in which one chooses between the two."""


class Differs(NamedTuple):
    """Somebody about whom the other leader has written. None: not on the list."""

    member: str
    theirs: Row | None
    mine: Row | None
    """As it is typed; where that changes nothing, as it was."""
    here: bool
    """Whoever has typed has changed it, too: it is asked."""


def marked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Each with the mark of how it is now."""
    return tuple(replace(row, was=_mark(row)) if row.member else row for row in rows)


def merged(now: Written, typed: Written) -> tuple[tuple[Row, ...], list[Differs]]:
    """What stands on the list from here, in the order it has now; of whom both have written, what was typed. Nobody who
    is off the list comes back, and what was typed of them is told; and nobody new is on it twice."""
    mine = {row.member: row for row in typed.rows if row.member}
    rows: list[Row] = []
    differs: list[Differs] = []
    for theirs in marked(now.rows):
        own = mine.pop(theirs.member, None)
        if own is None:
            differs.append(Differs(theirs.member, theirs, None, False))
            rows.append(theirs)
            continue
        also, typed_other = own.was not in ("", theirs.was), _mark(own) not in (own.was, theirs.was)
        if also and _mark(own) != theirs.was:
            differs.append(Differs(theirs.member, theirs, None if own.empty else own, typed_other))
        rows.append(replace(own, was=theirs.was) if typed_other else theirs)
    differs += [
        Differs(member, None, own, False)
        for member, own in mine.items()
        if not own.empty and _mark(own) != own.was
    ]
    known = {_said(row) for row in rows}
    fresh = (row for row in typed.rows if not row.member and (row.empty or _said(row) not in known))
    return (*rows, *fresh), differs


def kept(typed: Written, now: Written, fields: Mapping[str, str]) -> Written:
    """`typed`, but for the people of whom what the other wrote was chosen."""
    there = {row.member: row for row in marked(now.rows)}
    rows = (
        there.get(row.member, row) if fields.get(f"{PREFIX}{row.member}") == "theirs" else row
        for row in typed.rows
    )
    return replace(typed, rows=tuple(rows))


def _said(row: Row) -> tuple[str, str, str]:
    return ("", "", "") if row.empty else (row.name.strip(), row.role, row.address.strip())


def _mark(row: Row) -> str:
    return hashlib.sha256(repr(_said(row)).encode()).hexdigest()[:MARK]
