"""One ZIP with everything of the records chosen, each in every format that it can have, and a codebook.

`records/ID.json` is the record itself; all else is made of it. No entry has a date of its own.
"""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from facilitation.structure_record import StructureRecord
from server.record import codebook, eaf, libraries, parquet, schema, spoke, tables, textgrid
from server.record.tiers import NoTime

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A ZIP knows no earlier date."""
PACKED = 3
"""Of 9: faster than the usual 6, and a seventh larger."""
RECORDS = "records/"
READABLE = 0o100644 << 16


def write(records: Mapping[str, StructureRecord], kept: Mapping[str, bytes] | None = None) -> bytes:
    """The same bytes for the same records, by their ids. `kept` is the JSON of each as it lies in the store, whose hash
    the audit log knows; else it is made. A format whose library is not installed is not in it, and the codebook says
    so."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive, _no_collecting():
        for name, content in _files(records, kept or {}):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system, entry.external_attr = 3, READABLE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, PACKED)
    return written.getvalue()


@contextmanager
def _no_collecting() -> Iterator[None]:
    """An eighth of the time went into looking for garbage among the many small parts of trees that have no cycle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _files(records: Mapping[str, StructureRecord], kept: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    lacks = libraries.lacking()
    yield "codebook.md", codebook.text(lacks).encode()
    yield "schema.json", schema.written().encode()
    for table in tables.tables(records):
        if table.rows:
            yield f"{table.name}.csv", tables.as_csv(table).encode()
            if "parquet" not in lacks:
                yield f"{table.name}.parquet", parquet.write(table)
    for record_id, record in records.items():
        yield f"{RECORDS}{record_id}.json", kept.get(record_id) or schema.to_json(record)
        for ending, writes in ALONG_TIME.items():
            if ending in lacks:
                continue
            try:
                yield f"{RECORDS}{record_id}.{ending}", writes(record)
            except NoTime:
                continue


ALONG_TIME: dict[str, Callable[[StructureRecord], bytes]] = {
    "eaf": eaf.write,
    "TextGrid": textgrid.write,
    "rttm": spoke.write,
}
