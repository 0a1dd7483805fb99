"""What installs the libraries that write other programs' formats."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from server.record import libraries


@pytest.mark.parametrize(("runs_from_source", "how"), [(True, "-e '.[export]'"), (False, "'.[export]'")])
def test_what_runs_from_its_source_goes_on_to(
    runs_from_source: bool, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "SOURCE", tmp_path / "pyproject.toml")
    if runs_from_source:
        libraries.SOURCE.touch()
    assert libraries.installs() == f"{sys.executable} -m pip install {how}"


def test_the_readme_says_what_the_commands_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what runs from its source, as after `make run`, also where these tests are of an installed one."""
    readme = Path(__file__).parents[3] / "README.md"
    monkeypatch.setattr(libraries, "SOURCE", readme)
    how = libraries.installs().removeprefix(sys.executable)
    assert f"`.venv/bin/python{how}`" in readme.read_text("utf-8")
