"""What somebody names on the command line: a record of this server, by its id, or records that lie in files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from os.path import realpath
from pathlib import Path
from typing import NamedTuple

import typer

from facilitation.structure_record import StructureRecord
from server.record import labels
from server.record.files import Found, below, found, lying
from server.record.labels import BadLabel
from server.record.schema import BadRecord, NewerRecord, from_json
from server.terminal import fail, is_kept_here, must_be_kept_here, with_store

ALL = "all"
ID = re.compile(r"[0-9a-f]{16}")
"""As the store draws them."""
ONE = "A record's id, as `restarea record list` shows it, or a file that `export`, `import-rttm` or `example` wrote"


def is_file(named: str) -> bool:
    """Whether it means a file, there or not. What looks like an id is one; `all` are those of the server, whatever lies
    there under that name."""
    if named == ALL or ID.fullmatch(named):
        return False
    return Path(named).exists() or "/" in named or bool(Path(named).suffix)


class Kept(NamedTuple):
    texts: dict[str, bytes]
    """By their ids, or by what their files are called as far as a label may be so."""
    records: dict[str, StructureRecord]
    """What they say."""
    of_server: bool
    """Else they lie in files, of which the audit log knows nothing."""


class _Read(NamedTuple):
    """Records that may be damaged."""

    text: bytes
    record: StructureRecord | BadRecord


def released() -> dict[str, bytes]:
    must_be_kept_here()
    return with_store(lambda store, _: store.records())


def _of_server(named: str) -> dict[str, _Read]:
    """The record of this id, or all."""
    may_be_a_file = named != ALL and not ID.fullmatch(named)
    kept = {} if may_be_a_file and not is_kept_here() else released()
    if named == ALL:
        return {one: _Read(text, _read(one, text)) for one, text in kept.items()}
    if named not in kept:
        fail(
            f"There is no record {named!r}" + (", nor a file of that name." if may_be_a_file else "."),
            2,
        )
    return {named: _Read(kept[named], _read(named, kept[named]))}


def _read(record: str, text: bytes) -> StructureRecord | BadRecord:
    try:
        return from_json(text)
    except NewerRecord as error:
        return NewerRecord(f"{record} {error}")
    except BadRecord as error:
        return BadRecord(
            f"Record {record} is damaged ({error}): a backup may have it whole, and `restarea record destroy` takes it "
            "away"
        )


def _of_files(named: str) -> dict[str, _Read]:
    """One or several, each as it lies there; what is there and cannot be read as a whole is one that is damaged."""
    path = Path(named)
    try:
        there = list(found(path))
    except BadRecord as error:
        there = [Found(path.stem, b"", error)]
    except FileNotFoundError as error:
        fail(f"{named} cannot be read: {error.strerror}.", 2)
    except OSError as error:
        there = [Found(path.stem, b"", BadRecord(f"{named} cannot be read: {error.strerror or error}"))]
    names = labels.apart(labels.of_name(one.name) for one in there)
    return {name: _Read(one.text, one.record) for name, one in zip(names, there, strict=True)}


def kept(named: str, *, skip_damaged: bool = False) -> Kept:
    """Of this id or file, of a folder or ZIP, or all."""
    (one,) = kept_each([named], skip_damaged=skip_damaged).values()
    return one


def kept_each(named: Sequence[str], *, skip_damaged: bool = False) -> dict[str, Kept]:
    """What each of them holds. What cannot be read is named, all of it, and ends the command, or is left out: in a
    folder or by itself alike."""
    if not all(named):
        fail("Say which record: nothing stands there.", 2)
    there = {one: _of_files(one) if is_file(one) else _of_server(one) for one in named}
    every = [read.record for of in there.values() for read in of.values()]
    faults = [record for record in every if isinstance(record, BadRecord)]
    if faults and len(every) == 1:
        fail(f"{faults[0]}.", 2)
    for fault in faults:
        typer.echo(f"{fault}. It is left out." if skip_damaged else f"{fault}.", err=True)
    if faults and len(faults) == len(every):
        fail(f"{', '.join(named)}: no record is left.", 2)
    if faults and not skip_damaged:
        fail(
            f"Nothing was written, for {len(faults)} of {len(every)} would be missing: --skip-damaged takes the "
            "others.",
            2,
        )
    return {one: _whole(of, ours=not is_file(one)) for one, of in there.items()}


def say_below(named: Sequence[str]) -> None:
    """Which records nobody reads, since they lie deeper. How to have them is not said: they may be of sessions that
    are read, such as their seat timelines, and would count twice."""
    files = [Path(one) for one in named if one and is_file(one)]
    try:
        taken = {realpath(one) for path in files for one in lying(path)}
        there = {realpath(one): one.parent for path in files if path.is_dir() for one in below(path)}
    except OSError:  # of that folder itself it is said
        return
    passed = Counter(folder for file, folder in there.items() if file not in taken)
    if passed:
        where = f"{passed.total()} in {', '.join(map(str, passed))}"
        typer.echo(f"Records in folders below are not read ({where}).", err=True)


def together(each: Sequence[Kept]) -> tuple[Kept, dict[str, bytes]]:
    """All of them as one, and what of it is this server's, by its ids. Files of one name are told apart by a number."""
    texts, records = dict[str, bytes](), dict[str, StructureRecord]()
    for of in sorted(each, key=lambda one: not one.of_server):  # no file takes an id's place
        new = list(of.texts) if of.of_server else labels.apart([*texts, *of.texts])[len(texts) :]
        texts |= dict(zip(new, of.texts.values(), strict=True))
        records |= dict(zip(new, of.records.values(), strict=True))
    ours = {one: text for of in each if of.of_server for one, text in of.texts.items()}
    return Kept(texts, records, bool(ours)), ours


def _whole(there: dict[str, _Read], *, ours: bool) -> Kept:
    records = {name: one.record for name, one in there.items() if isinstance(one.record, StructureRecord)}
    return Kept({name: there[name].text for name in records}, records, ours)


def kept_of_one(named: str, *, skip_damaged: bool = False) -> Kept:
    """Of this id, or of a file in which one lies; called as it was named."""
    if named == ALL:
        fail(f"Say one record, by its id or its .json: {ALL} is for `export` and `compare`.", 2)
    found = kept(named, skip_damaged=skip_damaged)
    if len(found.texts) != 1:
        fail(f"{named} holds {len(found.texts)} records: say one, by its id or its .json.", 2)
    (text,), (record,) = found.texts.values(), found.records.values()
    return Kept({named: text}, {named: record}, found.of_server)


def label_given(text: str) -> str:
    try:
        return labels.label(text)
    except BadLabel as error:
        fail(f"This is no label: {error}.", 2)
