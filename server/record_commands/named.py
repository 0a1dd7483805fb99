"""What somebody names on the command line: a record of this server, by its id, or records that lie in files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from facilitation.structure_record import StructureRecord
from server.record import labels
from server.record.files import found
from server.record.labels import BadLabel
from server.record.schema import BadRecord, NewerRecord, from_json
from server.terminal import fail, with_store

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
    of_server: bool
    """Else they lie in files, of which the audit log knows nothing."""


def released() -> dict[str, bytes]:
    return with_store(lambda store, _: store.records())


def of_server(named: str) -> dict[str, bytes]:
    """The record of this id, or all; as they are kept."""
    kept = released()
    if named == ALL:
        return kept
    if named not in kept:
        fail(
            f"There is no record {named!r}" + ("." if ID.fullmatch(named) else ", nor a file of that name."),
            2,
        )
    return {named: kept[named]}


def of_files(named: str) -> dict[str, bytes]:
    """One or several, each as it lies there; each can be read."""
    try:
        there = list(found(Path(named)))
    except BadRecord as error:
        fail(f"{error}.", 2)
    except OSError as error:
        fail(f"{named} cannot be read: {error.strerror or error}.", 2)
    for one in there:
        if isinstance(one.record, BadRecord):
            fail(f"{one.record}.", 2)
    names = labels.apart(labels.of_name(one.name) for one in there)
    return {name: one.text for name, one in zip(names, there, strict=True)}


def kept(named: str) -> Kept:
    if not named:
        fail("Say which record: nothing stands there.", 2)
    if is_file(named):
        return Kept(of_files(named), of_server=False)
    return Kept(of_server(named), of_server=True)


def kept_of_one(named: str) -> Kept:
    """Of this id, or of a file in which one lies; called as it was named."""
    if named == ALL:
        fail(f"Say one record, by its id or its .json: {ALL} is for `export`.", 2)
    texts, ours = kept(named)
    if len(texts) != 1:
        fail(f"{named} holds {len(texts)} records: say one, by its id or its .json.", 2)
    return Kept({named: next(iter(texts.values()))}, ours)


def read(texts: Mapping[str, bytes]) -> dict[str, StructureRecord]:
    return {one: _read(one, text) for one, text in texts.items()}


def _read(record: str, text: bytes) -> StructureRecord:
    try:
        return from_json(text)
    except NewerRecord as error:
        fail(f"{record} {error}.", 2)
    except BadRecord as error:
        fail(
            f"Record {record} is damaged ({error}): a backup may have it whole, and `restarea record destroy` takes it "
            "away.",
            2,
        )


def label_given(text: str) -> str:
    try:
        return labels.label(text)
    except BadLabel as error:
        fail(f"This is no label: {error}.")
