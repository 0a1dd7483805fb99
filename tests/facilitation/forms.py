"""The formats that are shipped, for tests; `any_form` draws others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import facilitation
from facilitation.format import Format
from facilitation.reading import parse

FORMATS = Path(facilitation.__file__).parent / "formats"
FORMS = {file.stem: parse(file.read_text(), file.name) for file in sorted(FORMATS.glob("*.toml"))}

CLASSIC_TOML = (FORMATS / "classic.toml").read_text()
CLASSIC = FORMS["classic"]
TWO_CASES = FORMS["classic_two_cases"]
STRICT = FORMS["classic_strict"]
GERMAN = FORMS["german"]
ROUNDS = FORMS["ordered_rounds"]
FISHBOWL = FORMS["fishbowl"]
PEDAGOGICAL = FORMS["pedagogical"]
PSYCHODRAMA = FORMS["psychodrama"]


def with_phase(form: Format, key: str, **changes: Any) -> Format:
    """The format, with one phase changed."""
    return replace(form, phases=tuple(replace(p, **changes) if p.key == key else p for p in form.phases))
