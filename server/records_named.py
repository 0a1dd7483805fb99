"""What somebody names on the command line: a record of this server, by its id, or records that lie in files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

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
    """Whether it means a file, there or not. What looks like an id is one."""
    if ID.fullmatch(named):
        return False
    return Path(named).exists() or "/" in named or bool(Path(named).suffix)


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
    """One or several, by their names, each as it lies there; each can be read."""
    try:
        there = list(found(Path(named)))
    except BadRecord as error:
        fail(f"{error}.", 2)
    except OSError as error:
        fail(f"{named} cannot be read: {error.strerror or error}.", 2)
    for one in there:
        if isinstance(one.record, BadRecord):
            fail(f"{one.record}.", 2)
    return {one.name: one.text for one in there}


def kept(named: str) -> dict[str, bytes]:
    return of_files(named) if is_file(named) else of_server(named)


def kept_of_one(named: str) -> bytes:
    """Of this id, or of a file in which one lies."""
    there = kept(named)
    if len(there) != 1:
        fail(f"{named} holds {len(there)} records: say one, by its id or its .json.", 2)
    return next(iter(there.values()))


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
