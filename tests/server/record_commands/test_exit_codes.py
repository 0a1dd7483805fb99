"""What goes wrong is said in one line, and whether it is to be asked for otherwise (2) or could not be done (1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.record.schema import to_json
from tests.server.record_commands.asked import RTTM, SUMS, kept, said

LABEL = "a label has 1 to 40 letters, digits, spaces, points, - or _, and begins with a letter or digit"
NOTHING_KEPT = (
    "No server has kept anything here: there is no restarea.db in data. RESTAREA_DATA_DIR says where the data of a "
    "server lies.\n"
)


@pytest.mark.parametrize(
    ("code", "asked", "answer"),
    [
        (2, ("export", "nobody"), "There is no record 'nobody', nor a file of that name.\n"),
        (2, ("export", "0" * 16), f"There is no record {'0' * 16!r}.\n"),
        (2, ("export", "all"), NOTHING_KEPT),
        (2, ("export", "all", "--as", "csv"), NOTHING_KEPT),
        (2, ("export", "good.json", "good.json"), "Say each record once.\n"),
        (2, ("export", "all", "--as", "zip"), "zip is nothing for a screen: say where to, with -o FILE.\n"),
        (2, ("plot", "nobody"), "There is no record 'nobody', nor a file of that name.\n"),
        (2, ("plot", "none.json"), "none.json cannot be read: No such file or directory.\n"),
        (
            2,
            ("plot", "bad.json"),
            "bad.json is no record that can be read (at $.version: this field is missing): export it again, or use a "
            "copy.\n",
        ),
        (2, ("plot", "a.json", "--language", "xx"), "There is no language 'xx'. There are: en, de, fr.\n"),
        (
            2,
            ("plot", "good.json", "--figure", "x"),
            "This record has no figure 'x'. There are: course, shares, held, followed, by_phase, turn_lengths, "
            "transfers, silences.\n",
        ),
        (2, ("import-rttm", "none.rttm"), "none.rttm cannot be read: No such file or directory.\n"),
        (2, ("import-rttm", "bad.rttm"), "bad.rttm: line 1: the length is negative.\n"),
        (2, ("import-rttm", "latin.rttm"), "latin.rttm: not written in UTF-8.\n"),
        (2, ("plot", "new.json"), "new.json was made by a newer Restarea: upgrade this one to read it.\n"),
        (
            2,
            ("import-rttm", "good.rttm", "--as", "csv", "--table", "timeline"),
            "Which voice spoke when is written with --level seat_timeline; without it a record holds sums.\n",
        ),
        (2, ("import-rttm", "good.rttm", "--label", "a/b"), f"This is no label: {LABEL}.\n"),
        (2, ("compare", "good.json", "a.json", "--label", "../x"), f"This is no label: {LABEL}.\n"),
        (
            2,
            ("compare", "good.json", "./good.json", "--label", "x"),
            "Say one label for each record: there are 2 records and 1 labels.\n",
        ),
        (2, ("compare", "good.json", "none.json"), "none.json cannot be read: No such file or directory.\n"),
        (
            1,
            ("import-rttm", "good.rttm", "-o", "no/where"),
            "where cannot be written: No such file or directory.\n",
        ),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, asked: tuple[str, ...], answer: str
) -> None:
    """2: it must be asked for otherwise; 1: it could not be done."""
    monkeypatch.setenv("RESTAREA_DATA_DIR", "data")
    (folder / "bad.rttm").write_text("SPEAKER m 1 1 -2 <NA> <NA> Anna <NA> <NA>")
    (folder / "latin.rttm").write_bytes(b"\xff")
    (folder / "good.rttm").write_text(RTTM)
    (folder / "bad.json").write_text("{}")
    (folder / "new.json").write_text('{"version": 6}')
    (folder / "good.json").write_bytes(to_json(SUMS))
    if asked[1] == "0" * 16:
        kept()
    assert said(*asked) == (code, answer)
