"""Reads every format there is. A broken file never stops the others: it is kept with the reason, to be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import facilitation
from facilitation.format import Format
from facilitation.reading import parse
from facilitation.toml_table import FormatError

OURS = Path(facilitation.__file__).parent / "formats"
ORDER = "order.txt"
"""The keys of ours, one a line, as they are listed; the first is the default."""
SIZE_MOST = 256 * 1024
_understood = lru_cache(64)(parse)
"""A file is read each time; a text that is the same as before is not parsed again."""


@dataclass(frozen=True, slots=True)
class Entry:
    file: Path
    text: str
    form: Format
    own: bool
    """The operator's, which is taken where one of ours has the same key."""


@dataclass(frozen=True, slots=True)
class Broken:
    file: Path
    reason: str
    """With file, phase and key, in one line."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    entries: dict[str, Entry]
    """By the format's key; ours in their order, then the operator's."""
    broken: tuple[Broken, ...]

    @property
    def default(self) -> str:
        """The key of the format that is taken where none is named."""
        return next(iter(self.entries))


def read(file: Path) -> tuple[str, Format]:
    """The text of one file, and its format. Raises FormatError."""
    text = text_of(file, SIZE_MOST)
    return text, _understood(text, file.name)


def text_of(file: Path, most: int) -> str:
    """Of no more than so many bytes. Raises FormatError."""
    try:
        if file.stat().st_size > most:
            raise FormatError(f"{file.name}: larger than {most // 1024} kB")
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise FormatError(f"{file.name}: not written in UTF-8") from None
    except OSError as error:
        raise FormatError(f"{file.name}: cannot be read: {error.strerror or error}") from None


def find(name: str = "", folder: Path | None = None) -> Entry:
    """The format of that key, or of that file where `name` ends in .toml; the default where it is empty.

    Raises FormatError."""
    if name.endswith(".toml"):
        text, form = read(Path(name))
        return Entry(Path(name), text, form, own=True)
    catalogue = load(folder)
    entry = catalogue.entries.get(name or catalogue.default)
    if entry is not None:
        return entry
    why = next((broken.reason for broken in catalogue.broken if broken.file.stem == name), None)
    raise FormatError(why or f"there is no format {name!r}; there are {', '.join(catalogue.entries)}")


def load(folder: Path | None = None) -> Catalogue:
    """Ours, and those of the operator's folder."""
    entries: dict[str, Entry] = {}
    broken: list[Broken] = []
    for file, own in _files(folder):
        try:
            text, form = read(file)
            known = entries.get(form.key)
            if known is not None and known.own == own:
                raise FormatError(f"{file.name}: key: {known.file.name} has it too")
        except FormatError as error:
            broken.append(Broken(file, str(error)))
        else:
            entries[form.key] = Entry(file, text, form, own)
    if folder is not None and not folder.is_dir():
        broken.append(Broken(folder, f"{folder.name}: there is no such folder"))
    return Catalogue(entries, tuple(broken))


def _files(folder: Path | None) -> Iterator[tuple[Path, bool]]:
    for key in (OURS / ORDER).read_text("utf-8").split():
        yield OURS / f"{key}.toml", False
    if folder is not None and folder.is_dir():
        for file in sorted(folder.glob("*.toml")):
            yield file, True


def name_of(form: Format, language: str) -> str:
    return form.name.get(language) or form.name.get("en") or form.key
