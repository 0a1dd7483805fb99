"""The scripts that were kept: each broke a promise once, and does so no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facilitation.forms import FORMS
from tests.simulation.meeting import Meeting
from tests.simulation.script import REGRESSIONS, read_script


@pytest.mark.parametrize("file", sorted(REGRESSIONS.glob("*.py")), ids=lambda file: file.stem)
def test_what_broke_once_does_not_break_again(file: Path) -> None:
    form, steps = read_script(file)
    Meeting(FORMS[form]).run(steps)
