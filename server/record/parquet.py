"""A table of records as Parquet, written by pyarrow. Nothing in the file says with what, where or when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from server.record.libraries import loaded
from server.record.tables import Kind, Table

WRITER = b"restarea"
"""In place of the name and version of the library."""
MAGIC = b"PAR1"


def write(table: Table) -> bytes:
    """The same bytes for the same table; not compressed, for a ZIP does that, and whoever searches it for a name finds
    it. Raises NotInstalled."""
    arrow, parquet = loaded("pyarrow"), loaded("pyarrow.parquet")
    types = {
        Kind.NUMBER: arrow.int32(),
        Kind.PART: arrow.float64(),
        Kind.YES: arrow.bool_(),
        Kind.WORD: arrow.string(),
    }
    fields = [
        arrow.field(
            column.name,
            arrow.list_(types[column.kind]) if column.several else types[column.kind],
            nullable=column.nullable,
        )
        for column in table.columns
    ]
    sink = arrow.BufferOutputStream()
    parquet.write_table(
        _arrow(table.rows, arrow.schema(fields)),
        sink,
        compression="none",
        store_schema=False,
    )
    return _without_its_writer(sink.getvalue().to_pybytes(), parquet)


def _arrow(rows: Sequence[Mapping[str, object]], schema: Any) -> Any:
    """By way of JSON: made of Python's own objects, pyarrow would load pandas first, which takes half of the time."""
    arrow, json = loaded("pyarrow"), loaded("pyarrow.json")
    if not rows:
        return schema.empty_table()
    text = b"\n".join(map(msgspec.json.encode, rows))
    return json.read_json(
        arrow.BufferReader(text),
        json.ReadOptions(use_threads=False, block_size=len(text) + 1),
        json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    ).cast(schema)


def _without_its_writer(whole: bytes, parquet: Any) -> bytes:
    """The footer says which version of which library wrote it (`created_by`), a short text after its length;
    pyarrow lets nobody choose it. See the Parquet format's FileMetaData and Thrift's compact protocol."""
    arrow = loaded("pyarrow")
    wrote = parquet.read_metadata(arrow.BufferReader(whole)).created_by.encode()
    length = int.from_bytes(whole[-8:-4], "little")
    before, footer = whole[: -8 - length], whole[-8 - length : -8]
    said = bytes([len(wrote)]) + wrote
    if footer.count(said) != 1:
        raise ValueError("the library's name is not where the format has it")
    footer = footer.replace(said, bytes([len(WRITER)]) + WRITER)
    return before + footer + len(footer).to_bytes(4, "little") + MAGIC
