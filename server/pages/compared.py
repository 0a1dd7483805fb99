"""What two leaders have written into the same field of a group, side by side and in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from facilitation.vocabulary import Role
from server.formats import name_of
from server.formats.catalogue import Entry
from server.groups.merged import Field
from server.groups.written import Row, Written
from server.pages import language

ROLES = [role.value for role in Role]
NTHS = ("1", "2", "3", "4", "-1")
WEEKDAYS = tuple(map(str, range(7)))


class Both(NamedTuple):
    field: Field
    theirs: str
    mine: str
    changed_here: bool
    """Also by whoever has typed; else what the other wrote is kept unless they say otherwise."""


def both(
    formats: Mapping[str, Entry], now: Written, fields: Mapping[Field, bool], typed: Written, chosen: str
) -> list[Both]:
    words = partial(_words, formats, chosen)
    return [Both(one, words(now, one), words(typed, one), here) for one, here in fields.items()]


def _words(formats: Mapping[str, Entry], chosen: str, written: Written, field: Field) -> str:
    say = partial(language.text, chosen)
    match field:
        case "people":
            return ", ".join(_person(one, chosen) for one in written.rows if not one.empty)
        case "rhythm":
            return _rhythm(written, chosen)
        case "format":
            entry = formats.get(written.format)
            return written.format if entry is None else name_of(entry.form, chosen)
        case "language":
            known = written.language in language.languages()
            return language.text(written.language, "page-own-name") if known else written.language
    return getattr(written, field) or say("groups-changed-empty")


def _person(row: Row, chosen: str) -> str:
    role = (
        language.text(chosen, f"groups-role-{row.role.replace('_', '-')}") if row.role in ROLES else row.role
    )
    return f"{row.name} ({role}) {row.address}".rstrip()


def _rhythm(written: Written, chosen: str) -> str:
    say = partial(language.text, chosen)
    match written.kind:
        case "weeks":
            return f"{say('groups-rhythm-weeks')} {written.every}, {say('groups-first')} {written.first}, {written.at}"
        case "months" if written.nth in NTHS and written.weekday in WEEKDAYS:
            nth = say(f"groups-nth-{written.nth if written.nth != '-1' else 'last'}")
            return f"{say('groups-rhythm-months')} {nth} {say(f'groups-weekday-{written.weekday}')}, {written.at}"
    return say("groups-rhythm-none")
