"""What is taken away of a record over a page, made in a process of its own: a ZIP loads libraries of 270 MB."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from server.record import archive, tables
from server.record.elsewhere import answer, elsewhere
from server.record.schema import from_json


class Taken(StrEnum):
    JSON = "json"
    CSV = "csv"
    ZIP = "zip"


KINDS = {Taken.JSON: "application/json", Taken.CSV: "text/csv", Taken.ZIP: "application/zip"}
"""The media type of each."""


def take(asked: tuple[Mapping[str, bytes], Taken]) -> bytes:
    """Of records as they are kept, by their ids; JSON is of one. Raises BadRecord."""
    kept, as_ = asked
    if as_ is Taken.JSON:
        (text,) = kept.values()
        return text
    records = {record_id: from_json(text) for record_id, text in kept.items()}
    if as_ is Taken.ZIP:
        return archive.write(records, kept)
    return tables.as_csv(tables.phases(records)).encode()


async def take_elsewhere(kept: Mapping[str, bytes], as_: Taken) -> bytes:
    """The same, while this process forwards voices. Raises NotMade."""
    made: bytes = await elsewhere(__name__, (dict(kept), as_))
    return made


def main() -> None:
    answer(take)
