"""A ZIP in which bytes are others is called damaged, however it was packed and wherever they stand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from server.record.files import found
from server.record.schema import BadRecord, to_json
from tests.server.record.test_exports import SUMS

NAME = "records/ä1.json".encode()
END = b"PK\x05\x06"
"""How the last part of a ZIP begins, which says where the list of its files is."""


def packed(at: int, byte: int) -> Callable[[bytes], bytes]:
    return lambda whole: changed(whole, whole.index(NAME) + len(NAME) + at, byte)


def listed(at: int, byte: int) -> Callable[[bytes], bytes]:
    """In what the list at the end says of the file, so far from its name."""
    return lambda whole: changed(whole, whole.rindex(NAME) + at, byte)


def changed(whole: bytes, at: int, byte: int) -> bytes:
    return whole[:at] + bytes([byte]) + whole[at + 1 :]


@pytest.mark.parametrize(
    ("how", "damage"),
    [
        *((how, packed(30, 255)) for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)),
        (zipfile.ZIP_LZMA, packed(30, 255)),
        (zipfile.ZIP_LZMA, packed(4, 255)),  # how it was packed
        (zipfile.ZIP_DEFLATED, listed(-40, 199)),  # which version may unpack it
        (zipfile.ZIP_DEFLATED, listed(-3, 255)),  # where it lies
        (zipfile.ZIP_STORED, lambda whole: changed(whole, whole.index(NAME) + 9, 0x81)),  # what it is called
        (zipfile.ZIP_STORED, lambda whole: changed(whole, whole.rindex(END) + 19, 255)),
    ],
)
def test_it_is_damaged_and_says_so(how: int, damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", how) as whole:
        whole.writestr(NAME.decode(), to_json(SUMS))
    path.write_bytes(damage(path.read_bytes()))
    try:
        (read,) = (one.record for one in found(path))
    except BadRecord as error:
        read = error
    assert isinstance(read, BadRecord) and "amaged" in str(read)
