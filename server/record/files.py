"""Records that lie in files: one, a folder of them, or a ZIP such as `restarea record export` writes."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from facilitation.structure_record import StructureRecord
from server.record import labels
from server.record.archive import RECORDS
from server.record.schema import BadRecord, NewerRecord, from_json

MOST_BYTES = 50_000_000
"""Of one record; none comes near it."""
TOO_LARGE = "is too large for a record"
TAKEN = (
    "a .json, a folder of them, or a ZIP, as `restarea record export` writes them (load_records reads its .csv and "
    ".parquet, too)"
)
RTTM = "is RTTM, and no record: `restarea record import-rttm` makes one of it"
SCHEMA = "schema.json"
"""Beside records in a ZIP."""
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)
"""What is raised of a ZIP in which a byte is another: bzip2 says OSError, what needs a newer reader RuntimeError, and a
name that is no UTF-8 ValueError."""
DEEPEST = 3
"""Such as year/group/seats: whoever names their whole home shall not wait until all of it has been looked through."""
JSON, ZIP = b"{", b"PK"
"""How each begins."""


class Found(NamedTuple):
    name: str
    """The file's, without its ending: the id under which a record was kept, or what somebody calls it."""
    text: bytes
    """As it lies there, without an editor's mark of UTF-8; empty if it cannot be read at all."""
    record: StructureRecord | BadRecord
    """The message of a fault names the file."""


def found(path: Path) -> Iterator[Found]:
    """Those that lie there. Raises BadRecord where it is nothing in which records lie, and OSError."""
    if path.is_dir():
        yield from _of_folder(path)
        return
    with path.open("rb") as file:
        begins = file.read(11).removeprefix(BOM_UTF8)
    if path.suffix.lower() == ".zip" or begins.startswith(ZIP):
        yield from _of_zip(path)
    elif path.suffix.lower() == ".json" or begins.lstrip().startswith(JSON):
        yield _of_file(path)
    elif path.suffix.lower() == ".rttm" or begins.startswith(b"SPEAKER "):
        raise BadRecord(f"{path.name} {RTTM}")
    else:
        raise BadRecord(f"{path.name} is no file in which records lie. Such are: {TAKEN}")


def lying(path: Path) -> list[Path]:
    """The files that `found` reads there. Raises OSError."""
    if not path.is_dir():
        return [path]
    return [one for one in sorted(_read_of(path).iterdir()) if _is_record(one.name)]


def below(path: Path) -> Iterator[Path]:
    """Each .json with a record that lies in a folder below this one, DEEPEST down at most; in none that is hidden."""
    for file in sorted(one for deep in range(1, DEEPEST + 1) for one in path.glob("*/" * deep + "*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if hidden or not _is_record(file.name):
            continue
        with suppress(OSError):
            if file.is_file() and isinstance(_of_file(file).record, StructureRecord | NewerRecord):
                yield file


def _read_of(folder: Path) -> Path:
    return folder / RECORDS if (folder / RECORDS).is_dir() else folder


def _of_folder(path: Path) -> Iterator[Found]:
    files = lying(path)
    if not files and any(one.suffix.lower() == ".rttm" for one in _read_of(path).iterdir()):
        raise BadRecord(f"{path.name or path}: no record is in this folder: each .rttm {RTTM}")
    if not files:
        raise BadRecord(
            f"{path.name or path}: no record is in this folder: export some, or unpack the ZIP there"
        )
    for file in files:
        try:
            yield _of_file(file)
        except OSError as error:
            yield Found(file.stem, b"", BadRecord(f"{file.name} cannot be read: {error.strerror or error}"))


def _of_file(path: Path) -> Found:
    if path.stat().st_size > MOST_BYTES:
        return Found(path.stem, b"", BadRecord(f"{path.name} {TOO_LARGE}"))
    return _found(path.stem, path.name, path.read_bytes())


def _of_zip(path: Path) -> Iterator[Found]:
    damaged = BadRecord(f"{path.name}: a damaged ZIP, or none: export it again, or use a copy")
    try:
        with zipfile.ZipFile(path) as archive:
            there = [one for one in archive.infolist() if _is_record(one.filename)]
            entries = [one for one in there if one.filename.startswith(RECORDS)] or there
            if not entries:
                raise BadRecord(
                    f"{path.name}: no record is in this ZIP: it is not one that `restarea record export` wrote"
                )
            names = labels.apart(PurePosixPath(one.filename).stem for one in entries)
            for entry, name in zip(entries, names, strict=True):
                yield _of_entry(archive, entry, path, name)
    except DAMAGED as error:
        raise damaged from error


def _is_record(name: str) -> bool:
    """By its ending; what lies beside records is none: their schema, and what a Mac puts into a ZIP and on a stick."""
    file = PurePosixPath(name)
    return file.suffix.lower() == ".json" and file.name != SCHEMA and not file.name.startswith("._")


def _of_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, name: str) -> Found:
    if entry.file_size > MOST_BYTES:
        return Found(name, b"", BadRecord(f"{path.name}: {entry.filename} {TOO_LARGE}"))
    try:
        return _found(name, entry.filename, archive.read(entry))
    except DAMAGED:
        wrong = f"{path.name}: {entry.filename} is damaged in the ZIP: export it again, or use a copy"
        return Found(name, b"", BadRecord(wrong))


def _found(name: str, file: str, text: bytes) -> Found:
    text = text.removeprefix(BOM_UTF8)
    try:
        return Found(name, text, from_json(text))
    except BadRecord as error:
        return Found(name, text, type(error)(error.of_file(file)))
