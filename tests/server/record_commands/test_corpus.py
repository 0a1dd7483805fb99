"""`restarea record import-rttm` on a folder: a corpus of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.record_commands.asked import RTTM, said


def test_a_folder_of_a_corpus_is_read_at_once(folder: Path) -> None:
    for empty in ("corpus", "some"):
        (folder / empty).mkdir()
    for name, text in {
        "a": RTTM,
        "b": RTTM,
        "c": "Anna spoke",
        "d": RTTM + RTTM.replace(" m ", " a "),
    }.items():
        (folder / "corpus" / f"{name}.rttm").write_text(text)
    (folder / "corpus" / "more").mkdir()
    (folder / "corpus" / "more" / "D.RTTM").write_text(RTTM.replace(" m ", " d_a "))
    (folder / "corpus" / "more" / "d.rttm").write_text(RTTM + RTTM.replace(" m ", " a "))
    (folder / "corpus" / "c.rttm").rename(folder / "corpus" / "more" / "c.rttm")
    out = "more/c.rttm: line 1: not a line of RTTM. It is left out.\n"
    each = [f"each/{name}.json" for name in ("a", "b", "m", "d_a", "D", "d_m", "d_a_2")]
    code, text = said("import-rttm", "corpus", "-o", "each")
    assert (code, text.splitlines()) == (2, [out[:-1], *each, "1 left out."])
    table = ("--as", "csv", "-o", "all.csv")
    assert said("import-rttm", "corpus", *table) == (
        2,
        "more/c.rttm: line 1: not a line of RTTM.\n"
        "Nothing was written, for 1 would be missing: --skip-damaged writes the others.\n",
    )  # fmt: skip
    assert not Path("all.csv").exists()
    assert said("import-rttm", "corpus", *table, "--skip-damaged") == (0, out)
    assert said("import-rttm", "corpus", "--recording", "d_a", "-o", "d.json") == (0, "")
    assert said("import-rttm", "some")[1] == (
        "some: no file in this folder is RTTM, by its ending .rttm, and can be read.\n"
    )


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (
            FileNotFoundError(2, "No such file or directory"),
            "corpus changed while it was read: something in it is gone. Say the folder with the recordings.\n",
        ),
        (OSError(5, "Input/output error"), "corpus cannot be read: Input/output error.\n"),
    ],
)
def test_a_folder_that_changes_while_it_is_read_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    def changing(corpus: Path, pattern: str) -> Iterator[Path]:
        yield corpus / "a.rttm"
        raise error

    (folder / "corpus").mkdir()
    monkeypatch.setattr(Path, "rglob", changing)
    assert said("import-rttm", "corpus") == (2, why)


def test_a_folder_with_one_recording_is_a_folder(folder: Path) -> None:
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.rttm").write_text(RTTM)
    assert said("import-rttm", "corpus", "-o", "each") == (0, "each/a.json\n")
    assert "\na,5,aggregate" in said("import-rttm", "corpus", "--as", "csv")[1]
    for asked in (("",), ("corpus", "-o", "")):
        assert said("import-rttm", *asked) == (2, "Say which file or folder: nothing stands there.\n")
