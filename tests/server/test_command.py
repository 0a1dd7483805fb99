"""The command's first second: Ctrl-C while the program still reads itself in, or before it listens for that itself."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from server.command import INTERRUPTED, main


class Interrupted(ModuleType):
    def __init__(self, by: BaseException) -> None:
        super().__init__("server.cli")
        self.by = by

    def __getattr__(self, name: str) -> object:
        raise self.by


@pytest.mark.parametrize("by", [KeyboardInterrupt(), SystemExit(INTERRUPTED)])
def test_whoever_stops_it_early_reads_a_sentence(
    by: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "server.cli", Interrupted(by))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == INTERRUPTED
    assert capsys.readouterr().err == "Stopped, before it was done.\n"
