"""Takes keys out of a TOML table one by one, and complains of what is missing, wrong or left over."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

MINUTE_MS = 60_000
LANGUAGES = ("en", "fr", "de")
SPACES = "\u00a0\u202f"
"""Python counts these, which French needs, among what cannot be seen."""
TEXT_MOST = 200


class FormatError(ValueError):
    """What is wrong with a format, with file, phase and key, in one line."""

    others: tuple[FormatError, ...] = ()
    """What else is wrong with it, as far as that can be told at once."""


class Faults:
    """`with faults:` goes on after a FormatError; `tell` raises the first of them, which knows the others."""

    def __init__(self) -> None:
        self._found: list[FormatError] = []

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        if not isinstance(error, FormatError):
            return False
        self._found.append(error)
        return True

    def tell(self) -> None:
        """Raises FormatError, unless there was none."""
        if self._found:
            first, *others = self._found
            first.others = tuple(others)
            raise first


W = TypeVar("W", bound=StrEnum)
T = TypeVar("T")
NEEDED: Any = object()
KINDS = {
    str: "a text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list in [ ]",
    dict: "a table",
}


class Table:
    def __init__(self, raw: Mapping[str, Any], where: str) -> None:
        self.rest = dict(raw)
        self.where = where

    def wrong(self, key: str, why: str) -> FormatError:
        return FormatError(f"{self.where}: {key}: {why}")

    def take(self, key: str, kind: type[T], default: T = NEEDED) -> T:
        value = self.rest.pop(key, default)
        if value is NEEDED:
            raise self.wrong(key, "missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, f"expected {KINDS[kind]}, found {value!r}")
        return value

    def whole(self, key: str, least: int, most: int, default: int = NEEDED) -> int:
        value = self.take(key, int, default)
        if not least <= value <= most:
            raise self.wrong(key, f"{value} is not between {least} and {most}")
        return value

    def word(self, key: str, words: type[W], default: W = NEEDED) -> W:
        if key not in self.rest and default is not NEEDED:
            return default
        return self._word(key, self.take(key, str), words)

    def words(self, key: str, words: type[W]) -> list[W]:
        """A list of words of the vocabulary; empty where the key is missing."""
        values = self.take(key, list, [])
        return [self._word(key, value, words) for value in values]

    def _word(self, key: str, text: Any, words: type[W]) -> W:
        try:
            return words(text)
        except ValueError:
            raise self.wrong(key, f"{text!r} is none of {', '.join(words)}") from None

    def table(self, key: str) -> Table:
        """The table of this key; an empty one where it is missing."""
        return Table(self.take(key, dict, {}), f"{self.where}: {key}")

    def minutes(self, key: str) -> tuple[int, int, int]:
        values = self.take(key, list)
        if len(values) != 3 or not all(type(v) in (int, float) and 0 <= v <= 600 for v in values):
            raise self.wrong(key, f"expected [min, typical, max] in minutes, found {values!r}")
        low, typical, high = (round(v * MINUTE_MS) for v in values)
        if not low <= typical <= high:
            raise self.wrong(key, f"min, typical, max must not decrease: {values!r}")
        return low, typical, high

    def text(self, key: str) -> dict[str, str]:
        """A short text by language; empty where the key is missing."""
        return self._text(key, self.take(key, dict, {}))

    def texts(self, key: str) -> tuple[dict[str, str], ...]:
        return tuple(self._text(key, raw) for raw in self.take(key, list, []))

    def _text(self, key: str, raw: Any) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise self.wrong(key, f'expected {{ en = "..." }}, found {raw!r}')
        for language, text in raw.items():
            if language not in LANGUAGES:
                raise self.wrong(key, f"{language!r} is none of {', '.join(LANGUAGES)}")
            if not isinstance(text, str) or not 0 < len(text) <= TEXT_MOST:
                raise self.wrong(key, f"{language}: a text of 1 to {TEXT_MOST} characters is needed")
            if any(not one.isprintable() and one not in SPACES for one in text):
                raise self.wrong(key, f"{language}: a character in it cannot be seen")
        if raw and "en" not in raw:
            raise self.wrong(key, "the English text (en) is missing")
        return dict(raw)

    def nothing_left(self) -> None:
        if self.rest:
            raise self.wrong(sorted(self.rest)[0], "unknown key")
