"""Formats as somebody would write them, for tests of what is told about a mistake."""

from __future__ import annotations

import pytest

from facilitation.reading import parse
from facilitation.toml_table import FormatError

HEAD = 'key = "f"\nversion = 1\nseats = 8\nmembers = { min = 4, max = 6 }\n'


def phase(key: str, kind: str, *lines: str, floor: str = "open", gate: str = "soft") -> str:
    """A [[phases]] table of 0 to 9 minutes, with more lines after the usual ones."""
    usual = [
        f'key = "{key}"',
        f'kind = "{kind}"',
        "minutes = [0, 5, 9]",
        f'floor = "{floor}"',
        f'gate = "{gate}"',
    ]
    return "\n".join(["[[phases]]", *usual, *lines]) + "\n"


CALL = phase("call", "case_call", "offers = true")
END = phase("end", "closing")
GOOD = HEAD + CALL + END


def mistake(text: str) -> str:
    """What is told about this format."""
    with pytest.raises(FormatError) as told:
        parse(text, "x.toml")
    return str(told.value).removeprefix("x.toml: ")
