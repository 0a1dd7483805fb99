"""Finds a text in whatever is left of a session, in any of the shapes in which software writes a text down."""

from __future__ import annotations

import base64
import gzip
import html
import json
import os
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from server.record import parquet
from server.record.tables import phases
from tests.facilitation.worked_session import a_session, record

DEEPEST = 3
"""So many times packed."""
MOST_BYTES = 50_000_000
"""Unpacked of one stream."""
_PACKED = (b"\x1f\x8b\x08", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"PK\x03\x04")


def shapes(text: str) -> dict[str, bytes]:
    """By name; those that are the same as another are left out where the text has nothing to encode."""
    plain = text.encode()
    spelt = "".join(f"%{byte:02x}" for byte in plain)
    found = {
        "plain": plain,
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "url": quote(text).encode(),
        "url, all": spelt.encode(),
        "json": json.dumps(text)[1:-1].encode(),
        "html": html.escape(text).encode("ascii", "xmlcharrefreplace"),
    }
    for before in range(3):  # where it begins decides on every letter
        coded = base64.b64encode(b"\0" * before + plain)
        whole = coded[4 if before else 0 : len(coded) // 4 * 4 - 4]
        found[f"base64, {before}"] = whole
        found[f"base64 for addresses, {before}"] = whole.translate(bytes.maketrans(b"+/", b"-_"))
    return found


def unpacked(whole: bytes, deep: int = DEEPEST) -> Iterator[bytes]:
    """The bytes, and whatever is packed anywhere in them."""
    yield whole
    if not deep:
        return
    for sign in _PACKED:
        at = whole.find(sign)
        while at >= 0:
            for inner in _inside(whole, at, sign):
                yield from unpacked(inner, deep - 1)
            at = whole.find(sign, at + 1)


def _inside(whole: bytes, at: int, sign: bytes) -> Iterator[bytes]:
    if (
        sign == _PACKED[-1]
    ):  # a member of a ZIP: the lengths of its name and of what else is said stand in its head
        head = whole[at : at + 30]
        at += 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    kind = {b"\x1f\x8b\x08": 31, b"PK\x03\x04": -15}.get(sign, 15)
    try:
        inner = zlib.decompressobj(kind).decompress(whole[at:], MOST_BYTES)
    except zlib.error:
        return
    if inner:
        yield inner


def found(texts: Iterable[str], places: dict[str, bytes]) -> set[tuple[str, str, str]]:
    """Which text is where, and in which shape. Letters may be large or small."""
    wanted = {(text, shape): sought.lower() for text in texts for shape, sought in shapes(text).items()}
    return {
        (text, place, shape)
        for place, whole in places.items()
        for inner in map(bytes.lower, unpacked(whole))
        for (text, shape), sought in wanted.items()
        if sought in inner
    }


def plant(secret: str, folder: Path) -> dict[str, Path]:
    """In every shape and place in which it might be; by what it is."""
    planted = {}
    for number, (shape, written) in enumerate(shapes(secret).items()):
        planted[shape] = folder / f"planted{number}"
        planted[shape].write_bytes(b"\1\2\3" + written + b"\n")
    for shape, packed in (("gzip", gzip.compress(secret.encode())), ("zlib", zlib.compress(secret.encode()))):
        planted[shape] = folder / shape
        planted[shape].write_bytes(b"before " + gzip.compress(b"around " + packed))
    with zipfile.ZipFile(folder / "zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", secret)
    planted["zip"] = folder / "zip"
    planted["parquet"] = folder / "parquet"
    planted["parquet"].write_bytes(parquet.write(phases({secret: record(a_session(), [])})))
    for kind in ("row", "free page", "journal"):
        planted[kind] = folder / f"{kind}.db"
        database = sqlite3.connect(planted[kind], isolation_level=None)
        database.execute("PRAGMA secure_delete = OFF")
        if kind == "journal":
            database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", (secret,))
        if kind == "free page":
            database.execute("DELETE FROM t")
        if kind == "journal":
            os.link(f"{planted[kind]}-wal", folder / "kept-wal")
            database.close()
            planted[kind].unlink()
            planted[kind] = folder / "kept-wal"
        database.close()
    return planted
