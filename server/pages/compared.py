"""What two leaders have written into the same field of a group, side by side and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from facilitation.vocabulary import Role
from server.formats import name_of
from server.formats.catalogue import Entry
from server.groups.merged import Field
from server.groups.persons import PREFIX, Differs
from server.groups.written import Row, Written
from server.pages import language

ROLES = [role.value for role in Role]
NTHS = ("1", "2", "3", "4", "-1")
WEEKDAYS = tuple(map(str, range(7)))
LEGENDS = {"time_zone": "zone"}


class Both(NamedTuple):
    called: str
    """The form's field in which one chooses."""
    legend: str
    theirs: str
    mine: str
    changed_here: bool
    """Also by whoever has typed; else what the other wrote is kept unless they say otherwise."""
    lost: bool = False
    """What whoever has typed wrote of somebody whom the other has taken off the list."""


def both(
    formats: Mapping[str, Entry],
    now: Written,
    fields: Mapping[Field, bool],
    typed: Written,
    people: Sequence[Differs],
    chosen: str,
) -> list[Both]:
    words, say = partial(_words, formats, chosen), partial(language.text, chosen)
    told = [
        Both(f"keep-{one}", say(f"groups-{LEGENDS.get(one, one)}"), words(now, one), words(typed, one), here)
        for one, here in fields.items()
        if one != "people"
    ]
    return told + [_person(one, chosen) for one in people]


def _words(formats: Mapping[str, Entry], chosen: str, written: Written, field: Field) -> str:
    say = partial(language.text, chosen)
    match field:
        case "rhythm":
            return _rhythm(written, chosen)
        case "format":
            entry = formats.get(written.format)
            return written.format if entry is None else name_of(entry.form, chosen)
        case "language":
            known = written.language in language.languages()
            return language.text(written.language, "page-own-name") if known else written.language
    return getattr(written, field) or say("groups-changed-empty")


def _person(one: Differs, chosen: str) -> Both:
    """Of somebody who is on both lists, only in what the two differ."""
    legend = (one.mine or one.theirs or Row()).name
    say = partial(language.text, chosen)
    theirs, mine = (dict(_parts(row, chosen)) for row in (one.theirs, one.mine))
    differ = [part for part in theirs | mine if theirs.get(part) != mine.get(part)]

    def words(parts: Mapping[str, str]) -> str:
        told = (f"{say(f'groups-{part}')} {parts[part] or say('groups-changed-empty')}" for part in differ)
        return "; ".join(told) if parts else say("groups-changed-off")

    return Both(f"{PREFIX}{one.member}", legend, words(theirs), words(mine), one.here, one.theirs is None)


def _parts(row: Row | None, chosen: str) -> list[tuple[str, str]]:
    if row is None:
        return []
    known = row.role in ROLES
    role = language.text(chosen, f"groups-role-{row.role.replace('_', '-')}") if known else row.role
    return [("person", row.name), ("role", role), ("address", row.address)]


def _rhythm(written: Written, chosen: str) -> str:
    say = partial(language.text, chosen)
    match written.kind:
        case "weeks":
            return f"{say('groups-rhythm-weeks')} {written.every}, {say('groups-first')} {written.first}, {written.at}"
        case "months" if written.nth in NTHS and written.weekday in WEEKDAYS:
            nth = say(f"groups-nth-{written.nth if written.nth != '-1' else 'last'}")
            return f"{say('groups-rhythm-months')} {nth} {say(f'groups-weekday-{written.weekday}')}, {written.at}"
    return say("groups-rhythm-none")
