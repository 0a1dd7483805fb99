"""Two leaders write the same group at once: what each has changed, field by field, and which of it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from server.groups.written import Written

Field = Literal["name", "format", "language", "time_zone", "telephone", "rhythm", "people"]
FIELDS: tuple[Field, ...] = ("name", "format", "language", "time_zone", "telephone", "rhythm", "people")
RHYTHM = ("kind", "every", "first", "nth", "weekday", "at")
"""The fields of the form that are one thing together."""
MARK = 12


def marks(written: Written) -> str:
    """What stands in each field, as a form carries it along to know later what was changed in it."""
    return ".".join(
        hashlib.sha256(repr(said(written, field)).encode()).hexdigest()[:MARK] for field in FIELDS
    )


def said(written: Written, field: Field) -> object:
    """What is the same where the group would be."""
    if field == "people":
        return [(one.name, one.role, one.address, one.member) for one in written.rows if not one.empty]
    if field != "rhythm":
        return getattr(written, field).strip()
    match written.kind:
        case "weeks":
            return "weeks", written.every, written.first, written.at
        case "months":
            return "months", written.nth, written.weekday, written.at
    return "none"


def changed(now: Written, typed: Written, given_up: Collection[Field] = ()) -> dict[Field, bool]:
    """The fields that somebody else has changed since `typed` was looked at, and in which it says something else; and
    whether whoever typed has changed them, too, and not chosen the other's before."""
    seen = typed.was.split(".")
    if len(seen) != len(FIELDS):  # of a page from before an upgrade: nobody knows
        return {field: True for field in FIELDS if said(now, field) != said(typed, field)}
    fresh, mine = marks(now).split("."), marks(typed).split(".")
    return {
        field: mark != was and field not in given_up
        for field, was, stands, mark in zip(FIELDS, seen, fresh, mine, strict=True)
        if stands not in (was, mark)
    }


def chosen(fields: Mapping[str, str]) -> list[Field]:
    """Of which what the other wrote is to be kept. Of the people each is chosen by themselves."""
    return [field for field in FIELDS if field != "people" and fields.get(f"keep-{field}") == "theirs"]


def merged(typed: Written, now: Written, kept: Collection[Field]) -> Written:
    """`typed`, but for the fields `kept` as they are `now`."""
    names = [name for field in kept if field != "people" for name in _names(field)]
    return replace(typed, **{name: getattr(now, name) for name in names})


def _names(field: Field) -> tuple[str, ...]:
    return RHYTHM if field == "rhythm" else (field,)
