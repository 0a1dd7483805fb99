"""compiled: that the library is the one that belongs to these sources, or is left alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from server.media import compiled, fanout

STALE = """
const char *forward_source(void) { return "forward of last year"; }
"""


@pytest.mark.parametrize("source", ["int nothing;", STALE, None])
def test_a_library_that_does_not_belong_is_left_alone(
    source: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "_forward.so"
    if source is not None:
        (tmp_path / "stale.c").write_text(source)
        compiler = os.environ.get("CC", "cc").split()
        subprocess.run([*compiler, "-shared", "-fPIC", "-o", library, tmp_path / "stale.c"], check=True)
    monkeypatch.setattr(compiled, "COMPILED", library)
    assert compiled.compiled.__wrapped__() is None


def test_python_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESTAREA_NO_EXTENSIONS", raising=False)
    assert compiled.best() is compiled.compiled() is not None
    monkeypatch.setenv("RESTAREA_NO_EXTENSIONS", "0")
    assert compiled.best() is compiled.compiled()
    monkeypatch.setenv("RESTAREA_NO_EXTENSIONS", "1")
    assert compiled.best() is fanout.PYTHON
