"""A group as a leader writes it into a form: read as it stands, judged, and not lost when something is wrong."""

from __future__ import annotations

import zoneinfo
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from facilitation.vocabulary import Role
from server.formats.catalogue import Entry
from server.groups import rhythm
from server.groups.roster import RosterError, check
from server.names import TELEPHONE_MOST, clean_address, clean_name, clean_telephone
from server.store import Group, Listed, Terms

ROWS_MOST = 40
KEPT_MOST = 300
"""Characters of a field that are shown again: more than anybody types."""


@dataclass(frozen=True, slots=True)
class Row:
    name: str = field(default="", repr=False)
    role: str = Role.MEMBER.value
    address: str = field(default="", repr=False)
    member: str = ""
    """Who of the group this is; empty for somebody new."""
    was: str = ""
    """The mark of this person as they were looked at; see persons.py."""

    @property
    def empty(self) -> bool:
        return not (self.name.strip() or self.address.strip())


@dataclass(frozen=True, slots=True)
class Written:
    """The fields of the form, as text. `every` and `first` are of a rhythm of weeks, `nth` and `weekday` of months."""

    name: str = field(default="", repr=False)
    format: str = ""
    language: str = ""
    time_zone: str = ""
    telephone: str = field(default="", repr=False)
    kind: str = "none"
    every: str = "2"
    first: str = ""
    nth: str = "1"
    weekday: str = "1"
    at: str = "19:30"
    revision: str = "0"
    was: str = ""
    """The marks of the group as it was looked at; see merged.py."""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Sound:
    """What is written makes a group."""

    name: str = field(repr=False)
    format: str
    roster: tuple[Listed, ...] = field(repr=False)
    terms: Terms
    revision: int


class Unfit(Exception):
    """`wrong`: the field → the message that says what to mend, and its values. `roster` is all rows together."""

    def __init__(self, wrong: Mapping[str, tuple[str, Mapping[str, int]]]) -> None:
        super().__init__(", ".join(wrong))
        self.wrong = wrong


def of_fields(fields: Mapping[str, str]) -> Written:
    """Whatever was sent; what was not is empty."""
    names = (
        "name",
        "format",
        "language",
        "time_zone",
        "telephone",
        "kind",
        "every",
        "first",
        "nth",
        "weekday",
        "at",
        "revision",
        "was",
    )
    said = {name: fields.get(name, "")[:KEPT_MOST] for name in names}

    def row(number: int) -> Row:
        return Row(
            *(
                fields.get(f"{part}-{number}", "")[:KEPT_MOST]
                for part in ("name", "role", "address", "member", "was")
            )
        )

    rows = tuple(row(number) for number in range(ROWS_MOST) if f"name-{number}" in fields)
    return Written(**said, rows=rows)


def of_group(group: Group) -> Written:
    rows = tuple(Row(one.name, one.role, one.address, one.member) for one in group.members)
    written = Written(group.name, group.format, group.terms.language, group.terms.time_zone, rows=rows)
    written = replace(written, revision=str(group.revision), telephone=group.terms.telephone)
    match rhythm_of(group):
        case None:
            return written
        case rhythm.Weeks(every, first, at):
            written = replace(written, kind="weeks", every=str(every), first=first.isoformat())
        case rhythm.Months(nth, weekday, at):
            written = replace(written, kind="months", nth=str(nth), weekday=str(weekday))
    return replace(written, at=at.isoformat("minutes"))


def rhythm_of(group: Group) -> rhythm.Rhythm | None:
    """None if each meeting is planned by itself."""
    try:
        return rhythm.read(group.terms.rhythm)
    except rhythm.RhythmError:
        return None


def judged(written: Written, formats: Mapping[str, Entry], languages: Collection[str]) -> Sound:
    """Raises Unfit."""
    wrong: dict[str, tuple[str, Mapping[str, int]]] = {}
    name = clean_name(written.name)
    if name is None:
        wrong["name"] = ("groups-wrong-name", {})
    if written.format not in formats:
        wrong["format"] = ("groups-wrong-format", {})
    if written.language not in languages:
        wrong["language"] = ("groups-wrong-language", {})
    if written.time_zone not in time_zones():
        wrong["time_zone"] = ("groups-wrong-zone", {})
    telephone = clean_telephone(written.telephone)
    if telephone is None:
        wrong["telephone"] = ("groups-wrong-telephone", {"most": TELEPHONE_MOST})
    line = _rhythm(written)
    if line is None:
        wrong["kind"] = ("groups-wrong-rhythm", {})
    roster = _roster(written, wrong)
    if not any(one.startswith(("name-", "address-")) for one in wrong) and "format" not in wrong:
        try:
            check(roster, formats[written.format].form)
        except RosterError as error:
            wrong["roster"] = (f"groups-roster-{error.code.replace('_', '-')}", {"count": error.count})
    if wrong or name is None or telephone is None or line is None:
        raise Unfit(wrong)
    terms = Terms(written.language, written.time_zone, line, telephone)
    revision = int(written.revision) if written.revision.isdecimal() else -1
    return Sound(name, written.format, roster, terms, revision)


def _rhythm(written: Written) -> str | None:
    """As it is stored; None if it is none."""
    said = {
        "none": "",
        "weeks": f"weeks {written.every} {written.first} {written.at}",
        "months": f"months {written.nth} {written.weekday} {written.at}",
    }.get(written.kind)
    try:
        return rhythm.write(rhythm.read(said)) if said else said
    except rhythm.RhythmError:
        return None


def _roster(written: Written, wrong: dict[str, tuple[str, Mapping[str, int]]]) -> tuple[Listed, ...]:
    """Whoever is named in the rows, in their order; adds to `wrong` what is."""
    roster: list[Listed] = []
    names: set[str] = set()
    for number, row in enumerate(written.rows):
        if row.empty:
            continue
        name, address = clean_name(row.name), clean_address(row.address) if row.address.strip() else ""
        if name is None:
            wrong[f"name-{number}"] = ("groups-wrong-person", {})
        elif name in names:
            wrong[f"name-{number}"] = ("groups-wrong-twice", {})
        if address is None:
            wrong[f"address-{number}"] = ("groups-wrong-address", {})
        if row.role not in {role.value for role in Role}:
            wrong["roster"] = ("groups-wrong-role", {})
        elif name is not None:
            names.add(name)
            roster.append(Listed(row.role, name, address or "", row.member or None))
    return tuple(roster)


@cache
def time_zones() -> tuple[str, ...]:
    """Places of the world, as IANA names them, by the alphabet; and UTC."""
    regions = (
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    )
    return (*sorted(name for name in zoneinfo.available_timezones() if name.startswith(regions)), "UTC")
