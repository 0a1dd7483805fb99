"""What somebody calls a record on their own computer. It stands on the page or in the table that they make, and never
in a record, which has no place for a text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

LONGEST = 40
BETWEEN = "-_. "


class BadLabel(Exception):
    """What cannot be one. The message says what can."""


def label(text: str) -> str:
    """Raises BadLabel."""
    if not 0 < len(text) <= LONGEST or not text[0].isalnum() or not all(map(_may, text)) or text[-1] == " ":
        raise BadLabel(
            f"a label has 1 to {LONGEST} letters, digits, spaces, points, - or _, and begins with a letter or digit"
        )
    return text


def of_file(name: str) -> str:
    """What a file is called, without its ending, as far as a label may be so."""
    return of_name(PurePath(name).stem)


def of_name(name: str) -> str:
    """That, as far as a label may be so."""
    found = "".join(one if _may(one) else "_" for one in name).strip(BETWEEN)
    return found[:LONGEST].rstrip(BETWEEN) or "record"


def apart(names: Iterable[str]) -> list[str]:
    """Each, and of those that are alike all but the first with a number."""
    found: dict[str, None] = {}
    for name in names:
        one, number = name, 2
        while one in found:
            one, number = f"{name[: LONGEST - 4]}_{number}", number + 1
        found[one] = None
    return list(found)


def _may(letter: str) -> bool:
    return letter.isalnum() or letter in BETWEEN
