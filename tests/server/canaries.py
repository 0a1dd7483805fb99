"""Finds a text in whatever is left of a session, in any of the shapes in which software writes a text down."""

from __future__ import annotations

import base64
import html
import json
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

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
